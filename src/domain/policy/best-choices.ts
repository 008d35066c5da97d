// The best that can be done in each state when it is known what each state is worth afterwards.

import { type FlatProcess, worthOf } from "./decision-process.ts";

/** Two choices whose worth differs by less than this share are equal: the rest is rounding. */
export const TIE_SHARE = 1e-11;

/** Returns the difference below which worths of this size are equal. */
export function tieWidthOf(values: Float64Array): number {
  let largest = 1;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest * TIE_SHARE;
}

/** The best that each state can do. */
export interface BestChoices {
  /** A choice for each state, the one with the lowest action among equals. */
  readonly chosen: Int32Array;
  /** What it is worth. */
  readonly worth: Float64Array;
}

/** Returns the best choice of each state and its worth when states are worth so much afterwards. */
export function bestChoices(
  model: FlatProcess,
  given: { readonly values: Float64Array; readonly discount: number },
): BestChoices {
  const width = tieWidthOf(given.values);
  const chosen = new Int32Array(model.states);
  const worth = new Float64Array(model.states);
  const worths = new Float64Array(model.actions.length);
  for (let choice = 0; choice < worths.length; choice++) {
    worths[choice] = worthOf(model, choice, given);
  }
  for (let state = 0; state < model.states; state++) {
    const until = model.choiceFrom[state + 1] as number;
    let choice = model.choiceFrom[state] as number;
    let most = worths[choice] as number;
    for (let other = choice + 1; other < until; other++) {
      if ((worths[other] as number) > most) most = worths[other] as number;
    }
    while ((worths[choice] as number) < most - width) choice += 1;
    chosen[state] = choice;
    worth[state] = worths[choice] as number;
  }
  return { chosen, worth };
}
