// Headroom as a gap, where the person described the ladder of their organisation and said how often a position
// opens: shown when the chance within two years is under even.

import { lowerFirst } from "../first-letter.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import { type PlacedLadder, titleKeyOf } from "../record/placed-ladders.ts";
import type { Gap, GapPart } from "./gap.ts";
import { headroomOf, type RungHeadroom } from "./headroom.ts";

interface LadderQuestion {
  readonly catalogue: Catalogue;
  readonly goal: Goal;
  readonly ladders?: readonly PlacedLadder[];
}

interface RungTowards {
  readonly ladder: PlacedLadder;
  readonly rung: LadderRung;
  readonly headroom: RungHeadroom;
}

/**
 * Returns the rung above that leads to the goal: of those up to the goal's own the one that is least likely to
 * come; undefined when no ladder has the goal above the rung held.
 */
export function rungTowards(question: LadderQuestion, goalRow: number): RungTowards | undefined {
  const { catalogue, goal, ladders = [] } = question;
  const isGoal = ({ title, occupationId }: LadderRung): boolean =>
    titleKeyOf(title) === titleKeyOf(goal.title) ||
    (occupationId !== undefined && rowOf(catalogue, occupationId) === goalRow);
  for (const ladder of ladders) {
    const above = ladder.rungs.slice(ladder.heldRung + 1);
    const target = above.findIndex(isGoal);
    const [tightest] = above
      .slice(0, target + 1)
      .map((rung) => ({ ladder, rung, headroom: headroomOf(rung) }))
      .sort((a, b) => a.headroom.chance - b.headroom.chance);
    if (tightest !== undefined) return tightest;
  }
  return undefined;
}

/** Returns the gap where that rung is full or tightly held; empty otherwise. */
export function ladderGaps(question: LadderQuestion, goalRow: number): readonly Gap[] {
  const towards = rungTowards(question, goalRow);
  if (towards === undefined || !towards.headroom.isRedFlag) return [];
  const { rung, headroom } = towards;
  return [
    {
      id: "headroom",
      kind: "headroom",
      title: `Openings as ${lowerFirst(rung.title)} where you work`,
      explanation:
        `${headroom.inWords} Talk with people there about what is coming, and look at other ` +
        `organisations too.`,
      size: 1 - headroom.chance,
      mustClose: false,
      unknown: false,
      parts: openingsParts(headroom, "what you said of it"),
    },
  ];
}

/** Returns the arithmetic of a chance at an opening, with where its two figures are from. */
export function openingsParts(
  headroom: Pick<RungHeadroom, "openingsAYear" | "othersWanting" | "chance">,
  source: string,
): readonly GapPart[] {
  return [
    { label: "Openings a year", value: headroom.openingsAYear, unit: "count", source },
    { label: "Others who would want one", value: headroom.othersWanting, unit: "count", source },
    {
      label: "That one is yours within two years",
      value: headroom.chance,
      unit: "share",
      source: "1 − e^(−2 × openings a year ÷ people who want one)",
    },
  ];
}
