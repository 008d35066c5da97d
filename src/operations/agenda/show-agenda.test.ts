// What check-ins come to, over the real catalogue and a kept plan: nothing yet, unpaid work alone, a question
// that an answer silences, hours that were noted for the plan.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { fillWithCheckIns } from "../../../test/fixtures/example-check-ins.ts";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { addDays } from "../../domain/calendar-date.ts";
import type { OperationContext } from "../context.ts";
import { logHours } from "../plan/log-hours.ts";
import { showPlan } from "../plan/show-plan.ts";
import { savePosition } from "../record/save-position.ts";
import { saveCheckIn } from "./save-check-in.ts";
import { showAgenda } from "./show-agenda.ts";

let folder: string;
let contexts: LocalContexts | undefined;

beforeEach(async () => {
  await contexts?.close();
  contexts = undefined;
  folder = await mkdtemp(path.join(tmpdir(), "throughline-agenda-"));
});

afterAll(async () => {
  await contexts?.close();
  await rm(folder, { recursive: true, force: true });
});

function open(): OperationContext {
  contexts = localContexts(folder);
  return contexts.contextFor({ signal: new AbortController().signal });
}

async function shown(context: OperationContext) {
  const answer = await showAgenda.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test("showAgenda() has a word and a form for a record with nothing in it", async () => {
  const { sentence, weeks, energy, drift, offered, next, choices } = await shown(open());
  expect(sentence).toMatch(/^Two minutes a week/);
  expect({ weeks, things: energy.things, drift, offered }).toEqual({
    weeks: [],
    things: [],
    drift: undefined,
    offered: [],
  });
  expect(next).toMatchObject({ timeToLookBack: false });
  expect(choices.elements.length).toBeGreaterThan(50);
});

test("showAgenda() speaks of no employer where all work is unpaid", async () => {
  const context = open();
  await savePosition.run(context, {
    title: "Scout leader",
    organisation: "Scouts",
    kind: "volunteering",
    start: "2020",
  });
  for (const ago of [0, 7, 14]) {
    const on = addDays(context.today, -ago);
    await saveCheckIn.run(context, { mine: 2, employer: 6, on });
  }
  const { sentence, hasEmployer } = await shown(context);
  expect(hasEmployer).toBe(false);
  expect(sentence).toMatch(/about 8 in 10 served the agenda of those you work for/);
  expect(sentence).not.toMatch(/employer/);
});

test("showAgenda() speaks of no employer to the self-employed, nor between two positions", async () => {
  const context = open();
  expect((await shown(context)).hasEmployer).toBe(false);
  const own = {
    title: "Gardener",
    organisation: "",
    kind: "self-employment",
    start: "2020",
  } as const;
  await savePosition.run(context, own);
  expect((await shown(context)).hasEmployer).toBe(false);
  await savePosition.run(context, { ...own, title: "Cook", kind: "employment" });
  expect((await shown(context)).hasEmployer).toBe(true);
});

test("showAgenda() asks when the plan's hours long went elsewhere, and is quiet after an answer", async () => {
  await fillWithCheckIns(folder);
  const context = open();
  const { drift } = await shown(context);
  expect(drift).toMatchObject({ goal: "Sales Managers", spent: 0 });
  expect(drift?.question).toBeDefined();
  await saveCheckIn.run(context, { driftAnswer: "fewer hours" });
  const answered = (await shown(context)).drift;
  expect(answered?.question).toBeUndefined();
  expect(answered?.answer).toBe("fewer hours");
});

test("showAgenda() offers hours noted this week, counts them for the plan, and asks nothing where it is kept to", async () => {
  await fillWithCheckIns(folder);
  const context = open();
  const plan = await showPlan.run(context, {});
  const action = plan.ok ? plan.value.actions.find(({ hours }) => hours.likely > 5) : undefined;
  if (action === undefined) throw new Error("Cannot find an action with hours");
  await logHours.run(context, { action: action.id, hours: 2 });
  await logHours.run(context, {
    action: action.id,
    hours: 4,
    on: addDays(context.today, -7),
  });
  const { offered, drift } = await shown(context);
  expect(offered).toMatchObject([{ actionId: action.id, title: action.title, hours: 2 }]);
  expect(drift?.spent).toBe(4);
  expect(drift?.question).toBeUndefined();
});
