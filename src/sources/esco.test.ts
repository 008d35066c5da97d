import { expect, test } from "vitest";
import { fixtureFiles } from "../../test/fixture-files.ts";
import { readEsco } from "./esco.ts";
import { testSource } from "./source.contract.ts";
import { sourceProblemText } from "./source-problem.ts";

const OCCUPATION = "http://data.europa.eu/esco/occupation/";
const SKILL = "http://data.europa.eu/esco/skill/";
const files = fixtureFiles("esco");

testSource("readEsco()", {
  read: (given) => {
    const { catalogue, problems } = readEsco(given);
    return { value: catalogue, problems };
  },
  files,
  badRows: [
    ["occupations", "Occupation,no-address,0110,x,,,released", "bad-value", "conceptUri"],
    ["occupations", `Occupation,${OCCUPATION}aaa,0110,x,,,released`, "duplicate", "conceptUri"],
    ["occupations", `Occupation,${OCCUPATION}zzz,0110,,,,released`, "bad-value", "preferredLabel"],
    [
      "occupationSkillRelations",
      `${OCCUPATION}x,x,essential,${SKILL}s1,x`,
      "unknown-id",
      "occupationUri",
    ],
    [
      "occupationSkillRelations",
      `${OCCUPATION}aaa,x,perhaps,${SKILL}s1,x`,
      "bad-value",
      "relationType",
    ],
    ["occupationSkillRelations", `${OCCUPATION}aaa,x,optional`, "bad-value", "skillUri"],
    [
      "occupationSkillRelations",
      `${OCCUPATION}bbb,x,optional,${SKILL}s1,x`,
      "duplicate",
      "skillUri",
    ],
  ].map(([table, row = "", code, column = ""]) => ({
    file: `${table}_en.csv`,
    row,
    problem: { code: `source/${code}` as "source/bad-value", column }, // as: one of the codes above
  })),
});

test("readEsco() keeps released occupations, in order, with labels cleaned and each once", () => {
  const { catalogue } = readEsco(files);
  expect(catalogue.ids).toEqual([`${OCCUPATION}aaa`, `${OCCUPATION}bbb`]);
  expect(catalogue.titles).toEqual(["kite mender", "lamp lighter"]);
  expect(catalogue.groups).toEqual(["9999", "0110"]);
  expect(catalogue.aliases).toEqual([
    ["kite doctor", "kite repairer"],
    ["lamplighter", "street lamp attendant", "lamp man"],
  ]);
  expect(catalogue.descriptions[1]).toBe('Lamp lighters light lamps, "one by one".');
  expect(catalogue.place).toBe("EU");
});

test("readEsco() finds skills by URI, else by label, else keeps the label", () => {
  const { catalogue, problems } = readEsco(files);
  const { ids, names, starts, skills, essential } = catalogue.skills;
  expect(ids).toEqual([`${SKILL}s1`, `${SKILL}s2`, "knots nobody listed"]);
  expect(names).toEqual(["whistle, softly", "wind and weather", "knots nobody listed"]);
  expect([...starts]).toEqual([0, 1, 4]);
  expect([...skills]).toEqual([1, 0, 1, 2]);
  // Essential and optional at once is essential.
  expect([...essential]).toEqual([1, 1, 0, 0]);
  expect(problems).toEqual([
    expect.objectContaining({
      code: "source/duplicate",
      file: "occupationSkillRelations_en.csv",
      line: 6,
    }),
  ]);
});

test("readEsco() reads version 1.0, without labels in its relations or a language in its names", () => {
  const { catalogue, problems } = readEsco(fixtureFiles("esco-1-0"));
  expect(catalogue.titles).toEqual(["lamp lighter"]);
  expect(catalogue.aliases).toEqual([["lamplighter", "lamp man"]]);
  expect(catalogue.skills.names).toEqual(["whistle"]);
  expect(problems).toEqual([]);
});

test("readEsco() takes the version from a folder's or a zip's name", () => {
  const inFolder = (folder: string) =>
    readEsco(new Map([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes]))).catalogue;
  expect(inFolder("ESCO dataset - v1.1.2 - classification - en - csv.zip").release).toBe(
    "ESCO v1.1.2",
  );
  expect(inFolder("esco_1_2_0_en").release).toBe("ESCO v1.2.0");
  expect(inFolder("somewhere").release).toBe("ESCO");
  expect(inFolder("somewhere").attribution[0]).toContain("European Commission");
});

test("readEsco() reads occupations alone, and says what it lacks", () => {
  const alone = new Map([...files].filter(([name]) => name.startsWith("occupations")));
  const { catalogue, problems } = readEsco(alone);
  expect(catalogue.ids).toHaveLength(2);
  expect([...catalogue.skills.starts]).toEqual([0, 0, 0]);
  expect(problems.map(({ code }) => code)).toEqual(["source/lacks-table", "source/lacks-table"]);
});

test("readEsco() of several languages reads English whole, and says which it left", () => {
  const both = new Map([
    ...files,
    ...[...files].map(([name, bytes]): [string, Uint8Array] => [
      name.replace("_en", "_de"),
      new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll("lamp", "Lampe")),
    ]),
  ]);
  const { catalogue, problems } = readEsco(both);
  expect(catalogue).toEqual(readEsco(files).catalogue);
  expect(problems.map(sourceProblemText)[0]).toBe(
    "Its labels are read in English; not those in German",
  );
});

test("readEsco() takes a table that names no language for one of the language read", () => {
  const unnamed = new Map(
    [...files].map(([name, bytes]) => [
      name.startsWith("occupations") ? name : name.replace("_en", ""),
      bytes,
    ]),
  );
  expect(readEsco(unnamed).catalogue).toEqual(readEsco(files).catalogue);
});

test("readEsco() reads another language alone, and says what that means", () => {
  const german = new Map(
    [...files].map(([name, bytes]) => [name.replace("_en", "_de"), bytes] as const),
  );
  const { catalogue, problems } = readEsco(german);
  expect(catalogue.ids).toHaveLength(2);
  expect(problems.map(sourceProblemText)[0]).toBe(
    "Its labels are read in German. English titles find little in it: choose English",
  );
});

test("readEsco() keeps lines in quotes, ragged rows and skills without an address", () => {
  const relations = "occupationSkillRelations_en.csv";
  const added = `${OCCUPATION}aaa,"kite\nmender",optional,,"tie\nknots"\n${OCCUPATION}aaa\n`;
  const text = `${new TextDecoder().decode(files.get(relations))}${added}`;
  const { catalogue, problems } = readEsco(
    new Map([...files, [relations, new TextEncoder().encode(text)]]),
  );
  expect(catalogue.skills.names).toContain("tie knots");
  expect(problems.at(-1)).toMatchObject({ code: "source/bad-value", column: "relationType" });
});
