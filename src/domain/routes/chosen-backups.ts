// The routes that the person chose to fall back on, as ways before Throughline's own. Whether each comes
// in time is seen when it is dated (schedule/date-backups.ts).

import { lowerFirst } from "../first-letter.ts";
import { type BackupWay, beginInWords, stagesLeft, worthOf } from "./find-backups.ts";
import type { Route } from "./route.ts";

/**
 * Returns the ways with the chosen ones first, in the order chosen. One that is no way of Throughline's
 * own is made from the routes; one that is in neither is left out.
 */
export function withChosenBackups(
  ways: readonly BackupWay[],
  chosenIds: readonly string[],
  { plan, routes }: { readonly plan: Route; readonly routes: readonly Route[] },
): readonly BackupWay[] {
  const first = chosenIds.flatMap((id): readonly BackupWay[] => {
    const own = ways.find((way) => way.backup.route.id === id);
    if (own !== undefined) return [own];
    const route = routes.find((one) => one.id === id && one.id !== plan.id);
    return route === undefined ? [] : [wayTo(plan, route)];
  });
  return [...first, ...ways.filter((way) => !first.includes(way))];
}

function wayTo(plan: Route, route: Route): BackupWay {
  const own = new Set(route.causes.map(({ id }) => id));
  const standsWhen = plan.causes.filter(({ id }) => !own.has(id));
  const watched = standsWhen
    .filter((cause) => stagesLeft(plan, route, cause).length > 0)
    .sort((a, b) => b.chance - a.chance);
  const [trigger] = watched;
  return {
    backup: {
      id: `backup-${route.id}`,
      kind: "same goal",
      route,
      standsWhen,
      worth: worthOf(plan.causes, route.causes),
      switchBy: undefined,
      tripwire:
        trigger === undefined
          ? ""
          : `If ${lowerFirst(trigger.label)}, ${beginInWords(stagesLeft(plan, route, trigger)[0], route)}.`,
    },
    watched,
  };
}
