// Activities with precedence and renewable resources as plain numbers, for schemes that run thousands
// of times; and the same seen backwards. Names, checks and results are schedule-activities.ts's.

/** Activities by index; every list has one entry an activity. */
export interface Network {
  readonly durations: Float64Array;
  /** What must be finished before it starts. */
  readonly before: readonly Int32Array[];
  /** What waits for it. */
  readonly next: readonly Int32Array[];
  /** The resources that it takes some of, and how much of each in every period. */
  readonly needs: readonly Int32Array[];
  readonly amounts: readonly Float64Array[];
  readonly capacities: Float64Array;
  /** All activities, each after those that it waits for. */
  readonly topological: Int32Array;
}

/** Returns the network; undefined when the precedence runs in a circle. */
export function makeNetwork(given: {
  readonly durations: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly demands: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}): Network | undefined {
  const next = laterOf(given.before);
  const topological = topologicalOrder(given.before, next);
  if (topological.length < given.before.length) return undefined;
  const needs = given.demands.map((demands) => [...demands.keys()].filter((r) => demands[r] !== 0));
  return {
    durations: Float64Array.from(given.durations),
    before: given.before.map((list) => Int32Array.from(list)),
    next: next.map((list) => Int32Array.from(list)),
    needs: needs.map((list) => Int32Array.from(list)),
    amounts: given.demands.map((demands) => Float64Array.from(demands.filter((d) => d !== 0))),
    capacities: Float64Array.from(given.capacities),
    topological: Int32Array.from(topological),
  };
}

function laterOf(before: readonly (readonly number[])[]): readonly number[][] {
  const next: number[][] = before.map(() => []);
  before.forEach((list, activity) => {
    for (const earlier of list) next[earlier]?.push(activity);
  });
  return next;
}

function topologicalOrder(
  before: readonly (readonly number[])[],
  next: readonly (readonly number[])[],
): readonly number[] {
  const open = before.map((list) => list.length);
  const order = [...open.keys()].filter((activity) => open[activity] === 0);
  for (let k = 0; k < order.length; k++) {
    for (const later of next[order[k] as number] as readonly number[]) {
      open[later] = (open[later] as number) - 1;
      if (open[later] === 0) order.push(later);
    }
  }
  return order;
}

/**
 * Returns all activities by rank, lowest first, each after those that it waits for; ties by index. What takes no
 * resource ranks with the first that waits for it: where it stands itself must not hold that up.
 */
export function feasibleOrder(network: Network, ranks: Float64Array): Int32Array {
  const rank = Float64Array.from(ranks);
  for (const activity of network.topological.toReversed()) {
    if (network.needs[activity]?.length !== 0) continue;
    for (const later of network.next[activity] as Int32Array) {
      rank[activity] = Math.min(rank[activity] as number, rank[later] as number);
    }
  }
  const open = Int32Array.from(network.before, (before) => before.length);
  const available = [...open.keys()].filter((activity) => open[activity] === 0);
  const order = new Int32Array(open.length);
  for (let place = 0; place < order.length; place++) {
    let best = 0;
    available.forEach((activity, k) => {
      const other = available[best] as number;
      const less = (rank[activity] as number) - (rank[other] as number);
      if (less < 0 || (less === 0 && activity < other)) best = k;
    });
    const [activity] = available.splice(best, 1) as [number];
    order[place] = activity;
    for (const later of network.next[activity] as Int32Array) {
      open[later] = (open[later] as number) - 1;
      if (open[later] === 0) available.push(later);
    }
  }
  return order;
}

/** Returns the network in which time runs backwards. */
export function reversedNetwork(network: Network): Network {
  return {
    ...network,
    before: network.next,
    next: network.before,
    topological: network.topological.toReversed(),
  };
}

/** Returns periods from each activity's start to the end of its longest chain, lags and waits included. */
export function longestChains(
  network: Network,
  pauses?: { readonly lags: readonly Float64Array[]; readonly waits: Float64Array },
): Float64Array {
  const after = new Float64Array(network.durations.length);
  if (pauses !== undefined) after.set(pauses.waits);
  const chains = new Float64Array(after.length);
  for (let k = chains.length - 1; k >= 0; k--) {
    const activity = network.topological[k] as number;
    chains[activity] = (network.durations[activity] as number) + (after[activity] as number);
    (network.before[activity] as Int32Array).forEach((earlier, place) => {
      const chain = (chains[activity] as number) + (pauses?.lags[activity]?.[place] ?? 0);
      if (chain > (after[earlier] as number)) after[earlier] = chain;
    });
  }
  return chains;
}

/** Returns periods that no schedule can do without: the longest chain, or the busiest resource. */
export function leastPeriods(network: Network, chains: Float64Array): number {
  const work = new Float64Array(network.capacities.length);
  network.durations.forEach((duration, activity) => {
    (network.needs[activity] as Int32Array).forEach((resource, k) => {
      const amount = network.amounts[activity]?.[k] as number;
      work[resource] = (work[resource] as number) + duration * amount;
    });
  });
  let least = 0;
  for (const chain of chains) least = Math.max(least, chain);
  work.forEach((total, resource) => {
    if (total > 0)
      least = Math.max(least, Math.ceil(total / (network.capacities[resource] as number)));
  });
  return least;
}
