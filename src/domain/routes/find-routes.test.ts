import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { US_DOLLAR } from "../money.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Goal, Limits } from "../record/goal.ts";
import { findBackups, worthOf } from "./find-backups.ts";
import { findNearerGoals } from "./find-nearer-goals.ts";
import { findRoutes } from "./find-routes.ts";
import { isNoWorse } from "./pareto-paths.ts";
import { subjectsOf } from "./refusals.ts";
import type { FailureCause, Route } from "./route.ts";
import { slowestBeside } from "./route-graph.ts";
import { bestRoutes, enumerateRoutes, undominated } from "./search-routes.ts";

const catalogue = smallCatalogue();
const today = "2026-11-22" as CalendarDate;
const RECEPTIONIST: SmallPerson = { months: { [SMALL.receptionist]: 48 }, education: 2 };
const CLERK: SmallPerson = { months: { [SMALL.receptionist]: 60 }, education: 6 };

function question(
  person: SmallPerson,
  goalId: string,
  limits: Partial<Limits> = {},
  world: Catalogue = catalogue,
) {
  const goal: Goal = {
    id: "goal",
    title: "",
    occupationId: goalId,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
  };
  return { catalogue: world, standing: smallStanding(world, person), goal, today };
}

const fastest = (routes: readonly Route[]): number =>
  Math.min(...routes.map((route) => route.months.likely));

test("findRoutes() gives a receptionist the nursing degree, and the ladder over practical nurse", () => {
  const routes = findRoutes(question(RECEPTIONIST, SMALL.registeredNurse));
  const direct = routes.find((route) => route.stages.length === 2);
  expect(direct?.stages[0]?.credentialIds).toEqual(["nursing-associate", "nclex-rn"]);
  const ladder = routes.find((route) => route.name.includes("practical nurse"));
  expect(ladder?.stages.flatMap((stage) => stage.credentialIds)).toEqual(
    expect.arrayContaining(["practical-nursing", "nclex-pn", "practical-to-registered-bridge"]),
  );
  expect(routes.length).toBeLessThanOrEqual(5);
  expect(routes[0]?.strengths).toContain("balanced");
});

test("findRoutes() leaves out what was refused: a programme, a stay, volunteering, an occupation", () => {
  const all = enumerateRoutes(
    question(RECEPTIONIST, SMALL.registeredNurse),
    smallRow("registeredNurse"),
  );
  const subjects = new Set(all.flatMap((one) => one.route.stages.flatMap(subjectsOf)));
  expect(subjects.size).toBeGreaterThan(6);
  for (const subject of subjects) {
    const limits = { refusals: [{ subject, reason: "not this" as const }] };
    const left = enumerateRoutes(
      question(RECEPTIONIST, SMALL.registeredNurse, limits),
      smallRow("registeredNurse"),
    );
    const still = left.flatMap((one) => one.route.stages.flatMap(subjectsOf));
    if (subject.startsWith("hold:"))
      expect(left.every((one) => !one.route.id.includes(`${subject.slice(5)}-h`))).toBe(true);
    else expect(still).not.toContain(subject);
  }
});

test("bestRoutes() has the cost vectors of enumerating every route, for any person, goal and limits", () => {
  const ids = Object.values(SMALL);
  const money = (amount: number) => ({ amount, currency: US_DOLLAR });
  const maybe = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined });
  let several = 0;
  fc.assert(
    fc.property(
      fc.record({
        held: fc.constantFrom(...ids),
        months: fc.integer({ min: 0, max: 90 }),
        education: fc.integer({ min: 0, max: 6 }),
        goal: fc.constantFrom(...ids),
        hoursPerWeek: fc.integer({ min: 2, max: 40 }),
        budget: maybe(30_000),
        payFloor: maybe(45_000),
        savings: maybe(20_000),
        savedPerMonth: fc.integer({ min: -200, max: 800 }),
        refused: fc.subarray(ids, { maxLength: 2 }),
      }),
      (one) => {
        const person = { months: { [one.held]: one.months }, education: one.education };
        const asked = question(person, one.goal, {
          hoursPerWeek: one.hoursPerWeek,
          ...(one.budget === undefined ? {} : { budget: money(one.budget) }),
          ...(one.payFloor === undefined ? {} : { payFloor: money(one.payFloor) }),
          ...(one.savings === undefined ? {} : { savings: money(one.savings) }),
          savedPerMonth: money(one.savedPerMonth),
          notThese: one.refused,
        });
        const row = catalogue.ids.indexOf(one.goal);
        if (one.held === one.goal) return;
        const all = bestRoutes({ ...asked, mostMoves: 3 }, row);
        // Enumeration leaves out what is much slower than another.
        const slowest = slowestBeside(Math.min(...all.map(({ costs }) => costs[0] ?? 0)));
        const best = all.filter(({ costs }) => (costs[0] ?? 0) <= slowest);
        const every = enumerateRoutes(asked, row).filter(({ route }) => route.withinLimits);
        const vectors = (routes: readonly { readonly costs: readonly number[] }[]) =>
          [
            ...new Set(routes.map(({ costs }) => costs.map((cost) => cost.toFixed(9)).join())),
          ].sort();
        expect(vectors(best)).toEqual(vectors(undominated(every)));
        if (best.length > 1) several += 1;
      },
    ),
    { numRuns: 400 },
  );
  expect(several).toBeGreaterThan(5);
});

test("savings limit routes: fees that would run them too low are saved for first, or leave the route out", () => {
  const money = (amount: number) => ({ amount, currency: US_DOLLAR });
  const row = smallRow("registeredNurse");
  const free = bestRoutes(question(RECEPTIONIST, SMALL.registeredNurse), row);
  const fees = free[0]?.route.money.likely ?? 0;
  expect(fees).toBeGreaterThan(2000);
  const saver = { savings: money(1000), savingsFloor: money(500), savedPerMonth: money(fees / 20) };
  const saving = bestRoutes(question(RECEPTIONIST, SMALL.registeredNurse, saver), row);
  const [first] = saving[0]?.route.stages ?? [];
  expect(first?.title).toMatch(/^Put money by first/);
  expect(saving[0]?.costs[0]).toBeGreaterThan(free[0]?.costs[0] ?? Number.POSITIVE_INFINITY);
  const spender = { ...saver, savedPerMonth: money(0) };
  expect(bestRoutes(question(RECEPTIONIST, SMALL.registeredNurse, spender), row)).toEqual([]);
  const [broken] = findRoutes(question(RECEPTIONIST, SMALL.registeredNurse, spender));
  expect(broken?.withinLimits).toBe(false);
  expect(broken?.breaks.join()).toMatch(/savings would come down/);
});

test("findRoutes() never moves into a licensed occupation without its licence's programme", () => {
  const routes = enumerateRoutes(
    question(RECEPTIONIST, SMALL.registeredNurse),
    smallRow("registeredNurse"),
  );
  expect(routes.length).toBeGreaterThan(2);
  for (const { route } of routes) {
    const earned = new Set<string>();
    for (const stage of route.stages) {
      for (const id of stage.credentialIds) earned.add(id);
      if (stage.kind !== "move") continue;
      if (stage.occupationId === SMALL.practicalNurse)
        expect(earned).toContain("practical-nursing");
      if (stage.occupationId === SMALL.registeredNurse) {
        const isLicensed =
          earned.has("nursing-associate") ||
          (earned.has("practical-to-registered-bridge") && earned.has("nclex-pn"));
        expect(isLicensed && earned.has("nclex-rn")).toBe(true);
      }
    }
  }
});

test("findRoutes() fills years of experience by holding steps: clerk, HR assistant, HR specialist, HR manager", () => {
  const routes = findRoutes(question(CLERK, SMALL.hrManager));
  const ladder = routes.find((route) => route.id.startsWith("via-43-4161.00-13-1071.00"));
  expect(ladder?.stages.filter((stage) => stage.kind === "hold").length).toBeGreaterThan(0);
  expect(routes.every((route) => !route.id.startsWith("direct"))).toBe(true);
});

test("findRoutes() sums are those of the stages, and the chance is their product", () => {
  for (const route of findRoutes(question(RECEPTIONIST, SMALL.registeredNurse))) {
    for (const point of ["low", "likely", "high"] as const) {
      const sum = route.stages.reduce((total, stage) => total + stage.months[point], 0);
      expect(route.months[point]).toBeCloseTo(sum, 9);
    }
    expect(route.months.low).toBeLessThanOrEqual(route.months.likely);
    expect(route.months.likely).toBeLessThanOrEqual(route.months.high);
    const chance = route.stages.reduce((product, stage) => product * stage.chance, 1);
    expect(route.chance).toBeCloseTo(chance, 12);
    expect(new Set(route.stages.map((stage) => stage.id)).size).toBe(route.stages.length);
  }
});

test("findRoutes() is empty for someone who holds the goal and has no rung above; else the rung", () => {
  const nurse: SmallPerson = { months: { [SMALL.registeredNurse]: 60 }, education: 5 };
  expect(findRoutes(question(nurse, SMALL.registeredNurse))).toEqual([]);
  const administrator: SmallPerson = { months: { [SMALL.networkAdministrator]: 60 } };
  const [route] = findRoutes(question(administrator, SMALL.networkAdministrator));
  expect(route?.name).toBe("Up to senior administrator");
});

test("findRoutes() works for an empty record", () => {
  const routes = findRoutes(question({}, SMALL.registeredNurse));
  expect(routes[0]?.stages[0]?.credentialIds).toContain("nursing-associate");
  expect(routes[0]?.payForgone).toBeUndefined();
});

test("findRoutes() marks routes that break a limit, and only when no other is left", () => {
  const budget = { amount: 5000, currency: US_DOLLAR };
  const routes = findRoutes(question(RECEPTIONIST, SMALL.registeredNurse, { budget }));
  expect(routes.length).toBeGreaterThan(0);
  for (const route of routes) {
    expect(route.withinLimits).toBe(false);
    expect(route.breaks[0]).toContain("$5,000");
  }
});

test("findRoutes() passes through nothing that the person rules out", () => {
  const limits = { notThese: [SMALL.practicalNurse] };
  const found = enumerateRoutes(
    question(RECEPTIONIST, SMALL.registeredNurse, limits),
    smallRow("registeredNurse"),
  );
  expect(found.some((one) => one.rows.includes(smallRow("practicalNurse")))).toBe(false);
  expect(found.length).toBeGreaterThan(0);
});

test("undominated() keeps exactly the routes that no other beats", () => {
  const all = enumerateRoutes(question(CLERK, SMALL.hrManager), smallRow("hrManager"));
  const kept = undominated(all);
  for (const one of all) {
    const isBeaten = all.some(
      (other) => isNoWorse(other.costs, one.costs) && !isNoWorse(one.costs, other.costs),
    );
    if (kept.includes(one)) expect(isBeaten).toBe(false);
    else expect(kept.some((other) => isNoWorse(other.costs, one.costs))).toBe(true);
  }
});

test("law: more hours a week never lengthen the best route", () => {
  const goals = [SMALL.registeredNurse, SMALL.hrManager, SMALL.medicalAssistant];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(...goals),
      (a, b, goal) => {
        const at = (hoursPerWeek: number): number =>
          fastest(findRoutes(question(RECEPTIONIST, goal, { hoursPerWeek })));
        // What is not a month faster is not shown, hence the tolerance.
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)) + 1);
      },
    ),
    { numRuns: 40 },
  );
});

test("law: a credential that is held never lengthens the best route", () => {
  const ids = catalogue.credentials.map((one) => one.id);
  for (const goal of [SMALL.registeredNurse, SMALL.hrManager, SMALL.medicalAssistant]) {
    const without = fastest(findRoutes(question(RECEPTIONIST, goal)));
    for (const id of ids) {
      const level = catalogue.credentials.find((one) => one.id === id)?.educationLevel ?? 0;
      const person = { ...RECEPTIONIST, credentials: [id], education: Math.max(2, level) };
      const routes = findRoutes(question(person, goal));
      expect(fastest(routes), `${goal} with ${id}`).toBeLessThanOrEqual(without + 1);
    }
  }
});

test("law: a quicker and cheaper programme never makes the best route worse", () => {
  const before = findRoutes(question(RECEPTIONIST, SMALL.registeredNurse));
  for (const share of [0.9, 0.5, 0.2]) {
    const credentials = catalogue.credentials.map((one) =>
      one.id === "nursing-associate"
        ? {
            ...one,
            minimumMonths: one.minimumMonths * share,
            hours: {
              low: one.hours.low * share,
              likely: one.hours.likely * share,
              high: one.hours.high * share,
            },
          }
        : one,
    );
    const world = smallCatalogue({ credentials });
    const after = findRoutes(question(RECEPTIONIST, SMALL.registeredNurse, {}, world));
    expect(fastest(after)).toBeLessThanOrEqual(fastest(before));
  }
});

test("law: every route that a pay floor or a budget allows stays when it is relaxed", () => {
  const allowed = (limits: Partial<Limits>): Set<string> =>
    new Set(
      enumerateRoutes(
        question(RECEPTIONIST, SMALL.registeredNurse, limits),
        smallRow("registeredNurse"),
      )
        .filter((one) => one.route.withinLimits)
        .map((one) => one.route.id),
    );
  const money = (amount: number) => ({ amount, currency: US_DOLLAR });
  const tight = allowed({ payFloor: money(45000), budget: money(15000) });
  const loose = allowed({ payFloor: money(30000), budget: money(40000) });
  expect(tight.size).toBeGreaterThan(0);
  for (const id of tight) expect(loose).toContain(id);
});

const cause = (id: string, chance: number): FailureCause => ({ id, label: id, chance, source: "" });

test("worthOf() is P(the backup stands | the first falls), checked by listing every case", () => {
  const first = [cause("a", 0.3), cause("b", 0.2), cause("c", 0.1)];
  const backup = [cause("b", 0.2), cause("d", 0.4)];
  const all = [cause("a", 0.3), cause("b", 0.2), cause("c", 0.1), cause("d", 0.4)];
  let falls = 0;
  let both = 0;
  for (let mask = 0; mask < 16; mask++) {
    let chance = 1;
    const struck = new Set<string>();
    all.forEach((one, i) => {
      const happens = (mask >> i) % 2 === 1;
      chance *= happens ? one.chance : 1 - one.chance;
      if (happens) struck.add(one.id);
    });
    if (!first.some((one) => struck.has(one.id))) continue;
    falls += chance;
    if (!backup.some((one) => struck.has(one.id))) both += chance;
  }
  expect(worthOf(first, backup)).toBeCloseTo(both / falls, 12);
  expect(worthOf([], backup)).toBe(0);
  expect(worthOf([cause("a", 0.5)], [cause("a", 0.5)])).toBe(0);
});

test("findBackups() has one that does not share what most likely stops the chosen route", () => {
  const asked = question(RECEPTIONIST, SMALL.registeredNurse);
  const routes = findRoutes(asked);
  const chosen = routes[0];
  if (chosen === undefined) throw new Error("no route");
  const backups = findBackups({ ...asked, chosen, routes });
  const likeliest = chosen.causes[0];
  expect(backups.some((one) => !one.route.causes.some((other) => other.id === likeliest?.id))).toBe(
    true,
  );
  const other = backups.find((one) => one.kind === "nearest other goal");
  expect(other?.route.why).toContain("same exam");
  expect(other?.route.causes.some((one) => one.id === "exam:nclex-rn")).toBe(false);
  for (const backup of backups) {
    expect(backup.worth).toBeGreaterThan(0);
    expect(backup.worth).toBeLessThanOrEqual(1);
    expect(backup.switchBy).toBeUndefined();
  }
});

test("findNearerGoals() gives steps on the way, cheapest in hours first", () => {
  const nearer = findNearerGoals(question(RECEPTIONIST, SMALL.registeredNurse));
  const ids = nearer.map((one) => one.occupationId);
  expect(ids).toContain(SMALL.practicalNurse);
  expect(ids).toContain(SMALL.medicalAssistant);
  const hours = nearer.map((one) => one.route.hours.likely);
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  for (const one of nearer) {
    expect(one.countsTowardsGoal).toBeGreaterThan(0);
    expect(one.countsTowardsGoal).toBeLessThanOrEqual(1);
  }
});

test("findRoutes() names a strength only where routes differ, and shows the balance's sum, which adds up", () => {
  for (const goal of [SMALL.registeredNurse, SMALL.medicalAssistant]) {
    const routes = findRoutes(question(RECEPTIONIST, goal));
    if (routes.length < 2) {
      expect(routes.every((route) => route.strengths.length === 0)).toBe(true);
      continue;
    }
    const spread = (of: (route: Route) => number): number =>
      Math.max(...routes.map(of)) - Math.min(...routes.map(of));
    const named = routes.flatMap((route) => route.strengths);
    expect(new Set(named).size).toBe(named.length);
    expect(named.includes("fastest")).toBe(spread((route) => route.months.likely) >= 1);
    expect(named.includes("cheapest")).toBe(spread((route) => route.money.likely) >= 200);
    expect(named.includes("safest")).toBe(spread((route) => route.chance) >= 0.04);
    const balanced = routes.find((route) => route.strengths.includes("balanced"));
    const sum = /In the balance: (.*) = (\d+); the next best, .*, comes to (\d+|much)/.exec(
      balanced?.why ?? "",
    );
    const parts = [...(sum?.[1] ?? "").matchAll(/(?:^|\+ )(\d+)/g)].map((part) => Number(part[1]));
    expect(parts.reduce((total, part) => total + part, 0)).toBe(Number(sum?.[2]));
    if (sum?.[3] !== "much") expect(Number(sum?.[3])).toBeGreaterThan(Number(sum?.[2]));
  }
});

test("findRoutes() gives a way in to whoever does the goal's work unpaid beside other things", () => {
  const asked = question({ months: { [SMALL.receptionist]: 6 } }, SMALL.receptionist);
  const matches = asked.standing.matches.map((match) => ({ ...match, paid: false }));
  const routes = findRoutes({ ...asked, standing: { ...asked.standing, matches } });
  expect(routes[0]?.stages.at(-1)?.title).toBe("Find a position as a receptionist");
});
