// What a fixed policy is worth: the linear equations v = r + γ P v, solved.

import { type FlatProcess, worthOf } from "./decision-process.ts";

/** Up to so many states the equations are solved directly, beyond by sweeps. */
const DIRECT_STATES = 800;
/** Sweeps end when no value moves by more than this share of the largest. */
const SWEEP_SHARE = 1e-15;
const MOST_SWEEPS = 200_000;

/**
 * Returns what each state is worth under the policy (a choice for each state). States marked as settled
 * are worth 0 and left alone. Without a discount every other state must come to a settled one in the end.
 */
export function policyValues(
  model: FlatProcess,
  chosen: Int32Array,
  given: { readonly discount: number; readonly settled: Uint8Array },
): Float64Array {
  const states = [...given.settled.keys()].filter((state) => given.settled[state] === 0);
  if (states.length > DIRECT_STATES) return bySweeps(model, chosen, { ...given, states });
  const place = new Int32Array(model.states).fill(-1);
  states.forEach((state, k) => {
    place[state] = k;
  });
  const size = states.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  states.forEach((state, row) => {
    const choice = chosen[state] as number;
    right[row] = model.rewards[choice] as number;
    matrix[row * size + row] = 1;
    const until = model.nextFrom[choice + 1] as number;
    for (let k = model.nextFrom[choice] as number; k < until; k++) {
      const column = place[model.next[k] as number] as number;
      if (column < 0) continue;
      const cell = row * size + column;
      matrix[cell] = (matrix[cell] as number) - given.discount * (model.chances[k] as number);
    }
  });
  const solved = solveLinear(matrix, right);
  const values = new Float64Array(model.states);
  states.forEach((state, k) => {
    values[state] = solved[k] as number;
  });
  return values;
}

/** Gaussian elimination with partial pivoting; overwrites both and returns the solution. */
function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const rows = Int32Array.from(right, (_, row) => row);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    const sizeAt = (k: number): number =>
      Math.abs(matrix[(rows[k] as number) * size + column] as number);
    for (let k = column + 1; k < size; k++) if (sizeAt(k) > sizeAt(pivot)) pivot = k;
    const top = rows[pivot] as number;
    rows[pivot] = rows[column] as number;
    rows[column] = top;
    const head = matrix[top * size + column] as number;
    if (head === 0)
      throw new RangeError("Cannot solve the equations: they have no single solution");
    for (let k = column + 1; k < size; k++) {
      const row = rows[k] as number;
      const factor = (matrix[row * size + column] as number) / head;
      if (factor === 0) continue;
      for (let c = column + 1; c < size; c++) {
        const cell = row * size + c;
        matrix[cell] = (matrix[cell] as number) - factor * (matrix[top * size + c] as number);
      }
      right[row] = (right[row] as number) - factor * (right[top] as number);
    }
  }
  const solution = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] as number;
    let rest = right[row] as number;
    for (let c = k + 1; c < size; c++) {
      rest -= (matrix[row * size + c] as number) * (solution[c] as number);
    }
    solution[k] = rest / (matrix[row * size + k] as number);
  }
  return solution;
}

function bySweeps(
  model: FlatProcess,
  chosen: Int32Array,
  given: { readonly discount: number; readonly states: readonly number[] },
): Float64Array {
  const values = new Float64Array(model.states);
  const now = { values, discount: given.discount };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let [moved, largest] = [0, 0];
    for (const state of given.states) {
      const value = worthOf(model, chosen[state] as number, now);
      moved = Math.max(moved, Math.abs(value - (values[state] as number)));
      largest = Math.max(largest, Math.abs(value));
      values[state] = value;
    }
    if (moved <= SWEEP_SHARE * largest) break;
  }
  return values;
}
