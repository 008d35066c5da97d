// Check-ins: kept, changed, refused kindly with nothing lost, exported, brought back, taken away; and hours
// of an action are the same hours wherever they were said.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import type { CheckIn } from "../../domain/agenda/check-in.ts";
import { addDays } from "../../domain/calendar-date.ts";
import { keepPlan } from "../plan/keep-plan.ts";
import { logHours } from "../plan/log-hours.ts";
import { showToday } from "../plan/show-today.ts";
import { problemText } from "../problem-text.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { listCheckIns } from "./list-check-ins.ts";
import { removeCheckIn } from "./remove-check-in.ts";
import { saveCheckIn } from "./save-check-in.ts";

const context = contextOfFile();
let actionId: string;

beforeAll(async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  const kept = await keepPlan.run(context, {});
  if (!kept.ok) throw new Error(`Cannot keep a plan: ${kept.problem.code}`);
  actionId = kept.value.actions[0]?.id ?? "";
});

async function all() {
  const found = await listCheckIns.run(context, {});
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

async function saved(said: Parameters<typeof saveCheckIn.run>[1]): Promise<CheckIn> {
  const answer = await saveCheckIn.run(context, said);
  if (!answer.ok) throw new Error(problemText(answer.problem));
  return answer.value.checkIn;
}

async function clear(): Promise<void> {
  for (const { id } of (await all()).checkIns) await removeCheckIn.run(context, { id });
}

test("saveCheckIn() keeps one thing, several, hours alone, or a word on the week", async () => {
  const one = await saved({
    what: "Wrote the rota",
    hours: 3,
    agenda: "employer",
    energy: -1,
    position: "receptionist in a doctor's office",
    skills: ["managing time"],
  });
  expect(one.lines).toMatchObject([
    { what: "Wrote the rota", hours: 3, agenda: "employer", energy: -1, elementIds: ["2.B.5.a"] },
  ]);
  expect(one.lines[0]?.positionId).toBeDefined();
  const quick = await saved({ mine: 4, employer: 30, neither: 0 });
  expect(quick.lines).toEqual([
    { what: "", hours: 4, agenda: "mine" },
    { what: "", hours: 30, agenda: "employer" },
  ]);
  const look = await saved({ kind: "quarterly", keep: "Fridays", wins: "" });
  expect(look).toMatchObject({ kind: "quarterly", keep: "Fridays", lines: [] });
  expect(look.wins).toBeUndefined();
  expect((await all()).checkIns).toHaveLength(3);
  await clear();
});

test("saveCheckIn() changes what is said and leaves the rest; an empty word is taken away", async () => {
  const { id } = await saved({
    what: "Reception",
    hours: 8,
    wins: "A quiet week",
    whoHelped: "Ana",
  });
  const changed = await saved({ id, whoHelped: "Ana and Joe", wins: "" });
  expect(changed).toMatchObject({ id, lines: [{ what: "Reception", hours: 8 }] });
  expect(changed.wins).toBeUndefined();
  expect(changed.whoHelped).toBe("Ana and Joe");
  expect(await saved({ id, lines: [] })).toMatchObject({ lines: [], whoHelped: "Ana and Joe" });
  expect(await removeCheckIn.run(context, { id })).toMatchObject({ ok: true });
  expect(await removeCheckIn.run(context, { id })).toMatchObject({
    ok: false,
    problem: { code: "check-in/unknown" },
  });
});

test("saveCheckIn() refuses what cannot be, kindly, and changes nothing", async () => {
  const kept = await saved({ employer: 100 });
  const codeOf = async (said: Parameters<typeof saveCheckIn.run>[1]) => {
    const answer = await saveCheckIn.run(context, said);
    return answer.ok ? "ok" : answer.problem.code;
  };
  expect(await codeOf({})).toBe("check-in/nothing-said");
  expect(await codeOf({ what: "", agenda: "mine" })).toBe("check-in/nothing-said");
  expect(await codeOf({ mine: 69 })).toBe("check-in/too-many-hours");
  expect(await codeOf({ id: kept.id, employer: 169 })).toBe("check-in/too-many-hours");
  expect(await codeOf({ id: "no such", mine: 1 })).toBe("check-in/unknown");
  expect(await codeOf({ mine: 1, on: addDays(context.today, 8) })).toBe("action/day-ahead");
  expect(await codeOf({ what: "Rota", position: "astronaut" })).toBe("position/unknown");
  expect(await codeOf({ what: "Rota", action: "no such action" })).toBe("action/unknown");
  expect(await codeOf({ what: "Rota", skills: ["flying"] })).toBe("element/unknown");
  const answer = await saveCheckIn.run(context, { mine: 69 });
  expect(answer.ok ? "" : problemText(answer.problem)).toMatch(/169 hours, and a week has 168/);
  expect((await all()).checkIns).toEqual([kept]);
  await clear();
});

test("hours noted for an action are offered, and counted once wherever they were said", async () => {
  const hoursNoted = async () => {
    const today = await showToday.run(context, {});
    if (!today.ok) throw new Error(today.problem.code);
    return today.value.actions.find((one) => one.actionId === actionId)?.hoursNoted;
  };
  await logHours.run(context, { action: actionId, hours: 2 });
  const taken = await saved({ noted: true });
  expect(taken.lines).toMatchObject([{ hours: 2, agenda: "mine", action: { id: actionId } }]);
  expect(await hoursNoted()).toBe(2);
  const again = await saveCheckIn.run(context, { noted: true });
  expect(again.ok ? "" : again.problem.code).toBe("check-in/nothing-said");
  const more = await saved({ what: "And more of it", hours: 3, action: actionId });
  expect(await hoursNoted()).toBe(5);
  // The same hours noted afterwards are no further ones.
  expect(await logHours.run(context, { action: actionId, hours: 3 })).toMatchObject({
    ok: true,
    value: { hours: 5 },
  });
  await removeCheckIn.run(context, { id: more.id });
  expect(await hoursNoted()).toBe(5);
  await clear();
});

test("check-ins go with the record's export, come back once, and outlive another résumé", async () => {
  const kept = await saved({ what: "The rota", hours: 1, driftAnswer: "busy time" });
  const exported = await exportRecord.run(context, {});
  const { resume } = exported.ok ? exported.value : { resume: {} };
  await importResume.run(context, { resume });
  expect((await all()).checkIns).toEqual([kept]);
  await importExample.run(context, { name: "network-manager" });
  expect((await all()).checkIns).toEqual([kept]);
  await clear();
  await importResume.run(context, { resume });
  expect((await all()).checkIns).toEqual([kept]);
  await clear();
});

test("saveCheckIn() keeps a skill that the catalogue no longer has where the check-in had it", async () => {
  const { id } = await saved({ what: "Weaving", skills: ["office work and its procedures"] });
  const store = await context.store();
  await store.changeRecord(await context.personId(), (record) => ({
    ...record,
    checkIns: record.checkIns.map((one) =>
      one.id === id ? { ...one, lines: [{ what: "Weaving", elementIds: ["gone"] }] } : one,
    ),
  }));
  const line = { what: "Weaving", skills: ["gone"], hours: 2 };
  expect((await saved({ id, lines: [line] })).lines).toEqual([
    { what: "Weaving", hours: 2, elementIds: ["gone"] },
  ]);
  expect((await saveCheckIn.run(context, { lines: [line] })).ok).toBe(false);
  await removeCheckIn.run(context, { id });
});

test("listCheckIns() invites when the last is over a week ago, and never counts what was not done", async () => {
  expect((await all()).invitation).toMatch(/two minutes/);
  await saved({ mine: 1, on: addDays(context.today, -400) });
  expect((await all()).invitation).toMatch(/two minutes/);
  await saved({ mine: 1, on: addDays(context.today, -3) });
  expect((await all()).invitation).toBeUndefined();
  expect((await all()).checkIns.map(({ date }) => date)).toEqual([
    addDays(context.today, -3),
    addDays(context.today, -400),
  ]);
  await clear();
});
