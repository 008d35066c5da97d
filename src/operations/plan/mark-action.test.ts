// What is noted about a plan's actions: kept, refused with a reason, exported, brought back.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { addDays } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { deleteEverything } from "../record/delete-everything.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { keepPlan } from "./keep-plan.ts";
import { logHours } from "./log-hours.ts";
import { markAction } from "./mark-action.ts";

const context = contextOfFile();
let plan: Plan;

beforeAll(async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  const kept = await keepPlan.run(context, {});
  if (!kept.ok) throw new Error(`Cannot keep a plan: ${kept.problem.code}`);
  plan = kept.value;
});

test("markAction() and logHours() note what is said, by id or by title", async () => {
  const [action] = plan.actions;
  const { id, title } = action as Plan["actions"][number];
  const done = await markAction.run(context, { action: id, mark: "done" });
  expect(done).toMatchObject({ ok: true, value: { note: { actionId: id, date: context.today } } });
  expect(
    await markAction.run(context, { action: title.toUpperCase(), mark: "reopened" }),
  ).toMatchObject({
    ok: true,
    value: { note: { undoes: [done.ok ? done.value.note.id : ""] } },
  });
  await logHours.run(context, { action: id, hours: 1.5 });
  expect(await logHours.run(context, { action: id, hours: 2 })).toMatchObject({
    ok: true,
    value: { hours: 3.5 },
  });
});

test("markAction() and logHours() refuse what cannot be, and say why", async () => {
  const id = plan.actions[1]?.id ?? "";
  const { today } = context;
  const refused = async (input: object): Promise<unknown> =>
    markAction.run(context, { action: id, mark: "done", ...input });
  const problem = (code: string) => ({ ok: false, problem: { code } });
  expect(await refused({ action: "no such thing" })).toMatchObject(problem("action/unknown"));
  expect(await refused({ on: addDays(today, 1) })).toMatchObject(problem("action/day-ahead"));
  expect(await refused({ mark: "late" })).toMatchObject(problem("action/until-missing"));
  expect(await refused({ mark: "blocked", until: today })).toMatchObject(
    problem("action/until-too-early"),
  );
  expect(await refused({ mark: "reopened" })).toMatchObject(problem("action/nothing-to-undo"));
  expect(await logHours.run(context, { action: id, hours: 0 })).toMatchObject(
    problem("action/hours-out-of-range"),
  );
});

test("exportRecord() and importResume() lose nothing that was noted, and bring it in once", async () => {
  const store = await context.store();
  const noted = await store.listProgress(await context.personId());
  expect(noted.length).toBeGreaterThan(0);
  const exported = await exportRecord.run(context, {});
  const { resume } = exported.ok ? exported.value : { resume: {} };
  await importResume.run(context, { resume });
  expect(await store.listProgress(await context.personId())).toEqual(noted);
  await deleteEverything.run(context, { confirm: "delete everything" });
  await importResume.run(context, { resume });
  expect(await store.listProgress(await context.personId())).toEqual(noted);
});
