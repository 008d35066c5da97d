// A step of the person's own to add to the plan, or what is different about one of its steps.

import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ActionKind } from "../../domain/schedule/action-kind.ts";
import type { ScheduledAction } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";
import { inputOfStep, stepFieldsOf } from "./step-fields.ts";

const KIND_WORDS: Readonly<Record<ActionKind, string>> = {
  talk: "A talk",
  course: "A course",
  certificate: "A certificate",
  degree: "A degree",
  exam: "An exam",
  licence: "A licence",
  practice: "Practice",
  project: "A project",
  volunteering: "Unpaid work",
  application: "An application",
  employers: "Employers to watch",
  "house move": "A move of house",
  hold: "Time in a position",
};

interface StepFormProps {
  /** Undefined for a new step. */
  readonly action: ScheduledAction | undefined;
  /** The plan was made anew with what became of its steps; that is noted still, and counts again. */
  readonly isReplanned: boolean;
  onClose(): void;
}

export function StepForm({ action, isReplanned, onClose }: StepFormProps) {
  const changes = useChanges();
  const [fields, setFields] = useState(() => stepFieldsOf(action));
  const say = (said: Partial<typeof fields>) => setFields((former) => ({ ...former, ...said }));
  // The plan is made again at once, so that its dates are those of what was said.
  const keep = (work: () => Promise<unknown>) =>
    changes.mutate(
      async () => {
        await work();
        await call("keep-plan", {});
        if (isReplanned) await call("replan", { keep: true });
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      title={action === undefined ? "A step of your own" : "Change this step"}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          keep(() => call("save-action", inputOfStep(fields, action)));
        }}
      >
        <TextInput
          data-first
          label="What is to be done?"
          value={fields.title}
          onChange={(event) => say({ title: event.currentTarget.value })}
        />
        {action === undefined && (
          <NativeSelect
            label="What kind of step is it?"
            value={fields.kind}
            // `as`: the choices are the kinds.
            onChange={(event) => say({ kind: event.currentTarget.value as ActionKind })}
            data={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
          />
        )}
        <div className="pair">
          <NumberInput
            label="Your hours, likely"
            value={fields.hours}
            onChange={(hours) => say({ hours })}
            min={0}
            hideControls
          />
          <NumberInput
            label="Money, likely"
            value={fields.money}
            onChange={(money) => say({ money })}
            min={0}
            thousandSeparator=","
            hideControls
          />
        </div>
        <TextInput
          label="Who can help?"
          value={fields.whoHelps}
          onChange={(event) => say({ whoHelps: event.currentTarget.value })}
        />
        <TextInput
          label="How do you see that it is done?"
          value={fields.doneWhen}
          onChange={(event) => say({ doneWhen: event.currentTarget.value })}
        />
        <details open={fields.share !== "" || undefined}>
          <summary>What your employer pays back</summary>
          <div className="form">
            <div className="pair">
              <NumberInput
                label="Percent of it"
                value={fields.share}
                onChange={(share) => say({ share })}
                min={0}
                max={100}
                hideControls
              />
              <NumberInput
                label="At most"
                value={fields.most}
                onChange={(most) => say({ most })}
                min={0}
                thousandSeparator=","
                hideControls
              />
            </div>
            <div className="pair">
              <NumberInput
                label="Months until it is paid"
                value={fields.afterMonths}
                onChange={(afterMonths) => say({ afterMonths })}
                min={0}
                hideControls
              />
              <NumberInput
                label="Months you must stay"
                value={fields.stayMonths}
                onChange={(stayMonths) => say({ stayMonths })}
                min={0}
                hideControls
              />
            </div>
          </div>
        </details>
        <ProblemLine error={changes.error} />
        <div className="buttons">
          <Button type="submit" loading={changes.isPending} disabled={fields.title.trim() === ""}>
            Keep it
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          {action?.isOwn === true && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => keep(() => call("remove-action", { id: action.id }))}
            >
              {action.id.startsWith("own:") ? "Remove it" : "As it was before"}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
