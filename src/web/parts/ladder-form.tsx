// The way up in one organisation, to describe: the positions above the one held, next one first.

import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { OrganisationLadder } from "../../domain/record/organisation-ladder.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { FormEnd } from "./form-end.tsx";
import { openingsChoices, type RungFields, rungFieldsOf, rungOfFields } from "./ladder-fields.ts";
import { OccupationSearch } from "./occupation-search.tsx";

/** How a position that has no title is called on its ladder. */
const NAMELESS = "Where I am now";

interface LadderFormProps {
  readonly organisation: string;
  /** The title held there, which is the lowest rung of a new ladder. */
  readonly held: string;
  readonly ladder: OrganisationLadder | undefined;
  readonly heldRung: number;
  readonly currency: string;
  /** Names of the occupations that were chosen, by id. */
  readonly names: ReadonlyMap<string, string>;
  onSaved(): void;
  onCancel(): void;
}

export function LadderForm(props: LadderFormProps) {
  const { organisation, held, ladder, heldRung, currency, names, onSaved, onCancel } = props;
  const changes = useChanges();
  const below = ladder?.rungs.slice(0, heldRung + 1) ?? [{ title: held === "" ? NAMELESS : held }];
  const known = ladder?.rungs.slice(heldRung + 1) ?? [];
  const [rungs, setRungs] = useState<readonly RungFields[]>(() =>
    (known.length === 0 ? [undefined] : known).map((rung, i) =>
      rungFieldsOf(`known-${i}`, rung, names.get(rung?.occupationId ?? "") ?? ""),
    ),
  );
  const [made, setMade] = useState(0);
  const say = (key: string, said: Partial<RungFields>) =>
    setRungs((former) => former.map((one) => (one.key === key ? { ...one, ...said } : one)));
  const titled = rungs.filter(({ title }) => title.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const above = titled.map((fields) => {
      const place = fields.key.startsWith("known-")
        ? Number(fields.key.slice("known-".length))
        : -1;
      return rungOfFields(fields, known[place], currency);
    });
    changes.mutate(
      () =>
        call("save-ladder", {
          organisation,
          ...(ladder === undefined ? {} : { id: ladder.id }),
          rungs: [...below, ...above],
        }),
      { onSuccess: onSaved },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>
        You are <bdi>{below.at(-1)?.title ?? held}</bdi> there. Name the position above it, and the
        one above that, as far as you could imagine going. Whatever you do not know may stay empty;
        people who are there will often tell you.
      </p>
      {rungs.map((fields, i) => (
        <RungBoxes
          key={fields.key}
          {...{ fields, currency }}
          label={i === 0 ? "The next position up" : "And above that"}
          say={(said) => say(fields.key, said)}
          {...(rungs.length < 2
            ? {}
            : { remove: () => setRungs(rungs.filter((one) => one !== fields)) })}
        />
      ))}
      <Button
        variant="subtle"
        onClick={() => {
          setMade(made + 1);
          setRungs([...rungs, rungFieldsOf(`new-${made}`, undefined, "")]);
        }}
      >
        Add one above
      </Button>
      <FormEnd
        changes={changes}
        button="Keep it"
        disabled={titled.length === 0}
        onCancel={onCancel}
      />
    </form>
  );
}

interface RungBoxesProps {
  readonly fields: RungFields;
  readonly label: string;
  readonly currency: string;
  say(said: Partial<RungFields>): void;
  remove?(): void;
}

function RungBoxes({ fields, label, currency, say, remove }: RungBoxesProps) {
  return (
    <fieldset className="rung">
      <legend>{label}</legend>
      <TextInput
        label="What is it called?"
        value={fields.title}
        onChange={(event) => say({ title: event.currentTarget.value })}
      />
      <NativeSelect
        label="How often does one open?"
        value={fields.openings}
        onChange={(event) => say({ openings: event.currentTarget.value })}
        data={openingsChoices(fields.openings)}
      />
      <NumberInput
        label="How many others would want it?"
        value={fields.others}
        onChange={(others) => say({ others })}
        min={0}
        max={1000}
        hideControls
      />
      <details>
        <summary>More, if you know it</summary>
        <div className="pair">
          <NumberInput
            label={`Pay a year (${currency})`}
            value={fields.pay}
            onChange={(pay) => say({ pay })}
            min={0}
            thousandSeparator=","
            hideControls
          />
          <NumberInput
            label="Months people stay before it"
            value={fields.months}
            onChange={(months) => say({ months })}
            min={0}
            max={720}
            hideControls
          />
        </div>
        <OccupationSearch
          label="Kind of work"
          description="Where the title alone does not say it"
          value={fields.occupation}
          onType={(occupation) => say({ occupation, occupationId: undefined })}
          onChoose={({ id, title }) => say({ occupation: title, occupationId: id })}
        />
        <TextInput
          label="A note"
          value={fields.note}
          onChange={(event) => say({ note: event.currentTarget.value })}
        />
      </details>
      {remove !== undefined && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={remove}>
          Take this one out
        </Button>
      )}
    </fieldset>
  );
}
