// The readers on the real public releases, where these are at hand: known facts, and what a partial
// release is said to lack.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isRated, rowOf } from "../domain/occupations/catalogue.ts";
import { readBls } from "./bls.ts";
import { readCrosswalks } from "./crosswalks.ts";
import { ESCO_TABLES, readEsco } from "./esco.ts";
import { ONET_TABLES, readOnet } from "./onet.ts";
import { tableNameOf } from "./source-files.ts";

const SHARED = new URL("../../../shared/data/", import.meta.url);
const RELEASES_ARE_HERE = existsSync(new URL("onet_text.zip", SHARED));
if (!RELEASES_ARE_HERE) {
  process.stderr.write(
    "releases: the public releases are not at ../shared/data, readers untried on them\n",
  );
}

function filesInZip(name: string, tables: readonly string[]): Map<string, Uint8Array> {
  const wanted = new Set(tables.map(tableNameOf));
  const zip = new URL(name, SHARED).pathname;
  const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" }).split("\n");
  return new Map(
    names
      .filter((entry) => wanted.has(tableNameOf(entry)))
      .map((entry) => [
        entry,
        new Uint8Array(execFileSync("unzip", ["-p", zip, entry], { maxBuffer: 1 << 28 })),
      ]),
  );
}

function filesInFolder(name: string): Map<string, Uint8Array> {
  const folder = new URL(`${name}/`, SHARED);
  return new Map(
    readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(new URL(file, folder)))]),
  );
}

test.skipIf(!RELEASES_ARE_HERE)("readOnet() reads O*NET 30.0 whole", () => {
  const { catalogue, problems } = readOnet(filesInZip("onet_text.zip", ONET_TABLES));
  expect(catalogue.release).toBe("O*NET 30.0");
  expect(catalogue.ids).toHaveLength(1016);
  expect(catalogue.ids.filter((_, row) => isRated(catalogue, row))).toHaveLength(894);
  expect(catalogue.zones.filter((zone) => zone > 0)).toHaveLength(923);
  expect(catalogue.elements).toHaveLength(120);
  expect(catalogue.related.flat()).toHaveLength(18460);
  expect(catalogue.tasks.flat()).toHaveLength(18796);
  expect(problems.filter(({ code }) => code !== "source/partly-known")).toEqual([
    expect.objectContaining({ code: "source/lacks-table", file: "Work Activities.txt" }),
    expect.objectContaining({ code: "source/suppressed", count: 147 }),
    expect.objectContaining({ code: "source/suppressed", count: 4880 }),
    expect.objectContaining({ code: "source/suppressed", count: 68 }),
  ]);
  const nurse = rowOf(catalogue, "29-1141.00");
  expect(catalogue.titles[nurse]).toBe("Registered Nurses");
  expect(catalogue.groups[nurse]).toBe("29-1141");
  expect(catalogue.zones[nurse]).toBe(4);
  const { education } = catalogue.incumbents;
  expect(education[nurse * 12 + 5]).toBeCloseTo(0.5592, 4);
  const medicine = catalogue.elements.findIndex(({ name }) => name === "Medicine and Dentistry");
  const place = nurse * 120 + medicine;
  expect(catalogue.level[place]).toBeGreaterThan(4);
  expect(catalogue.importance[place]).toBeGreaterThan(4);
});

test.skipIf(!RELEASES_ARE_HERE)("readOnet() says what the partial release 27.0 lacks", () => {
  const files = filesInZip("onet_27_0_text_partial.zip", ONET_TABLES);
  const { catalogue, problems } = readOnet(files);
  expect(catalogue.release).toBe("O*NET 27.0");
  expect(catalogue.ids).toHaveLength(1016);
  expect(catalogue.elements).toEqual([]);
  const lacking = problems.flatMap((one) => (one.code === "source/lacks-table" ? [one.file] : []));
  expect(lacking).toEqual(["Skills.txt", "Knowledge.txt", "Abilities.txt", "Work Activities.txt"]);
  expect(
    problems.every(({ code }) => code === "source/lacks-table" || code === "source/partly-known"),
  ).toBe(true);
});

test.skipIf(!RELEASES_ARE_HERE)("readEsco() reads ESCO 1.2.0 whole", () => {
  const { catalogue, problems } = readEsco(filesInZip("esco_1_2_0_en.zip", ESCO_TABLES));
  const { skills } = catalogue;
  expect(catalogue.ids).toHaveLength(3039);
  expect(skills.ids).toHaveLength(13492);
  expect(skills.ids.filter((id) => !id.startsWith("http"))).toHaveLength(588);
  // 129,004 relations, 17 of which name the same skill as essential and as optional.
  expect(problems).toHaveLength(17);
  expect(problems.every(({ code }) => code === "source/duplicate")).toBe(true);
  expect(skills.skills).toHaveLength(129004 - 17);
  expect(catalogue.groups.every((isco) => /^\d{4}$/.test(isco))).toBe(true);
  expect(catalogue.groups.some((isco) => isco.startsWith("0"))).toBe(true);
  expect(catalogue.titles).toContain("artificial intelligence engineer");
  expect(skills.essential.reduce((sum, one) => sum + one, 0)).toBe(67622);
});

test.skipIf(!RELEASES_ARE_HERE)("readBls() joins projections and wages", () => {
  const { catalogue, problems } = readBls(filesInFolder("bls"));
  expect(catalogue.ids).toHaveLength(832);
  const nurse = rowOf(catalogue, "29-1141");
  expect(catalogue.employment[nurse]).toBe(3391);
  expect(catalogue.annualOpenings[nurse]).toBe(189.1);
  expect(catalogue.growth[nurse]).toBeCloseTo(0.049);
  expect(catalogue.typicalEducation[nurse]).toBe(6);
  expect(
    [catalogue.payLow, catalogue.payMedian, catalogue.payHigh].map((pay) => pay[nurse]),
  ).toEqual([66030, 93600, 135320]);
  expect(catalogue.aliases[nurse]).toContain("CCU Nurse");
  expect(catalogue.payMedian[rowOf(catalogue, "29-1211")]).toBe(239200);
  expect(problems).toEqual([
    { code: "source/top-coded", count: 62, least: 239200 },
    { code: "source/hourly-only", count: 5, hours: 2080 },
    { code: "source/partly-known", what: "pay", known: 831, of: 832 },
  ]);
});

test.skipIf(!RELEASES_ARE_HERE)("readBls() reads the same figures from the clean table", () => {
  const files = filesInFolder("bls");
  const only = (name: string) => new Map([...files].filter(([file]) => file === name));
  const raw = readBls(only("Employment Projections.csv")).catalogue;
  const clean = readBls(only("bls_ep_table_1_2_clean.csv")).catalogue;
  expect(clean.ids).toEqual(raw.ids);
  for (const column of ["employment", "annualOpenings", "growth", "typicalEducation"] as const) {
    expect(clean[column], column).toEqual(raw[column]);
  }
});

test.skipIf(!RELEASES_ARE_HERE)("readCrosswalks() knows the tables by their headers", () => {
  const { crosswalks, problems } = readCrosswalks(filesInFolder("crosswalks"));
  expect(crosswalks.soc2010).toHaveLength(900);
  expect(crosswalks.studyFields.find(({ cip }) => cip === "51.3801")?.socs).toEqual([
    "25-1072",
    "29-1141",
  ]);
  expect(crosswalks.studyFields.some(({ cip }) => cip.startsWith("01."))).toBe(true);
  expect(crosswalks.isco.filter(({ isco }) => isco === "2221").map(({ soc }) => soc)).toEqual([
    "29-1141",
    "29-1151",
    "29-1171",
  ]);
  // Two rows of the sheet have a group's code of three digits.
  expect(problems).toHaveLength(2);
});
