// Which occupations of one catalogue are nearest to one of another, as the encoder sees them: for borrowing
// what one catalogue lacks from the other. Nothing here says that two are the same.

import type { EncoderHead, TitleEncoder } from "./title-encoder.ts";
import { dot } from "./vector-kernels.ts";

/** Where to look from and to. */
export interface NearestOptions {
  readonly fromCatalogueId: string;
  readonly occupationId: string;
  readonly toCatalogueId: string;
  readonly limit: number;
}

export interface NearOccupation {
  readonly id: string;
  /** Mean cosine of each one's labels to the other, at most 1. */
  readonly nearness: number;
}

function headOf(encoder: TitleEncoder, catalogueId: string): EncoderHead | undefined {
  return encoder.heads.find((head) => head.catalogueId === catalogueId);
}

/**
 * Returns the occupations of the other catalogue that are nearest, nearest first, ties by id, at most `limit`;
 * empty when the encoder was not trained on both catalogues or does not know the occupation.
 */
export function nearestOccupations(
  encoder: TitleEncoder,
  { fromCatalogueId, occupationId, toCatalogueId, limit }: NearestOptions,
): NearOccupation[] {
  const from = headOf(encoder, fromCatalogueId);
  const to = headOf(encoder, toCatalogueId);
  const row = from?.ids.indexOf(occupationId) ?? -1;
  if (from === undefined || to === undefined || row < 0) return [];
  const size = encoder.dimensions;
  const at = row * size;
  // What is learnt is how near a label is to an occupation, not two occupations of different catalogues: the
  // labels of each against the occupation of the other.
  const near = to.ids.map((id, other) => {
    const there = dot(from.labelMeans, at, to.vectors, other * size, size);
    const back = dot(to.labelMeans, other * size, from.vectors, at, size);
    return { id, nearness: (there + back) / 2 };
  });
  return near.sort((a, b) => b.nearness - a.nearness).slice(0, Math.max(0, limit));
}
