// The skills and the knowledge that the goal asks for beyond what the record points to: the heaviest each
// on its own, the rest as one.

import { ABOUT_WHAT_IS_ASKED } from "../abilities/compare-abilities.ts";
import type { LevelEstimates } from "../abilities/level-estimate.ts";
import { capital } from "../first-letter.ts";
import type { Shortfall } from "../moves/move.ts";
import { shortfallsOf } from "../moves/occupation-demand.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { Gap, GapPart } from "./gap.ts";

/** Skill gaps shown each on its own. */
export const SKILLS_SHOWN = 3;

/**
 * A level missed by less than this is shown among the smaller ones. Measured here: people of five years
 * in an occupation are believed to miss a level by 0.44 in the middle, since a record never shows all.
 */
export const SKILL_GAP_FROM = 0.8;

/** Smaller ones are gathered from here on and shown as one; what is missed by less is about what is asked. */
const SMALL_GAP_FROM = ABOUT_WHAT_IS_ASKED;

/** Parts of the gathered small gaps shown. */
const PARTS_SHOWN = 8;
/** Of the gathered ones named in the sentence. */
const NAMED = 4;

/**
 * Returns at most `room` gaps, that which leaves most of the work open first, what is gathered last.
 * Empty when nothing is missed by SMALL_GAP_FROM.
 */
export function skillGaps(
  catalogue: Catalogue,
  levels: LevelEstimates,
  row: number,
  room: number,
): readonly Gap[] {
  const groups = new Map(catalogue.elements.map((element) => [element.id, element.group]));
  // Abilities (hearing, memory) count towards fit; but one does not set out to learn them.
  const missed = shortfallsOf(catalogue, row, levels).filter(
    (one) => groups.get(one.elementId) !== "ability" && one.shortfall >= SMALL_GAP_FROM,
  );
  const large = missed.filter((one) => one.shortfall >= SKILL_GAP_FROM).slice(0, SKILLS_SHOWN);
  const own = missed.length <= room ? large : large.slice(0, Math.max(0, room - 1));
  const rest = missed.filter((one) => !own.includes(one));
  const gaps = own.map((one) => skillGap(catalogue, one));
  return rest.length === 0 ? gaps : [...gaps, gatheredGap(catalogue, rest, gaps)];
}

function sizeOf(one: Shortfall): number {
  return Math.min(0.9, one.shortfall / Math.max(1, one.needed));
}

function skillGap(catalogue: Catalogue, one: Shortfall): Gap {
  return {
    id: `skill:${one.elementId}`,
    kind: "skill",
    title: capital(one.element),
    explanation:
      `The work asks for level ${one.needed.toFixed(1)} of 7; your record points to about ${one.believed.toFixed(1)}. ` +
      "You may be above that; a record shows only part of what one can do.",
    size: sizeOf(one),
    mustClose: false,
    unknown: false,
    parts: partsOf(catalogue, one),
  };
}

function gatheredGap(
  catalogue: Catalogue,
  rest: readonly Shortfall[],
  before: readonly Gap[],
): Gap {
  const [first] = rest;
  const named = rest.slice(0, NAMED).map((one) => one.element);
  const more = rest.length - named.length;
  return {
    id: "skill:smaller",
    kind: "skill",
    title: rest.length === 1 && first !== undefined ? capital(first.element) : "Smaller skills",
    explanation:
      `${capital(listInWords(more > 0 ? [...named, `${more} more`] : named))} weigh${rest.length === 1 ? "s" : ""} less; ` +
      "most of it is learned on the way or in the first months.",
    size: Math.min(...before.map((gap) => gap.size), Math.max(...rest.map(sizeOf))),
    mustClose: false,
    unknown: false,
    parts: rest.slice(0, PARTS_SHOWN).map((one) => ({
      label: `${capital(one.element)}: missing`,
      value: one.shortfall,
      unit: "level",
      source: catalogue.release,
    })),
  };
}

function partsOf(catalogue: Catalogue, one: Shortfall): readonly GapPart[] {
  const source = catalogue.release;
  return [
    { label: "Asked for", value: one.needed, unit: "level", source },
    { label: "Believed", value: one.believed, unit: "level", source: "estimated from your record" },
    { label: "Missed on average", value: one.shortfall, unit: "level", source: "estimated" },
    { label: "Share of all that the work asks for", value: one.weight, unit: "share", source },
  ];
}
