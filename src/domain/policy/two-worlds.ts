// The best that can be done without knowing which of two worlds one lives in: what happens on the way tells,
// and the policy answers it. Exact: for every state and month, the pairs of what a policy is worth in the one
// world and in the other that no mix of others beats (Smallwood and Sondik 1973, for two hidden states).

import type { CareerPolicy } from "./career-policy.ts";
import type { FlatProcess } from "./decision-process.ts";

/** What a policy is worth in either world. */
interface Pair {
  readonly one: number;
  readonly other: number;
}

/** Pairs nearer to the line between their neighbours than this are on it. */
const ON_THE_LINE = 1e-13;

type World = Pick<CareerPolicy, "career" | "walk">;

/**
 * Returns the highest chance of the goal that a policy has on average over the worlds, when it does not know in
 * which of them it is but sees what happens. Both have the same states in the same order and the same choices;
 * what is different is how likely things are. Weight is the chance of the first.
 */
export function bestNotKnowing(worlds: readonly [World, World], weight: number): number {
  const [{ walk, career }, other] = worlds;
  const size = walk.states.length;
  if (other.walk.states.length !== size) {
    throw new RangeError("Cannot compare two worlds: they have other states");
  }
  const nothing: readonly Pair[] = [{ one: 0, other: 0 }];
  let now = Array.from({ length: size }, () => nothing);
  now[walk.goal] = [{ one: 1, other: 1 }];
  for (let month = career.horizon - 1; month >= 0; month--) {
    const models = [walk.at(month), other.walk.at(month)] as const;
    const after = now;
    now = Array.from({ length: size }, (_, state) => bestPairs(models, state, after));
  }
  return Math.max(
    ...(now[walk.start] ?? nothing).map((pair) => weight * pair.one + (1 - weight) * pair.other),
  );
}

function bestPairs(
  [model, other]: readonly [FlatProcess, FlatProcess],
  state: number,
  after: readonly (readonly Pair[])[],
): readonly Pair[] {
  const until = model.choiceFrom[state + 1] as number;
  const from = model.choiceFrom[state] as number;
  const shift = (other.choiceFrom[state] as number) - from;
  const pairs: Pair[] = [];
  for (let choice = from; choice < until; choice++) {
    const chances = new Map<number, [number, number]>();
    gather(model, choice, (next, chance) => chances.set(next, [chance, 0]));
    gather(other, choice + shift, (next, chance) => {
      chances.set(next, [chances.get(next)?.[0] ?? 0, chance]);
    });
    pairs.push(...summed(chances, after));
  }
  return outermost(pairs);
}

function gather(
  model: FlatProcess,
  choice: number,
  take: (next: number, chance: number) => void,
): void {
  const until = model.nextFrom[choice + 1] as number;
  for (let k = model.nextFrom[choice] as number; k < until; k++) {
    take(model.next[k] as number, model.chances[k] as number);
  }
}

/** One pair of each next state, in every way that no mix of others beats: edge after edge, the flattest first. */
function summed(
  chances: ReadonlyMap<number, readonly [number, number]>,
  after: readonly (readonly Pair[])[],
): readonly Pair[] {
  let [one, other] = [0, 0];
  const edges: Pair[] = [];
  for (const [next, [first, second]] of chances) {
    const pairs = after[next] as readonly Pair[];
    one += first * (pairs[0]?.one ?? 0);
    other += second * (pairs[0]?.other ?? 0);
    for (let k = 1; k < pairs.length; k++) {
      const [from, to] = [pairs[k - 1] as Pair, pairs[k] as Pair];
      edges.push({ one: first * (to.one - from.one), other: second * (to.other - from.other) });
    }
  }
  edges.sort((a, b) => b.other * a.one - a.other * b.one);
  const all = [{ one, other }];
  for (const edge of edges) {
    one += edge.one;
    other += edge.other;
    all.push({ one, other });
  }
  return all;
}

/** Those that no mix of others beats in both worlds, by what they are worth in the first, the lowest first. */
function outermost(pairs: readonly Pair[]): readonly Pair[] {
  const ordered = [...pairs].sort((a, b) => b.one - a.one || b.other - a.other);
  const kept: Pair[] = [];
  for (const pair of ordered) {
    const last = kept.at(-1);
    if (last !== undefined && pair.other <= last.other + ON_THE_LINE) continue;
    while (kept.length >= 2 && isInside(kept.at(-2) as Pair, kept.at(-1) as Pair, pair)) kept.pop();
    kept.push(pair);
  }
  return kept.reverse();
}

/** Whether the middle one lies on or below the line between the two around it. */
function isInside(right: Pair, middle: Pair, left: Pair): boolean {
  const turn =
    (left.one - right.one) * (middle.other - right.other) -
    (left.other - right.other) * (middle.one - right.one);
  return turn >= -ON_THE_LINE;
}
