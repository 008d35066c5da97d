import { expect, test } from "vitest";
import { forest, gambler } from "../../../test/fixtures/decision-processes.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import type { DecisionTables } from "./decision-process.ts";
import { solveFiniteHorizon } from "./solve-finite-horizon.ts";
import { solveStationary } from "./solve-stationary.ts";

function randomProcess(random: RandomSource, horizon: number): DecisionTables {
  const states = 2 + Math.floor(random() * 3);
  const actions = 1 + Math.floor(random() * 3);
  const chances = (): number[] => {
    const weights = Array.from({ length: states }, () => 0.05 + random());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  const lists = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);
  return {
    states,
    actions,
    transitions: lists(actions, () => lists(states, chances)),
    rewards: lists(states, () => lists(actions, () => Math.round(random() * 20 - 10))),
    terminal: lists(states, () => Math.round(random() * 20 - 10)),
    horizon,
  };
}

/** What is best from here, by looking at every way that things can go. */
function bestByLooking(process: DecisionTables, state: number, periods: number): number {
  if (periods === 0) return process.terminal?.[state] ?? 0;
  const worths = process.transitions.map((rows, action) => {
    const ahead = (rows[state] ?? []).reduce(
      (sum, chance, next) => sum + chance * bestByLooking(process, next, periods - 1),
      0,
    );
    return (process.rewards[state]?.[action] ?? 0) + ahead;
  });
  return Math.max(...worths);
}

/** The total of one life from a state on, drawn. */
function rollOut(
  process: DecisionTables,
  given: {
    actionOf: (period: number, state: number) => number;
    from: number;
    random: RandomSource;
  },
): number {
  let [state, total] = [given.from, 0];
  for (let period = 0; period < (process.horizon ?? 0); period++) {
    const action = given.actionOf(period, state);
    total += process.rewards[state]?.[action] ?? 0;
    const row = process.transitions[action]?.[state] ?? [];
    let [rest, next] = [given.random() - (row[0] ?? 0), 0];
    while (rest >= 0 && next < row.length - 1) rest -= row[++next] ?? 0;
    state = next;
  }
  return total + (process.terminal?.[state] ?? 0);
}

test("solveFiniteHorizon() equals looking at every way that things can go", () => {
  const random = seededRandom(20261127);
  for (let k = 0; k < 60; k++) {
    const horizon = 1 + Math.floor(random() * 4);
    const process = randomProcess(random, horizon);
    const { values, policy } = solveFiniteHorizon(process);
    expect([values.length, policy.length]).toEqual([horizon, horizon]);
    values.forEach((row, period) => {
      row.forEach((value, state) => {
        expect(value).toBeCloseTo(bestByLooking(process, state, horizon - period), 9);
      });
    });
  }
});

test("solveFiniteHorizon() is worth what its policy brings in drawn lives", () => {
  const random = seededRandom(7);
  for (let k = 0; k < 3; k++) {
    const process = randomProcess(random, 6);
    const { values, policy } = solveFiniteHorizon(process);
    const actionOf = (period: number, state: number): number => policy[period]?.[state] ?? 0;
    const lives = Array.from({ length: 20_000 }, () =>
      rollOut(process, { actionOf, from: 0, random }),
    );
    const mean = lives.reduce((sum, life) => sum + life, 0) / lives.length;
    const spread = Math.sqrt(lives.reduce((sum, life) => sum + (life - mean) ** 2, 0));
    // Three standard errors.
    expect(Math.abs(mean - (values[0]?.[0] ?? 0))).toBeLessThan((3 * spread) / lives.length);
  }
});

test("solveFiniteHorizon() is never below any fixed plan", () => {
  const random = seededRandom(9);
  for (let k = 0; k < 100; k++) {
    const process = randomProcess(random, 5);
    const { values } = solveFiniteHorizon(process);
    const plan = Array.from({ length: 5 }, () => Math.floor(random() * process.actions));
    let worth = [...(process.terminal ?? [])];
    for (const action of plan.toReversed()) {
      worth = worth.map((_, state) => {
        const row = process.transitions[action]?.[state] ?? [];
        const ahead = row.reduce((sum, chance, next) => sum + chance * (worth[next] ?? 0), 0);
        return (process.rewards[state]?.[action] ?? 0) + ahead;
      });
    }
    worth.forEach((value, state) => {
      expect(values[0]?.[state]).toBeGreaterThanOrEqual(value - 1e-9);
    });
  }
});

test("solveFiniteHorizon() never has a lower chance with more time", () => {
  const { values } = solveFiniteHorizon({ ...gambler(0.4, 20), horizon: 30 });
  for (let period = 1; period < values.length; period++) {
    values[period]?.forEach((chance, state) => {
      expect(values[period - 1]?.[state]).toBeGreaterThanOrEqual(chance);
    });
  }
});

test("solveFiniteHorizon() comes to what solveStationary() says as the horizon grows", () => {
  const process = { ...forest({ p: 0.1, wait: 4, cut: 2 }), horizon: 400 };
  const { values, policy } = solveFiniteHorizon(process, { discount: 0.9 });
  solveStationary(process, { discount: 0.9 }).values.forEach((value, state) => {
    expect(values[0]?.[state]).toBeCloseTo(value, 9);
  });
  // In the last period there is nothing to wait for: a middle forest is cut, an old one stands for 4.
  expect(policy.at(-1)).toEqual([0, 1, 0]);
});

test("solveFiniteHorizon() takes the lowest action of equals, and no periods", () => {
  const same: DecisionTables = {
    states: 1,
    actions: 2,
    transitions: [[[1]], [[1]]],
    rewards: [[1, 1]],
    terminal: [5],
    horizon: 2,
  };
  expect(solveFiniteHorizon(same)).toEqual({ values: [[7], [6]], policy: [[0], [0]] });
  expect(solveFiniteHorizon({ ...same, horizon: 0 })).toEqual({ values: [], policy: [] });
});

/** docs/method/policy.md, worked by hand there. */
test("solveFiniteHorizon() sits the exam of the method page", () => {
  const exam: DecisionTables = {
    states: 2,
    actions: 2,
    transitions: [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0.4, 0.6],
        [0, 1],
      ],
    ],
    rewards: [
      [0, -1],
      [0, 0],
    ],
    terminal: [0, 10],
    horizon: 3,
  };
  const { values, policy } = solveFiniteHorizon(exam);
  [7.8, 7, 5].forEach((value, period) => {
    expect(values[period]?.[0]).toBeCloseTo(value, 12);
    expect(values[period]?.[1]).toBe(10);
  });
  expect(policy).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
});

test.each<[string, Partial<DecisionTables>, string]>([
  ["half a period", { horizon: 0.5 }, "a horizon of 0.5 periods"],
  ["an endless total", { rewards: [[1e308]], horizon: 3 }, "its rewards add up to more"],
  ["a terminal value too many", { terminal: [0, 0] }, "2 terminal values, 1 needed"],
  [
    "a terminal value that is none",
    { terminal: [Number.NaN] },
    "a terminal value of NaN in state 0",
  ],
])("solveFiniteHorizon() says what is wrong: %s", (_, part, text) => {
  const one = { states: 1, actions: 1, transitions: [[[1]]], rewards: [[0]], horizon: 1, ...part };
  expect(() => solveFiniteHorizon(one)).toThrow(RangeError);
  expect(() => solveFiniteHorizon(one)).toThrow(text);
});

test("solveFiniteHorizon() says that there is no horizon", () => {
  const one = { states: 1, actions: 1, transitions: [[[1]]], rewards: [[0]] };
  expect(() => solveFiniteHorizon(one)).toThrow("it has no horizon");
});
