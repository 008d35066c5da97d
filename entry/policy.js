// throughline/policy: the best thing to do in each state, when chance decides where it leads.

import { checked, list, maybe, number, object } from "./check-input.js";
import { loadRoom } from "./load-room.js";

const described = {
  states: number,
  actions: number,
  terminal: maybe(list(number)),
  horizon: maybe(number),
};
const tables = object({
  ...described,
  transitions: list(list(list(number))),
  rewards: list(list(number)),
});
const choices = object({
  ...described,
  choices: list(list(object({ action: number, reward: number, next: list(list(number)) }))),
});
const mdp = (value) =>
  typeof value === "object" && value !== null && "choices" in value
    ? choices(value)
    : tables(value);

/** Typed arrays as plain ones, of which the solver makes lists of other things. */
function plain(given) {
  if ("choices" in given) return given;
  return {
    ...given,
    transitions: given.transitions.map((rows) => rows.map((row) => Array.from(row))),
    rewards: given.rewards.map((row) => Array.from(row)),
  };
}

const stationary = loadRoom("domain/policy/solve-stationary");
const finite = loadRoom("domain/policy/solve-finite-horizon");

export const solveStationary = checked(
  "solve the decision process",
  { mdp, options: object({ discount: number }) },
  (given, options) => stationary.solveStationary(plain(given), options),
);
export const solveFiniteHorizon = checked(
  "solve the decision process",
  { mdp, options: maybe(object({ discount: maybe(number) })) },
  (given, options) => finite.solveFiniteHorizon(plain(given), options),
);
