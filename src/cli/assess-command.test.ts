// The seven dimensions in the terminal, answered by somebody who answers from a list.

import { expect, test } from "vitest";
import { contextOfFile } from "../../test/context-of-file.ts";
import { answerAssessment } from "../operations/assessment/answer-assessment.ts";
import { showAssessment } from "../operations/assessment/show-assessment.ts";
import { showCompass } from "../operations/assessment/show-compass.ts";
import type { Asker } from "./asker.ts";
import { holdAssessment } from "./assess-command.ts";
import { DONE } from "./exit-codes.ts";

const context = contextOfFile();

/** Chooses what `choose` says at each question, by its number from 0. */
function askerOf(choose: (place: number) => string, words = "") {
  const said: string[] = [];
  let place = 0;
  const asker: Asker = {
    say: (text) => void said.push(text),
    choose: async () => choose(place++),
    write: async () => words,
  };
  return { asker, said };
}

const world = { columns: 80, styled: false, printError: () => {} };

test("the assessment in the terminal keeps each answer, pauses, goes on and finishes", async () => {
  const first = askerOf((place) => ["4", "none", "2", "5", "3", "4"][place] ?? "pause", "As said.");
  expect(await holdAssessment(context, first.asker, world)).toBe(DONE);
  expect(first.said.at(-1)).toContain("throughline assess goes on from here");
  const paused = await showAssessment.run(context, {});
  expect(paused.ok && paused.value.sitting).toMatchObject({ answered: 4, asked: 35 });
  expect(paused.ok && paused.value.dimensions[0]).toMatchObject({ want: 4, reflected: "As said." });

  const second = askerOf(() => "3");
  await holdAssessment(context, second.asker, world);
  expect(second.said.at(-1)).toContain("throughline show-compass");
  const compass = await showCompass.run(context, {});
  expect(compass.ok && compass.value.sittings).toMatchObject([
    { answered: 35, finished: context.today },
  ]);
  const third = askerOf(() => "3");
  await holdAssessment(context, third.asker, world);
  expect(third.said.join(" ")).toContain("--anew begins");

  // One that was finished the same day with something left open goes on with that.
  await answerAssessment.run(context, { item: "ties-helped", remove: true });
  const fourth = askerOf(() => "2");
  await holdAssessment(context, fourth.asker, world);
  const whole = await showAssessment.run(context, { dimension: "relationships" });
  expect(whole.ok && whole.value.dimensions[0]?.items.at(-1)).toMatchObject({ value: 2 });
});
