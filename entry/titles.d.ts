// The types of throughline/titles.

export type { Catalogue } from "../dist/domain/occupations/catalogue.js";
export type { Result } from "../dist/domain/result.js";
export { makeEncoderBytes, parseEncoderBytes } from "../dist/domain/titles/encoder-bytes.js";
export { makeIndexBytes, parseIndexBytes } from "../dist/domain/titles/index-bytes.js";
export {
  type NearestOptions,
  type NearOccupation,
  nearestOccupations,
} from "../dist/domain/titles/nearest-occupations.js";
export type { PackedProblem } from "../dist/domain/titles/packed-bytes.js";
export type { TitleEncoder } from "../dist/domain/titles/title-encoder.js";
export {
  buildTitleIndex,
  type RankedTitle,
  rankTitles,
  type TitleEntry,
  type TitleIndex,
  type TitleIndexOptions,
} from "../dist/domain/titles/title-index.js";
export {
  type TrainEncoderOptions,
  trainTitleEncoder,
} from "../dist/domain/titles/train-encoder.js";
