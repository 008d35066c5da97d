// Releases of O*NET as their layouts came one after another, with made-up rows: what each has is read, what
// it does not have is said. Layouts by the releases' own files (27.0, 30.0) and, where those are not at
// hand, by what their readers in public repositories expect (30.3).

import { describe, expect, test } from "vitest";
import { readOnet } from "./onet.ts";
import { sourceProblemText } from "./source-problem.ts";

type Rows = readonly (readonly string[])[];
type Tables = Readonly<Record<string, Rows>>;

const [LAMPS, KITES] = ["91-1001.00", "91-1002.00"];
const RATED = ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value"];
const PRECISION = ["N", "Standard Error", "Lower CI Bound", "Upper CI Bound"];
const REST = ["Recommend Suppress", "Not Relevant", "Date", "Domain Source"];

/** A rated element of both occupations, the second too imprecise in its level. */
function rated(id: string): Rows {
  return [LAMPS, KITES].flatMap((code, at) =>
    [
      ["IM", "3.5", "N", "n/a"],
      ["LV", "2.25", at === 0 ? "N" : "Y", "N"],
    ].map(([scale = "", value = "", suppress = "", irrelevant = ""]) => [
      ...[code, id, `Element ${id}`, scale, value, "8", "0.1", "3", "4"],
      ...[suppress, irrelevant, "08/2099", "Analyst"],
    ]),
  );
}

function ratedTable(...ids: readonly string[]): Rows {
  return [[...RATED, ...PRECISION, ...REST], ...ids.flatMap(rated)];
}

const BASE: Tables = {
  "Occupation Data": [
    ["O*NET-SOC Code", "Title", "Description"],
    [LAMPS, "Lamp Lighters", 'Light "lamps".'],
    [KITES, "Kite Menders", "Mend kites."],
  ],
  "Scales Reference": [
    ["Scale ID", "Scale Name", "Minimum", "Maximum"],
    ["IM", "Importance", "1", "5"],
    ["LV", "Level", "0", "7"],
  ],
  Knowledge: ratedTable("2.C.1"),
  Abilities: ratedTable("1.A.1"),
  "Work Activities": ratedTable("4.A.1"),
  "Work Styles": [
    [...RATED, ...PRECISION, "Recommend Suppress", "Date", "Domain Source"],
    [LAMPS, "1.C.1", "Care", "IM", "4", "8", "0.1", "3", "5", "N", "08/2099", "Incumbent"],
  ],
  "Job Zones": [
    ["O*NET-SOC Code", "Job Zone", "Date", "Domain Source"],
    [LAMPS, "2", "08/2099", "Analyst"],
    [KITES, "3", "08/2099", "Analyst"],
  ],
  "Education, Training, and Experience": [
    [...RATED.slice(0, 4), "Category", "Data Value", ...PRECISION, "Recommend Suppress", "Date"],
    [LAMPS, "2.D.1", "Level", "RL", "1", "100", "8", "0", "n/a", "n/a", "N", "08/2099"],
    ...Array.from({ length: 11 }, (_, at) => [
      ...[LAMPS, "2.D.1", "Level", "RL", `${at + 2}`, "0", "8", "0", "n/a", "n/a", "N", "08/2099"],
    ]),
  ],
  "Task Statements": [
    ["O*NET-SOC Code", "Task ID", "Task", "Task Type", "Incumbents Responding"],
    [LAMPS, "1", "Light lamps.", "Core", "8"],
    [KITES, "2", "Mend kites.", "n/a", "n/a"],
  ],
  "Sample of Reported Titles": [
    ["O*NET-SOC Code", "Reported Job Title", "Shown in My Next Move"],
    [LAMPS, "Lamp Hand", "Y"],
  ],
  "Technology Skills": [
    ["O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title", "Hot Technology"],
    [LAMPS, "Lamp software", "1", "Software", "N"],
  ],
};
const SKILLS: Tables = { Skills: ratedTable("2.A.1", "2.B.1") };
const TITLES: Tables = {
  "Alternate Titles": [
    ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"],
    [LAMPS, "Lamplighter", "n/a", "08"],
  ],
};
const RELATED: Tables = {
  "Related Occupations": [
    ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier", "Index"],
    [LAMPS, KITES, "Primary-Short", "1"],
  ],
};
/** From 30.1 on: scales of another kind, no columns of precision. */
const NEW_STYLES: Tables = {
  "Work Styles": [
    [...RATED, "Date", "Domain Source"],
    [LAMPS, "1.D.1.a", "Innovation", "WI", "2.93", "08/2099", "Machine"],
    [LAMPS, "1.D.1.a", "Innovation", "DR", "-1", "08/2099", "Machine"],
  ],
};
const SPLIT: Tables = {
  "Essential Skills": ratedTable("2.A.1"),
  "Transferable Skills": ratedTable("2.B.1"),
  "Essential Skills to Work Activities": [["Essential Skills Element ID"], ["2.A.1"]],
  "Software Skills": [
    ["O*NET-SOC Code", "Workplace Example", "Element ID", "Element Name", "In Demand"],
    [LAMPS, "Lamp software", "5.A.1", "Software", "Y"],
  ],
  "Career Interest Types": [
    [...RATED, "Date", "Domain Source"],
    [LAMPS, "1.B.1.a", "Realistic", "OI", "5", "08/2099", "Machine"],
  ],
  "Job Titles": [
    ["O*NET-SOC Code", "Job Title", "Short Title", "Source(s)"],
    [LAMPS, "Lamplighter", "n/a", "08"],
  ],
};

function without(tables: Tables, ...names: readonly string[]): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));
}

const MODERN: Tables = { ...BASE, ...SKILLS, ...TITLES, ...RELATED };
const WHOLE: readonly string[] = [
  "1 of 2 occupations has no figures on the education of those who work in them",
];

/** What each release has, and what is said to be missing. */
const RELEASES: readonly (readonly [string, Tables, readonly string[]])[] = [
  [
    "26.0",
    without(MODERN, "Related Occupations"),
    ['No related occupations: the release has no "Related Occupations.txt"', ...WHOLE],
  ],
  ["26.3", MODERN, WHOLE],
  ["27.0", MODERN, WHOLE],
  ["28.0", MODERN, WHOLE],
  ["29.3", MODERN, WHOLE],
  ["30.0", MODERN, WHOLE],
  ["30.1", { ...MODERN, ...NEW_STYLES }, WHOLE],
  [
    "30.3",
    {
      ...without(MODERN, "Skills", "Alternate Titles", "Technology Skills", "Work Styles"),
      ...NEW_STYLES,
      ...SPLIT,
    },
    WHOLE,
  ],
];

/** How a table may be written: all the same rows. */
const EDITIONS: Readonly<Record<string, (rows: Rows) => string>> = {
  "as published": (rows) => linesOf(rows, "\n"),
  "with Windows' ends of lines": (rows) => linesOf(rows, "\r\n"),
  "with a byte-order mark": (rows) => `\uFEFF${linesOf(rows, "\n")}`,
  "with its columns the other way round": (rows) =>
    linesOf(
      rows.map((row) => row.toReversed()),
      "\n",
    ),
  "with the columns of the Excel edition": (rows) => linesOf(rows.map(withNames), "\n"),
};

function linesOf(rows: Rows, end: string): string {
  return rows.map((row) => row.join("\t") + end).join("");
}

function withNames(row: readonly string[], at: number, rows: Rows): readonly string[] {
  const isRating = rows[0]?.includes("Scale ID") === true && rows[0]?.[0] === "O*NET-SOC Code";
  const [code = "", ...rest] = row;
  return isRating ? [code, at === 0 ? "Title" : "x", ...rest, at === 0 ? "Scale Name" : "y"] : row;
}

function filesOf(release: string, tables: Tables, write: (rows: Rows) => string) {
  const folder = `downloads/db_${release.replace(".", "_")}_text`;
  return new Map(
    Object.entries(tables).map(([name, rows]) => [
      `${folder}/${name}.txt`,
      new TextEncoder().encode(write(rows)),
    ]),
  );
}

describe.each(RELEASES)("readOnet() of %s", (release, tables, lacks) => {
  test.each(Object.entries(EDITIONS))("gives the same %s", (_, write) => {
    const { catalogue, problems } = readOnet(filesOf(release, tables, write));
    expect(catalogue.release).toBe(`O*NET ${release}`);
    expect(catalogue.ids).toEqual([LAMPS, KITES]);
    expect(catalogue.elements.map(({ id, group }) => [id, group])).toEqual([
      ["1.A.1", "ability"],
      ["2.A.1", "skill"],
      ["2.B.1", "skill"],
      ["2.C.1", "knowledge"],
      ["4.A.1", "activity"],
    ]);
    expect([...catalogue.level]).toEqual([
      ...new Array(5).fill(2.25),
      ...new Array(5).fill(Number.NaN),
    ]);
    expect([...catalogue.importance]).toEqual(new Array(10).fill(3.5));
    expect(catalogue.aliases).toEqual([["Lamplighter", "Lamp Hand"], []]);
    expect(catalogue.tasks).toEqual([["Light lamps."], ["Mend kites."]]);
    expect(catalogue.descriptions[0]).toBe('Light "lamps".');
    expect([...catalogue.zones]).toEqual([2, 3]);
    expect(catalogue.incumbents.education[0]).toBe(1);
    expect(catalogue.related[0]).toEqual("Related Occupations" in tables ? [1] : []);
    const said = problems.filter(({ code }) => !/suppressed/.test(code)).map(sourceProblemText);
    expect(said.filter((line) => !/no ratings$/.test(line)).sort()).toEqual([...lacks].sort());
    expect(problems.filter(({ code }) => code === "source/suppressed").length).toBeGreaterThan(3);
  });
});

test("readOnet() of any release reads what is left when any one table is missing, and says which", () => {
  for (const [release, tables] of RELEASES) {
    for (const name of Object.keys(tables)) {
      const rest = filesOf(release, without(tables, name), EDITIONS["as published"] ?? String);
      const { catalogue, problems } = readOnet(rest);
      const isNeeded = name === "Occupation Data";
      expect(catalogue.ids.length, `${release} ${name}`).toBe(isNeeded ? 0 : 2);
      const isRead = !/Work Styles|Technology|Software|Interest|Scales|to Work/.test(name);
      const said = problems.map(sourceProblemText).some((text) => text.includes(`"${name}.txt"`));
      // From 30.3 on alternate titles are called job titles; either name tells what is not there.
      const isSaid =
        said ||
        (name === "Job Titles" && problems.some(({ code }) => code === "source/lacks-table"));
      expect(isSaid, `${release} ${name}`).toBe(isRead);
    }
  }
});

test("readOnet() takes an empty cell for a missing figure, in whatever letters it says so", () => {
  const tables = {
    ...MODERN,
    "Job Zones": [
      ["O*NET-SOC Code", "Job Zone"],
      [LAMPS, ""],
      [KITES, "N/A"],
    ],
  };
  const { catalogue, problems } = readOnet(
    filesOf("30.0", tables, EDITIONS["as published"] ?? String),
  );
  expect([...catalogue.zones]).toEqual([0, 0]);
  expect(problems.some(({ code }) => code === "source/bad-value")).toBe(false);
});
