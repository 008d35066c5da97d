import fc from "fast-check";
import { expect, test } from "vitest";
import { headroomChance, headroomOf } from "./headroom.ts";

test("headroomOf() says the chance within two years with its arithmetic", () => {
  const tight = headroomOf({ title: "Office manager", openingsAYear: 1 / 3, othersWanting: 4 });
  // 1 − e^(−2 × ⅓ ÷ 5)
  expect(tight.chance).toBeCloseTo(0.125, 3);
  expect(tight.isRedFlag).toBe(true);
  expect(tight.inWords).toBe(
    "With one opening in 3 years and four others after it, the chance that one is yours within two " +
      "years is about 1 in 10. That is few positions, tightly held.",
  );
  const open = headroomOf({ title: "Lead", openingsAYear: 2, othersWanting: 1 });
  expect(open.inWords).toBe(
    "With two openings a year and one other after it, the chance that one is yours within two years is about 9 in 10.",
  );
  expect(open.isRedFlag).toBe(false);
});

test("headroomOf() assumes the usual where nothing is said, and calls that no red flag", () => {
  const said = headroomOf({ title: "Lead" });
  expect(said).toMatchObject({ isAssumed: true, isRedFlag: false });
  expect(said.chance).toBeCloseTo(headroomChance(1, 2), 12);
  expect(said.inWords).toContain("about even (assumed where you have not said)");
});

test("headroomOf() knows a full house, whoever wants it", () => {
  const full = headroomOf({ title: "Lead", openingsAYear: 0 });
  expect(full).toMatchObject({ chance: 0, isRedFlag: true, isAssumed: false });
  expect(full.inWords).toContain("full");
});

test("law: more openings or fewer others never lower the chance", () => {
  const openings = fc.double({ min: 0, max: 50, noNaN: true });
  const others = fc.nat(50);
  fc.assert(
    fc.property(openings, openings, others, others, (a, b, m, n) => {
      const better = headroomChance(Math.max(a, b), Math.min(m, n));
      expect(better).toBeGreaterThanOrEqual(headroomChance(Math.min(a, b), Math.max(m, n)));
    }),
  );
});
