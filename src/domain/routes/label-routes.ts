// Every best route through a graph that grows with the traveller: what a step costs, and which steps there
// are, depends on what was earned and lived before it. Exact label setting, and plain enumeration for
// those who want every route. It knows nothing of careers; route-graph.ts makes a person's graph.

import { isNoWorse as beats } from "./pareto-paths.ts";
import { popFrom, pushTo } from "./priority-queue.ts";

/** A way of taking one step from a state. */
export interface GrowingStep<State> {
  /** Tells the ways of a step apart, and ties between routes. */
  readonly name: string;
  /** One number a criterion. The first is not negative; the others may be. */
  readonly costs: readonly number[];
  readonly after: State;
}

/** A route as far as it has come. */
export interface RouteLabel<State> {
  readonly state: State;
  /** Sums over its steps, one a criterion. */
  readonly costs: readonly number[];
  readonly steps: number;
  /** Undefined for the start. */
  readonly step: GrowingStep<State> | undefined;
  readonly before: RouteLabel<State> | undefined;
}

export interface GrowingGraph<State> {
  readonly start: State;
  readonly criteria: number;
  /** Where a state is; a route comes to no place twice. */
  readonly placeOf: (state: State) => number;
  readonly isGoal: (state: State) => boolean;
  /** Returns the steps from a label's state; not asked at a goal. */
  readonly stepsFrom: (label: RouteLabel<State>) => readonly GrowingStep<State>[];
  /**
   * Returns whether all that can follow `other` can follow `one` at no higher cost in any criterion, both at
   * the same place. It must hold for every later step, or routes are lost.
   */
  readonly isNoWorse: (one: State, other: State) => boolean;
  /**
   * Returns what a route through the label costs at least by the goal, one a criterion, when its first cost
   * may be `longest` at most; the label's own costs when left out, so that must be given where a cost can be
   * below 0.
   */
  readonly leastTotal?: (label: RouteLabel<State>, longest: number) => readonly number[];
  /** The most that any route's first cost may be; no limit when left out. */
  readonly most?: number;
  /** Returns the most that any route's first cost may be, once there is a route to this goal. */
  readonly longest?: (goal: RouteLabel<State>) => number;
}

/**
 * Returns every undominated cost vector from the start to a goal once, lowest first by the first criterion,
 * then the second, and so on; each with its route of fewest steps, and among those the first by the
 * steps' names. The same vectors as enumerateLabels(), whose routes are compared one by one.
 */
export function labelRoutes<State>(graph: GrowingGraph<State>): readonly RouteLabel<State>[] {
  const settled = new Map<number, RouteLabel<State>[]>();
  const goals: RouteLabel<State>[] = [];
  const queue: RouteLabel<State>[] = [];
  let longest = graph.most ?? Number.POSITIVE_INFINITY;

  const isNeeded = (label: RouteLabel<State>): boolean => {
    const least = graph.leastTotal?.(label, longest) ?? label.costs;
    if ((least[0] ?? 0) > longest) return false;
    // A goal that is no worse than the best that can come of it, and has no more steps than it already has.
    if (goals.some((goal) => beats(goal.costs, least) && goal.steps <= label.steps)) return false;
    if (goals.some((goal) => isStrictlyBetter(goal.costs, least))) return false;
    const here = settled.get(graph.placeOf(label.state)) ?? [];
    return !here.some((other) => isDominated(graph, label, other));
  };

  pushTo(queue, startLabel(graph), isBefore);
  for (
    let label = popFrom(queue, isBefore);
    label !== undefined;
    label = popFrom(queue, isBefore)
  ) {
    if (!isNeeded(label)) continue;
    if (graph.isGoal(label.state)) {
      longest = Math.min(longest, graph.longest?.(label) ?? longest);
      goals.push(label);
      continue;
    }
    const place = graph.placeOf(label.state);
    const here = settled.get(place);
    if (here === undefined) settled.set(place, [label]);
    else here.push(label);
    for (const next of nextLabels(graph, label)) if (isNeeded(next)) pushTo(queue, next, isBefore);
  }
  // Costs below 0 can make a later label better than one that was settled at the same first cost.
  return goals.filter(
    (one, i) =>
      !goals.some(
        (other, j) =>
          i !== j &&
          beats(other.costs, one.costs) &&
          (!beats(one.costs, other.costs) || compareLabels(other, one) < 0),
      ),
  );
}

/**
 * Returns every route from the start to a goal that comes to no place twice, in the order of the search.
 * `longest` counts as in labelRoutes(); nothing else is left out.
 */
export function enumerateLabels<State>(graph: GrowingGraph<State>): readonly RouteLabel<State>[] {
  const goals: RouteLabel<State>[] = [];
  let longest = graph.most ?? Number.POSITIVE_INFINITY;
  const walk = (label: RouteLabel<State>): void => {
    const least = graph.leastTotal?.(label, longest) ?? label.costs;
    if ((least[0] ?? 0) > longest) return;
    if (graph.isGoal(label.state)) {
      longest = Math.min(longest, graph.longest?.(label) ?? longest);
      goals.push(label);
      return;
    }
    for (const next of nextLabels(graph, label)) walk(next);
  };
  walk(startLabel(graph));
  return goals.filter((goal) => (goal.costs[0] ?? 0) <= longest);
}

/** Returns the steps of a route, first to last. */
export function stepsOf<State>(label: RouteLabel<State>): readonly GrowingStep<State>[] {
  const steps: GrowingStep<State>[] = [];
  for (let one: RouteLabel<State> | undefined = label; one !== undefined; one = one.before) {
    if (one.step !== undefined) steps.push(one.step);
  }
  return steps.reverse();
}

function startLabel<State>(graph: GrowingGraph<State>): RouteLabel<State> {
  const costs = new Array<number>(graph.criteria).fill(0);
  return { state: graph.start, costs, steps: 0, step: undefined, before: undefined };
}

function nextLabels<State>(
  graph: GrowingGraph<State>,
  label: RouteLabel<State>,
): readonly RouteLabel<State>[] {
  const next: RouteLabel<State>[] = [];
  for (const step of graph.stepsFrom(label)) {
    if (hasBeenAt(graph, label, graph.placeOf(step.after))) continue;
    const costs = label.costs.map((cost, i) => cost + (step.costs[i] ?? 0));
    next.push({ state: step.after, costs, steps: label.steps + 1, step, before: label });
  }
  return next;
}

function hasBeenAt<State>(
  graph: GrowingGraph<State>,
  label: RouteLabel<State>,
  place: number,
): boolean {
  for (let one: RouteLabel<State> | undefined = label; one !== undefined; one = one.before) {
    if (graph.placeOf(one.state) === place) return true;
  }
  return false;
}

/** Whether a label can be dropped for another at its place: whatever can follow it can follow that one. */
function isDominated<State>(
  graph: GrowingGraph<State>,
  label: RouteLabel<State>,
  other: RouteLabel<State>,
): boolean {
  if (!beats(other.costs, label.costs)) return false;
  if (beats(label.costs, other.costs) && compareLabels(other, label) > 0) return false;
  for (let one: RouteLabel<State> | undefined = other; one !== undefined; one = one.before) {
    if (!hasBeenAt(graph, label, graph.placeOf(one.state))) return false;
  }
  return graph.isNoWorse(other.state, label.state);
}

function isBefore<State>(a: RouteLabel<State>, b: RouteLabel<State>): boolean {
  return compareLabels(a, b) < 0;
}

function isStrictlyBetter(first: readonly number[], second: readonly number[]): boolean {
  return beats(first, second) && !beats(second, first);
}

/** Orders by costs, then steps, then names. */
function compareLabels<State>(a: RouteLabel<State>, b: RouteLabel<State>): number {
  for (let i = 0; i < a.costs.length; i++) {
    const difference = (a.costs[i] ?? 0) - (b.costs[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.steps !== b.steps) return a.steps - b.steps;
  const [first, second] = [stepsOf(a), stepsOf(b)];
  for (let i = 0; i < first.length; i++) {
    const one = first[i]?.name ?? "";
    const other = second[i]?.name ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
