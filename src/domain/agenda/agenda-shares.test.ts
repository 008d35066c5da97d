import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCheckIns, TODAY } from "../../../test/fixtures/any-check-ins.ts";
import { addDays } from "../calendar-date.ts";
import { agendaSharesOf, LEAST_HOURS, LEAST_WEEKS, sharesOf } from "./agenda-shares.ts";
import { AGENDAS, type CheckIn } from "./check-in.ts";

function week(weeksAgo: number, lines: CheckIn["lines"]): CheckIn {
  return { id: `w-${weeksAgo}`, kind: "weekly", date: addDays(TODAY, -7 * weeksAgo), lines };
}

test("agendaSharesOf() gives each agenda its share of the hours of the last eight weeks", () => {
  const weeks = [0, 1, 2].map((ago) =>
    week(ago, [
      { what: "Reception", hours: 30, agenda: "employer" },
      { what: "Course", hours: 6, agenda: "mine" },
      { what: "Training the new one", hours: 4, agenda: "both" },
      { what: "Errands", hours: 5 },
    ]),
  );
  const longAgo = week(60, [{ what: "", hours: 100, agenda: "neither" }]);
  const found = agendaSharesOf([...weeks, longAgo], TODAY);
  expect(found.shares).toEqual({ mine: 0.15, employer: 0.75, both: 0.1, neither: 0 });
  expect(found.unsaid).toBe(15);
  expect(found.weeks.map(({ hours }) => hours.mine)).toEqual([6, 6, 6]);
});

test("agendaSharesOf() says no share on too little: few weeks, few hours, nothing, a year ago", () => {
  const hours = [{ what: "", hours: 40, agenda: "mine" }] as const;
  expect(agendaSharesOf([], TODAY).shares).toBeUndefined();
  expect(agendaSharesOf([week(0, hours)], TODAY).shares).toBeUndefined();
  expect(agendaSharesOf([week(0, hours), week(0, hours), week(1, hours)], TODAY).shares).toBe(
    undefined,
  );
  expect(
    agendaSharesOf(
      [50, 51, 52].map((ago) => week(ago, hours)),
      TODAY,
    ).weeks,
  ).toEqual([]);
  const few = [{ what: "", hours: 1, agenda: "mine" }] as const;
  expect(
    agendaSharesOf(
      [0, 1, 2].map((ago) => week(ago, few)),
      TODAY,
    ).shares,
  ).toBeUndefined();
});

test("agendaSharesOf() says all of it where all hours are one's own, as with unpaid work alone", () => {
  const own = [{ what: "Allotment society", hours: 5, agenda: "mine" }] as const;
  const { shares } = agendaSharesOf(
    [0, 2, 5].map((ago) => week(ago, own)),
    TODAY,
  );
  expect(shares).toEqual({ mine: 1, employer: 0, both: 0, neither: 0 });
});

test("law: hours added to an agenda never lower its share, nor raise another's", () => {
  fc.assert(
    fc.property(
      anyCheckIns,
      fc.constantFrom(...AGENDAS),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
      (checkIns, agenda, hours, weeksAgo) => {
        const before = sharesOf(agendaSharesOf(checkIns, TODAY).hours);
        const added = week(weeksAgo, [{ what: "", hours, agenda }]);
        const after = sharesOf(agendaSharesOf([...checkIns, added], TODAY).hours);
        if (before === undefined || after === undefined) return;
        for (const one of AGENDAS) {
          if (one === agenda) expect(after[one]).toBeGreaterThanOrEqual(before[one] - 1e-12);
          else expect(after[one]).toBeLessThanOrEqual(before[one] + 1e-12);
        }
      },
    ),
  );
});

test("law: shares sum to 1, and none is said under the least weeks and hours", () => {
  fc.assert(
    fc.property(anyCheckIns, (checkIns) => {
      const { shares, weeks, hours } = agendaSharesOf(checkIns, TODAY);
      const said = AGENDAS.reduce((sum, one) => sum + hours[one], 0);
      if (weeks.length < LEAST_WEEKS || said < LEAST_HOURS) expect(shares).toBeUndefined();
      if (shares === undefined) return;
      expect(AGENDAS.reduce((sum, one) => sum + shares[one], 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("law: the order of check-ins changes nothing", () => {
  fc.assert(
    fc.property(anyCheckIns, (checkIns) => {
      expect(agendaSharesOf(checkIns.toReversed(), TODAY)).toEqual(agendaSharesOf(checkIns, TODAY));
    }),
  );
});
