import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DIMENSION_WORDS, DIMENSIONS } from "./dimension.ts";
import { askedItems, ITEMS } from "./items.ts";

const asked = askedItems();

/** Words a minute at which most adults read to themselves; Brysbaert 2019 has 238, a slow quarter under 200. */
const WORDS_A_MINUTE = 200;
/** Assumption: seconds to choose an answer and press a key, once it is read. */
const SECONDS_TO_CHOOSE = 3;
/** The bar: the whole of it, reflections aside, in less than this. */
const MOST_MINUTES = 10;
/** A reading age of twelve is the sixth school year. */
const MOST_SCHOOL_YEARS = 6;

test("every dimension has five or six items, at least one of them reversed, and each id one dimension", () => {
  for (const dimension of DIMENSIONS) {
    const own = asked.filter((item) => item.dimension === dimension);
    expect(own.length, dimension).toBeGreaterThanOrEqual(5);
    expect(own.length, dimension).toBeLessThanOrEqual(6);
    expect(own.filter(({ reversed }) => reversed).length, dimension).toBeGreaterThanOrEqual(1);
    expect(own.filter(({ reversed }) => !reversed).length, dimension).toBeGreaterThanOrEqual(1);
  }
  const versions = ITEMS.map(({ id, version }) => `${id} ${version}`);
  expect(new Set(versions).size).toBe(versions.length);
  for (const { id } of asked) {
    expect(new Set(ITEMS.filter((item) => item.id === id).map((item) => item.dimension)).size).toBe(
      1,
    );
  }
});

test("the five answers of an item differ, and so do its dimension's anchors", () => {
  for (const { id, anchors } of asked) expect(new Set(anchors).size, id).toBe(5);
  for (const dimension of DIMENSIONS) {
    expect(new Set(DIMENSION_WORDS[dimension].anchors).size, dimension).toBe(5);
  }
});

test("an item asks one question, short enough to be read at a glance", () => {
  for (const { id, question, anchors } of asked) {
    expect(question.match(/\?/g), id).toHaveLength(1);
    expect(wordsOf(question).length, id).toBeLessThanOrEqual(20);
    // "decide or show", "hard and useful": two things in one question.
    expect(question, id).not.toMatch(/\b(or|as well as)\b/i);
    for (const anchor of anchors) expect(wordsOf(anchor).length, anchor).toBeLessThanOrEqual(9);
  }
});

test("the items ask nothing that supposes pay, an employer or one country", () => {
  for (const { id, question, anchors } of asked) {
    const text = [question, ...anchors].join(" ");
    expect(text, id).not.toMatch(
      /\b(boss|manager|employer|company|salary|401|college|job|career)\b/i,
    );
  }
});

test("items and anchors are read at twelve", () => {
  const questions = asked.map(({ question }) => question);
  const anchors = DIMENSIONS.flatMap((dimension) => [
    ...DIMENSION_WORDS[dimension].anchors,
    ...DIMENSION_WORDS[dimension].reflection,
  ]);
  expect(schoolYears(questions)).toBeLessThanOrEqual(MOST_SCHOOL_YEARS);
  expect(schoolYears(anchors)).toBeLessThanOrEqual(MOST_SCHOOL_YEARS);
  const long = [...new Set(asked.flatMap(({ question, anchors: five }) => [question, ...five]))]
    .flatMap(wordsOf)
    .filter((word) => syllablesOf(word) > 3);
  expect(long).toEqual([]);
});

test("all items and sliders are read and answered in under ten minutes", () => {
  const words =
    asked.flatMap(({ question, anchors }) => [question, ...anchors].flatMap(wordsOf)).length +
    DIMENSIONS.flatMap((dimension) => DIMENSION_WORDS[dimension].anchors.flatMap(wordsOf)).length;
  const choices = asked.length + DIMENSIONS.length;
  const minutes = words / WORDS_A_MINUTE + (choices * SECONDS_TO_CHOOSE) / 60;
  expect(minutes).toBeLessThan(MOST_MINUTES);
});

test("docs/method/assessment.md names every item as it is asked, and which are reversed", () => {
  const page = readFileSync(new URL("../../../docs/method/assessment.md", import.meta.url), "utf8");
  for (const { id, question, anchors, reversed } of asked) {
    const row = [`\`${id}\`${reversed ? " (reversed)" : ""}`, question, ...anchors].join(" | ");
    expect(page).toContain(`| ${row} |`);
  }
});

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}’-]+/gu) ?? [];
}

/** Flesch-Kincaid grade (Kincaid et al. 1975): school years in the United States' counting. */
function schoolYears(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
  const words = texts.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, a silent e at the end not counted: near enough for an average. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:e|es|ed)$/, "")
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
