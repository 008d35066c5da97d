import { expect, test } from "vitest";
import type { Direction, WantApart } from "../assessment/compass.ts";
import { DIMENSIONS } from "../assessment/dimension.ts";
import { compassGaps, MOST_COMPASS_GAPS } from "../gaps/compass-gaps.ts";
import { compassActions } from "./compass-actions.ts";

const at = { score: 30, low: 15.3, high: 44.7, want: 75 };
const everyWant: readonly WantApart[] = DIMENSIONS.flatMap((dimension) =>
  (["career", "job"] as const).map((direction: Direction) => ({ dimension, direction, ...at })),
);

test("every want has a small step of its own, towards either end", () => {
  const titles = new Set<string>();
  for (const want of everyWant) {
    const [gap] = compassGaps([want]);
    if (gap === undefined) throw new Error(want.dimension);
    const actions = compassActions([gap], "stage");
    expect(actions).toMatchObject([{ closesGapIds: [gap.id], stageId: "stage", after: [] }]);
    const [action] = actions;
    titles.add(action?.title ?? "");
    expect(action?.money.high).toBe(0);
    expect(action?.whoHelps, gap.id).toBeTruthy();
    expect(gap).toMatchObject({ kind: "compass", mustClose: false, unknown: false });
  }
  expect(titles.size).toBe(everyWant.length);
});

test("compassGaps() gives at most two, in the order given, and none without wants", () => {
  expect(compassGaps(everyWant)).toHaveLength(MOST_COMPASS_GAPS);
  expect(compassGaps(everyWant)[0]?.explanation).toContain("about 30 (likely 15 to 45)");
  expect(compassGaps()).toEqual([]);
  expect(compassActions([], "stage")).toEqual([]);
});
