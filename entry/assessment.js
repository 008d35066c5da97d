// throughline/assessment: how job-like or career-like a situation is, on seven dimensions, from answers to
// our own items. No total, no percentile, no judgement.

import { boolean, checked, list, maybe, number, object, text } from "./check-input.js";
import { loadRoom } from "./load-room.js";

const answers = list(object({ itemId: text, itemVersion: number, value: number }));
const items = maybe(
  list(object({ id: text, version: number, dimension: text, reversed: boolean })),
);

export const scoreAssessment = checked(
  "score the answers",
  { answers, items },
  loadRoom("domain/assessment/score-assessment").scoreAssessment,
);
export const askedItems = checked(
  "list the items",
  { items },
  loadRoom("domain/assessment/items").askedItems,
);
