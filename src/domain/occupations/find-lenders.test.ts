// Who may lend figures to an occupation of another catalogue.

import { expect, test } from "vitest";
import { titleEntriesOf } from "../titles/match-title.ts";
import { buildTitleIndex } from "../titles/title-index.ts";
import { blankCatalogue } from "./catalogue.ts";
import { findLenders } from "./find-lenders.ts";

const catalogue = {
  ...blankCatalogue("made-up", ["29-1141.00", "29-1161.00", "29-9099.00", "53-3032.00"]),
  titles: ["Registered Nurses", "Nurse Midwives", "Healthcare Workers", "Truck Drivers"],
  employment: Float64Array.from([10, 1, 5, 7]),
};
const working = { catalogue, titles: buildTitleIndex(titleEntriesOf(catalogue)) };
const borrower = (title: string, group: string) => ({ catalogueId: "esco", id: "x", title, group });
const PAIRS = [
  { isco: "2222", soc: "29-1161" },
  { isco: "2222", soc: "29-9099" },
  { isco: "8332", soc: "53-3032" },
];

test("findLenders() keeps to those of the crosswalk's codes that are alike", () => {
  expect(findLenders(borrower("nurse midwife", "2222"), working, PAIRS)).toEqual([1]);
});

test("findLenders() of a group in which nothing is alike takes what is clearly alike elsewhere", () => {
  expect(findLenders(borrower("truck driver", "2222"), working, PAIRS)).toEqual([3]);
});

test("findLenders() of a name that is like nothing takes the group's codes, the larger first", () => {
  expect(findLenders(borrower("accoucheur", "2222"), working, PAIRS)).toEqual([2, 1]);
});

test("findLenders() without a crosswalk takes only what is clearly alike", () => {
  expect(findLenders(borrower("truck driver", ""), working, undefined)).toEqual([3]);
  expect(findLenders(borrower("zzyzx", ""), working, undefined)).toEqual([]);
});
