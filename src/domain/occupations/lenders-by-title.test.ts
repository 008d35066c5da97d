// Who may lend figures to an occupation of another catalogue.

import { expect, test } from "vitest";
import { titleEntriesOf } from "../titles/match-title.ts";
import { buildTitleIndex } from "../titles/title-index.ts";
import { blankCatalogue } from "./catalogue.ts";
import { lendersByTitle } from "./lenders-by-title.ts";

const catalogue = {
  ...blankCatalogue("made-up", ["29-1141.00", "29-1161.00", "29-9099.00", "53-3032.00"]),
  titles: ["Registered Nurses", "Nurse Midwives", "Healthcare Workers", "Truck Drivers"],
  employment: Float64Array.from([10, 1, 5, 7]),
};
const working = { catalogue, titles: buildTitleIndex(titleEntriesOf(catalogue)) };
const MIDWIFE = { title: "midwife", group: "2222" };
const PAIRS = [
  { isco: "2222", soc: "29-1161" },
  { isco: "2222", soc: "29-9099" },
  { isco: "8332", soc: "53-3032" },
];

test("lendersByTitle() keeps to the crosswalk's codes: those alike first, then the larger", () => {
  expect(lendersByTitle(MIDWIFE, working, PAIRS)).toEqual([1, 2]);
  const unlike = { title: "accoucheur", group: "2222" };
  expect(lendersByTitle(unlike, working, PAIRS)).toEqual([2, 1]);
});

test("lendersByTitle() without a crosswalk takes only what is clearly alike", () => {
  expect(lendersByTitle({ title: "lorry driver", group: "" }, working, undefined)).toEqual([3]);
  expect(lendersByTitle({ title: "zzyzx", group: "" }, working, undefined)).toEqual([]);
});
