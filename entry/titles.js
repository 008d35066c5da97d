// throughline/titles: what a free-text title may mean, and the encoder that learns it from catalogues.

import { loadRoom } from "./load-room.js";

export const { buildTitleIndex, rankTitles } = loadRoom("domain/titles/title-index");
export const { trainTitleEncoder } = loadRoom("domain/titles/train-encoder");
export const { makeEncoderBytes, parseEncoderBytes } = loadRoom("domain/titles/encoder-bytes");
export const { makeIndexBytes, parseIndexBytes } = loadRoom("domain/titles/index-bytes");
export const { nearestOccupations } = loadRoom("domain/titles/nearest-occupations");
