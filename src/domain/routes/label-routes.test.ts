import { expect, test } from "vitest";
import { type RandomSource, seededRandom } from "../random-source.ts";
import {
  enumerateLabels,
  type GrowingGraph,
  type GrowingStep,
  labelRoutes,
  stepsOf,
} from "./label-routes.ts";

/** What a made-up person has at a node: evidence by skill, papers held, savings. */
interface Traveller {
  readonly node: number;
  readonly evidence: readonly number[];
  readonly papers: ReadonlySet<number>;
  readonly savings: number;
}

interface Way {
  readonly to: number;
  readonly name: string;
  readonly months: number;
  readonly fee: number;
  readonly risk: number;
  /** Skill asked for, and how much of it. */
  readonly skill: number;
  readonly needed: number;
  /** Paper asked for, which is earned on the way when it is not held. */
  readonly paper: number | undefined;
}

interface PersonWorld {
  readonly nodes: number;
  readonly ways: readonly (readonly Way[])[];
  /** Pay at each node, a month; at 0 it is today's. */
  readonly pay: readonly number[];
  /** Which skill a node teaches. */
  readonly teaches: readonly number[];
  readonly floor: number;
  readonly start: Traveller;
}

const SKILLS = 3;

function randomWorld(random: RandomSource): PersonWorld {
  const below = (count: number): number => Math.floor(random() * count);
  const nodes = 3 + below(4);
  const isPaidMore = random() < 0.5;
  const pay = Array.from({ length: nodes }, (_, node) =>
    node === 0 ? 4 : isPaidMore ? below(9) : below(5),
  );
  const ways = Array.from({ length: nodes }, (_, node) =>
    Array.from(
      { length: below(4) + 1 },
      (__, place): Way => ({
        to: below(nodes),
        name: `${"cab".charAt(below(3))}${node}${place}`,
        months: below(5),
        fee: below(4),
        risk: below(3),
        skill: below(SKILLS),
        needed: below(6),
        paper: random() < 0.4 ? below(3) : undefined,
      }),
    ),
  );
  return {
    nodes,
    ways,
    pay,
    teaches: pay.map(() => below(SKILLS)),
    floor: below(4),
    start: {
      node: 0,
      evidence: Array.from({ length: SKILLS }, () => below(3)),
      papers: new Set(random() < 0.3 ? [below(3)] : []),
      savings: 3 + below(8),
    },
  };
}

/** Takes a way from a state: months until what is missing is made up, fees for a paper, savings by pay. */
function take(world: PersonWorld, from: Traveller, way: Way): GrowingStep<Traveller> | undefined {
  const missing = Math.max(0, way.needed - (from.evidence[way.skill] ?? 0));
  const earns = way.paper !== undefined && !from.papers.has(way.paper);
  const months = way.months + missing + (earns ? 2 : 0);
  const fee = earns ? way.fee + 1 : 0;
  const payHere = world.pay[from.node] ?? 0;
  const paid = from.savings - fee;
  const savings = paid + (payHere - 3) * months;
  if (Math.min(paid, savings) < world.floor) return undefined;
  const evidence = from.evidence.map((held, skill) =>
    skill === world.teaches[from.node] ? held + months : held,
  );
  const papers = earns ? new Set([...from.papers, way.paper ?? 0]) : from.papers;
  return {
    name: way.name,
    costs: [
      months,
      fee,
      way.risk + (missing > 0 ? 1 : 0),
      ((world.pay[0] ?? 0) - payHere) * months,
    ],
    after: { node: way.to, evidence, papers, savings },
  };
}

function isNoWorse(one: Traveller, other: Traveller): boolean {
  return (
    one.savings >= other.savings &&
    one.evidence.every((held, skill) => held >= (other.evidence[skill] ?? 0)) &&
    [...other.papers].every((paper) => one.papers.has(paper))
  );
}

function graphOf(world: PersonWorld): GrowingGraph<Traveller> {
  // A month may add to the savings or take from them, so that more of anything can mean fewer months and
  // less put by: only the very same state stands for another.
  return {
    start: world.start,
    criteria: 4,
    placeOf: (state) => state.node,
    isGoal: (state) => state.node === world.nodes - 1,
    stepsFrom: ({ state }) =>
      (world.ways[state.node] ?? []).flatMap((way) => take(world, state, way) ?? []),
    isNoWorse: (one, other) => isNoWorse(one, other) && isNoWorse(other, one),
    leastTotal: (label) => {
      const [months = 0, fee = 0, risk = 0] = label.costs;
      const isDone = label.state.node === world.nodes - 1;
      return [months, fee, risk, isDone ? (label.costs[3] ?? 0) : Number.NEGATIVE_INFINITY];
    },
  };
}

interface Walk {
  readonly names: readonly string[];
  readonly costs: readonly number[];
}

/** Every way to the goal by plain recursion over the world itself, then dominance by comparing all pairs. */
function exhaustive(world: PersonWorld): Walk[] {
  const all: Walk[] = [];
  const walk = (state: Traveller, been: readonly number[], one: Walk): void => {
    if (state.node === world.nodes - 1) {
      all.push(one);
      return;
    }
    for (const way of world.ways[state.node] ?? []) {
      if (been.includes(way.to)) continue;
      const step = take(world, state, way);
      if (step === undefined) continue;
      walk(step.after, [...been, way.to], {
        names: [...one.names, way.name],
        costs: one.costs.map((cost, i) => cost + (step.costs[i] ?? 0)),
      });
    }
  };
  walk(world.start, [0], { names: [], costs: [0, 0, 0, 0] });
  const noWorse = (a: Walk, b: Walk): boolean =>
    a.costs.every((cost, i) => cost <= (b.costs[i] ?? 0));
  const best = new Map<string, Walk>();
  for (const one of all) {
    if (all.some((other) => noWorse(other, one) && !noWorse(one, other))) continue;
    const known = best.get(one.costs.join());
    const isFirst =
      known === undefined ||
      one.names.length < known.names.length ||
      (one.names.length === known.names.length && one.names.join() < known.names.join());
    if (isFirst) best.set(one.costs.join(), one);
  }
  return [...best.values()].sort((a, b) => {
    const i = a.costs.findIndex((cost, place) => cost !== b.costs[place]);
    return (a.costs[i] ?? 0) - (b.costs[i] ?? 0);
  });
}

test("labelRoutes() equals exhaustive enumeration on 1,000 random persons' graphs", () => {
  const random = seededRandom(20261127);
  let several = 0;
  let none = 0;
  for (let i = 0; i < 1000; i++) {
    const world = randomWorld(random);
    const found = labelRoutes(graphOf(world)).map((label) => ({
      names: stepsOf(label).map((step) => step.name),
      costs: label.costs,
    }));
    const expected = exhaustive(world);
    expect(found.map((one) => one.costs)).toEqual(expected.map((one) => one.costs));
    expect(found).toEqual(expected);
    if (found.length > 1) several += 1;
    if (found.length === 0) none += 1;
  }
  expect(several).toBeGreaterThan(100);
  expect(none).toBeLessThan(700);
});

test("labelRoutes() drops who knows less at the same place where no step pays more than today", () => {
  const random = seededRandom(7);
  let asked = 0;
  let pruned = 0;
  for (let i = 0; i < 1000; i++) {
    const made = randomWorld(random);
    // Savings that no month changes, and no node that pays more than today.
    const world = { ...made, pay: made.pay.map(() => 3), floor: -1000 };
    const graph = { ...graphOf(world), isNoWorse };
    const count = (isUsed: boolean): number => {
      let steps = 0;
      labelRoutes({
        ...graph,
        isNoWorse: (one, other) => isUsed && isNoWorse(one, other),
        stepsFrom: (label) => {
          steps += 1;
          return graph.stepsFrom(label);
        },
      });
      return steps;
    };
    asked += count(false);
    pruned += count(true);
    expect(labelRoutes(graph).map((label) => label.costs)).toEqual(
      exhaustive(world).map((one) => one.costs),
    );
  }
  expect(pruned).toBeLessThan(asked);
});

test("enumerateLabels() gives every route once, and none that is longer than the longest allowed", () => {
  const random = seededRandom(3);
  for (let i = 0; i < 200; i++) {
    const graph = graphOf(randomWorld(random));
    const all = enumerateLabels(graph);
    const names = all.map((label) =>
      stepsOf(label)
        .map((step) => step.name)
        .join(),
    );
    expect(new Set(names).size).toBe(names.length);
    const fastest = Math.min(...all.map((label) => label.costs[0] ?? 0));
    const within = enumerateLabels({ ...graph, longest: (goal) => (goal.costs[0] ?? 0) + 3 });
    expect(within.map((label) => label.costs)).toEqual(
      all.filter((label) => (label.costs[0] ?? 0) <= fastest + 3).map((label) => label.costs),
    );
  }
});
