// Springboards: the careers open within two moves of where a person stands, of one position of their
// record or of their unpaid work, best first. Each move is route-step.ts's, where one looks is
// springboard-search.ts's; what "open" means and which is best is said here. What one more thing would open is
// open-most.ts's. docs/method/springboards.md.

import { addThreePoints, type ThreePoint } from "../money.ts";
import { directionOf } from "../moves/assess-move.ts";
import { knownUnmetShare } from "../moves/levels-after.ts";
import type { Direction } from "../moves/move.ts";
import { licencesOf } from "../moves/usual-requirements.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { socOf } from "../occupations/soc-code.ts";
import { careerFieldOf } from "./career-fields.ts";
import { refusedIds } from "./refusals.ts";
import type { Stage } from "./route.ts";
import {
  canGoWithLess,
  type ExperienceWay,
  LEAST_HOLD_MONTHS,
  type Place,
  type RouteStep,
  stepTo,
  waysFor,
} from "./route-step.ts";
import {
  followersOf,
  isDirect,
  isStone,
  type Search,
  type SpringboardQuestion,
  searchOf,
} from "./springboard-search.ts";

/** A career is open where the way there is at least as likely as not to work out. Assumption. */
export const OPEN_CHANCE = 0.5;

/** Assumption: what takes longer than five years is a plan of its own, not a springboard. */
export const OPEN_WITHIN_MONTHS = 60;

/** Assumption: a springboard asks for no more than a year of preparing, all its steps together. */
export const MOST_PREPARING_MONTHS = 12;

/** Assumption: years over which what a career would bring is compared. */
export const COMPARED_YEARS = 10;

/** One career that is open, with the quickest way there that is at least as likely as not. */
export interface Springboard {
  readonly row: number;
  readonly field: string;
  /** The occupation held on the way; undefined where one move is enough. */
  readonly throughRow: number | undefined;
  readonly stages: readonly Omit<Stage, "id">[];
  readonly months: ThreePoint;
  /** Months of them spent preparing, likely. */
  readonly preparingMonths: number;
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  readonly chance: number;
  /** Yearly median there less pay now; undefined when either is not known. */
  readonly payChange: number | undefined;
  /** Against the paid work held now or last; up where there is none. */
  readonly direction: Direction;
  /** 1 − the unmet share of what it demands, as the person stands today. */
  readonly fit: number;
  /** Credential templates to earn on the way, in order. */
  readonly credentialIds: readonly string[];
  /** Names of licences that it asks for and the person does not hold. */
  readonly licences: readonly string[];
  /**
   * chance × pay change × (COMPARED_YEARS − years until then) − fees; undefined where pay is not known.
   */
  readonly gain: number | undefined;
}

/**
 * Returns the careers open from there, best first: the highest gain over the years compared, unknown gain
 * last; then up before level; then fewer months; then by id. Steps down, what is held now, and what the
 * person will not have are left out.
 */
export function findSpringboards(question: SpringboardQuestion): readonly Springboard[] {
  return [...openFrom(question).values()].sort(compareSpringboards);
}

/** The order of findSpringboards(), as a sort takes it. */
export function compareSpringboards(a: Springboard, b: Springboard): number {
  const [gainA, gainB] = [a.gain ?? Number.NEGATIVE_INFINITY, b.gain ?? Number.NEGATIVE_INFINITY];
  if (gainA !== gainB) return gainB > gainA ? 1 : -1;
  return (
    Number(b.direction === "up") - Number(a.direction === "up") ||
    a.months.likely - b.months.likely ||
    a.row - b.row
  );
}

/**
 * Returns the quickest way to the row that is open, is a single move and has nothing to earn first; else
 * undefined. Whether something done counts there is not asked: wantedRows() does.
 */
export function wayAtHand(question: SpringboardQuestion, row: number): Springboard | undefined {
  const search = searchOf(question);
  if (!search.isWanted(row) || !isDirect(search, row)) return undefined;
  return quickest(
    legsTo(search, search.start, row)
      .filter(({ step }) => step.prepared.templates.length === 0)
      .flatMap((leg) => boardOf(search, [leg]) ?? []),
  );
}

/** Returns the rows that one would look for from there and to which something done counts. */
export function wantedRows(question: SpringboardQuestion): readonly number[] {
  const search = searchOf(question);
  return [...question.catalogue.ids.keys()].filter(
    (row) => search.isWanted(row) && search.counts(row),
  );
}

/**
 * Returns the rows to which something done counts and that are not open: they ask for more preparing, more
 * experience or more luck. Best paid first, ties by row.
 */
export function furtherRows(
  question: SpringboardQuestion,
  open: readonly Springboard[],
): readonly number[] {
  const openRows = new Set(open.map(({ row }) => row));
  const payOf = (row: number): number => question.catalogue.payMedian[row] || 0;
  return wantedRows(question)
    .filter((row) => !openRows.has(row))
    .sort((a, b) => payOf(b) - payOf(a) || a - b);
}

/**
 * Returns the springboards without the specialities of an occupation that is among them itself (O*NET's
 * "critical care nurses" beside "registered nurses"): they are the same career to most people.
 */
export function withoutSpecialities(
  catalogue: Catalogue,
  boards: readonly Springboard[],
): readonly Springboard[] {
  const ids = new Set(boards.map(({ row }) => catalogue.ids[row]));
  return boards.filter(({ row }) => {
    const id = catalogue.ids[row] ?? "";
    const main = `${socOf(id)}.00`;
    return id === main || !ids.has(main);
  });
}

interface Leg {
  readonly step: RouteStep;
  readonly row: number;
  readonly months: number;
  readonly preparingMonths: number;
  readonly chance: number;
  readonly money: number;
}

/** Every way of one step that keeps within the rule so far, the quickest first. */
function legsTo(search: Search, from: Place, to: number, before?: Leg): readonly Leg[] {
  const { catalogue, limits } = search.question;
  const legs: Leg[] = [];
  const schoolings = canGoWithLess(catalogue, from, to) ? [false, true] : [false];
  const ways: readonly ExperienceWay[] = waysFor(catalogue, from, to);
  for (const withLessSchooling of schoolings) {
    for (const way of ways) {
      if (isRefused(search, way, { from, to })) continue;
      const step = stepTo({
        catalogue,
        from,
        to,
        hoursPerWeek: limits.hoursPerWeek,
        way,
        avoid: search.avoid,
        withLessSchooling,
        whateverIsMissing: false,
      });
      if (step === undefined) continue;
      const leg = legOf(step, to);
      if (isWithinRule(search, before === undefined ? [leg] : [before, leg])) legs.push(leg);
    }
  }
  return legs;
}

function isRefused(
  search: Search,
  way: ExperienceWay,
  { from, to }: { readonly from: Place; readonly to: number },
): boolean {
  const { catalogue, limits } = search.question;
  if ((limits.refusals ?? []).length === 0) return false;
  if (way === "served") return refusedIds(limits, "serve").has(catalogue.ids[to] ?? "");
  return way === "held" && refusedIds(limits, "hold").has(catalogue.ids[from.row ?? -1] ?? "");
}

function legOf(step: RouteStep, row: number): Leg {
  const { stages } = step;
  return {
    step,
    row,
    months: step.monthsBefore.likely,
    preparingMonths: stages
      .filter(({ kind }) => kind === "prepare")
      .reduce((sum, { months }) => sum + months.likely, 0),
    chance: stages.reduce((product, { chance }) => product * chance, 1),
    money: stages.reduce((sum, { money }) => sum + money.likely, 0),
  };
}

const sumOf = (legs: readonly Leg[], of: (leg: Leg) => number): number =>
  legs.reduce((sum, leg) => sum + of(leg), 0);

function isWithinRule(search: Search, legs: readonly Leg[]): boolean {
  const { catalogue, limits } = search.question;
  const { budget } = limits;
  if (sumOf(legs, ({ months }) => months) > OPEN_WITHIN_MONTHS) return false;
  if (sumOf(legs, ({ preparingMonths }) => preparingMonths) > MOST_PREPARING_MONTHS) return false;
  if (legs.reduce((product, { chance }) => product * chance, 1) < OPEN_CHANCE) return false;
  if (budget === undefined || budget.currency !== catalogue.currency) return true;
  return sumOf(legs, ({ money }) => money) <= budget.amount;
}

/** Every career that is open, by row, each with its best way; one move where that is enough. */
function openFrom(question: SpringboardQuestion): ReadonlyMap<number, Springboard> {
  const search = searchOf(question);
  const { catalogue } = question;
  const open = new Map<number, Springboard>();
  const first = new Map<number, readonly Leg[]>();
  for (let row = 0; row < catalogue.ids.length; row++) {
    if (!search.counts(row) || !search.isPassable(row) || !isDirect(search, row)) continue;
    const legs = legsTo(search, search.start, row);
    if (legs.length > 0) first.set(row, legs);
    const board = search.isWanted(row)
      ? quickest(legs.flatMap((leg) => boardOf(search, [leg]) ?? []))
      : undefined;
    if (board !== undefined) open.set(row, board);
  }
  const direct = new Set(open.keys());
  for (const [stone, legs] of first) {
    for (const row of followersOf(catalogue, stone)) {
      if (direct.has(row) || !search.isWanted(row) || !isStone(search, stone, row)) continue;
      for (const leg of legs) {
        const known = open.get(row);
        // The next step comes a year later at the earliest.
        const soonest = leg.months + LEAST_HOLD_MONTHS;
        if (
          soonest > Math.min(OPEN_WITHIN_MONTHS, known?.months.likely ?? Number.POSITIVE_INFINITY)
        )
          continue;
        const boards = legsTo(search, leg.step.after, row, leg).flatMap(
          (last) => boardOf(search, [leg, last]) ?? [],
        );
        const best = quickest(known === undefined ? boards : [known, ...boards]);
        if (best !== undefined) open.set(row, best);
      }
    }
  }
  return open;
}

/** The quickest; of equal ones the surest, then the first given. */
function quickest(boards: readonly Springboard[]): Springboard | undefined {
  let best: Springboard | undefined;
  for (const one of boards) {
    const months = one.months.likely - (best?.months.likely ?? Number.POSITIVE_INFINITY);
    if (best === undefined || months < 0 || (months === 0 && isBetter(one, best))) best = one;
  }
  return best;
}

function isBetter(one: Springboard, other: Springboard): boolean {
  if (one.chance !== other.chance) return one.chance > other.chance;
  return (one.throughRow ?? -1) < (other.throughRow ?? -1);
}

function boardOf(search: Search, legs: readonly Leg[]): Springboard | undefined {
  const { catalogue, standing } = search.question;
  const row = legs.at(-1)?.row;
  if (row === undefined) return undefined;
  const stages = legs.flatMap(({ step }) => step.stages);
  const months = addThreePoints(stages.map((stage) => stage.months));
  const money = addThreePoints(stages.map((stage) => stage.money));
  const chance = legs.reduce((product, leg) => product * leg.chance, 1);
  const pay = catalogue.payMedian[row] ?? Number.NaN;
  const payChange = search.pay === undefined || Number.isNaN(pay) ? undefined : pay - search.pay;
  const years = Math.max(0, COMPARED_YEARS - months.likely / 12);
  return {
    row,
    field: careerFieldOf(catalogue.ids[row] ?? ""),
    throughRow: legs.length > 1 ? legs[0]?.row : undefined,
    stages,
    months,
    preparingMonths: sumOf(legs, ({ preparingMonths }) => preparingMonths),
    hours: addThreePoints(stages.map((stage) => stage.hours)),
    money,
    chance,
    payChange,
    direction: search.levelRow === undefined ? "up" : directionOf(catalogue, search.levelRow, row),
    fit: 1 - knownUnmetShare(catalogue, row, standing.levels),
    credentialIds: [...new Set(stages.flatMap(({ credentialIds }) => credentialIds))],
    licences: licencesOf(catalogue, row)
      .map(({ name }) => name)
      .filter((name) => !standing.heldLicences.has(name)),
    gain: payChange === undefined ? undefined : chance * payChange * years - money.likely,
  };
}
