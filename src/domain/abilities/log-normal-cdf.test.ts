import { expect, test } from "vitest";
import { logNormalCdf } from "./log-normal-cdf.ts";

// Reference values: log(erfc(−z/√2)/2) in CPython's math module.
test.each([
  [-15, -116.131384846],
  [-12, -75.410673002],
  [-8, -35.01343716],
  [-3.3, -7.634616148],
  [-1, -1.841021645],
  [0, -Math.LN2],
  [0.123, -0.599754381],
  [1.96, -0.02531565],
  [5, -2.8665161e-7],
])("logNormalCdf(%d) is the logarithm of the normal distribution function", (z, expected) => {
  expect(Math.abs(logNormalCdf(z) - expected)).toBeLessThan(3e-6);
});

test("logNormalCdf() never falls as z rises", () => {
  let last = Number.NEGATIVE_INFINITY;
  for (let z = -14; z <= 14; z += 0.0137) {
    const value = logNormalCdf(z);
    expect(value).toBeGreaterThanOrEqual(last);
    expect(value).toBeLessThanOrEqual(0);
    last = value;
  }
});
