// Catalogues -> an encoder that knows their language: rounds over all their texts, then rounds in which two
// catalogues also teach each other, then everything put into bytes. One batch: encoder-training.ts.

import type { Catalogue } from "../occupations/catalogue.ts";
import { seededRandom } from "../random-source.ts";
import { type CrossTargets, crossTargetsOf, KEPT } from "./cross-teaching.ts";
import { EncoderTraining, TRAINING_SETTINGS, type TrainingSettings } from "./encoder-training.ts";
import { keyTableOf } from "./key-table.ts";
import { type EncoderHead, fingerprintOf, type TitleEncoder } from "./title-encoder.ts";
import {
  TEXT_SHARES,
  type TextShares,
  type TrainingTexts,
  trainingTextsOf,
} from "./training-texts.ts";
import { dot } from "./vector-kernels.ts";

export interface TrainEncoderOptions {
  /** An unsigned 32-bit integer; the same seed and catalogues give the same encoder, byte for byte. */
  readonly seed: number;
  /** Told how much is done, 0–1, some hundred times; what it throws ends the training. */
  readonly onProgress?: (share: number, label: string) => void;
}

/** Rounds over the texts, the rate of the first and of the last step, and what is taught across. */
interface Phase {
  readonly label: string;
  readonly rounds: number;
  readonly firstRate: number;
  readonly lastRate: number;
  readonly shares: number;
  readonly crossShare: number;
}

export interface TrainingPlan {
  readonly shares: TextShares;
  readonly settings: TrainingSettings;
  readonly own: { readonly rounds: number; readonly firstRate: number; readonly lastRate: number };
  readonly cross: {
    readonly rounds: number;
    readonly firstRate: number;
    readonly lastRate: number;
    /** What the chance of texts that are not labels is multiplied by. */
    readonly proseShare: number;
    /** Chance that a label is taught in the other catalogue too. */
    readonly crossShare: number;
  };
}

/** Measured here (docs/method/titles.md). */
export const TRAINING_PLAN: TrainingPlan = {
  shares: TEXT_SHARES,
  settings: TRAINING_SETTINGS,
  own: { rounds: 5, firstRate: 0.15, lastRate: 0.01 },
  cross: { rounds: 4, firstRate: 0.05, lastRate: 0.005, proseShare: 0.7, crossShare: 0.8 },
};

interface Batch {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

function shuffle<T>(values: T[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [values[i], values[other]] = [values[other] as T, values[i] as T];
  }
}

/** Examples of one round: text and class, those of one head together. */
class Round {
  readonly texts: Int32Array[];
  readonly classes: Int32Array[];
  readonly batches: Batch[] = [];

  constructor(
    training: EncoderTraining,
    phase: Phase,
    targets: readonly CrossTargets[],
    firsts: readonly number[],
  ) {
    const { texts, settings, random } = training;
    const found = firsts.map((): number[] => []);
    const headOf = (one: number): number => {
      let head = firsts.length - 1;
      while (head > 0 && one < (firsts[head] as number)) head--;
      return head;
    };
    const add = (text: number, one: number) => {
      // Both in one number: there are far fewer than 2^21 classes.
      found[headOf(one)]?.push(text * CLASS_ROOM + one);
    };
    for (let text = 0; text < texts.shares.length; text++) {
      const share = texts.shares[text] as number;
      if (random() >= (texts.isLabel[text] === 1 ? share : share * phase.shares)) continue;
      const first = texts.classStarts[text] as number;
      const count = (texts.classStarts[text + 1] as number) - first;
      const chosen = count === 1 ? 0 : Math.floor(random() * count);
      add(text, texts.textClasses[first + chosen] as number);
    }
    for (const { texts: taught, classes, chances } of targets) {
      for (const [i, text] of taught.entries()) {
        if (random() >= phase.crossShare) continue;
        const drawn = random();
        let at = i * KEPT;
        while ((chances[at] as number) < drawn) at++;
        add(text, classes[at] as number);
      }
    }
    for (const [head, examples] of found.entries()) {
      shuffle(examples, random);
      for (let from = 0; from < examples.length; from += settings.batch) {
        this.batches.push({ head, from, to: Math.min(examples.length, from + settings.batch) });
      }
    }
    shuffle(this.batches, random);
    this.texts = found.map((all) => Int32Array.from(all, (one) => Math.floor(one / CLASS_ROOM)));
    this.classes = found.map((all) => Int32Array.from(all, (one) => one % CLASS_ROOM));
  }
}

const CLASS_ROOM = 1 << 21;

/** Batches of a phase at least. Assumption: enough for the starter catalogue alone, which has some thirty a round. */
const LEAST_BATCHES = 300;

/** Batches between two reports of progress. */
const REPORT_EVERY = 32;

function runPhase(
  training: EncoderTraining,
  phase: Phase,
  targets: readonly CrossTargets[],
  report: (share: number, label: string) => void,
): void {
  const { heads } = training.texts;
  const firsts = heads.map(({ first }) => first);
  let rounds = phase.rounds;
  for (let round = 0; round < rounds; round++) {
    const { batches, texts, classes } = new Round(training, phase, targets, firsts);
    // Few texts are looked at more often, so that they are learnt as well.
    if (round === 0) rounds = Math.max(rounds, Math.ceil(LEAST_BATCHES / (batches.length || 1)));
    if (batches.length === 0) return;
    for (const [i, { head, from, to }] of batches.entries()) {
      const done = Math.min(1, (round + i / batches.length) / rounds);
      const rate = phase.firstRate + (phase.lastRate - phase.firstRate) * done;
      const { first, ids } = heads[head] as (typeof heads)[number];
      training.learn(texts[head] as Int32Array, classes[head] as Int32Array, {
        from,
        to,
        firstClass: first,
        classes: ids.length,
        rate,
      });
      if (i % REPORT_EVERY === 0) report(done, phase.label);
    }
  }
}

/** Puts rows into bytes: one scale a row, the largest value at 127. */
export function bytesOfRows(
  vectors: Float32Array,
  size: number,
): { readonly rows: Int8Array; readonly scales: Float32Array } {
  const count = vectors.length / size;
  const rows = new Int8Array(vectors.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const at = row * size;
    let largest = 0;
    for (let i = at; i < at + size; i++) {
      largest = Math.max(largest, Math.abs(vectors[i] as number));
    }
    const scale = Math.fround(largest / 127);
    scales[row] = scale;
    if (scale === 0) continue;
    for (let i = at; i < at + size; i++) rows[i] = Math.round((vectors[i] as number) / scale);
  }
  return { rows, scales };
}

function encoderOf(training: EncoderTraining): TitleEncoder {
  const { texts, settings } = training;
  const size = settings.dimensions;
  const means = training.labelMeans();
  const heads: EncoderHead[] = texts.heads.map(({ catalogueId, ids, first }) => {
    const vectors = training.classVectors.slice(first * size, (first + ids.length) * size);
    for (let at = 0; at < vectors.length; at += size) {
      const norm = Math.sqrt(dot(vectors, at, vectors, at, size)) || 1;
      for (let i = at; i < at + size; i++) vectors[i] = (vectors[i] as number) / norm;
    }
    const from = first * size;
    return { catalogueId, ids, vectors, labelMeans: means.slice(from, from + vectors.length) };
  });
  const { rows, scales } = bytesOfRows(training.vectors, size);
  return {
    dimensions: size,
    sharpness: settings.sharpness,
    features: keyTableOf(texts.keys),
    rarity: texts.rarity,
    unknownRarity: unknownRarityOf(texts),
    rows,
    scales,
    heads,
    fingerprint: fingerprintOf(scales, heads),
  };
}

/** A word that was never seen is as rare as the rarest that was. */
function unknownRarityOf({ rarity }: TrainingTexts): number {
  let highest = 1;
  for (let i = 0; i < rarity.length; i++) highest = Math.max(highest, rarity[i] as number);
  return highest;
}

/** As trainTitleEncoder, by a plan other than the one that was found best: for measuring what its parts add. */
export function trainEncoderBy(
  plan: TrainingPlan,
  catalogues: readonly Catalogue[],
  { seed, onProgress }: TrainEncoderOptions,
): TitleEncoder {
  const report = onProgress ?? (() => undefined);
  const random = seededRandom(seed);
  report(0, "Reading the catalogues");
  const texts = trainingTextsOf(catalogues, plan.shares, random);
  const training = new EncoderTraining(texts, plan.settings, random);
  training.startClasses();
  const hasPair = texts.heads.length > 1 && plan.cross.rounds > 0;
  const ownShare = hasPair
    ? plan.own.rounds / (plan.own.rounds + plan.cross.rounds * CROSS_COST)
    : 1;
  runPhase(
    training,
    { ...plan.own, label: "Learning titles", shares: 1, crossShare: 0 },
    [],
    (share, label) => report(share * ownShare, label),
  );
  if (hasPair) {
    const targets: CrossTargets[] = [];
    for (const from of texts.heads) {
      for (const to of texts.heads) {
        report(ownShare, "Comparing the catalogues");
        if (from !== to) targets.push(crossTargetsOf(training, from, to));
      }
    }
    runPhase(
      training,
      {
        ...plan.cross,
        label: "Learning each catalogue from the other",
        shares: plan.cross.proseShare,
      },
      targets,
      (share, label) => report(ownShare + share * (1 - ownShare), label),
    );
  }
  const encoder = encoderOf(training);
  report(1, "Learnt");
  return encoder;
}

/** What a round costs in which catalogues teach each other, against one in which they do not. */
const CROSS_COST = 1.3;

/**
 * Returns an encoder that has learnt the language of the catalogues: their titles, aliases, descriptions,
 * tasks and skills. Takes about a minute and a half for all of O*NET and ESCO, and blocks: run it in a
 * worker. A catalogue that only says more about another's occupations (BLS or the starter beside O*NET)
 * teaches that one's. Without catalogues, an encoder that knows nothing.
 */
export function trainTitleEncoder(
  catalogues: readonly Catalogue[],
  options: TrainEncoderOptions,
): TitleEncoder {
  return trainEncoderBy(TRAINING_PLAN, catalogues, options);
}
