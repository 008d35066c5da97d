import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Goal } from "../record/goal.ts";
import { credentialCauses } from "./failure-causes.ts";
import { commonStagesOf, findBackups, worthOf } from "./find-backups.ts";
import { builtUseOf } from "./find-nearer-goals.ts";
import { findRoutes } from "./find-routes.ts";
import type { FailureCause } from "./route.ts";
import { enumerateRoutes } from "./search-routes.ts";
import { HEALTH_OR_CARE_A_YEAR, withSharedCauses } from "./shared-causes.ts";

const catalogue = smallCatalogue();
const today = "2026-11-22" as CalendarDate;
const RECEPTIONIST: SmallPerson = { months: { [SMALL.receptionist]: 48 }, education: 2 };

function question(occupationId: string = SMALL.registeredNurse) {
  const goal: Goal = {
    id: "goal",
    title: "",
    occupationId,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [] },
  };
  return { catalogue, standing: smallStanding(catalogue, RECEPTIONIST), goal, today };
}

const cause = (id: string, chance: number): FailureCause => ({ id, label: id, chance, source: "" });

/**
 * P(the backup stands | the first falls) by listing every case. A cause is one event: it strikes a route
 * that has it when its draw is below the route's chance, the backup at the higher of the two chances.
 */
function worthByListing(first: readonly FailureCause[], backup: readonly FailureCause[]): number {
  const ids = [...new Set([...first, ...backup].map((one) => one.id))];
  const chanceIn = (causes: readonly FailureCause[], id: string): number =>
    causes.find((one) => one.id === id)?.chance ?? 0;
  let falls = 0;
  let stands = 0;
  const walk = (at: number, chance: number, hasFallen: boolean, isStruck: boolean): void => {
    if (chance === 0) return;
    const id = ids[at];
    if (id === undefined) {
      if (!hasFallen) return;
      falls += chance;
      if (!isStruck) stands += chance;
      return;
    }
    const a = chanceIn(first, id);
    const inBackup = backup.some((one) => one.id === id);
    const b = inBackup ? Math.max(a, chanceIn(backup, id)) : 0;
    walk(at + 1, chance * Math.min(a, inBackup ? b : a), true, isStruck || inBackup);
    walk(at + 1, chance * Math.max(0, b - a), hasFallen, true);
    walk(at + 1, chance * (1 - Math.max(a, b)), hasFallen, isStruck);
  };
  walk(0, 1, false, false);
  return falls === 0 ? 0 : stands / falls;
}

const someCauses = fc
  .subarray([..."abcdefghijkl"], { maxLength: 12 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.double({ min: 0.001, max: 0.95, noNaN: true }).map((chance) => cause(id, chance)),
      ),
    ),
  );

test("law: worthOf() is what listing every case of up to twelve causes gives", () => {
  fc.assert(
    fc.property(someCauses, someCauses, (first, backup) => {
      const worth = worthOf(first, backup);
      expect(worth).toBeCloseTo(worthByListing(first, backup), 9);
      expect(worth).toBeGreaterThanOrEqual(0);
      expect(worth).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test("law: worthOf() of a copy is 0, of one that shares nothing its own chance, and order is nothing", () => {
  fc.assert(
    fc.property(someCauses, someCauses, (first, backup) => {
      expect(worthOf(first, first)).toBeCloseTo(0, 12);
      const apart = backup.map((one) => ({ ...one, id: `other-${one.id}` }));
      const chance = apart.reduce((product, one) => product * (1 - one.chance), 1);
      expect(worthOf(first, apart)).toBeCloseTo(first.length === 0 ? 0 : chance, 9);
      expect(worthOf([...first].reverse(), [...backup].reverse())).toBeCloseTo(
        worthOf(first, backup),
        12,
      );
    }),
  );
});

test("law: a cause that both share makes a backup worth less, never more", () => {
  fc.assert(
    fc.property(
      someCauses,
      someCauses,
      fc.double({ min: 0.01, max: 0.5, noNaN: true }),
      (first, backup, chance) => {
        fc.pre(first.length > 0);
        const both = cause("shared", chance);
        const less = worthOf([...first, both], [...backup, both]);
        expect(less).toBeLessThanOrEqual(worthOf(first, backup) + 1e-9);
      },
    ),
  );
});

test("enumerateRoutes() counts health or care duties by the months, and every cause in chance and costs", () => {
  for (const { route, costs } of enumerateRoutes(question(), smallRow("registeredNurse"))) {
    const stays = (1 - HEALTH_OR_CARE_A_YEAR) ** (route.months.likely / 12);
    const duties = route.causes.find((one) => one.id === "life:duties");
    expect(1 - (duties?.chance ?? 0)).toBeCloseTo(stays, 9);
    expect(costs[2]).toBeCloseTo(-Math.log(route.chance), 9);
    const product = route.causes.reduce((chance, one) => chance * (1 - one.chance), 1);
    expect(product).toBeCloseTo(route.chance, 9);
    for (const stage of route.stages) {
      const own = stage.causes.reduce((chance, one) => chance * (1 - one.chance), 1);
      expect(own).toBeCloseTo(stage.chance, 9);
    }
  }
});

test("withSharedCauses() given twice is given once", () => {
  for (const found of enumerateRoutes(question(), smallRow("registeredNurse"))) {
    const once = withSharedCauses(found);
    expect(withSharedCauses(once)).toBe(once);
  }
});

test("credentialCauses() names the dates of an exam that is held on few of them, and of no other", () => {
  const template = catalogue.credentials.find((one) => one.id === "nclex-rn");
  if (template === undefined) throw new Error("no exam");
  const ids = (id: string): readonly string[] =>
    credentialCauses([{ ...template, id }]).map((one) => one.id);
  expect(ids("nclex-rn")).not.toContain("sitting:nclex-rn");
  expect(ids("shrm-cp")).toContain("sitting:shrm-cp");
});

test("a sitting that two routes share strikes both: the backup is worth less by it", () => {
  const sitting = cause("sitting:x", 0.05);
  const first = [cause("market:a", 0.1), sitting];
  const apart = [cause("market:b", 0.1), cause("sitting:y", 0.05)];
  const shared = [cause("market:b", 0.1), sitting];
  expect(worthOf(first, shared)).toBeLessThan(worthOf(first, apart));
});

test("findBackups() shares health or care duties with every route, and one has no stage in common", () => {
  const asked = question();
  const routes = findRoutes(asked);
  const [chosen] = routes;
  if (chosen === undefined) throw new Error("no route");
  const backups = findBackups({ ...asked, chosen, routes });
  for (const backup of backups) {
    expect(backup.route.causes.some((one) => one.id === "life:duties")).toBe(true);
    expect(backup.standsWhen.some((one) => one.id === "life:duties")).toBe(false);
    expect(backup.commonStages).toEqual(commonStagesOf(chosen, backup.route));
  }
  expect(backups.some((one) => one.commonStages?.length === 0)).toBe(true);
});

test("findBackups() does not depend on the order of the routes", () => {
  const asked = question();
  const routes = findRoutes(asked);
  const [chosen] = routes;
  if (chosen === undefined) throw new Error("no route");
  const ids = (all: typeof routes): readonly string[] =>
    findBackups({ ...asked, chosen, routes: all }).map((one) => one.id);
  expect(ids([...routes].reverse())).toEqual(ids(routes));
});

test("builtUseOf() is high for what the same schooling leads to and low for what it does not", () => {
  const asked = question();
  const [chosen] = findRoutes(asked);
  if (chosen === undefined) throw new Error("no route");
  const practical = builtUseOf(asked, chosen, smallRow("practicalNurse"));
  const clerk = builtUseOf(asked, chosen, smallRow("receptionist"));
  expect(practical).toBeGreaterThan(clerk);
  expect(practical).toBeLessThanOrEqual(1);
  expect(builtUseOf(asked, chosen, smallRow("registeredNurse"))).toBeCloseTo(1, 9);
});
