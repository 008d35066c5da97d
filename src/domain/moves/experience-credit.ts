// How much of a month in one occupation counts as related experience for another. It rests on what
// the catalogue says of occupations alone, so a longer record can only add months.

import { type Catalogue, importanceOf } from "../occupations/catalogue.ts";
import { isOneProfession } from "./field-of-study.ts";
import { isLedByAnother, isRankOfItsOwn, leadsWorkOf, risesFromWork } from "./led-work.ts";
import { demandOf } from "./occupation-demand.ts";
import { licencesOf } from "./usual-requirements.ts";

/**
 * Assumption: share of a month that counts, by the better of the two places in each other's list of
 * related occupations (1 nearest). Employers ask for "related experience", and say so in as few steps.
 * One set of steps for lists of eleven (starter) and of twenty (full O*NET): bench/related-ranks.ts finds no
 * break in the latter that asks for others.
 */
export const CREDIT_BY_RANK: readonly { readonly upTo: number; readonly credit: number }[] = [
  { upTo: 1, credit: 1 },
  { upTo: 4, credit: 0.75 },
  { upTo: 8, credit: 0.5 },
];

/** Assumption: most that counts when only one of the two lists the other; such relations are looser. */
export const ONE_SIDED_CREDIT = 0.5;

/** Assumption: below this share of covered knowledge a listed relation counts for no experience. */
export const LEAST_COVERAGE = 0.4;

/**
 * Assumption: what counts between two occupations that neither list names, when both are near kin of a
 * third that stands above both (a security guard and a private detective, of a police detective). One that
 * stands between the two is a step to be taken, and nothing is counted past it; nor for work that people
 * come to out of what it leads.
 */
export const KIN_OF_KIN_CREDIT = 0.4;

/**
 * Assumption: a step up of so many job zones that also pays so many times as much is a tall one; where
 * only one of the two lists the other, months before it count for nothing (a teller's are none for a
 * financial manager's work).
 */
export const TALL_STEP = { zones: 2, pay: 2.5 } as const;

/**
 * Assumption: least that counts of a month in work whose first-line supervisor the other is. O*NET lists
 * supervisors beside one another, not beside whom they lead; but a foreman on a building site was a
 * carpenter there, not a head housekeeper.
 */
export const LED_WORK_CREDIT = 0.75;

/**
 * Assumption: most that counts for a supervisor of a month in work that other supervisors lead, however near the
 * lists put the two (a telephonist's for a shop supervisor). In the ranks of a sworn service, which are filled from
 * its own, nothing else counts: no police officer's months for a fire captain.
 */
export const LED_ELSEWHERE_CREDIT = 0.25;

/**
 * Assumption: least that counts between two kinds of one profession that is entered by a degree (a mechanical and a
 * civil engineer), whatever the lists say: what is common to engineers is what their first years teach.
 */
export const PROFESSION_CREDIT = 0.4;

/** Returns the place of `to` in the list of `from`, 1 nearest; undefined when not listed. */
export function relatedRankOf(catalogue: Catalogue, from: number, to: number): number | undefined {
  const place = catalogue.related[from]?.indexOf(to) ?? -1;
  return place < 0 ? undefined : place + 1;
}

/**
 * Returns the share of the destination's particular knowledge that the origin also asks for: over the
 * destination's listed knowledge areas, Σ w·min(excess) / Σ w·excess, the excess being the level
 * above what is usual over all occupations. 0–1; not symmetric.
 */
export function knowledgeCoverage(catalogue: Catalogue, from: number, to: number): number {
  const demand = demandOf(catalogue, to);
  const origin = demandOf(catalogue, from).ratedRow;
  const width = catalogue.elements.length;
  let covered = 0;
  let asked = 0;
  demand.elements.forEach((index, i) => {
    const element = catalogue.elements[index];
    if (element === undefined || element.group !== "knowledge") return;
    const weight = demand.weights[i] ?? 0;
    const excess = Math.max(0, (demand.levels[i] ?? 0) - element.priorMean);
    const level = origin < 0 ? Number.NaN : (catalogue.level[origin * width + index] ?? Number.NaN);
    const listed = !Number.isNaN(level) && importanceOf(catalogue, origin, index) > 1;
    asked += weight * excess;
    if (listed) covered += weight * Math.min(excess, Math.max(0, level - element.priorMean));
  });
  return asked > 0 ? covered / asked : 0;
}

/** Assumption: two occupations that list each other, one of them this high, are near kin. */
export const NEAR_KIN_RANK = 3;

/** Returns whether the two list each other as related, one of them among its first three. */
export function areNearKin(catalogue: Catalogue, one: number, other: number): boolean {
  const there = relatedRankOf(catalogue, one, other);
  const back = relatedRankOf(catalogue, other, one);
  return there !== undefined && back !== undefined && Math.min(there, back) <= NEAR_KIN_RANK;
}

const creditsByCatalogue = new WeakMap<Catalogue, Map<number, number>>();

/** Returns what a month in `from` counts as for `to`, 0–1; 1 for the same occupation. */
export function experienceCreditOf(catalogue: Catalogue, from: number, to: number): number {
  if (from === to) return 1;
  let credits = creditsByCatalogue.get(catalogue);
  if (credits === undefined) {
    credits = new Map();
    creditsByCatalogue.set(catalogue, credits);
  }
  const key = from * catalogue.ids.length + to;
  const known = credits.get(key);
  if (known !== undefined) return known;
  const credit = computeCredit(catalogue, from, to);
  credits.set(key, credit);
  return credit;
}

function computeCredit(catalogue: Catalogue, from: number, to: number): number {
  const [id = "", fromId = ""] = [catalogue.ids[to], catalogue.ids[from]];
  const byRelation = Math.max(
    isOneProfession(catalogue, from, to) ? PROFESSION_CREDIT : 0,
    creditByRelation(catalogue, from, to),
  );
  if (leadsWorkOf(id, fromId)) return Math.max(LED_WORK_CREDIT, byRelation);
  if (isRankOfItsOwn(id)) return 0;
  return isLedByAnother(id, fromId) ? Math.min(LED_ELSEWHERE_CREDIT, byRelation) : byRelation;
}

function creditByRelation(catalogue: Catalogue, from: number, to: number): number {
  const there = relatedRankOf(catalogue, from, to);
  const back = relatedRankOf(catalogue, to, from);
  if (there === undefined && back === undefined) {
    const isKinOfKin = (catalogue.related[from] ?? []).some(
      (one) =>
        areNearKin(catalogue, from, one) &&
        areNearKin(catalogue, one, to) &&
        paysMore(catalogue, one, from) &&
        paysMore(catalogue, one, to),
    );
    const isLoose = isTallStep(catalogue, from, to) || risesFromWork(catalogue.ids[to] ?? "");
    return isKinOfKin && !isLoose ? KIN_OF_KIN_CREDIT : 0;
  }
  const rank = Math.min(there ?? Number.POSITIVE_INFINITY, back ?? Number.POSITIVE_INFINITY);
  const isMutual = there !== undefined && back !== undefined;
  const most = isMutual ? 1 : ONE_SIDED_CREDIT;
  const byRank = CREDIT_BY_RANK.find((step) => rank <= step.upTo)?.credit ?? 0;
  // For work that the law asks a licence for, far down in one list alone is no relation, whatever both know
  // (motorboats and aircraft).
  if (byRank === 0 && !isMutual && licencesOf(catalogue, to).length > 0) return 0;
  const coverage = knowledgeCoverage(catalogue, from, to);
  const credit = Math.min(most, Math.max(byRank, coverage >= LEAST_COVERAGE ? coverage : 0));
  return most < 1 && isTallStep(catalogue, from, to) ? 0 : credit;
}

function paysMore(catalogue: Catalogue, one: number, other: number): boolean {
  return (catalogue.payMedian[one] ?? Number.NaN) > (catalogue.payMedian[other] ?? Number.NaN);
}

/** Whether the second stands so much higher than the first; false when zone or pay is not known. */
function isTallStep(catalogue: Catalogue, from: number, to: number): boolean {
  const [low = 0, high = 0] = [catalogue.zones[from], catalogue.zones[to]];
  const [less = Number.NaN, more = Number.NaN] = [
    catalogue.payMedian[from],
    catalogue.payMedian[to],
  ];
  return low > 0 && high - low >= TALL_STEP.zones && more >= TALL_STEP.pay * less;
}

/** Returns the months that the record counts as related experience for the occupation. */
export function creditedMonthsOf(
  catalogue: Catalogue,
  monthsByRow: ReadonlyMap<number, number>,
  to: number,
): number {
  let months = 0;
  for (const [row, held] of monthsByRow) months += held * experienceCreditOf(catalogue, row, to);
  return months;
}
