// What a person is believed to hold of the skills of a catalogue without levels (ESCO): held or not. The
// formula is that of levels on two values: one prior for everyone, one one-sided factor for each
// occupation, the same exponent. Work only: such a catalogue knows no fields of study and no credentials.

import type { Catalogue } from "../occupations/catalogue.ts";
import { rowStrengthsOf } from "./evidence-strength.ts";
import type { Attribution, Evidence } from "./level-estimate.ts";
import { shareCredit } from "./share-credit.ts";

/** What an occupation that asks for a skill as essential, or as optional, shows of it. Assumption. */
export const ESSENTIAL_WEIGHT = 1;
export const OPTIONAL_WEIGHT = 0.5;

/**
 * Chance that someone who is fully practised in an occupation holds a skill that is essential to it.
 * Assumption: one in twenty does without it, since no two positions under one code are alike.
 */
export const HELD_BY_PRACTISED = 0.95;

/** A change smaller than this in all its parts is not attributed to anything. */
const LEAST_CHANGE = 1e-9;

/** Months that an occupation of the catalogue takes to learn. */
export type LearningMonthsOf = (row: number) => number;

/** What one person is believed to hold of the skills of a catalogue. */
export interface SkillEstimates {
  /** By skill: the chance that it is held. */
  readonly chances: Float64Array;
  readonly evidence: readonly Evidence[];
  readonly learningMonthsOf: LearningMonthsOf;
}

/** How much of the change from the prior one piece of evidence explains. */
export interface SkillAttribution extends Omit<Attribution, "levels"> {
  /** What it adds to the chance; they sum to the whole change. */
  readonly chance: number;
}

export interface SkillEstimate {
  readonly chance: number;
  /** What everyone starts from. */
  readonly prior: number;
  /** Strongest first; empty when nothing but the prior speaks. */
  readonly attribution: readonly SkillAttribution[];
}

const PRIORS = new WeakMap<Catalogue, Float64Array>();

/**
 * Returns what everyone starts from, by skill: the share of occupations that ask for it, with half an
 * occupation added that does and half a one that does not, so that none is 0 or 1.
 */
export function skillPriorsOf(catalogue: Catalogue): Float64Array {
  const known = PRIORS.get(catalogue);
  if (known !== undefined) return known;
  const counts = new Float64Array(catalogue.skills.ids.length);
  for (const skill of catalogue.skills.skills) counts[skill] = (counts[skill] ?? 0) + 1;
  const priors = counts.map((count) => (count + 0.5) / (catalogue.ids.length + 1));
  PRIORS.set(catalogue, priors);
  return priors;
}

function logOdds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/**
 * Returns what the evidence shows, by skill; with none, everyone's prior. An occupation multiplies the
 * odds of each skill that it asks for by K^q: K makes of the prior's odds those of HELD_BY_PRACTISED
 * (never less than 1), q is the skill's weight × N/(N + n₀) with N as for levels.
 */
export function estimateSkills(
  catalogue: Catalogue,
  evidence: readonly Evidence[],
  learningMonthsOf: LearningMonthsOf,
): SkillEstimates {
  const odds = skillPriorsOf(catalogue).map(logOdds);
  addEvidence(catalogue, { evidence, learningMonthsOf }, odds);
  return { chances: odds.map(chanceOf), evidence, learningMonthsOf };
}

interface Shown {
  readonly evidence: readonly Evidence[];
  readonly learningMonthsOf: LearningMonthsOf;
}

/** Adds to the logarithm of each skill's odds what the evidence shows. */
function addEvidence(catalogue: Catalogue, shown: Shown, odds: Float64Array): void {
  const { starts, skills, essential } = catalogue.skills;
  const priors = skillPriorsOf(catalogue);
  for (const { row, workMonths } of rowStrengthsOf(shown.evidence)) {
    const practised = practisedShareOf(workMonths, shown.learningMonthsOf(row));
    if (practised === 0) continue;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const skill = skills[i] ?? 0;
      const weight = essential[i] === 1 ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT;
      odds[skill] = (odds[skill] ?? 0) + weight * practised * reachOf(priors[skill] ?? 0);
    }
  }
}

function practisedShareOf(months: number, learningMonths: number): number {
  return months > 0 ? months / (months + learningMonths) : 0;
}

/** The logarithm of K: how far the prior's odds are below those of the fully practised. */
function reachOf(prior: number): number {
  return Math.max(0, logOdds(HELD_BY_PRACTISED) - logOdds(prior));
}

/** Returns the chance that the skill is held, with what it comes from; the parts sum to the change. */
export function explainSkill(
  catalogue: Catalogue,
  estimates: SkillEstimates,
  skill: number,
): SkillEstimate {
  const prior = skillPriorsOf(catalogue)[skill];
  if (prior === undefined) throw new RangeError(`Cannot explain skill ${skill}: not on the list`);
  const pieces = [...Map.groupBy(estimates.evidence, ({ id }) => id).values()].filter((piece) =>
    piece.some(({ row }) => weightOf(catalogue, row, skill) > 0),
  );
  const credits = shareCredit(pieces, (some) => changeOf(catalogue, estimates, skill, some.flat()));
  const pull = credits.reduce((sum, { part }) => sum + part, 0);
  return {
    chance: estimates.chances[skill] ?? prior,
    prior,
    attribution:
      pull < LEAST_CHANGE
        ? []
        : credits
            .flatMap(({ piece: [first], part }) =>
              first === undefined
                ? []
                : [
                    {
                      evidenceId: first.id,
                      label: first.label,
                      kind: first.kind,
                      chance: part,
                      share: part / pull,
                    },
                  ],
            )
            .sort((a, b) => b.chance - a.chance || (a.evidenceId < b.evidenceId ? -1 : 1)),
  };
}

function changeOf(
  catalogue: Catalogue,
  { learningMonthsOf }: SkillEstimates,
  skill: number,
  evidence: readonly Evidence[],
): number {
  const prior = skillPriorsOf(catalogue)[skill] ?? 0;
  let odds = logOdds(prior);
  for (const { row, workMonths } of rowStrengthsOf(evidence)) {
    const exponent =
      weightOf(catalogue, row, skill) * practisedShareOf(workMonths, learningMonthsOf(row));
    odds += exponent * reachOf(prior);
  }
  return chanceOf(odds) - prior;
}

/** The weight that the occupation gives the skill; 0 where it does not ask for it. */
function weightOf(catalogue: Catalogue, row: number, skill: number): number {
  const { starts, skills, essential } = catalogue.skills;
  for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
    if (skills[i] === skill) return essential[i] === 1 ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT;
  }
  return 0;
}
