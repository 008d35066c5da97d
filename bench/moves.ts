// How well the likelihood of a move tells where people went: observed moves of the development half,
// ten-fold by origin, against size alone and nearness alone (docs/method/moves.md); and how long the whole
// tables of occupations by occupations take. With `fit` as a word, prints the coefficients that move-likelihood.ts ships: node bench/moves.ts fit

import { MOVE_FEATURES, moveFeaturesOf } from "../src/domain/moves/move-features.ts";
import { transitionMatrix } from "../src/domain/moves/transition-matrix.ts";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { type ChoiceOrigin, chancesOf, fitChoice, logLikelihoodOf } from "./choice-model.ts";
import { type Figure, kernelBaseline } from "./figure.ts";
import {
  ESCO_SKIPPED,
  MOVES_SKIPPED,
  type ObservedMoves,
  readObservedMoves,
  readSkillCatalogue,
} from "./observed-moves.ts";

const FOLDS = 10;
/** Keeps coefficients of features that nearly say the same from running away; the likelihood is flat there. */
const RIDGE = 1;
const TOP = 10;
const MATRIX_BAR_MS = 150;
const SKILL_MATRIX_BAR_MS = 2000;
/** Each table is made so often; the quickest counts, since nothing but other work slows it. */
const MATRIX_RUNS = 5;

interface Tried {
  /** Mean over origins: share of the observed destinations that are among the first ten. */
  readonly recall: number;
  /** Mean over origins: share of the moves that go to the first ten. */
  readonly mass: number;
  /** Mean over origins, in nats a mover. */
  readonly likelihood: number;
}

function originsOf({ catalogue, rows, shares }: ObservedMoves): ChoiceOrigin[] {
  const features = moveFeaturesOf(catalogue, rows);
  return [...shares].map(([self, observed]) => ({
    figures: features.from(self),
    self,
    shares: observed,
  }));
}

function columnsOf(origins: readonly ChoiceOrigin[], columns: readonly number[]): ChoiceOrigin[] {
  return origins.map((origin) => {
    const count = origin.figures.length / MOVE_FEATURES.length;
    const figures = Float64Array.from({ length: count * columns.length }, (_, cell) => {
      const to = Math.floor(cell / columns.length);
      const column = columns[cell % columns.length] as number;
      return origin.figures[to * MOVE_FEATURES.length + column] as number;
    });
    return { ...origin, figures };
  });
}

/** Fits on nine tenths of the origins and looks at the tenth left out, ten times. */
function tryOut(origins: readonly ChoiceOrigin[], width: number): Tried {
  let [recall, mass, likelihood] = [0, 0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const { coefficients } = fitChoice(
      origins.filter((_, i) => i % FOLDS !== fold),
      width,
      RIDGE,
    );
    for (const origin of origins.filter((_, i) => i % FOLDS === fold)) {
      const chances = chancesOf(origin, coefficients);
      const first = [...chances.keys()]
        .sort((a, b) => (chances[b] as number) - (chances[a] as number))
        .slice(0, TOP);
      recall += first.filter((to) => origin.shares.has(to)).length / origin.shares.size;
      mass += first.reduce((sum, to) => sum + (origin.shares.get(to) ?? 0), 0);
      likelihood += logLikelihoodOf(origin, coefficients);
    }
  }
  const count = origins.length;
  return { recall: recall / count, mass: mass / count, likelihood: likelihood / count };
}

/** The sets of features that are compared; the whole last. */
const SETS: readonly { readonly name: string; readonly features: readonly string[] }[] = [
  { name: "size", features: ["size"] },
  { name: "nearness of knowledge and abilities", features: MOVE_FEATURES.slice(6, 8) },
  { name: "size and both", features: ["size", ...MOVE_FEATURES.slice(6, 8)] },
  { name: "all features", features: MOVE_FEATURES },
];

export function benchMoves(): Promise<Figure[]> {
  const moves = readObservedMoves();
  return Promise.resolve([
    ...(moves === undefined
      ? [{ name: "moves, observed", value: Number.NaN, unit: "", skipped: MOVES_SKIPPED }]
      : likelihoodFigures(moves)),
    ...matrixFigures(moves?.onet),
  ]);
}

function likelihoodFigures(moves: ObservedMoves): Figure[] {
  const origins = originsOf(moves);
  const tried = SETS.map(({ name, features }) => {
    const columns = features.map((feature) =>
      (MOVE_FEATURES as readonly string[]).indexOf(feature),
    );
    return { name, ...tryOut(columnsOf(origins, columns), columns.length) };
  });
  const [size] = tried;
  return tried.flatMap(({ name, recall, mass, likelihood }): Figure[] => {
    const isWhole = name === SETS.at(-1)?.name;
    const bar = (least: number) => (isWhole ? { bar: least, atLeast: true } : {});
    return [
      { name: `moves, ${name}: mass@10`, value: mass, unit: "", ...bar(0.295) },
      { name: `moves, ${name}: recall@10`, value: recall, unit: "", ...bar(0.19) },
      {
        name: `moves, ${name}: gain over size`,
        value: likelihood - (size?.likelihood ?? Number.NaN),
        unit: "nats a mover",
        ...bar(0.45),
      },
    ];
  });
}

/** How long the whole tables of occupations by occupations take, by ratings and by skills. */
function matrixFigures(onet: Catalogue | undefined): Figure[] {
  const baseline = kernelBaseline();
  return [
    { name: "full O*NET by ratings", catalogue: onet, bar: MATRIX_BAR_MS, skipped: MOVES_SKIPPED },
    {
      name: "ESCO by skills",
      catalogue: readSkillCatalogue(),
      bar: SKILL_MATRIX_BAR_MS,
      skipped: ESCO_SKIPPED,
    },
  ].map(({ name, catalogue, bar, skipped }): Figure => {
    if (catalogue === undefined) {
      return { name: `moves, matrix of ${name}`, value: Number.NaN, unit: "ms", bar, skipped };
    }
    const times: number[] = [];
    let count = 0;
    for (let run = 0; run < MATRIX_RUNS; run++) {
      const started = performance.now();
      count = transitionMatrix(catalogue).ids.length;
      times.push(performance.now() - started);
    }
    return {
      name: `moves, matrix of ${name}, ${count} × ${count}`,
      value: Math.min(...times),
      unit: "ms",
      bar,
      baseline,
      baselineName: "kernel",
    };
  });
}

if (process.argv[2] === "fit") {
  const moves = readObservedMoves();
  if (moves === undefined) throw new Error(MOVES_SKIPPED);
  const { coefficients, standardErrors } = fitChoice(originsOf(moves), MOVE_FEATURES.length, RIDGE);
  MOVE_FEATURES.forEach((name, i) => {
    console.log(name.padEnd(34), coefficients[i]?.toFixed(3), standardErrors[i]?.toFixed(3));
  });
}
