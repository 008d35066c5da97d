// Decisions without an end: policy iteration, each policy's equations solved. Without a discount it
// starts from a policy that comes to an end (settling-policy.ts), and the values are expected totals.

import { bestChoices, tieWidthOf } from "./best-choices.ts";
import {
  checkDiscount,
  type DecisionProcess,
  type FlatProcess,
  flatProcessOf,
  worthOf,
  wrong,
} from "./decision-process.ts";
import { policyValues } from "./policy-values.ts";
import { settlingPolicy } from "./settling-policy.ts";

export interface StationarySolution {
  /** Expected discounted total from each state on. */
  readonly values: number[];
  /** The action to take in each state; of equals the lowest. */
  readonly policy: number[];
}

/** Howard's policy iteration ends after a few rounds; more than this many means that it goes round. */
const MOST_ROUNDS = 100;
/** Sweeps of value iteration before the policies of a process without discount are compared. */
const SWEEPS = 20_000;
const SWEEP_SHARE = 1e-14;

/**
 * Returns the best policy that does the same in a state whenever it is there, and what it is worth. Policy
 * iteration, so exact up to rounding. A discount of 1 counts totals: then rewards must end, as they do
 * where absorbing states bring nothing; among equals it takes the lowest action with which they do.
 * RangeError where the process is none, or a total has no bound.
 */
export function solveStationary(
  mdp: DecisionProcess,
  options: { readonly discount: number },
): StationarySolution {
  const { discount } = options;
  checkDiscount(discount);
  const model = flatProcessOf(mdp);
  const { values, chosen } = discount < 1 ? solveDiscounted(model, discount) : solveTotals(model);
  return {
    values: Array.from(values),
    policy: Array.from(chosen, (choice) => model.actions[choice] as number),
  };
}

interface Solved {
  readonly values: Float64Array;
  readonly chosen: Int32Array;
}

function solveDiscounted(model: FlatProcess, discount: number): Solved {
  const settled = new Uint8Array(model.states);
  let { chosen } = bestChoices(model, { values: new Float64Array(model.states), discount });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const given = { values: policyValues(model, chosen, { discount, settled }), discount };
    const better = improve(model, chosen, given);
    if (better === undefined) {
      const lowest = bestChoices(model, given).chosen;
      return { values: policyValues(model, lowest, { discount, settled }), chosen: lowest };
    }
    chosen = better;
  }
  return wrong("no policy is best; its numbers are too far apart for rounding");
}

/** Returns the policy with what is clearly better in it; undefined where nothing is. */
function improve(
  model: FlatProcess,
  chosen: Int32Array,
  given: { readonly values: Float64Array; readonly discount: number },
): Int32Array | undefined {
  const width = tieWidthOf(given.values);
  const best = bestChoices(model, given);
  const better = Int32Array.from(chosen);
  let isBetter = false;
  best.chosen.forEach((choice, state) => {
    const now = worthOf(model, chosen[state] as number, given);
    if ((best.worth[state] as number) - now <= width) return;
    better[state] = choice;
    isBetter = true;
  });
  return isBetter ? better : undefined;
}

function solveTotals(model: FlatProcess): Solved {
  let values = sweptTotals(model);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { chosen, settled } = settlingPolicy(model, values);
    const exact = policyValues(model, chosen, { discount: 1, settled });
    // Bellman's equation holds: nothing is better than this policy.
    if (improve(model, chosen, { values: exact, discount: 1 }) === undefined) {
      return { values: exact, chosen };
    }
    values = exact;
  }
  return wrong("without a discount no total settles");
}

/** Value iteration from nothing: what can be had in more and more periods. */
function sweptTotals(model: FlatProcess): Float64Array {
  const values = new Float64Array(model.states);
  const given = { values, discount: 1 };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let [moved, largest] = [0, 1];
    for (let state = 0; state < model.states; state++) {
      let most = Number.NEGATIVE_INFINITY;
      const until = model.choiceFrom[state + 1] as number;
      for (let choice = model.choiceFrom[state] as number; choice < until; choice++) {
        most = Math.max(most, worthOf(model, choice, given));
      }
      moved = Math.max(moved, Math.abs(most - (values[state] as number)));
      largest = Math.max(largest, Math.abs(most));
      values[state] = most;
    }
    if (moved <= SWEEP_SHARE * largest) break;
  }
  return values;
}
