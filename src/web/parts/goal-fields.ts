// What is typed into the goal's form, and how it becomes what set-goal takes. No component.

import type { Goal } from "../../domain/record/goal.ts";
import { type InputOf, ProblemError } from "../../http/client.ts";

/** As many as the planner takes where none are said; see DEFAULT_HOURS_PER_WEEK in the domain. */
const DEFAULT_HOURS = 8;

/** Weeks with other hours, as the boxes hold them. */
export interface WeekFields {
  /** Tells the boxes apart while they come and go; ends in a number. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number | string;
  readonly why: string;
}

export const EMPTY_WEEKS: Omit<WeekFields, "key"> = { from: "", to: "", hours: "", why: "" };

/** The fields as they stand; an empty text is nothing said. */
export interface GoalFields {
  readonly title: string;
  /** The occupation that was chosen from a list; undefined for a title that was typed. */
  readonly chosenId: string | undefined;
  readonly month: string;
  readonly year: string;
  readonly hours: number | string;
  readonly weeks: readonly WeekFields[];
  readonly budget: number | string;
  readonly payFloor: number | string;
  readonly savings: number | string;
  readonly savingsFloor: number | string;
  readonly savedPerMonth: number | string;
  readonly why: string;
}

/** Returns the fields of a goal, or of none yet. */
export function fieldsOf(goal: Goal | undefined, goalOccupation: string | undefined): GoalFields {
  // A goal that was chosen by its code is shown by the occupation's name.
  const title = goal?.title === goal?.occupationId ? (goalOccupation ?? goal?.title) : goal?.title;
  return {
    title: title ?? "",
    chosenId: goal?.occupationId,
    month: goal?.by?.slice(5, 7) ?? "",
    year: goal?.by?.slice(0, 4) ?? "",
    hours: goal?.limits.hoursPerWeek ?? DEFAULT_HOURS,
    weeks: (goal?.limits.weeks ?? []).map(({ from, to, hoursPerWeek, why }, i) => ({
      ...{ key: `known-${i}`, from, to, why },
      hours: hoursPerWeek,
    })),
    budget: goal?.limits.budget?.amount ?? "",
    payFloor: goal?.limits.payFloor?.amount ?? "",
    savings: goal?.limits.savings?.amount ?? "",
    savingsFloor: goal?.limits.savingsFloor?.amount ?? "",
    savedPerMonth: goal?.limits.savedPerMonth?.amount ?? "",
    why: goal?.why ?? "",
  };
}

/** Returns what the fields say beside the title; what is empty is left out. */
export function limitsOf(
  fields: GoalFields,
  goal: Goal | undefined,
): Omit<InputOf<"set-goal">, "goal"> {
  const { month, year, why } = fields;
  const by = year === "" ? undefined : month === "" ? year : `${year}-${month}`;
  return {
    ...(by === undefined ? {} : { by }),
    ...amount("hours", fields.hours),
    ...weeksOf(fields.weeks),
    ...amount("budget", fields.budget),
    ...amount("payFloor", fields.payFloor),
    ...amount("savings", fields.savings),
    ...amount("savingsFloor", fields.savingsFloor),
    ...amount("savedPerMonth", fields.savedPerMonth),
    ...(why.trim() === "" ? {} : { why: why.trim() }),
    ...(goal === undefined ? {} : { notThese: [...goal.limits.notThese] }),
  };
}

/** What is said of weeks; an empty stretch says nothing, and an open end means the day or month it begins. */
function weeksOf(fields: readonly WeekFields[]): Pick<InputOf<"set-goal">, "weeks"> {
  const said = fields.filter(({ from }) => from.trim() !== "");
  if (said.length === 0) return {};
  return {
    weeks: said.map(({ from, to, hours, why }) => ({
      from: from.trim(),
      to: to.trim() === "" ? from.trim() : to.trim(),
      hoursPerWeek: typeof hours === "number" ? hours : 0,
      why: why.trim(),
    })),
  };
}

function amount<Key extends string>(key: Key, value: number | string) {
  return typeof value === "number" ? ({ [key]: value } as Record<Key, number>) : {};
}

export interface GoalCandidate {
  readonly id: string;
  readonly occupation: string;
}

/** Returns what an unclear title may mean, best first; nothing for any other problem. */
export function candidatesOf(error: unknown): readonly GoalCandidate[] {
  if (!(error instanceof ProblemError) || error.code !== "goal/unsure") return [];
  // `as`: the field of this problem in operations/resolve-goal.ts.
  return error.problem.candidates as readonly GoalCandidate[];
}
