// A trained encoder as bytes, to be kept beside the catalogues it was trained on, and back. Reading 17 MB
// takes some tens of milliseconds: no feature is a text.

import type { Result } from "../result.ts";
import { keyTableOf } from "./key-table.ts";
import { type PackedProblem, PackedWriter, unpack } from "./packed-bytes.ts";
import { type EncoderHead, fingerprintOf, type TitleEncoder } from "./title-encoder.ts";

/** "TLen" as a number, and the layout below. */
const KIND = { mark: 0x6e654c54, version: 2 };

/** Returns the encoder as bytes; the same encoder always gives the same. */
export function makeEncoderBytes(encoder: TitleEncoder): Uint8Array {
  const writer = new PackedWriter(KIND.mark, KIND.version);
  writer.number(encoder.dimensions);
  writer.number(encoder.sharpness);
  writer.number(encoder.unknownRarity);
  writer.array(encoder.features.keys);
  writer.array(encoder.rarity);
  writer.array(encoder.rows);
  writer.array(encoder.scales);
  writer.texts(encoder.heads.map(({ catalogueId }) => catalogueId));
  for (const { ids, vectors, labelMeans } of encoder.heads) {
    writer.texts(ids);
    writer.array(vectors);
    writer.array(labelMeans);
  }
  return writer.bytes();
}

/** Returns the encoder that was made into these bytes. */
export function parseEncoderBytes(bytes: Uint8Array): Result<TitleEncoder, PackedProblem> {
  return unpack(bytes, KIND, (reader) => {
    const dimensions = reader.number();
    const sharpness = reader.number();
    const unknownRarity = reader.number();
    reader.check(Number.isInteger(dimensions) && dimensions > 0 && dimensions % 4 === 0);
    reader.check(Number.isFinite(sharpness) && unknownRarity > 0);
    const keys = reader.int32s();
    const features = keyTableOf(keys);
    reader.check(features.size === keys.length);
    const rarity = reader.float32s(keys.length);
    const rows = reader.int8s(keys.length * dimensions);
    const scales = reader.float32s(keys.length);
    const heads: EncoderHead[] = reader.texts().map((catalogueId) => {
      const ids = reader.texts();
      const vectors = reader.float32s(ids.length * dimensions);
      return { catalogueId, ids, vectors, labelMeans: reader.float32s(vectors.length) };
    });
    const fingerprint = fingerprintOf(scales, heads);
    return {
      dimensions,
      sharpness,
      features,
      rarity,
      unknownRarity,
      rows,
      scales,
      heads,
      fingerprint,
    };
  });
}
