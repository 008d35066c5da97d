// What luck does to the dates: the schedule is run again on drawn hours, waits, exam attempts and
// search times, by the same order of urgency. Whether a cause ends the route is drawn besides.

import { addDays, type CalendarDate, DAYS_A_WEEK, daysBetween } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import type { FailureCause } from "../routes/route.ts";
import { pertQuantiles } from "./pert.ts";
import type { Action } from "./plan.ts";
import { DAYS_A_MONTH, lastDayBefore, type Placement, workOf } from "./schedule-actions.ts";
import { makeRunner } from "./work-order.ts";

/** Enough that a P80 moves by less than a month on a plan of years; measured here on seeds. */
export const SIMULATION_RUNS = 400;
/**
 * Weeks before a failed exam may be taken again: 45 days, the least that NCSBN allows for the NCLEX;
 * an assumption for other exams.
 */
export const RETRY_WAIT_WEEKS = 45 / DAYS_A_WEEK;
/** Assumption: share of the study hours that another attempt takes. */
export const RETRY_HOURS_SHARE = 0.4;
/** Assumption: after this many failed attempts a person turns to something else. */
export const MOST_ATTEMPTS = 4;
/**
 * Assumption: how a person's own pace compares with the catalogue's hours. One draw for all actions of
 * a run, since someone slow at one course is slow at the next.
 */
export const PACE: ThreePoint = { low: 0.85, likely: 1, high: 1.15 };

export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
}

export interface Simulation {
  readonly runs: number;
  /** Days to the last day of work on each action, by its id, if nothing ends the route. */
  readonly actionEnds: ReadonlyMap<string, Quantiles>;
  /** Days to the goal, if nothing ends the route. */
  readonly goal: Quantiles;
  /** Days to the goal, run by run. */
  readonly goalDays: Float64Array;
  /** Run by run, the id of a cause that ended the route; undefined where none did. */
  readonly endedBy: readonly (string | undefined)[];
}

/** A 32-bit number from a text (FNV-1a), so that the same action draws the same luck on every route. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function drawsOf(hash: number, runSeed: number): RandomSource {
  return seededRandom((hash ^ Math.imul(runSeed, 0x9e3779b1)) >>> 0);
}

/** Returns whether the cause is drawn by the actions themselves: retried exams, searches that last. */
function isInActions(cause: FailureCause, actions: readonly Action[]): boolean {
  if (cause.id.startsWith("exam:")) return actions.some((action) => action.passRate !== undefined);
  if (cause.id.startsWith("market:")) {
    return actions.some((action) => action.landingRate !== undefined);
  }
  return false;
}

/**
 * Returns what happened in so many runs. Hours and waits are beta-PERT, one pace for all; an exam is
 * tried until it is passed, at most MOST_ATTEMPTS times; a search is exponential, its rate between low
 * and high, one market for all searches of a run; a cause of failure that no action covers happens with its
 * chance. Runs are numbered by draws from `random`, and each action draws by its id: two plans
 * simulated from the same seed meet the same luck.
 */
export function simulatePlan(
  actions: readonly Action[],
  given: {
    readonly placement: Placement;
    readonly causes: readonly FailureCause[];
    readonly random: RandomSource;
    readonly runs?: number;
    /** The person's own pace, where more is known of it than PACE. */
    readonly pace?: ThreePoint;
  },
): Simulation {
  const runs = given.runs ?? SIMULATION_RUNS;
  const work = workOf(actions, given.placement.start);
  const hours = new Float64Array(actions.length);
  const days = new Float64Array(actions.length);
  const waits = new Float64Array(actions.length);
  const runOnce = makeRunner({ ...work, hours, days, waits });
  const goalDays = new Float64Array(runs);
  const ends = actions.map(() => new Float64Array(runs));
  const endedBy: (string | undefined)[] = [];
  const paceOf = pertQuantiles(given.pace ?? PACE);
  const hoursOf = actions.map((action) => pertQuantiles(action.hours));
  const waitOf = actions.map((action) => pertQuantiles(action.waitWeeks));
  const rateOf = actions.map((action) =>
    action.landingRate === undefined ? undefined : pertQuantiles(action.landingRate),
  );
  const hashes = actions.map((action) => hashOf(action.id));
  const [paceHash, marketHash] = [hashOf("pace"), hashOf("market")];
  const causes = given.causes.filter((cause) => !isInActions(cause, actions));

  for (let run = 0; run < runs; run++) {
    const runSeed = Math.floor(given.random() * 4294967296);
    const pace = paceOf(drawsOf(paceHash, runSeed)());
    const market = drawsOf(marketHash, runSeed)();
    let ended = causes.find((cause) => drawsOf(hashOf(cause.id), runSeed)() < cause.chance)?.id;
    actions.forEach((action, item) => {
      const draw = drawsOf(hashes[item] as number, runSeed);
      hours[item] = (hoursOf[item]?.(draw()) ?? 0) * pace;
      waits[item] = (waitOf[item]?.(draw()) ?? 0) * DAYS_A_WEEK;
      const luck = draw();
      const search =
        action.landingRate === undefined
          ? 0
          : -Math.log(1 - luck) / (rateOf[item]?.(market) ?? action.landingRate.likely);
      days[item] = (action.minimumMonths + search) * DAYS_A_MONTH;
      if (action.passRate === undefined) return;
      let failed = 0;
      while (failed < MOST_ATTEMPTS && draw() >= action.passRate) failed += 1;
      if (failed === MOST_ATTEMPTS) ended ??= `exam:${action.id}`;
      const retries = Math.min(failed, MOST_ATTEMPTS - 1);
      hours[item] = (hours[item] as number) * (1 + RETRY_HOURS_SHARE * retries);
      waits[item] = (waits[item] as number) + retries * RETRY_WAIT_WEEKS * DAYS_A_WEEK;
    });
    const dates = runOnce(given.placement.order, given.placement.hours);
    goalDays[run] = dates.finish;
    endedBy.push(ended);
    ends.forEach((list, item) => {
      list[run] = dates.ends[item] as number;
    });
  }
  return {
    runs,
    actionEnds: new Map(actions.map((action, item) => [action.id, quantilesOf(ends[item])])),
    goal: quantilesOf(goalDays),
    goalDays,
    endedBy,
  };
}

function quantilesOf(values: Float64Array | undefined): Quantiles {
  const sorted = Float64Array.from(values ?? []).sort();
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95) };
}

/** Returns the share of runs that nothing ended and that reached the goal by the day, 0–1. */
export function chanceBy(simulation: Simulation, start: CalendarDate, day: CalendarDate): number {
  let reached = 0;
  simulation.goalDays.forEach((days, run) => {
    if (simulation.endedBy[run] === undefined && reachedBy(start, days, day)) reached += 1;
  });
  return simulation.runs === 0 ? 0 : reached / simulation.runs;
}

/** Returns whether something over after so many days is over by the end of the day. */
export function reachedBy(start: CalendarDate, days: number, day: CalendarDate): boolean {
  return days <= daysBetween(start, addDays(day, 1)) + 1e-6;
}

/** Returns the day on which something over after so many days is over. */
export function reachDay(start: CalendarDate, days: number): CalendarDate {
  return lastDayBefore(start, days);
}
