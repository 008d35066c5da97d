// Which occupations of one catalogue are nearest to one of another, as the encoder sees them: for borrowing
// what one catalogue lacks from the other. Nothing here says that two are the same.

import type { EncoderHead, TitleEncoder } from "./title-encoder.ts";

/** Where to look from and to. */
export interface NearestOptions {
  readonly fromCatalogueId: string;
  readonly occupationId: string;
  readonly toCatalogueId: string;
  readonly limit: number;
}

export interface NearOccupation {
  readonly id: string;
  /** Cosine of what was learnt of the two, at most 1; about .6 and more where people would agree. */
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
  const near = to.ids.map((id, other) => {
    let nearness = 0;
    for (let i = 0; i < size; i++) {
      nearness +=
        (from.vectors[row * size + i] as number) * (to.vectors[other * size + i] as number);
    }
    return { id, nearness };
  });
  return near.sort((a, b) => b.nearness - a.nearness).slice(0, Math.max(0, limit));
}
