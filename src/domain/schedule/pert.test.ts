import { expect, test } from "vitest";
import { pertQuantiles } from "./pert.ts";

/** Mean over evenly spread shares. */
function meanOf(quantile: (share: number) => number): number {
  let sum = 0;
  for (let k = 0; k < 4000; k++) sum += quantile((k + 0.5) / 4000);
  return sum / 4000;
}

test("pertQuantiles() has the mean (low + 4 likely + high) / 6", () => {
  for (const [low, likely, high] of [
    [0, 5, 10],
    [270, 540, 1350],
    [10, 10, 40],
    [1, 9, 9],
  ] as const) {
    const mean = meanOf(pertQuantiles({ low, likely, high }));
    expect(Math.abs(mean - (low + 4 * likely + high) / 6) / (high - low)).toBeLessThan(0.005);
  }
});

test("pertQuantiles() gives Beta(3, 3) for a likely value in the middle", () => {
  // Quantiles of Beta(3, 3): the share x³(10 − 15x + 6x²) lies below x.
  const quantile = pertQuantiles({ low: 0, likely: 0.5, high: 1 });
  for (const x of [0.1, 0.25, 0.5, 0.8]) {
    expect(quantile(x ** 3 * (10 - 15 * x + 6 * x * x))).toBeCloseTo(x, 2);
  }
});

test("pertQuantiles() rises, stays between its ends, and is the likely value where nothing varies", () => {
  const quantile = pertQuantiles({ low: 2, likely: 3, high: 9 });
  let before = quantile(0);
  expect(before).toBeGreaterThanOrEqual(2);
  for (let share = 0.01; share <= 1; share += 0.01) {
    const value = quantile(share);
    expect(value).toBeGreaterThanOrEqual(before);
    before = value;
  }
  expect(quantile(1)).toBeLessThanOrEqual(9);
  expect(pertQuantiles({ low: 4, likely: 4, high: 4 })(0.3)).toBe(4);
});
