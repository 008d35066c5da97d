// What became of a step, said in a dialog: hours worked on it, or that it is late, blocked or left out.

import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { addDays, type CalendarDate } from "../../domain/calendar-date.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { Dialog } from "./dialog.tsx";
import { FormEnd } from "./form-end.tsx";

interface NoteProps {
  readonly actionId: string;
  readonly title: string;
  readonly today: CalendarDate;
  onClose(): void;
}

/** Hours worked on a step, on a day. */
export function HoursDialog({ actionId, title, today, onClose }: NoteProps) {
  const changes = useChanges();
  const [hours, setHours] = useState<number | string>("");
  const [on, setOn] = useState<string>(today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changes.mutate(() => call("log-hours", { action: actionId, hours: Number(hours), on }), {
      onSuccess: onClose,
    });
  };
  return (
    <Dialog title={`Hours for: ${title}`} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <NumberInput
          label="Hours"
          description="A rough figure will do; half hours too"
          value={hours}
          required
          withAsterisk={false}
          min={0}
          step={0.5}
          onChange={setHours}
          data-first
        />
        <TextInput
          label="Day"
          type="date"
          max={today}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <FormEnd changes={changes} button="Note the hours" onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type Mark = "late" | "blocked" | "dropped";

const MARKS: readonly { readonly value: Mark; readonly label: string }[] = [
  { value: "late", label: "It takes longer" },
  { value: "blocked", label: "It cannot go on for now" },
  { value: "dropped", label: "It is left out" },
];

const UNTIL_WORDS: Readonly<Record<Exclude<Mark, "dropped">, string>> = {
  late: "It will be done by about",
  blocked: "It can go on from about",
};

/** Days ahead that a form proposes: people rarely know better than a month. */
const PROPOSED_DAYS = 30;

/** That a step is late, blocked or left out, until when, and why. */
export function MarkDialog({ actionId, title, today, onClose }: NoteProps) {
  const changes = useChanges();
  const [mark, setMark] = useState<Mark>("late");
  const [until, setUntil] = useState<string>(addDays(today, PROPOSED_DAYS));
  const [why, setWhy] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      action: actionId,
      mark,
      ...(mark === "dropped" ? {} : { until }),
      ...(why.trim() === "" ? {} : { why: why.trim() }),
    };
    changes.mutate(() => call("mark-action", input), { onSuccess: onClose });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <NativeSelect
          label="How does it stand?"
          value={mark}
          // The choices are exactly the marks.
          onChange={(event) => setMark(event.currentTarget.value as Mark)}
          data={[...MARKS]}
          data-first
        />
        {mark !== "dropped" && (
          <TextInput
            label={UNTIL_WORDS[mark]}
            description="A rough day will do"
            type="date"
            min={addDays(today, 1)}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Why"
          description="For yourself; may stay empty"
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <FormEnd changes={changes} button="Note it" onCancel={onClose} />
      </form>
    </Dialog>
  );
}
