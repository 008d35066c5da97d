// What is left of a kept plan's route after what was noted: its stages with the time and the causes of failure
// that are still ahead, so that what is behind one can end the way no more.

import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { kindOfCause } from "../routes/failure-causes.ts";
import type { FailureCause, Route, Stage } from "../routes/route.ts";
import { mergedCauses } from "../routes/shared-causes.ts";
import type { Action } from "../schedule/plan.ts";
import type { ActionProgress } from "../schedule/progress.ts";

export interface RouteProgress {
  /** As reckoned now, also what is settled. */
  readonly reckoned: readonly Action[];
  /** What is left, with what is left of its hours and months. */
  readonly open: readonly Action[];
  readonly progress: ReadonlyMap<string, ActionProgress>;
  readonly hoursPerWeek: number;
}

/**
 * Returns the route as far as it is ahead. A stage whose steps are all settled is left out. A cause that belongs
 * to something done is gone; one that can strike at any time keeps its chance on the share of the time that is
 * left; what is settled at once, a place or an exam, keeps its chance until then.
 */
export function routeLeft(route: Route, given: RouteProgress): Route {
  const stages = route.stages.flatMap((stage): readonly Stage[] => {
    const all = given.reckoned.filter(({ stageId }) => stageId === stage.id);
    const left = given.open.filter(({ stageId }) => stageId === stage.id);
    if (all.length > 0 && left.length === 0) return [];
    const share = shareLeft(all, left, given.hoursPerWeek);
    const { low, likely, high } = stage.months;
    const causes = stage.causes.flatMap((cause) =>
      causeLeft(cause, { ...given, all, left, share }),
    );
    const months = { low: low * share, likely: likely * share, high: high * share };
    return [{ ...stage, months, causes }];
  });
  return { ...route, stages, causes: mergedCauses(stages.flatMap(({ causes }) => causes)) };
}

function causeLeft(
  cause: FailureCause,
  given: RouteProgress & {
    /** Steps of the stage, and those of them that are left. */
    readonly all: readonly Action[];
    readonly left: readonly Action[];
    readonly share: number;
  },
): readonly FailureCause[] {
  const [kind, what] = kindOfCause(cause);
  const { all, left, progress, share, hoursPerWeek } = given;
  const isDone = (id: string): boolean => progress.get(id)?.doneOn !== undefined;
  const credential = `credential:${what}`;
  switch (kind) {
    case "market":
      return left.some(({ landingRate }) => landingRate !== undefined) ? [cause] : [];
    case "admission":
      return isDone(cause.id) || isDone(credential) ? [] : [cause];
    case "exam":
    case "sitting":
      return isDone(credential) ? [] : [cause];
    case "credential": {
      if (isDone(credential)) return [];
      const own = (actions: readonly Action[]) => actions.filter(({ id }) => id === credential);
      return [onShare(cause, shareLeft(own(given.reckoned), own(left), hoursPerWeek))];
    }
    case "employer": {
      const held = (actions: readonly Action[]) => actions.filter((one) => one.kind === "hold");
      if (held(all).length === 0) return [onShare(cause, share)];
      return held(left).length === 0
        ? []
        : [onShare(cause, shareLeft(held(all), held(left), hoursPerWeek))];
    }
    default:
      return share > 0 ? [onShare(cause, share)] : [];
  }
}

function onShare(cause: FailureCause, share: number): FailureCause {
  return share === 1 ? cause : { ...cause, chance: 1 - (1 - cause.chance) ** share };
}

/** The share of the time of some actions that is left, 0–1; all of it where they take none. */
function shareLeft(all: readonly Action[], left: readonly Action[], hoursPerWeek: number): number {
  const monthsOf = (actions: readonly Action[]): number =>
    actions.reduce((sum, { hours, minimumMonths, landingRate }) => {
      const work = hours.likely / Math.max(hoursPerWeek, 1) / WEEKS_A_MONTH;
      const looking = landingRate === undefined ? 0 : 1 / Math.max(landingRate.likely, 0.01);
      return sum + Math.max(work, minimumMonths, looking);
    }, 0);
  const whole = monthsOf(all);
  return whole <= 0 ? 1 : Math.min(1, monthsOf(left) / whole);
}
