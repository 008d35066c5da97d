import { expect, test } from "vitest";
import { nextPlace, STEPS } from "./next-place.ts";

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 10, height: 10 });
const today = box("today", 0, 50);
const upper = box("upper", 100, 0);
const lower = box("lower", 100, 90);
const goal = box("goal", 200, 50);
const places = [today, upper, lower, goal];

test.each([
  ["ArrowRight", upper, "goal"],
  ["ArrowLeft", upper, "today"],
  ["ArrowDown", upper, "lower"],
  ["ArrowUp", lower, "upper"],
  ["ArrowUp", upper, undefined],
  ["ArrowRight", goal, undefined],
])("nextPlace() goes by %s from $id to %s", (key, from, id) => {
  const step = STEPS[key] ?? { x: 0, y: 0 };
  expect(nextPlace(places, from, step)?.id).toBe(id);
});

test("nextPlace() reaches every place from today", () => {
  const reached = new Set([today]);
  for (const place of reached) {
    for (const step of Object.values(STEPS)) {
      const next = nextPlace(places, place, step);
      if (next !== undefined) reached.add(next);
    }
  }
  expect(reached.size).toBe(places.length);
});
