import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Goal, Limits } from "../record/goal.ts";
import { WORTH_NAMING } from "./choose-routes.ts";
import { explainWishes } from "./explain-wishes.ts";
import { findRoutes } from "./find-routes.ts";
import type { LimitQuestion } from "./relax-limits.ts";
import { bestRoutes, enumerateRoutes } from "./search-routes.ts";

const catalogue = smallCatalogue();
const today = "2026-11-22" as CalendarDate;
const RECEPTIONIST: SmallPerson = { months: { [SMALL.receptionist]: 48 }, education: 2 };
const CLERK: SmallPerson = { months: { [SMALL.receptionist]: 60 }, education: 6 };

function question(
  limits: Partial<Limits> = {},
  occupationId: string = SMALL.registeredNurse,
  person = RECEPTIONIST,
): LimitQuestion {
  const goal: Goal = {
    id: "goal",
    title: "",
    occupationId,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
  };
  return { catalogue, standing: smallStanding(catalogue, person), goal, today };
}

const found = (asked: LimitQuestion) =>
  enumerateRoutes(asked, smallRow("registeredNurse")).filter((one) => one.route.withinLimits);

test("explainWishes() tells the least of all routes, and its parts add up to it", () => {
  const routes = found(question());
  const answers = new Map(explainWishes(question()).map((one) => [one.wish, one]));
  const months = answers.get("months");
  expect(months?.best).toBe(Math.min(...routes.map((one) => one.route.months.likely)));
  expect(months?.parts.reduce((sum, part) => sum + part.amount, 0)).toBeCloseTo(
    months?.best ?? 0,
    9,
  );
  const money = answers.get("money");
  expect(money?.best).toBe(Math.min(...routes.map((one) => one.route.money.likely)));
  expect(money?.parts.reduce((sum, part) => sum + part.amount, 0)).toBeCloseTo(money?.best ?? 0, 0);
  const chance = answers.get("chance");
  expect(chance?.best).toBeCloseTo(Math.max(...routes.map((one) => one.route.chance)), 12);
  expect(chance?.parts.reduce((product, part) => product * (1 - part.amount), 1)).toBeCloseTo(
    chance?.best ?? 0,
    9,
  );
});

test("explainWishes() says what more hours would make of it, and that is what is found at those hours", () => {
  const [answer] = explainWishes(question(), { underMonths: 36 });
  const change = answer?.changes.find((one) => one.limit === "hours");
  const hours = Number(/With (\d+) hours/.exec(change?.text ?? "")?.[1]);
  const least = (hoursPerWeek: number): number =>
    Math.min(...found(question({ hoursPerWeek })).map((one) => one.route.months.likely));
  expect(change?.best).toBe(least(hours));
  expect(least(hours)).toBeLessThan(36);
  expect(least(hours - 1)).toBeGreaterThanOrEqual(36);
});

test("explainWishes() says which ruled out occupation or limit on fees keeps a better route away", () => {
  const asked = question({ budget: { amount: 100, currency: US_DOLLAR } }, SMALL.hrManager, CLERK);
  for (const answer of explainWishes(asked)) {
    for (const change of answer.changes) {
      expect(answer.wish === "chance" ? -change.best : change.best).toBeLessThan(
        answer.wish === "chance" ? -answer.best : answer.best,
      );
    }
  }
});

test("explainWishes() tells why schooling cannot be done without, and why one move is not enough", () => {
  const [schooling] = explainWishes(question(), { noSchooling: true });
  expect(schooling?.met).toBe(false);
  expect(schooling?.text).toContain("needs a licence");
  const [moves] = explainWishes(question({}, SMALL.hrManager, CLERK), { oneMove: true });
  expect(moves?.met).toBe(false);
  expect(moves?.text).toMatch(/usually asked for about \d+ years of related experience/);
});

test("law: a wish is met exactly when a route within the limits does it", () => {
  const routes = found(question());
  fc.assert(
    fc.property(fc.double({ min: 1, max: 200, noNaN: true }), (underMonths) => {
      const [answer] = explainWishes(question(), { underMonths });
      expect(answer?.met).toBe(routes.some((one) => one.route.months.likely < underMonths));
    }),
    { numRuns: 20 },
  );
  for (const chanceAbove of [0, 0.2, 0.5, 0.9, 1]) {
    const [answer] = explainWishes(question(), { chanceAbove });
    expect(answer?.met).toBe(routes.some((one) => one.route.chance > chanceAbove));
  }
});

test("law: more is never worse: a relaxed limit keeps or betters every best", () => {
  const bests = (limits: Partial<Limits>): ReadonlyMap<string, number> =>
    new Map(
      explainWishes(question(limits), { underMonths: 0, underFees: 0, chanceAbove: 1 }).map(
        (one) => [one.wish, one.wish === "chance" ? -one.best : one.best],
      ),
    );
  const tight = bests({ notThese: [SMALL.practicalNurse] });
  for (const [wish, best] of bests({})) expect(best).toBeLessThanOrEqual(tight.get(wish) ?? 0);
});

test("explainWishes() is empty for an unknown goal and for one that is held", () => {
  expect(explainWishes(question({}, "99-9999.99"))).toEqual([]);
  const nurse: SmallPerson = { months: { [SMALL.registeredNurse]: 60 }, education: 5 };
  expect(explainWishes(question({}, SMALL.registeredNurse, nurse))).toEqual([]);
});

test("explainWishes() says of months, fees and chance what the exact search of four moves finds", () => {
  for (const [occupationId, person] of [
    [SMALL.registeredNurse, RECEPTIONIST],
    [SMALL.hrManager, CLERK],
  ] as const) {
    const asked = question({}, occupationId, person);
    const exact = bestRoutes(asked, catalogue.ids.indexOf(occupationId)).map((one) => one.route);
    const wishes = { underMonths: 0, underFees: 0, chanceAbove: 1 };
    const [months, money, chance] = explainWishes(asked, wishes);
    expect(months?.best).toBeCloseTo(Math.min(...exact.map((route) => route.months.likely)), 6);
    expect(money?.best).toBeCloseTo(Math.min(...exact.map((route) => route.money.likely)), 6);
    expect(chance?.best).toBeCloseTo(Math.max(...exact.map((route) => route.chance)), 6);
    const shown = findRoutes(asked).map((route) => route.months.likely);
    expect(Math.min(...shown) - (months?.best ?? 0)).toBeLessThan(WORTH_NAMING.months);
  }
});

test("explainWishes() says that a pay cut cannot be told where pay is not known, now or on the way", () => {
  const toldWith = (unknown: readonly (keyof typeof SMALL)[]) => {
    const payMedian = Float64Array.from(catalogue.payMedian);
    for (const one of unknown) payMedian[smallRow(one)] = Number.NaN;
    const [answer] = explainWishes(
      { ...question(), catalogue: smallCatalogue({ payMedian }) },
      { noPayCut: true },
    );
    return answer?.text;
  };
  expect(toldWith([])).toMatch(/never pays less than now, by the usual figures\.$/);
  expect(toldWith(["receptionist"])).toMatch(/cannot be said, since your pay now is not known/);
  expect(toldWith(["registeredNurse"])).toMatch(
    /as far as its pay is known; of a part of it, it is not\.$/,
  );
});
