// The certificate that nobody must have but employers know: which one is worth earning before a move, and
// which ones a person is past. What the law and the usual schooling ask for is prepare-for.ts's.

import type { LevelEstimates } from "../abilities/level-estimate.ts";
import type { Standing } from "../abilities/standing.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import { credentialsFor } from "../occupations/licence-paths.ts";
import {
  type CredentialPath,
  countedEducationOf,
  pathToCredential,
  quickerPath,
} from "./credential-path.ts";
import { experienceCreditOf } from "./experience-credit.ts";
import { FIRST_DEGREE } from "./field-of-study.ts";
import { knownUnmetShare, levelsAfterEarning } from "./levels-after.ts";
import { licencesOf } from "./usual-requirements.ts";

/**
 * Assumption: who has done what a certificate prepares for, or related work of a higher job zone, for so
 * many full-time months is past it.
 */
export const PAST_CERTIFICATE_MONTHS = 24;

/** Assumption: from this unmet share on, a certificate made for the occupation is worth having. */
export const CERTIFICATE_FROM_UNMET = 0.1;

/** Assumption: a certificate that nobody asks for is not worth more hours than this. */
export const LONGEST_CERTIFICATE_HOURS = 800;

/**
 * Returns the certificate that employers of this occupation know, when much is unmet and none is held: one
 * made for it first of all, else one that also serves it; the quickest of these.
 */
export function certificateFor(
  ask: Parameters<typeof pathToCredential>[0],
  planned: readonly CredentialTemplate[],
  levels: LevelEstimates,
  standing: Standing,
): CredentialPath | undefined {
  const { catalogue, schooling, row } = ask;
  if (planned.some((one) => one.preparesFor.includes(row))) return undefined;
  if (licencesOf(catalogue, row).length > 0) return undefined;
  // Who takes a degree for it takes it in the field; a certificate on top is not asked for.
  if (planned.some((one) => one.kind === "degree" && one.educationLevel >= FIRST_DEGREE))
    return undefined;
  const serving = credentialsFor(catalogue, row).filter(
    (one) => one.kind !== "degree" && one.kind !== "licence",
  );
  const made = serving.filter((one) => one.preparesFor[0] === row);
  const candidates = made.length > 0 ? made : serving;
  if (candidates.some((one) => schooling.heldCredentialIds.has(one.id))) return undefined;
  const reached = Math.max(
    countedEducationOf(schooling),
    ...planned.map((one) => one.educationLevel),
  );
  if (candidates.some((one) => isPast(catalogue, standing, row, one))) return undefined;
  let best: CredentialPath | undefined;
  for (const template of candidates) {
    if (template.entryLevel > reached) continue;
    const path = pathToCredential(ask, template);
    if (path !== undefined && path.hours.likely <= LONGEST_CERTIFICATE_HOURS) {
      best = quickerPath(best, path);
    }
  }
  if (best === undefined) return undefined;
  // What is unmet with it was unmet before; a search has to know the first in any case.
  const after = levelsAfterEarning(catalogue, levels, best.templates, row);
  const isMuchUnmet =
    knownUnmetShare(catalogue, row, after) >= CERTIFICATE_FROM_UNMET ||
    knownUnmetShare(catalogue, row, levels) >= CERTIFICATE_FROM_UNMET;
  return isMuchUnmet ? best : undefined;
}

/**
 * Whether the person is past a certificate that is not made for the occupation first of all: they have
 * done a lower occupation that it also prepares for, or related work above the lowest of those.
 */
function isPast(
  catalogue: Catalogue,
  standing: Standing,
  row: number,
  template: CredentialTemplate,
): boolean {
  if (template.kind === "course" || template.preparesFor[0] === row) return false;
  const zoneOf = (one: number): number => catalogue.zones[one] ?? 0;
  const lowest = Math.min(...template.preparesFor.map(zoneOf));
  return [...standing.monthsByRow].some(([held, months]) => {
    if (months < PAST_CERTIFICATE_MONTHS || held === row) return false;
    if (template.preparesFor.includes(held)) return zoneOf(held) < zoneOf(row);
    return zoneOf(held) > lowest && experienceCreditOf(catalogue, held, row) > 0;
  });
}
