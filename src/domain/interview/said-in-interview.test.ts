// What the draft of a career statement takes from the interview: as said, of today's position, the newest.

import { expect, test } from "vitest";
import type { InterviewAnswer } from "../record/interview-answer.ts";
import { saidInInterview } from "./said-in-interview.ts";

function answer(questionId: string, choice: string, more: Partial<InterviewAnswer> = {}) {
  const date = "2026-11-27" as InterviewAnswer["date"];
  return { id: questionId, questionId, questionVersion: 1, date, choice, effects: [], ...more };
}

test("saidInInterview() takes what draws one and why one is there, the newest, with its place", () => {
  const said = saidInInterview(
    [
      answer("direction", "yes", { words: "Something with children" }),
      answer("why", "income", { positionId: "desk" }),
      answer("why", "first", { positionId: "desk", words: "The mill had closed" }),
      answer("deliberately", "stay", { positionId: "desk" }),
      answer("rest", "yes", { words: "My health" }),
    ],
    "desk",
  );
  expect(said).toEqual([
    { words: "Something with children", from: "the interview: what draws you" },
    {
      words: "The mill had closed",
      from: "the interview: what made you take your present position",
    },
  ]);
});

test("saidInInterview() says a reason that was only chosen, and none of a former position or skipped", () => {
  const why = answer("why", "income", { positionId: "desk" });
  expect(saidInInterview([why], "desk").map(({ words }) => words)).toEqual(["It pays what I need"]);
  expect(saidInInterview([why], "mill")).toEqual([]);
  expect(saidInInterview([why], undefined)).toEqual([]);
  const skipped = answer("why", "skip", { positionId: "desk", words: "No" });
  expect(saidInInterview([why, skipped], "desk")).toEqual([]);
  expect(saidInInterview([answer("why", "other", { positionId: "desk" })], "desk")).toEqual([]);
});
