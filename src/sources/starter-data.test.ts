// The shipped starter catalogue: is it whole, is it plausible, and are its figures those of the public
// releases (where these are present).

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import {
  pathToCredential,
  pathToLicences,
  type Schooling,
} from "../domain/moves/credential-path.ts";
import { licencesOf } from "../domain/moves/usual-requirements.ts";
import {
  type CredentialTemplate,
  EDUCATION_CATEGORIES,
  EXPERIENCE_CATEGORIES,
  isRated,
  levelOf,
  rowOf,
} from "../domain/occupations/catalogue.ts";
import { examOf } from "../domain/occupations/licence-paths.ts";
import { readStarter, STARTER_FILES } from "./starter.ts";

const FOLDER = new URL("../../data/starter/", import.meta.url);
const SHARED = new URL("../../../shared/data/", import.meta.url);
const RELEASES_ARE_HERE = existsSync(new URL("onet_text.zip", SHARED));
if (!RELEASES_ARE_HERE) {
  process.stderr.write(
    "starter-data: the public releases are not at ../shared/data, figures unchecked\n",
  );
}

const files = new Map(STARTER_FILES.map((name) => [name, readFileSync(new URL(name, FOLDER))]));
const { catalogue, licencesElsewhere, problems } = readStarter(files);
const NOTHING: ReadonlySet<string> = new Set();

function credential(id: string): CredentialTemplate {
  const found = catalogue.credentials.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No credential ${id}`);
  return found;
}

const DIPLOMA: Schooling = {
  educationLevel: 2,
  heldCredentialIds: new Set(),
  heldLicences: new Set(),
  studiedRows: new Set(),
};

function questionOf(row: number, schooling: Partial<Schooling>) {
  const own = { ...DIPLOMA, ...schooling };
  return { catalogue, schooling: own, row, hoursPerWeek: 20, avoid: NOTHING };
}

/** The credential as the last of what leads to it, for somebody who may begin with it. */
function lastOnTheWayTo(one: CredentialTemplate, row: number): string | undefined {
  const ready = { educationLevel: one.entryLevel, heldCredentialIds: new Set(one.after) };
  return pathToCredential(questionOf(row, ready), one)?.templates.at(-1)?.id;
}

/** The highest level of schooling that the credential gives, or one that must be done before it. */
function levelBy({ after, educationLevel }: CredentialTemplate): number {
  return Math.max(educationLevel, ...after.map((id) => levelBy(credential(id))));
}

test("the starter catalogue reads without a problem, from exactly its files", () => {
  expect(problems).toEqual([]);
  const present = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
  expect(present.sort()).toEqual([...STARTER_FILES]);
});

test("every occupation has a code, a title, a short description of its own and a zone", () => {
  expect(catalogue.ids.length).toBeGreaterThanOrEqual(200);
  expect(new Set(catalogue.titles).size).toBe(catalogue.ids.length);
  catalogue.ids.forEach((id, row) => {
    expect(catalogue.descriptions[row]?.length, id).toBeGreaterThan(25);
    expect(catalogue.descriptions[row]?.length, id).toBeLessThan(160);
    expect(catalogue.zones[row], id).toBeGreaterThanOrEqual(1);
    expect(catalogue.typicalEducation[row], id).toBeGreaterThanOrEqual(1);
    expect(catalogue.payMedian[row], id).toBeGreaterThan(20000);
    expect(catalogue.employment[row], id).toBeGreaterThan(0);
    expect(catalogue.annualOpenings[row], id).toBeGreaterThan(0);
  });
});

test("all 22 civilian major groups of the SOC are there", () => {
  const groups = new Set(catalogue.ids.map((id) => Number(id.slice(0, 2))));
  expect([...groups]).toEqual(Array.from({ length: 22 }, (_, i) => 11 + 2 * i));
});

test("every occupation has at least ten aliases, and no alias means two occupations", () => {
  const owner = new Map<string, string>();
  catalogue.ids.forEach((id, row) => {
    const aliases = (catalogue.aliases[row] ?? []).map((alias) => alias.toLowerCase());
    expect(new Set(aliases).size, id).toBe(aliases.length);
    expect(aliases.length, id).toBeGreaterThanOrEqual(10);
    for (const alias of aliases) {
      // What stands in brackets is dropped when titles are compared, so it cannot tell two apart.
      expect(alias, alias).not.toContain("(");
      expect(owner.get(alias), alias).toBeUndefined();
      owner.set(alias, id);
    }
  });
  expect(owner.get("call-centre agent")).toBe("43-4051.00");
  expect(owner.get("surgery receptionist")).toBe("43-4171.00");
  expect(owner.get("scout leader")).toBe("39-9032.00");
  // Unpaid and British words, and what one school year is called in both countries.
  expect(owner.get("school governor")).toBe("11-9151.00");
  expect(owner.get("unpaid carer")).toBe("31-1122.00");
  expect(owner.get("foster carer")).toBe("39-9011.00");
  expect(owner.get("reception class teacher")).toBe(owner.get("reception teacher"));
  expect(owner.get("yoga teacher")).toBe(owner.get("yoga instructor"));
  expect(owner.get("front-end engineer")).toBe(owner.get("front-end developer"));
});

test("nearly every occupation is rated, within the scales, and the priors are plausible", () => {
  expect(catalogue.elements).toHaveLength(120);
  const rated = catalogue.ids.filter((_, row) => isRated(catalogue, row));
  expect(rated.length).toBeGreaterThan(0.9 * catalogue.ids.length);
  for (const value of catalogue.importance) expect(value >= 2.7 || Number.isNaN(value)).toBe(true);
  for (const element of catalogue.elements) {
    expect(element.priorMean, element.name).toBeGreaterThan(0);
    expect(element.priorMean, element.name).toBeLessThan(5);
    expect(element.priorSd, element.name).toBeGreaterThan(0.2);
    expect(element.priorSd, element.name).toBeLessThan(2.5);
    expect(element.unlistedLevel, element.name).toBeLessThan(3.5);
  }
  const medicine = catalogue.elements.findIndex(
    (element) => element.name === "Medicine and Dentistry",
  );
  const nurse = levelOf(catalogue, rowOf(catalogue, "29-1141.00"), medicine);
  const receptionist = levelOf(catalogue, rowOf(catalogue, "43-4171.00"), medicine);
  expect(nurse - receptionist).toBeGreaterThan(2);
});

test("every element has three anchors, short, concrete, and each its own", () => {
  const texts = catalogue.elements.flatMap(({ anchors }) => anchors.map(({ text }) => text));
  expect(new Set(texts).size).toBe(3 * catalogue.elements.length);
  for (const { name, group, anchors } of catalogue.elements) {
    expect(
      anchors.map(({ level }) => level),
      name,
    ).toEqual([2, 4, 6]);
    for (const { text } of anchors) {
      expect(text.length, text).toBeLessThanOrEqual(90);
      expect(text.split(" ").length, text).toBeGreaterThanOrEqual(4);
      if (group === "knowledge") expect(text).toMatch(/^Know /);
    }
  }
});

test("shares of incumbents sum to 1, and most nurses have at least an associate's degree", () => {
  const { education } = catalogue.incumbents;
  const row = rowOf(catalogue, "29-1141.00");
  const nurses = education.slice(row * EDUCATION_CATEGORIES, (row + 1) * EDUCATION_CATEGORIES);
  expect(nurses.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(nurses.slice(4).reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.7);
});

test("every licence has a place and a source, names an exam on the list and has a way to walk", () => {
  for (const licence of catalogue.licences) {
    const occupation = catalogue.ids[licence.occupation];
    expect(licence.place, occupation).toMatch(/^US(-[A-Z]{2})?$/);
    expect(licence.source.length, occupation).toBeGreaterThan(5);
    // What is asked for a part of the work alone says for which, and keeps nobody out.
    if (licence.partOnly === true) {
      expect(licence.name, occupation).toMatch(/, (to|for) /);
      continue;
    }
    expect(licence.exam === "" || examOf(catalogue, licence) !== undefined, occupation).toBe(true);
    const ways = licence.credentials.map(credential);
    expect(ways.length > 0 || licence.exam !== "", occupation).toBe(true);
    for (const way of ways)
      expect(lastOnTheWayTo(way, licence.occupation), occupation).toBe(way.id);
    const exam = examOf(catalogue, licence);
    const level = Math.max(...[...ways, ...(exam === undefined ? [] : [exam])].map(levelBy));
    if (licence.minimumEducation > 2)
      expect(level, occupation).toBeGreaterThanOrEqual(licence.minimumEducation);
  }
});

test("a licence that asks no schooling says none, so that holding it takes nobody's schooling away", () => {
  // Level 1, "less than high school", would be less than what is assumed where a record says nothing.
  for (const { minimumEducation, name } of [...catalogue.licences, ...licencesElsewhere]) {
    expect(minimumEducation, name).not.toBe(1);
  }
  const forklift = catalogue.licences.filter(
    ({ name }) => name === "Forklift operator certificate",
  );
  expect(forklift.map(({ minimumEducation }) => minimumEducation)).toEqual([0]);
});

test("a licence for a part of the work is not asked of everyone", () => {
  const engineer = rowOf(catalogue, "17-2051.00");
  const own = catalogue.licences.filter(({ occupation }) => occupation === engineer);
  expect(own.map(({ partOnly }) => partOnly)).toEqual([true]);
  expect(licencesOf(catalogue, engineer)).toEqual([]);
  expect(licencesOf(catalogue, rowOf(catalogue, "29-1051.00"))).toHaveLength(1);
});

test("part of the work alone: a caseworker, an old house, car air conditioning, a federally funded class", () => {
  const partOf = (id: string) =>
    catalogue.licences.filter(
      ({ occupation, partOnly }) => occupation === rowOf(catalogue, id) && partOnly === true,
    );
  for (const id of ["21-1021.00", "47-2141.00", "49-3023.00", "25-2011.00", "25-9042.00"]) {
    expect(partOf(id), id).toHaveLength(1);
    expect(licencesOf(catalogue, rowOf(catalogue, id)), id).toEqual([]);
  }
});

test("each kind of registered nurse that O*NET tells apart is asked for the nurse's licence", () => {
  const asked = new Set(
    licencesElsewhere
      .filter(({ exam }) => exam === "Nursing exam (NCLEX-RN)")
      .map(({ occupationId }) => occupationId),
  );
  for (const id of ["29-1141.01", "29-1141.02", "29-1141.03", "29-1141.04", "29-1151.00"]) {
    expect(asked.has(id), id).toBe(true);
  }
});

test("licences of occupations elsewhere are many, each once, with place, source and known credentials", () => {
  expect(licencesElsewhere.length).toBeGreaterThan(80);
  const names = licencesElsewhere.map(({ occupationId, name }) => `${occupationId} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  const exams = new Set(catalogue.credentials.map(({ name: exam }) => exam));
  for (const { occupationId, name, exam, place, source, partOnly } of licencesElsewhere) {
    expect(place, occupationId).toMatch(/^US(-[A-Z]{2})?$/);
    expect(source.length, occupationId).toBeGreaterThan(5);
    // An exam that all must pass has its hours and chance; without them a plan would pass it over.
    if (partOnly === true) expect(name, occupationId).toMatch(/, (to|for) /);
    else if (exam !== "") expect(exams.has(exam), exam).toBe(true);
  }
});

test("the ways to the nursing licence are the four there are, and a practical nurse has a short one", () => {
  const row = rowOf(catalogue, "29-1141.00");
  const [licence] = catalogue.licences.filter(({ occupation }) => occupation === row);
  expect(licence?.credentials).toEqual(["adn", "lpn-rn-bridge", "bsn", "second-degree-bsn"]);
  const idsFor = (schooling: Partial<Schooling>) =>
    pathToLicences(questionOf(row, schooling))?.templates.map(({ id }) => id);
  expect(idsFor({})).toEqual(["adn", "nclex-rn"]);
  const practicalNurse = new Set(["practical-nursing", "nclex-pn"]);
  expect(idsFor({ educationLevel: 3, heldCredentialIds: practicalNurse })).toEqual([
    "lpn-rn-bridge",
    "nclex-rn",
  ]);
});

test("a nursing degree is some 2,700 hours with daytime classes and a place to be won", () => {
  const degree = credential("adn");
  expect(degree.hours.likely).toBe(2700);
  expect([degree.daytime, degree.admission, degree.minimumMonths]).toEqual([true, true, 24]);
  expect(credential("practical-nursing").hours.likely).toBeGreaterThanOrEqual(1300);
  expect(credential("nurse-aide-training").hours.low).toBeGreaterThanOrEqual(75);
});

test("each credential has a source, a chance when it is an exam, and begins where it can", () => {
  const ids = new Set(catalogue.credentials.map(({ id }) => id));
  for (const one of catalogue.credentials) {
    expect(one.source.length, one.id).toBeGreaterThan(5);
    if (one.kind === "exam") expect(Number.isNaN(one.passRate), one.id).toBe(false);
    if (one.kind === "degree")
      expect(one.educationLevel, one.id).toBeGreaterThan(one.entryLevel - 1);
    for (const before of one.after) expect(ids.has(before), before).toBe(true);
    expect(lastOnTheWayTo(one, one.preparesFor[0] ?? 0), one.id).toBe(one.id);
    // Full-time study is some 45 hours a week; nothing may need more in its shortest time.
    if (one.minimumMonths > 0) {
      expect(one.hours.likely / one.minimumMonths, one.id).toBeLessThan(200);
    }
  }
});

test("no credential comes after itself", () => {
  const ancestors = (id: string, seen: ReadonlySet<string>): boolean =>
    credential(id).after.every(
      (before) => !seen.has(before) && ancestors(before, new Set([...seen, before])),
    );
  for (const { id } of catalogue.credentials) expect(ancestors(id, new Set([id])), id).toBe(true);
});

test("rungs go up from 1 without holes", () => {
  const orders = new Map<number, number[]>();
  for (const rung of catalogue.rungs) {
    orders.set(rung.occupation, [...(orders.get(rung.occupation) ?? []), rung.order]);
    expect(rung.source).not.toBe("");
  }
  for (const list of orders.values()) expect(list).toEqual(list.map((_, place) => place + 1));
});

// What follows reads the releases that the figures come from.

type Row = Readonly<Record<string, string>>;

function readZipTable(name: string): Row[] {
  const zip = new URL("onet_text.zip", SHARED).pathname;
  const text = execFileSync("unzip", ["-p", zip, `*/${name}.txt`], {
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  const [header = [], ...rest] = text.split(/\r?\n/).map((line) => line.split("\t"));
  return rest.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i], cell])));
}

function readTable(path: string): Row[] {
  return parse(readFileSync(new URL(path, SHARED)), { columns: true, bom: true });
}

test.skipIf(!RELEASES_ARE_HERE)("titles and zones are O*NET's", () => {
  const titles = new Map(
    readZipTable("Occupation Data").map((row) => [row["O*NET-SOC Code"], row.Title]),
  );
  const zones = new Map(
    readZipTable("Job Zones").map((row) => [row["O*NET-SOC Code"], row["Job Zone"]]),
  );
  catalogue.ids.forEach((id, row) => {
    expect(catalogue.titles[row]).toBe(titles.get(id));
    expect(String(catalogue.zones[row])).toBe(zones.get(id));
  });
});

test.skipIf(!RELEASES_ARE_HERE)("levels and importances of skills are O*NET's, rounded", () => {
  let checked = 0;
  const place = new Map(catalogue.elements.map((element, index) => [element.id, index]));
  for (const row of readZipTable("Skills")) {
    const occupation = rowOf(catalogue, row["O*NET-SOC Code"] ?? "");
    const element = place.get(row["Element ID"] ?? "");
    if (occupation < 0 || element === undefined) continue;
    const column = row["Scale ID"] === "IM" ? catalogue.importance : catalogue.level;
    const value = column[occupation * catalogue.elements.length + element] ?? Number.NaN;
    const real = Number(row["Data Value"]);
    if (Number.isNaN(value)) {
      if (row["Scale ID"] === "IM") expect(real).toBeLessThan(2.75);
      continue;
    }
    expect(Math.abs(value - real)).toBeLessThanOrEqual(0.0501);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(3000);
});

test.skipIf(!RELEASES_ARE_HERE)("shares of incumbents are O*NET's, rounded", () => {
  const scales = {
    RL: { shares: catalogue.incumbents.education, width: EDUCATION_CATEGORIES },
    RW: { shares: catalogue.incumbents.experience, width: EXPERIENCE_CATEGORIES },
  };
  let checked = 0;
  for (const row of readZipTable("Education, Training, and Experience")) {
    const occupation = rowOf(catalogue, row["O*NET-SOC Code"] ?? "");
    const scale = scales[row["Scale ID"] as keyof typeof scales];
    if (occupation < 0 || scale === undefined) continue;
    const share = scale.shares[occupation * scale.width + Number(row.Category) - 1] ?? Number.NaN;
    // Each of the shares was rounded, then all were made to sum to 1.
    expect(Math.abs(share - Number(row["Data Value"]) / 100), row["O*NET-SOC Code"]).toBeLessThan(
      0.04,
    );
    checked += 1;
  }
  expect(checked).toBeGreaterThan(5000);
});

test.skipIf(!RELEASES_ARE_HERE)("related occupations are O*NET's, in its order", () => {
  const lists = new Map<string, string[]>();
  for (const row of readZipTable("Related Occupations")) {
    const id = row["O*NET-SOC Code"] ?? "";
    const other = row["Related O*NET-SOC Code"] ?? "";
    const own = lists.get(id) ?? [];
    if (rowOf(catalogue, other) >= 0) own[Number(row.Index)] = other;
    lists.set(id, own);
  }
  catalogue.ids.forEach((id, row) => {
    const own = (lists.get(id) ?? []).filter((other) => other !== undefined);
    expect(
      catalogue.related[row]?.map((other) => catalogue.ids[other]),
      id,
    ).toEqual(own);
  });
});

test.skipIf(!RELEASES_ARE_HERE)("pay is OEWS's, and empty where OEWS gives none", () => {
  const wages = new Map(
    readTable("bls/national_M2024_dl.csv")
      .filter((row) => row.O_GROUP === "detailed")
      .map((row) => [row.OCC_CODE ?? "", row]),
  );
  const real = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""));
  let checked = 0;
  catalogue.ids.forEach((id, row) => {
    const wage = wages.get(id.slice(0, 7));
    if (wage === undefined) return;
    checked += 1;
    expect(catalogue.payLow[row], id).toEqual(real(wage.A_PCT10));
    expect(catalogue.payMedian[row], id).toEqual(real(wage.A_MEDIAN));
    expect(catalogue.payHigh[row], id).toEqual(real(wage.A_PCT90));
  });
  expect(checked).toBeGreaterThan(120);
});

test.skipIf(!RELEASES_ARE_HERE)("employment, openings and growth are the projections'", () => {
  const rows = new Map(
    readTable("bls/bls_ep_table_1_2_clean.csv").map((row) => [row.soc ?? "", row]),
  );
  let checked = 0;
  catalogue.ids.forEach((id, row) => {
    const projection = rows.get(id.slice(0, 7));
    if (projection === undefined || !id.endsWith(".00")) return;
    checked += 1;
    expect(catalogue.employment[row], id).toBeCloseTo(Number(projection.employment_2024), 1);
    expect(catalogue.annualOpenings[row], id).toBeCloseTo(Number(projection.annual_openings), 1);
    expect((catalogue.growth[row] ?? 0) * 100, id).toBeCloseTo(
      Number(projection.employment_change_pct),
      1,
    );
  });
  expect(checked).toBeGreaterThan(120);
});

test.skipIf(!RELEASES_ARE_HERE)("licences elsewhere are of occupations that O*NET has", () => {
  const titles = new Set(readZipTable("Occupation Data").map((row) => row["O*NET-SOC Code"]));
  for (const { occupationId } of licencesElsewhere) {
    expect(titles.has(occupationId), occupationId).toBe(true);
    expect(rowOf(catalogue, occupationId), occupationId).toBe(-1);
  }
});
