import { afterAll, expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import { situationOf } from "../../operations/situation.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { makePlan } from "../schedule/make-plan.ts";
import type { Plan } from "../schedule/plan.ts";
import type { Situation } from "../schedule/plan-route.ts";
import { tripwireOf, weighingOf, withSwitchDays } from "./switch-days.ts";

const contexts = localContexts(undefined);
afterAll(() => contexts.close());
const TODAY = "2026-11-27" as CalendarDate;
const EXAMPLES = [
  "administrative-assistant",
  "call-centre-agent",
  "hr-professional",
  "network-manager",
  "surgery-receptionist",
];

async function madeFor(example: string): Promise<{ situation: Situation; made: Plan }> {
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: TODAY };
  const resume = (await context.example(example)) ?? "";
  const found = await situationOf(context, { resume });
  if (!found.ok) throw new Error(found.problem.code);
  const made = makePlan({ ...found.value, today: TODAY, newId: context.newId });
  return { situation: { ...found.value, gaps: made.gaps, today: TODAY }, made };
}

test.each(EXAMPLES)(
  "withSwitchDays() tells %s to go over only where the policy does, and never later than the last day",
  async (example) => {
    const { situation, made } = await madeFor(example);
    const { plan, outlook } = withSwitchDays(situation, made);
    if (outlook === undefined) throw new Error("no route");
    expect(plan.backups.length).toBeGreaterThan(0);
    for (const backup of plan.backups) {
      const wire = tripwireOf(outlook, backup);
      expect(backup.dayMeans === "go over").toBe(wire !== undefined);
      expect(/start this:/.test(backup.tripwire)).toBe(wire !== undefined);
      if (wire === undefined) {
        expect(backup.switchBy).toBe(made.backups.find(({ id }) => id === backup.id)?.switchBy);
        expect(backup.tripwire).toMatch(/going on still has the better chance|something to weigh/);
        continue;
      }
      expect(backup.switchBy).toBe(wire.day);
      const { lastDay } = backup.dated ?? {};
      if (lastDay !== undefined) expect(wire.day <= lastDay).toBe(true);
    }
    expect({ ...plan, backups: [] }).toEqual({ ...made, backups: [] });
  },
);

test("withSwitchDays() has one day for going over, and names the last day as another thing", async () => {
  const { situation, made } = await madeFor("administrative-assistant");
  const [backup] = withSwitchDays(situation, made).plan.backups;
  expect(made.backups[0]?.switchBy).toBe("2033-06-20");
  expect([backup?.switchBy, backup?.dayMeans]).toEqual(["2030-12-27", "go over"]);
  expect(backup?.tripwire).toMatch(
    /^If by 27 December 2030 no opening as an HR specialist has come, start this: .* begun by 20 June 2033, this one still comes by December 2034 8 times in 10 if nothing stops it\.$/,
  );
});

test("withSwitchDays() weighs what both ways come to, and says what the backup is for", async () => {
  const { situation, made } = await madeFor("network-manager");
  const { plan, outlook } = withSwitchDays(situation, made);
  const [backup] = plan.backups;
  if (backup === undefined || outlook === undefined) throw new Error("no backup");
  expect(backup.dayMeans).toBe("last day");
  const weighing = weighingOf(outlook, backup);
  expect(weighing?.goingOn).toBeCloseTo(0.932, 2);
  expect(weighing?.goingOver).toBeCloseTo(0.827, 2);
  expect(backup.tripwire).toMatch(
    /^If by 1 December 2027 no opening as a network architect has come, going on still has the better chance: who goes on is at the goal by June 2029 in about 9 in 10; .* in about 8 in 10\. It is for when .* is failed 4 times\. Begun later, it misses June 2029/,
  );
});

test("weighingOf() looks at those who are behind where that is what one watches", async () => {
  const { situation, made } = await madeFor("surgery-receptionist");
  const { plan, outlook } = withSwitchDays(situation, made);
  const [backup] = plan.backups;
  if (backup?.dated === undefined || outlook === undefined) throw new Error("no backup");
  expect(backup.dayMeans).toBe("look again");
  expect(backup.dated.behind).toMatchObject({ actionId: "credential:adn", share: 0.5 });
  const all = weighingOf(outlook, { ...backup, dated: { ...backup.dated, behind: undefined } });
  const late = weighingOf(outlook, backup);
  expect(late?.goingOn).toBeLessThan(all?.goingOn ?? 0);
});

test("withSwitchDays() never sends anyone over to the search that they are in already, and says what money bars", async () => {
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: TODAY };
  const resume = (await context.example("surgery-receptionist")) ?? "";
  const found = await situationOf(context, { resume, goal: "nurse", hours: 25, by: "2033-06" });
  if (!found.ok) throw new Error(found.problem.code);
  const made = makePlan({ ...found.value, today: TODAY, newId: context.newId });
  const situation = { ...found.value, gaps: made.gaps, today: TODAY };
  const { plan, outlook } = withSwitchDays(situation, made);
  expect(outlook?.tripwires.filter(({ leg, begin }) => leg.id === begin.id)).toEqual([]);
  // The degree is paid by then; a second programme is beyond the budget.
  const [dear] = plan.backups;
  expect(outlook && dear && weighingOf(outlook, dear)).toMatchObject({ isDear: true });
  expect(dear?.tripwire).toMatch(/Its fees, .* are more than you have set aside\.$/);
});
