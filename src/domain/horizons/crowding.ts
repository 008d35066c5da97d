// Whether one horizon crowds out the others, from hours alone: first from those that check-ins say, else from
// the hours a week on record. It tells, it never scolds, and says nothing on too little.

import { type AgendaShares, agendaSharesOf, LEAST_HOURS } from "../agenda/agenda-shares.ts";
import type { CheckIn } from "../agenda/check-in.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import type { CareerRecord } from "../record/career-record.ts";
import { presentPositions } from "../record/stays.ts";
import type { Horizon } from "./horizon.ts";

/**
 * From this share of the noted hours on one horizon crowds out the others. Assumption: it leaves the others
 * less than two hours of a week of forty.
 */
export const CROWDING_SHARE = 0.95;

/**
 * Hours a week from which work is known to wear people down: "long working hours" of the World Health
 * Organization and the International Labour Organization (Pega et al. 2021, Environment International 154).
 */
export const LONG_WEEK_HOURS = 55;

/** Crowding, its sentence, and what that rests on. */
export interface Crowding {
  /** The horizon that crowds out the others; undefined where none does, or too little is known. */
  readonly horizon: Horizon | undefined;
  /** Whether there was enough to say either. */
  readonly isKnown: boolean;
  readonly sentence: string;
  /** Hours that it rests on, by horizon; empty where there are none. */
  readonly hours: readonly { readonly horizon: Horizon; readonly hours: number }[];
  readonly grounds: string;
}

/** Said beside whatever crowds: neither a job nor a career is good or bad. */
export const NEITHER_IS_BETTER =
  "That may be just what you need now: a job that simply supports a family can satisfy wholly.";

/** Returns what the hours of the last weeks say; where there are too few, what the hours on record say. */
export function crowdingOf(
  record: CareerRecord,
  checkIns: readonly CheckIn[],
  today: CalendarDate,
): Crowding {
  const shares = agendaSharesOf(checkIns, today);
  return (
    (shares.shares === undefined ? undefined : fromCheckIns(shares)) ?? fromRecord(record, today)
  );
}

const SHARED_OUT: Readonly<Record<Horizon, string>> = {
  job: "what your employers wanted done",
  work: "what is half yours and half theirs",
  career: "your own ends",
};

/** Undefined where too few of the hours served a horizon: an hour of its own crowds out nothing. */
function fromCheckIns({ hours, weeks, unsaid }: AgendaShares): Crowding | undefined {
  const byHorizon = [
    { horizon: "job", hours: hours.employer },
    { horizon: "work", hours: hours.both },
    { horizon: "career", hours: hours.mine },
  ] as const;
  const all = byHorizon.reduce((sum, one) => sum + one.hours, 0);
  if (all < LEAST_HOURS) return undefined;
  const others =
    hours.neither + unsaid > 0
      ? " Hours that served neither, or of which you did not say whom they served, are not counted."
      : "";
  const grounds = `From ${weeks.length} weeks of your check-ins; one horizon crowds out the others from ${Math.round(CROWDING_SHARE * 100)}% of the hours on.${others}`;
  const most = byHorizon.find((one) => one.hours / all >= CROWDING_SHARE);
  const base = { isKnown: true, hours: byHorizon, grounds };
  if (most === undefined) {
    const parts = byHorizon.map((one) => `${wholeHours(one.hours)} for ${SHARED_OUT[one.horizon]}`);
    return {
      ...base,
      horizon: undefined,
      sentence: `None crowds out the others: of ${hoursInWords(all)}, ${parts.join(", ")}.`,
    };
  }
  return {
    ...base,
    horizon: most.horizon,
    sentence: `Of ${hoursInWords(all)} that you noted, ${wholeHours(most.hours)} went to ${SHARED_OUT[most.horizon]}: the ${most.horizon} leaves the others little room at present. ${most.horizon === "job" ? NEITHER_IS_BETTER : "Nothing is wrong with that, if it is as you want it."}`,
  };
}

function fromRecord(record: CareerRecord, today: CalendarDate): Crowding {
  const held = presentPositions(record, today).filter((one) => (one.hoursPerWeek ?? 0) > 0);
  const hours = held.reduce((sum, one) => sum + (one.hoursPerWeek ?? 0), 0);
  const grounds = `From the hours a week on record; from ${LONG_WEEK_HOURS} on a week is long by the measure of the World Health Organization.`;
  const base = { hours: hours > 0 ? [{ horizon: "job" as const, hours }] : [] };
  if (hours >= LONG_WEEK_HOURS) {
    return {
      ...base,
      grounds,
      horizon: "job",
      isKnown: true,
      sentence: `What you hold takes ${hoursPerWeekInWords(hours)}: little is left for looking further at present. ${NEITHER_IS_BETTER}`,
    };
  }
  return {
    ...base,
    horizon: undefined,
    isKnown: false,
    grounds: "",
    sentence:
      hours > 0
        ? `What you hold takes ${hoursPerWeekInWords(hours)}. Whether one horizon crowds out the others, three weekly check-ins will show.`
        : "Whether one horizon crowds out the others cannot be said yet; three weekly check-ins will show it.",
  };
}

function wholeHours(hours: number): string {
  return Math.round(hours).toLocaleString("en");
}

function hoursInWords(hours: number): string {
  const whole = wholeHours(hours);
  return `${whole} ${whole === "1" ? "hour" : "hours"}`;
}
