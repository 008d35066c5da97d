import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import { addMonths, type CalendarDate, calendarMonthOf } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Goal, Limits } from "../record/goal.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { explainWishes } from "./explain-wishes.ts";
import { findRoutes } from "./find-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import { insideRoutes, routesByLadder } from "./inside-routes.ts";
import { insideSteps, rungKeyOf } from "./ladder-steps.ts";
import { isNoWorse } from "./pareto-paths.ts";
import { explainImpossible } from "./relax-limits.ts";
import type { Route } from "./route.ts";
import { startOf } from "./route-graph.ts";

const catalogue = smallCatalogue();
const today = "2026-11-22" as CalendarDate;
const CLERK: SmallPerson = { months: { [SMALL.receptionist]: 30 }, education: 6 };
const NONE = new Set<string>();

const LEAD: LadderRung = { title: "HR assistant", occupationId: SMALL.hrAssistant };
const TOP: LadderRung = {
  title: "Head of people",
  occupationId: SMALL.hrManager,
  openingsAYear: 1 / 3,
  othersWanting: 4,
  usualMonthsBefore: 36,
};

function ladderOf(...above: readonly LadderRung[]): PlacedLadder {
  return {
    id: "elm",
    organisation: "Elm Street",
    rungs: [{ title: "Receptionist" }, ...above],
    heldRung: 0,
    monthsHeld: 12,
  };
}

function question(
  ladders: readonly PlacedLadder[],
  goalId: string,
  { person = CLERK, title = "", limits = {} as Partial<Limits> } = {},
) {
  const goal: Goal = {
    id: "goal",
    title,
    occupationId: goalId,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
  };
  return { catalogue, standing: smallStanding(catalogue, person), goal, today, ladders };
}

function stepsFrom(ladder: PlacedLadder, refusals: ReadonlySet<string> = NONE) {
  const from = startOf(catalogue, smallStanding(catalogue, CLERK));
  return insideSteps({ catalogue, ladders: [ladder], from, refusals });
}

test("insideSteps() stays until it is usual to move, then waits for an opening: the worked example", () => {
  // 24 months are usual, 12 are held; one opening a year and one other: a rate of ½ a year.
  const [up] = stepsFrom(
    ladderOf({ ...LEAD, usualMonthsBefore: 24, openingsAYear: 1, othersWanting: 1 }),
  );
  const [hold, move] = up?.step.stages ?? [];
  expect(hold).toMatchObject({ kind: "hold", title: "Grow towards HR assistant where you are" });
  expect(hold?.months.likely).toBe(12);
  // The employer may be lost in the 12 months of staying and the 17 of waiting: 1 − .96^(28.6/12).
  expect(hold?.chance).toBeCloseTo(0.907, 3);
  expect(move).toMatchObject({ kind: "move", title: "Step up to HR assistant where you are" });
  expect(move?.months.likely).toBeCloseTo((12 * Math.LN2) / 0.5, 9);
  expect(move?.months.high).toBe(24);
  expect(move?.chance).toBeCloseTo(1 - Math.exp(-1), 9);
  expect(move?.causes[0]?.id).toBe("market:inside elm street/hr assistant");
  expect(up?.toRow).toBe(smallRow("hrAssistant"));
  expect(up?.step.after).toMatchObject({ row: up?.toRow, isStone: true, isHeld: true });
});

test("insideSteps() goes on from the rung stepped up to, and ends at the top", () => {
  const ladder = ladderOf(LEAD, TOP);
  const [first] = stepsFrom(ladder);
  const from = first?.step.after;
  if (from === undefined) throw new Error("no step");
  const [second] = insideSteps({ catalogue, ladders: [ladder], from, refusals: NONE });
  expect(second?.rung).toBe(rungKeyOf(ladder, 2));
  expect(second?.step.stages[0]?.months.likely).toBe(36);
  expect(second?.step.after.standing.monthsByRow.get(smallRow("hrAssistant"))).toBe(36);
  const top = second?.step.after ?? from;
  expect(insideSteps({ catalogue, ladders: [ladder], from: top, refusals: NONE })).toEqual([]);
});

test("insideSteps() has none where none opens, it is refused, or the law asks for more", () => {
  expect(stepsFrom(ladderOf({ ...LEAD, openingsAYear: 0 }))).toEqual([]);
  expect(stepsFrom(ladderOf(LEAD), new Set([`occupation:${SMALL.hrAssistant}`]))).toEqual([]);
  expect(stepsFrom(ladderOf(LEAD), new Set([`hold:${SMALL.receptionist}`]))).toEqual([]);
  const nurse = { title: "Nurse", occupationId: SMALL.registeredNurse };
  expect(stepsFrom(ladderOf(nurse))).toEqual([]);
  const elsewhere = { ...startOf(catalogue, smallStanding(catalogue, CLERK)), isStone: true };
  expect(
    insideSteps({ catalogue, ladders: [ladderOf(LEAD)], from: elsewhere, refusals: NONE }),
  ).toEqual([]);
});

test("insideRoutes() climbs to the goal with its sums, its pay and a red flag", () => {
  const pay = { amount: 60000, currency: US_DOLLAR };
  const asked = question([ladderOf({ ...LEAD, annualPay: pay }, TOP)], SMALL.hrManager);
  const [found] = insideRoutes(asked, smallRow("hrManager"));
  expect(found?.route.name).toBe("Inside Elm Street, by way of HR assistant");
  expect(found?.route.stages.map((stage) => stage.kind)).toEqual(["hold", "move", "hold", "move"]);
  expect(found?.route.payForgone).toBeLessThan(0);
  const shown = findRoutes(asked).find((route) => route.id === found?.route.id);
  expect(shown?.why).toContain("A red flag for head of people: with one opening in 3 years");
  expect(shown?.why).toContain("of waiting for an opening");
});

test("insideRoutes() takes a rung of the goal's own title for the goal, and the next rung for who holds it", () => {
  const named = question([ladderOf({ title: "Chief of  staff" })], SMALL.hrManager, {
    title: "chief of staff",
  });
  expect(insideRoutes(named, smallRow("hrManager"))[0]?.rows).toEqual([smallRow("hrManager")]);
  const held = question([ladderOf({ title: "Front-desk lead" })], SMALL.receptionist);
  expect(findRoutes(held)[0]?.name).toBe("Inside Elm Street");
});

test("routesByLadder() goes on elsewhere from a rung that counts, the employer lost once for all", () => {
  const asked = question([ladderOf(LEAD)], SMALL.hrSpecialist);
  const [first] = routesByLadder(asked, smallRow("hrSpecialist"));
  expect(first?.route.name).toBe("Through HR assistant where you are");
  expect(first?.rows).toEqual([smallRow("hrAssistant"), smallRow("hrSpecialist")]);
  const employers = first?.route.causes.filter((cause) => cause.id.startsWith("employer:"));
  expect(employers?.map((cause) => cause.id)).toEqual(["employer:elm street"]);
});

test("insideRoutes() marks a rung that pays less than is needed", () => {
  const payFloor = { amount: 50000, currency: US_DOLLAR };
  const low = { ...TOP, annualPay: { amount: 40000, currency: US_DOLLAR } };
  const asked = question([ladderOf(low)], SMALL.hrManager, { limits: { payFloor } });
  const [inside] = insideRoutes(asked, smallRow("hrManager"));
  expect(inside?.route.breaks[0]).toContain("As head of people one earns about $40,000");
});

test("law: more openings or fewer others never lower the chance or lengthen the way", () => {
  const openings = fc.double({ min: 0.05, max: 20, noNaN: true });
  const at = (openingsAYear: number, othersWanting: number): FoundRoute | undefined =>
    insideRoutes(
      question([ladderOf({ ...TOP, openingsAYear, othersWanting })], SMALL.hrManager),
      smallRow("hrManager"),
    )[0];
  fc.assert(
    fc.property(openings, openings, fc.nat(20), fc.nat(20), (a, b, m, n) => {
      const worse = at(Math.min(a, b), Math.max(m, n));
      const better = at(Math.max(a, b), Math.min(m, n));
      expect(better?.route.chance).toBeGreaterThanOrEqual((worse?.route.chance ?? 0) - 1e-12);
      expect(better?.route.months.likely).toBeLessThanOrEqual(
        (worse?.route.months.likely ?? 0) + 1e-9,
      );
    }),
    { numRuns: 60 },
  );
});

test("law: a ladder added never removes or worsens a route", () => {
  const rung: fc.Arbitrary<LadderRung> = fc.record({
    title: fc.constantFrom("Lead", "Head of people", "HR assistant"),
    occupationId: fc.constantFrom(SMALL.hrAssistant, SMALL.hrSpecialist, SMALL.hrManager),
    openingsAYear: fc.constantFrom(0, 0.2, 1, 4),
    othersWanting: fc.nat(5),
  });
  const costsOf = (route: Route): readonly number[] => [
    route.months.likely,
    route.money.likely,
    -route.chance,
    route.payForgone ?? 0,
  ];
  fc.assert(
    fc.property(
      fc.array(rung, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(SMALL.hrManager, SMALL.hrSpecialist, SMALL.receptionist),
      (rungs, goalId) => {
        const before = findRoutes(question([], goalId));
        const after = findRoutes(question([ladderOf(...rungs)], goalId));
        for (const route of before) {
          const same = after.find((other) => other.id === route.id);
          expect(same).toBeDefined();
          if (same !== undefined) expect(isNoWorse(costsOf(same), costsOf(route))).toBe(true);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("explainImpossible() and explainWishes() know the ladder: what only it makes possible is possible", () => {
  const alone = { ...question([], SMALL.hrManager), today };
  const soon = { ...TOP, openingsAYear: 4, othersWanting: 0, usualMonthsBefore: 0 };
  const ladder = { ...question([ladderOf(soon)], SMALL.hrManager), today };
  const [fewest] = explainWishes(ladder, { underMonths: 1 });
  const shown = findRoutes(ladder).map((route) => route.months.likely);
  expect(fewest?.best).toBeCloseTo(Math.min(...shown), 6);
  const by = calendarMonthOf(addMonths(today, Math.ceil(fewest?.best ?? 0) + 1));
  const dated = (asked: typeof alone) => ({ ...asked, goal: { ...asked.goal, by } });
  expect(explainImpossible(dated(alone))).toBeDefined();
  expect(explainImpossible(dated(ladder))).toBeUndefined();
});
