import { expect, test } from "vitest";
import type { Currency } from "../../domain/money.ts";
import { openingsChoices, rungFieldsOf, rungOfFields } from "./ladder-fields.ts";

test("rungOfFields() undoes rungFieldsOf()", () => {
  const rung = {
    title: "Office manager",
    occupationId: "43-1011.00",
    annualPay: { amount: 52000, currency: "GBP" as Currency },
    usualMonthsBefore: 24,
    openingsAYear: 0.7,
    othersWanting: 0,
    note: "Ask Mrs Lee",
  };
  expect(rungOfFields(rungFieldsOf("1", rung, "Supervisor"), rung, "USD")).toEqual(rung);
  expect(rungOfFields(rungFieldsOf("2", { title: "Lead" }, ""), undefined, "USD")).toEqual({
    title: "Lead",
  });
});

test("openingsChoices() has what was said, though it is none of the usual", () => {
  expect(openingsChoices("0.7").at(-1)).toEqual({ value: "0.7", label: "0.7 a year" });
  expect(openingsChoices("1")).toHaveLength(openingsChoices("").length);
});
