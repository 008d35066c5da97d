// A conditional logit: which destination a mover takes, by a sum of weighted features. Newton's method on
// a concave likelihood with a small ridge; standard errors by the sandwich, one cluster an origin.

export interface ChoiceOrigin {
  /** Destination × feature, row-major. */
  readonly figures: Float64Array;
  /** The destination that is the origin itself: never chosen. */
  readonly self: number;
  /** Observed share of movers by destination, summing to 1. */
  readonly shares: ReadonlyMap<number, number>;
}

export interface FittedChoice {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
}

/** Returns the model's probabilities of each destination; 0 for the origin itself. */
export function chancesOf(origin: ChoiceOrigin, coefficients: Float64Array): Float64Array {
  const width = coefficients.length;
  const count = origin.figures.length / width;
  const chances = new Float64Array(count);
  let highest = Number.NEGATIVE_INFINITY;
  for (let to = 0; to < count; to++) {
    let sum = 0;
    for (let i = 0; i < width; i++) {
      sum += (origin.figures[to * width + i] as number) * (coefficients[i] as number);
    }
    chances[to] = sum;
    if (to !== origin.self) highest = Math.max(highest, sum);
  }
  let total = 0;
  for (let to = 0; to < count; to++) {
    chances[to] = to === origin.self ? 0 : Math.exp((chances[to] as number) - highest);
    total += chances[to] as number;
  }
  for (let to = 0; to < count; to++) chances[to] = (chances[to] as number) / total;
  return chances;
}

/** Returns Σ share · ln P over the destinations observed. */
export function logLikelihoodOf(origin: ChoiceOrigin, coefficients: Float64Array): number {
  const chances = chancesOf(origin, coefficients);
  let sum = 0;
  for (const [to, share] of origin.shares) sum += share * Math.log(chances[to] as number);
  return sum;
}

interface Derivatives {
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

function derivativesOf(origin: ChoiceOrigin, coefficients: Float64Array): Derivatives {
  const width = coefficients.length;
  const chances = chancesOf(origin, coefficients);
  const mean = new Float64Array(width);
  const information = new Float64Array(width * width);
  for (let to = 0; to < chances.length; to++) {
    const p = chances[to] as number;
    if (p === 0) continue;
    for (let i = 0; i < width; i++) {
      const x = origin.figures[to * width + i] as number;
      mean[i] = (mean[i] as number) + p * x;
      for (let j = 0; j <= i; j++) {
        const at = i * width + j;
        information[at] =
          (information[at] as number) + p * x * (origin.figures[to * width + j] as number);
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const value =
        (information[i * width + j] as number) - (mean[i] as number) * (mean[j] as number);
      information[i * width + j] = value;
      information[j * width + i] = value;
    }
  }
  const gradient = mean.map((value) => -value);
  for (const [to, share] of origin.shares) {
    for (let i = 0; i < width; i++) {
      gradient[i] = (gradient[i] as number) + share * (origin.figures[to * width + i] as number);
    }
  }
  return { gradient, information };
}

/** Returns x with A·x = b for a symmetric positive definite A (Cholesky); b may have several columns. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = Math.sqrt(matrix.length);
  const columns = right.length / size;
  const lower = new Float64Array(matrix.length);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) {
        sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      }
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / (lower[j * size + j] as number);
    }
  }
  const solved = right.slice();
  for (let column = 0; column < columns; column++) {
    for (let i = 0; i < size; i++) {
      let sum = solved[i * columns + column] as number;
      for (let k = 0; k < i; k++) {
        sum -= (lower[i * size + k] as number) * (solved[k * columns + column] as number);
      }
      solved[i * columns + column] = sum / (lower[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = solved[i * columns + column] as number;
      for (let k = i + 1; k < size; k++) {
        sum -= (lower[k * size + i] as number) * (solved[k * columns + column] as number);
      }
      solved[i * columns + column] = sum / (lower[i * size + i] as number);
    }
  }
  return solved;
}

const MOST_STEPS = 60;
const SMALL_ENOUGH = 1e-9;

/** Returns the coefficients that make the observed shares likeliest, less `ridge`/2 · Σ β². */
export function fitChoice(
  origins: readonly ChoiceOrigin[],
  width: number,
  ridge: number,
): FittedChoice {
  const coefficients = new Float64Array(width);
  const sumOf = (): { gradient: Float64Array; information: Float64Array; scores: Float64Array } => {
    const gradient = coefficients.map((value) => -ridge * value);
    const information = new Float64Array(width * width);
    const scores = new Float64Array(width * width);
    for (let i = 0; i < width; i++) information[i * width + i] = ridge;
    for (const origin of origins) {
      const one = derivativesOf(origin, coefficients);
      for (let i = 0; i < width; i++) {
        gradient[i] = (gradient[i] as number) + (one.gradient[i] as number);
        for (let j = 0; j < width; j++) {
          const at = i * width + j;
          information[at] = (information[at] as number) + (one.information[at] as number);
          scores[at] =
            (scores[at] as number) + (one.gradient[i] as number) * (one.gradient[j] as number);
        }
      }
    }
    return { gradient, information, scores };
  };
  let sums = sumOf();
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = solve(sums.information, sums.gradient);
    const longest = Math.max(...change.map(Math.abs));
    // Far from the top a full step may overshoot; the likelihood is concave, so a bounded one arrives.
    const scale = Math.min(1, 1 / longest);
    for (let i = 0; i < width; i++) {
      coefficients[i] = (coefficients[i] as number) + scale * (change[i] as number);
    }
    sums = sumOf();
    if (longest < SMALL_ENOUGH) break;
  }
  const half = solve(sums.information, sums.scores);
  const transposed = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) transposed[i * width + j] = half[j * width + i] as number;
  }
  const covariance = solve(sums.information, transposed);
  const standardErrors = Float64Array.from({ length: width }, (_, i) =>
    Math.sqrt(covariance[i * width + i] as number),
  );
  return { coefficients, standardErrors };
}
