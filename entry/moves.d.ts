// The types of throughline/moves.

export type { Standing } from "../dist/domain/abilities/standing.js";
export type { Direction } from "../dist/domain/moves/move.js";
export {
  type RankedMove,
  type RankMovesOptions,
  rankMoves,
} from "../dist/domain/moves/rank-moves.js";
export {
  type LicenceStage,
  type SuggestedMove,
  type SuggestMovesOptions,
  suggestMoves,
} from "../dist/domain/moves/suggest-moves.js";
export { type TransitionMatrix, transitionMatrix } from "../dist/domain/moves/transition-matrix.js";
export type { Catalogue } from "../dist/domain/occupations/catalogue.js";
