// One decision, to add or to change: what, when, who decided, what else there was, why, what it is about,
// and what came of it.

import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { Decider, Decision } from "../../domain/record/decision.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { titleOf } from "../in-words.ts";
import { FormEnd } from "./form-end.tsx";

/** Who decided, as people choose it. */
const DECIDER_CHOICES: readonly { readonly value: Decider; readonly label: string }[] = [
  { value: "me", label: "I did" },
  { value: "together", label: "I did, together with others" },
  { value: "someone-else", label: "Someone else, such as an employer or family" },
  { value: "circumstances", label: "Circumstances" },
];

/** What is asked about whoever had a part in it. */
const WHO_QUESTIONS: Readonly<Record<Decider, string | undefined>> = {
  me: undefined,
  together: "With whom?",
  "someone-else": "Who was it?",
  circumstances: "Which ones?",
};

interface OutcomeFields {
  readonly key: string;
  readonly date: string;
  readonly text: string;
}

interface DecisionFormProps {
  readonly decision: Decision | undefined;
  readonly record: CareerRecord;
  /** Opens with an empty place for what came of it. */
  readonly asksOutcome: boolean;
  readonly today: string;
  onSaved(): void;
  onCancel(): void;
}

export function DecisionForm(props: DecisionFormProps) {
  const { decision, record, asksOutcome, today, onSaved, onCancel } = props;
  const changes = useChanges();
  const [what, setWhat] = useState(decision?.what ?? "");
  const [date, setDate] = useState<string>(decision?.date ?? "");
  const [decidedBy, setDecidedBy] = useState<Decider>(decision?.decidedBy ?? "me");
  const [who, setWho] = useState(decision?.who ?? "");
  const [alternatives, setAlternatives] = useState(decision?.alternatives.join("\n") ?? "");
  const [why, setWhy] = useState(decision?.why ?? "");
  const [touches, setTouches] = useState<readonly string[]>(decision?.touches ?? []);
  const [outcomes, setOutcomes] = useState<readonly OutcomeFields[]>(() => [
    ...(decision?.outcomes ?? []).map((one, i) => ({ ...one, key: `known-${i}` })),
    ...(asksOutcome ? [{ key: "asked", date: today, text: "" }] : []),
  ]);
  const [made, setMade] = useState(0);
  const whoQuestion = WHO_QUESTIONS[decidedBy];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changes.mutate(
      () =>
        call("save-decision", {
          ...(decision === undefined ? {} : { id: decision.id }),
          what: what.trim(),
          ...(date.trim() === "" ? {} : { date: date.trim() }),
          decidedBy,
          who: whoQuestion === undefined ? "" : who.trim(),
          why: why.trim(),
          alternatives: linesIn(alternatives),
          touches: [...touches],
          outcomes: outcomes
            .filter(({ text }) => text.trim() !== "")
            .map((one) => ({ date: one.date.trim(), text: one.text.trim() })),
        }),
      { onSuccess: onSaved },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput
        label="What was decided?"
        placeholder="Took the post at the surgery"
        value={what}
        required
        withAsterisk={false}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        label="When?"
        description="Year, or year and month; today if empty"
        placeholder="2019-04"
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <NativeSelect
        label="Who decided?"
        description="What others or circumstances decided is part of a career too"
        value={decidedBy}
        // The choices are exactly the deciders.
        onChange={(event) => setDecidedBy(event.currentTarget.value as Decider)}
        data={DECIDER_CHOICES.map(({ value, label }) => ({ value, label }))}
      />
      {whoQuestion !== undefined && (
        <TextInput
          label={whoQuestion}
          description="May stay empty"
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
      )}
      <Textarea
        label="What else was there?"
        description="One on each line; may stay empty, and sometimes there was nothing else"
        value={alternatives}
        rows={2}
        onChange={(event) => setAlternatives(event.currentTarget.value)}
      />
      <Textarea
        label="Why?"
        description="As it seemed then; may stay empty"
        value={why}
        rows={2}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Touches {...{ record, touches, setTouches }} />
      {outcomes.map((fields) => (
        <OutcomeBoxes
          key={fields.key}
          fields={fields}
          say={(said) =>
            setOutcomes(outcomes.map((one) => (one.key === fields.key ? { ...one, ...said } : one)))
          }
        />
      ))}
      <Button
        variant="subtle"
        onClick={() => {
          setMade(made + 1);
          setOutcomes([...outcomes, { key: `new-${made}`, date: today, text: "" }]);
        }}
      >
        Add what came of it
      </Button>
      <FormEnd
        changes={changes}
        button="Keep it"
        disabled={what.trim() === ""}
        onCancel={onCancel}
      />
    </form>
  );
}

function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

interface TouchesProps {
  readonly record: CareerRecord;
  readonly touches: readonly string[];
  setTouches(touches: readonly string[]): void;
}

/** The positions and educations on record, to tick. */
function Touches({ record, touches, setTouches }: TouchesProps) {
  const entries = [
    ...record.positions.map((position) => ({
      id: position.id,
      name: [titleOf(position), position.title === "" ? "" : position.organisation],
    })),
    ...record.educations.map(({ id, studyType, area, institution }) => ({
      id,
      name: [studyType, area, institution],
    })),
  ];
  if (entries.length === 0) return null;
  return (
    <details className="touches" open={touches.length > 0}>
      <summary>What is it about?</summary>
      <Checkbox.Group value={[...touches]} onChange={setTouches}>
        {entries.map(({ id, name }) => (
          <Checkbox
            key={id}
            value={id}
            label={name.filter((part) => part !== "").join(", ")}
            mt="xs"
          />
        ))}
      </Checkbox.Group>
    </details>
  );
}

interface OutcomeBoxesProps {
  readonly fields: OutcomeFields;
  say(said: Partial<OutcomeFields>): void;
}

function OutcomeBoxes({ fields, say }: OutcomeBoxesProps) {
  return (
    <fieldset className="rung">
      <legend>What came of it</legend>
      <TextInput
        label="Seen when?"
        value={fields.date}
        onChange={(event) => say({ date: event.currentTarget.value })}
      />
      <Textarea
        label="What came of it?"
        description="Leave empty to take it out"
        value={fields.text}
        rows={2}
        onChange={(event) => say({ text: event.currentTarget.value })}
      />
    </fieldset>
  );
}
