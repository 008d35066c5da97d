// What a position in another place takes before it can begin: a home there, and the move. Where it is is the
// person's word; nothing is known of what it costs there.

import type { ThreePoint } from "../money.ts";
import { ACTION_TEMPLATES } from "./action-templates.ts";
import type { Action } from "./plan.ts";

/** Assumption: looking at homes, papers, and notice on the one there is. */
export const FIND_HOME_HOURS: ThreePoint = { low: 8, likely: 20, high: 40 };
/** Assumption: packing, the day itself, and offices told. */
export const MOVE_HOURS: ThreePoint = { low: 12, likely: 20, high: 40 };
/**
 * Assumption: a van and helpers, or a firm, and what a deposit ties up: little for a room in the next town, much
 * for a family far away.
 */
export const MOVE_MONEY: ThreePoint = { low: 500, likely: 2000, high: 6000 };

/**
 * Returns what follows an offer elsewhere: a home is found and this one given up, its notice passes (weeks of
 * the template), then the move. The last one's end is when the position can begin.
 */
export function houseMoveActions(
  search: Action,
  elsewhere: string,
): readonly [home: Action, move: Action] {
  const shared = {
    kind: "house move",
    stageId: search.stageId,
    closesGapIds: [],
    minimumMonths: 0,
    daytime: false,
    source: "assumption",
  } as const;
  const template = ACTION_TEMPLATES["house move"];
  const nothing: ThreePoint = { low: 0, likely: 0, high: 0 };
  return [
    {
      ...shared,
      id: `home:${search.id}`,
      title: `Find a home for the work in ${elsewhere}, and give notice on yours`,
      doneWhen: "You know the day on which you can move in, in writing",
      hours: FIND_HOME_HOURS,
      money: nothing,
      waitWeeks: template.waitWeeks,
      after: [search.id],
    },
    {
      ...shared,
      id: `house-move:${search.id}`,
      title: `Move house: ${elsewhere}`,
      doneWhen: template.doneWhen,
      hours: MOVE_HOURS,
      money: MOVE_MONEY,
      waitWeeks: nothing,
      after: [`home:${search.id}`],
    },
  ];
}
