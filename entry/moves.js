// throughline/moves: one step from an occupation to others, what it takes and how often people make it.

import { loadRoom } from "./load-room.js";

export const { rankMoves } = loadRoom("domain/moves/rank-moves");
export const { transitionMatrix } = loadRoom("domain/moves/transition-matrix");
