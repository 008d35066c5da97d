// How well each occupation prepares for each other by what the catalogue says it asks for, ratings or
// skills: a library surface for comparing whole catalogues. For one person, assess-move.ts is the answer.

import { type Catalogue, isRated } from "../occupations/catalogue.ts";
import { skillTransitions } from "./skill-transitions.ts";

export interface TransitionMatrix {
  /** Ids of the occupations compared, ascending; row and column in this order. */
  readonly ids: string[];
  /** Row = origin, column = destination, row-major; each 0–1. */
  readonly values: Float32Array;
}

/**
 * Returns the fit of each occupation to each other's demand, row = origin: by ratings where the catalogue
 * has any, of the rated occupations; else by skills (ESCO), of those that ask for one. 1 on the diagonal;
 * not symmetric; empty for a catalogue with neither.
 *
 * By ratings, 1 − Σ w·max(0, ℓ_to − ℓ_from) / Σ w·ℓ_to over the destination's listed elements, ℓ their
 * usual levels and w from its importance. An element that the origin does not list counts at the element's
 * unlisted level. By skills the same, see skillTransitions().
 */
export function transitionMatrix(catalogue: Catalogue): TransitionMatrix {
  const all = catalogue.ids.map((_, row) => row);
  const rated = all.filter((row) => isRated(catalogue, row));
  const { starts } = catalogue.skills;
  const rows =
    rated.length > 0 ? rated : all.filter((row) => (starts[row + 1] ?? 0) > (starts[row] ?? 0));
  return {
    ids: rows.map((row) => catalogue.ids[row] ?? ""),
    values:
      rated.length > 0 ? levelTransitions(catalogue, rows) : skillTransitions(catalogue, rows),
  };
}

function levelTransitions(catalogue: Catalogue, rows: readonly number[]): Float32Array {
  const width = catalogue.elements.length;
  const count = rows.length;
  // Room for whole blocks of origins at the end.
  const has = new Float64Array((count + FROM_AT_ONCE) * width);
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
  const unmet = new Float64Array(FROM_AT_ONCE);
  for (let to = 0; to < count; to++) {
    const total = totals[to] ?? 0;
    const asked = asks.subarray(to * width, (to + 1) * width);
    const weight = weights.subarray(to * width, (to + 1) * width);
    for (let from = 0; from < count; from += FROM_AT_ONCE) {
      writeUnmet({ asked, weight, has }, from * width, unmet);
      const last = Math.min(FROM_AT_ONCE, count - from);
      for (let i = 0; i < last; i++) {
        values[(from + i) * count + to] = total > 0 ? 1 - (unmet[i] as number) / total : 1;
      }
    }
  }
  return values;
}

/** Origins reckoned side by side: their sums need not wait for each other. */
const FROM_AT_ONCE = 4;

/**
 * Writes Σ w·max(0, asked − had) for four origins whose levels stand one after another from `first` on;
 * beyond the last origin they are 0 or another's, and not used. The larger of 0 and d is (d + |d|)/2,
 * which needs no branch.
 */
function writeUnmet(
  demand: {
    readonly asked: Float64Array;
    readonly weight: Float64Array;
    readonly has: Float64Array;
  },
  first: number,
  target: Float64Array,
): void {
  const { asked, weight, has } = demand;
  const width = asked.length;
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  const [at1, at2, at3] = [first + width, first + 2 * width, first + 3 * width];
  for (let i = 0; i < width; i++) {
    const a = asked[i] as number; // i < width, and `has` has room for four origins from any first one
    const w = weight[i] as number;
    const d0 = a - (has[first + i] as number);
    const d1 = a - (has[at1 + i] as number);
    const d2 = a - (has[at2 + i] as number);
    const d3 = a - (has[at3 + i] as number);
    sum0 += w * (d0 + Math.abs(d0));
    sum1 += w * (d1 + Math.abs(d1));
    sum2 += w * (d2 + Math.abs(d2));
    sum3 += w * (d3 + Math.abs(d3));
  }
  target[0] = sum0 / 2;
  target[1] = sum1 / 2;
  target[2] = sum2 / 2;
  target[3] = sum3 / 2;
}
