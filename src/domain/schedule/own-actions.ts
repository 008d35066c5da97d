// The person's own steps, and what they changed about Throughline's, put into the actions of a route.

import { isOwnStep, type OwnAction } from "../record/own-action.ts";
import { areByDay, classHoursOf, classMonthsOf } from "../record/sessions.ts";
import { ACTION_TEMPLATES } from "./action-templates.ts";
import type { Action } from "./plan.ts";

/** Where an action's figures come from that the person gave. */
export const OWN_SOURCE = "your own word";

/**
 * Returns the actions with the person's changes, then their own steps in their order. A change to a step
 * that the route does not have changes nothing. What comes before a step is what the person said of it, of
 * those that are there, without what would make steps wait for each other in a circle; where that is all of
 * it, the order stays as it was. The stage of a
 * step of one's own is that of the last it waits for, else the first. Classes at fixed hours are part of the
 * hours and months: these are never fewer.
 */
export function withOwnActions(
  actions: readonly Action[],
  ownActions: readonly OwnAction[],
): readonly Action[] {
  const [first] = actions;
  if (ownActions.length === 0 || first === undefined) return actions;
  const changes = new Map(ownActions.map((own) => [own.id, own]));
  const all = actions.map((action) => {
    const change = changes.get(action.id);
    return change === undefined ? action : changed(action, change);
  });
  for (const own of ownActions) {
    if (!isOwnStep(own) || own.kind === undefined || own.title === undefined) continue;
    const action = {
      ...ACTION_TEMPLATES[own.kind],
      id: own.id,
      kind: own.kind,
      title: own.title,
      stageId: all.findLast(({ id }) => own.after?.includes(id))?.stageId ?? first.stageId,
      closesGapIds: [],
      after: [],
      daytime: false,
      source: OWN_SOURCE,
    };
    all.push({ ...changed(action, own), source: OWN_SOURCE });
  }
  return ownActions.reduce<readonly Action[]>(inOrderSaid, all);
}

function inOrderSaid(actions: readonly Action[], { id, after }: OwnAction): readonly Action[] {
  if (after === undefined) return actions;
  const there = actions.filter((one) => after.includes(one.id)).map((one) => one.id);
  const before = there.filter((one) => !waitsFor(actions, one, id));
  if (before.length === 0 && there.length > 0) return actions;
  return actions.map((action) => (action.id === id ? { ...action, after: before } : action));
}

/** Returns whether a step is another one, or waits for it, itself or through others. */
export function waitsFor(
  actions: readonly Pick<Action, "id" | "after">[],
  id: string,
  other: string,
): boolean {
  const afterOf = new Map(actions.map((action) => [action.id, action.after]));
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === other) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(afterOf.get(next) ?? []));
  }
  return false;
}

/** What a step takes and says is changed here; its order is the whole list's. */
function changed(
  action: Action,
  { after: _order, id: _id, kind: _kind, ...said }: OwnAction,
): Action {
  const figures = said.hours ?? said.money ?? said.minimumMonths ?? said.waitWeeks ?? said.sessions;
  return withClassTime({
    ...action,
    ...said,
    isOwn: true,
    source: figures === undefined ? action.source : `${OWN_SOURCE}; else ${action.source}`,
  });
}

function withClassTime(action: Action): Action {
  const { sessions, hours, minimumMonths } = action;
  if (sessions === undefined) return action;
  const least = classHoursOf(sessions);
  const atLeast = (amount: number): number => Math.max(amount, least);
  return {
    ...action,
    hours: { low: atLeast(hours.low), likely: atLeast(hours.likely), high: atLeast(hours.high) },
    minimumMonths: Math.max(minimumMonths, classMonthsOf(sessions)),
    daytime: areByDay(sessions),
  };
}
