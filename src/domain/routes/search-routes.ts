// Every route of up to three moves that this person could take to an occupation, and which of them no
// other beats. The world is small (a dozen steps looked at before each move), so it is enumerated
// whole: what the person has earned so far belongs to the state, and no two different pasts are merged.

import type { Standing } from "../abilities/standing.ts";
import { addThreePoints, moneyInWords, type ThreePoint } from "../money.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import { isNoWorse } from "./pareto-paths.ts";
import { refusedIds } from "./refusals.ts";
import type { FailureCause, Route, Stage } from "./route.ts";
import {
  canGoWithLess,
  type ExperienceWay,
  type Place,
  type RouteStep,
  stepTo,
  waysFor,
} from "./route-step.ts";
import { lastStonesOf, type StoneQuestion, stonesBefore } from "./stepping-stones.ts";

/** Moves in a route at most: two steps on the way and the goal. */
export const MOST_MOVES = 3;

/** Assumption: a route longer than this many months is no plan; ten years is a career of its own. */
export const LONGEST_ROUTE_MONTHS = 240;

export interface RouteQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  /** Credential templates not to use, to find another way. */
  readonly avoid?: ReadonlySet<string>;
  /** Moves at most, 1 to 3; 3 when left out. */
  readonly mostMoves?: number;
}

/** A route with what the search compares it by. */
export interface FoundRoute {
  readonly route: Route;
  /** Months, money, −ln chance, pay forgone (0 when pay is not known). */
  readonly costs: readonly number[];
  /** Rows moved to, the goal last. */
  readonly rows: readonly number[];
}

interface Leg {
  readonly step: RouteStep;
  readonly way: ExperienceWay;
  readonly withLessSchooling: boolean;
  readonly row: number;
}

/**
 * Returns the row that tells at which level the person stands: the paid occupation held now, or the last
 * one held; undefined when what is held now is unpaid, which sets no level to fall below.
 */
export function levelRowOf(catalogue: Catalogue, standing: Standing): number | undefined {
  const row = standing.presentRows[0];
  const present = standing.matches.filter((one) => one.present);
  const isUnpaid =
    present.length > 0 &&
    !present.some(
      (one) => one.paid && one.match.candidates[0]?.occupationId === catalogue.ids[row ?? -1],
    );
  return isUnpaid ? undefined : row;
}

/** Returns yearly pay now in the catalogue's currency: as said, else the present occupation's median. */
export function payNowOf(catalogue: Catalogue, standing: Standing): number | undefined {
  if (standing.annualPay !== undefined && standing.figuresAreLocal) return standing.annualPay;
  const row = levelRowOf(catalogue, standing);
  const median = row === undefined ? Number.NaN : (catalogue.payMedian[row] ?? Number.NaN);
  return Number.isNaN(median) ? undefined : median;
}

/**
 * Returns where the person stands today as the first place of a route. What is held there is paid work:
 * unpaid hours are few, so that waiting beside them is no way to experience; serving more of them is.
 */
export function startOf(catalogue: Catalogue, standing: Standing): Place {
  return {
    standing,
    row: standing.presentRows[0],
    isStone: false,
    isHeld:
      levelRowOf(catalogue, standing) !== undefined &&
      standing.matches.some((match) => match.present),
  };
}

/**
 * Returns every route to the row, those that break a limit included and marked; in the order of the
 * search. Occupations of `notThese` are never passed through. Empty when there is no way at all.
 */
export function enumerateRoutes(question: RouteQuestion, goalRow: number): readonly FoundRoute[] {
  const { catalogue, standing, goal } = question;
  const avoid = new Set([...(question.avoid ?? []), ...refusedIds(goal.limits, "credential")]);
  const refusedHolds = refusedIds(goal.limits, "hold");
  const refusedServices = refusedIds(goal.limits, "serve");
  const stones: StoneQuestion = {
    catalogue,
    goalRow,
    presentRows: standing.presentRows,
    levelRow: levelRowOf(catalogue, standing),
    pay: payNowOf(catalogue, standing),
    excludedRows: rowsOf(catalogue, refusedIds(goal.limits, "occupation")),
  };
  if (stones.excludedRows.has(goalRow)) return [];
  const mostMoves = question.mostMoves ?? MOST_MOVES;
  const lastStones = mostMoves < 2 ? [] : lastStonesOf(stones);
  const firstStones = new Map(
    lastStones.map((row) => [row, mostMoves < 3 ? [] : stonesBefore(stones, row)]),
  );
  const found: FoundRoute[] = [];

  /** The ways of taking one step; what was held and served before it is in the place. */
  const waysTo = (from: Place, to: number, whateverIsMissing: boolean): readonly Leg[] => {
    const legs: Leg[] = [];
    const schoolings = canGoWithLess(catalogue, from, to) ? [false, true] : [false];
    for (const withLessSchooling of schoolings) {
      for (const way of waysFor(catalogue, from, to)) {
        if (way === "held" && refusedHolds.has(catalogue.ids[from.row ?? -1] ?? "")) continue;
        if (way === "served" && refusedServices.has(catalogue.ids[to] ?? "")) continue;
        const step = stepTo({
          catalogue,
          from,
          to,
          hoursPerWeek: goal.limits.hoursPerWeek,
          way,
          avoid,
          withLessSchooling,
          whateverIsMissing,
        });
        const same = legs.some((leg) => step !== undefined && sameStages(leg.step, step));
        if (step !== undefined && !same) legs.push({ step, way, withLessSchooling, row: to });
      }
    }
    return legs;
  };
  const start = startOf(catalogue, standing);
  let fastest = Number.POSITIVE_INFINITY;
  const keep = (legs: readonly Leg[]): void => {
    const months = monthsOfLegs(legs);
    if (months > LONGEST_ROUTE_MONTHS || isTooSlow(months, fastest)) return;
    const one = routeOf(question, legs, start);
    if (one.route.withinLimits) fastest = Math.min(fastest, months);
    found.push(one);
  };
  const keepNew = (legs: readonly Leg[]): void => {
    if (!found.some((one) => one.route.id === idOf(catalogue, legs))) keep(legs);
  };
  const firstLegs = new Map<number, readonly Leg[]>();
  const fromStart = (to: number): readonly Leg[] => {
    const legs = firstLegs.get(to) ?? waysTo(start, to, false);
    firstLegs.set(to, legs);
    return legs.filter((leg) => !isTooSlow(monthsOfLegs([leg]), fastest));
  };

  for (const leg of fromStart(goalRow)) keep([leg]);
  for (const last of lastStones) {
    for (const first of fromStart(last)) {
      for (const leg of waysTo(first.step.after, goalRow, false)) keep([first, leg]);
    }
    for (const before of firstStones.get(last) ?? []) {
      for (const first of fromStart(before)) {
        for (const second of waysTo(first.step.after, last, false)) {
          if (isTooSlow(monthsOfLegs([first, second]), fastest)) continue;
          for (const leg of waysTo(second.step.after, goalRow, false)) keep([first, second, leg]);
        }
      }
    }
  }
  // Unpaid work is rarely matched by its hours alone: who has no other may try with little of them.
  const isVolunteer = standing.presentRows.length > 0 && !start.isHeld;
  if (found.length === 0 || isVolunteer)
    for (const leg of waysTo(start, goalRow, true)) keepNew([leg]);
  return found.filter((one) => !isTooSlow(one.costs[0] ?? 0, fastest));
}

function rowsOf(catalogue: Catalogue, ids: ReadonlySet<string>): ReadonlySet<number> {
  return new Set([...ids].map((id) => rowOf(catalogue, id)).filter((row) => row >= 0));
}

/** Assumption: over twice the months of the fastest and two years more is good at nothing. */
function isTooSlow(months: number, fastest: number): boolean {
  return months > 2 * fastest + 24;
}

function monthsOfLegs(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + leg.step.monthsBefore.likely, 0);
}

function sameStages(a: RouteStep, b: RouteStep): boolean {
  return (
    a.stages.length === b.stages.length &&
    a.stages.every((stage, i) => {
      const other = b.stages[i];
      return (
        other !== undefined &&
        stage.kind === other.kind &&
        Math.abs(stage.months.likely - other.months.likely) < 1e-9 &&
        Math.abs(stage.chance - other.chance) < 1e-9
      );
    })
  );
}

/**
 * Returns the routes that no other beats: none is at least as good in months, money, chance and pay
 * forgone and better in one. Of equal ones the one with fewer stages stays, then the first by id.
 */
export function undominated(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  return routes.filter((one) =>
    routes.every((other) => {
      if (other === one || !isNoWorse(other.costs, one.costs)) return true;
      if (!isNoWorse(one.costs, other.costs)) return false;
      const stages = one.route.stages.length - other.route.stages.length;
      return stages < 0 || (stages === 0 && one.route.id <= other.route.id);
    }),
  );
}

function routeOf(question: RouteQuestion, legs: readonly Leg[], start: Place): FoundRoute {
  const { catalogue, standing, goal } = question;
  const rows = legs.map((leg) => leg.row);
  const id = idOf(catalogue, legs);
  const stages: Stage[] = legs
    .flatMap((leg) => leg.step.stages)
    .map((stage, i) => ({ id: `${id}:${i + 1}-${stage.kind}`, ...stage }));
  const causes = causesOf(stages);
  const chance = stages.reduce((product, stage) => product * stage.chance, 1);
  const months = addThreePoints(stages.map((stage) => stage.months));
  const money = addThreePoints(stages.map((stage) => stage.money));
  const payForgone = forgoneOf(catalogue, standing, legs);
  const goalRow = rows.at(-1) ?? -1;
  const payNow = payNowOf(catalogue, standing);
  const goalPay = catalogue.payMedian[goalRow] ?? Number.NaN;
  const breaks = breaksOf(question, rows, money);
  const route: Route = {
    id,
    name: nameOf(catalogue, legs, start),
    goalId: goal.id,
    stages,
    strengths: [],
    months,
    hours: addThreePoints(stages.map((stage) => stage.hours)),
    money,
    chance,
    payForgone,
    payChange: payNow === undefined || Number.isNaN(goalPay) ? undefined : goalPay - payNow,
    causes,
    withinLimits: breaks.length === 0,
    breaks,
    why: "",
  };
  return { route, rows, costs: [months.likely, money.likely, -Math.log(chance), payForgone ?? 0] };
}

function idOf(catalogue: Catalogue, legs: readonly Leg[]): string {
  const stones = legs.slice(0, -1).map((leg) => catalogue.ids[leg.row] ?? "");
  const ways = legs.map(
    (leg) =>
      (leg.way === "held" ? "h" : leg.way === "served" ? "s" : "n") +
      (leg.withLessSchooling ? "l" : ""),
  );
  return `${stones.length === 0 ? "direct" : `via-${stones.join("-")}`}-${ways.join("")}`;
}

function nameOf(catalogue: Catalogue, legs: readonly Leg[], start: Place): string {
  const stones = legs.slice(0, -1).map((leg) => plainNameOf(catalogue, leg.row));
  const served = legs.some((leg) => leg.way === "served");
  const stayed = start.isHeld && legs[0]?.way === "held" && !served;
  const name = stones.length === 0 ? "Direct" : `Through ${stones.join(" and ")}`;
  const last = legs.at(-1);
  const parts = [
    ...(served ? ["with volunteering"] : stayed ? ["after more time where you are"] : []),
    ...(last?.withLessSchooling === true ? ["with less schooling than usual"] : []),
  ];
  return [name, ...parts].join(", ");
}

function causesOf(stages: readonly Stage[]): readonly FailureCause[] {
  const byId = new Map<string, FailureCause>();
  for (const cause of stages.flatMap((stage) => stage.causes)) {
    const known = byId.get(cause.id);
    if (known === undefined || known.chance < cause.chance) byId.set(cause.id, cause);
  }
  return [...byId.values()].sort((a, b) => b.chance - a.chance || (a.id < b.id ? -1 : 1));
}

/** Pay forgone against staying: what each step pays less than today, for the months it is held. */
function forgoneOf(
  catalogue: Catalogue,
  standing: Standing,
  legs: readonly Leg[],
): number | undefined {
  const now = payNowOf(catalogue, standing);
  if (now === undefined) return undefined;
  let forgone = 0;
  for (let i = 1; i < legs.length; i++) {
    const pay = catalogue.payMedian[legs[i - 1]?.row ?? -1] ?? Number.NaN;
    if (Number.isNaN(pay)) return undefined;
    forgone += ((now - pay) * (legs[i]?.step.monthsBefore.likely ?? 0)) / 12;
  }
  return forgone;
}

/** Which of the person's limits the route breaks, in words. Other currencies are not compared. */
function breaksOf(
  question: RouteQuestion,
  rows: readonly number[],
  money: ThreePoint,
): readonly string[] {
  const { catalogue, goal } = question;
  const { budget, payFloor } = goal.limits;
  const breaks: string[] = [];
  if (
    budget !== undefined &&
    budget.currency === catalogue.currency &&
    money.likely > budget.amount
  ) {
    breaks.push(
      `Fees of about ${moneyInWords({ ...budget, amount: money.likely })} are above the ${moneyInWords(budget)} you have for it.`,
    );
  }
  if (payFloor !== undefined && payFloor.currency === catalogue.currency) {
    for (const row of rows) {
      const pay = catalogue.payMedian[row] ?? Number.NaN;
      if (!(pay < payFloor.amount)) continue;
      breaks.push(
        `${withArticle(plainNameOf(catalogue, row)).replace(/^a/, "A")} usually earns about ` +
          `${moneyInWords({ ...payFloor, amount: pay })} a year, below the ${moneyInWords(payFloor)} you need.`,
      );
    }
  }
  return breaks;
}
