// Classes at fixed hours of the week, to say in the form of a step: day, from, until, and for how many weeks.

import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { WEEKDAY_NAMES, type Weekday } from "../../domain/record/sessions.ts";
import { type SessionFields, withOneMoreSession } from "./step-fields.ts";

interface ClassBoxesProps {
  readonly sessions: readonly SessionFields[];
  readonly weeks: number | string;
  say(sessions: readonly SessionFields[]): void;
  sayWeeks(weeks: number | string): void;
}

export function ClassBoxes({ sessions, weeks, say, sayWeeks }: ClassBoxesProps) {
  const change = (key: string, said: Partial<SessionFields>) =>
    say(sessions.map((one) => (one.key === key ? { ...one, ...said } : one)));
  return (
    <>
      {sessions.map(({ key, day, from, to }, i) => (
        <fieldset className="rung" key={key}>
          <legend>{sessions.length === 1 ? "The class" : `Class ${i + 1} of the week`}</legend>
          <NativeSelect
            label="Day"
            value={day}
            // `as`: the choices are the days.
            onChange={(event) => change(key, { day: event.currentTarget.value as Weekday })}
            data={Object.entries(WEEKDAY_NAMES).map(([value, label]) => ({ value, label }))}
          />
          <div className="pair">
            <TextInput
              type="time"
              label="From"
              value={from}
              onChange={(event) => change(key, { from: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label="Until"
              value={to}
              onChange={(event) => change(key, { to: event.currentTarget.value })}
            />
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => say(sessions.filter((one) => one.key !== key))}
          >
            Take this class out
          </Button>
        </fieldset>
      ))}
      {sessions.length > 0 && (
        <NumberInput
          label="For how many weeks?"
          description="From the day it begins"
          value={weeks}
          onChange={sayWeeks}
          min={1}
          allowDecimal={false}
          hideControls
        />
      )}
      <Button variant="subtle" onClick={() => say(withOneMoreSession(sessions))}>
        {sessions.length === 0 ? "Add a class at fixed hours" : "Add another class"}
      </Button>
    </>
  );
}
