// The types of throughline/policy.

export type {
  Choice,
  DecisionChoices,
  DecisionProcess,
  DecisionTables,
} from "../dist/domain/policy/decision-process.js";
export {
  type FiniteSolution,
  solveFiniteHorizon,
} from "../dist/domain/policy/solve-finite-horizon.js";
export {
  type StationarySolution,
  solveStationary,
} from "../dist/domain/policy/solve-stationary.js";
