// Steps of the person's own, and changes to the plan's: kept, honoured by the plan, taken back.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { setGoal } from "../record/set-goal.ts";
import { keepPlan } from "./keep-plan.ts";
import { removeAction } from "./remove-action.ts";
import { saveAction } from "./save-action.ts";

const context = contextOfFile();

beforeAll(async () => {
  await importExample.run(context, { name: "network-manager" });
});

async function planned() {
  const answer = await keepPlan.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

async function saved(input: Parameters<typeof saveAction.run>[1]) {
  const answer = await saveAction.run(context, input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.action;
}

test("saveAction() adds a step that the plan has then, after what it waits for, until it is removed", async () => {
  const before = await planned();
  const [first] = before.actions;
  const { id } = await saved({ title: "Call Ana", kind: "talk", after: [first?.id ?? ""] });
  await saved({ title: "Move to Leeds", kind: "house move", money: 3000, after: [id] });
  const after = await planned();
  const call = after.actions.find((action) => action.id === id);
  expect(call).toMatchObject({
    title: "Call Ana",
    hours: { low: 1, likely: 2, high: 4 },
    after: [first?.id],
    isOwn: true,
    source: "your own word",
  });
  expect(call?.start).toSatisfy((day: string) => day >= (first?.end ?? ""));
  const move = after.actions.find(({ title }) => title === "Move to Leeds");
  expect(move).toMatchObject({ after: [id], money: { low: 2100, likely: 3000, high: 4500 } });
  expect(after.totals).toEqual({
    hours: before.totals.hours + 42,
    money: before.totals.money + 3000,
  });
  await removeAction.run(context, { id });
  await removeAction.run(context, { id: move?.id ?? "" });
  expect((await planned()).totals).toEqual(before.totals);
});

test("saveAction() changes what a step takes and says, keeps what is not said, and order and gaps", async () => {
  const before = await planned();
  const step = before.actions.find((action) => action.hours.likely > 20 && action.after.length > 0);
  const id = step?.id ?? "";
  await saved({ id, hours: 10 });
  await saved({ id, whoHelps: "Ana", hoursHigh: 12 });
  const after = await planned();
  expect(after.actions.find((action) => action.id === id)).toMatchObject({
    title: step?.title,
    after: step?.after,
    closesGapIds: step?.closesGapIds,
    hours: { low: 7, likely: 10, high: 12 },
    whoHelps: "Ana",
  });
  await removeAction.run(context, { id });
  expect((await planned()).actions).toEqual(before.actions);
});

test("saveAction() sets what comes before any step, and refuses a circle with both titles", async () => {
  const before = await planned();
  const search = before.actions.find(({ landingRate }) => landingRate !== undefined);
  const talk = before.actions.find(({ id }) => id === "talk:first");
  const circle = await saveAction.run(context, { id: talk?.id ?? "", after: [search?.id ?? ""] });
  expect(circle).toEqual({
    ok: false,
    problem: { code: "action/circle", title: talk?.title, before: search?.title },
  });
  const { id } = await saved({ title: "Refresh the English", hours: 30 });
  await saved({ id: talk?.id ?? "", after: [id] });
  const after = await planned();
  const [own, moved] = [id, talk?.id].map((one) => after.actions.find((step) => step.id === one));
  expect(moved?.after).toEqual([id]);
  expect(moved?.start).toSatisfy((day: string) => day >= (own?.end ?? ""));
  // Through the other step, said but not planned yet.
  expect(await saveAction.run(context, { id, after: [search?.id ?? ""] })).toMatchObject({
    problem: { code: "action/circle", title: "Refresh the English" },
  });
  await removeAction.run(context, { id });
  await removeAction.run(context, { id: talk?.id ?? "" });
  expect((await planned()).actions).toEqual(before.actions);
});

test("saveAction() keeps class hours, which the plan's hours and months are never below", async () => {
  const { id } = await saved({
    title: "Evening class",
    kind: "course",
    hours: 20,
    sessions: ["thu 18:00-20:00", "Tuesday 18-20"],
    sessionWeeks: 15,
  });
  const step = (await planned()).actions.find((action) => action.id === id);
  expect(step).toMatchObject({
    hours: { low: 60, likely: 60, high: 60 },
    daytime: false,
    sessions: {
      each: [
        { day: "tue", from: "18:00", to: "20:00" },
        { day: "thu", from: "18:00", to: "20:00" },
      ],
      weeks: 15,
    },
  });
  expect(step?.minimumMonths).toBeCloseTo(3.45, 2);
  expect(await saved({ id, sessionWeeks: 10 })).toMatchObject({ sessions: { weeks: 10 } });
  expect(await saved({ id, whoHelps: "Ana" })).toMatchObject({ sessions: { weeks: 10 } });
  await saved({ id, sessions: ["wed 9-17:30"], sessionWeeks: 2 });
  const byDay = await planned();
  expect(byDay.actions.find((action) => action.id === id)).toMatchObject({ daytime: true });
  expect(byDay.notices.map(({ code }) => code)).toContain("calendar/classes");
  expect((await saved({ id, sessions: [] })).sessions).toBeUndefined();
  await removeAction.run(context, { id });
});

test("saveAction() plans a move of house with a search elsewhere, until it is no longer", async () => {
  const before = await planned();
  const search = before.actions.find(({ landingRate }) => landingRate !== undefined);
  const id = search?.id ?? "";
  await saved({ id, elsewhere: "Leeds" });
  await saved({ id, hours: 40 });
  const after = await planned();
  expect(after.actions.at(-1)).toMatchObject({
    id: `house-move:${id}`,
    title: "Move house: Leeds",
  });
  expect(after.totals.money).toBe(before.totals.money + 2000);
  await saved({ id, elsewhere: "" });
  expect((await planned()).actions.map((one) => one.id)).toEqual(
    before.actions.map((one) => one.id),
  );
  await removeAction.run(context, { id });
});

test("saveAction() keeps steps through export and import, and with another date of the goal", async () => {
  await saved({ title: "Call Ana", kind: "talk", questions: ["How did you begin?"] });
  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  const imported = await importResume.run(context, { resume: exported.value.resume });
  expect(imported).toMatchObject({ value: { goal: { ownActions: [{ title: "Call Ana" }] } } });
  if (!imported.ok) return;
  const { occupationId = "" } = imported.value.goal ?? {};
  const again = await setGoal.run(context, { goal: occupationId, by: "2040-01" });
  expect(again).toMatchObject({ value: { goal: { ownActions: [{ title: "Call Ana" }] } } });
  const other = await setGoal.run(context, { goal: "29-1141.00" });
  expect(other.ok && other.value.goal.ownActions).toBeUndefined();
});

test("saveAction() says what is wrong, and changes nothing", async () => {
  const wrong: [Parameters<typeof saveAction.run>[1], string][] = [
    [{}, "action/nothing-said"],
    [{ id: "credential:nothing", hours: 3 }, "action/unknown"],
    [{ title: "x", after: ["nothing"] }, "action/unknown"],
    [{ title: "x", hours: 3, hoursLow: 4 }, "action/not-in-order"],
    [{ title: "x", sessions: ["dienstags"], sessionWeeks: 3 }, "action/no-sessions"],
    [{ title: "x", sessions: ["tue 18-20"] }, "action/session-weeks-missing"],
    [
      { title: "x", sessions: ["tue 18-20", "tue 19-21"], sessionWeeks: 3 },
      "action/sessions-overlap",
    ],
  ];
  for (const [input, code] of wrong) {
    expect(await saveAction.run(context, input)).toMatchObject({ ok: false, problem: { code } });
  }
  expect(await removeAction.run(context, { id: "own:1" })).toMatchObject({
    problem: { code: "action/unknown", text: "own:1" },
  });
});
