// An index of titles as bytes, to be kept beside the catalogue whose labels it holds, and back: all of O*NET
// in some tens of milliseconds, since nearly all of it is typed arrays. What the encoder said of the labels
// is kept too, and is used only with that very encoder.

import type { Result } from "../result.ts";
import { GramTable } from "./gram-table.ts";
import { entryStartsOf, type TitleIndex, type TitleIndexOptions } from "./indexed-labels.ts";
import { absentVectors, type LearntVectors } from "./learnt-vectors.ts";
import { type PackedProblem, type PackedReader, PackedWriter, unpack } from "./packed-bytes.ts";
import type { Abbreviations } from "./title-abbreviations.ts";
import type { TitleEncoder } from "./title-encoder.ts";
import type { WordLikeness } from "./word-likeness.ts";

/** "TLix" as a number, and the layout below. */
const KIND = { mark: 0x78694c54, version: 2 };

/** Returns the index as bytes; the same index always gives the same. The encoder itself is not in them. */
export function makeIndexBytes(index: TitleIndex): Uint8Array {
  const writer = new PackedWriter(KIND.mark, KIND.version);
  writer.texts(index.ids);
  writer.packed(index.labels);
  writer.array(index.labelRows);
  writer.array(index.owners);
  writer.array(index.wordCounts);
  const { likeness } = index;
  writer.texts(likeness.words);
  const { parents, units } = likeness.grams.parts;
  writer.array(parents);
  writer.array(units);
  writer.array(likeness.starts);
  writer.array(likeness.postings);
  writer.array(likeness.values);
  writer.array(index.weights);
  writer.array(index.starts);
  writer.array(index.postings);
  writer.array(index.values);
  const { abbreviations, learnt } = index;
  writer.texts([...abbreviations.keys()]);
  // Words have neither commas nor blanks.
  const meanings = [...abbreviations.values()];
  writer.texts(meanings.map((all) => all.map((words) => words.join(" ")).join(",")));
  writer.number(learnt === undefined ? -1 : learnt.encoder.fingerprint);
  if (learnt !== undefined) {
    writer.number(learnt.encoder.dimensions);
    writer.number(learnt.isKnown ? 1 : 0);
    writer.array(learnt.texts);
    writer.array(learnt.scales);
    writer.array(learnt.entries);
    writer.array(learnt.expanded ?? new Float32Array(0));
  }
  return writer.bytes();
}

function readLikeness(reader: PackedReader): WordLikeness {
  const words = reader.texts();
  const rows = new Map<string, number>();
  for (const [row, word] of words.entries()) rows.set(word, row);
  const parents = reader.int32s();
  const units = reader.int32s(parents.length);
  const grams = GramTable.of(parents, units);
  reader.check(rows.size === words.length && grams.size === parents.length);
  const starts = reader.starts();
  reader.check(starts.length === parents.length + 1);
  const postings = reader.rows(starts.at(-1) ?? 0, words.length);
  const values = reader.float32s(postings.length);
  const counts = new Int32Array(parents.length);
  for (let id = 0; id < counts.length; id++) {
    counts[id] = (starts[id + 1] as number) - (starts[id] as number);
  }
  return { words, rows, grams, starts, postings, values, counts };
}

function readAbbreviations(reader: PackedReader): Abbreviations {
  const shorts = reader.texts();
  const meanings = reader.texts(shorts.length);
  return new Map(
    shorts.map((short, i) => {
      const all = (meanings[i] as string).split(",").filter((text) => text !== "");
      return [short, all.map((words) => words.split(" "))];
    }),
  );
}

function readLearnt(
  reader: PackedReader,
  { texts: count, ids }: { readonly texts: number; readonly ids: readonly string[] },
  encoder: TitleEncoder | undefined,
): LearntVectors | undefined {
  const fingerprint = reader.number();
  if (fingerprint < 0) return undefined;
  const size = reader.number();
  reader.check(Number.isInteger(size) && size > 0);
  const isKnown = reader.number() === 1;
  const texts = reader.int8s(count * size);
  const scales = reader.float32s(count);
  const entries = reader.float32s(ids.length * size);
  const longer = reader.float32s();
  reader.check(entries.length === 0 || longer.length % entries.length === 0);
  const expanded = longer.length === 0 ? undefined : longer;
  if (encoder?.fingerprint !== fingerprint || encoder.dimensions !== size) return undefined;
  const absent = isKnown ? absentVectors(encoder, ids) : new Float32Array(0);
  return { encoder, texts, scales, entries, isKnown, absent, expanded };
}

/**
 * Returns the index that was made into these bytes. It ranks with the encoder when that is the one it was
 * built with, and by letters alone with any other or none.
 */
export function parseIndexBytes(
  bytes: Uint8Array,
  { encoder }: TitleIndexOptions = {},
): Result<TitleIndex, PackedProblem> {
  return unpack(bytes, KIND, (reader) => {
    const ids = reader.texts();
    const labels = reader.packed();
    const labelRows = reader.rows(undefined, labels.ends.length);
    const owners = reader.rows(labelRows.length, ids.length);
    reader.check(
      owners.every((owner, text) => text === 0 || owner >= (owners[text - 1] as number)),
    );
    const wordCounts = reader.int32s(owners.length);
    const likeness = readLikeness(reader);
    const weights = reader.float64s(likeness.words.length);
    const starts = reader.starts();
    reader.check(starts.length === weights.length + 1);
    const postings = reader.rows(starts.at(-1) ?? 0, owners.length);
    const values = reader.float32s(postings.length);
    const abbreviations = readAbbreviations(reader);
    return {
      ids,
      labels,
      labelRows,
      owners,
      entryStarts: entryStartsOf(ids.length, owners),
      likeness,
      wordCounts,
      weights,
      starts,
      postings,
      values,
      abbreviations,
      learnt: readLearnt(reader, { texts: owners.length, ids }, encoder),
    };
  });
}
