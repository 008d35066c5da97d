// What the person said of the steps since the plan was kept: steps of their own that are new or gone, and
// changes to steps with the moves of house that they ask for, put into the plan's actions. How a change is
// applied is schedule/own-actions.ts's.

import type { ThreePoint } from "../money.ts";
import { isOwnStep, type OwnAction } from "../record/own-action.ts";
import { searchOfMove, withHouseMoves } from "../schedule/house-move.ts";
import { OWN_SOURCE, withOwnActions } from "../schedule/own-actions.ts";
import type { Action } from "../schedule/plan.ts";

export interface OwnStepsNow {
  /** The plan's actions as they are said now. */
  readonly actions: readonly Action[];
  /** Ids of those that the plan did not have, that it has no more, and that are said otherwise. */
  readonly added: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

export interface SaidNow {
  /** The goal's steps and changes as they stand. */
  readonly ownActions: readonly OwnAction[];
  /** The route's steps without any change: what a change that was taken back goes back to. */
  readonly asRouted?: readonly Action[] | undefined;
  /** Whether a step of one's own stays although it was taken out: what is done is not undone by that. */
  readonly staysOf: (id: string) => boolean;
}

/** Returns whether a change to one of the route's steps was taken back, so that asRouted is needed. */
export function isChangeTakenBack(
  actions: readonly Action[],
  ownActions: readonly OwnAction[],
): boolean {
  const said = new Set(ownActions.map(({ id }) => id));
  return actions.some((one) => one.isOwn === true && !isOwnStep(one) && !said.has(one.id));
}

/**
 * Returns the actions with what the person says of them now. Nothing said anew leaves them as they are; where
 * it is not known what a change that was taken back goes back to, the step stays as it was.
 */
export function ownStepsNow(kept: readonly Action[], said: SaidNow): OwnStepsNow {
  const { ownActions, asRouted = [], staysOf } = said;
  const routed = new Map(asRouted.map((action) => [action.id, action]));
  const own = new Set(ownActions.map(({ id }) => id));
  const placeOf = new Map(ownActions.map(({ id, elsewhere }) => [id, elsewhere]));
  const routeNow = kept.flatMap((action): readonly Action[] => {
    if (isOwnStep(action)) return !own.has(action.id) && staysOf(action.id) ? [action] : [];
    if (action.isOwn !== true) return [action];
    const before = routed.get(action.id);
    return [before ?? (own.has(action.id) ? unsaid(action) : action)];
  });
  const base = withHouseMoves(routeNow, { placeOf: (id) => placeOf.get(id), staysOf });
  const first = kept[0];
  if (first === undefined) return { actions: kept, ...NO_NEWS };
  // Where nothing of the route is left, a step of one's own still has a place.
  const withOwn = withOwnActions(base.length > 0 ? base : [first], ownActions).map((action) =>
    action.isOwn === true ? inWholes(action) : action,
  );
  const there = new Set(withOwn.map(({ id }) => id));
  const actions = withOwn
    .filter(({ id }) => base.length > 0 || id !== first.id || own.has(id))
    .map((action) => ({ ...action, after: action.after.filter((id) => there.has(id)) }));
  const before = new Map(kept.map((action) => [action.id, action]));
  const known = new Set(actions.map(({ id }) => id));
  const idsOf = (those: readonly Action[]) => new Set(those.map(({ id }) => id));
  return {
    actions,
    added: idsOf(actions.filter(({ id }) => !before.has(id))),
    gone: idsOf(kept.filter(({ id }) => !known.has(id))),
    changed: idsOf(
      actions.filter((action) => {
        const was = before.get(action.id);
        return was !== undefined && gistOf(was) !== gistOf(action);
      }),
    ),
  };
}

const NONE: ReadonlySet<string> = new Set();
const NO_NEWS = { added: NONE, gone: NONE, changed: NONE };

/** The step without the mark of a change, so that it is not marked twice. */
function unsaid({ isOwn: _, ...action }: Action): Action {
  const mark = `${OWN_SOURCE}; else `;
  const { source } = action;
  return { ...action, source: source.startsWith(mark) ? source.slice(mark.length) : source };
}

/** What a person can say of a step. */
function gistOf(action: Action): string {
  const { title, doneWhen, hours, money, minimumMonths, waitWeeks, after, whoHelps } = action;
  const { questions, reimbursement, terms, sessions } = action;
  // That a search's move of house comes between is said of the search.
  const order = after.map((id) => searchOfMove(id) ?? id).sort();
  return JSON.stringify([
    [title, doneWhen, hours, money, minimumMonths, waitWeeks, order, whoHelps],
    [questions, reimbursement, terms, sessions],
  ]);
}

/** As the plan reckons: whole hours and money. */
function inWholes(action: Action): Action {
  return { ...action, hours: rounded(action.hours), money: rounded(action.money) };
}

function rounded({ low, likely, high }: ThreePoint): ThreePoint {
  return { low: Math.round(low), likely: Math.round(likely), high: Math.round(high) };
}
