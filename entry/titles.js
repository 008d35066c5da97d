// throughline/titles: what a free-text title may mean, and the encoder that learns it from catalogues.

import {
  asBytes,
  bytes,
  callback,
  catalogue,
  checked,
  limit,
  list,
  maybe,
  number,
  object,
  seed,
  text,
} from "./check-input.js";
import { loadRoom } from "./load-room.js";

const titles = loadRoom("domain/titles/title-index");
const training = loadRoom("domain/titles/train-encoder");
const encoderBytes = loadRoom("domain/titles/encoder-bytes");
const indexBytes = loadRoom("domain/titles/index-bytes");
const nearest = loadRoom("domain/titles/nearest-occupations");

const anything = () => undefined;
const array = list(anything);
const entries = list(object({ id: text, labels: list(text) }));
const encoder = object({ dimensions: number, rows: array, scales: array, heads: array });
const index = object({ ids: array, labels: object({}), owners: array, likeness: object({}) });
const withEncoder = maybe(object({ encoder: maybe(encoder) }));

export const buildTitleIndex = checked(
  "build a title index",
  { entries, options: withEncoder },
  titles.buildTitleIndex,
);
export const rankTitles = checked(
  "rank titles",
  { index, query: text, options: maybe(object({ limit: maybe(limit) })) },
  titles.rankTitles,
);
export const trainTitleEncoder = checked(
  "train a title encoder",
  { catalogues: list(catalogue), options: object({ seed, onProgress: maybe(callback) }) },
  training.trainTitleEncoder,
);
export const makeEncoderBytes = checked(
  "write the encoder",
  { encoder },
  encoderBytes.makeEncoderBytes,
);
export const parseEncoderBytes = checked("read the encoder", { bytes }, (given) =>
  encoderBytes.parseEncoderBytes(asBytes(given)),
);
export const makeIndexBytes = checked(
  "write the title index",
  { index },
  indexBytes.makeIndexBytes,
);
export const parseIndexBytes = checked(
  "read the title index",
  { bytes, options: withEncoder },
  (given, options) => indexBytes.parseIndexBytes(asBytes(given), options),
);
export const nearestOccupations = checked(
  "find the nearest occupations",
  {
    encoder,
    options: object({ fromCatalogueId: text, occupationId: text, toCatalogueId: text, limit }),
  },
  nearest.nearestOccupations,
);
