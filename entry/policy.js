// throughline/policy: the best thing to do in each state, when chance decides where it leads.

import { loadRoom } from "./load-room.js";

export const { solveStationary } = loadRoom("domain/policy/solve-stationary");
export const { solveFiniteHorizon } = loadRoom("domain/policy/solve-finite-horizon");
