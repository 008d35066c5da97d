import { expect, test } from "vitest";
import { KEPT_OF_PAY, LONGEST_SAVING_MONTHS, savingsAfter } from "./savings-on-the-way.ts";

const point = (likely: number) => ({ low: likely, likely, high: likely });
const stage = (kind: "prepare" | "hold" | "move", months: number, money = 0) => ({
  kind,
  months: point(months),
  money: point(money),
});

test("savingsAfter() adds what is put by a month and takes fees whole when preparing begins", () => {
  const purse = { savings: 2000, floor: 0, savedPerMonth: 100 };
  const stages = [stage("hold", 6), stage("prepare", 10, 2500), stage("move", 4)];
  // 2,000 + 600 − 2,500 = 100 at the lowest; then 14 months of 100.
  expect(savingsAfter(purse, 2000, 0, stages)).toEqual({
    waitMonths: 0,
    savings: 1500,
    lowest: 100,
  });
});

test("savingsAfter() waits just as long as the floor asks for, and not longer than anyone would", () => {
  const purse = { savings: 1000, floor: 500, savedPerMonth: 100 };
  const saved = savingsAfter(purse, 1000, 0, [stage("prepare", 10, 2000)]);
  expect(saved.waitMonths).toBe(15);
  expect(saved.lowest).toBe(500);
  expect(saved.savings).toBe(1500);
  const dear = savingsAfter(purse, 1000, 0, [
    stage("prepare", 10, 600 + 100 * LONGEST_SAVING_MONTHS),
  ]);
  expect(dear.waitMonths).toBe(0);
  expect(dear.lowest).toBeLessThan(purse.floor);
});

test("savingsAfter() counts part of a difference in pay", () => {
  const purse = { savings: 1000, floor: 0, savedPerMonth: 0 };
  const after = savingsAfter(purse, 1000, -1200, [stage("hold", 10)]);
  expect(after.savings).toBeCloseTo(1000 - 10 * 100 * KEPT_OF_PAY, 9);
  expect(after.waitMonths).toBe(0);
});
