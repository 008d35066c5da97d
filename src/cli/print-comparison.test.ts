import { expect, test } from "vitest";
import { printComparison, printPlans } from "./print-comparison.ts";

const LAYOUT = { columns: 80, styled: false };
const one = { id: "p1", madeOn: "2026-11-27", headline: "You are about 6 years from your goal." };
const other = { id: "p2", madeOn: "2027-02-01", headline: "You are about 7 years from your goal." };

test("printComparison() tells what differs in words, without the names of fields", () => {
  const text = printComparison(
    {
      sentence: "One step is later, one new, one no longer in it; the goal stays at May 2033.",
      one,
      other,
      actions: [
        { actionId: "a", title: "Exam", from: "2027-03-01", to: "2027-04-01" },
        { actionId: "b", title: "Move house", to: "2027-08-16" },
        { actionId: "c", title: "Talk", from: "2026-12-01" },
      ],
      hours: { from: 310, to: 350 },
      money: { from: 600, to: 2600 },
      currency: "USD",
    },
    LAYOUT,
  );
  expect(text.split("\n")).toEqual([
    "One step is later, one new, one no longer in it; the goal stays at May 2033.",
    "",
    "27 November 2026: You are about 6 years from your goal.",
    "1 February 2027: You are about 7 years from your goal.",
    "",
    "  · In all 310 → 350 hours of your own time.",
    "  · In all $600 → $2,600.",
    "",
    "  · Exam: 1 March 2027 → 1 April 2027.",
    "  · Move house: new, until 16 August 2027.",
    "  · Talk: no longer in it.",
    "",
  ]);
});

test("printPlans() lists what was kept and why, with the id that compare-plans takes", () => {
  const reason = "One step is new; the goal stays at May 2033.";
  const text = printPlans(
    {
      plans: [
        { ...one, goalId: "g" },
        { ...other, goalId: "g", reason },
      ],
    },
    LAYOUT,
  );
  expect(text).toContain(
    "1 February 2027: You are about 7 years from your goal.\n  One step is new",
  );
  expect(text).toContain("\n  p2\n");
  expect(printPlans({ plans: [] }, LAYOUT)).toBe("No plan is kept yet.\n");
});
