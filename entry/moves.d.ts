// The types of throughline/moves.

export {
  type RankedMove,
  type RankMovesOptions,
  rankMoves,
} from "../dist/domain/moves/rank-moves.js";
export { type TransitionMatrix, transitionMatrix } from "../dist/domain/moves/transition-matrix.js";
