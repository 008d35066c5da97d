// The assessment through its operations: answered in parts, corrected, paused, finished, taken again, and
// seen in the compass, the gaps, the plan and the exported record.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { askedItems } from "../../domain/assessment/items.ts";
import { addDays } from "../../domain/calendar-date.ts";
import type { OperationContext } from "../context.ts";
import { plan } from "../plan/plan.ts";
import { deleteEverything } from "../record/delete-everything.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { answerAssessment } from "./answer-assessment.ts";
import { setWants } from "./set-wants.ts";
import { showAssessment } from "./show-assessment.ts";
import { showCompass } from "./show-compass.ts";

let folder: string;
let contexts: LocalContexts;
let context: OperationContext;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-assessment-"));
  contexts = localContexts(folder);
  context = contexts.contextFor({ signal: new AbortController().signal });
});

afterEach(async () => {
  await contexts.close();
  await rm(folder, { recursive: true });
});

/** Every item as a line of text, each pointing to the same place from 1 (job-like) to 5. */
function linesAt(place: number): string {
  return askedItems()
    .map(({ id, reversed }) => `${id} ${reversed ? 6 - place : place}`)
    .join("\n");
}

async function answered<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
) {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.problem));
  return given.value;
}

test("answerAssessment() keeps one answer at a time, on an empty record, and says what comes next", async () => {
  const first = await answered(answerAssessment.run(context, { item: "time-ahead", value: 2 }));
  expect(first).toMatchObject({
    sitting: { answered: 1, asked: 35 },
    next: { id: "time-thought" },
  });
  await answerAssessment.run(context, { item: "time-ahead", value: 5 });
  await answerAssessment.run(context, { answers: { "time-thought": 4, "self-asked": 1 } });
  await answerAssessment.run(context, { answers: { "self-asked": null } });
  const shown = await answered(showAssessment.run(context, { dimension: "time-focus" }));
  expect(shown.sitting).toMatchObject({ answered: 2 });
  expect(shown.dimensions).toHaveLength(1);
  expect(shown.dimensions[0]?.items.map(({ value }) => value)).toEqual([
    5,
    4,
    undefined,
    undefined,
    undefined,
  ]);
  const left = await answered(showAssessment.run(context, { left: true }));
  expect(left.dimensions.flatMap(({ items }) => items)).toHaveLength(33);
});

test("answerAssessment() refuses what it cannot keep, and keeps nothing of it", async () => {
  const refused = async (input: object): Promise<unknown> =>
    answerAssessment.run(context, input as Parameters<typeof answerAssessment.run>[1]);
  const cases: readonly (readonly [object, string])[] = [
    [{}, "assessment/nothing-said"],
    [{ item: "time-ahead" }, "assessment/no-value"],
    [{ item: "mood", value: 3 }, "assessment/unknown-item"],
    [{ answers: { "time-ahead": 3, mood: 3 } }, "assessment/unknown-item"],
    [{ lines: "time-ahead 3\ntime-thought six" }, "assessment/bad-line"],
    [{ reflection: "As said." }, "assessment/no-dimension"],
  ];
  for (const [input, code] of cases) {
    expect(await refused(input), code).toMatchObject({ ok: false, problem: { code } });
  }
  expect(await setWants.run(context, {})).toMatchObject({
    problem: { code: "assessment/no-want" },
  });
  expect((await answered(showCompass.run(context, {}))).sittings).toEqual([]);
  for (const value of [0, 6, 2.5]) {
    expect(answerAssessment.input.safeParse({ item: "time-ahead", value }).success).toBe(false);
  }
});

test("a sitting is finished, corrected the same day, and taken again; the first stays as it was", async () => {
  await answerAssessment.run(context, { lines: `# as I am\n${linesAt(2)}\n`, finish: true });
  const words = { dimension: "commitment", reflection: "It grew on me,\nslowly." } as const;
  await answerAssessment.run(context, words);
  await setWants.run(context, { wants: { commitment: 4.5, identity: 2 } });
  const before = await answered(showCompass.run(context, {}));
  expect(before.sittings).toMatchObject([{ finished: context.today, answered: 35 }]);
  const commitment = before.dimensions.find(({ id }) => id === "commitment");
  expect(commitment).toMatchObject({
    is: { score: 25 },
    want: { value: 4.5, score: 87.5 },
    apart: "career",
    change: "",
    reflected: words.reflection,
  });
  expect(before.dimensions.find(({ id }) => id === "identity")?.apart).toBeUndefined();

  const later = { ...context, today: addDays(context.today, 200) };
  await answerAssessment.run(later, { lines: linesAt(4) });
  const after = await answered(showCompass.run(later, {}));
  expect(after.sittings).toHaveLength(2);
  expect(after.sittings[1]).toMatchObject({ started: later.today, answered: 35 });
  const changed = after.dimensions.find(({ id }) => id === "commitment");
  expect(changed).toMatchObject({ is: { score: 75 }, hasChanged: true, want: { value: 4.5 } });
  expect(changed?.history.map(({ score }) => score)).toEqual([25, 75]);
  expect(changed?.change).toContain("It has moved towards “here to stay”");
  // Begun anew: the paused one is closed; an untouched one is not kept twice.
  await answerAssessment.run(later, { anew: true });
  await answerAssessment.run(later, { anew: true });
  expect((await answered(showCompass.run(later, {}))).sittings).toHaveLength(3);
});

test("what is wanted otherwise is a gap with a step in the plan, and goes with the exported record", async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  await answerAssessment.run(context, { lines: linesAt(2), finish: true });
  await setWants.run(context, { dimension: "relationships", value: 4 });
  await setWants.run(context, { dimension: "commitment", value: 2.5 });
  const planned = await answered(plan.run(context, {}));
  const gaps = planned.gaps.filter(({ kind }) => kind === "compass");
  expect(gaps.map(({ id }) => id)).toEqual(["compass:relationships:career"]);
  const steps = planned.actions.filter(({ closesGapIds }) =>
    closesGapIds.includes(gaps[0]?.id ?? ""),
  );
  expect(steps).toMatchObject([{ title: expect.stringContaining("Write to one person") }]);

  const { resume } = await answered(exportRecord.run(context, {}));
  const shown = await answered(showCompass.run(context, {}));
  await deleteEverything.run(context, { confirm: "delete everything" });
  expect((await answered(showCompass.run(context, {}))).sittings).toEqual([]);
  await importResume.run(context, { resume });
  expect(await answered(showCompass.run(context, {}))).toEqual(shown);
});
