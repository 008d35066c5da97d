// How well titles find their occupations, how honest the stated confidence is and how fast it goes, by
// letters alone and with an encoder trained on O*NET, ESCO and BLS without the titles that are asked
// (docs/method/titles.md). The encoder is kept in .cache; the first run trains it, for some two minutes.
// Reads ../shared/data where it is present, and says so where it is not.

import { makeEncoderBytes, parseEncoderBytes } from "../src/domain/titles/encoder-bytes.ts";
import { makeIndexBytes, parseIndexBytes } from "../src/domain/titles/index-bytes.ts";
import type { TitleEncoder } from "../src/domain/titles/title-encoder.ts";
import {
  buildTitleIndex,
  rankTitles,
  type TitleEntry,
  type TitleIndex,
} from "../src/domain/titles/title-index.ts";
import { trainTitleEncoder } from "../src/domain/titles/train-encoder.ts";
import { fitConditionalLogit } from "./conditional-logit.ts";
import { type Figure, kernelBaseline } from "./figure.ts";
import { calibrationErrorOf, fitFiguresOf, titleChoicesOf } from "./title-choices.ts";
import {
  encoderFor,
  isFittedOn,
  meanPrecisionOf,
  type RankingFigures,
  type RightAnswers,
  rankingFiguresOf,
  readSimilarTitles,
  readTitleData,
  SKIPPED,
  type TitleData,
} from "./title-data.ts";

/** What character n-grams inside words reach by the same protocol (../shared/data/README.md). */
const N_GRAMS = { first: 0.42, ten: 0.785, reciprocal: 0.548, precision: 0.354 };
const N_GRAMS_NAME = "character n-grams";

function placesOf(index: TitleIndex, queries: RightAnswers): number[][] {
  return [...queries].map(([query, right]) => {
    const ranked = rankTitles(index, query, { limit: index.ids.length });
    return ranked.flatMap(({ id }, place) => (right.has(id) ? [place + 1] : []));
  });
}

/** Returns the first candidate's confidence and whether it is right, for those titles that are asked for. */
function firstAnswersOf(
  index: TitleIndex,
  queries: RightAnswers,
  isAsked: (right: ReadonlySet<string>) => boolean,
): { readonly confidence: number; readonly right: boolean }[] {
  const stated: { confidence: number; right: boolean }[] = [];
  for (const [query, right] of queries) {
    if (!isAsked(right)) continue;
    const [best] = rankTitles(index, query, { limit: 2 });
    if (best !== undefined) stated.push({ confidence: best.confidence, right: right.has(best.id) });
  }
  return stated;
}

function rankingFigures(
  what: string,
  figures: RankingFigures,
  bars: readonly [number, number, number],
): Figure[] {
  const named = [
    ["hit@1", figures.first, N_GRAMS.first],
    ["hit@10", figures.ten, N_GRAMS.ten],
    ["MRR", figures.reciprocal, N_GRAMS.reciprocal],
  ] as const;
  return named.map(([name, value, baseline], i) => ({
    name: `titles, O*NET reported titles, ${what}: ${name}`,
    value,
    unit: "",
    bar: bars[i] ?? 0,
    atLeast: true,
    baseline,
    baselineName: N_GRAMS_NAME,
  }));
}

/** Weights fitted on each half of the occupations, and what they are worth on the other. */
function crossFitted(index: TitleIndex, queries: RightAnswers): Figure[] {
  const choices = titleChoicesOf(index, queries, { facts: [0, 1, 2, 3] });
  const halves = [1, 0].map((half) =>
    fitConditionalLogit(choices.filter((choice) => choice.half === half)),
  );
  const figures = fitFiguresOf(
    choices.map((choice) => ({ choice, weights: halves[choice.half] ?? [] })),
  );
  const what = "encoder, weights fitted on the other half of the occupations";
  return [
    ...rankingFigures(what, figures, [0.64, 0.9, 0.74]),
    {
      name: `titles, error of stated confidence, ${what}`,
      value: figures.error,
      unit: "",
      bar: 0.05,
    },
  ];
}

function timed<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const began = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - began };
}

/** Processor time, since other programs run on the machine too. */
function processorMilliseconds(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function unpacked<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("Cannot measure: bytes just made are not read back");
  return result.value;
}

/** Titles of both catalogues, asked one after another. */
const ASKED = 2000;

function speedFigures(data: TitleData, encoder: TitleEncoder, onet: TitleIndex): Figure[] {
  const [, esco] = data.heldOut;
  const escoEntries: TitleEntry[] = (esco?.ids ?? []).map((id, row) => ({
    id,
    labels: [esco?.titles[row] ?? "", ...(esco?.aliases[row] ?? [])],
  }));
  const other = buildTitleIndex(escoEntries, { encoder });
  const titles = [...data.queries.keys()].slice(0, ASKED);
  const times: number[] = [];
  const whole = processorMilliseconds(() => {
    for (const title of titles) {
      const { milliseconds } = timed(() => {
        rankTitles(onet, title);
        rankTitles(other, title);
      });
      times.push(milliseconds);
    }
  });
  const kernel = kernelBaseline();
  const encoderBytes = makeEncoderBytes(encoder);
  const back = timed(() => unpacked(parseEncoderBytes(encoderBytes)));
  const indexBytes = makeIndexBytes(onet);
  const indexBack = timed(() => unpacked(parseIndexBytes(indexBytes, { encoder: back.value })));
  const versus = { baseline: kernel, baselineName: "kernel" };
  return [
    {
      name: "titles, queries a second over O*NET and ESCO, one core",
      value: (titles.length * 1000) / whole,
      unit: "/s",
      bar: 500,
      atLeast: true,
    },
    {
      name: "titles, one query over O*NET and ESCO, processor time",
      value: whole / titles.length,
      unit: "ms",
      bar: 2,
      ...versus,
    },
    {
      name: "titles, the same, 99 of 100 are answered within",
      value: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN,
      unit: "ms",
      bar: 30,
    },
    {
      name: "titles, encoder read back",
      value: back.milliseconds,
      unit: "ms",
      bar: 300,
      ...versus,
    },
    {
      name: "titles, index of all O*NET labels read back",
      value: indexBack.milliseconds,
      unit: "ms",
      bar: 100,
      ...versus,
    },
    { name: "titles, encoder in bytes", value: encoderBytes.length / 1e6, unit: "MB" },
    { name: "titles, index of O*NET in bytes", value: indexBytes.length / 1e6, unit: "MB" },
  ];
}

/** One occupation in so many, for the two trainings whose bytes are compared. */
const SAMPLED = 20;

function isSameTwice(data: TitleData): boolean {
  const sampled = data.heldOut.map((catalogue) => ({
    ...catalogue,
    titles: catalogue.titles.map((title, row) => (row % SAMPLED === 0 ? title : "")),
    aliases: catalogue.aliases.map((labels, row) => (row % SAMPLED === 0 ? labels : [])),
    tasks: catalogue.tasks.map(() => []),
    descriptions: catalogue.descriptions.map(() => ""),
  }));
  const [one, other] = [1, 2].map(() => makeEncoderBytes(trainTitleEncoder(sampled, { seed: 5 })));
  return Buffer.compare(one ?? new Uint8Array(), other ?? new Uint8Array()) === 0;
}

function lexicalFigures({ entries, queries }: TitleData): Figure[] {
  const built = timed(() => buildTitleIndex(entries));
  const index = built.value;
  const places = placesOf(index, queries);
  const isUnfitted = (right: ReadonlySet<string>) => ![...right].some(isFittedOn);
  const error = calibrationErrorOf(firstAnswersOf(index, queries, isUnfitted));
  const titles = [...queries.keys()].slice(0, ASKED);
  const whole = processorMilliseconds(() => {
    for (const title of titles) rankTitles(index, title);
  });
  return [
    ...rankingFigures("by letters", rankingFiguresOf(places), [0.448, 0.805, 0.574]),
    {
      name: "titles, error of stated confidence, by letters, held out",
      value: error,
      unit: "",
      bar: 0.05,
    },
    {
      name: "titles, index of all O*NET labels, by letters",
      value: built.milliseconds,
      unit: "ms",
      bar: 2000,
    },
    {
      name: "titles, one query over all O*NET labels, by letters, processor time",
      value: whole / titles.length,
      unit: "ms",
      bar: 2,
    },
  ];
}

/** Returns the figures; one skipped figure where the releases are not at hand. */
export function benchTitles(): Promise<Figure[]> {
  const data = readTitleData();
  if (data === undefined) {
    return Promise.resolve([
      { name: "titles, O*NET reported titles", value: Number.NaN, unit: "", skipped: SKIPPED },
    ]);
  }
  const lexical = lexicalFigures(data);
  const { encoder, seconds, processorSeconds, megabytes } = encoderFor(data.heldOut);
  const { entries, queries } = data;
  const built = timed(() => buildTitleIndex(entries, { encoder }));
  const index = built.value;
  const places = rankingFiguresOf(placesOf(index, queries));
  const error = calibrationErrorOf(firstAnswersOf(index, queries, () => true));
  const similar = readSimilarTitles();
  const counts = [...similar.queries.values()].map((right) => right.size);
  const precisionOf = (found: TitleIndex) =>
    meanPrecisionOf(placesOf(found, similar.queries), counts);
  const versus = { baseline: N_GRAMS.precision, baselineName: N_GRAMS_NAME };
  return Promise.resolve([
    ...lexical,
    ...rankingFigures("encoder", places, [0.64, 0.9, 0.74]),
    { name: "titles, error of stated confidence, encoder", value: error, unit: "", bar: 0.05 },
    ...crossFitted(index, queries),
    {
      name: "titles, Job-Title-Similarity, by letters: MAP",
      value: precisionOf(buildTitleIndex(similar.entries)),
      unit: "",
      ...versus,
    },
    {
      name: "titles, Job-Title-Similarity, encoder: MAP",
      value: precisionOf(buildTitleIndex(similar.entries, { encoder })),
      unit: "",
      bar: 0.56,
      atLeast: true,
      ...versus,
    },
    { name: "titles, training on O*NET, ESCO and BLS", value: seconds, unit: "s", bar: 150 },
    { name: "titles, the same, processor time", value: processorSeconds, unit: "s" },
    { name: "titles, most memory while training", value: megabytes, unit: "MB", bar: 1000 },
    {
      name: "titles, two trainings with one seed give the same bytes",
      value: isSameTwice(data) ? 1 : 0,
      unit: "",
      bar: 1,
      atLeast: true,
    },
    {
      name: "titles, index of all O*NET labels, encoder",
      value: built.milliseconds,
      unit: "ms",
      bar: 4000,
    },
    ...speedFigures(data, encoder, index),
  ]);
}
