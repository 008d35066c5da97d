import { expect, test } from "vitest";
import { changeBetween } from "./answer-change.ts";
import type { Route } from "./route.ts";

function route(id: string, likely: number, withinLimits = true): Route {
  const months = { low: likely, likely, high: likely };
  const none = { low: 0, likely: 0, high: 0 };
  return {
    id,
    name: `Way ${id}`,
    goalId: "29-1141.00",
    stages: [],
    strengths: [],
    months,
    hours: none,
    money: none,
    chance: 1,
    payForgone: 0,
    payChange: undefined,
    causes: [],
    withinLimits,
    breaks: [],
    why: "",
  };
}

test("changeBetween() says how many ways are left out and how long the fastest takes now", () => {
  const change = changeBetween([route("a", 15), route("b", 16), route("c", 20)], [route("c", 20)]);
  expect(change.sentence).toBe(
    "2 ways are left out. The fastest now takes about 20 months instead of 15 months.",
  );
  expect(change.leftOut).toEqual([
    { id: "a", name: "Way a" },
    { id: "b", name: "Way b" },
  ]);
  expect(change).toMatchObject({ fastestBefore: 15, fastestAfter: 20, added: [] });
});

test.each([
  [[route("a", 15)], [route("a", 15)], /^The fastest takes about 15 months, as before\.$/],
  [[route("a", 15)], [route("b", 15)], /^1 way is left out\. 1 way is new\. .*as before\.$/],
  [[route("a", 15)], [], /^No way is left within your limits/],
  [[route("a", 15)], [route("a", 15, false)], /^No way is left within your limits/],
  [[], [route("a", 15)], /^1 way is new\. There is a way within your limits now: about 15 months/],
  [[], [], /^The ways shown stay as they were\.$/],
])("changeBetween() speaks of every turn: %#", (before, after, sentence) => {
  expect(changeBetween(before, after).sentence).toMatch(sentence);
});

test("changeBetween() says when the way of the plan is left out, and only then", () => {
  const [a, b] = [route("a", 15), route("b", 16)];
  expect(changeBetween([a, b], [b], "a").sentence).toContain(
    "It is the one that your plan takes, “Way a”: choose another, and make the plan anew.",
  );
  expect(changeBetween([a], [], "a").sentence).toMatch(/Your plan took one of those left out\.$/);
  expect(changeBetween([a, b], [b], "b").sentence).not.toContain("plan");
});
