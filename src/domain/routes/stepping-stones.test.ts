import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { experienceCreditOf } from "../moves/experience-credit.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { isAnotherProfession, isSensibleStep } from "./stepping-stones.ts";

const ROOT = new URL("../../../data/starter/", import.meta.url);
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, new Uint8Array(readFileSync(new URL(file, ROOT)))])),
);
const row = (id: string): number => rowOf(catalogue, id);
const [PLUMBER, ELECTRICIAN, RN, LPN, EMT, HYGIENIST] = [
  row("47-2152.00"),
  row("47-2111.00"),
  row("29-1141.00"),
  row("29-2061.00"),
  row("29-2042.00"),
  row("29-1292.00"),
] as const;

const asked = (goalRow: number) => ({
  catalogue,
  goalRow,
  presentRows: [],
  levelRow: undefined,
  pay: undefined,
  excludedRows: new Set<number>(),
});

test("one profession is no step to another; one that opens its schooling is, and a short licence too", () => {
  expect(isAnotherProfession(catalogue, PLUMBER, ELECTRICIAN)).toBe(true);
  expect(isSensibleStep(asked(ELECTRICIAN), PLUMBER, ELECTRICIAN)).toBe(false);
  expect(isSensibleStep(asked(RN), HYGIENIST, RN)).toBe(false);
  expect(isSensibleStep(asked(RN), LPN, RN)).toBe(true);
  expect(isAnotherProfession(catalogue, EMT, RN)).toBe(false);
});

test("months far below count for nothing where only one of the two lists the other", () => {
  expect(experienceCreditOf(catalogue, row("43-3071.00"), row("11-3031.00"))).toBe(0);
  expect(experienceCreditOf(catalogue, row("41-1012.00"), row("11-2022.00"))).toBeGreaterThan(0);
});

test("work without pay sets no level that a step could fall below", () => {
  const paid = { ...asked(row("13-1121.00")), presentRows: [row("11-9151.00")] };
  const step = row("43-6014.00");
  const withLevel = { ...paid, levelRow: row("11-9151.00"), pay: 78_000 };
  expect(isSensibleStep(withLevel, step, row("13-1121.00"))).toBe(false);
  expect(isSensibleStep(paid, step, row("13-1121.00"))).toBe(true);
});
