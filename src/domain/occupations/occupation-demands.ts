// What one occupation asks for, as a list to read: rated elements with importance and level, or skills
// that are held or not.

import { elementPhrase } from "../moves/element-phrases.ts";
import { type Catalogue, type ElementGroup, importanceOf } from "./catalogue.ts";

export interface DemandedElement {
  readonly id: string;
  /** The source's name, and ours in plain words. */
  readonly name: string;
  readonly phrase: string;
  readonly group: ElementGroup;
  /** 1–5. */
  readonly importance: number;
  /** 0–7; undefined where the release gives none (too few answers). */
  readonly level: number | undefined;
}

/** Returns the elements that are of any importance, most important first, then by level, then by id. */
export function listDemands(catalogue: Catalogue, row: number): readonly DemandedElement[] {
  return catalogue.elements
    .map((element, index) => ({
      id: element.id,
      name: element.name,
      phrase: elementPhrase(element),
      group: element.group,
      importance: importanceOf(catalogue, row, index),
      level: givenLevelOf(catalogue, row, index),
    }))
    .filter(({ importance }) => importance > 1)
    .sort(
      (a, b) =>
        b.importance - a.importance || (b.level ?? 0) - (a.level ?? 0) || (a.id < b.id ? -1 : 1),
    );
}

function givenLevelOf(catalogue: Catalogue, row: number, element: number): number | undefined {
  const level = catalogue.level[row * catalogue.elements.length + element];
  return level === undefined || Number.isNaN(level) ? undefined : level;
}

export interface DemandedSkills {
  readonly essential: readonly string[];
  readonly optional: readonly string[];
}

/** Returns the names of the skills asked for, each list by the alphabet; empty where there are none. */
export function listSkills({ skills }: Catalogue, row: number): DemandedSkills {
  const essential: string[] = [];
  const optional: string[] = [];
  for (let at = skills.starts[row] ?? 0; at < (skills.starts[row + 1] ?? 0); at++) {
    const name = skills.names[skills.skills[at] ?? -1];
    if (name === undefined) continue;
    (skills.essential[at] === 1 ? essential : optional).push(name);
  }
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  return { essential: essential.sort(byName), optional: optional.sort(byName) };
}
