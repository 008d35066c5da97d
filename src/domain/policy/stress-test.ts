// Stress tests: what a stroke of bad luck makes of the chance and the date, for the chosen route alone and
// with its backups. The policy does not foresee it; it only answers what it sees.

import { addMonths, type CalendarDate, monthOf, yearOf } from "../calendar-date.ts";
import { medianSearchMonths, USUAL_LANDING_RATE } from "../moves/landing-rate.ts";
import type { Plan } from "../schedule/plan.ts";
import type { Situation } from "../schedule/plan-route.ts";
import { type CareerOutlook, monthsTo, trackPlansOf, tracksOf } from "./career-outlook.ts";
import {
  aloneOn,
  type CareerPolicy,
  followPolicy,
  halfThere,
  solveCareer,
} from "./career-policy.ts";
import type { Circumstances } from "./career-process.ts";
import type { Leg, Track } from "./career-track.ts";

export const SCENARIOS = ["layoff", "exam failed twice", "no opening", "hours halved"] as const;
export type ScenarioKind = (typeof SCENARIOS)[number];

/** Assumption: after a layoff all but looking stands still until half of those who look have a position. */
export const LAYOFF_MONTHS = Math.ceil(medianSearchMonths(USUAL_LANDING_RATE.likely));
/** Attempts that fail in the scenario. */
const FAILED_ATTEMPTS = 2;
const MONTHS_WITHOUT_OPENING = 12;
const APRIL = 4;

export interface StressTest {
  readonly kind: ScenarioKind;
  /** The month in which it begins. */
  readonly from: CalendarDate;
  /** The leg that it is about; undefined where it is about none. */
  readonly leg: Leg | undefined;
  /** Chance of the goal by the day. */
  readonly alone: number;
  readonly chance: number;
  readonly withOther: number;
  /** By when half of those who reach the goal are there; undefined where nobody is. */
  readonly half: CalendarDate | undefined;
}

/** Returns the scenarios that can touch the plan, each with what it makes of it. */
export function stressTestsOf(
  situation: Situation,
  plan: Plan,
  outlook: CareerOutlook,
): readonly StressTest[] {
  const { policy, tracks, today } = outlook;
  const { horizon } = policy.career;
  const [chosen] = tracks as readonly [Track];
  const single = solveCareer(aloneOn(policy.career, chosen));
  const tests: StressTest[] = [];
  const add = (
    kind: ScenarioKind,
    about: { readonly month: number; readonly leg?: Leg },
    given: {
      readonly at?: (month: number) => Circumstances;
      readonly solved?: readonly CareerPolicy[];
    },
  ): void => {
    const [all = policy, one = single] = given.solved ?? [];
    const outcome = followPolicy(all, given.at);
    const months = halfThere(outcome);
    tests.push({
      kind,
      from: addMonths(today, about.month),
      leg: about.leg,
      alone: followPolicy(one, given.at).chance,
      chance: outcome.chance,
      withOther: outcome.withOther,
      half: months === undefined ? undefined : addMonths(today, months),
    });
  };

  const spring = monthsTo(today, nextApril(today)) + 1;
  if (spring < horizon) {
    const striking = new Set(
      tracks
        .flatMap((track) => track.legs)
        .flatMap((leg) => [...leg.along, ...leg.once])
        .map((risk) => risk.causeId)
        .filter((id) => id.startsWith("employer:")),
    );
    add(
      "layoff",
      { month: spring },
      {
        at: (month) =>
          month < spring || month >= spring + LAYOFF_MONTHS
            ? {}
            : { paused: true, ...(month === spring ? { striking } : {}) },
      },
    );
  }
  const exam = chosen.legs.findIndex((leg) => leg.exam !== undefined);
  const examLeg = chosen.legs[exam];
  if (examLeg?.exam !== undefined) {
    const failed = new Map([[examLeg.exam.causeId, FAILED_ATTEMPTS]]);
    const month = Math.round(elapsedBefore(chosen, exam) + examLeg.months);
    add("exam failed twice", { month, leg: examLeg }, { at: () => ({ failed }) });
  }
  const last = chosen.legs.findLastIndex((leg) => leg.search !== undefined);
  const search = chosen.legs[last];
  if (search?.search !== undefined) {
    const month = Math.floor(elapsedBefore(chosen, last) + search.months);
    const noOpenings = new Set([search.search.causeId]);
    add(
      "no opening",
      { month, leg: search },
      {
        at: (at) => (at < month || at >= month + MONTHS_WITHOUT_OPENING ? {} : { noOpenings }),
      },
    );
  }
  const hoursPerWeek = plan.goal.limits.hoursPerWeek / 2;
  const { underway } = outlook;
  const slower = tracksOf(trackPlansOf(situation, plan, { hoursPerWeek, underway }), {
    goal: plan.goal,
    today,
    hoursPerWeek,
    underway,
  });
  const [slowest] = slower;
  if (slowest !== undefined) {
    const slow = { ...policy.career, tracks: slower };
    const solved = [solveCareer(slow), solveCareer(aloneOn(slow, slowest))];
    add("hours halved", { month: 0 }, { solved });
  }
  return tests;
}

/** The next first of April that is at least a month away. */
function nextApril(today: CalendarDate): CalendarDate {
  const year = yearOf(today) + (monthOf(today) >= APRIL - 1 ? 1 : 0);
  return `${year}-04-01` as CalendarDate; // as: the first of April is a day of every year
}

/** Mean months until a leg of a track begins. */
export function elapsedBefore(track: Track, leg: number): number {
  return track.legs
    .slice(0, leg)
    .reduce(
      (sum, one) =>
        sum + one.months + (one.search === undefined ? 0 : 1 / Math.max(one.search.monthly, 0.01)),
      0,
    );
}
