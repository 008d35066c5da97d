// What is noticed in the answers of a sitting and said kindly: the same place throughout, both ends within
// one dimension. Nothing is left out of a score for it.

import { listInWords } from "../words-in-a-row.ts";
import {
  DIMENSION_WORDS,
  DIMENSIONS,
  type Dimension,
  LEAST_VALUE,
  MOST_VALUE,
} from "./dimension.ts";
import { ITEMS } from "./items.ts";
import type { Sitting } from "./sitting.ts";

export interface AnswerNotice {
  readonly code: "answers/same-place" | "answers/both-ends";
  readonly text: string;
}

/** Fewer answers than this may well be the same by chance. Assumption: two dimensions' worth. */
export const LEAST_FOR_SAME_PLACE = 10;

/** Returns what is worth saying about a sitting's answers; empty for most. */
export function answerNotices({ answers }: Sitting): readonly AnswerNotice[] {
  const notices: AnswerNotice[] = [];
  const places = new Set(answers.map(({ value }) => value));
  if (answers.length >= LEAST_FOR_SAME_PLACE && places.size === 1) {
    notices.push({
      code: "answers/same-place",
      text: places.has((LEAST_VALUE + MOST_VALUE) / 2)
        ? "You chose the middle every time. That can be just so. If some questions did not fit, you can leave them out; if it " +
          "was late, look at them again another day. Nothing is lost."
        : "You chose the same place every time. That can be just so. But some questions run the other way round, so that " +
          "the same place says one thing here and the opposite there; if it was late, look at them again another day. " +
          "Nothing is lost.",
    });
  }
  // Where the places are all the same, both ends come of that and are no news.
  const mixed = notices.length > 0 ? [] : dimensionsWithBothEnds(answers);
  if (mixed.length > 0) {
    const names = listInWords(
      mixed.map((dimension) => DIMENSION_WORDS[dimension].name.toLowerCase()),
    );
    notices.push({
      code: "answers/both-ends",
      text:
        `On ${names} your answers point to both ends. That is common: one side of the work is like this, another like that. ` +
        "The middle then says little; the single answers, and your own words, say more.",
    });
  }
  return notices;
}

/** Dimensions with an answer that is as job-like as can be, and another as career-like. */
function dimensionsWithBothEnds(answers: Sitting["answers"]): readonly Dimension[] {
  const ends = new Map<Dimension, Set<number>>();
  for (const { itemId, itemVersion, value } of answers) {
    const item = ITEMS.find(({ id, version }) => id === itemId && version === itemVersion);
    if (item === undefined) continue;
    const turned = item.reversed ? LEAST_VALUE + MOST_VALUE - value : value;
    ends.set(item.dimension, (ends.get(item.dimension) ?? new Set()).add(turned));
  }
  return DIMENSIONS.filter((dimension) => {
    const found = ends.get(dimension);
    return found?.has(LEAST_VALUE) === true && found.has(MOST_VALUE);
  });
}
