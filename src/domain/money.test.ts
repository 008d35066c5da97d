import { expect, test } from "vitest";
import { type Currency, costsInWords } from "./money.ts";

const step = (kind: "degree" | "house move", likely: number) =>
  ({ kind, money: { low: likely, likely, high: likely } }) as const;
const cost = { amount: 13_350, currency: "USD" as Currency };

test.each([
  { of: "study", actions: [step("degree", 13_350), step("house move", 0)], words: "in fees" },
  {
    of: "study and a move",
    actions: [step("degree", 11_350), step("house move", 2000)],
    words: "in fees and for moving house",
  },
  { of: "a move", actions: [step("house move", 13_350)], words: "for moving house" },
])("costsInWords() says what the money for $of is for", ({ actions, words }) => {
  expect(costsInWords(cost, actions)).toBe(`$13,350 ${words}`);
});
