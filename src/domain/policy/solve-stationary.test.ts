import { expect, test } from "vitest";
import { forest, gambler, gridWorld } from "../../../test/fixtures/decision-processes.ts";
import { type RandomSource, seededRandom } from "../random-source.ts";
import type { DecisionChoices, DecisionTables } from "./decision-process.ts";
import { solveStationary } from "./solve-stationary.ts";

function randomProcess(random: RandomSource): DecisionTables {
  const states = 1 + Math.floor(random() * 4);
  const actions = 1 + Math.floor(random() * 3);
  const chances = (): number[] => {
    const weights = Array.from({ length: states }, () => (random() < 0.4 ? 0 : random()));
    if (Math.max(...weights) === 0) weights[Math.floor(random() * states)] = 1;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  return {
    states,
    actions,
    transitions: Array.from({ length: actions }, () => Array.from({ length: states }, chances)),
    rewards: Array.from({ length: states }, () =>
      Array.from({ length: actions }, () => Math.round(random() * 20 - 10)),
    ),
  };
}

/** What a policy is worth, by adding up period after period. */
function worthByAddingUp(
  process: DecisionTables,
  policy: readonly number[],
  discount: number,
): number[] {
  let values = policy.map(() => 0);
  for (let period = 0; period < (discount < 1 ? 500 : 3000); period++) {
    values = values.map((_, state) => {
      const action = policy[state] ?? 0;
      const row = process.transitions[action]?.[state] ?? [];
      const ahead = row.reduce((sum, chance, next) => sum + chance * (values[next] ?? 0), 0);
      return (process.rewards[state]?.[action] ?? 0) + discount * ahead;
    });
  }
  return values;
}

/** Made absorbing in its last state, which brings nothing; some ways of acting never get there. */
function endingProcess(random: RandomSource): DecisionTables {
  const made = randomProcess(random);
  const end = made.states - 1;
  const isFree = random() < 0.5;
  return {
    ...made,
    transitions: made.transitions.map((rows, action) =>
      rows.map((row, state) => {
        if (state === end || action === 0) return row.map((_, next) => (next === end ? 1 : 0));
        return random() < 0.3 ? row.map((_, next) => (next === state ? 1 : 0)) : row;
      }),
    ),
    rewards: made.rewards.map((row, state) =>
      row.map((reward) => {
        if (state === end) return 0;
        // Either every period costs, or none does.
        return isFree ? 0 : -Math.abs(reward) - 1;
      }),
    ),
  };
}

function allPolicies(states: number, actions: number): number[][] {
  if (states === 0) return [[]];
  return allPolicies(states - 1, actions).flatMap((rest) =>
    Array.from({ length: actions }, (_, action) => [...rest, action]),
  );
}

test("solveStationary() equals the best of all policies on 80 random processes", () => {
  const random = seededRandom(20261127);
  for (let k = 0; k < 80; k++) {
    const process = randomProcess(random);
    const discount = 0.3 + 0.65 * random();
    const { values, policy } = solveStationary(process, { discount });
    const worths = allPolicies(process.states, process.actions).map((one) =>
      worthByAddingUp(process, one, discount),
    );
    values.forEach((value, state) => {
      expect(value).toBeCloseTo(Math.max(...worths.map((worth) => worth[state] ?? 0)), 8);
    });
    worthByAddingUp(process, policy, discount).forEach((worth, state) => {
      expect(worth).toBeCloseTo(values[state] ?? Number.NaN, 8);
    });
  }
});

test("solveStationary() without discount equals the best of all policies that end or cost nothing", () => {
  const random = seededRandom(20261128);
  for (let k = 0; k < 40; k++) {
    const process = endingProcess(random);
    const { values, policy } = solveStationary(process, { discount: 1 });
    const worths = allPolicies(process.states, process.actions).map((one) =>
      worthByAddingUp(process, one, 1),
    );
    values.forEach((value, state) => {
      expect(value).toBeCloseTo(Math.max(...worths.map((worth) => worth[state] ?? 0)), 7);
    });
    worthByAddingUp(process, policy, 1).forEach((worth, state) => {
      expect(worth).toBeCloseTo(values[state] ?? Number.NaN, 7);
    });
  }
});

test.each([
  [0.9, [26.244, 29.484, 33.484]],
  [0.96, [74.65, 78.106, 82.106]],
])("solveStationary() knows the forest at a discount of %d", (discount, known) => {
  const { values, policy } = solveStationary(forest({ p: 0.1, wait: 4, cut: 2 }), { discount });
  values.forEach((value, state) => {
    expect(value).toBeCloseTo(known[state] ?? Number.NaN, 3);
  });
  expect(policy).toEqual([0, 0, 0]);
  // Waiting for ever, by hand: what an old forest is worth above a middle one is its 4 at once.
  expect((values[2] ?? 0) - (values[1] ?? 0)).toBeCloseTo(4, 9);
});

test("solveStationary() without discount knows the gambler, and does not stake nothing for ever", () => {
  const { values, policy } = solveStationary(gambler(0.4), { discount: 1 });
  expect(values[25]).toBeCloseTo(0.16, 12);
  expect(values[50]).toBeCloseTo(0.4, 12);
  expect(values[75]).toBeCloseTo(0.64, 12);
  expect(policy.slice(1, 100).every((stake) => stake > 0)).toBe(true);
  expect([policy[0], policy[50], policy[100]]).toEqual([0, 50, 0]);
  // Bold play (Dubins and Savage): at 1/4 win, then win again.
  expect(values[25]).toBeCloseTo(0.4 * 0.4, 12);
});

test("solveStationary() knows the 4 × 3 grid", () => {
  const { process, stateAt } = gridWorld(-0.04);
  const { values, policy } = solveStationary(process, { discount: 1 });
  const known = [
    [1, 1, 0.7053],
    [2, 1, 0.6553],
    [3, 1, 0.6114],
    [4, 1, 0.3879],
    [1, 2, 0.7616],
    [3, 2, 0.6603],
    [1, 3, 0.8116],
    [2, 3, 0.8678],
    [3, 3, 0.9178],
  ] as const;
  for (const [column, row, value] of known) {
    expect(values[stateAt(column, row)]).toBeCloseTo(value, 4);
  }
  // Up, up, right, right, right; from below the long way round by the left.
  expect([1, 2, 3].map((row) => policy[stateAt(1, row)])).toEqual([0, 0, 1]);
  expect([2, 3, 4].map((column) => policy[stateAt(column, 1)])).toEqual([3, 3, 3]);
});

test("solveStationary() counts t / p periods of trying until it works", () => {
  for (const [t, p] of [
    [3, 0.25],
    [1, 0.9],
    [7, 1e-3],
  ] as const) {
    const { values } = solveStationary(
      {
        states: 2,
        actions: 1,
        transitions: [
          [
            [1 - p, p],
            [0, 1],
          ],
        ],
        rewards: [[-t], [0]],
      },
      { discount: 1 },
    );
    expect(values[0]).toBeCloseTo(-t / p, 6);
    expect(values[1]).toBe(0);
  }
});

test("solveStationary() takes the lowest action of equals", () => {
  const same = {
    states: 2,
    actions: 3,
    transitions: [0, 1, 2].map(() => [
      [0, 1],
      [0, 1],
    ]),
    rewards: [
      [1, 2, 2],
      [0, 0, 0],
    ],
  };
  expect(solveStationary(same, { discount: 0.5 }).policy).toEqual([1, 0]);
  expect(solveStationary(same, { discount: 1 }).policy).toEqual([1, 0]);
});

test("solveStationary() gives both forms the same answer", () => {
  const random = seededRandom(5);
  for (let k = 0; k < 50; k++) {
    const tables = randomProcess(random);
    const { states, actions } = tables;
    const choices: DecisionChoices = {
      states,
      actions,
      choices: tables.rewards.map((rewards, state) =>
        rewards
          .map((reward, action) => ({
            action,
            reward,
            next: (tables.transitions[action]?.[state] ?? []).map(
              (chance, next) => [next, chance] as const,
            ),
          }))
          .reverse(),
      ),
    };
    expect(solveStationary(choices, { discount: 0.8 })).toEqual(
      solveStationary(tables, { discount: 0.8 }),
    );
  }
});

test("solveStationary() solves the same above the size that is solved directly", () => {
  // A walk of 1,000 steps to the end, each step working with chance 0.5: two tries a step.
  const steps = 1000;
  const choices = Array.from({ length: steps + 1 }, (_, state) => [
    {
      action: 0,
      reward: state === steps ? 0 : -1,
      next:
        state === steps
          ? ([[state, 1]] as const)
          : ([
              [state, 0.5],
              [state + 1, 0.5],
            ] as const),
    },
  ]);
  const { values } = solveStationary({ states: steps + 1, actions: 1, choices }, { discount: 1 });
  expect(values[0]).toBeCloseTo(-2 * steps, 6);
  expect(values[steps - 1]).toBeCloseTo(-2, 9);
});

const ONE: DecisionTables = { states: 1, actions: 1, transitions: [[[1]]], rewards: [[0]] };

test.each<[string, DecisionTables | DecisionChoices, number, string]>([
  ["a discount above 1", ONE, 1.1, "a discount of 1.1; it must be from 0 to 1"],
  ["no discount", ONE, Number.NaN, "a discount of NaN"],
  ["no state", { ...ONE, states: 0 }, 0.5, "0 states"],
  ["too few actions", { ...ONE, actions: 2 }, 0.5, "1 transitions for the actions, 2 needed"],
  ["a row too short", { ...ONE, transitions: [[[]]] }, 0.5, "chances of action 0 in state 0"],
  ["a sum below 1", { ...ONE, transitions: [[[0.9]]] }, 0.5, "its chances sum to 0.9"],
  [
    "a negative chance",
    {
      ...ONE,
      states: 2,
      transitions: [
        [
          [2, -1],
          [0, 1],
        ],
      ],
      rewards: [[0], [0]],
    },
    0.5,
    "leads to state 1 with a chance of -1",
  ],
  ["an endless reward", { ...ONE, rewards: [[Infinity]] }, 0.5, "a reward of Infinity"],
  ["rewards without end", { ...ONE, rewards: [[1]] }, 1, "from state 0 on rewards never end"],
  ["costs without end", { ...ONE, rewards: [[-1]] }, 1, "from state 0 on rewards never end"],
  [
    "nothing to do",
    { states: 1, actions: 1, choices: [[]] },
    0.5,
    "nothing can be done in state 0",
  ],
  [
    "a way out of the states",
    { states: 1, actions: 1, choices: [[{ action: 0, reward: 0, next: [[1, 1]] }]] },
    0.5,
    "action 0 in state 0 leads to state 1, of 1",
  ],
  [
    "an action twice",
    {
      states: 1,
      actions: 1,
      choices: [[0, 1].map((reward) => ({ action: 0, reward, next: [[0, 1]] as const }))],
    },
    0.5,
    "action 0 is there twice in state 0",
  ],
])("solveStationary() says what is wrong: %s", (_, process, discount, text) => {
  expect(() => solveStationary(process, { discount })).toThrow(RangeError);
  expect(() => solveStationary(process, { discount })).toThrow(text);
});
