import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { US_DOLLAR } from "../money.ts";
import { levelsAfterHolding } from "../moves/levels-after.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { routeGraph, type TravelState } from "./route-graph.ts";

const catalogue = smallCatalogue();

/** The graph to a goal for somebody two years in `held`, who may say what they earn. */
function graphFor(held: string, goalId: string, annualPay?: number) {
  const pay = annualPay === undefined ? {} : { annualPay };
  const standing = smallStanding(catalogue, { months: { [held]: 24 }, education: 2, ...pay });
  const money = (amount: number) => ({ amount, currency: US_DOLLAR });
  const limits = { hoursPerWeek: 8, notThese: [], savings: money(5000) };
  const goal = { id: "goal", title: "", occupationId: goalId, why: "", limits };
  return routeGraph({ catalogue, standing, goal }, rowOf(catalogue, goalId), "kept");
}

/** States that each know or hold more than the one given. */
function betterThan(state: TravelState): Readonly<Record<string, TravelState>> {
  const { place, savings = 0 } = state;
  const { standing } = place;
  const row = rowOf(catalogue, SMALL.medicalAssistant);
  const over = (more: Partial<typeof standing>): TravelState => ({
    ...state,
    place: { ...place, standing: { ...standing, ...more } },
  });
  return {
    levels: over({ levels: levelsAfterHolding(catalogue, standing.levels, row, 12) }),
    months: over({ monthsByRow: new Map([...standing.monthsByRow, [row, 12]]) }),
    credentials: over({ heldCredentialIds: new Set([...standing.heldCredentialIds, "nclex-pn"]) }),
    licences: over({ heldLicences: new Set([...standing.heldLicences, "a licence"]) }),
    schooling: over({ educationLevel: 6 }),
    savings: { ...state, savings: savings + 1 },
  };
}

test("routeGraph(): whoever knows or holds less of anything stands for nobody who has more", () => {
  const graph = graphFor(SMALL.receptionist, SMALL.registeredNurse);
  const less = graph.start;
  expect(graph.isNoWorse(less, less)).toBe(true);
  for (const [what, more] of Object.entries(betterThan(less)))
    expect(graph.isNoWorse(less, more), what).toBe(false);
});

test("routeGraph(): whoever has more stands for who has less, but where a step pays more than today", () => {
  // With pay above that of every step, none of them earns more on the way.
  const paidMost = graphFor(SMALL.receptionist, SMALL.registeredNurse, 900_000);
  const paidLittle = graphFor(SMALL.receptionist, SMALL.registeredNurse, 20_000);
  for (const [graph, stands] of [
    [paidMost, true],
    [paidLittle, false],
  ] as const)
    for (const [what, more] of Object.entries(betterThan(graph.start)))
      expect(graph.isNoWorse(more, graph.start), what).toBe(stands);
});
