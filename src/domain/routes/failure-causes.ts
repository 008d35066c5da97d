// Why a stage could fail, as data, so that routes can be compared by what they share. Every chance
// here is a named assumption or a published pass rate.

import { lowerFirst } from "../first-letter.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, type CredentialTemplate, rowOf } from "../occupations/catalogue.ts";
import type { FailureCause } from "./route.ts";

/** Assumption: chance that no programme offers a place in two rounds of applying. */
export const NO_PLACE = 0.15;

/**
 * Assumption: chance of stopping a programme for every 500 hours of it: money, work, that it does not suit. It makes
 * 5 in 100 for a short certificate and about a quarter for a two-year nursing degree.
 */
export const STOPPING_PER_500_HOURS = 0.05;

/** Assumption: chance in a year that the employer of a stage closes or lets the person go. */
export const EMPLOYER_LOSS_A_YEAR = 0.04;

/** Attempts at an exam that are counted before it is called failed. Assumption. */
export const EXAM_ATTEMPTS = 2;

/** Assumption: chance of missing one sitting of an exam: entered too late, ill, or no way to get there. */
export const SITTING_MISSED = 0.05;

/**
 * Sittings a year of exams that are held on fixed dates only, by credential; all others can be sat on most
 * working days. SHRM-CP: two windows (SHRM handbook); CFP: three (CFP Board); NPTE: four dates for each of
 * both exams (FSBPT); CFA level I: four windows (CFA Institute). Rounded; look up your own dates.
 */
export const EXAM_SITTINGS: ReadonlyMap<string, number> = new Map([
  ["shrm-cp", 2],
  ["cfp", 3],
  ["npte", 4],
  ["npte-pta", 4],
  ["cfa-level-1", 4],
]);

/** The chance that every sitting within half a year is missed. */
function sittingCause(template: CredentialTemplate): readonly FailureCause[] {
  const sittings = EXAM_SITTINGS.get(template.id);
  if (sittings === undefined) return [];
  return [
    {
      id: `sitting:${template.id}`,
      label: `Half a year is lost because the dates of the ${nameInSentence(template.name)} are missed`,
      chance: SITTING_MISSED ** Math.max(1, sittings / 2),
      source: "assumption",
    },
  ];
}

/** Returns why earning the credentials could fail. */
export function credentialCauses(templates: readonly CredentialTemplate[]): FailureCause[] {
  const causes: FailureCause[] = [];
  for (const template of templates) {
    if (template.admission) {
      causes.push({
        id: `admission:${template.id}`,
        label: `No place is offered for the ${nameInSentence(template.name)}`,
        chance: NO_PLACE,
        source: "assumption",
      });
    }
    if (template.kind !== "exam" && template.kind !== "licence" && template.hours.likely >= 100) {
      causes.push({
        id: `credential:${template.id}`,
        label: `The ${nameInSentence(template.name)} is not finished`,
        chance: 1 - (1 - STOPPING_PER_500_HOURS) ** (template.hours.likely / 500),
        source: "assumption",
      });
    }
    if (!Number.isNaN(template.passRate)) {
      causes.push({
        id: `exam:${template.id}`,
        label: `The ${nameInSentence(template.name)} ${/\btests\b/.test(template.name) ? "are" : "is"} failed ${EXAM_ATTEMPTS === 2 ? "twice" : "too often"}`,
        chance: (1 - template.passRate) ** EXAM_ATTEMPTS,
        source: template.source,
      });
    }
    causes.push(...sittingCause(template));
  }
  return causes;
}

/** Returns the cause that no opening comes within the months of looking. */
export function marketCause(
  catalogue: Catalogue,
  row: number,
  chance: number,
  months: number,
): FailureCause {
  return {
    id: `market:${catalogue.ids[row] ?? ""}`,
    label: `No opening as ${withArticle(plainNameOf(catalogue, row))} within ${months} months of looking`,
    chance,
    source: "assumption",
  };
}

/** Returns the cause that an employer is lost while a position is held. */
export function employerCause(employer: string, label: string, months: number): FailureCause {
  return {
    id: `employer:${employer}`,
    label,
    chance: 1 - (1 - EMPLOYER_LOSS_A_YEAR) ** (months / 12),
    source: "assumption",
  };
}

/**
 * Returns the cause as something that has happened, to stand after "If by 1 March 2028": "no opening as
 * a registered nurse has come", "the nursing exam (NCLEX-RN) is failed twice".
 */
export function happenedInWords(catalogue: Catalogue, cause: FailureCause): string {
  const [kind = "", what = ""] = kindOfCause(cause);
  const nameOf = (id: string): string => plainNameOf(catalogue, rowOf(catalogue, id));
  if (kind === "market" && rowOf(catalogue, what) >= 0) {
    return `no opening as ${withArticle(nameOf(what))} has come`;
  }
  if (kind === "employer") {
    return what.startsWith("new:")
      ? `the position as ${nameOf(what.slice("new:".length))} is lost`
      : "your present position is lost";
  }
  return lowerFirst(cause.label);
}

/** Returns a cause's kind and what it is about: "exam" and "nclex-rn". */
export function kindOfCause(cause: FailureCause): readonly [string, string] {
  const colon = cause.id.indexOf(":");
  return [cause.id.slice(0, colon), cause.id.slice(colon + 1)];
}
