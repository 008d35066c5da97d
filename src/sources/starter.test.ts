import { expect, test } from "vitest";
import { levelOf, rowOf } from "../domain/occupations/catalogue.ts";
import { readStarter, STARTER_FILES } from "./starter.ts";

const RL = Array.from({ length: 12 }, (_, i) => `rl_${i + 1}`).join(",");
const RW = Array.from({ length: 11 }, (_, i) => `rw_${i + 1}`).join(",");

/** A catalogue of two occupations in the real layout, every row made up for this test. */
const SOUND: Readonly<Record<string, string>> = {
  "occupations.csv": `id,title,description,zone,typical_education,employment_thousands,growth_percent,annual_openings_thousands,pay_p10,pay_median,pay_p90
31-0000.00,Second,"Does this, and that.",2,3,10.5,5,1.5,20000,30000,40000
11-0000.00,First,Leads.,,,,,,,,
`,
  "aliases.csv": "occupation,aliases\n31-0000.00,one; two\n",
  "anchors.csv": "element,level_2,level_4,level_6\n2.A.1.b,Some,More,Most\n",
  "licences-elsewhere.csv":
    "occupation,licence,minimum_education,exam,place,source,credentials\n29-0000.00,Third's licence,11,Boards,US,A law,course\n",
  "elements.csv":
    "id,name,group,prior_mean,prior_sd,unlisted_level\n2.A.1.a,Reading,skill,3,1,1.5\n2.A.1.b,Listening,skill,3.2,0.9,1.7\n",
  "requirements.csv": "occupation,element,importance,level\n31-0000.00,2.A.1.b,3.5,4\n",
  "incumbents.csv": `occupation,${RL},${RW}
31-0000.00,0,0.5,0.52,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0
`,
  "licences.csv":
    "occupation,licence,minimum_education,exam,place,source,credentials\n31-0000.00,Second's licence,3,Exam,US,A board,course\n",
  "rungs.csv":
    "occupation,id,name,order,title_words,usual_months_before,source\n31-0000.00,junior,Junior,1,junior; jr,0,Assumption\n",
  "credentials.csv": `id,name,kind,education_level,entry_level,hours_low,hours_likely,hours_high,money_low,money_likely,money_high,currency,minimum_months,wait_weeks_low,wait_weeks_likely,wait_weeks_high,daytime,pass_rate,admission,after,prepares_for,source
course,Course,course,3,2,10,20,30,0,100,200,USD,3,0,1,2,yes,,no,,31-0000.00,Assumption
exam,Exam,exam,0,0,1,2,3,0,1,2,USD,0,0,1,2,no,0.8,no,course,31-0000.00,Assumption
`,
  "fields.csv": "cip,name,keywords,occupations\n51.0000,Field,a; b,31-0000.00\n",
  "related.csv": "occupation,related\n31-0000.00,11-0000.00\n",
};

function filesOf(changes: Readonly<Record<string, string | undefined>> = {}) {
  const files = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries({ ...SOUND, ...changes })) {
    if (text !== undefined) files.set(name, new TextEncoder().encode(text));
  }
  return files;
}

test("readStarter() orders occupations by code and leaves what is missing missing", () => {
  const { catalogue, problems } = readStarter(filesOf());
  expect(problems).toEqual([]);
  expect(catalogue.ids).toEqual(["11-0000.00", "31-0000.00"]);
  expect(catalogue.zones).toEqual(Uint8Array.of(0, 2));
  expect(catalogue.payMedian[0]).toBeNaN();
  expect(catalogue.payMedian[1]).toBe(30000);
  expect(catalogue.growth[1]).toBeCloseTo(0.05);
  expect(catalogue.aliases).toEqual([[], ["one", "two"]]);
  expect(catalogue.related).toEqual([[], [0]]);
  expect(catalogue.licences[0]?.occupation).toBe(1);
  expect(catalogue.credentials[0]?.passRate).toBeNaN();
  expect(catalogue.fields[0]?.keywords).toEqual(["a", "b"]);
});

test("readStarter() gives each element its anchors in order, and none where none are written", () => {
  const [reading, listening] = readStarter(filesOf()).catalogue.elements;
  expect(reading?.anchors).toEqual([]);
  expect(listening?.anchors).toEqual([
    { level: 2, text: "Some" },
    { level: 4, text: "More" },
    { level: 6, text: "Most" },
  ]);
});

test("readStarter() marks a licence that is asked for a part of the work alone", () => {
  const licences = (SOUND["licences.csv"] ?? "")
    .replace("credentials\n", "credentials,part_only\n")
    .replace(",course\n", ",course,yes\n");
  const [licence] = readStarter(filesOf({ "licences.csv": licences })).catalogue.licences;
  expect(licence?.partOnly).toBe(true);
  expect(readStarter(filesOf()).catalogue.licences[0]).not.toHaveProperty("partOnly");
});

test("readStarter() keeps licences of occupations that it does not have apart, by their codes", () => {
  const { catalogue, licencesElsewhere } = readStarter(filesOf());
  expect(catalogue.licences).toHaveLength(1);
  expect(licencesElsewhere).toEqual([
    {
      occupationId: "29-0000.00",
      name: "Third's licence",
      minimumEducation: 11,
      exam: "Boards",
      place: "US",
      source: "A law",
      credentials: ["course"],
    },
  ]);
});

test("readStarter() gives the listed level, and the unlisted level elsewhere", () => {
  const { catalogue } = readStarter(filesOf());
  const row = rowOf(catalogue, "31-0000.00");
  expect(levelOf(catalogue, row, 1)).toBe(4);
  expect(levelOf(catalogue, row, 0)).toBe(1.5);
});

test("readStarter() makes rounded shares sum to 1, and NaN where there are none", () => {
  const { education, experience } = readStarter(filesOf()).catalogue.incumbents;
  expect(education.slice(12).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  expect(education[13]).toBeCloseTo(0.5 / 1.02, 6);
  expect(education[0]).toBeNaN();
  expect(experience[11]).toBe(1);
});

const BAD_ROWS: readonly [string, string, string, object][] = [
  ["no code", "occupations.csv", "x,T,D,1,1", { code: "source/bad-value", column: "id" }],
  ["zone 9", "occupations.csv", "12-0000.00,T,D,9,1", { code: "source/bad-value", column: "zone" }],
  ["twice", "occupations.csv", "11-0000.00,T,D,1,1", { code: "source/duplicate", column: "id" }],
  ["no such one", "aliases.csv", "99-9999.00,a", { code: "source/unknown-id" }],
  ["level 8", "requirements.csv", "11-0000.00,2.A.1.a,3,8", { column: "level", value: "8" }],
  ["no number", "requirements.csv", "11-0000.00,2.A.1.a,x,3", { column: "importance" }],
  ["no element", "requirements.csv", "11-0000.00,9.Z,3,3", { code: "source/unknown-id" }],
  ["twice", "requirements.csv", "31-0000.00,2.A.1.b,3,3", { code: "source/duplicate" }],
  ["group", "elements.csv", "2.B,N,mood,1,1,1", { column: "group", value: "mood" }],
  ["no words", "anchors.csv", "2.A.1.a,Some,,Most", { column: "level_4" }],
  ["twice", "anchors.csv", "2.A.1.b,Some,More,Most", { code: "source/duplicate" }],
  ["no element", "anchors.csv", "9.Z,Some,More,Most", { code: "source/unknown-id" }],
  ["no code", "licences-elsewhere.csv", "29,L,3,,US,S,", { column: "occupation" }],
  ["here", "licences-elsewhere.csv", "11-0000.00,L,3,,US,S,", { code: "source/duplicate" }],
  ["no source", "licences-elsewhere.csv", "29-0000.01,L,3,,US,,", { column: "source" }],
  ["no place", "licences.csv", "11-0000.00,L,3,,,S,", { column: "place" }],
  ["order 0", "rungs.csv", "11-0000.00,j,J,0,,0,S", { column: "order" }],
  ["no such one", "related.csv", "11-0000.00,99-9999.00", { value: "99-9999.00" }],
  ["no such one", "fields.csv", "1,N,k,99-9999.00", { column: "occupations" }],
  [
    "likely over high",
    "credentials.csv",
    "z,Z,course,0,0,5,4,9,0,0,0,USD,0,0,0,0,no,,no,,,S",
    { column: "hours_likely", value: "4" },
  ],
];

test.each(BAD_ROWS)("readStarter() reports a bad row (%s in %s) and keeps the rest", (...row) => {
  const [, file, text, expected] = row;
  const sound = SOUND[file] ?? "";
  const { catalogue, problems } = readStarter(filesOf({ [file]: `${sound}${text}\n` }));
  const line = sound.split("\n").length;
  expect(problems).toEqual([expect.objectContaining({ file, line, ...expected })]);
  const { catalogue: whole } = readStarter(filesOf());
  expect(catalogue).toEqual(whole);
});

test("readStarter() reports every bad row, not only the first", () => {
  const text = `${SOUND["requirements.csv"]}x,2.A.1.a,3,3\n11-0000.00,y,3,3\n`;
  const { problems } = readStarter(filesOf({ "requirements.csv": text }));
  expect(problems.map((problem) => ("line" in problem ? problem.line : 0))).toEqual([3, 4]);
});

test("readStarter() names a file that is missing, broken, or lacks a column", () => {
  const { catalogue, problems } = readStarter(
    filesOf({
      "rungs.csv": undefined,
      "aliases.csv": 'occupation,aliases\n"31-0000.00,open\n',
      "related.csv": "occupation\n31-0000.00\n",
    }),
  );
  expect(problems).toEqual([
    expect.objectContaining({ code: "source/unreadable-file", file: "aliases.csv" }),
    { code: "source/missing-file", file: "rungs.csv" },
    { code: "source/missing-column", file: "related.csv", column: "related" },
  ]);
  expect(catalogue.rungs).toEqual([]);
  expect(catalogue.ids).toHaveLength(2);
});

test("readStarter() names credentials that are asked for and not there", () => {
  const licences = (SOUND["licences.csv"] ?? "").replace(",course\n", ",nothing\n");
  const { problems } = readStarter(filesOf({ "licences.csv": licences }));
  expect(problems).toEqual([
    expect.objectContaining({ code: "source/unknown-id", file: "licences.csv", value: "nothing" }),
  ]);
});

test("readStarter() finds columns by name, in any order, and ignores others", () => {
  const related = "note,related,occupation\nx,11-0000.00,31-0000.00\n";
  const { catalogue, problems } = readStarter(filesOf({ "related.csv": related }));
  expect(problems).toEqual([]);
  expect(catalogue.related).toEqual([[], [0]]);
});

test("readStarter() of no files is an empty catalogue and a problem for each file", () => {
  const { catalogue, problems } = readStarter(new Map());
  expect(catalogue.ids).toEqual([]);
  expect(problems).toHaveLength(STARTER_FILES.length);
});
