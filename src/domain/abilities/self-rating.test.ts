import { expect, test } from "vitest";
import { smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import type { CalendarDate, PartialDate } from "../calendar-date.ts";
import type { SelfRating } from "../record/career-record.ts";
import { areFlat, countedRatingsOf, FLAT_FROM, newestRatingsOf } from "./self-rating.ts";

const TODAY = "2026-11-26" as CalendarDate;
const catalogue = smallCatalogue();

function rating(place: number, level: number, date: string = TODAY): SelfRating {
  const elementId = catalogue.elements[place]?.id ?? "unknown";
  return { elementId, level, date: date as PartialDate };
}

test("newestRatingsOf() keeps the newest of each element, of two on one day the lower, in any order", () => {
  const ratings = [
    rating(1, 5, "2025"),
    rating(0, 2, "2024-05"),
    rating(1, 3, "2026-01-01"),
    rating(0, 4, "2024-05-31"),
    rating(1, 1, "2024"),
    rating(1, 4, "2026-01-01"),
  ];
  for (const given of [ratings, ratings.toReversed()]) {
    expect(newestRatingsOf(given).map(({ level }) => level)).toEqual([2, 3]);
  }
});

test("areFlat() needs many ratings, nearly all alike", () => {
  const alike = (count: number) => Array.from({ length: count }, (_, i) => rating(i, 4));
  expect(areFlat(alike(FLAT_FROM - 1))).toBe(false);
  expect(areFlat(alike(FLAT_FROM))).toBe(true);
  expect(areFlat([...alike(FLAT_FROM - 1), rating(9, 5)])).toBe(true);
  expect(areFlat([...alike(FLAT_FROM - 2), rating(8, 5), rating(9, 3)])).toBe(false);
  expect(areFlat([])).toBe(false);
});

test("countedRatingsOf() fades a rating as work fades, and passes over what the catalogue lacks", () => {
  const counted = countedRatingsOf(
    catalogue,
    [rating(2, 3, "2016-11-26"), rating(1, 6), rating(99, 4), rating(3, 4, "2027")],
    TODAY,
  );
  expect(counted.map(({ element, level }) => [element, level])).toEqual([
    [1, 6],
    [2, 3],
    [3, 4],
  ]);
  expect(counted[0]?.weight).toBe(1);
  expect(counted[1]?.weight).toBeCloseTo(0.5, 3);
  expect(counted[2]?.weight).toBe(1);
});

test("countedRatingsOf() lets ratings that are all alike weigh less", () => {
  const flat = Array.from({ length: FLAT_FROM }, (_, i) => rating(i, 4));
  const weights = countedRatingsOf(catalogue, flat, TODAY).map(({ weight }) => weight);
  expect(weights).toEqual(flat.map(() => 0.25));
});
