// A conditional logit: of several things one is chosen, with odds by a weighted sum of what is known of each.
// Fitted by Newton's method, with a small ridge so that there is always one answer.

/** One choice: the facts of each thing, which of them would be right, and how much the choice counts. */
export interface Choice {
  readonly facts: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** Pull towards zero, as a share of a choice's weight, on facts scaled to a spread of 1. */
const RIDGE = 1e-3;
const STEPS = 60;
/** Far from the best answer a full step overshoots; no weight moves further than this at once. */
const LONGEST_MOVE = 1;

/** Solves a small symmetric system by elimination. */
function solve(matrix: number[][], values: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, values[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows[i] as number[];
    for (let j = i + 1; j < size; j++) {
      const row = rows[j] as number[];
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k <= size; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    }
  }
  const found = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let sum = row[size] as number;
    for (let k = i + 1; k < size; k++) sum -= (row[k] as number) * (found[k] as number);
    found[i] = sum / (row[i] as number);
  }
  return found;
}

function sharesOf(scores: readonly number[], among: readonly boolean[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (const [i, score] of scores.entries()) if (among[i]) highest = Math.max(highest, score);
  const odds = scores.map((score, i) => (among[i] ? Math.exp(score - highest) : 0));
  const whole = odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd) => odd / whole);
}

/** Returns the weights under which what is right is likeliest. */
export function fitConditionalLogit(choices: readonly Choice[]): number[] {
  const width = choices[0]?.facts[0]?.length ?? 0;
  const spreads = new Array<number>(width).fill(0);
  const means = new Array<number>(width).fill(0);
  let count = 0;
  for (const { facts } of choices) {
    for (const row of facts) {
      count++;
      for (let i = 0; i < width; i++) means[i] = (means[i] as number) + (row[i] as number);
    }
  }
  for (let i = 0; i < width; i++) means[i] = (means[i] as number) / count;
  for (const { facts } of choices) {
    for (const row of facts) {
      for (let i = 0; i < width; i++) {
        spreads[i] = (spreads[i] as number) + ((row[i] as number) - (means[i] as number)) ** 2;
      }
    }
  }
  for (let i = 0; i < width; i++) spreads[i] = Math.sqrt((spreads[i] as number) / count) || 1;
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * total * weight);
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE * total : 0)));
    for (const { facts, right, weight } of choices) {
      const scaled = facts.map((row) => row.map((fact, i) => fact / (spreads[i] as number)));
      const scores = scaled.map((row) =>
        row.reduce((sum, fact, i) => sum + fact * (weights[i] as number), 0),
      );
      const all = sharesOf(
        scores,
        scores.map(() => true),
      );
      const good = sharesOf(scores, right);
      const mean = new Array<number>(width).fill(0);
      for (const [c, row] of scaled.entries()) {
        for (let i = 0; i < width; i++) {
          mean[i] = (mean[i] as number) + (all[c] as number) * (row[i] as number);
        }
      }
      for (const [c, row] of scaled.entries()) {
        const share = all[c] as number;
        const gain = (good[c] as number) - share;
        for (let i = 0; i < width; i++) {
          gradient[i] = (gradient[i] as number) + weight * gain * (row[i] as number);
          const across = curve[i] as number[];
          const far = weight * share * ((row[i] as number) - (mean[i] as number));
          for (let j = 0; j < width; j++) {
            across[j] = (across[j] as number) + far * ((row[j] as number) - (mean[j] as number));
          }
        }
      }
    }
    const move = solve(curve, gradient);
    const length = Math.min(1, LONGEST_MOVE / Math.max(...move.map(Math.abs)));
    weights = weights.map((weight, i) => weight + length * (move[i] as number));
  }
  return weights.map((weight, i) => weight / (spreads[i] as number));
}
