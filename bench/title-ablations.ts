// What each part of the titles engine adds, on both development sets, as the table of docs/method/titles.md.
// Trains several encoders, some ten minutes in all, so it is run by hand: npx node bench/title-ablations.ts

import { wordsOfTitle } from "../src/domain/titles/normalise-title.ts";
import { encodeWords, type TitleEncoder } from "../src/domain/titles/title-encoder.ts";
import {
  buildTitleIndex,
  rankTitles,
  type TitleEntry,
  type TitleIndex,
} from "../src/domain/titles/title-index.ts";
import { TRAINING_PLAN, type TrainingPlan } from "../src/domain/titles/train-encoder.ts";
import {
  encoderFor,
  meanPrecisionOf,
  type RightAnswers,
  rankingFiguresOf,
  readSimilarTitles,
  readTitleData,
  SKIPPED,
} from "./title-data.ts";

type Ranker = (query: string) => readonly string[];

function placesOf(rank: Ranker, queries: RightAnswers): number[][] {
  return [...queries].map(([query, right]) =>
    rank(query).flatMap((id, place) => (right.has(id) ? [place + 1] : [])),
  );
}

function byIndex(index: TitleIndex): Ranker {
  return (query) => rankTitles(index, query, { limit: index.ids.length }).map(({ id }) => id);
}

/** Entries by the greatest cosine of the title to any of their vectors. */
function byVectors(
  encoder: TitleEncoder,
  vectors: readonly { readonly id: string; readonly vector: Float32Array }[],
): Ranker {
  return (query) => {
    const title = encodeWords(encoder, wordsOfTitle(query));
    const best = new Map<string, number>();
    for (const { id, vector } of vectors) {
      let cosine = 0;
      for (let i = 0; i < title.length; i++) cosine += (title[i] ?? 0) * (vector[i] ?? 0);
      if (cosine > (best.get(id) ?? -2)) best.set(id, cosine);
    }
    return [...best].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  };
}

function labelVectors(encoder: TitleEncoder, entries: readonly TitleEntry[]) {
  const known = new Map<string, Float32Array>();
  return entries.flatMap(({ id, labels }) =>
    labels.map((label) => ({ id, vector: encodeWords(encoder, wordsOfTitle(label), known) })),
  );
}

function classVectors(encoder: TitleEncoder) {
  const size = encoder.dimensions;
  const head = encoder.heads.find(({ catalogueId }) => catalogueId === "onet");
  return (head?.ids ?? []).map((id, row) => ({
    id,
    vector: (head?.vectors ?? new Float32Array()).subarray(row * size, (row + 1) * size),
  }));
}

const data = readTitleData();
if (data === undefined) console.log(`Skipped: ${SKIPPED}`);
else {
  const similar = readSimilarTitles();
  const counts = [...similar.queries.values()].map((right) => right.size);
  const short = (value: number) => value.toFixed(3).replace(/^0/, "");
  const print = (name: string, reported?: Ranker, alike?: Ranker): void => {
    const figures = reported && rankingFiguresOf(placesOf(reported, data.queries));
    const precision = alike && meanPrecisionOf(placesOf(alike, similar.queries), counts);
    const first = figures
      ? [figures.first, figures.ten, figures.reciprocal].map(short).join(" / ")
      : "–";
    console.log(`| ${name} | ${first} | ${precision === undefined ? "–" : short(precision)} |`);
  };
  const { entries } = data;
  console.log("| | reported | similar |\n|---|---|---|");
  print(
    "by letters alone",
    byIndex(buildTitleIndex(entries)),
    byIndex(buildTitleIndex(similar.entries)),
  );
  const steps = (name: string, encoder: TitleEncoder, isWhole: boolean) => {
    if (isWhole) {
      print(
        `${name}: best cosine over the labels`,
        byVectors(encoder, labelVectors(encoder, entries)),
        byVectors(encoder, labelVectors(encoder, similar.entries)),
      );
    }
    print(
      `${name}: cosine to the occupation's own vector`,
      byVectors(encoder, classVectors(encoder)),
    );
    print(
      `${name}: all facts weighed (rankTitles)`,
      byIndex(buildTitleIndex(entries, { encoder })),
      byIndex(buildTitleIndex(similar.entries, { encoder })),
    );
  };
  const { own, cross, shares, settings } = TRAINING_PLAN;
  const plans: readonly (readonly [string, TrainingPlan, boolean, readonly number[]])[] = [
    ["full", TRAINING_PLAN, true, [0, 1, 2]],
    [
      "each catalogue for itself",
      { ...TRAINING_PLAN, cross: { ...cross, rounds: 0 } },
      true,
      [0, 1, 2],
    ],
    ["without ESCO", TRAINING_PLAN, false, [0, 2]],
    [
      "without tasks and descriptions",
      { ...TRAINING_PLAN, shares: { ...shares, prose: 0, skills: 0 } },
      false,
      [0, 1, 2],
    ],
    ["without BLS", TRAINING_PLAN, false, [0, 1]],
    [
      "64 dimensions",
      { ...TRAINING_PLAN, settings: { ...settings, dimensions: 64 } },
      false,
      [0, 1, 2],
    ],
    [
      "half the rounds",
      { ...TRAINING_PLAN, own: { ...own, rounds: 2 }, cross: { ...cross, rounds: 2 } },
      false,
      [0, 1, 2],
    ],
  ];
  for (const [name, plan, isWhole, used] of plans) {
    const measured = encoderFor(
      data.heldOut.filter((_, place) => used.includes(place)),
      plan,
    );
    console.log(
      `| (${name}: ${measured.processorSeconds.toFixed(0)} s of processor, ${measured.seconds.toFixed(0)} s) | | |`,
    );
    steps(name, measured.encoder, isWhole);
  }
}
