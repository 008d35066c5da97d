// A decision about work: what was decided, what else there was, why, by whom, and what came of it. A career
// is the sum of positions and of the decisions about them, also of those that others made. As said.

import { dateInWords, firstDayOf, type PartialDate } from "../calendar-date.ts";
import { capital } from "../first-letter.ts";

/** Who made a decision: the person, the person with others, others for them, or the way things were. */
export const DECIDERS = ["me", "together", "someone-else", "circumstances"] as const;
export type Decider = (typeof DECIDERS)[number];

/** What came of a decision, as far as it could be seen on a day. */
export interface DecisionOutcome {
  readonly date: PartialDate;
  readonly text: string;
}

export interface Decision {
  readonly id: string;
  /** What was decided. */
  readonly what: string;
  readonly date: PartialDate;
  /** What else could have been chosen; empty where nothing could, or nothing was said. */
  readonly alternatives: readonly string[];
  /** May be empty. */
  readonly why: string;
  readonly decidedBy: Decider;
  /** "My employer", "my family": who it was, besides the person; may be empty. */
  readonly who: string;
  /** Ids of the positions and educations that it is about. */
  readonly touches: readonly string[];
  /** In the order in which they were said. */
  readonly outcomes: readonly DecisionOutcome[];
}

/** More alternatives or outcomes than this are slips. Assumption: nobody weighs a dozen ways at once. */
export const MOST_ALTERNATIVES = 12;
export const MOST_OUTCOMES = 40;

/** Returns whether others or circumstances made it, without the person. */
export function isMadeByOthers({ decidedBy }: Pick<Decision, "decidedBy">): boolean {
  return decidedBy === "someone-else" || decidedBy === "circumstances";
}

/** Returns who decided: "You decided", "Decided for you, by your employer". */
export function deciderInWords({ decidedBy, who }: Pick<Decision, "decidedBy" | "who">): string {
  const name = spokenTo(who.trim());
  switch (decidedBy) {
    case "me":
      return name === "" ? "You decided" : `You decided; ${name} had a part in it`;
    case "together":
      return name === "" ? "You decided it together with others" : `You decided it with ${name}`;
    case "someone-else":
      return name === "" ? "Others decided it for you" : `Decided for you, by ${name}`;
    case "circumstances":
      return name === "" ? "Circumstances decided" : `Circumstances decided: ${name}`;
  }
}

/** Says to the person what they said of themselves: "my employer" is "your employer". */
function spokenTo(words: string): string {
  return words.replace(/^(?:my|our)\b/i, "your");
}

/** Returns what came of it, the earliest first, each with its date: "June 2021: I missed the wards". */
export function outcomesInWords({ outcomes }: Pick<Decision, "outcomes">): readonly string[] {
  return [...outcomes]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, text }) => `${capital(dateInWords(date))}: ${text}`);
}

/** Returns the decisions, the earliest first; of one date in the order in which they were given. */
export function decisionsInOrder(decisions: readonly Decision[]): readonly Decision[] {
  return [...decisions].sort((a, b) => {
    const [first, second] = [firstDayOf(a.date), firstDayOf(b.date)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}
