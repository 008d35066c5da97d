// throughline/assessment: how job-like or career-like a situation is, on seven dimensions, from answers to
// our own items. No total, no percentile, no judgement.

import { loadRoom } from "./load-room.js";

export const { scoreAssessment } = loadRoom("domain/assessment/score-assessment");
export const { askedItems } = loadRoom("domain/assessment/items");
