// What strikes several routes at once and is in no single stage's making: health or care duties, and the
// market around the person. Added to every route as it is put together; its own causes are failure-causes.ts's.

import type { FoundRoute } from "./found-route.ts";
import type { FailureCause, Route, Stage } from "./route.ts";
import { chanceOfCausesInWords } from "./route-step.ts";

/**
 * Assumption: chance in a year that health or care duties end the way to a goal, not only delay it. Of
 * people aged 20 a little over one in four become disabled before they retire (US Social Security
 * Administration, fact sheet), 0.6 in 100 a year; the rest is caring for others.
 */
export const HEALTH_OR_CARE_A_YEAR = 0.01;

/**
 * Assumption: how the risk that no opening comes is made up, as shares of −ln of the chance that one does:
 * of the place (nobody takes anybody on), of the kind of work (its major group in the place), and the rest
 * is the occupation's own. The product stays what it was.
 */
export const MARKET_SHARES = { place: 0.15, kind: 0.25 } as const;

/**
 * Assumption: how much of the risk that a programme is not finished, as a share of −ln of the chance that
 * it is, strikes any programme of this person: that study does not go on beside everything else. Who gives up
 * one for that reason does not finish another.
 */
export const STUDY_SHARE = 0.4;

const LIFE = "life:duties";

/**
 * Returns the route with the causes that it shares with other routes: each stage has the chance that
 * health or care duties end it in its months, the risk of not finishing a programme is split into its own
 * and what strikes any, and each search is split into what is the occupation's own
 * and what strikes every search for such work, or every search in the place. No search names a place yet,
 * so that all are in the person's. A route that has them is returned as it is.
 */
export function withSharedCauses(one: FoundRoute): FoundRoute {
  if (one.route.causes.some((cause) => cause.id === LIFE)) return one;
  const stages = one.route.stages.map(withShared);
  const chance = stages.reduce((product, stage) => product * stage.chance, 1);
  const route: Route = {
    ...one.route,
    stages,
    chance,
    causes: mergedCauses(stages.flatMap((stage) => stage.causes)),
  };
  const [months = 0, money = 0, , ...rest] = one.costs;
  return { ...one, route, costs: [months, money, -Math.log(chance), ...rest] };
}

function withShared(stage: Stage): Stage {
  const life: FailureCause = {
    id: LIFE,
    label: "Health or care duties put an end to it",
    chance: 1 - (1 - HEALTH_OR_CARE_A_YEAR) ** (stage.months.likely / 12),
    source: "assumption",
  };
  const own = stage.causes.flatMap((cause) =>
    cause.id.startsWith("market:")
      ? splitMarket(cause, stage.occupationId)
      : cause.id.startsWith("credential:")
        ? splitStudy(cause)
        : [cause],
  );
  const causes = mergedCauses([...own, life]);
  const [said] = chanceOfCausesInWords(stage.causes);
  const [says] = chanceOfCausesInWords(causes);
  return {
    ...stage,
    causes,
    chance: stage.chance * (1 - life.chance),
    explanation: stage.explanation.map((line) => (line === said ? (says ?? line) : line)),
  };
}

function part(chance: number, share: number): number {
  return 1 - (1 - chance) ** share;
}

/** The risk of not finishing as what is the programme's own and what strikes any. */
function splitStudy(cause: FailureCause): readonly FailureCause[] {
  return [
    { ...cause, chance: part(cause.chance, 1 - STUDY_SHARE) },
    {
      id: "study:beside",
      label: "Study does not go on beside everything else",
      chance: part(cause.chance, STUDY_SHARE),
      source: "assumption",
    },
  ];
}

/** The search's risk as three causes whose chances together are what it was. */
function splitMarket(cause: FailureCause, occupationId: string): readonly FailureCause[] {
  const group = occupationId.slice(0, 2);
  const source = "assumption";
  return [
    { ...cause, chance: part(cause.chance, 1 - MARKET_SHARES.kind - MARKET_SHARES.place) },
    {
      id: `market:kind-${group}`,
      label: "Hardly anyone around you is taken on in that kind of work",
      chance: part(cause.chance, MARKET_SHARES.kind),
      source,
    },
    {
      id: "market:place",
      label: "Hardly anyone around you is taken on at all",
      chance: part(cause.chance, MARKET_SHARES.place),
      source,
    },
  ];
}

/** Returns the causes, each once: that it happens in any of the places where it is named; likeliest first. */
export function mergedCauses(causes: readonly FailureCause[]): readonly FailureCause[] {
  const byId = new Map<string, FailureCause>();
  for (const cause of causes) {
    const known = byId.get(cause.id);
    byId.set(
      cause.id,
      known === undefined
        ? cause
        : { ...known, chance: 1 - (1 - known.chance) * (1 - cause.chance) },
    );
  }
  return [...byId.values()].sort((a, b) => b.chance - a.chance || (a.id < b.id ? -1 : 1));
}
