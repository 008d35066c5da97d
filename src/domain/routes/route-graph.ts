// A person's graph of routes: the occupations worth looking at on the way, every way of getting from each
// to the next from where one would then stand, and what that costs. The search is label-routes.ts's, the
// words of a route search-routes.ts's.

import type { Evidence } from "../abilities/level-estimate.ts";
import type { Standing } from "../abilities/standing.ts";
import { chanceWithin, fastestLandingRate, medianSearchMonths } from "../moves/landing-rate.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import { employerCause } from "./failure-causes.ts";
import type { GrowingGraph, GrowingStep, RouteLabel } from "./label-routes.ts";
import { refusedIds } from "./refusals.ts";
import {
  canGoWithLess,
  type ExperienceWay,
  LEAST_HOLD_MONTHS,
  type Place,
  type RouteStep,
  SEARCH_WINDOW_MONTHS,
  stepTo,
  waysFor,
} from "./route-step.ts";
import { type Purse, purseOf, savingsAfter } from "./savings-on-the-way.ts";
import { lastStonesOf, type StoneQuestion, stonesBefore } from "./stepping-stones.ts";

/** Moves in a route at most: three steps on the way and the goal. */
export const MOST_MOVES = 4;

/** Assumption: a route longer than this many months is no plan; twenty years are a career of their own. */
export const LONGEST_ROUTE_MONTHS = 240;

/** Assumption: over twice the months of the fastest and so many more is good at nothing. */
const SLOWEST_OVER_FASTEST = { times: 2, months: 24 } as const;

/** Assumption: what fewer than this share of those who look for it find within a year is no step on the way. */
export const LEAST_STEP_CHANCE = 0.35;

/** How many steps are looked at before one that is not right before the goal, where four moves are allowed. */
export const EARLY_STEPS_CONSIDERED = 6;

export interface RouteQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  /** Credential templates not to use, to find another way. */
  readonly avoid?: ReadonlySet<string>;
  /** Moves at most, 1 to 4; 4 when left out. */
  readonly mostMoves?: number;
}

/** Which of the person's limits a leg breaks. */
export type BrokenLimit = "budget" | "payFloor" | "savings";

/** One move of a route with everything before it since the last one. */
export interface Leg {
  readonly row: number;
  readonly step: RouteStep;
  readonly way: ExperienceWay;
  readonly withLessSchooling: boolean;
  /** Credentials of another programme than the quickest; empty for the quickest. */
  readonly programmeIds: readonly string[];
  /** Months of saving first, so that the savings floor holds. */
  readonly savingMonths: number;
  /** Savings at the lowest on the leg; undefined when none were said. */
  readonly lowestSavings: number | undefined;
  /** Pay forgone against staying while the leg lasts; undefined when pay is not known. */
  readonly payForgone: number | undefined;
}

export interface TravelState {
  readonly place: Place;
  readonly savings: number | undefined;
  readonly broken: readonly BrokenLimit[];
}

export interface TravelStep extends GrowingStep<TravelState> {
  readonly leg: Leg;
}

/** The criteria in order. */
export const CRITERIA = ["months", "money", "risk", "pay forgone"] as const;

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

/** Returns what the stepping stones of a question rest on. */
export function stoneQuestionOf(question: RouteQuestion, goalRow: number): StoneQuestion {
  const { catalogue, standing, goal } = question;
  const refused = refusedIds(goal.limits, "occupation");
  return {
    catalogue,
    goalRow,
    presentRows: standing.presentRows,
    levelRow: levelRowOf(catalogue, standing),
    pay: payNowOf(catalogue, standing),
    excludedRows: new Set([...refused].map((id) => rowOf(catalogue, id)).filter((row) => row >= 0)),
  };
}

/** The occupations of a graph: which come before which, and how many moves each is from the goal. */
interface Stones {
  /** By row, the rows that one may go on to. */
  readonly next: ReadonlyMap<number, readonly number[]>;
  /** Moves to the goal at least; 0 for the goal. */
  readonly distance: ReadonlyMap<number, number>;
}

function stonesOf(question: StoneQuestion, mostMoves: number): Stones {
  const next = new Map<number, number[]>();
  const distance = new Map([[question.goalRow, 0]]);
  let layer: readonly number[] = [question.goalRow];
  for (let moves = 1; moves < mostMoves; moves++) {
    const before: number[] = [];
    for (const to of layer) {
      const steps = moves === 1 ? lastStonesOf(question) : stonesBefore(question, to);
      for (const row of moves <= 2 ? steps : steps.slice(0, EARLY_STEPS_CONSIDERED)) {
        next.set(row, [...(next.get(row) ?? []), to]);
        if (distance.has(row)) continue;
        distance.set(row, moves);
        before.push(row);
      }
    }
    layer = before;
  }
  return { next, distance };
}

/**
 * Returns the graph of routes to the row. With limits "kept" no step breaks the budget, the pay floor or the
 * savings floor; with "marked" they are taken and marked. What the person refused is never in it. With
 * `whateverIsMissing` the goal may be tried directly however much experience is missing.
 */
export function routeGraph(
  question: RouteQuestion,
  goalRow: number,
  limits: "kept" | "marked",
  whateverIsMissing = false,
): GrowingGraph<TravelState> {
  const { catalogue, standing } = question;
  const mostMoves = question.mostMoves ?? MOST_MOVES;
  const stoneQuestion = stoneQuestionOf(question, goalRow);
  const isRefused = stoneQuestion.excludedRows.has(goalRow);
  const stones = isRefused
    ? { next: new Map<number, number[]>(), distance: new Map<number, number>() }
    : stonesOf(stoneQuestion, mostMoves);
  const start = startOf(catalogue, standing);
  const world = worldOf(question, goalRow);
  // Unpaid work is rarely matched by its hours alone: who has no other may try with little of them.
  const isVolunteer = whateverIsMissing || (standing.presentRows.length > 0 && !start.isHeld);
  const mostOver = mostPayOver(question, [...stones.distance.keys()]);

  const stepsTo = (label: RouteLabel<TravelState>, row: number): readonly TravelStep[] => {
    const whatever = row === goalRow && label.steps === 0 && isVolunteer;
    return legsTo(world, label, row, whatever).flatMap((leg) => {
      const step = travelStep(world, label, leg);
      return limits === "kept" && step.after.broken.length > 0 ? [] : [step];
    });
  };
  return {
    start: { place: start, savings: world.purse?.savings, broken: [] },
    criteria: CRITERIA.length,
    most: LONGEST_ROUTE_MONTHS,
    placeOf: placeNumber,
    isGoal: ({ place }) => place.isStone && place.row === goalRow,
    // Where a step pays more than today, whoever knows more is through it sooner and has earned less on the
    // way: then only the very same state can stand for another.
    isNoWorse: (one, other) =>
      isNoWorseState(one, other) && (mostOver === 0 || isNoWorseState(other, one)),
    stepsFrom: (label) => {
      const { place } = label.state;
      const rows = place.isStone
        ? (stones.next.get(place.row ?? -1) ?? [])
        : [...stones.distance.keys()];
      return rows
        .filter((row) => label.steps + 1 + (stones.distance.get(row) ?? 0) <= mostMoves)
        .flatMap((row) => stepsTo(label, row));
    },
    leastTotal: (label, longest) => {
      const { place } = label.state;
      const left = place.isStone ? (stones.distance.get(place.row ?? -1) ?? 0) : 0;
      const [months = 0, money = 0, risk = 0, forgone = 0] = label.costs;
      const least = months + left * LEAST_MONTHS_A_MOVE;
      const isDone = place.isStone && place.row === goalRow;
      return [
        least,
        money,
        risk + left * LEAST_RISK_A_MOVE,
        isDone ? forgone : forgone - (mostOver * Math.max(0, longest - months)) / 12,
      ];
    },
    // Where every route is wanted, those that are much slower than another are not. The best ones are searched
    // without it: a limit that is relaxed must not hide a route by bringing a quicker one in.
    ...(limits === "kept"
      ? {}
      : {
          longest: (label) =>
            label.state.broken.length > 0
              ? Number.POSITIVE_INFINITY
              : slowestBeside(label.costs[0] ?? 0),
        }),
  };
}

/** Returns the most months that a route may take beside one of so many: over it, it is good at nothing. */
export function slowestBeside(fastest: number): number {
  return SLOWEST_OVER_FASTEST.times * fastest + SLOWEST_OVER_FASTEST.months;
}

/** A move from a step takes a year's stay and the quickest search; less than any real one, so a lower bound. */
const LEAST_MONTHS_A_MOVE = LEAST_HOLD_MONTHS + medianSearchMonths(fastestLandingRate());
const LEAST_RISK_A_MOVE = -Math.log(chanceWithin(fastestLandingRate(), SEARCH_WINDOW_MONTHS));

/** How much more than today any step pays a year at most; 0 when none does or pay is not known. */
function mostPayOver(question: RouteQuestion, rows: readonly number[]): number {
  const now = payNowOf(question.catalogue, question.standing);
  if (now === undefined) return 0;
  const pays = rows.map((row) => question.catalogue.payMedian[row] ?? Number.NaN);
  return Math.max(0, ...pays.filter((pay) => !Number.isNaN(pay)).map((pay) => pay - now));
}

function placeNumber({ place }: TravelState): number {
  return place.isStone ? (place.row ?? -1) : -1;
}

/** What every step of a question needs. */
interface World {
  readonly question: RouteQuestion;
  readonly goalRow: number;
  readonly avoid: ReadonlySet<string>;
  readonly refusedHolds: ReadonlySet<string>;
  readonly refusedServices: ReadonlySet<string>;
  readonly purse: Purse | undefined;
  readonly payNow: number | undefined;
}

function worldOf(question: RouteQuestion, goalRow: number): World {
  const { catalogue, standing, goal } = question;
  return {
    question,
    goalRow,
    avoid: new Set([...(question.avoid ?? []), ...refusedIds(goal.limits, "credential")]),
    refusedHolds: refusedIds(goal.limits, "hold"),
    refusedServices: refusedIds(goal.limits, "serve"),
    purse: purseOf(catalogue, goal.limits),
    payNow: payNowOf(catalogue, standing),
  };
}

type Way = Pick<Leg, "step" | "way" | "withLessSchooling" | "programmeIds" | "row">;

/** The ways of taking one step that differ. */
function legsTo(
  world: World,
  label: RouteLabel<TravelState>,
  row: number,
  whatever: boolean,
): readonly Way[] {
  const { catalogue, goal } = world.question;
  const from = label.state.place;
  const ways: Way[] = [];
  const take = (
    way: ExperienceWay,
    withLessSchooling: boolean,
    avoid: ReadonlySet<string>,
    whateverIsMissing = false,
  ): RouteStep | undefined => {
    const { hoursPerWeek } = goal.limits;
    return stepTo({
      catalogue,
      from,
      to: row,
      hoursPerWeek,
      way,
      avoid,
      withLessSchooling,
      whateverIsMissing,
    });
  };
  const isStep = row !== world.goalRow;
  const keep = (one: Way): void => {
    if (isStep && landingChanceOf(one.step) < LEAST_STEP_CHANCE) return;
    if (!ways.some((other) => sameStages(other.step, one.step))) ways.push(one);
  };
  for (const withLessSchooling of canGoWithLess(catalogue, from, row) ? [false, true] : [false]) {
    for (const way of waysFor(catalogue, from, row)) {
      if (way === "held" && world.refusedHolds.has(catalogue.ids[from.row ?? -1] ?? "")) continue;
      if (way === "served" && world.refusedServices.has(catalogue.ids[row] ?? "")) continue;
      const step = take(way, withLessSchooling, world.avoid);
      if (step === undefined) continue;
      keep({ row, way, withLessSchooling, step, programmeIds: [] });
      for (const other of otherProgrammes(step, world.avoid, (avoid) =>
        take(way, withLessSchooling, avoid),
      )) {
        const programmeIds = other.prepared.required.map((one) => one.id);
        keep({ row, way, withLessSchooling, step: other, programmeIds });
      }
    }
  }
  if (whatever) {
    const step = take("as it is", false, world.avoid, true);
    if (step !== undefined)
      keep({ row, way: "as it is", withLessSchooling: false, step, programmeIds: [] });
  }
  return ways;
}

/**
 * The same step by other programmes than the quickest: what is left when one of its programmes is avoided,
 * and so on until nothing is. Only those that are cheaper or likelier than every quicker one, or after which
 * one has more schooling.
 */
function otherProgrammes(
  first: RouteStep,
  avoid: ReadonlySet<string>,
  take: (avoid: ReadonlySet<string>) => RouteStep | undefined,
): readonly RouteStep[] {
  const kept: RouteStep[] = [first];
  const seen = new Set<string>();
  const queue: { readonly step: RouteStep; readonly avoid: ReadonlySet<string> }[] = [
    { step: first, avoid },
  ];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    for (const template of one.step.prepared.required) {
      if (!(template.admission || template.kind === "degree")) continue;
      const less = new Set([...one.avoid, template.id]);
      const key = [...less].sort().join();
      if (seen.has(key)) continue;
      seen.add(key);
      const step = take(less);
      if (step === undefined) continue;
      queue.push({ step, avoid: less });
      if (kept.every((other) => isBetterInSomething(step, other))) kept.push(step);
    }
  }
  return kept.slice(1);
}

function isBetterInSomething(one: RouteStep, other: RouteStep): boolean {
  const schooling = (step: RouteStep): number => step.after.standing.educationLevel;
  return (
    one.prepared.preparation.money.likely < other.prepared.preparation.money.likely ||
    monthsOf(one) < monthsOf(other) ||
    riskOf(one) < riskOf(other) - 1e-9 ||
    schooling(one) > schooling(other)
  );
}

function landingChanceOf(step: RouteStep): number {
  return chanceWithin(step.landing.likely, SEARCH_WINDOW_MONTHS);
}

function monthsOf(step: RouteStep): number {
  return step.monthsBefore.likely;
}

function moneyOf(step: RouteStep): number {
  return step.stages.reduce((sum, stage) => sum + stage.money.likely, 0);
}

function riskOf(step: RouteStep): number {
  return step.stages.reduce((sum, stage) => sum - Math.log(stage.chance), 0);
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
        Math.abs(stage.money.likely - other.money.likely) < 1e-9 &&
        Math.abs(stage.chance - other.chance) < 1e-9
      );
    })
  );
}

/** A way as a step of the graph: its costs, the savings after it, and which limits it breaks. */
function travelStep(world: World, label: RouteLabel<TravelState>, way: Way): TravelStep {
  const { catalogue, goal } = world.question;
  const { place, savings, broken } = label.state;
  const { step, row } = way;
  const payHere = place.isStone
    ? (catalogue.payMedian[place.row ?? -1] ?? Number.NaN)
    : world.payNow;
  const over = (payHere ?? Number.NaN) - (world.payNow ?? Number.NaN);
  const purse = world.purse;
  const after =
    purse === undefined || savings === undefined
      ? undefined
      : savingsAfter(purse, savings, Number.isNaN(over) ? 0 : over, step.stages);
  const savingMonths = after?.waitMonths ?? 0;
  const months = monthsOf(step) + savingMonths;
  const payForgone = Number.isNaN(over) ? undefined : (-over * months) / 12;
  const money = moneyOf(step);
  const lost = savingMonths > 0 ? employerCause("", "", savingMonths).chance : 0;
  const risk = riskOf(step) - Math.log(1 - lost);
  const breaks = new Set(broken);
  const { budget, payFloor } = goal.limits;
  const isOver = (amount: number): boolean =>
    budget !== undefined && budget.currency === catalogue.currency && amount > budget.amount;
  if (isOver((label.costs[1] ?? 0) + money)) breaks.add("budget");
  const pay = catalogue.payMedian[row] ?? Number.NaN;
  if (payFloor?.currency === catalogue.currency && pay < payFloor.amount) breaks.add("payFloor");
  if (after !== undefined && purse !== undefined && after.lowest < purse.floor)
    breaks.add("savings");
  const id = catalogue.ids[row] ?? "";
  const letter = way.way === "held" ? "h" : way.way === "served" ? "s" : "n";
  return {
    name: [id, letter + (way.withLessSchooling ? "l" : ""), ...way.programmeIds].join("+"),
    costs: [months, money, risk, payForgone ?? 0],
    after: { place: step.after, savings: after?.savings, broken: [...breaks] },
    leg: { ...way, savingMonths, lowestSavings: after?.lowest, payForgone },
  };
}

/** Whether whoever stands as in the first can go on at no higher cost than whoever stands as in the second. */
function isNoWorseState(one: TravelState, other: TravelState): boolean {
  const [a, b] = [one.place.standing, other.place.standing];
  return (
    one.place.isHeld === other.place.isHeld &&
    (one.savings ?? 0) >= (other.savings ?? 0) &&
    one.broken.every((limit) => other.broken.includes(limit)) &&
    a.educationLevel >= b.educationLevel &&
    includesAll(a.heldCredentialIds, b.heldCredentialIds) &&
    includesAll(a.heldLicences, b.heldLicences) &&
    isStudiedAsWidely(a.degreeFields, b.degreeFields) &&
    [...b.monthsByRow].every(([row, months]) => (a.monthsByRow.get(row) ?? 0) >= months) &&
    b.levels.evidence.every((evidence) => hasEvidence(a.levels.evidence, evidence))
  );
}

/**
 * Whether a degree of the first is in the field wherever one of the second is. Not known, it counts as in all; on
 * ways from one standing the second is without fields only where it has no degree, or neither is known.
 */
function isStudiedAsWidely(
  all: ReadonlySet<string> | undefined,
  some: ReadonlySet<string> | undefined,
): boolean {
  return all === undefined || some === undefined || includesAll(all, some);
}

function includesAll(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}

/** Whether the same thing was done or learned for at least as long. More evidence never lowers an estimate. */
function hasEvidence(all: readonly Evidence[], one: Evidence): boolean {
  return all.some(
    (other) =>
      other === one ||
      (other.kind === one.kind &&
        other.row === one.row &&
        other.label === one.label &&
        other.yearsSinceEnd <= one.yearsSinceEnd &&
        other.fullTimeMonths >= one.fullTimeMonths),
  );
}
