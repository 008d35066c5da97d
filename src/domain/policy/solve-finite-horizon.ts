// Decisions over so many periods: backward induction, exact.

import { bestChoices } from "./best-choices.ts";
import {
  checkDiscount,
  type DecisionProcess,
  flatProcessOf,
  terminalValuesOf,
  wrong,
} from "./decision-process.ts";

export interface FiniteSolution {
  /** Expected total from each period on, by period (the first first) and state. */
  readonly values: number[][];
  /** The action to take, by period and state; of equals the lowest. */
  readonly policy: number[][];
}

/**
 * Returns the best policy over the process's horizon and what it is worth, by backward induction. Each
 * list has one entry a period; beyond the last are the terminal values. Without a discount later rewards
 * count as much as early ones. RangeError where the process is none or has no horizon.
 */
export function solveFiniteHorizon(
  mdp: DecisionProcess,
  options: { readonly discount?: number } = {},
): FiniteSolution {
  const { horizon } = mdp;
  if (horizon === undefined) wrong("it has no horizon");
  if (!(Number.isSafeInteger(horizon) && horizon >= 0)) wrong(`a horizon of ${horizon} periods`);
  const discount = options.discount ?? 1;
  checkDiscount(discount);
  const model = flatProcessOf(mdp);
  let ahead = terminalValuesOf(mdp);
  const values: number[][] = [];
  const policy: number[][] = [];
  for (let period = horizon - 1; period >= 0; period--) {
    const { chosen, worth } = bestChoices(model, { values: ahead, discount });
    ahead = worth;
    if (!ahead.every(Number.isFinite)) wrong("its rewards add up to more than a number can be");
    values.push([...ahead]);
    policy.push([...chosen.map((choice) => model.actions[choice] as number)]);
  }
  return { values: values.reverse(), policy: policy.reverse() };
}
