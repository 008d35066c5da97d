// throughline/moves: one step from an occupation to others, what it takes, how often people make it, and
// which are worth a look.

import { loadRoom } from "./load-room.js";

export const { rankMoves } = loadRoom("domain/moves/rank-moves");
export const { suggestMoves } = loadRoom("domain/moves/suggest-moves");
export const { transitionMatrix } = loadRoom("domain/moves/transition-matrix");
