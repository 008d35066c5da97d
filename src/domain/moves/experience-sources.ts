// Which occupations' months count as experience for one: the few that experience-credit.ts could give
// anything to, found from the lists of related ones instead of by asking every occupation.

import type { Catalogue } from "../occupations/catalogue.ts";
import { areNearKin, experienceCreditOf } from "./experience-credit.ts";
import { isOneProfession } from "./field-of-study.ts";
import { leadsWorkOf } from "./led-work.ts";

interface Known {
  /** By row, the rows that list it as related. */
  readonly listedBy: readonly (readonly number[])[];
  readonly sources: Map<number, readonly number[]>;
}

const knownByCatalogue = new WeakMap<Catalogue, Known>();

function knownOf(catalogue: Catalogue): Known {
  const known = knownByCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const listedBy: number[][] = catalogue.ids.map(() => []);
  catalogue.related.forEach((list, row) => {
    for (const other of list) listedBy[other]?.push(row);
  });
  const fresh = { listedBy, sources: new Map<number, readonly number[]>() };
  knownByCatalogue.set(catalogue, fresh);
  return fresh;
}

/** Returns the rows whose months count for `to` at all, itself left out, in ascending order. */
export function experienceSourcesOf(catalogue: Catalogue, to: number): readonly number[] {
  const { listedBy, sources } = knownOf(catalogue);
  const known = sources.get(to);
  if (known !== undefined) return known;
  const kinOf = (row: number): readonly number[] =>
    (catalogue.related[row] ?? []).filter((other) => areNearKin(catalogue, row, other));
  const possible = new Set([...(catalogue.related[to] ?? []), ...(listedBy[to] ?? [])]);
  for (const kin of kinOf(to)) for (const row of kinOf(kin)) possible.add(row);
  const id = catalogue.ids[to] ?? "";
  catalogue.ids.forEach((other, row) => {
    if (leadsWorkOf(id, other) || isOneProfession(catalogue, row, to)) possible.add(row);
  });
  possible.delete(to);
  const found = [...possible]
    .filter((row) => experienceCreditOf(catalogue, row, to) > 0)
    .sort((a, b) => a - b);
  sources.set(to, found);
  return found;
}
