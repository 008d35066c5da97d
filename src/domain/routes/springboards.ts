// Springboards: the careers open within two moves of where a person stands, of one position of their
// record or of their unpaid work, best first. Each move is route-step.ts's; what "open" means and which
// is best is said here. What one more thing would open is open-most.ts's. docs/method/springboards.md.

import type { Standing } from "../abilities/standing.ts";
import { addThreePoints, type ThreePoint } from "../money.ts";
import { directionOf, SAME_LEVEL_PAY } from "../moves/assess-move.ts";
import { experienceCreditOf, TALL_STEP } from "../moves/experience-credit.ts";
import { TALL_PAY_RATIO } from "../moves/landing-rate.ts";
import { leadsWorkOf } from "../moves/led-work.ts";
import { knownUnmetShare } from "../moves/levels-after.ts";
import type { Direction } from "../moves/move.ts";
import { licencesOf, usualEducationOf } from "../moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import type { Limits } from "../record/goal.ts";
import { careerFieldOf } from "./career-fields.ts";
import { refusedIds } from "./refusals.ts";
import type { Stage } from "./route.ts";
import { levelRowOf, payNowOf, startOf } from "./route-graph.ts";
import {
  canGoWithLess,
  type ExperienceWay,
  LEAST_HOLD_MONTHS,
  type Place,
  type RouteStep,
  stepTo,
  waysFor,
} from "./route-step.ts";
import { helpOf, isNearKin, isSensibleStep, opensCredentialTrack } from "./stepping-stones.ts";

/** A career is open where the way there is at least as likely as not to work out. Assumption. */
export const OPEN_CHANCE = 0.5;

/** Assumption: what takes longer than five years is a plan of its own, not a springboard. */
export const OPEN_WITHIN_MONTHS = 60;

/** Assumption: a springboard asks for no more than a year of preparing, all its steps together. */
export const MOST_PREPARING_MONTHS = 12;

/** Assumption: with fewer thousands of openings a year in the country nobody should count on one. */
export const LEAST_OPENINGS = 2;

/** Assumption: years over which what a career would bring is compared. */
export const COMPARED_YEARS = 10;

/** EducationLevel of a bachelor's degree. */
const BACHELOR = 6;

export const ORIGIN_KINDS = ["today", "position", "unpaid work"] as const;

/** Where the springboards start from. */
export interface SpringboardOrigin {
  readonly kind: (typeof ORIGIN_KINDS)[number];
  /** Rows of what is done there; for today those held now, see Standing.presentRows. */
  readonly rows: readonly number[];
}

export interface SpringboardQuestion {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly limits: Limits;
  readonly origin: SpringboardOrigin;
}

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

interface Leg {
  readonly step: RouteStep;
  readonly row: number;
  readonly months: number;
  readonly preparingMonths: number;
  readonly chance: number;
  readonly money: number;
}

interface Search {
  readonly question: SpringboardQuestion;
  readonly start: Place;
  readonly levelRow: number | undefined;
  readonly pay: number | undefined;
  readonly avoid: ReadonlySet<string>;
  readonly excludedRows: ReadonlySet<number>;
  /** Whether what is done there or, for today, what was studied or is licensed counts for the row. */
  readonly counts: (row: number) => boolean;
  /** Whether one may stand there: not held, not refused, no step down, no less than the pay floor. */
  readonly isPassable: (row: number) => boolean;
  /** Whether it is passable and one would look for it: it has a name, enough openings, is not too tall. */
  readonly isWanted: (row: number) => boolean;
}

function searchOf(question: SpringboardQuestion): Search {
  const { catalogue, standing, limits, origin } = question;
  const excludedRows = new Set(
    [...refusedIds(limits, "occupation")].map((id) => rowOf(catalogue, id)),
  );
  const levelRow = levelRowOf(catalogue, standing);
  const held = new Set([...standing.presentRows, ...origin.rows]);
  const isPassable = (row: number): boolean =>
    !held.has(row) &&
    !excludedRows.has(row) &&
    paysEnough(question, row) &&
    (levelRow === undefined || !isDown(catalogue, levelRow, row));
  return {
    question,
    start: placeOf(question),
    levelRow,
    pay: payNowOf(catalogue, standing),
    avoid: refusedIds(limits, "credential"),
    excludedRows,
    counts: countsFrom(question),
    isPassable,
    isWanted: (row) =>
      isPassable(row) &&
      !isRest(catalogue, row) &&
      ![...held].some((one) => isSameOccupation(catalogue, one, row)) &&
      !((catalogue.annualOpenings[row] ?? Number.NaN) < LEAST_OPENINGS) &&
      (levelRow === undefined || !isTall(catalogue, levelRow, row)),
  };
}

/** Whether one move may go so far: to no more than twice the pay (landing-rate.ts). */
function isOneMove({ question, levelRow }: Search, row: number, from = levelRow): boolean {
  const { payMedian } = question.catalogue;
  const most = TALL_PAY_RATIO * (payMedian[from ?? -1] ?? Number.NaN);
  return !((payMedian[row] ?? Number.NaN) > most);
}

/** Whether one move from the origin may lead there at all, whatever the chances say. */
function isDirect(search: Search, row: number): boolean {
  return isOneMove(search, row) && isFieldKnown(search, search.question.origin.rows, row);
}

/** Science, engineering and mathematics by SOC code: a degree in something else does not open them. */
const OWN_STUDIES = /^(15-2|17|19)/;

/** False where a degree in the field is asked for, and neither was it studied nor does work stand in it. */
function isFieldKnown({ question }: Search, from: readonly number[], row: number): boolean {
  const { catalogue, standing } = question;
  const id = catalogue.ids[row] ?? "";
  if (!OWN_STUDIES.test(id) || usualEducationOf(catalogue, row).said < BACHELOR) return true;
  if (from.some((one) => catalogue.ids[one]?.slice(0, 2) === id.slice(0, 2))) return true;
  const studied = [...standing.heldCredentialIds].flatMap(
    (held) => credentialOf(catalogue, held)?.preparesFor ?? [],
  );
  return standing.studiedRows.has(row) || studied.includes(row);
}

/** Whether it is a speciality of the same occupation (one SOC code), or that occupation itself. */
function isSameOccupation(catalogue: Catalogue, one: number, other: number): boolean {
  const codeOf = (row: number): string => catalogue.ids[row]?.slice(0, SOC_LENGTH) ?? "";
  if (codeOf(one) !== codeOf(other)) return false;
  const main = rowOf(catalogue, `${codeOf(one)}.00`);
  return main >= 0 && !isRest(catalogue, main);
}

/** "29-1141" of "29-1141.03". */
const SOC_LENGTH = 7;

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
    const main = `${id.slice(0, SOC_LENGTH)}.00`;
    return id === main || !ids.has(main);
  });
}

function paysEnough({ catalogue, limits }: SpringboardQuestion, row: number): boolean {
  const { payFloor } = limits;
  const pay = catalogue.payMedian[row] ?? Number.NaN;
  return payFloor?.currency !== catalogue.currency || !(pay < payFloor.amount);
}

/** Down by job zone, or by more pay than stands within one level. */
function isDown(catalogue: Catalogue, from: number, to: number): boolean {
  const pay = catalogue.payMedian[to] ?? Number.NaN;
  const paysLess = pay < (1 - SAME_LEVEL_PAY) * (catalogue.payMedian[from] ?? Number.NaN);
  return paysLess || directionOf(catalogue, from, to) === "down";
}

/** Two job zones up and two and a half times the pay: more than two moves, whatever the chances say. */
function isTall(catalogue: Catalogue, from: number, to: number): boolean {
  const zone = catalogue.zones[from] ?? 0;
  const isHigh = zone > 0 && (catalogue.zones[to] ?? 0) - zone >= TALL_STEP.zones;
  const pay = catalogue.payMedian[to] ?? Number.NaN;
  return isHigh && pay >= TALL_STEP.pay * (catalogue.payMedian[from] ?? Number.NaN);
}

/** Whatever else is in a group has no name of its own that one could apply for. */
function isRest(catalogue: Catalogue, row: number): boolean {
  return (catalogue.titles[row] ?? "").endsWith("All Other");
}

function placeOf({ catalogue, standing, origin }: SpringboardQuestion): Place {
  if (origin.kind === "today") return startOf(catalogue, standing);
  const today = startOf(catalogue, standing);
  const [row] = origin.rows;
  return {
    standing: { ...standing, presentRows: origin.rows },
    row,
    isStone: false,
    isHeld: origin.kind === "position" && today.isHeld && today.row === row,
  };
}

/**
 * Whether something done counts for an occupation: the work of the origin and, for today, what was
 * studied, and credentials and licences held. It rests on no level and no months, so that more of
 * anything never hides a career.
 */
function countsFrom(question: SpringboardQuestion): (row: number) => boolean {
  const { catalogue, standing, origin } = question;
  const byOrigin = (row: number): boolean =>
    origin.rows.some((from) => experienceCreditOf(catalogue, from, row) > 0);
  if (origin.kind !== "today") return byOrigin;
  const prepared = new Set(
    [...standing.heldCredentialIds].flatMap((id) => credentialOf(catalogue, id)?.preparesFor ?? []),
  );
  return (row) =>
    byOrigin(row) ||
    prepared.has(row) ||
    standing.studiedRows.has(row) ||
    licencesOf(catalogue, row).some(({ name }) => standing.heldLicences.has(name));
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

/**
 * Whether the one is a step towards the other, as on any route (stepping-stones.ts). Where the origin's own
 * work counts for nothing there, both moves must be between near kin, or up to leading that work; and
 * from leading one kind of work nobody comes to leading another.
 */
function isStone(search: Search, stone: number, row: number): boolean {
  const { catalogue, standing, origin } = search.question;
  if (helpOf(catalogue, stone, row) <= 0 || !isOneMove(search, row, stone)) return false;
  // Two moves to where one stands already would be one too many.
  if (search.levelRow !== undefined && directionOf(catalogue, search.levelRow, row) !== "up")
    return false;
  if (!isFieldKnown(search, [stone, ...origin.rows], row)) return false;
  const [from = "", to = ""] = [catalogue.ids[stone], catalogue.ids[row]];
  const isOtherWork = isSupervisor(from) && isSupervisor(to) && !leadsWorkOf(to, from);
  if (isOtherWork && !origin.rows.some((one) => leadsWorkOf(to, catalogue.ids[one] ?? "")))
    return false;
  if (!search.counts(row)) {
    const isKin = (one: number, other: number): boolean =>
      isNearKin(catalogue, one, other) ||
      leadsWorkOf(catalogue.ids[other] ?? "", catalogue.ids[one] ?? "");
    if (!isKin(stone, row) || !origin.rows.some((one) => isKin(one, stone))) return false;
  }
  const question = {
    catalogue,
    goalRow: row,
    presentRows: [...new Set([...standing.presentRows, ...origin.rows])],
    levelRow: search.levelRow,
    pay: search.pay,
    excludedRows: search.excludedRows,
  };
  return isSensibleStep(question, stone, row);
}

/** First-line supervisors have a minor group of their own in each major one from 33 on (SOC 2018). */
function isSupervisor(id: string): boolean {
  return /^(3[3-9]|4\d|5[1-3])-1/.test(id);
}

const followersByCatalogue = new WeakMap<Catalogue, Map<number, readonly number[]>>();

/** The rows for which work in this one may be a step: related either way, led, or its credential track. */
function followersOf(catalogue: Catalogue, stone: number): readonly number[] {
  let known = followersByCatalogue.get(catalogue);
  if (known === undefined) {
    known = new Map();
    followersByCatalogue.set(catalogue, known);
  }
  const before = known.get(stone);
  if (before !== undefined) return before;
  const rows: number[] = [];
  const id = catalogue.ids[stone] ?? "";
  for (let row = 0; row < catalogue.ids.length; row++) {
    if (row === stone) continue;
    const isRelated =
      catalogue.related[stone]?.includes(row) === true ||
      catalogue.related[row]?.includes(stone) === true ||
      leadsWorkOf(catalogue.ids[row] ?? "", id) ||
      opensCredentialTrack(catalogue, stone, row);
    if (isRelated) rows.push(row);
  }
  known.set(stone, rows);
  return rows;
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
