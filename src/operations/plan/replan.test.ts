// The plan made anew through the operations: its backups get their days from today, steps of one's own come in
// by themselves, and what the plan does not need any more leaves it.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import type { OperationContext } from "../context.ts";
import { importExample } from "../record/import-example.ts";
import { keepPlan } from "./keep-plan.ts";
import { logHours } from "./log-hours.ts";
import { markAction } from "./mark-action.ts";
import { removeAction } from "./remove-action.ts";
import { replan } from "./replan.ts";
import { saveAction } from "./save-action.ts";
import { showToday } from "./show-today.ts";

let folder: string;
let contexts: LocalContexts;
let context: OperationContext;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-replan-"));
  contexts = localContexts(folder);
  context = on("2026-11-27");
});

afterEach(async () => {
  await contexts.close();
  await rm(folder, { recursive: true });
});

function on(today: string): OperationContext {
  const { signal } = new AbortController();
  return { ...contexts.contextFor({ signal }), today: today as CalendarDate };
}

async function given<Value>(
  asked: Promise<{ ok: true; value: Value } | { ok: false; problem: { code: string } }>,
): Promise<Value> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`Cannot go on: ${answer.problem.code}`);
  return answer.value;
}

test.each([
  { hours: 10, done: "as planned", most: 60, least: -60 },
  { hours: 2, done: "a fifth of it", most: 300, least: 90 },
])(
  "replan() gives the backups their days from today: a year in which $done was done",
  async (year) => {
    await given(importExample.run(context, { name: "surgery-receptionist" }));
    const kept = await given(keepPlan.run(context, {}));
    const [before] = kept.backups;
    expect(before?.tripwire).toMatch(/fewer than 1,400 hours are done towards an associate/);
    const later = on("2027-11-27");
    for (const { id, end } of kept.actions) {
      if (end <= "2027-11-27") await given(markAction.run(later, { action: id, mark: "done" }));
    }
    for (let note = 0; note < 32; note++) {
      await given(logHours.run(later, { action: "credential:adn", hours: year.hours }));
    }
    const { plan } = await given(replan.run(later, { keep: true }));
    const [after] = plan.backups;
    expect(after?.id).toBe(before?.id);
    // Half of the whole, whatever is done by now.
    expect(after?.tripwire).toMatch(/fewer than 1,400 hours are done towards an associate/);
    const [from, to] = [before?.switchBy, after?.switchBy] as [CalendarDate, CalendarDate];
    expect(daysBetween(from, to)).toBeLessThan(year.most);
    expect(daysBetween(from, to)).toBeGreaterThan(year.least);
  },
);

test("replan() names no backup for what cannot go wrong any more, and none at the end", async () => {
  await given(importExample.run(context, { name: "network-manager" }));
  const kept = await given(keepPlan.run(context, {}));
  expect(kept.backups.length).toBeGreaterThan(0);
  const last = kept.actions.at(-1)?.id ?? "";
  for (const { id } of kept.actions) {
    if (id !== last) await given(markAction.run(context, { action: id, mark: "done" }));
  }
  const open = await given(replan.run(context, {}));
  expect(open.plan.backups.every(({ tripwire }) => /opening/.test(tripwire))).toBe(true);
  await given(markAction.run(context, { action: last, mark: "done" }));
  expect((await given(replan.run(context, {}))).plan.backups).toEqual([]);
});

test("replan() takes in steps of one's own that were saved since, and lets go of those removed", async () => {
  await given(importExample.run(context, { name: "network-manager" }));
  await given(keepPlan.run(context, {}));
  expect((await given(showToday.run(context, {}))).wouldMove).toBeUndefined();
  const { action } = await given(
    saveAction.run(context, { title: "A home lab", kind: "project", hours: 120 }),
  );
  const today = await given(showToday.run(context, {}));
  expect(today.wouldMove).toMatch(/^One step is new/);
  expect(today.actions.map(({ actionId }) => actionId)).toContain(action.id);
  // Hours and marks can be noted before the plan is made anew.
  await given(logHours.run(context, { action: "A home lab", hours: 20 }));
  const made = await given(replan.run(context, { keep: true }));
  expect(made.sentence).toMatch(/^One step is new.*the goal/);
  expect(made.plan.actions.find(({ id }) => id === action.id)?.hours.likely).toBe(100);
  expect((await given(showToday.run(context, {}))).wouldMove).toBeUndefined();

  await given(removeAction.run(context, { id: action.id }));
  const without = await given(replan.run(context, { keep: true }));
  expect(without.sentence).toMatch(/^One step is taken out/);
  expect(without.plan.actions.some(({ id }) => id === action.id)).toBe(false);
});

test("replan() takes in a change to a step, and takes it back", async () => {
  await given(importExample.run(context, { name: "network-manager" }));
  const kept = await given(keepPlan.run(context, {}));
  const course = kept.actions.find(({ id }) => id.startsWith("credential:"));
  const { id = "", hours } = course ?? {};
  await given(saveAction.run(context, { id, hours: 400 }));
  const changed = await given(replan.run(context, { keep: true }));
  expect(changed.sentence).toMatch(/^One step is as you changed it/);
  expect(changed.plan.actions.find((one) => one.id === id)?.hours.likely).toBe(400);
  const moved = changed.plan.replanned?.moved.find(({ actionId }) => actionId === id);
  expect(moved?.why).toBe("You changed what it takes.");
  await given(removeAction.run(context, { id }));
  const back = await given(replan.run(context, { keep: true }));
  expect(back.plan.actions.find((one) => one.id === id)?.hours).toEqual(hours);
  expect(back.plan.reach?.p50).toBe(kept.reach?.p50);
});

test("replan() takes a move of house in when a search is said to be elsewhere, names its place anew, and lets it go", async () => {
  await given(importExample.run(context, { name: "administrative-assistant" }));
  const kept = await given(keepPlan.run(context, {}));
  const [first] = kept.actions.filter(({ landingRate }) => landingRate !== undefined);
  const id = first?.id ?? "";
  const idsOf = async () =>
    (await given(replan.run(context, { keep: true }))).plan.actions.map((one) => one.id).sort();
  const before = await idsOf();
  const waiting = kept.actions.filter(({ after }) => after.includes(id)).map((one) => one.id);
  expect(waiting.length).toBeGreaterThan(0);

  await given(saveAction.run(context, { id, elsewhere: "Leeds" }));
  const { plan } = await given(replan.run(context, { keep: true }));
  expect(plan.actions.map((one) => one.id).sort()).toEqual(
    [...before, `home:${id}`, `house-move:${id}`].sort(),
  );
  const stepOf = (one: string) => plan.actions.find((action) => action.id === one);
  // Only the search is said otherwise; what comes after the move was not changed by anyone.
  const moved = new Map(plan.replanned?.moved.map((one) => [one.actionId, one]));
  expect(waiting.map((one) => moved.get(one)?.cause)).toEqual(waiting.map(() => "before"));
  expect(moved.get(waiting[0] ?? "")?.why).toBe("It comes after “Move house: Leeds”.");
  expect(stepOf(`house-move:${id}`)).toMatchObject({
    title: "Move house: Leeds",
    whoHelps: "friends or a moving firm, and whoever comes along",
  });
  const ends = [id, `home:${id}`, `house-move:${id}`].map((one) => stepOf(one)?.end ?? "");
  expect(ends.toSorted()).toEqual(ends);
  for (const one of waiting) {
    expect(stepOf(one)?.after).toContain(`house-move:${id}`);
    expect(stepOf(one)?.after).not.toContain(id);
  }

  await given(saveAction.run(context, { id, elsewhere: "York" }));
  const renamed = (await given(replan.run(context, { keep: true }))).plan;
  expect(renamed.actions.map(({ title }) => title)).toContain("Move house: York");

  await given(saveAction.run(context, { id, elsewhere: "" }));
  expect(await idsOf()).toEqual(before);
  const last = (await given(replan.run(context, {}))).plan;
  for (const one of waiting) {
    expect(last.actions.find((action) => action.id === one)?.after).toContain(id);
  }
});
