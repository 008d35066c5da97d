// Today's page through the operations: what is noted shows at once, the plan made anew is one more in the
// history, and any two can be compared.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { addDays } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import type { OperationContext } from "../context.ts";
import { importExample } from "../record/import-example.ts";
import { comparePlans } from "./compare-plans.ts";
import { keepPlan } from "./keep-plan.ts";
import { listPlans } from "./list-plans.ts";
import { logHours } from "./log-hours.ts";
import { markAction } from "./mark-action.ts";
import { replan } from "./replan.ts";
import { showPlan } from "./show-plan.ts";
import { showToday } from "./show-today.ts";

const context = contextOfFile();
let plan: Plan;

beforeAll(async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  const kept = await keepPlan.run(context, {});
  if (!kept.ok) throw new Error(`Cannot keep a plan: ${kept.problem.code}`);
  plan = kept.value;
});

async function today(on: OperationContext = context) {
  const shown = await showToday.run(on, {});
  if (!shown.ok) throw new Error(`Cannot show today: ${shown.problem.code}`);
  return shown.value;
}

test("showToday() plans no more than the week's hours, and less by what is noted", async () => {
  const sum = (week: readonly { readonly hours: number }[]) =>
    week.reduce((all, { hours }) => all + hours, 0);
  const before = await today();
  expect(sum(before.week)).toBeGreaterThan(0);
  expect(sum(before.week)).toBeLessThanOrEqual(before.hoursPerWeek);
  expect(before.milestones.length).toBeGreaterThan(0);
  expect(before.wouldMove).toBeUndefined();
  const [first] = before.week;
  const most = Math.max(...before.week.map(({ hours }) => hours));
  expect(before.sentence.includes("most of them")).toBe(
    before.week.length > 1 && most > sum(before.week) / 2,
  );
  const named =
    most > sum(before.week) / 2 ? before.week.find(({ hours }) => hours === most) : first;
  expect(before.sentence).toContain(`“${named?.title}”`);
  await logHours.run(context, { action: first?.actionId ?? "", hours: 1 });
  const after = await today();
  expect(after.hoursNoted).toBe(1);
  expect(sum(after.week)).toBeLessThanOrEqual(before.hoursPerWeek - 1);
});

test("showToday() asks kindly after what was planned to be done by now", async () => {
  const later: OperationContext = { ...context, today: addDays(context.today, 60) };
  const { asked } = await today(later);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked[0]?.text).toMatch(
    /^It was planned until .*\. Is it done, or does it need longer\?$/,
  );
});

test("replan() changes nothing until it is kept; then the plan before is still there", async () => {
  const id = plan.actions[0]?.id ?? "";
  const until = addDays(context.today, 200);
  await markAction.run(context, { action: id, mark: "late", until, why: "ill" });
  const { wouldMove } = await today();
  const looked = await replan.run(context, {});
  expect(looked).toMatchObject({ ok: true, value: { kept: false, sentence: wouldMove } });
  const list = async () => {
    const listed = await listPlans.run(context, {});
    return listed.ok ? listed.value.plans : [];
  };
  expect(await list()).toHaveLength(1);
  await replan.run(context, { keep: true });
  expect((await list()).map(({ reason }) => reason)).toEqual([undefined, wouldMove]);
  expect(await showPlan.run(context, { id: plan.id })).toEqual({
    ok: true,
    value: JSON.parse(JSON.stringify(plan)),
  });
  const compared = await comparePlans.run(context, {});
  const change = compared.ok ? compared.value.actions.find(({ actionId }) => actionId === id) : {};
  expect(change).toMatchObject({ from: plan.actions[0]?.end, to: until });
  expect((await today()).wouldMove).toBeUndefined();
});
