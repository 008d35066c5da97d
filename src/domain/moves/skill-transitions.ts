// How well each occupation prepares for each other where a catalogue says which skills are asked for and
// not how much of them (ESCO): one table of occupations by occupations. Ratings are transition-matrix.ts's.

import { ESSENTIAL_WEIGHT, OPTIONAL_WEIGHT } from "../abilities/held-skills.ts";
import type { Catalogue } from "../occupations/catalogue.ts";

/**
 * Returns the share of each destination's skills that each origin brings, row = origin, row-major over
 * the rows given, each 0–1: 1 − Σ max(0, q_to − q_from) / Σ q_to over what the destination asks for, q
 * being what an essential or an optional skill weighs, 0 where it is not asked for. 1 on the diagonal; not
 * symmetric. Every row given must ask for a skill.
 *
 * A rare skill weighs no more than a common one. Measured on ESCO 1.2: with −ln of the share of
 * occupations that ask for it as a further weight, 45.7 % of each origin's ten best destinations are in its
 * ISCO minor group, without it 45.9 %.
 */
export function skillTransitions(catalogue: Catalogue, rows: readonly number[]): Float32Array {
  const { starts, skills, essential } = catalogue.skills;
  const count = rows.length;
  const asking = askingFor(catalogue, rows);
  const totals = new Float64Array(count);
  rows.forEach((row, place) => {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const weight = essential[i] === 1 ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT;
      totals[place] = (totals[place] ?? 0) + weight;
    }
  });
  const values = new Float32Array(count * count);
  const met = new Float64Array(count);
  rows.forEach((row, from) => {
    met.fill(0);
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const skill = skills[i] ?? 0;
      // The smaller of what the two ask: all that is asked as essential, else half.
      const most = essential[i] === 1 ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT;
      const middle = asking.optionalFrom[skill] as number;
      const end = asking.starts[skill + 1] as number;
      for (let at = asking.starts[skill] as number; at < middle; at++) {
        const to = asking.places[at] as number;
        met[to] = (met[to] as number) + most;
      }
      for (let at = middle; at < end; at++) {
        const to = asking.places[at] as number;
        met[to] = (met[to] as number) + OPTIONAL_WEIGHT;
      }
    }
    const start = from * count;
    for (let to = 0; to < count; to++) {
      values[start + to] = (met[to] as number) / (totals[to] as number);
    }
  });
  return values;
}

/** For each skill the places that ask for it: those as essential, then those as optional. */
interface Asking {
  readonly starts: Int32Array;
  readonly optionalFrom: Int32Array;
  readonly places: Int32Array;
}

function askingFor(catalogue: Catalogue, rows: readonly number[]): Asking {
  const { starts, skills, essential, ids } = catalogue.skills;
  const first = new Int32Array(ids.length + 1);
  const needed = new Int32Array(ids.length);
  for (const row of rows) {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const skill = skills[i] as number;
      first[skill + 1] = (first[skill + 1] as number) + 1;
      needed[skill] = (needed[skill] as number) + (essential[i] as number);
    }
  }
  for (let skill = 0; skill < ids.length; skill++) {
    first[skill + 1] = (first[skill + 1] as number) + (first[skill] as number);
  }
  const optionalFrom = needed.map((some, skill) => some + (first[skill] as number));
  const nextEssential = first.slice();
  const nextOptional = optionalFrom.slice();
  const places = new Int32Array(first[ids.length] as number);
  rows.forEach((row, place) => {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const next = essential[i] === 1 ? nextEssential : nextOptional;
      const skill = skills[i] as number;
      const at = next[skill] as number;
      places[at] = place;
      next[skill] = at + 1;
    }
  });
  return { starts: first, optionalFrom, places };
}
