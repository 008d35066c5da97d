// What a person is believed to hold of the skills that an occupation asks for, in a catalogue without
// levels: skill by skill with the evidence, and the whole in one sentence.

import type { Catalogue } from "../occupations/catalogue.ts";
import {
  ESSENTIAL_WEIGHT,
  explainSkill,
  OPTIONAL_WEIGHT,
  type SkillEstimate,
  type SkillEstimates,
} from "./held-skills.ts";

/** From this chance on a skill is "likely held": it is rather held than not. */
export const LIKELY_HELD = 0.5;

/** Skills named in the sentence. */
const NAMED = 3;

export interface SkillComparison extends SkillEstimate {
  readonly id: string;
  readonly name: string;
  readonly essential: boolean;
}

/**
 * Returns every skill that the occupation asks for, that with the largest weight × chance of not being
 * held first, ties by name. Empty when the catalogue lists none.
 */
export function compareSkills(
  catalogue: Catalogue,
  estimates: SkillEstimates,
  row: number,
): readonly SkillComparison[] {
  const { starts, skills, essential, ids, names } = catalogue.skills;
  const compared: SkillComparison[] = [];
  for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
    const skill = skills[i] ?? 0;
    compared.push({
      id: ids[skill] ?? "",
      name: names[skill] ?? "",
      essential: essential[i] === 1,
      ...explainSkill(catalogue, estimates, skill),
    });
  }
  const open = (one: SkillComparison) =>
    (one.essential ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT) * (1 - one.chance);
  return compared.sort((a, b) => open(b) - open(a) || (a.name < b.name ? -1 : 1));
}

/** Returns one sentence on all of them; `inWords` is "a specialised nurse". */
export function skillsInWords(compared: readonly SkillComparison[], inWords: string): string {
  const essential = compared.filter((one) => one.essential);
  if (compared.length === 0)
    return `This list says of no skill that work as ${inWords} asks for it.`;
  const counted = essential.length > 0 ? essential : compared;
  const kind = essential.length > 0 ? "are essential to" : "may be asked for in";
  const held = counted.filter(({ chance }) => chance >= LIKELY_HELD).length;
  const noun = counted.length === 1 ? "skill" : "skills";
  const lead = `Of the ${counted.length} ${noun} that ${kind} work as ${inWords}, your record points to ${held === 0 ? "none so far" : held}.`;
  const far = counted
    .filter(({ chance }) => chance < LIKELY_HELD)
    .slice(0, NAMED)
    .map(({ name }) => name);
  return far.length === 0 ? lead : `${lead} Furthest away: ${far.join("; ")}.`;
}
