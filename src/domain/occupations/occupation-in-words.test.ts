// An occupation's figures as sentences: what is said, what is rounded, what is left out.

import { expect, test } from "vitest";
import { blankCatalogue } from "./catalogue.ts";
import { figuresOf, type OccupationFigures } from "./occupation-figures.ts";
import {
  EXPERIENCE_WORDS,
  educationSharesInWords,
  occupationSentence,
  outlookInWords,
  payInWords,
  peopleInWords,
  schoolingInWords,
  timeSharesInWords,
  zoneInWords,
} from "./occupation-in-words.ts";

const CATALOGUE = {
  ...blankCatalogue("made-up", ["a"]),
  titles: ["Registered Nurses"],
  aliases: [["registered nurse"]],
};
const NOTHING = figuresOf(CATALOGUE, 0);
const known = (figures: Partial<OccupationFigures>): OccupationFigures => ({
  ...NOTHING,
  ...figures,
});
/** Shares of twelve levels, those not named none. */
const levels = (shares: Readonly<Record<number, number>>) =>
  Array.from({ length: 12 }, (_, at) => shares[at + 1] ?? 0);

test.each([
  [
    { 2: 0.55, 4: 0.25, 6: 0.2 },
    /^Half or more .*\(55 in 100\) say that a high-school diploma or less is enough\.$/,
  ],
  [
    { 2: 0.01, 3: 0.23, 5: 0.2, 6: 0.56 },
    /^A quarter or more .*\(44 in 100\) say that an associate's degree or less is enough; the most common answer is a bachelor's degree \(56 in 100\)\.$/,
  ],
  [{ 1: 0.6, 2: 0.4 }, /say that less than high school is enough\.$/],
  [
    { 2: 0.08, 6: 0.92 },
    /^Most of .* \(92 in 100\) say that it takes a bachelor's degree; none names more\.$/,
  ],
  [{ 11: 1 }, /^All of the people .* name a doctoral degree or less\.$/],
] as const)("educationSharesInWords() says what a quarter name at most: %o", (shares, sentence) => {
  expect(educationSharesInWords(levels(shares))).toMatch(sentence);
});

test("timeSharesInWords() says what half name at most, and how many say none", () => {
  const say = (shares: readonly number[]) =>
    timeSharesInWords(shares, EXPERIENCE_WORDS, "related experience");
  expect(say([0.2, 0, 0, 0, 0.1, 0.4, 0.3, 0, 0, 0, 0])).toBe(
    "Half name at most 2 years of related experience; the most common answer is 1 to 2 years (40 in 100), and 20 in 100 say none.",
  );
  expect(say([0.1, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.7])).toBe(
    "Half or more (70 in 100) name over 10 years of related experience.",
  );
  expect(say([0.7, 0.3, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(
    "Most (70 in 100) say no related experience is needed.",
  );
});

test("payInWords() gives the range with its place and year, and leaves out what is not known", () => {
  const pay = { low: 66030, median: 93600, high: undefined };
  expect(payInWords(pay, CATALOGUE, "May 2024")).toBe(
    "Half earn $93,600 a year or more; nine in ten at least $66,030 (in the United States, May 2024).",
  );
  const low = { low: 30000, median: undefined, high: undefined };
  expect(payInWords(low, CATALOGUE, "")).toBe(
    "Nine in ten at least $30,000 (in the United States).",
  );
});

test("what is published by the hour alone is said by the hour", () => {
  const musicians = {
    ...blankCatalogue("made-up", ["27-2042.00"]),
    titles: ["Musicians and Singers"],
    payMedian: Float64Array.of(42.45 * 2080),
  };
  const figures = figuresOf(musicians, 0);
  expect(payInWords(figures.pay, musicians, "May 2024")).toBe(
    "Half earn $42 an hour or more (in the United States, May 2024). It is published by the hour, since many in this work are not paid all year round; plans count 2,080 hours a year.",
  );
  const facts = { figures, payFrom: undefined, countedWithin: undefined };
  expect(occupationSentence(musicians, 0, { ...facts, figureCatalogue: musicians })).toBe(
    "A musician and singer typically earns $42 an hour in the United States.",
  );
});

test.each([
  [3391, "3.4 million"],
  [1000, "1 million"],
  [189.1, "189,000"],
  [4.56, "4,600"],
  [0.312, "310"],
  [0.001, "10"],
] as const)("peopleInWords() says %d thousand people as %s", (thousands, words) => {
  expect(peopleInWords(thousands)).toBe(words);
});

test("outlookInWords() says growth, shrinking and neither", () => {
  const say = (growth: number) => outlookInWords(known({ growth }), CATALOGUE);
  expect(say(0.049)).toMatch(/grow by 4.9 in 100 over ten years/);
  expect(say(-0.12)).toMatch(/shrink by 12 in 100/);
  expect(say(0.002)).toMatch(/stay about as it is/);
});

test("what is not known is said in no sentence", () => {
  expect(zoneInWords(undefined)).toBe("");
  expect(payInWords(undefined, CATALOGUE, "")).toBe("");
  expect(outlookInWords(NOTHING, CATALOGUE)).toBe("");
  expect(educationSharesInWords(undefined)).toBe("");
  expect(timeSharesInWords(undefined, EXPERIENCE_WORDS, "experience")).toBe("");
});

test("occupationSentence() says most in one sentence, and whose figures they are", () => {
  const say = (figures: OccupationFigures, payFrom?: string) =>
    occupationSentence(CATALOGUE, 0, {
      figures,
      payFrom,
      figureCatalogue: CATALOGUE,
      countedWithin: undefined,
    });
  const pay = { low: undefined, median: 93600, high: undefined };
  expect(say(known({ pay, education: levels({ 5: 0.4, 6: 0.6 }) }))).toBe(
    "A registered nurse typically earns $93,600 a year in the United States; people in it most often say that it takes a bachelor's degree.",
  );
  expect(say(known({ typicalEducation: 1 }))).toBe(
    "A registered nurse: a newcomer typically needs no diploma; what it pays is not known here.",
  );
  expect(say(known({ pay }), "nurse midwife")).toBe(
    "The nearest to a registered nurse that we know the pay of is a nurse midwife: typically $93,600 a year in the United States.",
  );
  expect(say(NOTHING)).toBe(
    "What a registered nurse does, in a few words; what it asks for and what it pays is not known here.",
  );
  const asking = {
    ...CATALOGUE,
    skills: {
      ids: ["1"],
      names: ["give care"],
      starts: Int32Array.from([0, 1]),
      skills: Int32Array.from([0]),
      essential: Uint8Array.from([1]),
    },
  };
  expect(
    occupationSentence(asking, 0, {
      figures: NOTHING,
      payFrom: undefined,
      figureCatalogue: asking,
      countedWithin: undefined,
    }),
  ).toBe("What a registered nurse does, and what it asks for; what it pays is not known here.");
});

test.each([
  [
    { education: levels({ 2: 0.5, 6: 0.5 }) },
    0,
    "people in it most often say that it takes a high-school diploma",
  ],
  [
    { education: levels({ 2: 0.4, 3: 0.2, 4: 0.2, 6: 0.2 }) },
    0,
    "people in it most often say that it takes a high-school diploma",
  ],
  [
    { education: levels({ 2: 0.29, 4: 0.27, 6: 0.24, 5: 0.2 }), typicalEducation: 6 },
    0,
    "a newcomer typically needs a bachelor's degree",
  ],
  [
    { education: levels({ 2: 0.29, 4: 0.27, 6: 0.24, 5: 0.2 }) },
    0,
    "people in it name anything from a high-school diploma to an associate's degree",
  ],
  [
    { education: levels({ 2: 0.9, 6: 0.1 }), typicalEducation: 3 },
    6,
    "its licence asks for at least a bachelor's degree",
  ],
  [
    { education: levels({ 2: 0.9, 6: 0.1 }), typicalEducation: 8 },
    6,
    "a newcomer typically needs a master's degree",
  ],
  [
    { education: levels({ 1: 0.9, 2: 0.1 }) },
    0,
    "people in it most often say that no diploma is needed",
  ],
  [{}, 0, ""],
] as const)(
  "schoolingInWords() takes a clear answer, never under a licence: %j, licence %d",
  (figures, minimumEducation, words) => {
    const licence = {
      occupation: 0,
      name: "Licence",
      minimumEducation,
      exam: "",
      place: "US",
      source: "",
      credentials: [],
    };
    const part = { ...licence, minimumEducation: 11, partOnly: true };
    const catalogue = { ...CATALOGUE, licences: [licence, part] };
    expect(schoolingInWords(catalogue, 0, known(figures))).toBe(words);
  },
);

test("occupationSentence() says of a part that the pay is that of the whole", () => {
  const parts = {
    ...blankCatalogue("made-up", ["29-1141.00", "29-1141.03"]),
    titles: ["Registered Nurses", "Critical Care Nurses"],
  };
  const facts = {
    figures: known({ pay: { low: undefined, median: 93600, high: undefined } }),
    payFrom: undefined,
    figureCatalogue: parts,
    countedWithin: undefined,
  };
  const part = { ...facts, countedWithin: "“Registered Nurses”" };
  expect(occupationSentence(parts, 1, part)).toBe(
    "A critical care nurse is counted within “Registered Nurses”, where people typically earn $93,600 a year in the United States.",
  );
  expect(occupationSentence(parts, 0, facts)).toMatch(
    /^A registered nurse typically earns \$93,600/,
  );
});
