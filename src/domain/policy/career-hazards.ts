// The hazards of a life: each cause that can end or hold up a track, with its stated or published default
// and the person's own value. How they act is career-process.ts's.

import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { rowOf } from "../occupations/catalogue.ts";
import type { Hazards } from "../record/goal.ts";
import { kindOfCause } from "../routes/failure-causes.ts";
import type { FailureCause } from "../routes/route.ts";
import type { RoutePlan } from "../schedule/plan-route.ts";

const MONTHS_A_YEAR = 12;

/** What a hazard's chance is counted on. */
export const HAZARD_SPANS = ["each attempt", "each month", "a year", "in all"] as const;
export type HazardSpan = (typeof HAZARD_SPANS)[number];

export interface CareerHazard {
  /** The cause's id; a search's is that of its market. */
  readonly id: string;
  readonly label: string;
  readonly span: HazardSpan;
  /** Stated or published, 0–1. */
  readonly usual: number;
  /** The person's own; undefined while the usual one stands. */
  readonly own: number | undefined;
  readonly source: string;
}

/** Returns what a cause's chance is counted on: attempts, months, years, or the whole of it. */
export function spanOf(causeId: string): HazardSpan {
  const [kind] = kindOfCause({ id: causeId } as FailureCause); // as: only its id is read
  if (kind === "exam") return "each attempt";
  if (kind === "market") return "each month";
  return kind === "admission" || kind === "credential" || kind === "sitting" ? "in all" : "a year";
}

/** Returns the chance over so many months of what has this chance a year. */
export function chanceOver(yearly: number, months: number): number {
  return 1 - (1 - yearly) ** (months / MONTHS_A_YEAR);
}

/** Returns the chance a year of what has this chance over so many months. */
export function yearlyOf(chance: number, months: number): number {
  return 1 - (1 - chance) ** (MONTHS_A_YEAR / Math.max(1, months));
}

/** Returns every hazard of the plans, each once, in the order in which it is met. */
export function hazardsOf(
  catalogue: Catalogue,
  plans: readonly RoutePlan[],
  own: Hazards = {},
): readonly CareerHazard[] {
  const found = new Map<string, Omit<CareerHazard, "own">>();
  const add = (hazard: Omit<CareerHazard, "own">): void => {
    if (!found.has(hazard.id)) found.set(hazard.id, hazard);
  };
  for (const { route, actions } of plans) {
    for (const stage of route.stages) {
      for (const cause of stage.causes) {
        const [kind, what] = kindOfCause(cause);
        const { id, source } = cause;
        if (kind === "market") continue;
        const exam = actions.find((action) => action.id === `credential:${what}`);
        if (kind === "exam" && exam?.passRate !== undefined) {
          const label = cause.label.replace(/ (twice|too often)$/, "");
          add({ id, label, span: "each attempt", usual: 1 - exam.passRate, source: exam.source });
          continue;
        }
        const span = spanOf(id);
        const usual =
          span === "a year" ? yearlyOf(cause.chance, stage.months.likely) : cause.chance;
        add({ id, label: cause.label, span, usual, source });
      }
      for (const action of actions) {
        if (action.stageId !== stage.id) continue;
        if (action.passRate !== undefined) {
          const examId = `exam:${action.id.replace("credential:", "")}`;
          const what = `“${action.title}” is not passed`;
          const usual = 1 - action.passRate;
          add({ id: examId, label: what, span: "each attempt", usual, source: action.source });
        }
        if (action.landingRate === undefined) continue;
        const id = marketOf(action.id);
        const row = rowOf(catalogue, id.slice("market:".length));
        const name = row < 0 ? "what comes next" : withArticle(plainNameOf(catalogue, row));
        add({
          id,
          label: `An opening as ${name} comes to you`,
          span: "each month",
          usual: monthlyOf(action.landingRate.likely),
          source: "assumption",
        });
      }
    }
  }
  return [...found.values()].map((hazard) => ({ ...hazard, own: own[hazard.id] }));
}

/** Returns the cause under which a search action stands: "search:29-1141.00" and "market:29-1141.00". */
export function marketOf(actionId: string): string {
  return `market:${actionId.slice(actionId.indexOf(":") + 1)}`;
}

/** Returns the chance that something with a monthly rate comes within a month. */
export function monthlyOf(rate: number): number {
  return 1 - Math.exp(-rate);
}
