// How exact and how fast policies are solved: published answers, and a made-up life of 120 months.
// Alone: node bench/policy.ts

import { solveCareer } from "../src/domain/policy/career-policy.ts";
import type { Career } from "../src/domain/policy/career-process.ts";
import type { Leg } from "../src/domain/policy/career-track.ts";
import type { Choice, DecisionChoices } from "../src/domain/policy/decision-process.ts";
import { solveFiniteHorizon } from "../src/domain/policy/solve-finite-horizon.ts";
import { solveStationary } from "../src/domain/policy/solve-stationary.ts";
import { seededRandom } from "../src/domain/random-source.ts";
import { forest, gambler, gridWorld } from "../test/fixtures/decision-processes.ts";
import { type Figure, kernelBaseline, medianOf } from "./figure.ts";

/** Ten years in months, and the bars that they are held to. */
const MONTHS = 120;
const MONTHS_BAR_MS = 100;
const EXACT_BAR = 1e-6;
/** Of the published answers, which are given to three digits. */
const PUBLISHED_BAR = 5.1e-4;
/** As many as twenty places on the routes, ten bands of savings and five attempts left make. */
const STATES = 1000;
const RUNS = 5;

export async function bench(): Promise<Figure[]> {
  const baseline = kernelBaseline();
  const life = madeUpLife();
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    solveFiniteHorizon(life);
    return performance.now() - started;
  });
  const careerTimes = Array.from({ length: RUNS }, () => {
    const started = performance.now();
    solveCareer(madeUpCareer());
    return performance.now() - started;
  });
  const exactly = [...gamblerErrors(), ...retryErrors()];
  return [
    {
      name: `policy: ${MONTHS} months, ${STATES} states of four choices, median of ${RUNS}`,
      value: medianOf(times),
      unit: "ms",
      bar: MONTHS_BAR_MS,
      baseline,
      baselineName: "kernel",
    },
    {
      name: `policy: a career of ${MONTHS} months with two backups, fewest months within a point, median of ${RUNS}`,
      value: medianOf(careerTimes),
      unit: "ms",
      bar: MONTHS_BAR_MS,
      baseline,
      baselineName: "kernel",
    },
    {
      name: "policy: gambler and retries, largest error",
      value: Math.max(...exactly),
      unit: "",
      bar: EXACT_BAR,
    },
    {
      name: "policy: forest and 4 × 3 grid, largest difference from the digits published",
      value: Math.max(...publishedErrors()),
      unit: "",
      bar: PUBLISHED_BAR,
    },
  ];
}

function madeUpLife(): DecisionChoices {
  const random = seededRandom(20261127);
  const choices = Array.from({ length: STATES }, () =>
    Array.from({ length: 4 }, (_, action): Choice => {
      const nextOf = () => Math.floor(random() * STATES);
      const next = [0.5, 0.25, 0.125, 0.125].map((chance) => [nextOf(), chance] as const);
      return { action, reward: random(), next };
    }),
  );
  return { states: STATES, actions: 4, choices, horizon: MONTHS };
}

/** A degree, its exam and a search; a shorter certificate to the same goal; another goal near it. */
function madeUpCareer(): Career {
  const leg = (id: string, given: Partial<Leg>): Leg => ({
    ...{ id, title: id, stageId: id, brings: id, months: 0, variance: 0, fee: 0 },
    ...{ along: [], once: [] },
    ...given,
  });
  const way = (name: string, months: number): Leg[] => [
    leg(`place ${name}`, {
      months: 4,
      variance: 2,
      once: [{ causeId: `a:${name}`, chance: 0.15 }],
    }),
    leg(`study ${name}`, {
      ...{ months, variance: months / 3 },
      along: [{ causeId: `c:${name}`, chance: 0.15 }],
    }),
    leg(`exam ${name}`, {
      ...{ months: 4, variance: 2 },
      exam: { causeId: `exam:${name}`, pass: 0.8, attempts: 4, retryMonths: 3 },
    }),
    leg(`search ${name}`, { search: { causeId: `market:${name}`, monthly: 0.15 } }),
  ];
  return {
    tracks: [
      { id: "a", name: "a", kind: "chosen", legs: way("degree", 72) },
      { id: "b", name: "b", kind: "same goal", legs: way("certificate", 40) },
      { id: "c", name: "c", kind: "nearest other goal", legs: way("other", 30) },
    ],
    horizon: MONTHS,
    money: {},
  };
}

function gamblerErrors(): number[] {
  const { values } = solveStationary(gambler(0.4), { discount: 1 });
  const known: [number, number][] = [
    [25, 0.16],
    [50, 0.4],
    [75, 0.64],
  ];
  return known.map(([capital, chance]) => Math.abs((values[capital] ?? 0) - chance));
}

/** A try that costs t and works with chance p costs t / p until it works. */
function retryErrors(): number[] {
  const tries: [number, number][] = [
    [3, 0.25],
    [2, 0.6],
    [5, 0.05],
  ];
  return tries.map(([cost, chance]) => {
    const choices = [
      [
        {
          action: 0,
          reward: -cost,
          next: [
            [0, 1 - chance],
            [1, chance],
          ],
        } as const,
      ],
      [{ action: 0, reward: 0, next: [[1, 1]] } as const],
    ];
    const { values } = solveStationary({ states: 2, actions: 1, choices }, { discount: 1 });
    return Math.abs((values[0] ?? 0) + cost / chance);
  });
}

function publishedErrors(): number[] {
  const errors: number[] = [];
  for (const [discount, known] of [
    [0.9, [26.244, 29.484, 33.484]],
    [0.96, [74.65, 78.106, 82.106]],
  ] as const) {
    const { values } = solveStationary(forest({ p: 0.1, wait: 4, cut: 2 }), { discount });
    known.forEach((value, state) => {
      errors.push(Math.abs((values[state] ?? 0) - value));
    });
  }
  const { process, stateAt } = gridWorld(-0.04);
  const { values } = solveStationary(process, { discount: 1 });
  errors.push(Math.abs((values[stateAt(1, 1)] ?? 0) - 0.7053));
  return errors;
}

if (import.meta.main) console.table(await bench());
