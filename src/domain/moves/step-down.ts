// When one occupation stands below another: by job zone, or by pay. Flagged wherever moves are told, so
// that nobody takes one for a rise.

import type { Catalogue } from "../occupations/catalogue.ts";
import { SAME_LEVEL_PAY } from "./assess-move.ts";

/** Returns job zones after less before; 0 when either is not known. */
export function zonesBetween(catalogue: Catalogue, from: number, to: number): number {
  const [before = 0, after = 0] = [catalogue.zones[from], catalogue.zones[to]];
  return before > 0 && after > 0 ? after - before : 0;
}

/** Returns median pay after over median pay before; 1 when either is not known. */
export function payRatioOf(catalogue: Catalogue, from: number, to: number): number {
  const ratio = (catalogue.payMedian[to] ?? Number.NaN) / (catalogue.payMedian[from] ?? Number.NaN);
  return Number.isFinite(ratio) ? ratio : 1;
}

/** Returns whether the second is a job zone below the first, or pays a tenth less and more. */
export function isStepDown(catalogue: Catalogue, from: number, to: number): boolean {
  return (
    zonesBetween(catalogue, from, to) < 0 || payRatioOf(catalogue, from, to) <= 1 - SAME_LEVEL_PAY
  );
}

/** Returns in which way it is one, "a step down in pay"; empty where it is none. */
export function stepDownInWords(catalogue: Catalogue, from: number, to: number): string {
  if (!isStepDown(catalogue, from, to)) return "";
  return zonesBetween(catalogue, from, to) < 0
    ? "a step down in schooling and experience"
    : "a step down in pay";
}
