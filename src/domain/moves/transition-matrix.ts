// How well each occupation prepares for each other by its ratings alone: a library surface for
// comparing whole catalogues. For one person, assess-move.ts is the answer.

import { type Catalogue, isRated } from "../occupations/catalogue.ts";

export interface TransitionMatrix {
  /** Ids of the rated occupations, ascending; row and column in this order. */
  readonly ids: string[];
  /** Row = origin, column = destination, row-major; each 0–1. */
  readonly values: Float32Array;
}

/**
 * Returns the fit of each rated occupation's usual levels to each other's demand:
 * 1 − Σ w·max(0, ℓ_to − ℓ_from) / Σ w·ℓ_to over the destination's listed elements, w from its
 * importance. 1 on the diagonal; not symmetric. An element that the origin does not list counts at the
 * element's unlisted level.
 */
export function transitionMatrix(catalogue: Catalogue): TransitionMatrix {
  const rows = catalogue.ids.map((_, row) => row).filter((row) => isRated(catalogue, row));
  const width = catalogue.elements.length;
  const count = rows.length;
  const has = new Float64Array(count * width);
  const weights = new Float64Array(count * width);
  const asks = new Float64Array(count * width);
  const totals = new Float64Array(count);
  rows.forEach((row, place) => {
    for (let element = 0; element < width; element++) {
      const level = catalogue.level[row * width + element] ?? Number.NaN;
      const importance = catalogue.importance[row * width + element] ?? Number.NaN;
      const at = place * width + element;
      const isListed = !Number.isNaN(level) && !Number.isNaN(importance);
      has[at] = Number.isNaN(level) ? (catalogue.elements[element]?.unlistedLevel ?? 0) : level;
      asks[at] = isListed ? level : 0;
      weights[at] = isListed ? Math.max(0, (importance - 1) / 4) : 0;
      totals[place] = (totals[place] ?? 0) + (weights[at] ?? 0) * (asks[at] ?? 0);
    }
  });
  const values = new Float32Array(count * count);
  for (let to = 0; to < count; to++) {
    const total = totals[to] ?? 0;
    const asked = asks.subarray(to * width, (to + 1) * width);
    const weight = weights.subarray(to * width, (to + 1) * width);
    for (let from = 0; from < count; from++) {
      const unmet = unmetBetween(asked, weight, has, from * width);
      values[from * count + to] = total > 0 ? 1 - unmet / total : 1;
    }
  }
  return { ids: rows.map((row) => catalogue.ids[row] ?? ""), values };
}

/** Σ w·max(0, asked − had); two sums side by side, since one would wait for itself at each step. */
function unmetBetween(
  asked: Float64Array,
  weight: Float64Array,
  has: Float64Array,
  first: number,
): number {
  const width = asked.length;
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < width; i += 2) {
    const a = (asked[i] as number) - (has[first + i] as number); // i < width on both sides
    const b = (asked[i + 1] as number) - (has[first + i + 1] as number);
    even += Math.max(a, 0) * (weight[i] as number);
    odd += Math.max(b, 0) * (weight[i + 1] as number);
  }
  if (i < width) {
    const a = (asked[i] as number) - (has[first + i] as number);
    even += Math.max(a, 0) * (weight[i] as number);
  }
  return even + odd;
}
