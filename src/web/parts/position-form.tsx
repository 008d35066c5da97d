// One position, to add or to change: what it was called, with whom, of which kind, from when to when.

import { NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Position, PositionKind } from "../../domain/record/career-record.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { FormEnd } from "./form-end.tsx";

/** The kinds as people choose them. */
export const KIND_WORDS: readonly { readonly value: PositionKind; readonly label: string }[] = [
  { value: "employment", label: "Employed" },
  { value: "self-employment", label: "Self-employed" },
  { value: "volunteering", label: "Volunteering" },
  { value: "caring", label: "Caring for someone" },
  { value: "military", label: "Military service" },
  { value: "internship", label: "Internship or apprenticeship" },
  { value: "board", label: "On a board" },
  { value: "creative", label: "Creative work" },
];

interface PositionFormProps {
  readonly position?: Position;
  readonly button: string;
  before?(): Promise<unknown>;
  onSaved(): void;
  onCancel?(): void;
}

export function PositionForm(props: PositionFormProps) {
  const { position, button, before, onSaved, onCancel } = props;
  const changes = useChanges();
  const [title, setTitle] = useState(position?.title ?? "");
  const [organisation, setOrganisation] = useState(position?.organisation ?? "");
  const [kind, setKind] = useState<string>(position?.kind ?? "employment");
  const [start, setStart] = useState<string>(position?.start ?? "");
  const [end, setEnd] = useState<string>(position?.end ?? "");
  const [hours, setHours] = useState<number | string>(position?.hoursPerWeek ?? "");
  const [summary, setSummary] = useState(position?.summary ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changes.mutate(
      async () => {
        await before?.();
        await call("save-position", {
          ...(position === undefined ? {} : { id: position.id }),
          title: title.trim(),
          organisation: organisation.trim(),
          kind: kind as PositionKind, // The choices are exactly the kinds.
          ...(start.trim() === "" ? {} : { start: start.trim() }),
          ...(end.trim() === "" ? {} : { end: end.trim() }),
          ...(typeof hours === "number" ? { hoursPerWeek: hours } : {}),
          ...(position?.pay === undefined ? {} : { pay: position.pay }),
          ...(summary.trim() === "" ? {} : { summary: summary.trim() }),
        });
      },
      { onSuccess: onSaved },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label="What was it called?"
        description="As you would say it; the kind of work is worked out from it"
        value={title}
        required
        withAsterisk={false}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label="With whom?"
        description="An employer, a family, a club; may stay empty"
        value={organisation}
        onChange={(event) => setOrganisation(event.currentTarget.value)}
      />
      <NativeSelect
        label="Kind"
        description="Paid and unpaid count alike for what you can do"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={KIND_WORDS.map(({ value, label }) => ({ value, label }))}
      />
      <div className="pair">
        <TextInput
          label="From"
          placeholder="2019-04"
          description="Year, or year and month"
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <TextInput
          label="Until"
          placeholder="2023-08"
          description="Empty if it goes on"
          value={end}
          onChange={(event) => setEnd(event.currentTarget.value)}
        />
      </div>
      <NumberInput
        label="Hours a week"
        description="May stay empty"
        value={hours}
        onChange={setHours}
        min={1}
        max={168}
        hideControls
      />
      <Textarea
        label="What it was about"
        description="May stay empty; it helps where the title alone is not clear"
        value={summary}
        rows={2}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <FormEnd
        changes={changes}
        button={button}
        disabled={title.trim() === ""}
        onCancel={onCancel}
      />
    </form>
  );
}
