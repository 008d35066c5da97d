// Real titles to measure with: the catalogues and the two development sets of ../shared/data, and encoders
// trained on the catalogues without the titles that are asked (kept in .cache, by what made them).

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { makeEncoderBytes, parseEncoderBytes } from "../src/domain/titles/encoder-bytes.ts";
import type { TitleEncoder } from "../src/domain/titles/title-encoder.ts";
import type { TitleEntry } from "../src/domain/titles/title-index.ts";
import {
  TRAINING_PLAN,
  type TrainingPlan,
  trainEncoderBy,
} from "../src/domain/titles/train-encoder.ts";
import { readBls } from "../src/sources/bls.ts";
import { readEsco } from "../src/sources/esco.ts";
import { readOnet } from "../src/sources/onet.ts";

const DATA = `${import.meta.dirname}/../../shared/data`;
const CACHE = `${import.meta.dirname}/../.cache`;

/** Why there is no figure. */
export const SKIPPED = "../shared/data is not here";

/** Titles that are asked, each with every id that is right. */
export type RightAnswers = ReadonlyMap<string, ReadonlySet<string>>;

export interface TitleData {
  /** O*NET, ESCO, BLS as the releases have them. */
  readonly catalogues: readonly Catalogue[];
  /** The same without any label that is asked. */
  readonly heldOut: readonly Catalogue[];
  /** O*NET's titles and alternate titles, without those that are asked. */
  readonly entries: readonly TitleEntry[];
  /** Reported titles in lower case. */
  readonly queries: RightAnswers;
}

function zipped(zip: string, names: readonly string[]): Map<string, Uint8Array> {
  return new Map(
    names.map((name) => [
      name,
      execFileSync("unzip", ["-p", `${DATA}/${zip}`, `*${name}`], {
        maxBuffer: 256 * 1024 * 1024,
      }),
    ]),
  );
}

const ONET_FILES = [
  "Occupation Data.txt",
  "Alternate Titles.txt",
  "Sample of Reported Titles.txt",
  "Task Statements.txt",
];
const ESCO_FILES = ["occupations_en.csv", "skills_en.csv", "occupationSkillRelations_en.csv"];

/** Returns the catalogue without the labels that are asked. */
export function withoutLabels(catalogue: Catalogue, asked: ReadonlySet<string>): Catalogue {
  const isKept = (label: string): boolean => !asked.has(label.toLowerCase());
  return {
    ...catalogue,
    titles: catalogue.titles.map((title) => (isKept(title) ? title : "")),
    aliases: catalogue.aliases.map((labels) => labels.filter(isKept)),
  };
}

function rowsOf(bytes: Uint8Array | undefined): string[][] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/).slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/** Returns the table of titles without the rows whose title is asked, and without short titles that are. */
function withoutRows(bytes: Uint8Array | undefined, asked: ReadonlySet<string>): Uint8Array {
  const [header = "", ...lines] = new TextDecoder().decode(bytes).split(/\r?\n/);
  const kept = lines.flatMap((line) => {
    const cells = line.split("\t");
    if (asked.has((cells[1] ?? "").toLowerCase())) return [];
    return asked.has((cells[2] ?? "").toLowerCase())
      ? [[...cells.slice(0, 2), "n/a", ...cells.slice(3)].join("\t")]
      : [line];
  });
  return new TextEncoder().encode([header, ...kept].join("\n"));
}

/** Returns what the releases have, or undefined where they are not at hand. */
export function readTitleData(): TitleData | undefined {
  if (!existsSync(`${DATA}/onet_text.zip`) || !existsSync(`${DATA}/esco_1_2_0_en.zip`)) {
    return undefined;
  }
  const onetFiles = zipped("onet_text.zip", ONET_FILES);
  const queries = new Map<string, Set<string>>();
  for (const [id = "", title = ""] of rowsOf(onetFiles.get("Sample of Reported Titles.txt"))) {
    const query = title.toLowerCase();
    queries.set(query, (queries.get(query) ?? new Set()).add(id));
  }
  const labels = new Map<string, string[]>();
  for (const table of ["Occupation Data.txt", "Alternate Titles.txt"]) {
    for (const [id = "", label = ""] of rowsOf(onetFiles.get(table))) {
      labels.set(id, [...(labels.get(id) ?? []), label]);
    }
  }
  const entries = [...labels].map(([id, all]) => ({
    id,
    labels: all.filter((label) => !queries.has(label.toLowerCase())),
  }));
  // The abbreviated side of a title that is asked ("HR Director") is taken out with it: it stands in the
  // same row, and would give the answer away.
  onetFiles.delete("Sample of Reported Titles.txt");
  const heldOutOnet = new Map(onetFiles).set(
    "Alternate Titles.txt",
    withoutRows(onetFiles.get("Alternate Titles.txt"), new Set(queries.keys())),
  );
  const projections = "Employment Projections.csv";
  const bls = new Map([[projections, readFileSync(`${DATA}/bls/${projections}`)]]);
  const esco = readEsco(zipped("esco_1_2_0_en.zip", ESCO_FILES)).catalogue;
  const own = readBls(bls).catalogue;
  const catalogues = [readOnet(onetFiles).catalogue, esco, own];
  const asked = new Set(queries.keys());
  const heldOut = [readOnet(heldOutOnet).catalogue, esco, own].map((catalogue) =>
    withoutLabels(catalogue, asked),
  );
  return { catalogues, heldOut, entries, queries };
}

export interface SimilarTitles {
  readonly entries: readonly TitleEntry[];
  /** By the title that is asked. */
  readonly queries: RightAnswers;
}

/** Returns the Job-Title-Similarity set: every title of its corpus an entry of its own. */
export function readSimilarTitles(): SimilarTitles {
  const table = (name: string) =>
    readFileSync(`${DATA}/bench/titles/${name}.tsv`, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split("\t"));
  const right = new Map<string, Set<string>>();
  for (const [query = "", , document = "", relevance] of table("annotations")) {
    if (relevance === "1") right.set(query, (right.get(query) ?? new Set()).add(document));
  }
  return {
    entries: table("corpus_documents").map(([id = "", label = ""]) => ({ id, labels: [label] })),
    queries: new Map(table("queries").map(([id = "", q = ""]) => [q, right.get(id) ?? new Set()])),
  };
}

/** Where the right answers of each title came in its ranking, from 1 on, in ascending order. */
export type Places = readonly (readonly number[])[];

export interface RankingFigures {
  readonly first: number;
  readonly ten: number;
  readonly reciprocal: number;
}

/** Returns the shares with a right answer first and among ten, and the mean reciprocal rank. */
export function rankingFiguresOf(places: Places): RankingFigures {
  let [first, ten, reciprocal] = [0, 0, 0];
  for (const [place = Number.POSITIVE_INFINITY] of places) {
    if (place === 1) first++;
    if (place <= 10) ten++;
    reciprocal += 1 / place;
  }
  const count = places.length;
  return { first: first / count, ten: ten / count, reciprocal: reciprocal / count };
}

/** Returns the mean average precision over full rankings; `counts` is how many are right for each. */
export function meanPrecisionOf(places: Places, counts: readonly number[]): number {
  let sum = 0;
  for (const [i, all] of places.entries()) {
    const precision = all.reduce((total, place, found) => total + (found + 1) / place, 0);
    sum += precision / (counts[i] ?? 1);
  }
  return sum / places.length;
}

/** What training is made of: its sources decide what the cache holds. */
const TRAINING_SOURCES = [
  "cross-teaching",
  "encoder-bytes",
  "encoder-training",
  "key-table",
  "normalise-title",
  "packed-bytes",
  "title-encoder",
  "title-features",
  "train-encoder",
  "training-texts",
  "vector-kernels",
];

export interface MeasuredEncoder {
  readonly encoder: TitleEncoder;
  /** Of the training itself, whenever that was. */
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Returns the encoder trained by the plan, from the cache where it is there. */
export function encoderFor(
  catalogues: readonly Catalogue[],
  plan: TrainingPlan = TRAINING_PLAN,
): MeasuredEncoder {
  const hash = createHash("sha256").update(JSON.stringify(plan));
  for (const name of TRAINING_SOURCES) {
    hash.update(readFileSync(`${import.meta.dirname}/../src/domain/titles/${name}.ts`));
  }
  for (const { id, titles, aliases, tasks, skills } of catalogues) {
    hash.update(JSON.stringify([id, titles, aliases, tasks.length, skills.names.length]));
  }
  const path = `${CACHE}/title-encoder-${hash.digest("hex").slice(0, 16)}`;
  if (existsSync(`${path}.json`)) {
    const back = parseEncoderBytes(readFileSync(`${path}.bin`));
    if (back.ok)
      return { encoder: back.value, ...JSON.parse(readFileSync(`${path}.json`, "utf8")) };
  }
  const began = performance.now();
  const usage = process.cpuUsage();
  let megabytes = 0;
  const encoder = trainEncoderBy(plan, catalogues, {
    seed: 1,
    onProgress: () => {
      megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6);
    },
  });
  const { user, system } = process.cpuUsage(usage);
  const figures = {
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (user + system) / 1e6,
    megabytes,
  };
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${path}.bin`, makeEncoderBytes(encoder));
  writeFileSync(`${path}.json`, JSON.stringify(figures));
  return { encoder, ...figures };
}

/**
 * Which half an occupation is in: constants are fitted on one, figures on confidence reported on the
 * other. By the first five digits of an O*NET code, so that near neighbours stay together; by the end of the
 * address for ESCO.
 */
export function isFittedOn(id: string): boolean {
  let hash = 0;
  const part = id.includes("/") ? id.slice(-6) : id.slice(0, 6);
  for (const character of part) hash = (hash * 31 + character.charCodeAt(0)) % 1009;
  return hash % 2 === 0;
}
