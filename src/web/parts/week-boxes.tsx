// Weeks in which there are other hours than usual, to say in the goal's form: exams, holidays, a newborn.

import { Button, NumberInput, TextInput } from "@mantine/core";
import { EMPTY_WEEKS, type WeekFields } from "./goal-fields.ts";

interface WeekBoxesProps {
  readonly weeks: readonly WeekFields[];
  say(weeks: readonly WeekFields[]): void;
}

export function WeekBoxes({ weeks, say }: WeekBoxesProps) {
  const change = (key: string, said: Partial<WeekFields>) =>
    say(weeks.map((one) => (one.key === key ? { ...one, ...said } : one)));
  return (
    <fieldset className="weeks">
      <legend>Weeks with other hours</legend>
      <p className="quiet">
        Exams, holidays, a newborn: when there is less time than usual, or more.
      </p>
      {weeks.map((one, i) => (
        <fieldset className="rung" key={one.key}>
          <legend>{one.why.trim() === "" ? `Stretch ${i + 1}` : one.why}</legend>
          <div className="pair">
            <TextInput
              label="From"
              placeholder="2027-05-10"
              value={one.from}
              onChange={(event) => change(one.key, { from: event.currentTarget.value })}
            />
            <TextInput
              label="Until"
              placeholder="2027-05-30"
              value={one.to}
              onChange={(event) => change(one.key, { to: event.currentTarget.value })}
            />
          </div>
          <NumberInput
            label="Hours a week then"
            value={one.hours}
            onChange={(hours) => change(one.key, { hours })}
            min={0}
            max={80}
            hideControls
          />
          <TextInput
            label="Why"
            value={one.why}
            onChange={(event) => change(one.key, { why: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => say(weeks.filter(({ key }) => key !== one.key))}
          >
            Take these weeks out
          </Button>
        </fieldset>
      ))}
      <Button
        variant="subtle"
        onClick={() => say([...weeks, { ...EMPTY_WEEKS, key: `new-${keyAfter(weeks)}` }])}
      >
        Add weeks
      </Button>
    </fieldset>
  );
}

/** A number that no key has yet. */
function keyAfter(weeks: readonly WeekFields[]): number {
  return Math.max(0, ...weeks.map(({ key }) => Number(key.replace(/\D/g, "")))) + 1;
}
