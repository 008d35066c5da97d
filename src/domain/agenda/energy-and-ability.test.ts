import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCheckIns, TODAY } from "../../../test/fixtures/any-check-ins.ts";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { WORKED_CHECK_INS, WORKED_TODAY } from "../../../test/fixtures/worked-check-ins.ts";
import { chanceMeets } from "../abilities/estimate-levels.ts";
import { addDays } from "../calendar-date.ts";
import { energyInWords } from "./agenda-in-words.ts";
import type { CheckIn } from "./check-in.ts";
import { energyOf, LEAST_TIMES } from "./energy.ts";
import { energyPlaceOf, placeThings } from "./energy-and-ability.ts";

const catalogue = smallCatalogue();
const world = {
  catalogue,
  standing: smallStanding(catalogue, { months: { [SMALL.receptionist]: 60 } }),
};

test("placeThings() puts what is done beside what one is good at, as docs/method/agenda.md says", () => {
  const things = placeThings(energyOf(WORKED_CHECK_INS, WORKED_TODAY), world);
  const placed = things.map((one) => [one.inWords, one.energyPlace, one.abilityPlace]);
  expect(placed).toEqual([
    ["customer service", "gives", "good"],
    ["“Front desk”", "gives", "not known"],
    ["office work and its procedures", "takes", "good"],
    ["“Filing”", "takes", "not known"],
    ["“Teaching the new one”", "gives", "not known"],
  ]);
  const office = catalogue.elements.findIndex(({ id }) => id === "2.C.1.b");
  const typical = catalogue.elements[office]?.priorMean ?? 0;
  expect(chanceMeets(world.standing.levels, office, typical)).toBeCloseTo(0.85, 2);
  expect(energyInWords(things)).toBe(
    "You are good at customer service, and it gives you energy. You are also good at office work and its procedures, and it takes energy.",
  );
});

test("placeThings() takes an activity's ability from the position that it belonged to", () => {
  const line = { what: "Front desk", energy: 1, positionId: SMALL.receptionist };
  const weeks = [0, 7, 14].map(
    (ago): CheckIn => ({
      id: `c-${ago}`,
      kind: "weekly",
      date: addDays(WORKED_TODAY, -ago),
      lines: [line],
    }),
  );
  const placeIn = (months: number) => {
    const standing = smallStanding(catalogue, { months: { [SMALL.receptionist]: months } });
    return placeThings(energyOf(weeks, WORKED_TODAY), { catalogue, standing })[0]?.abilityPlace;
  };
  expect(placeIn(60)).toBe("good");
  expect(placeIn(0.5)).toBe("not shown");
});

test("placeThings() says nothing of what was named in few weeks, and knows no element of another catalogue", () => {
  expect(
    placeThings(energyOf(WORKED_CHECK_INS.slice(0, LEAST_TIMES - 1), WORKED_TODAY), world),
  ).toEqual([]);
  const strange = WORKED_CHECK_INS.map((one) => ({
    ...one,
    lines: [{ what: "", energy: 1, elementIds: ["9.Z"] }],
  }));
  expect(placeThings(energyOf(strange, WORKED_TODAY), world)).toEqual([]);
  expect(energyInWords([])).toBeUndefined();
});

test("energyOf() leaves what is over half a year ago, and what has no energy said", () => {
  expect(energyOf(WORKED_CHECK_INS, addDays(WORKED_TODAY, 400))).toEqual([]);
  expect(energyOf(WORKED_CHECK_INS, WORKED_TODAY).some(({ key }) => key === "")).toBe(false);
});

test("law: a mean energy lies within what was said, and the order of check-ins changes nothing", () => {
  fc.assert(
    fc.property(anyCheckIns, (checkIns) => {
      const things = energyOf(checkIns, TODAY);
      expect(energyOf(checkIns.toReversed(), TODAY)).toEqual(things);
      for (const { energy } of things) {
        expect(energy).toBeGreaterThanOrEqual(-2);
        expect(energy).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test("law: more energy said of a thing never lowers its place", () => {
  const order = ["takes", "between", "gives"];
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (energy, more) => {
        const [lower, higher] = [energyPlaceOf(energy), energyPlaceOf(energy + more)];
        expect(order.indexOf(higher)).toBeGreaterThanOrEqual(order.indexOf(lower));
      },
    ),
  );
});
