import { expect, test } from "vitest";
import { fixtureFiles } from "../../test/fixture-files.ts";
import { readCrosswalks } from "./crosswalks.ts";
import { testSource } from "./source.contract.ts";

const files = fixtureFiles("crosswalks");

testSource("readCrosswalks()", {
  read: (given) => {
    const { crosswalks, problems } = readCrosswalks(given);
    return { value: crosswalks, problems };
  },
  files,
  badRows: [
    ["soc.csv", "91-10,x,91-1001,x", "bad-value", "2010 SOC Code"],
    ["soc.csv", "91-1009,x,none,x", "bad-value", "2018 SOC Code"],
    ["isco.csv", "211,x,*,91-1000,x,", "bad-value", "ISCO-08 Code"],
    ["isco.csv", "0110,x,*,98-7654,x,", "unknown-id", "2010 SOC Code"],
  ].map(([file = "", row = "", code, column = ""]) => ({
    file,
    row,
    problem: { code: `source/${code}` as "source/bad-value", column }, // as: one of the codes above
  })),
});

test("readCrosswalks() keeps codes as text and leaves out what leads nowhere", () => {
  const { crosswalks, problems } = readCrosswalks(files);
  expect(problems).toEqual([]);
  expect(crosswalks.studyFields).toEqual([
    { cip: "01.0900", name: "Lamps, General", socs: ["91-1001", "91-1003"] },
  ]);
  expect(crosswalks.soc2010).toEqual([
    { from: "91-1000", to: "91-1001" },
    { from: "91-1000", to: "91-1003" },
    { from: "91-1002", to: "91-1002" },
  ]);
});

test("readCrosswalks() takes ISCO on to SOC 2018; a marked or split match is a part", () => {
  expect(readCrosswalks(files).crosswalks.isco).toEqual([
    { isco: "0110", soc: "91-1001", partial: true },
    { isco: "0110", soc: "91-1002", partial: true },
    { isco: "0110", soc: "91-1003", partial: true },
    { isco: "9999", soc: "91-1002", partial: false },
  ]);
});

test("readCrosswalks() has no ISCO codes without the older SOC codes between them", () => {
  const alone = new Map([...files].filter(([name]) => name === "isco.csv"));
  const { crosswalks, problems } = readCrosswalks(alone);
  expect(crosswalks.isco).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual([
    "source/lacks-table",
    "source/lacks-table",
    "source/unreadable-file",
  ]);
});
