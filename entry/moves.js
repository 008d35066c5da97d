// throughline/moves: one step from an occupation to others, what it takes, how often people make it, and
// which are worth a look.

import {
  catalogue,
  checked,
  limit,
  maybe,
  object,
  person,
  text,
  weeklyHours,
} from "./check-input.js";
import { loadRoom } from "./load-room.js";

const options = maybe(
  object({ limit: maybe(limit), person: maybe(person), hoursPerWeek: maybe(weeklyHours) }),
);
const asked = { catalogue, occupationId: text, options };

export const rankMoves = checked(
  "rank moves",
  asked,
  loadRoom("domain/moves/rank-moves").rankMoves,
);
export const suggestMoves = checked(
  "suggest moves",
  asked,
  loadRoom("domain/moves/suggest-moves").suggestMoves,
);
export const transitionMatrix = checked(
  "compare occupations",
  { catalogue },
  loadRoom("domain/moves/transition-matrix").transitionMatrix,
);
