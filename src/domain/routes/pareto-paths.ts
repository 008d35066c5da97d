// Every best path of a plain graph under several costs at once: exact label setting. It knows nothing
// of careers; find-routes.ts has the person's graph, whose steps depend on what came before.

import { popFrom, pushTo } from "./priority-queue.ts";

export interface PlainGraph {
  readonly nodes: readonly string[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    /** One number a criterion, the same criteria on every edge; finite and not negative. */
    readonly costs: readonly number[];
  }[];
}

export interface ParetoPath {
  /** Nodes from the first to the last. */
  readonly path: string[];
  /** Sums over the path's edges, in order, one a criterion. */
  readonly costs: number[];
}

interface Label {
  readonly node: number;
  readonly costs: readonly number[];
  readonly edges: number;
  readonly before: Label | undefined;
}

interface Arc {
  readonly to: number;
  readonly costs: readonly number[];
}

/**
 * Returns every undominated cost vector from one node to another once, lowest first by the first
 * criterion, then the second, and so on; each with its loopless path of fewest edges, and among those
 * the first by name, node by node. Parallel edges and zero costs are allowed. From a node to itself:
 * the path of that node alone, all costs 0. No way: an empty list. A node that is not in the graph,
 * a cost that is negative or not finite, or edges with differing numbers of costs: RangeError.
 */
export function paretoPaths(graph: PlainGraph, from: string, to: string): ParetoPath[] {
  const numbers = new Map(graph.nodes.map((node, number) => [node, number]));
  const numberOf = (node: string): number => {
    const number = numbers.get(node);
    if (number === undefined) throw new RangeError(`Cannot find paths: unknown node "${node}"`);
    return number;
  };
  const criteria = graph.edges[0]?.costs.length ?? 0;
  const arcs: Arc[][] = graph.nodes.map(() => []);
  for (const edge of graph.edges) {
    const wrong =
      edge.costs.length !== criteria || !edge.costs.every((cost) => cost >= 0 && cost < Infinity);
    if (wrong) {
      throw new RangeError(
        `Cannot find paths: costs [${edge.costs.join(", ")}] from "${edge.from}" to "${edge.to}"`,
      );
    }
    arcs[numberOf(edge.from)]?.push({ to: numberOf(edge.to), costs: edge.costs });
  }
  const start = numberOf(from);
  const end = numberOf(to);
  const isBefore = (a: Label, b: Label): boolean => compareLabels(graph.nodes, a, b) < 0;

  const settled: Label[][] = graph.nodes.map(() => []);
  const reached = settled[end] ?? [];
  const queue: Label[] = [];
  // A node's labels are settled in ascending order of the first cost, so under two costs each has less of the
  // second than those before it: what the last one does not beat, none does.
  const isBeaten = (by: readonly Label[], { costs }: Label): boolean => {
    if (criteria > 2) return by.some((other) => isNoWorse(other.costs, costs));
    const last = by.at(-1);
    return last !== undefined && isNoWorse(last.costs, costs);
  };
  const isNeeded = (label: Label): boolean =>
    !isBeaten(settled[label.node] ?? [], label) && !isBeaten(reached, label);

  pushTo(
    queue,
    { node: start, costs: new Array(criteria).fill(0), edges: 0, before: undefined },
    isBefore,
  );
  for (
    let label = popFrom(queue, isBefore);
    label !== undefined;
    label = popFrom(queue, isBefore)
  ) {
    // Labels come in ascending order of costs, then edges, then names, and an edge only ever adds; so
    // what is settled can neither be beaten nor tied by a better path later, nor can a loop be kept.
    if (!isNeeded(label)) continue;
    settled[label.node]?.push(label);
    if (label.node === end) continue;
    for (const arc of arcs[label.node] ?? []) {
      const costs = label.costs.map((cost, i) => cost + (arc.costs[i] ?? 0));
      const next = { node: arc.to, costs, edges: label.edges + 1, before: label };
      if (isNeeded(next)) pushTo(queue, next, isBefore);
    }
  }
  if (reached.some(({ costs }) => costs.includes(Infinity))) {
    throw new RangeError("Cannot find paths: costs add up to more than a number can be");
  }
  return reached.map((label) => ({ path: namesOf(graph.nodes, label), costs: [...label.costs] }));
}

/** Returns whether no cost of `a` is above that of `b`. */
export function isNoWorse(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) {
    if ((a[i] ?? 0) > (b[i] ?? 0)) return false;
  }
  return true;
}

function compareLabels(nodes: readonly string[], a: Label, b: Label): number {
  for (let i = 0; i < a.costs.length; i++) {
    const difference = (a.costs[i] ?? 0) - (b.costs[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.edges !== b.edges) return a.edges - b.edges;
  // As many edges each: back along both, up to where they are one; the difference nearest the start counts.
  let order = 0;
  for (
    let [one, other]: [Label | undefined, Label | undefined] = [a, b];
    one !== undefined && other !== undefined && one !== other;
    one = one.before, other = other.before
  ) {
    const [first = "", second = ""] = [nodes[one.node], nodes[other.node]];
    if (first !== second) order = first < second ? -1 : 1;
  }
  return order;
}

function namesOf(nodes: readonly string[], label: Label): string[] {
  const names: string[] = [];
  for (let one: Label | undefined = label; one !== undefined; one = one.before) {
    names.push(nodes[one.node] ?? "");
  }
  return names.reverse();
}
