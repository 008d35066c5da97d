// Where one may look for springboards: which careers, which steps on the way to them, and which of those one
// move may lead to, before any way there is reckoned. The ways are springboards.ts's.

import type { Standing } from "../abilities/standing.ts";
import { directionOf, SAME_LEVEL_PAY } from "../moves/assess-move.ts";
import { experienceCreditOf, TALL_STEP } from "../moves/experience-credit.ts";
import { FIRST_DEGREE } from "../moves/field-of-study.ts";
import { TALL_PAY_RATIO } from "../moves/landing-rate.ts";
import { leadsWorkOf } from "../moves/led-work.ts";
import { licencesOf, usualEducationOf } from "../moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { socOf } from "../occupations/soc-code.ts";
import type { Limits } from "../record/goal.ts";
import { refusedIds } from "./refusals.ts";
import { levelRowOf, payNowOf, startOf } from "./route-graph.ts";
import type { Place } from "./route-step.ts";
import { helpOf, isNearKin, isSensibleStep, opensCredentialTrack } from "./stepping-stones.ts";

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

/** Assumption: with fewer thousands of openings a year in the country nobody should count on one. */
export const LEAST_OPENINGS = 2;

/** What every look from one origin needs. */
export interface Search {
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

/** Returns where one may look from there. */
export function searchOf(question: SpringboardQuestion): Search {
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
export function isDirect(search: Search, row: number): boolean {
  return isOneMove(search, row) && isFieldKnown(search, search.question.origin.rows, row);
}

/** Science, engineering and mathematics by SOC code: a degree in something else does not open them. */
const OWN_STUDIES = /^(15-2|17|19)/;

/** False where a degree in the field is asked for, and neither was it studied nor does work stand in it. */
function isFieldKnown({ question }: Search, from: readonly number[], row: number): boolean {
  const { catalogue, standing } = question;
  const id = catalogue.ids[row] ?? "";
  if (!OWN_STUDIES.test(id) || usualEducationOf(catalogue, row).said < FIRST_DEGREE) return true;
  if (from.some((one) => catalogue.ids[one]?.slice(0, 2) === id.slice(0, 2))) return true;
  const studied = [...standing.heldCredentialIds].flatMap(
    (held) => credentialOf(catalogue, held)?.preparesFor ?? [],
  );
  return standing.studiedRows.has(row) || studied.includes(row);
}

/** Whether it is a speciality of the same occupation (one SOC code), or that occupation itself. */
function isSameOccupation(catalogue: Catalogue, one: number, other: number): boolean {
  const codeOf = (row: number): string => socOf(catalogue.ids[row] ?? "");
  if (codeOf(one) !== codeOf(other)) return false;
  const main = rowOf(catalogue, `${codeOf(one)}.00`);
  return main >= 0 && !isRest(catalogue, main);
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

/**
 * Whether the one is a step towards the other, as on any route (stepping-stones.ts). Where the origin's own
 * work counts for nothing there, both moves must be between near kin, or up to leading that work; and
 * from leading one kind of work nobody comes to leading another.
 */
export function isStone(search: Search, stone: number, row: number): boolean {
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
export function followersOf(catalogue: Catalogue, stone: number): readonly number[] {
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
