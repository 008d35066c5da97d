// The person's own steps, and what they changed about Throughline's, put into the actions of a route.

import { isOwnStep, type OwnAction } from "../record/own-action.ts";
import { ACTION_TEMPLATES } from "./action-templates.ts";
import type { Action } from "./plan.ts";

/** Where an action's figures come from that the person gave. */
export const OWN_SOURCE = "your own word";

/**
 * Returns the actions with the person's changes, then their own steps in their order. A change to a step
 * that the route does not have changes nothing. A step of one's own waits for those of its `after` that are
 * there, itself only for the person's earlier ones, so that nothing waits in a circle; its stage is that of
 * the last it waits for, else the first.
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
    const before = all.filter(({ id }) => own.after?.includes(id) === true && id !== own.id);
    all.push({
      ...changed(
        {
          ...ACTION_TEMPLATES[own.kind],
          id: own.id,
          kind: own.kind,
          title: own.title,
          stageId: before.at(-1)?.stageId ?? first.stageId,
          closesGapIds: [],
          after: before.map(({ id }) => id),
          daytime: false,
          source: OWN_SOURCE,
        },
        own,
      ),
      source: OWN_SOURCE,
    });
  }
  return all;
}

/** The order of a route's own steps stays: only what a step takes and says is changed. */
function changed(
  action: Action,
  { after: _order, id: _id, kind: _kind, ...said }: OwnAction,
): Action {
  const figures = said.hours ?? said.money ?? said.minimumMonths ?? said.waitWeeks;
  return {
    ...action,
    ...said,
    isOwn: true,
    source: figures === undefined ? action.source : `${OWN_SOURCE}; else ${action.source}`,
  };
}
