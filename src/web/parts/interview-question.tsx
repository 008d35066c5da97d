// One question of the interview: what it means, what is known, and the ways to answer it.

import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ValueOf } from "../../http/client.ts";

type Asked = NonNullable<ValueOf<"show-interview">["turn"]>;

/** What goes with the question's id to answer it. */
export interface SaidHere {
  readonly choice?: string;
  readonly words?: string;
  readonly when?: string;
  readonly [figure: string]: number | string | undefined;
}

interface InterviewQuestionProps {
  readonly turn: Asked;
  readonly waits: boolean;
  onAnswer(said: SaidHere): void;
}

export function InterviewQuestion({ turn, waits, onAnswer }: InterviewQuestionProps) {
  const { answer } = turn;
  const [choice, setChoice] = useState(answer?.choice === "skip" ? "" : (answer?.choice ?? ""));
  const [words, setWords] = useState(answer?.words ?? "");
  const [when, setWhen] = useState<string>(answer?.when ?? "");
  const [numbers, setNumbers] = useState<Readonly<Record<string, number | string>>>(
    answer?.numbers ?? {},
  );
  const figures = Object.entries(numbers).filter(([, value]) => value !== "");
  const options = [
    ...turn.options,
    ...(turn.canBeUnknown ? [{ id: "unknown", label: "I don’t know" }] : []),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer({
      ...(choice === "" ? {} : { choice }),
      ...(words.trim() === "" ? {} : { words: words.trim() }),
      ...(when.trim() === "" ? {} : { when: when.trim() }),
      ...Object.fromEntries(figures.map(([id, value]) => [id, Number(value)])),
    });
  };
  return (
    <form onSubmit={submit}>
      <p id="meaning">{turn.meaning}</p>
      {turn.knows.length > 0 && (
        <aside className="known" aria-label="What is known already">
          {turn.knows.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </aside>
      )}
      <fieldset className="rating-scale" aria-describedby="meaning">
        <legend className="visually-hidden">{turn.question}</legend>
        {options.map(({ id, label }) => (
          <label key={id} className="answer">
            <input
              type="radio"
              name={turn.id}
              value={id}
              checked={choice === id}
              onChange={() => setChoice(id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div className="form besides">
        {turn.numbers.map(({ id, label, least, most }) => (
          <NumberInput
            key={id}
            label={label}
            description="If you know it; may stay empty"
            value={numbers[id] ?? ""}
            min={least}
            max={most}
            onChange={(value) => setNumbers({ ...numbers, [id]: value })}
          />
        ))}
        {turn.when !== undefined && (
          <TextInput
            label={turn.when}
            description="2027-03, or a day such as 2027-03-15; may stay empty"
            value={when}
            onChange={(event) => setWhen(event.currentTarget.value)}
          />
        )}
        {turn.words !== undefined && (
          <Textarea
            label={turn.words}
            description="May stay empty"
            autosize
            minRows={2}
            maxLength={4000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </div>
      <div className="buttons">
        <Button type="submit" loading={waits} disabled={choice === "" && figures.length === 0}>
          Keep my answer
        </Button>
        <Button variant="subtle" disabled={waits} onClick={() => onAnswer({ choice: "skip" })}>
          Skip this
        </Button>
      </div>
    </form>
  );
}
