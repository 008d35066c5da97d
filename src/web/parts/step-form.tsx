// A step of the person's own to add to the plan, or what is different about one of its steps. What most want
// to say stands open; the rest is folded, each under what it is about.

import "./ladder-list.css";
import "./step-form.css";
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ActionKind } from "../../domain/schedule/action-kind.ts";
import type { Action, Plan, ScheduledAction } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { ClassBoxes } from "./class-boxes.tsx";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";
import { inputOfStep, type StepFields, stepFieldsOf } from "./step-fields.ts";

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
  readonly plan: Plan;
  /** Undefined for a new step. */
  readonly action: ScheduledAction | undefined;
  onClose(): void;
}

export function StepForm({ plan, action, onClose }: StepFormProps) {
  const changes = useChanges();
  // In a plan made anew, what is done is no longer among what a step waits for: as reckoned, it still is.
  const reckoned = plan.replanned?.reckoned.find(({ id }) => id === action?.id);
  const stands = action && { ...action, after: reckoned?.after ?? action.after };
  const [fields, setFields] = useState(() => stepFieldsOf(stands));
  const say = (said: Partial<StepFields>) => setFields((former) => ({ ...former, ...said }));
  // The plan is made again at once, so that its dates are those of what was said.
  const keep = (work: () => Promise<unknown>) =>
    changes.mutate(
      async () => {
        await work();
        await call("keep-plan", {});
        // What was noted is noted still, and counts again.
        if (plan.replanned !== undefined) await call("replan", { keep: true });
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
          keep(() => call("save-action", inputOfStep(fields, stands)));
        }}
      >
        <FirstFields {...{ fields, say }} isNew={action === undefined} />
        <MoreFields {...{ fields, say, stands }} />
        <ComesFirst {...{ fields, say }} others={plan.actions.filter((one) => one !== action)} />
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

interface FieldsProps {
  readonly fields: StepFields;
  say(said: Partial<StepFields>): void;
}

/** What is to be done, what it takes, and how one sees that it is done. */
function FirstFields({ fields, say, isNew }: FieldsProps & { readonly isNew: boolean }) {
  return (
    <>
      <TextInput
        data-first
        label="What is to be done?"
        value={fields.title}
        onChange={(event) => say({ title: event.currentTarget.value })}
      />
      {isNew && (
        <NativeSelect
          label="What kind of step is it?"
          value={fields.kind}
          // `as`: the choices are the kinds.
          onChange={(event) => say({ kind: event.currentTarget.value as ActionKind })}
          data={Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))}
        />
      )}
      <div className="pair">
        <Amount {...{ fields, say }} name="hours" label="Your hours, likely" />
        <Amount {...{ fields, say }} name="money" label="Money, likely" />
      </div>
      <TextInput
        label="How do you see that it is done?"
        value={fields.doneWhen}
        onChange={(event) => say({ doneWhen: event.currentTarget.value })}
      />
    </>
  );
}

function MoreFields(props: FieldsProps & { readonly stands: Action | undefined }) {
  const { fields, say, stands } = props;
  const isSearch = stands?.landingRate !== undefined;
  return (
    <>
      {isSearch && (
        <TextInput
          label="Is it in another place? Where?"
          description="A home there and the move are planned too. Empty if you stay where you live"
          value={fields.elsewhere}
          onChange={(event) => say({ elsewhere: event.currentTarget.value })}
        />
      )}
      <Fold title="If it goes well, or badly; and how long it takes">
        <div className="pair">
          <Amount {...{ fields, say }} name="hoursLow" label="Hours, if it goes well" />
          <Amount {...{ fields, say }} name="hoursHigh" label="Hours, if it does not" />
        </div>
        <div className="pair">
          <Amount {...{ fields, say }} name="moneyLow" label="Money, at least" />
          <Amount {...{ fields, say }} name="moneyHigh" label="Money, at most" />
        </div>
        <Amount
          {...{ fields, say }}
          name="months"
          label="Months it takes at least"
          description="However many hours a week you give"
        />
        <Amount
          {...{ fields, say }}
          name="waitWeeks"
          label="Weeks to wait afterwards, likely"
          description="For a result, a place or a paper"
        />
        <div className="pair">
          <Amount {...{ fields, say }} name="waitWeeksLow" label="Weeks, at least" />
          <Amount {...{ fields, say }} name="waitWeeksHigh" label="Weeks, at most" />
        </div>
      </Fold>
      <Fold title="Terms, and classes at fixed hours" isOpen={fields.sessions.length > 0}>
        <TextInput
          label="Days of the year on which it can begin"
          description="Month and day, such as 01-15, 09-01; empty for any day"
          value={fields.terms}
          onChange={(event) => say({ terms: event.currentTarget.value })}
        />
        <ClassBoxes
          sessions={fields.sessions}
          weeks={fields.sessionWeeks}
          say={(sessions) => say({ sessions })}
          sayWeeks={(sessionWeeks) => say({ sessionWeeks })}
        />
      </Fold>
      <Fold title="Who helps, and what to ask">
        <TextInput
          label="Who can help?"
          value={fields.whoHelps}
          onChange={(event) => say({ whoHelps: event.currentTarget.value })}
        />
        <Textarea
          label="What to ask"
          description="One question on each line"
          rows={3}
          autosize
          value={fields.questions}
          onChange={(event) => say({ questions: event.currentTarget.value })}
        />
      </Fold>
      <Fold title="What your employer pays back" isOpen={fields.share !== ""}>
        <div className="pair">
          <Amount {...{ fields, say }} name="share" label="Percent of it" max={100} />
          <Amount {...{ fields, say }} name="most" label="At most" />
        </div>
        <div className="pair">
          <Amount {...{ fields, say }} name="afterMonths" label="Months until it is paid" />
          <Amount {...{ fields, say }} name="stayMonths" label="Months you must stay" />
        </div>
      </Fold>
    </>
  );
}

interface FoldProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

function Fold({ title, isOpen = false, children }: FoldProps) {
  // Open or closed as it was found: what is typed in it does not fold it.
  const [first] = useState(isOpen);
  return (
    <details open={first || undefined}>
      <summary>{title}</summary>
      <div className="form">{children}</div>
    </details>
  );
}

interface AmountProps extends FieldsProps {
  readonly name:
    | "hours"
    | "hoursLow"
    | "hoursHigh"
    | "money"
    | "moneyLow"
    | "moneyHigh"
    | "months"
    | "waitWeeks"
    | "waitWeeksLow"
    | "waitWeeksHigh"
    | "share"
    | "most"
    | "afterMonths"
    | "stayMonths";
  readonly label: string;
  readonly description?: string;
  readonly max?: number;
}

function Amount({ fields, say, name, label, description, max }: AmountProps) {
  return (
    <NumberInput
      label={label}
      {...(description === undefined ? {} : { description })}
      {...(max === undefined ? {} : { max })}
      value={fields[name]}
      onChange={(amount) => say({ [name]: amount })}
      min={0}
      thousandSeparator=","
      hideControls
    />
  );
}

/** Which of the plan's other steps are to be done before this one begins. */
function ComesFirst({ fields, say, others }: FieldsProps & { readonly others: readonly Action[] }) {
  if (others.length === 0) return null;
  const { after } = fields;
  return (
    <Fold title="What comes before it">
      <fieldset>
        <legend className="quiet">It begins when these are done:</legend>
        <ul className="ticks">
          {others.map(({ id, title }) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={after.includes(id)}
                  onChange={(event) =>
                    say({
                      after: event.currentTarget.checked
                        ? [...after, id]
                        : after.filter((one) => one !== id),
                    })
                  }
                />
                <span>{title}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Fold>
  );
}
