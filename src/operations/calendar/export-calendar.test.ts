// The calendar of a real data folder, read back with ical.js: what happens to an entry from plan to plan.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { addDays, type CalendarDate } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { keepPlan } from "../plan/keep-plan.ts";
import { markAction } from "../plan/mark-action.ts";
import { replan } from "../plan/replan.ts";
import { importExample } from "../record/import-example.ts";
import { calendarOptionsSchema } from "./calendar-options.ts";
import { exportCalendar } from "./export-calendar.ts";
import { keptAt } from "./read-calendar.ts";

const TODAY = "2026-11-27" as CalendarDate;
const { signal } = new AbortController();

let folder: string;
let contexts: LocalContexts;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-calendar-"));
  contexts = localContexts(folder);
});
afterEach(async () => {
  await contexts.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = () => ({ ...contexts.contextFor({ signal }), today: TODAY });

async function exported(given: object = {}): Promise<string> {
  const answer = await exportCalendar.run(context(), calendarOptionsSchema.parse(given));
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.calendar;
}

interface Read {
  readonly from: string;
  readonly sequence: unknown;
  readonly status: unknown;
  readonly modified: string;
}

/** Events by their id. */
function eventsOf(text: string): Map<string, Read> {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const value = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name);
  return new Map(
    events.map((event) => [
      String(value(event, "uid")),
      {
        from: String(value(event, "dtstart")),
        sequence: value(event, "sequence"),
        status: value(event, "status"),
        modified: String(value(event, "last-modified")),
      },
    ]),
  );
}

/** Events by their title, with the day after their last one. */
function entriesByTitle(text: string) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const value = (event: ICAL.Component, name: string) => event.getFirstPropertyValue(name);
  return new Map(
    events.map((event) => [
      String(value(event, "summary")),
      {
        uid: value(event, "uid"),
        last: String(value(event, "dtend")),
        sequence: value(event, "sequence"),
        status: value(event, "status"),
      },
    ]),
  );
}

async function firstPlan(): Promise<Plan> {
  await importExample.run(context(), { name: "surgery-receptionist" });
  const kept = await keepPlan.run(context(), {});
  if (!kept.ok) throw new Error(kept.problem.code);
  return kept.value;
}

/** Keeps the plan anew, changed, so many milliseconds after the one before. */
async function keepChanged(plan: Plan, change: Partial<Plan>, after: number): Promise<Plan> {
  const moment = (Date.parse(keptAt(plan.id, plan.madeOn)) + after).toString(16).padStart(12, "0");
  const id = `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-000000000000`;
  const changed = { ...plan, ...change, id };
  const [store, personId] = [await context().store(), await context().personId()];
  await store.savePlan(personId, changed);
  return changed;
}

test("export-calendar says that there is no plan yet", async () => {
  const answer = await exportCalendar.run(context(), calendarOptionsSchema.parse({}));
  expect(answer).toMatchObject({ ok: false, problem: { code: "plan/none" } });
});

test("export-calendar gives the same bytes again, after a restart and after the same plan", async () => {
  const plan = await firstPlan();
  const first = await exported();
  expect(await exported()).toBe(first);
  await contexts.close();
  contexts = localContexts(folder);
  expect(await exported()).toBe(first);
  await keepChanged(plan, {}, 60_000);
  expect(await exported()).toBe(first);
});

test("an action that moves keeps its id, and its SEQUENCE rises by one", async () => {
  const plan = await firstPlan();
  const before = eventsOf(await exported({ parts: ["actions"], checkIns: "none" }));
  const [first, ...rest] = plan.actions;
  if (first === undefined) throw new Error("a plan without actions");
  const moved = {
    ...first,
    start: "2026-12-24" as CalendarDate,
    end: "2026-12-26" as CalendarDate,
  };
  const next = await keepChanged(plan, { actions: [moved, ...rest] }, 60_000);
  const after = eventsOf(await exported({ parts: ["actions"], checkIns: "none" }));
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const changed = [...after].filter(([uid, event]) => event.sequence !== before.get(uid)?.sequence);
  expect(changed.map(([, event]) => event)).toEqual([
    {
      from: "2026-12-24",
      sequence: 1,
      status: "CONFIRMED",
      modified: `${keptAt(next.id, next.madeOn).slice(0, 19)}Z`,
    },
  ]);
});

test("what the newest plan no longer has is cancelled, with its id, and comes back with a higher SEQUENCE", async () => {
  const plan = await firstPlan();
  const before = eventsOf(await exported());
  expect([...before.values()].every(({ status }) => status === "CONFIRMED")).toBe(true);
  const none = { actions: [], milestones: [], backups: [] };
  const dropped = await keepChanged(plan, none, 60_000);
  const gone = eventsOf(await exported());
  expect([...gone.keys()].sort()).toEqual([...before.keys()].sort());
  const cancelled = [...gone.values()].filter(({ status }) => status === "CANCELLED");
  expect(cancelled).toHaveLength(
    plan.actions.length +
      plan.milestones.length +
      plan.backups.filter(({ switchBy }) => switchBy !== undefined).length,
  );
  expect(cancelled.every(({ sequence }) => sequence === 1)).toBe(true);
  await keepChanged(dropped, { ...plan }, 60_000);
  const back = [...eventsOf(await exported()).values()];
  expect(back.every(({ status }) => status === "CONFIRMED")).toBe(true);
  expect(back.filter(({ sequence }) => sequence === 2)).toHaveLength(cancelled.length);
});

test("every date of the plan is in the calendar as it is", async () => {
  const plan = await firstPlan();
  const days = [...eventsOf(await exported({ checkIns: "none" })).values()].map(({ from }) => from);
  const expected = [
    ...plan.actions.map(({ start }) => start),
    ...plan.milestones.map(({ date }) => date),
    ...plan.backups.flatMap(({ switchBy }) => switchBy ?? []),
    ...(plan.reach === undefined ? [] : [plan.reach.planned]),
    "2031-06-30", // the goal's own date, June 2031
  ];
  expect(days.sort()).toEqual(expected.sort());
});

test("export-calendar leaves out the parts that were not asked for", async () => {
  const plan = await firstPlan();
  const only = eventsOf(await exported({ parts: ["actions"], checkIns: "none" }));
  expect(only.size).toBe(plan.actions.length);
  expect(await exported({ parts: [], checkIns: "weekly" })).toMatch(/RRULE:FREQ=WEEKLY/);
});

test("an action that is marked done stays as done, and one that is dropped is cancelled at once", async () => {
  const plan = await firstPlan();
  const [first, second] = plan.actions;
  if (first === undefined || second === undefined) throw new Error("a plan without actions");
  const before = eventsOf(await exported({ parts: ["actions"], checkIns: "none" }));
  const marked = await markAction.run(context(), { action: first.id, mark: "done" });
  expect(marked.ok).toBe(true);
  await markAction.run(context(), { action: second.id, mark: "dropped" });
  const text = await exported({ parts: ["actions"], checkIns: "none" });
  expect(text).toContain(`SUMMARY:Done: ${first.title.slice(0, 40)}`);
  const after = eventsOf(text);
  const changed = [...after].filter(([uid, event]) => event.sequence !== before.get(uid)?.sequence);
  expect(changed.map(([, { status }]) => status).sort()).toEqual(["CANCELLED", "CONFIRMED"]);
  // A later plan without either: what is done stays, what was dropped is not cancelled twice.
  await keepChanged(plan, { actions: plan.actions.slice(2) }, 3_600_000);
  const later = eventsOf(await exported({ parts: ["actions"], checkIns: "none" }));
  for (const [uid] of changed) expect(later.get(uid)).toEqual(after.get(uid));
});

test("a plan made anew moves what is late, and leaves what was done where it was", async () => {
  const plan = await firstPlan();
  const [first, second] = plan.actions;
  if (first === undefined || second === undefined) throw new Error("a plan without actions");
  await markAction.run(context(), { action: first.id, mark: "done" });
  await markAction.run(context(), { action: second.id, mark: "late", until: "2027-06-30" });
  const before = entriesByTitle(await exported({ parts: ["actions"], checkIns: "none" }));
  const made = await replan.run(context(), { keep: true });
  if (!made.ok) throw new Error(made.problem.code);
  const after = entriesByTitle(await exported({ parts: ["actions"], checkIns: "none" }));
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const done = `Done: ${first.title}`;
  expect(after.get(done)).toEqual(before.get(done));
  const moved = made.value.plan.actions.find(({ id }) => id === second.id);
  if (moved === undefined) throw new Error("the late action is not in the plan");
  expect(moved.end > second.end).toBe(true);
  expect(after.get(second.title)).toEqual({
    uid: before.get(second.title)?.uid,
    last: addDays(moved.end, 1),
    sequence: Number(before.get(second.title)?.sequence) + 1,
    status: "CONFIRMED",
  });
});

test("keptAt() is the moment in an id, and the day's begin for an id of another kind", () => {
  expect(keptAt("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", TODAY)).toBe(
    "2022-02-22T19:22:22.000Z", // RFC 9562, A.6
  );
  expect(keptAt("plan-1", TODAY)).toBe("2026-11-27T00:00:00.000Z");
  expect(keptAt("331d5f1a-fd25-5ff1-bad8-02ce05a5ea53", TODAY)).toBe("2026-11-27T00:00:00.000Z");
});
