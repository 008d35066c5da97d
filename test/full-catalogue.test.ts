// The working catalogue of the real releases, where they are present: nobody is counted twice, what the
// starter knows still holds, and titles mean what they meant.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import {
  experienceCreditOf,
  LED_ELSEWHERE_CREDIT,
  LED_WORK_CREDIT,
} from "../src/domain/moves/experience-credit.ts";
import { type Catalogue, rowOf } from "../src/domain/occupations/catalogue.ts";
import { combineCatalogues } from "../src/domain/occupations/combine-catalogues.ts";
import { matchTitle, titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex } from "../src/domain/titles/title-index.ts";
import { readStarterFiles } from "../src/host/bundled-files.ts";
import { openSource } from "../src/host/open-source.ts";
import { readBls } from "../src/sources/bls.ts";
import { readCrosswalks } from "../src/sources/crosswalks.ts";
import { readOnet } from "../src/sources/onet.ts";
import { readStarter } from "../src/sources/starter.ts";
import type { SourceKind } from "../src/sources/wanted-files.ts";

const SHARED = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const isHere = existsSync(join(SHARED, "onet_text.zip"));
const skipped = isHere ? "" : " (skipped: the public releases are not here)";

let starter: Catalogue;
let bls: Catalogue;
let working: Catalogue;

async function filesOf(kind: SourceKind, name: string) {
  const opened = await openSource(join(SHARED, name), { kind, temporaryFolder: "/nowhere" });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.files;
}

beforeAll(async () => {
  if (!isHere) return;
  const read = readStarter(await readStarterFiles());
  starter = read.catalogue;
  bls = readBls(await filesOf("bls", "bls")).catalogue;
  working = combineCatalogues({
    starter,
    licencesElsewhere: read.licencesElsewhere,
    onet: readOnet(await filesOf("onet", "onet_text.zip")).catalogue,
    bls,
    crosswalks: readCrosswalks(await filesOf("crosswalks", "crosswalks")).crosswalks,
  });
}, 60_000);

test.runIf(isHere)(`every occupation of the starter is among O*NET's 1,016${skipped}`, () => {
  expect(working.ids.length).toBe(1016);
  for (const id of starter.ids) expect(rowOf(working, id), id).toBeGreaterThanOrEqual(0);
});

test.runIf(isHere)(`the people of all occupations are no more than BLS counts${skipped}`, () => {
  const sum = (column: Float64Array) =>
    column.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
  const [people, openings] = [sum(working.employment), sum(working.annualOpenings)];
  expect(people).toBeLessThanOrEqual(sum(bls.employment) * 1.0001);
  // O*NET has no row for some of BLS's, such as the armed forces; nearly all are there.
  expect(people).toBeGreaterThan(sum(bls.employment) * 0.97);
  expect(openings).toBeLessThanOrEqual(sum(bls.annualOpenings) * 1.0001);
  const nurse = rowOf(working, "29-1141.00");
  const blsNurse = rowOf(bls, "29-1141");
  expect(working.employment[nurse]).toBe(bls.employment[blsNurse]);
});

test.runIf(isHere)(`what is asked is what the starter says is asked${skipped}`, () => {
  const width = working.elements.length;
  const placeOf = new Map(working.elements.map((element, place) => [element.id, place]));
  let differing = 0;
  let compared = 0;
  starter.ids.forEach((id, own) => {
    const row = rowOf(working, id);
    starter.elements.forEach((element, i) => {
      const before = starter.level[own * starter.elements.length + i] ?? Number.NaN;
      const now = working.level[row * width + (placeOf.get(element.id) ?? -1)] ?? Number.NaN;
      compared += 1;
      // The starter is rounded to tenths.
      if (Number.isNaN(before) !== Number.isNaN(now) || Math.abs(before - now) > 0.0501)
        differing += 1;
    });
  });
  expect(compared).toBeGreaterThan(10_000);
  expect(differing / compared).toBeLessThan(0.005);
});

test.runIf(isHere)(`priors over people are near the starter's${skipped}`, () => {
  const known = new Map(starter.elements.map((element) => [element.id, element]));
  for (const { id, priorMean, priorSd } of working.elements) {
    expect(Math.abs(priorMean - (known.get(id)?.priorMean ?? 0)), id).toBeLessThan(0.2);
    expect(Math.abs(priorSd - (known.get(id)?.priorSd ?? 0)), id).toBeLessThan(0.2);
  }
});

test.runIf(isHere)(`everyday titles mean one occupation, as with the starter${skipped}`, () => {
  const titles = buildTitleIndex(titleEntriesOf(working));
  const names = (id: string) => working.titles[rowOf(working, id)] ?? id;
  for (const [title, id] of [
    ["Administrative assistant", "43-6014.00"],
    ["Cashier", "41-2011.00"],
    ["Barista", "35-3023.01"],
    ["Registered nurse", "29-1141.00"],
    ["Call-centre agent", "43-4051.00"],
  ] as const) {
    const match = matchTitle(titles, title, { names });
    expect([match.state, match.candidates[0]?.occupationId], title).toEqual(["sure", id]);
  }
});

test.runIf(isHere)(`a speciality of a licensed profession is never open to all${skipped}`, () => {
  for (const id of ["29-1141.01", "29-1141.02", "29-1141.04"]) {
    const row = rowOf(working, id);
    expect(
      working.licences.some(({ occupation }) => occupation === row),
      id,
    ).toBe(true);
  }
});

test.runIf(isHere)(`boats are no experience for flying, nor guarding for fires${skipped}`, () => {
  const creditOf = (from: string, to: string): number =>
    experienceCreditOf(working, rowOf(working, from), rowOf(working, to));
  expect(creditOf("53-5022.00", "53-2012.00")).toBe(0);
  expect(creditOf("33-9032.00", "33-2021.00")).toBeLessThanOrEqual(LED_ELSEWHERE_CREDIT);
  expect(creditOf("33-2011.00", "33-2021.00")).toBeGreaterThanOrEqual(LED_WORK_CREDIT);
});
