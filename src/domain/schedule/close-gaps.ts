// Which action closes which gap: by the element it practises, else by its kind.

import type { Gap, GapKind } from "../gaps/gap.ts";
import type { Action } from "./plan.ts";

/** Which kinds of action close a kind of gap, the best first; the opening talk looks into the rest. */
const CLOSERS: Readonly<Record<GapKind, readonly Action["kind"][]>> = {
  licence: ["licence", "exam", "degree", "certificate", "course"],
  education: ["degree", "certificate", "course"],
  experience: ["hold", "volunteering", "application"],
  skill: ["practice", "degree", "certificate", "course", "exam", "hold", "volunteering", "project"],
  pay: ["application"],
  network: ["talk"],
  headroom: ["talk"],
  direction: ["talk"],
  "find out": ["talk"],
  compass: ["talk"],
};

/**
 * Returns the actions with the gaps that each closes. Every gap is closed by at least one action; what
 * no action is made for goes to the first, a talk, as something to ask about.
 */
export function closeEveryGap(
  gaps: readonly Gap[],
  actions: readonly Action[],
  goalStageIds: ReadonlySet<string>,
): readonly Action[] {
  const closes = actions.map(() => new Set<string>());
  for (const gap of gaps) {
    for (const index of closersOf(gap, actions, goalStageIds)) closes[index]?.add(gap.id);
  }
  return actions.map((action, index) => ({
    ...action,
    closesGapIds: gaps.filter((gap) => closes[index]?.has(gap.id)).map((gap) => gap.id),
  }));
}

function closersOf(
  gap: Gap,
  actions: readonly Action[],
  goalStageIds: ReadonlySet<string>,
): readonly number[] {
  const indexOf = (test: (action: Action) => boolean): number[] =>
    actions.flatMap((action, index) => (test(action) ? [index] : []));
  const named = indexOf((action) => action.closesGapIds.includes(gap.id));
  if (named.length > 0) return named;
  if (gap.kind === "headroom") {
    const reviews = indexOf((action) => action.kind === "talk" && action.daytime);
    if (reviews.length > 0) return reviews.slice(0, 1);
  }
  if (gap.kind === "licence") {
    const steps = indexOf(
      (action) =>
        goalStageIds.has(action.stageId) && (action.kind === "exam" || action.kind === "licence"),
    );
    if (steps.length > 0) return steps;
  }
  for (const kind of CLOSERS[gap.kind]) {
    const ofKind = indexOf((action) => action.kind === kind);
    const last = gap.kind === "network" || gap.kind === "headroom" ? ofKind[0] : ofKind.at(-1);
    if (last !== undefined) return [last];
  }
  return [0];
}
