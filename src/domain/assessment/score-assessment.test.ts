import fc from "fast-check";
import { expect, test } from "vitest";
import { DIMENSIONS } from "./dimension.ts";
import { askedItems, ITEMS, type Item } from "./items.ts";
import {
  ASSUMED_ALPHA,
  ASSUMED_SPREAD,
  BAND,
  CLEAR_CHANGE,
  type ItemAnswer,
  isClearChange,
  LEAST_ANSWERED,
  STANDARD_ERROR,
  scoreAssessment,
  scoreOfWant,
} from "./score-assessment.ts";

const value = fc.integer({ min: 1, max: 5 });
/** Any items answered, each at most once. */
const anyAnswers: fc.Arbitrary<readonly ItemAnswer[]> = fc
  .subarray([...askedItems()])
  .chain((items) => fc.tuple(...items.map((item) => value.map((given) => answerTo(item, given)))));

function answerTo({ id, version }: Item, given: number): ItemAnswer {
  return { itemId: id, itemVersion: version, value: given };
}

const commitment = askedItems().filter(({ dimension }) => dimension === "commitment");

test("scoreAssessment() gives 100·(mean − 1)/4, worked by hand in docs/method/assessment.md", () => {
  const given = new Map([
    ["commit-stay", 2],
    ["commit-now", 5],
    ["commit-more", 4],
    ["commit-bigger", 3],
  ]);
  const answers = commitment
    .filter(({ id }) => given.has(id))
    .map((item) => answerTo(item, given.get(item.id) ?? 0));
  // 5 is turned round to 1: (2 + 1 + 4 + 3) / 4 = 2.5, and 100 · 1.5 / 4 = 37.5.
  const [only, ...others] = scoreAssessment(answers);
  expect(others).toEqual([]);
  expect(only?.dimension).toBe("commitment");
  expect(only?.score).toBeCloseTo(37.5, 10);
  expect(only?.low).toBeCloseTo(22.8, 10);
  expect(only?.high).toBeCloseTo(52.2, 10);
});

test("the band and the least change follow from the two assumptions", () => {
  expect(STANDARD_ERROR).toBeCloseTo(ASSUMED_SPREAD * Math.sqrt(1 - ASSUMED_ALPHA), 10);
  expect(BAND).toBe(14.7);
  expect(Math.round(1.96 * Math.SQRT2 * STANDARD_ERROR)).toBe(CLEAR_CHANGE);
});

test("two scores that are exactly the least change apart are told as changed", () => {
  /** The score of answers that come to the sum, reversed ones turned back. */
  const scoreOf = (sum: number): number => {
    let left = sum - commitment.length;
    const answers = commitment.map((item) => {
      const above = Math.min(4, left);
      left -= above;
      return answerTo(item, item.reversed ? 5 - above : 1 + above);
    });
    return scoreAssessment(answers)[0]?.score ?? Number.NaN;
  };
  for (let sum = 5; sum <= 20; sum++) {
    expect(scoreOf(sum)).toBe((sum - 5) * 5);
    expect(isClearChange(scoreOf(sum), scoreOf(sum + 5))).toBe(true);
    expect(isClearChange(scoreOf(sum), scoreOf(sum + 4))).toBe(false);
  }
});

test("scoreAssessment() stays within 0 and 100, its band around the score", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const { score, low, high } of scoreAssessment(answers)) {
        expect(0 <= low && low <= score && score <= high && high <= 100).toBe(true);
        expect(high - low).toBeLessThanOrEqual(2 * BAND + 1e-9);
      }
    }),
  );
});

test("scoreAssessment() does not depend on the order of answers", () => {
  const shuffled = anyAnswers.chain((answers) =>
    fc.tuple(
      fc.constant(answers),
      fc.shuffledSubarray([...answers], { minLength: answers.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([answers, others]) => {
      expect(scoreAssessment(others)).toEqual(scoreAssessment(answers));
    }),
  );
});

test("scoreAssessment() mirrors a score when every answer is mirrored", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const mirrored = answers.map((one) => ({ ...one, value: 6 - one.value }));
      const scores = scoreAssessment(answers);
      scoreAssessment(mirrored).forEach(({ score }, place) => {
        expect(score).toBeCloseTo(100 - (scores[place]?.score ?? Number.NaN), 9);
      });
    }),
  );
});

test("scoreAssessment() turns a reversed item round and no other", () => {
  for (const item of askedItems()) {
    const others = askedItems().filter(
      ({ dimension, id }) => dimension === item.dimension && id !== item.id,
    );
    const scoreWith = (given: number): number =>
      scoreAssessment([...others.map((one) => answerTo(one, 3)), answerTo(item, given)])[0]
        ?.score ?? Number.NaN;
    if (item.reversed) expect(scoreWith(5), item.id).toBeLessThan(scoreWith(1));
    else expect(scoreWith(5), item.id).toBeGreaterThan(scoreWith(1));
  }
});

test("scoreAssessment() scores a dimension exactly when four in five of its items are answered", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const scored = new Set(scoreAssessment(answers).map(({ dimension }) => dimension));
      for (const dimension of DIMENSIONS) {
        const items = askedItems().filter((item) => item.dimension === dimension);
        const answered = items.filter(({ id }) => answers.some(({ itemId }) => itemId === id));
        expect(scored.has(dimension)).toBe(answered.length >= LEAST_ANSWERED * items.length);
      }
    }),
  );
});

test("scoreAssessment() fills nothing in: a score is the mean of what was answered", () => {
  fc.assert(
    fc.property(value, value, value, value, (...given) => {
      const answers = commitment.slice(0, 4).map((item, place) => {
        const wanted = given[place] ?? 3;
        return answerTo(item, item.reversed ? 6 - wanted : wanted);
      });
      const mean = given.reduce((sum, one) => sum + one, 0) / 4;
      expect(scoreAssessment(answers)[0]?.score).toBeCloseTo(25 * (mean - 1), 9);
    }),
  );
});

test("scoreAssessment() scores an answer by the version of the item that was asked", () => {
  const [first] = ITEMS as [Item, ...Item[]];
  const table: readonly Item[] = [
    { ...first, version: 1, reversed: true },
    { ...first, version: 2, reversed: false },
  ];
  const old = { itemId: first.id, itemVersion: 1, value: 5 };
  expect(scoreAssessment([old], table)[0]?.score).toBe(0);
  expect(scoreAssessment([{ ...old, itemVersion: 2 }], table)[0]?.score).toBe(100);
  expect(scoreAssessment([{ ...old, itemVersion: 3 }], table)).toEqual([]);
  expect(askedItems(table)).toEqual([table[1]]);
});

test("scoreAssessment() takes two different answers to one item for none, in either order", () => {
  const answers = commitment.slice(0, 4).map((item) => answerTo(item, 3));
  const other = { ...(answers[0] as ItemAnswer), value: 5 };
  expect(scoreAssessment([...answers, other])).toEqual([]);
  expect(scoreAssessment([other, ...answers])).toEqual([]);
  expect(scoreAssessment([...answers, answers[0] as ItemAnswer])).toEqual(scoreAssessment(answers));
});

test("scoreAssessment() refuses what is not from 1 to 5, and scores nothing from nothing", () => {
  for (const wrong of [0, 6, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => scoreAssessment([answerTo(commitment[0] as Item, wrong)])).toThrow(RangeError);
  }
  expect(scoreAssessment([])).toEqual([]);
});

test("isClearChange() begins at 25 points either way", () => {
  expect(isClearChange(40, 64.9)).toBe(false);
  expect(isClearChange(40, 65)).toBe(true);
  expect(isClearChange(65, 40)).toBe(true);
});

test("scoreOfWant() puts the slider's ends on the scale's ends", () => {
  expect([1, 3, 5].map(scoreOfWant)).toEqual([0, 50, 100]);
});
