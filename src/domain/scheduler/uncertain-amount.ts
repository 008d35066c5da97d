// Amounts that are not known for sure, and a table of their quantiles that draws are read from.

/**
 * An amount that is certain; three points of it; or a normal one, cut at 0. Three points are beta-PERT
 * unless they say otherwise: mean (low + 4 likely + high) / 6, far ends rare (Malcolm and others 1959).
 * Triangular ones have their mean at a third of the sum; uniform ones do not look at the likely.
 */
export type UncertainAmount =
  | number
  | {
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly shape?: "pert" | "triangular" | "uniform";
    }
  | { readonly mean: number; readonly deviation: number };

/** Equal shares of chance in a table; between their borders quantiles are a straight line. */
export const TABLE_CELLS = 256;
/** Steps in which a density is added up. */
const DENSITY_STEPS = 1024;

/** Returns the amount's mean, a normal one's as it is before the cut. */
export function meanOf(amount: UncertainAmount): number {
  if (typeof amount === "number") return amount;
  if ("mean" in amount) return amount.mean;
  const { low, likely, high } = amount;
  if (amount.shape === "uniform") return (low + high) / 2;
  if (amount.shape === "triangular") return (low + likely + high) / 3;
  return (low + 4 * likely + high) / 6;
}

/** Returns the least that the amount can be. */
export function leastOf(amount: UncertainAmount): number {
  if (typeof amount === "number") return amount;
  return "mean" in amount ? 0 : amount.low;
}

/** Returns the amounts that so many of TABLE_CELLS shares are below, from none to all. */
export function quantileTableOf(amount: UncertainAmount): Float64Array {
  const table = new Float64Array(TABLE_CELLS + 1);
  if (typeof amount === "number") return table.fill(amount);
  if ("mean" in amount) {
    const standard = normalTable();
    return table.map((_, k) =>
      Math.max(0, amount.mean + amount.deviation * (standard[k] as number)),
    );
  }
  const { low, likely, high, shape = "pert" } = amount;
  const width = high - low;
  if (width === 0) return table.fill(low);
  const mode = (likely - low) / width;
  if (shape === "pert") {
    table.set(standardPert(mode));
  } else {
    for (let k = 0; k <= TABLE_CELLS; k++) {
      const share = k / TABLE_CELLS;
      const rising = Math.sqrt(share * mode);
      const falling = 1 - Math.sqrt((1 - share) * (1 - mode));
      table[k] = shape === "uniform" ? share : share < mode ? rising : falling;
    }
  }
  for (let k = 0; k <= TABLE_CELLS; k++) table[k] = low + width * (table[k] as number);
  return table;
}

/** Returns the amount that a share of all, 0 up to 1, is below. */
export function quantileAt(table: Float64Array, share: number): number {
  const place = share * TABLE_CELLS;
  const cell = Math.min(TABLE_CELLS - 1, Math.floor(place));
  const from = table[cell] as number;
  return from + (place - cell) * ((table[cell + 1] as number) - from);
}

/** RangeError unless it can be an amount of something. */
export function checkUncertain(amount: UncertainAmount, what: string): void {
  const isFine =
    typeof amount === "number"
      ? amount >= 0 && amount < Infinity
      : "mean" in amount
        ? amount.mean >= 0 && amount.deviation >= 0 && amount.mean + amount.deviation < Infinity
        : amount.low >= 0 &&
          amount.low <= amount.likely &&
          amount.likely <= amount.high &&
          amount.high < Infinity;
  if (isFine) return;
  throw new RangeError(`Cannot simulate the schedule: ${what} of ${JSON.stringify(amount)}`);
}

/** Fills the table for a density on 0 to 1 by adding it up. */
function invert(table: Float64Array, density: (x: number) => number): void {
  const sums = new Float64Array(DENSITY_STEPS + 1);
  for (let step = 0; step < DENSITY_STEPS; step++) {
    sums[step + 1] = (sums[step] as number) + density((step + 0.5) / DENSITY_STEPS);
  }
  const total = sums[DENSITY_STEPS] as number;
  let step = 0;
  for (let k = 1; k < TABLE_CELLS; k++) {
    const sum = (total * k) / TABLE_CELLS;
    while ((sums[step + 1] as number) < sum) step += 1;
    const from = sums[step] as number;
    table[k] = (step + (sum - from) / ((sums[step + 1] as number) - from)) / DENSITY_STEPS;
  }
  table[TABLE_CELLS] = 1;
}

const standardPerts = new Map<number, Float64Array>();
/** Tables that are kept; a plan has a few dozen. */
const MOST_PERTS = 1000;

/** Quantiles of the PERT from 0 to 1 with its likeliest there. */
function standardPert(mode: number): Float64Array {
  const known = standardPerts.get(mode);
  if (known !== undefined) return known;
  const table = new Float64Array(TABLE_CELLS + 1);
  const [rise, fall] = [4 * mode, 4 * (1 - mode)];
  invert(table, (x) => x ** rise * (1 - x) ** fall);
  if (standardPerts.size >= MOST_PERTS) standardPerts.clear();
  standardPerts.set(mode, table);
  return table;
}

let standardNormal: Float64Array | undefined;

/** Quantiles of the standard normal; the outermost so that the mean of the last share is right. */
function normalTable(): Float64Array {
  if (standardNormal !== undefined) return standardNormal;
  const reach = 6;
  const table = new Float64Array(TABLE_CELLS + 1);
  invert(table, (x) => Math.exp(-0.5 * (reach * (2 * x - 1)) ** 2));
  for (let k = 0; k <= TABLE_CELLS; k++) table[k] = reach * (2 * (table[k] as number) - 1);
  const border = table[TABLE_CELLS - 1] as number;
  // The mean beyond a border z is the density there over the chance beyond it.
  const beyond = (Math.exp(-0.5 * border ** 2) / Math.sqrt(2 * Math.PI)) * TABLE_CELLS;
  table[TABLE_CELLS] = 2 * beyond - border;
  table[0] = -(table[TABLE_CELLS] as number);
  standardNormal = table;
  return table;
}
