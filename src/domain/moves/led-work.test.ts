import { expect, test } from "vitest";
import { isLedByAnother, isRankOfItsOwn, leadsWorkOf, risesFromWork } from "./led-work.ts";

test.each([
  ["47-1011.00", "47-2031.00", true],
  ["53-1043.00", "53-3032.00", true],
  ["53-1042.00", "53-3032.00", false],
  ["33-1012.00", "33-2011.00", false],
  // A foreman does not lead foremen, nor anyone of another field.
  ["47-1011.00", "47-1011.00", false],
  ["47-1011.00", "37-2011.00", false],
  ["11-3071.00", "53-7062.00", false],
  ["11-9111.00", "29-1141.00", true],
  ["11-9111.00", "29-1051.00", false],
] as const)(
  "leadsWorkOf() of %s and %s is as SOC's titles say, and for nurses",
  (supervisor, worker, leads) => {
    expect(leadsWorkOf(supervisor, worker)).toBe(leads);
  },
);

test("risesFromWork() knows first-line supervisors, head cooks and detectives, and not managers or workers", () => {
  const ids = ["33-1021.00", "35-1011.00", "53-1044.00", "33-3021.00", "11-9111.00", "33-3051.00"];
  expect(ids.map(risesFromWork)).toEqual([true, true, true, true, false, false]);
});

test("isLedByAnother() is so of work that has a supervisor of its own elsewhere, and of no other work", () => {
  expect(isLedByAnother("33-1021.00", "33-3051.00")).toBe(true);
  expect(isLedByAnother("33-1012.00", "33-3051.00")).toBe(false);
  expect(isLedByAnother("53-1043.00", "43-5032.00")).toBe(true);
  // Accountants have no supervisors of their own in SOC; a manager is no first-line supervisor.
  expect(isLedByAnother("43-1011.00", "13-2011.00")).toBe(false);
  expect(isLedByAnother("11-9051.00", "35-3031.00")).toBe(false);
});

test("isRankOfItsOwn() knows sworn services, and not who leads private guards", () => {
  const ids = ["33-1011.00", "33-1012.00", "33-1021.00", "33-3021.00", "33-1091.00", "33-3051.00"];
  expect(ids.map(isRankOfItsOwn)).toEqual([true, true, true, true, false, false]);
});
