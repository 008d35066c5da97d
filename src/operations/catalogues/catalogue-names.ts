// What the public catalogues are called, and what each brings: for sentences and lists.

import type { CatalogueKind } from "../../storage/catalogue-shelf.ts";

/** The kinds, in the order in which they are shown. */
export const CATALOGUE_KINDS = [
  "onet",
  "esco",
  "bls",
  "crosswalks",
] as const satisfies readonly CatalogueKind[];

export const CATALOGUE_NAMES: Readonly<Record<CatalogueKind, string>> = {
  onet: "O*NET",
  esco: "ESCO",
  bls: "BLS",
  crosswalks: "the crosswalks",
};

/** What a person has of adding it. */
export const CATALOGUE_GAINS: Readonly<Record<CatalogueKind, string>> = {
  onet: "About 1,000 occupations of the United States: what each demands, what people in it do, and tens of thousands of titles.",
  esco: "About 3,000 occupations of the European Union, with their titles and skills.",
  bls: "Pay, employment, openings and growth of every occupation in the United States.",
  crosswalks:
    "Which fields of study prepare for which occupations, and how codes lead to each other.",
};
