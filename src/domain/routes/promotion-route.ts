// For someone who is in the goal's occupation already: the next rung up, where the catalogue has one.

import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { chanceWithin, landingRateOf, medianSearchMonths } from "../moves/landing-rate.ts";
import { knownUnmetShare } from "../moves/levels-after.ts";
import { monthsInWords } from "../moves/prepare-for.ts";
import type { Rung } from "../occupations/catalogue.ts";
import { employerCause, marketCause } from "./failure-causes.ts";
import type { Route, Stage } from "./route.ts";
import type { RouteQuestion } from "./route-graph.ts";
import { SEARCH_HOURS, SEARCH_WINDOW_MONTHS } from "./route-step.ts";

/** Assumption: hours of the person's own time towards a promotion: talks, a project, an application. */
const PROMOTION_HOURS_A_WEEK = 1;

/** Returns the rung that a title shows: the highest whose words it has, else the one without words. */
export function rungOfTitle(rungs: readonly Rung[], title: string): Rung | undefined {
  const words = new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const shown = rungs.filter((rung) =>
    rung.titleWords.some((word) => words.has(word.toLowerCase())),
  );
  const best = shown.reduce<Rung | undefined>(
    (high, rung) => (high === undefined || rung.order > high.order ? rung : high),
    undefined,
  );
  return best ?? rungs.find((rung) => rung.titleWords.length === 0);
}

/**
 * Returns the one route up within the occupation that the person holds: stay until the usual time on
 * the present rung is over, then step up. Empty when the highest rung is held or none are known.
 */
export function promotionRoutes(question: RouteQuestion, row: number): readonly Route[] {
  const { catalogue, standing, goal } = question;
  const rungs = catalogue.rungs.filter((rung) => rung.occupation === row);
  const title = standing.matches.find(
    (match) => match.present && match.match.candidates[0]?.occupationId === catalogue.ids[row],
  )?.title;
  if (title === undefined) return [];
  const present = rungOfTitle(rungs, title);
  const wanted = rungOfTitle(rungs, goal.title);
  const next = rungs
    .filter((rung) => rung.order > (present?.order ?? 0))
    .sort((a, b) => a.order - b.order)
    .find(
      (rung) =>
        wanted === undefined || wanted.order <= (present?.order ?? 0) || rung.order >= wanted.order,
    );
  if (present === undefined || next === undefined) return [];

  const held = standing.monthsByRow.get(row) ?? 0;
  const months = Math.max(0, next.usualMonthsBefore - held);
  const landing = landingRateOf({
    catalogue,
    row,
    fit: 1 - knownUnmetShare(catalogue, row, standing.levels),
    missingMonths: 0,
    neededMonths: 0,
    schoolingMissing: false,
  });
  const chance = chanceWithin(landing.likely, SEARCH_WINDOW_MONTHS);
  const id = `rung-${next.id}`;
  const name = next.name.charAt(0).toLowerCase() + next.name.slice(1);
  const loss = employerCause(
    standing.presentOrganisations[0] ?? "present",
    "Your present position is lost before it has lasted long enough",
    months,
  );
  const market = marketCause(catalogue, row, 1 - chance, SEARCH_WINDOW_MONTHS);
  const none = { low: 0, likely: 0, high: 0 };
  const base = {
    occupationId: catalogue.ids[row] ?? "",
    credentialIds: [],
    shortfalls: [],
    money: none,
  };
  const stages: Stage[] = [];
  if (months >= 0.5) {
    const hours = months * WEEKS_A_MONTH * PROMOTION_HOURS_A_WEEK;
    stages.push({
      ...base,
      id: `${id}:1-hold`,
      kind: "hold",
      title: `Grow into ${name} where you are`,
      months: { low: months * 0.6, likely: months, high: months * 1.4 },
      hours: { low: hours * 0.5, likely: hours, high: hours * 1.5 },
      chance: 1 - loss.chance,
      causes: [loss],
      explanation: [
        `People usually spend ${monthsInWords(next.usualMonthsBefore)} before it (${next.source}); you have ${monthsInWords(held)}.`,
      ],
    });
  }
  stages.push({
    ...base,
    id: `${id}:${stages.length + 1}-move`,
    kind: "move",
    title: `Step up to ${name}`,
    months: {
      low: Math.min(SEARCH_WINDOW_MONTHS, medianSearchMonths(landing.high)),
      likely: Math.min(SEARCH_WINDOW_MONTHS, medianSearchMonths(landing.likely)),
      high: SEARCH_WINDOW_MONTHS,
    },
    hours: SEARCH_HOURS,
    chance,
    causes: [{ ...market, label: `No opening as ${name} within ${SEARCH_WINDOW_MONTHS} months` }],
    explanation: landing.explanation,
  });
  const sum = (of: (stage: Stage) => Stage["months"]): Stage["months"] => ({
    low: stages.reduce((total, stage) => total + of(stage).low, 0),
    likely: stages.reduce((total, stage) => total + of(stage).likely, 0),
    high: stages.reduce((total, stage) => total + of(stage).high, 0),
  });
  return [
    {
      id,
      name: `Up to ${name}`,
      goalId: goal.id,
      stages,
      strengths: [],
      months: sum((stage) => stage.months),
      hours: sum((stage) => stage.hours),
      money: none,
      chance: stages.reduce((product, stage) => product * stage.chance, 1),
      payForgone: 0,
      payChange: undefined,
      causes: stages.flatMap((stage) => stage.causes),
      withinLimits: true,
      breaks: [],
      why: `You hold this occupation already; the next rung is ${name}. ${stages[0]?.explanation[0] ?? ""}`,
    },
  ];
}
