// The Backups page through its operation: what is done, late and left out moves the chance, since the policy
// begins where the person is on the plan that was kept.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { planEntriesOf } from "../../domain/calendar/plan-entries.ts";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import type { OperationContext } from "../context.ts";
import { importExample } from "../record/import-example.ts";
import { setGoal } from "../record/set-goal.ts";
import { keepPlan } from "./keep-plan.ts";
import { markAction } from "./mark-action.ts";
import { setHazard } from "./set-hazard.ts";
import { showBackups } from "./show-backups.ts";

let folder: string;
let contexts: LocalContexts;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-backups-"));
  contexts = localContexts(folder);
});

afterEach(async () => {
  await contexts.close();
  await rm(folder, { recursive: true });
});

function on(today: string): OperationContext {
  const { signal } = new AbortController();
  return { ...contexts.contextFor({ signal }), today: today as CalendarDate };
}

const START = "2026-11-27";

async function shownOn(today: string) {
  const shown = await showBackups.run(on(today), {});
  if (!shown.ok) throw new Error(`Cannot show the backups: ${shown.problem.code}`);
  return shown.value;
}

async function keptFor(example: string) {
  await importExample.run(on(START), { name: example });
  const kept = await keepPlan.run(on(START), {});
  if (!kept.ok) throw new Error(`Cannot keep a plan: ${kept.problem.code}`);
  return kept.value;
}

async function mark(
  action: string,
  what: "done" | "late" | "blocked" | "dropped",
  more: { readonly on?: string; readonly until?: string; readonly today?: string } = {},
) {
  const { today = START, ...days } = more;
  const marked = await markAction.run(on(today), { action, mark: what, ...days });
  if (!marked.ok) throw new Error(`Cannot mark ${action}: ${marked.problem.code}`);
}

const EXAM = "credential:cloud-networking";

test("showBackups() begins where the person is: an exam passed raises the chance, and is feared no more", async () => {
  await keptFor("network-manager");
  const before = await shownOn(START);
  expect(before.basis).toBe("Reckoned from your plan of 27 November 2026.");
  expect(before.hazards.map(({ id }) => id)).toContain("exam:cloud-networking");
  await mark(EXAM, "done");
  const after = await shownOn(START);
  expect(after.alone.chance).toBeGreaterThan(before.alone.chance + 0.005);
  expect(after.hazards.map(({ id }) => id)).not.toContain("exam:cloud-networking");
  expect(after.scenarios.map(({ kind }) => kind)).not.toContain("exam failed twice");
  expect(after.findOut.map(({ kind }) => kind)).not.toContain("exam");
  expect(after.basis).toBe(
    "Reckoned from your plan of 27 November 2026 as it stands: one step done.",
  );
});

test("showBackups() has a lower chance after a year in which nothing was done, and when something is late", async () => {
  await keptFor("network-manager");
  const before = await shownOn(START);
  await mark(EXAM, "late", { until: "2028-09-30" });
  const late = await shownOn(START);
  expect(late.alone.chance).toBeLessThan(before.alone.chance - 0.1);
  const idle = await shownOn("2028-03-01");
  expect(idle.alone.chance).toBeLessThan(before.alone.chance - 0.1);
});

test("showBackups() says what was left out and counts as not needed", async () => {
  await keptFor("network-manager");
  await mark(EXAM, "dropped");
  const { basis } = await shownOn(START);
  expect(basis).toMatch(/one step left out\. What was left out counts as not needed: “.*”\.$/);
});

test("showBackups() counts months of a position held, and asks no more for what was found", async () => {
  const { actions } = await keptFor("administrative-assistant");
  const hold = actions.find(({ kind }) => kind === "hold");
  for (const { id, end } of actions) {
    if (end < (hold?.start ?? "")) await mark(id, "done", { on: end, today: "2028-01-01" });
  }
  const before = await shownOn("2028-01-01");
  const feared = (shown: typeof before) => shown.answers.map(({ happens }) => happens);
  // Looked for again only if the position is lost: that hazard stays, the first search is over.
  expect(feared(before)).toContain("the position as HR assistant is lost");
  expect(before.now).not.toMatch(/HR assistant”? *\. Next: find a position as an HR assistant/);
  await mark(hold?.id ?? "", "done", { on: "2028-06-01", today: "2028-06-01" });
  const after = await shownOn("2028-06-01");
  expect(feared(after)).not.toContain("the position as HR assistant is lost");
  expect(after.alone.chance).toBeGreaterThan(before.alone.chance);
});

test("setHazard() moves the Backups page, and the plan says that it does not move its dates", async () => {
  const { chanceByDate, notices } = await keptFor("network-manager");
  expect(notices.map(({ code }) => code)).not.toContain("hazards/own");
  const before = await shownOn(START);
  const set = await setHazard.run(on(START), { id: "exam:cloud-networking", chance: 0.9 });
  expect(set.ok && set.value.chanceAfter).toBeLessThan(before.withBackups.chance - 0.1);
  const kept = await keepPlan.run(on(START), {});
  if (!kept.ok) throw new Error(kept.problem.code);
  expect(kept.value.chanceByDate).toBe(chanceByDate);
  expect(kept.value.notices.find(({ code }) => code === "hazards/own")?.text).toMatch(
    /^You gave a chance of your own .* use the usual ones\.$/,
  );
});

test("showBackups() looks at the plan as it would be made where another goal is set, or something else is asked", async () => {
  await keptFor("network-manager");
  await mark(EXAM, "done");
  const asked = await showBackups.run(on(START), { by: "2030-12" });
  expect(asked.ok && asked.value.basis).toBe("Reckoned from the plan as it would be made today.");
  await setGoal.run(on(START), { goal: "Information security analyst", by: "2031-06" });
  expect((await shownOn(START)).basis).toBe("Reckoned from the plan as it would be made today.");
});

test.each([
  "administrative-assistant",
  "call-centre-agent",
  "hr-professional",
  "network-manager",
  "surgery-receptionist",
])(
  "showBackups() has the day and the sentence of the plan and the calendar for %s",
  async (name) => {
    const plan = await keptFor(name);
    const inPlan = plan.backups.map(({ id, switchBy, tripwire }) => [id, switchBy, tripwire]);
    // Weeks later the policy's months begin on another day; what was kept stays, while nothing else moved.
    for (const today of [START, "2026-12-15"]) {
      const { backups, now } = await shownOn(today);
      expect(backups.map(({ id, day, text }) => [id, day, text])).toEqual(inPlan);
      expect(backups.every(({ otherDay }) => otherDay === undefined)).toBe(true);
      const next = plan.backups.find(({ dayMeans }) => dayMeans === "go over")?.switchBy;
      if (next === undefined) expect(now).toMatch(/for when something ends this way/);
      else expect(now).toContain(`Look again by ${dateInWords(next as CalendarDate)}.`); // as: a day
    }
    const entries = planEntriesOf(plan, { checkIns: "none", since: plan.madeOn });
    expect(
      entries.flatMap(({ kind, from, lines }) => (kind === "tripwire" ? [[from, lines[0]]] : [])),
    ).toEqual(plan.backups.map(({ switchBy, tripwire }) => [switchBy, tripwire]));
  },
);

test("showBackups() names the kept plan's day where it has become another", async () => {
  const plan = await keptFor("surgery-receptionist");
  const [shown] = (await shownOn("2027-11-27")).backups;
  if (shown === undefined) throw new Error("no backup");
  expect(shown.day).not.toBe(plan.backups[0]?.switchBy);
  expect(shown.otherDay).toBe(plan.backups[0]?.switchBy);
});

test("showBackups() says why half the hours can bring more to a goal or a near one", async () => {
  await keptFor("call-centre-agent");
  const { scenarios, withBackups } = await shownOn(START);
  const halved = scenarios.find(({ kind }) => kind === "hours halved");
  expect(halved?.either).toBeGreaterThan(withBackups.either);
  expect(halved?.rule).toMatch(
    /the near one is begun today instead: .* the goal itself is given up/,
  );
});
