// The one thing that would open most: for every credential that could be earned from here, and every skill
// or field of knowledge one level higher, the careers for which nothing else is left to earn, while
// without it something is. All are looked at; only what cannot change an answer is passed over.

import type { LevelEstimates } from "../abilities/level-estimate.ts";
import type { Standing } from "../abilities/standing.ts";
import type { ThreePoint } from "../money.ts";
import { countedEducationOf, pathToCredential } from "../moves/credential-path.ts";
import { elementPhrase } from "../moves/element-phrases.ts";
import { knownUnmetShare, levelsAfterEarning } from "../moves/levels-after.ts";
import { demandOf } from "../moves/occupation-demand.ts";
import { licencesOf } from "../moves/usual-requirements.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { refusedIds } from "./refusals.ts";
import type { SpringboardQuestion } from "./springboard-search.ts";
import {
  compareSpringboards,
  findSpringboards,
  OPEN_WITHIN_MONTHS,
  type Springboard,
  wantedRows,
  wayAtHand,
} from "./springboards.ts";

/** Assumption: a good course takes one skill or field of knowledge one level up, of the seven. */
export const COURSE_LEVELS = 1;

/**
 * What such a course takes: one college course of three credits, 45 hours each (34 CFR 600.2: an hour of class
 * and two of study a week over fifteen weeks), a third less or more. Its fee is a tenth of a year's at
 * a public two-year college (College Board 2024–25: $4,050 for thirty credits), none to four times that.
 */
export const COURSE_HOURS: ThreePoint = { low: 90, likely: 135, high: 180 };
export const COURSE_MONEY: ThreePoint = { low: 0, likely: 405, high: 1620 };

export const OPENER_KINDS = ["credential", "skill"] as const;

/** One thing to earn or to learn, and what it opens. */
export interface Opener {
  readonly kind: (typeof OPENER_KINDS)[number];
  /** Credential template's or element's id. */
  readonly id: string;
  readonly name: string;
  /** What is earned for it, in order: what must be done first, then itself. Empty for a skill. */
  readonly credentialIds: readonly string[];
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  /**
   * Careers for which nothing else is left to earn: one move away, or those open that ask for nothing
   * but this. Best first; never empty.
   */
  readonly opens: readonly Springboard[];
}

interface Candidate extends Omit<Opener, "opens"> {
  readonly templates: readonly CredentialTemplate[];
  readonly standing: Standing;
}

/** Returns the openers, the one that opens most first; ties by fewer hours, then by id. */
export function findOpeners(
  question: SpringboardQuestion,
  open: readonly Springboard[] = findSpringboards(question),
): readonly Opener[] {
  const doors = closedDoors(question, open);
  const openers: Opener[] = [];
  for (const candidate of [...credentialsFrom(question), ...skillsFrom(question, doors)]) {
    const { templates: _templates, standing, ...opener } = candidate;
    const earned = new Set(candidate.credentialIds);
    // Of two ways to one career the springboards' own stands.
    const opens = new Map(
      open
        .filter(
          ({ credentialIds: asked }) => asked.length > 0 && asked.every((id) => earned.has(id)),
        )
        .map((one) => [one.row, one]),
    );
    for (const row of rowsTouched(question, candidate, doors)) {
      const way = opens.has(row) ? undefined : wayAtHand({ ...question, standing }, row);
      if (way !== undefined) opens.set(row, way);
    }
    if (opens.size === 0) continue;
    openers.push({ ...opener, opens: [...opens.values()].sort(compareSpringboards) });
  }
  return openers.sort(
    (a, b) =>
      b.opens.length - a.opens.length || a.hours.likely - b.hours.likely || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Returns the openers without those that another stands for: one that asks for part of the same and opens
 * no less.
 */
export function distinctOpeners(openers: readonly Opener[]): readonly Opener[] {
  return openers.filter(
    (one) =>
      !openers.some(
        (other) =>
          other !== one &&
          other.credentialIds.length > 0 &&
          other.credentialIds.length < one.credentialIds.length &&
          other.credentialIds.every((id) => one.credentialIds.includes(id)) &&
          one.opens.every(({ row }) => other.opens.some((board) => board.row === row)),
      ),
  );
}

/** Every credential that could be earned from here within the limits, with what must come before it. */
function credentialsFrom(question: SpringboardQuestion): readonly Candidate[] {
  const { catalogue, standing, limits } = question;
  const { hoursPerWeek, budget } = limits;
  const avoid = refusedIds(limits, "credential");
  const candidates: Candidate[] = [];
  for (const template of catalogue.credentials) {
    if (template.kind === "licence") continue;
    const row = template.preparesFor[0] ?? -1;
    const ask = { catalogue, schooling: standing, row, hoursPerWeek, avoid };
    const path = pathToCredential(ask, template);
    if (path === undefined || path.templates.length === 0) continue;
    const { templates, hours, money, months } = path;
    if (months.likely > OPEN_WITHIN_MONTHS) continue;
    const isDear = budget?.currency === catalogue.currency && money.likely > budget.amount;
    if (isDear) continue;
    candidates.push({
      kind: "credential",
      id: template.id,
      name: template.name,
      credentialIds: templates.map(({ id }) => id),
      hours,
      money,
      templates,
      standing: standingWith(catalogue, standing, templates, row),
    });
  }
  return candidates;
}

function standingWith(
  catalogue: Catalogue,
  standing: Standing,
  templates: readonly CredentialTemplate[],
  row: number,
): Standing {
  return {
    ...standing,
    // A general degree shows nothing of any one occupation until it is known in which field it is.
    levels: levelsAfterEarning(
      catalogue,
      standing.levels,
      templates.filter(({ preparesFor }) => preparesFor.length > 0),
      row,
    ),
    educationLevel: Math.max(
      standing.educationLevel,
      ...templates.map(({ educationLevel }) => educationLevel),
    ),
    heldCredentialIds: new Set([...standing.heldCredentialIds, ...templates.map(({ id }) => id)]),
  };
}

/** Skills and knowledge one level up, as far as a door asks for them; abilities are not taught in a course. */
function skillsFrom(question: SpringboardQuestion, doors: ClosedDoors): readonly Candidate[] {
  const { catalogue, standing, limits } = question;
  const isDear =
    limits.budget?.currency === catalogue.currency && COURSE_MONEY.likely > limits.budget.amount;
  if (isDear) return [];
  const asked = new Set(
    doors.shortOfLevel.flatMap((row) => [...demandOf(catalogue, row).elements]),
  );
  return catalogue.elements.flatMap((element, index) => {
    if (!asked.has(index) || (element.group !== "skill" && element.group !== "knowledge"))
      return [];
    return [
      {
        kind: "skill" as const,
        id: element.id,
        name: elementPhrase(element),
        credentialIds: [],
        hours: COURSE_HOURS,
        money: COURSE_MONEY,
        templates: [],
        standing: { ...standing, levels: raised(standing.levels, index) },
      },
    ];
  });
}

/** The levels with one element COURSE_LEVELS higher, 7 at most; all else as it is. */
function raised(levels: LevelEstimates, element: number): LevelEstimates {
  const { grid } = levels;
  const width = grid.length;
  const step = Math.round((COURSE_LEVELS * (width - 1)) / (grid[width - 1] ?? 1));
  const probabilities = levels.probabilities.slice();
  const means = levels.means.slice();
  const first = element * width;
  const row = probabilities.subarray(first, first + width).fill(0);
  let mean = 0;
  for (let i = 0; i < width; i++) {
    const mass = levels.probabilities[first + i] ?? 0;
    const at = Math.min(width - 1, i + step);
    row[at] = (row[at] ?? 0) + mass;
    mean += mass * (grid[at] ?? 0);
  }
  means[element] = mean;
  return { ...levels, probabilities, means };
}

interface ClosedDoors {
  /** All rows that one would look for and that are not open without something to earn. */
  readonly all: readonly number[];
  /** Those of them that would be at hand if everything that they ask for were met. */
  readonly shortOfLevel: readonly number[];
}

function closedDoors(question: SpringboardQuestion, open: readonly Springboard[]): ClosedDoors {
  const { standing } = question;
  const free = new Set(
    open.filter(({ credentialIds }) => credentialIds.length === 0).map(({ row }) => row),
  );
  const all = [...new Set([...wantedRows(question), ...open.map(({ row }) => row)])].filter(
    (row) => !free.has(row) && wayAtHand(question, row) === undefined,
  );
  const perfect = { ...question, standing: { ...standing, levels: highest(standing.levels) } };
  return { all, shortOfLevel: all.filter((row) => wayAtHand(perfect, row) !== undefined) };
}

/** Everything at the top of the scale: no level that anyone could reach does more. */
function highest(levels: LevelEstimates): LevelEstimates {
  const width = levels.grid.length;
  const probabilities = new Float64Array(levels.probabilities.length);
  for (let at = width - 1; at < probabilities.length; at += width) probabilities[at] = 1;
  return { ...levels, probabilities, means: levels.means.map(() => levels.grid[width - 1] ?? 0) };
}

/**
 * The doors that the candidate can open: those short of level alone that it brings nearer, those that it
 * prepares for or for whose licence it counts and, where it gives more schooling, all.
 */
function rowsTouched(
  { catalogue, standing }: SpringboardQuestion,
  candidate: Candidate,
  doors: ClosedDoors,
): readonly number[] {
  const { templates } = candidate;
  const givesSchooling = countedEducationOf(candidate.standing) > countedEducationOf(standing);
  const isShort = new Set(doors.shortOfLevel);
  return doors.all.filter((row) => {
    if (givesSchooling || isAskedFor(catalogue, templates, row)) return true;
    if (!isShort.has(row)) return false;
    const before = knownUnmetShare(catalogue, row, standing.levels);
    return knownUnmetShare(catalogue, row, candidate.standing.levels) < before;
  });
}

/** Whether one of the templates prepares for the row, or is or comes before a credential of its licences. */
function isAskedFor(
  catalogue: Catalogue,
  templates: readonly CredentialTemplate[],
  row: number,
): boolean {
  if (templates.some(({ preparesFor }) => preparesFor.includes(row))) return true;
  const wanted = licencesOf(catalogue, row).flatMap(({ credentials }) => credentials);
  const asked = new Set<string>();
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (asked.has(id)) continue;
    asked.add(id);
    wanted.push(...(credentialOf(catalogue, id)?.after ?? []));
  }
  return templates.some(({ id }) => asked.has(id));
}
