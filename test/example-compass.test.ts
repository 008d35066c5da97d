// The compass of the five example careers, answered as each plausibly would: what a coach reads first, and
// what goes on into the gaps.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localContexts } from "../src/cli/local-context.ts";
import { answerAssessment } from "../src/operations/assessment/answer-assessment.ts";
import { setWants } from "../src/operations/assessment/set-wants.ts";
import { showCompass } from "../src/operations/assessment/show-compass.ts";
import { findGaps } from "../src/operations/gaps/find-gaps.ts";
import { importExample } from "../src/operations/record/import-example.ts";
import { exampleAnswers } from "./fixtures/example-answers.ts";

async function readExample(name: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "throughline-compass-"));
  const contexts = localContexts(folder);
  onTestFinished(async () => {
    await contexts.close();
    await rm(folder, { recursive: true });
  });
  const context = contexts.contextFor({ signal: new AbortController().signal });
  await importExample.run(context, { name });
  const { answers, wants } = exampleAnswers(name);
  await answerAssessment.run(context, { answers: { ...answers }, finish: true });
  await setWants.run(context, { wants });
  const [compass, found] = [await showCompass.run(context, {}), await findGaps.run(context, {})];
  if (!compass.ok || !found.ok) throw new Error(name);
  const wanted = found.value.gaps.filter(({ kind }) => kind === "compass").map(({ id }) => id);
  return { compass: compass.value, wanted };
}

const EXPECTED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "surgery-receptionist",
    "Of seven dimensions one lies nearer to the job-like end, one nearer to the career-like end and five in between; you want all seven otherwise.",
    ["compass:progression:career", "compass:relationships:career"],
  ],
  [
    "call-centre-agent",
    "Of seven dimensions two lie nearer to the job-like end and five in between; you want five otherwise.",
    ["compass:progression:career", "compass:relationships:career"],
  ],
  [
    "administrative-assistant",
    "Of seven dimensions four lie nearer to the career-like end and three in between; you want two otherwise.",
    [],
  ],
  [
    "hr-professional",
    "All seven lie nearer to the career-like end; you want one otherwise.",
    ["compass:identity:job"],
  ],
  [
    "network-manager",
    "Of seven dimensions two lie nearer to the career-like end and five in between; you want two otherwise.",
    [],
  ],
];

test.for(EXPECTED)(
  "%s: the compass says what is so, and what is wanted otherwise goes on",
  async ([name, sentence, gaps]) => {
    const { compass, wanted } = await readExample(name);
    expect(compass.sentence).toBe(sentence);
    expect(wanted).toEqual(gaps);
    const facts = compass.dimensions.flatMap(({ recordShows }) => recordShows);
    expect(facts.length).toBeGreaterThanOrEqual(6);
    const words = [sentence, ...facts, ...compass.dimensions.map(({ inWords }) => inWords)].join(
      " ",
    );
    // It informs and never judges.
    expect(words).not.toMatch(
      /\b(good|bad|better|worse|only|just|still only|lack|fail|should|must)\b/i,
    );
  },
);
