// What a position in another place takes before it can begin: a home there, and the move. Where it is is the
// person's word; nothing is known of what it costs there.

import type { ThreePoint } from "../money.ts";
import { ACTION_TEMPLATES, withHelp } from "./action-templates.ts";
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
      id: moveIdOf(search.id),
      title: `Move house: ${elsewhere}`,
      doneWhen: template.doneWhen,
      hours: MOVE_HOURS,
      money: MOVE_MONEY,
      waitWeeks: nothing,
      after: [`home:${search.id}`],
    },
  ];
}

/** What the id of the last step of a move begins with; the search's follows. */
const MOVE_ID = "house-move:";

/** Returns the id of the step after which the position that the search finds can begin. */
function moveIdOf(searchId: string): string {
  return `${MOVE_ID}${searchId}`;
}

/** Returns the id of the search whose move of house the step is; undefined for any other step. */
export function searchOfMove(id: string): string | undefined {
  return id.startsWith(MOVE_ID) ? id.slice(MOVE_ID.length) : undefined;
}

/**
 * Returns the actions of a plan with the moves of house that are said of their searches now: those not said any more
 * leave unless they stay, those said anew come in after their search, and what waited for it waits for them. A
 * place that is another now is named.
 */
export function withHouseMoves(
  actions: readonly Action[],
  said: {
    readonly placeOf: (searchId: string) => string | undefined;
    readonly staysOf: (id: string) => boolean;
  },
): readonly Action[] {
  return actions
    .filter(({ landingRate }) => landingRate !== undefined)
    .reduce((all, search) => {
      const moves = [`home:${search.id}`, moveIdOf(search.id)];
      const there = all.filter(({ id }) => moves.includes(id));
      if (there.some(({ id }) => said.staysOf(id))) return all;
      const place = said.placeOf(search.id);
      const former = new Map(there.map((one) => [one.id, one]));
      const now = (place === undefined ? [] : houseMoveActions(search, place)).map((one) => ({
        ...withHelp(one),
        ...former.get(one.id),
        title: one.title,
      }));
      const [before, next] =
        place === undefined ? [moves[1], search.id] : [search.id, moveIdOf(search.id)];
      return all
        .filter(({ id }) => !moves.includes(id))
        .map((one) => ({
          ...one,
          after: one.after.map((id) => (id === before ? (next as string) : id)),
        }))
        .flatMap((one) => (one.id === search.id ? [one, ...now] : [one]));
    }, actions);
}
