import { expect, test } from "vitest";
import { type RandomSource, seededRandom } from "../random-source.ts";
import { isNoWorse, type ParetoPath, type PlainGraph, paretoPaths } from "./pareto-paths.ts";

/** Every loopless path by plain recursion, then dominance by comparing all pairs. */
function exhaustive(graph: PlainGraph, from: string, to: string): ParetoPath[] {
  const all: ParetoPath[] = [];
  const criteria = graph.edges[0]?.costs.length ?? 0;
  const walk = (path: string[], costs: number[]): void => {
    const node = path.at(-1);
    if (node === to) {
      all.push({ path, costs });
      return;
    }
    for (const edge of graph.edges) {
      if (edge.from !== node || path.includes(edge.to)) continue;
      walk(
        [...path, edge.to],
        costs.map((cost, i) => cost + (edge.costs[i] ?? 0)),
      );
    }
  };
  walk([from], new Array(criteria).fill(0));
  const best = new Map<string, ParetoPath>();
  for (const one of all) {
    const dominated = all.some(
      (other) => isNoWorse(other.costs, one.costs) && !isNoWorse(one.costs, other.costs),
    );
    if (dominated) continue;
    const key = one.costs.join();
    const known = best.get(key);
    const better =
      known === undefined ||
      one.path.length < known.path.length ||
      (one.path.length === known.path.length && one.path < known.path);
    if (better) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => {
    const i = a.costs.findIndex((cost, place) => cost !== b.costs[place]);
    return (a.costs[i] ?? 0) - (b.costs[i] ?? 0);
  });
}

function randomGraph(random: RandomSource): PlainGraph {
  const count = 2 + Math.floor(random() * 8);
  // Names in an order that is not that of their numbers, so that ties by name are really by name.
  const nodes = Array.from({ length: count }, (_, i) => "hbfdcageI".charAt(i));
  const criteria = 1 + Math.floor(random() * 4);
  const highest = random() < 0.4 ? 2 : 9;
  const edges = Array.from({ length: Math.floor((0.3 + random()) * count * 3) }, () => ({
    from: nodes[Math.floor(random() * count)] ?? "h",
    to: nodes[Math.floor(random() * count)] ?? "h",
    costs: Array.from({ length: criteria }, () => Math.floor(random() * (highest + 1))),
  }));
  return { nodes, edges };
}

test("paretoPaths() equals exhaustive enumeration on 5,000 random graphs of up to nine nodes", () => {
  const random = seededRandom(20261122);
  let several = 0;
  for (let i = 0; i < 5000; i++) {
    const graph = randomGraph(random);
    const [from = "", to = ""] = [graph.nodes[0], graph.nodes.at(-1)];
    const found = paretoPaths(graph, from, to);
    expect(found).toEqual(exhaustive(graph, from, to));
    if (found.length > 1) several += 1;
  }
  expect(several).toBeGreaterThan(500);
});

test("paretoPaths() prefers fewer edges, then names, among equal costs", () => {
  const edge = (from: string, to: string, ...costs: number[]) => ({ from, to, costs });
  const graph = {
    nodes: ["start", "z", "a", "m", "end"],
    edges: [
      edge("start", "z", 1, 1),
      edge("z", "end", 1, 1),
      edge("start", "a", 1, 1),
      edge("a", "end", 1, 1),
      edge("start", "m", 0, 0),
      edge("m", "a", 1, 1),
    ],
  };
  expect(paretoPaths(graph, "start", "end")).toEqual([
    { path: ["start", "a", "end"], costs: [2, 2] },
  ]);
});

test("paretoPaths() keeps both of two parallel edges when neither is better", () => {
  const graph = {
    nodes: ["a", "b"],
    edges: [
      { from: "a", to: "b", costs: [2, 1] },
      { from: "a", to: "b", costs: [1, 2] },
      { from: "a", to: "b", costs: [2, 2] },
    ],
  };
  expect(paretoPaths(graph, "a", "b").map((one) => one.costs)).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test("paretoPaths() from a node to itself is that node at no cost", () => {
  const graph = { nodes: ["a", "b"], edges: [{ from: "a", to: "b", costs: [1, 1] }] };
  expect(paretoPaths(graph, "a", "a")).toEqual([{ path: ["a"], costs: [0, 0] }]);
  expect(paretoPaths(graph, "b", "a")).toEqual([]);
});

test.each([
  ["a negative cost", { nodes: ["a", "b"], edges: [{ from: "a", to: "b", costs: [-1] }] }],
  [
    "a cost that is not a number",
    { nodes: ["a", "b"], edges: [{ from: "a", to: "b", costs: [Number.NaN] }] },
  ],
  [
    "costs that add up to an endless one",
    {
      nodes: ["a", "m", "b"],
      edges: [
        { from: "a", to: "m", costs: [1e308] },
        { from: "m", to: "b", costs: [1e308] },
      ],
    },
  ],
  ["an endless cost", { nodes: ["a", "b"], edges: [{ from: "a", to: "b", costs: [Infinity] }] }],
  [
    "an unknown node in an edge",
    { nodes: ["a", "b"], edges: [{ from: "a", to: "c", costs: [1] }] },
  ],
  ["an unknown node asked for", { nodes: ["a"], edges: [] }],
])("paretoPaths() refuses %s", (_, graph) => {
  expect(() => paretoPaths(graph, "a", "b")).toThrow(RangeError);
});
