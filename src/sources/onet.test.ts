import { expect, test } from "vitest";
import { fixtureFiles } from "../../test/fixture-files.ts";
import { levelOf, rowOf } from "../domain/occupations/catalogue.ts";
import { weighElementPriors } from "../domain/occupations/element-priors.ts";
import { readEsco } from "./esco.ts";
import { ONET_TABLES, readOnet } from "./onet.ts";
import { testSource } from "./source.contract.ts";
import { sourceProblemText } from "./source-problem.ts";

const FOLDER = "db_99_0_text/";
const files = fixtureFiles("onet");

testSource("readOnet()", {
  read: (given) => {
    const { catalogue, problems } = readOnet(given);
    return { value: catalogue, problems };
  },
  files,
  badRows: [
    ["Occupation Data", "91-10\tNo code\tx", "bad-value", "O*NET-SOC Code"],
    ["Occupation Data", "91-1001.00\tTwice\tx", "duplicate", "O*NET-SOC Code"],
    ["Occupation Data", "93-1001.00\t\tx", "bad-value", "Title"],
    ["Job Zones", "99-9999.00\t3\t01/2099\tx", "unknown-id", "O*NET-SOC Code"],
    ["Job Zones", "91-1002.01\t6\t01/2099\tx", "bad-value", "Job Zone"],
    ["Skills", "91-1001.00\t2.A.9.z\tx\tLV\t7.5\t8", "bad-value", "Data Value"],
    ["Skills", "91-1001.00\t2.A.9.a\tx\tLV\tmuch\t8", "bad-value", "Data Value"],
    ["Skills", "91-1001.00\t2.A.9.a\tx\tLV\t3\t8", "duplicate", "Element ID"],
    ["Related Occupations", "91-1001.00\t99-9999.00\tx\t3", "unknown-id", "Related O*NET-SOC Code"],
    ["Task Statements", "99-9999.00\t9\tDo nothing.\tCore", "unknown-id", "O*NET-SOC Code"],
    ["Alternate Titles", "99-9999.00\tNobody\tn/a\t08", "unknown-id", "O*NET-SOC Code"],
    [
      "Education, Training, and Experience",
      "91-1001.00\t2.D.1\tx\tRL\t13\t5",
      "bad-value",
      "Category",
    ],
  ].map(([table, row = "", code, column = ""]) => ({
    file: `${FOLDER}${table}.txt`,
    row,
    problem: { code: `source/${code}` as "source/bad-value", column }, // as: one of the codes above
  })),
});

test("readOnet() orders occupations by code and takes what the tables say", () => {
  const { catalogue } = readOnet(files);
  expect(catalogue.ids).toEqual(["91-1001.00", "91-1002.00", "91-1002.01", "92-2001.00"]);
  expect(catalogue.groups).toEqual(["91-1001", "91-1002", "91-1002", "92-2001"]);
  expect(catalogue.zones).toEqual(Uint8Array.of(2, 3, 0, 0));
  expect(catalogue.related).toEqual([[1, 3], [0], [], []]);
  expect(catalogue.descriptions[0]).toBe('Light lamps along "the" street, one by one.');
  expect(catalogue.tasks[0]).toEqual([
    'Light lamps at dusk, "not a minute late".',
    "Put lamps out at dawn.",
    "Trim wicks.",
    "Count lamps.",
  ]);
  expect(catalogue.release).toBe("O*NET 99.0");
  expect(catalogue.attribution[0]).toContain("O*NET 99.0 Database");
  expect(catalogue.attribution[0]).toContain("CC BY 4.0");
});

test("readOnet() gives each other title once, short ones too, and never the title itself", () => {
  const { catalogue } = readOnet(files);
  expect(catalogue.aliases).toEqual([
    ["Lamplighter", "Street Lamp Attendant (SLA)", "SLA", "Night Lamp Hand"],
    ["Kite Doctor"],
    [],
    [],
  ]);
});

test("readOnet() leaves missing and imprecise ratings missing", () => {
  const { catalogue } = readOnet(files);
  expect(catalogue.elements.map(({ id, group }) => [id, group])).toEqual([
    ["1.A.9.c", "ability"],
    ["2.A.9.a", "skill"],
    ["2.C.9.b", "knowledge"],
    ["4.A.9.d", "activity"],
  ]);
  const row = rowOf(catalogue, "91-1001.00");
  expect(catalogue.importance[row * 4 + 1]).toBe(4.5);
  expect(levelOf(catalogue, row, 1)).toBe(5.25);
  const echo = rowOf(catalogue, "92-2001.00");
  expect(catalogue.importance[echo * 4 + 1]).toBe(3);
  expect(catalogue.level[echo * 4 + 1]).toBeNaN();
  expect(catalogue.level[echo * 4 + 2]).toBeNaN();
});

test("readOnet() counts each occupation once for an element's mean; people can be put in", () => {
  const { catalogue } = readOnet(files);
  const whistling = catalogue.elements[1];
  expect(whistling?.priorMean).toBeCloseTo((5.25 + 1.75) / 2);
  expect(whistling?.priorSd).toBeCloseTo(1.75);
  const weighed = weighElementPriors(catalogue, [3, 1, Number.NaN, 5])[1];
  expect(weighed?.priorMean).toBeCloseTo((3 * 5.25 + 1.75) / 4);
  expect(weighed?.unlistedLevel).toBe(whistling?.unlistedLevel);
  expect(weighElementPriors(catalogue, [])).toEqual(catalogue.elements);
});

test("readOnet() makes whole percentages shares, and leaves a torn row unknown", () => {
  const { education, experience, inPlantTraining, onTheJobTraining } =
    readOnet(files).catalogue.incumbents;
  const own = education.slice(0, 12);
  expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  // Imprecise by itself, and still needed for the others to be true.
  expect(own[5]).toBeCloseTo(50 / 100.02, 6);
  expect(experience[0]).toBe(1);
  expect([...inPlantTraining.slice(0, 5)]).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
  expect(onTheJobTraining[8]).toBe(1);
  expect(education.slice(12, 24).every(Number.isNaN)).toBe(true);
});

test("readOnet() takes no percentages for whole that are far from a hundred", () => {
  const file = `${FOLDER}Education, Training, and Experience.txt`;
  const rows = Array.from({ length: 11 }, (_, i) => `91-1002.01\t3.A.1\tx\tRW\t${i + 1}\t8\n`);
  const text = new TextDecoder().decode(files.get(file)) + rows.join("");
  const { catalogue } = readOnet(new Map([...files, [file, new TextEncoder().encode(text)]]));
  expect(catalogue.incumbents.experience.slice(22, 33).every(Number.isNaN)).toBe(true);
});

test("readOnet() says what only some occupations have, and what was left out", () => {
  const { problems } = readOnet(files);
  expect(problems).toContainEqual({
    code: "source/partly-known",
    what: "ratings",
    known: 2,
    of: 4,
  });
  const file = `${FOLDER}Skills.txt`;
  expect(problems).toContainEqual({ code: "source/suppressed", file, count: 1 });
  for (const problem of problems) expect(sourceProblemText(problem)).toMatch(/^["A-Z0-9].*[^.]$/);
});

test("readOnet() reads releases from 30.3 on, with skills in two tables and job titles", () => {
  const { catalogue, problems } = readOnet(fixtureFiles("onet-30-3"));
  expect(catalogue.release).toBe("O*NET 99.3");
  expect(catalogue.elements.map(({ id }) => id)).toEqual(["2.A.9.a", "2.B.9.a"]);
  expect(catalogue.aliases).toEqual([["Lamplighter"], ["Kite Doctor (KD)", "KD"]]);
  const lacking = problems.flatMap((one) => (one.code === "source/lacks-table" ? [one.file] : []));
  expect(lacking).toEqual([
    "Sample of Reported Titles.txt",
    "Task Statements.txt",
    "Job Zones.txt",
    "Knowledge.txt",
    "Abilities.txt",
    "Work Activities.txt",
    "Education, Training, and Experience.txt",
    "Related Occupations.txt",
  ]);
});

test("readOnet() names half of the skills when one of the two tables is missing", () => {
  const half = new Map(
    [...fixtureFiles("onet-30-3")].filter(([name]) => !/Transferable/.test(name)),
  );
  expect(readOnet(half).problems).toContainEqual(
    expect.objectContaining({ code: "source/lacks-table", file: "Transferable Skills.txt" }),
  );
});

test("readOnet() has nothing without Occupation Data, and says so in words", () => {
  const rest = new Map([...files].filter(([name]) => !name.includes("Occupation Data")));
  const { catalogue, problems } = readOnet(rest);
  expect(catalogue.ids).toEqual([]);
  expect(problems.map(sourceProblemText)).toEqual([
    'Cannot find "Occupation Data.txt": the release must have it. Give the whole download, as a zip or a folder',
  ]);
});

test("readOnet() reads columns by name in the spelling of the SQL edition too", () => {
  const sql = new Map(
    [...files].map(([name, bytes]): [string, Uint8Array] => {
      if (name.endsWith("Read Me.txt")) return [name, bytes];
      const [header = "", ...rest] = new TextDecoder().decode(bytes).split("\n");
      const plain = header.replaceAll("O*NET-SOC Code", "onetsoc_code").replaceAll(" ", "_");
      return [name, new TextEncoder().encode([plain.toLowerCase(), ...rest].join("\n"))];
    }),
  );
  expect(readOnet(sql).catalogue).toEqual(readOnet(files).catalogue);
});

test("readOnet() takes the first of two releases that lie together, and says so", () => {
  const both = new Map([...files, ["db_99_1_text/Job Zones.txt", new Uint8Array()]]);
  const { catalogue, problems } = readOnet(both);
  expect(catalogue.zones).toEqual(readOnet(files).catalogue.zones);
  expect(problems[0]).toMatchObject({
    code: "source/unreadable-file",
    file: "db_99_1_text/Job Zones.txt",
  });
});

test("readOnet() and readEsco() each read their own of two releases that lie together", () => {
  const esco = fixtureFiles("esco");
  const named = (folder: string, some: typeof files) =>
    [...some].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const);
  for (const [first, second] of [
    ["a", "b"],
    ["b", "a"],
  ] as const) {
    const both = new Map([...named(first, files), ...named(second, esco)]);
    expect(readOnet(both).catalogue).toEqual(readOnet(files).catalogue);
    expect(readEsco(both).catalogue).toEqual(readEsco(esco).catalogue);
  }
});

test("readOnet() lists fifty bad rows of a kind and counts the others", () => {
  const file = `${FOLDER}Job Zones.txt`;
  const rows = "99-9999.00\t3\n".repeat(70);
  const text = `${new TextDecoder().decode(files.get(file))}${rows}`;
  const { problems } = readOnet(new Map([...files, [file, new TextEncoder().encode(text)]]));
  expect(problems.filter(({ code }) => code === "source/unknown-id")).toHaveLength(50);
  expect(problems.at(-1)).toEqual({
    code: "source/more-rows",
    problem: "source/unknown-id",
    file,
    count: 20,
  });
});

test("ONET_TABLES are the tables that are read", () => {
  expect(ONET_TABLES).toContain("Essential Skills");
  expect(ONET_TABLES).not.toContain("Tools Used");
});
