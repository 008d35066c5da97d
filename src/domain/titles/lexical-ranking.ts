// A title against an index by letters and words alone. A title is a set of weighted words; two titles are as
// alike as the cosine of those sets, where words count as alike by their letters. An entry scores by its
// best label and, less, by the next best, so that one odd label does not win over many near ones.

import type { TitleIndex } from "./indexed-labels.ts";
import { type Alike, alikeWordsOf, queryWeightOf, type TitleQuestion } from "./title-question.ts";

/** How many labels besides the best one speak for an entry. Measured here, the same page. */
const SUPPORTERS = 3;
/** Share of the score that those labels make up. Measured here, the same page. */
const SUPPORT_SHARE = 0.3;

/** Scores every text against one reading of the title; keeps the better of that and what it had. */
function scoreReading(
  index: TitleIndex,
  reading: readonly string[],
  alike: Alike,
  scores: Float32Array,
): void {
  const { starts, postings, values } = index;
  const sums = new Float32Array(index.owners.length);
  let squares = 0;
  for (const word of new Set(reading)) {
    const weight = queryWeightOf(index, word);
    squares += weight * weight;
    for (const { row, likeness } of alikeWordsOf(index, word, alike)) {
      const share = weight * likeness;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const text = postings[at] as number;
        sums[text] = (sums[text] as number) + share * (values[at] as number);
      }
    }
  }
  const norm = Math.sqrt(squares);
  for (let text = 0; text < sums.length; text++) {
    const sum = sums[text] as number;
    if (sum === 0) continue;
    // Words of one label that are alike can add up to more than the whole.
    const score = Math.min(1, sum / norm);
    if (score > (scores[text] as number)) scores[text] = score;
  }
}

/** One entry that the title may mean, and the text that says so best. */
export interface FoundEntry {
  readonly owner: number;
  readonly text: number;
  readonly score: number;
  readonly isExact: boolean;
  /** Chance that it is meant, where an encoder says so. */
  readonly chance?: number;
}

/** Pools the texts' scores by entry; best first, ties by exactness, then id. Entries that nothing speaks for are left out. */
function pool(
  { ids, owners }: TitleIndex,
  scores: Float32Array,
  exactTexts: ReadonlyMap<number, number>,
): FoundEntry[] {
  const pooled: FoundEntry[] = [];
  const top = new Float64Array(SUPPORTERS + 1);
  let text = 0;
  for (let owner = 0; owner < ids.length; owner++) {
    const start = text;
    let best = -1;
    /** The least of the best; nothing below it counts. */
    let least = 0;
    top.fill(0);
    for (; text < scores.length && owners[text] === owner; text++) {
      let score = scores[text] as number;
      if (score <= least) continue;
      if (score > (top[0] as number)) best = text;
      for (let place = 0; place <= SUPPORTERS; place++) {
        const held = top[place] as number;
        if (score <= held) continue;
        top[place] = score;
        score = held;
      }
      least = top[SUPPORTERS] as number;
    }
    if (best < 0) continue;
    const others = Math.min(text - start - 1, SUPPORTERS);
    let support = 0;
    for (let place = 1; place <= others; place++) support += (top[place] as number) / others;
    if (others === 0) support = top[0] as number;
    const exactText = exactTexts.get(owner);
    const mixed = (top[0] as number) * (1 - SUPPORT_SHARE) + support * SUPPORT_SHARE;
    const isExact = exactText !== undefined;
    pooled.push({ owner, text: exactText ?? best, score: isExact ? 1 : mixed, isExact });
  }
  // Rows are in the order of ids and the sort is stable, so that ties go by id.
  return pooled.sort((a, b) => b.score - a.score || Number(b.isExact) - Number(a.isExact));
}

/** Returns the entries that have anything in common with the title, best first, ties by id. */
export function listByLetters(index: TitleIndex, question: TitleQuestion): FoundEntry[] {
  const scores = new Float32Array(index.owners.length);
  for (const reading of question.readings) scoreReading(index, reading, question.alike, scores);
  return pool(index, scores, question.exactTexts);
}
