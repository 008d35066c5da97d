import fc from "fast-check";
import { expect, test } from "vitest";
import { makeRanking } from "./ranking.ts";

const number = fc.double({ noNaN: true, min: -1e12, max: 1e12 });

function checkRanking(values: Float64Array): void {
  const ranking = makeRanking(values.length);
  const sorted = new Float64Array(values.length);
  ranking.sort(values, sorted);
  expect(sorted).toEqual(values.toSorted());
  const ranks = new Float64Array(values.length);
  ranking.rank(values, sorted, ranks);
  const counted = values.map((value) => {
    let [below, equal] = [0, 0];
    for (const other of values) {
      if (other < value) below += 1;
      if (other === value) equal += 1;
    }
    return below + equal / 2 - values.length / 2;
  });
  expect(ranks).toEqual(counted);
}

test("makeRanking() sorts as the general sort does, and ranks by counting", () => {
  const lists = fc.array(fc.oneof(number, fc.constantFrom(0, 1, Infinity)), { maxLength: 200 });
  fc.assert(
    fc.property(lists, (list) => {
      const values = Float64Array.from(list, (value) => value + 0);
      checkRanking(values);
    }),
  );
});

test("makeRanking() ranks what is spread, what is all the same, and what has one far away", () => {
  const size = 2000;
  for (const value of [
    (k: number) => (k * 7919) % size,
    () => 3,
    (k: number) => (k === 17 ? 1e15 : (k * 7919) % size),
    (k: number) => (k % 2 === 0 ? Infinity : k),
  ]) {
    const values = Float64Array.from({ length: size }, (_, k) => value(k));
    checkRanking(values);
  }
});
