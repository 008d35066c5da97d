// What a person answers to the routes of a goal: a stage with no (or with yes again), a route as the
// plan's, routes to fall back on, routes kept in sight, steps of their own. Each answer gives the goal anew; what follows
// from it is the search's and the plan's.

import type { Goal, Refusal, RouteChoice } from "./goal.ts";
import type { OwnAction } from "./own-action.ts";

/** Routes that can be chosen to fall back on; a third would seldom be kept ready. Assumption. */
export const MOST_CHOSEN_BACKUPS = 2;
/** Routes kept in sight at most: as many as stand side by side. */
export const MOST_PINNED = 4;

const NOTHING_CHOSEN: RouteChoice = { backupIds: [], pinnedIds: [] };

/** Returns what was chosen; nothing where nothing was. */
export function choiceOf(goal: Goal): RouteChoice {
  return goal.choice ?? NOTHING_CHOSEN;
}

/** Returns the goal with the stage answered with no; a former answer to the same subject is replaced. */
export function withRefusal(goal: Goal, refusal: Refusal): Goal {
  const others = (goal.limits.refusals ?? []).filter(({ subject }) => subject !== refusal.subject);
  return { ...goal, limits: { ...goal.limits, refusals: [...others, refusal] } };
}

/** Returns the goal with the stage allowed again; the same goal where it was not refused. */
export function withoutRefusal(goal: Goal, subject: string): Goal {
  const { refusals, ...limits } = goal.limits;
  if (refusals?.some((one) => one.subject === subject) !== true) return goal;
  const left = refusals.filter((one) => one.subject !== subject);
  return { ...goal, limits: left.length === 0 ? limits : { ...limits, refusals: left } };
}

/** Returns the goal with the choice; without any where it chooses nothing. */
export function withChoice(goal: Goal, choice: RouteChoice): Goal {
  const { choice: _former, ...rest } = goal;
  const isNothing =
    choice.routeId === undefined && choice.backupIds.length === 0 && choice.pinnedIds.length === 0;
  return isNothing ? rest : { ...rest, choice };
}

/** Returns the goal with these steps of the person's own; without any where there are none. */
export function withOwnActions(goal: Goal, ownActions: readonly OwnAction[] | undefined): Goal {
  const { ownActions: _former, ...rest } = goal;
  return ownActions === undefined || ownActions.length === 0 ? rest : { ...rest, ownActions };
}

/** Chances that a person can give a hazard; what is sure to happen is no hazard but another plan. */
export const chanceBounds = { least: 0, most: 0.99 } as const;

/** Returns the goal with the person's own value for a hazard; with the usual one where none is given. */
export function withHazard(goal: Goal, id: string, chance: number | undefined): Goal {
  const { hazards = {}, ...rest } = goal;
  const others = Object.entries(hazards).filter(([key]) => key !== id);
  const next = chance === undefined ? others : [...others, [id, chance] as const];
  return next.length === 0 ? rest : { ...rest, hazards: Object.fromEntries(next) };
}

/**
 * Returns the goal said anew with what was answered to the former one's routes, where both are the same
 * occupation; answers to the way to another goal do not carry over.
 */
export function withFormerAnswers(goal: Goal, former: Goal | undefined): Goal {
  if (former === undefined || former.occupationId !== goal.occupationId) return goal;
  const { refusals } = former.limits;
  const limits = refusals === undefined ? goal.limits : { ...goal.limits, refusals };
  const hazards = goal.hazards ?? former.hazards;
  const answered = { ...goal, limits, ...(hazards === undefined ? {} : { hazards }) };
  return withChoice(withOwnActions(answered, former.ownActions), choiceOf(former));
}
