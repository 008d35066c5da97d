// The goal and its limits: what, by when, hours a week, money, pay. A title that may mean several
// occupations is asked back, never guessed.

import { Button, NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { dateInWords, type PartialDate } from "../../domain/calendar-date.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { useChanges } from "../ask.ts";
import { setGoalTo } from "../change-goal.ts";
import { FormEnd } from "./form-end.tsx";
import {
  candidatesOf,
  fieldsOf,
  type GoalCandidate,
  type GoalFields,
  limitsOf,
} from "./goal-fields.ts";
import { OccupationSearch } from "./occupation-search.tsx";
import { WeekBoxes } from "./week-boxes.tsx";

const YEARS_AHEAD = 15;
const MOST_HOURS = 80;

interface GoalFormProps {
  readonly goal: Goal | undefined;
  readonly goalOccupation: string | undefined;
  readonly today: string;
  readonly button: string;
  /** Runs before the goal is set, such as keeping the country. */
  before?(): Promise<unknown>;
  /** Runs once the goal is set. */
  after(): Promise<unknown>;
  onCancel?(): void;
}

export function GoalForm(props: GoalFormProps) {
  const { goal, goalOccupation, today, button, before, after, onCancel } = props;
  const changes = useChanges();
  const [fields, setFields] = useState(() => fieldsOf(goal, goalOccupation));
  const say = (said: Partial<GoalFields>) => setFields((former) => ({ ...former, ...said }));
  const unsure = candidatesOf(changes.error);
  const save = ({ title, chosenId }: Pick<GoalFields, "title" | "chosenId">) =>
    changes.mutate(async () => {
      await before?.();
      await setGoalTo({ id: chosenId, title }, limitsOf(fields, goal));
      await after();
    });
  return (
    <form
      className="form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(fields);
      }}
    >
      <OccupationSearch
        label="What are you heading for?"
        description="A title as you would say it, such as registered nurse"
        value={fields.title}
        onType={(title) => say({ title, chosenId: undefined })}
        onChoose={({ id, title }) => say({ title, chosenId: id })}
      />
      {unsure.length > 0 && (
        <WhichOne
          title={fields.title}
          candidates={unsure}
          onChoose={({ id, occupation }) => {
            const chosen = { title: occupation, chosenId: id };
            say(chosen);
            save(chosen);
          }}
        />
      )}
      <Limits {...{ fields, say, today }} />
      <FormEnd
        {...{ changes, button, onCancel }}
        isLarge
        hidesProblem={unsure.length > 0}
        disabled={fields.title.trim() === ""}
      />
    </form>
  );
}

interface WhichOneProps {
  readonly title: string;
  readonly candidates: readonly GoalCandidate[];
  onChoose(candidate: GoalCandidate): void;
}

function WhichOne({ title, candidates, onChoose }: WhichOneProps) {
  return (
    <fieldset className="unsure" role="alert">
      <legend>“{title}” can mean several things. Which one is it?</legend>
      <ul className="choices">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              onClick={() => onChoose(candidate)}
            >
              {candidate.occupation}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface LimitsProps {
  readonly fields: GoalFields;
  readonly today: string;
  say(said: Partial<GoalFields>): void;
}

function Limits({ fields, today, say }: LimitsProps) {
  return (
    <>
      <Deadline {...{ fields, today, say }} />
      <NumberInput
        label="Hours a week you can give"
        description="For learning and looking, on top of everything else"
        value={fields.hours}
        onChange={(hours) => say({ hours })}
        min={1}
        max={MOST_HOURS}
        clampBehavior="none"
        hideControls
      />
      <Dollars
        label="Money for fees in all"
        description="In US dollars; leave it empty for no limit"
        value={fields.budget}
        onChange={(budget) => say({ budget })}
      />
      <details open={saysMore(fields) || undefined}>
        <summary>Other weeks, pay on the way, savings, and your reasons: if you like</summary>
        <div className="form">
          <WeekBoxes weeks={fields.weeks} say={(weeks) => say({ weeks })} />
          <Dollars
            label="Pay a year that no step may go below"
            description="In US dollars; leave it empty if it does not matter"
            value={fields.payFloor}
            onChange={(payFloor) => say({ payFloor })}
          />
          <Dollars
            label="What you have put by"
            description="Savings today, in US dollars; leave it empty if they limit nothing"
            value={fields.savings}
            onChange={(savings) => say({ savings })}
          />
          <Dollars
            label="What must stay of it"
            description="Below this no step may take your savings"
            value={fields.savingsFloor}
            onChange={(savingsFloor) => say({ savingsFloor })}
          />
          <Dollars
            label="What you put by in a month"
            description="At today’s pay; below 0 if your savings shrink"
            value={fields.savedPerMonth}
            onChange={(savedPerMonth) => say({ savedPerMonth })}
            isAlsoBelowZero
          />
          <Textarea
            label="Why this?"
            description="Your own words, for the days when it is hard"
            value={fields.why}
            rows={2}
            onChange={(event) => say({ why: event.currentTarget.value })}
          />
        </div>
      </details>
    </>
  );
}

function Deadline({ fields, today, say }: LimitsProps) {
  const { month, year } = fields;
  return (
    <fieldset className="pair">
      <legend>By when?</legend>
      <NativeSelect
        aria-label="Month"
        value={month}
        disabled={year === ""}
        onChange={(event) => say({ month: event.currentTarget.value })}
        data={[{ value: "", label: "Any month" }, ...monthChoices()]}
      />
      <NativeSelect
        aria-label="Year"
        value={year}
        onChange={(event) => say({ year: event.currentTarget.value })}
        data={[{ value: "", label: "No date" }, ...yearChoices(today, year)]}
      />
    </fieldset>
  );
}

interface DollarsProps {
  readonly label: string;
  readonly description: string;
  readonly value: number | string;
  readonly isAlsoBelowZero?: boolean;
  onChange(value: number | string): void;
}

function Dollars({ isAlsoBelowZero = false, ...props }: DollarsProps) {
  return (
    <NumberInput
      {...props}
      {...(isAlsoBelowZero ? {} : { min: 0 })}
      prefix="$"
      thousandSeparator=","
      hideControls
    />
  );
}

/** Whether something is said of what the form keeps closed at first, the reasons aside. */
function saysMore(fields: GoalFields): boolean {
  const { weeks, payFloor, savings, savingsFloor, savedPerMonth } = fields;
  return (
    weeks.length > 0 ||
    [payFloor, savings, savingsFloor, savedPerMonth].some((value) => value !== "")
  );
}

function monthChoices() {
  return Array.from({ length: 12 }, (_, index) => {
    const value = String(index + 1).padStart(2, "0");
    const label = dateInWords(`2000-${value}` as PartialDate).replace(" 2000", "");
    return { value, label };
  });
}

function yearChoices(today: string, chosen: string): string[] {
  const first = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, index) => String(first + index));
  return chosen === "" || years.includes(chosen) ? years : [chosen, ...years];
}
