// Likelihoods and rankings on the small catalogue: hand-reckoned nearness, and what must hold of any.

import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { blankCatalogue, type Catalogue } from "../occupations/catalogue.ts";
import { MOVE_FEATURES, moveFeaturesOf } from "./move-features.ts";
import { likelihoodsFrom, MOVE_COEFFICIENTS, moveWorldOf } from "./move-likelihood.ts";
import { profileNearness, relatedNearness, wordNearness } from "./profile-nearness.ts";
import { rankMoves } from "./rank-moves.ts";

const catalogue = smallCatalogue();
const allRows = catalogue.ids.map((_, row) => row);

test("wordNearness() is the cosine of the words, each by its rarity", () => {
  const { values } = wordNearness([["ward nurse"], ["theatre nurse"], ["ward porter"]]);
  // Each word but theatre and porter is held by two of three: ln 1.5; those two by one: ln 3.
  const [shared, own] = [Math.log(1.5), Math.log(3)];
  const first = Math.hypot(shared, shared);
  const other = Math.hypot(shared, own);
  expect(values[0]).toBeCloseTo(1, 12);
  expect(values[1]).toBeCloseTo(shared ** 2 / (first * other), 12);
  expect(values[5]).toBe(0);
});

test("relatedNearness() shares an occupation's weight out over its list, and half of it one step on", () => {
  const chain: Catalogue = {
    ...catalogue,
    related: allRows.map((row) => (row === 0 ? [1, 2] : row === 1 ? [3] : [])),
  };
  const { count, values } = relatedNearness(chain, allRows);
  const near = 1 / (1 + 1 / Math.sqrt(2)) / 2;
  expect(values[1]).toBeCloseTo(near, 12);
  expect(values[count]).toBeCloseTo(near, 12);
  expect(values[2]).toBeCloseTo(0.5 - near, 12);
  // 0 lists 1, and 1 lists 3 alone: half of the share of the one times that of the other.
  expect(values[3]).toBeCloseTo((near * 0.5) / 2, 12);
  expect(values[4]).toBe(0);
});

test("profileNearness() is 1 on the diagonal and the same both ways", () => {
  const { count, values } = profileNearness(catalogue, allRows, "knowledge");
  for (let a = 0; a < count; a++) {
    expect(values[a * count + a]).toBeCloseTo(1, 9);
    for (let b = 0; b < count; b++) {
      expect(values[a * count + b]).toBe(values[b * count + a]);
    }
  }
});

test("MOVE_COEFFICIENTS stand in the order of the features", () => {
  expect(MOVE_COEFFICIENTS.map(({ feature }) => feature)).toEqual([...MOVE_FEATURES]);
});

test("moveFeaturesOf() is finite where pay, size or ratings are not known", () => {
  const unknown = smallCatalogue({
    payMedian: new Float64Array(catalogue.ids.length).fill(Number.NaN),
    employment: new Float64Array(catalogue.ids.length).fill(Number.NaN),
  });
  const features = moveFeaturesOf(unknown, allRows);
  expect(allRows.every((place) => features.from(place).every(Number.isFinite))).toBe(true);
});

test("likelihoodsFrom() sums to 1, never stays, and damped size favours the smaller of two alike", () => {
  const world = moveWorldOf(catalogue);
  for (const row of world.features.rows) {
    const chances = likelihoodsFrom(world, row);
    expect(chances?.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect(chances?.[world.placeOf[row] ?? -1]).toBe(0);
  }
  const bigger = smallCatalogue({ employment: catalogue.employment.slice() });
  const large = smallRow("retailSalesperson");
  bigger.employment[large] = (bigger.employment[large] ?? 0) * 20;
  const from = smallRow("receptionist");
  const shareAt = (one: Catalogue, sizeShare: number) => {
    const made = moveWorldOf(one);
    return likelihoodsFrom(made, from, { sizeShare })?.[made.placeOf[large] ?? -1] ?? 0;
  };
  expect(shareAt(bigger, 1)).toBeGreaterThan(shareAt(catalogue, 1));
  expect(shareAt(bigger, 0)).toBeCloseTo(shareAt(catalogue, 0), 12);
});

test("rankMoves() puts the likeliest first, knows licences, and is empty for what is not there", () => {
  const moves = rankMoves(catalogue, "43-4171.00", { limit: 20 });
  expect(moves.map(({ id }) => id)).not.toContain("43-4171.00");
  expect(moves).toHaveLength(catalogue.ids.length - 1);
  const likelihoods = moves.map(({ likelihood }) => likelihood);
  expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
  const nurse = moves.find(({ id }) => id === "29-1141.00");
  expect(nurse?.licences).not.toEqual([]);
  expect(nurse?.preparationMonths).toBeGreaterThan(12);
  expect(rankMoves(catalogue, "99-9999.00")).toEqual([]);
  expect(rankMoves(blankCatalogue("no ratings", ["a", "b"]), "a")).toEqual([]);
  expect(rankMoves(catalogue, "43-4171.00", { limit: 0 })).toEqual([]);
});

test("rankMoves() counts the exam of a licence as passed, so that what comes after it is open", () => {
  // A bridge that can only be begun with the practical nurse's exam, and no other way to the licence.
  const bridged = smallCatalogue({
    credentials: catalogue.credentials.map((one) =>
      one.id === "practical-to-registered-bridge" ? { ...one, after: ["nclex-pn"] } : one,
    ),
    licences: catalogue.licences.map((one) => ({
      ...one,
      credentials: one.credentials.filter((id) => id !== "nursing-associate"),
    })),
  });
  const monthsFrom = (id: string) =>
    rankMoves(bridged, id, { limit: 20 }).find((move) => move.id === "29-1141.00")
      ?.preparationMonths;
  expect(monthsFrom("29-2061.00")).toBeGreaterThan(12);
  expect(monthsFrom("43-4171.00")).toBeUndefined();
});

test("rankMoves() takes fit and licences from the person where one is given", () => {
  const nurse = smallStanding(catalogue, {
    months: { "29-1141.00": 60, "43-4171.00": 6 },
    education: 6,
    licences: catalogue.licences.map(({ name }) => name),
  });
  const [usual, hers] = [undefined, nurse].map((person) =>
    rankMoves(catalogue, "43-4171.00", { limit: 20, ...(person && { person }) }).find(
      ({ id }) => id === "29-1141.00",
    ),
  );
  expect(hers?.licences).toEqual([]);
  expect(hers?.fit).toBeGreaterThan(usual?.fit ?? 1);
  expect(hers?.likelihood).toBe(usual?.likelihood);
});
