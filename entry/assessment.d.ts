// The types of throughline/assessment.

export type { Anchors, Dimension } from "../dist/domain/assessment/dimension.js";
export { askedItems, type Item } from "../dist/domain/assessment/items.js";
export {
  type DimensionScore,
  type ItemAnswer,
  scoreAssessment,
} from "../dist/domain/assessment/score-assessment.js";
