// The goal and its limits: what, by when, hours a week, money, pay. A title that may mean several
// occupations is asked back, never guessed.

import { Button, NativeSelect, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { PartialDate } from "../../domain/calendar-date.ts";
import { dateInWords } from "../../domain/calendar-date.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { type InputOf, ProblemError } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { setGoalTo } from "../change-goal.ts";
import { type FoundOccupation, OccupationSearch } from "./occupation-search.tsx";
import { ProblemLine } from "./problem-note.tsx";

const YEARS_AHEAD = 15;
const MOST_HOURS = 80;
const DEFAULT_HOURS = 8;

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
  const [title, setTitle] = useState(nameOf(goal, goalOccupation));
  const [chosenId, setChosenId] = useState(goal?.occupationId);
  const [month, setMonth] = useState(goal?.by?.slice(5, 7) ?? "");
  const [year, setYear] = useState(goal?.by?.slice(0, 4) ?? "");
  const [hours, setHours] = useState<number | string>(goal?.limits.hoursPerWeek ?? DEFAULT_HOURS);
  const [budget, setBudget] = useState<number | string>(goal?.limits.budget?.amount ?? "");
  const [payFloor, setPayFloor] = useState<number | string>(goal?.limits.payFloor?.amount ?? "");
  const [why, setWhy] = useState(goal?.why ?? "");
  const unsure = candidatesOf(changes.error);

  const save = (said: string, id: string | undefined) => {
    const by = year === "" ? undefined : month === "" ? year : `${year}-${month}`;
    const limits: Omit<InputOf<"set-goal">, "goal"> = {
      ...(by === undefined ? {} : { by }),
      ...amount("hours", hours),
      ...amount("budget", budget),
      ...amount("payFloor", payFloor),
      ...(why.trim() === "" ? {} : { why: why.trim() }),
      ...(goal === undefined ? {} : { notThese: [...goal.limits.notThese] }),
    };
    changes.mutate(async () => {
      await before?.();
      await setGoalTo({ id, title: said }, limits);
      await after();
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(title, chosenId);
  };
  const choose = (chosen: FoundOccupation) => {
    setTitle(chosen.title);
    setChosenId(chosen.id);
  };

  return (
    <form className="form" onSubmit={submit}>
      <OccupationSearch
        label="What are you heading for?"
        description="A title as you would say it, such as registered nurse"
        value={title}
        onType={(text) => {
          setTitle(text);
          setChosenId(undefined);
        }}
        onChoose={choose}
      />
      {unsure.length > 0 && (
        <fieldset className="unsure" role="alert">
          <legend>“{title}” can mean several things. Which one is it?</legend>
          <ul className="choices">
            {unsure.map((candidate) => (
              <li key={candidate.id}>
                <Button
                  variant="default"
                  fullWidth
                  justify="flex-start"
                  onClick={() => {
                    choose({ id: candidate.id, title: candidate.occupation });
                    save(candidate.occupation, candidate.id);
                  }}
                >
                  {candidate.occupation}
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <fieldset className="pair">
        <legend>By when?</legend>
        <NativeSelect
          aria-label="Month"
          value={month}
          disabled={year === ""}
          onChange={(event) => setMonth(event.currentTarget.value)}
          data={[{ value: "", label: "Any month" }, ...monthChoices()]}
        />
        <NativeSelect
          aria-label="Year"
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
          data={[{ value: "", label: "No date" }, ...yearChoices(today, year)]}
        />
      </fieldset>
      <NumberInput
        label="Hours a week you can give"
        description="For learning and looking, on top of everything else"
        value={hours}
        onChange={setHours}
        min={1}
        max={MOST_HOURS}
        clampBehavior="none"
        hideControls
      />
      <NumberInput
        label="Money for fees in all"
        description="In US dollars; leave it empty for no limit"
        value={budget}
        onChange={setBudget}
        min={0}
        prefix="$"
        thousandSeparator=","
        hideControls
      />
      <details open={payFloor !== "" || undefined}>
        <summary>Pay on the way, and your reasons: if you like</summary>
        <div className="form">
          <NumberInput
            label="Pay a year that no step may go below"
            description="In US dollars; leave it empty if it does not matter"
            value={payFloor}
            onChange={setPayFloor}
            min={0}
            prefix="$"
            thousandSeparator=","
            hideControls
          />
          <Textarea
            label="Why this?"
            description="Your own words, for the days when it is hard"
            value={why}
            autosize={false}
            rows={2}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </div>
      </details>
      {unsure.length === 0 && <ProblemLine error={changes.error} />}
      <div className="buttons">
        <Button type="submit" size="md" loading={changes.isPending} disabled={title.trim() === ""}>
          {button}
        </Button>
        {onCancel !== undefined && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

function amount<Key extends string>(key: Key, value: number | string) {
  return typeof value === "number" ? ({ [key]: value } as Record<Key, number>) : {};
}

interface Candidate {
  readonly id: string;
  readonly occupation: string;
}

/** Returns the goal as the person wrote it; the occupation's name where they chose a code. */
function nameOf(goal: Goal | undefined, goalOccupation: string | undefined): string {
  if (goal === undefined) return "";
  return goal.title === goal.occupationId ? (goalOccupation ?? goal.title) : goal.title;
}

function candidatesOf(error: unknown): readonly Candidate[] {
  if (!(error instanceof ProblemError) || error.code !== "goal/unsure") return [];
  // `as`: the field of this problem in operations/resolve-goal.ts.
  return error.problem.candidates as readonly Candidate[];
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
