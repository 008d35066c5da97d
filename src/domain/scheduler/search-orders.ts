// The search for the order in which a serial scheme places activities: sampled orders first, then
// crossing of the good ones, forward and backward by turns (double justification with two populations,
// after Debels and Vanhoucke 2007). It knows nothing of resources: passes place the activities.

import { type RandomSource, seededRandom } from "../random-source.ts";

/** When each activity starts and ends, by index. */
export interface Placing {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Places the activities in the order into the arrays, and returns how bad that is (periods). */
export type Pass = (order: Int32Array, into: Placing) => number;

export interface OrderProblem {
  /** What must come before each activity, and after it. */
  readonly before: readonly Int32Array[];
  readonly next: readonly Int32Array[];
  /** Sampling prefers the highest. */
  readonly urgency: Float64Array;
  readonly forward: Pass;
  /** The same with time running backwards: justification to the other end. */
  readonly backward: Pass;
  /** Whether a backward schedule, read from its end, is a schedule too, and not only an order. */
  readonly isMirror: boolean;
  /** Nothing is better than this: the search stops there. */
  readonly least: number;
}

export interface FoundOrder extends Placing {
  /** The order that the best was placed in, a backward one's turned round. */
  readonly order: Int32Array;
  /** How bad the best is. */
  readonly cost: number;
  /** Schedules generated, each pass counted. */
  readonly generated: number;
}

/** One member of a population. */
interface Member extends Placing {
  /** Activities by start, in its own direction of time. */
  readonly order: Int32Array;
  cost: number;
}

/**
 * Most members of a population. Measured here on PSPLIB J30 (Kolisch and Sprecher 1996) and on made-up
 * networks of 60 and 120 activities: more serve the small ones, fewer the large ones.
 */
const POPULATION = 40;
/** Schedules generated for each member, at least, so that a small budget is not all sampling. */
const SCHEDULES_A_MEMBER = 15;
/** Share of neighbours in an order that change places. Measured here, as POPULATION. */
const SWAP_SHARE = 0.1;
/** Members from which the better is taken as partner. */
const RIVALS = 2;
const SEED = 20261127;

/**
 * Returns the best schedule found with so many passes. The first goes by urgency alone; the others of
 * the first population are drawn by regret (Drexl 1991): the chance of what may come next is in
 * proportion to its urgency over the least urgent, plus one. The same problem gives the same answer.
 */
export function searchOrders(problem: OrderProblem, budget: number): FoundOrder {
  const random = seededRandom(SEED);
  const count = problem.before.length;
  const size = Math.max(2, Math.min(POPULATION, Math.floor(budget / SCHEDULES_A_MEMBER)));
  const best = makeMember(count);
  const list = new Int32Array(count);
  const sample = makeSampler(problem, random);
  const cross = makeCrossing(count, random);
  let generated = 0;

  const generate = (isForward: boolean, into: Member): void => {
    generated += 1;
    into.cost = (isForward ? problem.forward : problem.backward)(list, into);
    into.order.set(list);
    if (into.cost < best.cost && (isForward || problem.isMirror)) keep(into, best, isForward);
    sortBy(into.order, into.starts);
  };
  const isOver = (): boolean => generated >= budget || best.cost <= problem.least;

  const forwards: Member[] = [];
  const backwards: Member[] = [];
  while (forwards.length < size && !isOver()) {
    const member = makeMember(count);
    sample(list, forwards.length === 0);
    generate(true, member);
    forwards.push(member);
    if (isOver()) break;
    const justified = makeMember(count);
    turn(member, list);
    generate(false, justified);
    backwards.push(justified);
  }

  const child = makeMember(count);
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  for (let isForward = true; !isOver(); isForward = !isForward) {
    const parents = isForward ? backwards : forwards;
    const members = isForward ? forwards : backwards;
    const before = isForward ? problem.before : problem.next;
    for (let k = 0; k < parents.length && !isOver(); k++) {
      turn(parents[k] as Member, first);
      turn(partnerOf(parents, random), second);
      cross(first, second, list);
      swapNeighbours(list, before, random);
      generate(isForward, child);
      takeIn(child, members);
    }
  }
  return { ...best, generated };
}

function makeMember(count: number): Member {
  return {
    order: new Int32Array(count),
    starts: new Float64Array(count),
    ends: new Float64Array(count),
    cost: Number.POSITIVE_INFINITY,
  };
}

/** Keeps a schedule as the best; a backward one read from its end. */
function keep(member: Member, best: Member, isForward: boolean): void {
  best.cost = member.cost;
  best.order.set(member.order);
  if (!isForward) best.order.reverse();
  for (let i = 0; i < member.starts.length; i++) {
    const [start, end] = [member.starts[i] as number, member.ends[i] as number];
    best.starts[i] = isForward ? start : member.cost - end;
    best.ends[i] = isForward ? end : member.cost - start;
  }
}

/** Sorts ascending by key; what is equal keeps its order. Fast on what is nearly sorted. */
function sortBy(order: Int32Array, keys: Float64Array): void {
  for (let k = 1; k < order.length; k++) {
    const item = order[k] as number;
    const key = keys[item] as number;
    let place = k;
    while (place > 0 && (keys[order[place - 1] as number] as number) > key) {
      order[place] = order[place - 1] as number;
      place -= 1;
    }
    order[place] = item;
  }
}

/** Writes the order for the other direction of time: what ends last comes first. */
function turn(member: Member, into: Int32Array): void {
  into.set(member.order);
  sortBy(into, member.ends);
  into.reverse();
}

/** The better of a few drawn members. */
function partnerOf(members: readonly Member[], random: RandomSource): Member {
  const draw = (): Member => members[Math.floor(random() * members.length)] as Member;
  let partner = draw();
  for (let rival = 1; rival < RIVALS; rival++) {
    const other = draw();
    if (other.cost < partner.cost) partner = other;
  }
  return partner;
}

/** The child takes the place of the worst, unless it is worse itself or there already. */
function takeIn(child: Member, members: readonly Member[]): void {
  let worst: Member | undefined;
  for (const member of members) {
    if (member.cost === child.cost && isSame(member.starts, child.starts)) return;
    if (worst === undefined || member.cost >= worst.cost) worst = member;
  }
  if (worst === undefined || child.cost > worst.cost) return;
  worst.order.set(child.order);
  worst.starts.set(child.starts);
  worst.ends.set(child.ends);
  worst.cost = child.cost;
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function makeSampler(
  { before, next, urgency }: OrderProblem,
  random: RandomSource,
): (into: Int32Array, isGreedy: boolean) => void {
  const count = before.length;
  const open = new Int32Array(count);
  const eligible = new Int32Array(count);
  const chances = new Float64Array(count);
  return (into, isGreedy) => {
    let eligibles = 0;
    for (let i = 0; i < count; i++) {
      open[i] = before[i]?.length ?? 0;
      if (open[i] === 0) eligible[eligibles++] = i;
    }
    for (let place = 0; place < count; place++) {
      let least = Number.POSITIVE_INFINITY;
      let most = 0;
      for (let k = 0; k < eligibles; k++) {
        const own = urgency[eligible[k] as number] as number;
        if (own < least) least = own;
        if (own > (urgency[eligible[most] as number] as number)) most = k;
      }
      let chosen = most;
      if (!isGreedy) {
        let total = 0;
        for (let k = 0; k < eligibles; k++) {
          chances[k] = (urgency[eligible[k] as number] as number) - least + 1;
          total += chances[k] as number;
        }
        let rest = random() * total - (chances[0] as number);
        for (chosen = 0; chosen < eligibles - 1 && rest >= 0; chosen++) {
          rest -= chances[chosen + 1] as number;
        }
      }
      const activity = eligible[chosen] as number;
      eligible[chosen] = eligible[--eligibles] as number;
      into[place] = activity;
      for (const later of next[activity] as Int32Array) {
        open[later] = (open[later] as number) - 1;
        if (open[later] === 0) eligible[eligibles++] = later;
      }
    }
  };
}

/**
 * Two-point crossing (Hartmann 1998): the beginning and the end go by the second order, what lies
 * between by the first. What two orders of the precedence give is one again.
 */
function makeCrossing(
  count: number,
  random: RandomSource,
): (first: Int32Array, second: Int32Array, into: Int32Array) => void {
  const taken = new Uint8Array(count);
  return (first, second, into) => {
    const one = Math.floor(random() * (count + 1));
    const other = Math.floor(random() * (count + 1));
    taken.fill(0);
    let filled = 0;
    const fill = (order: Int32Array, until: number): void => {
      for (let k = 0; filled < until; k++) {
        const activity = order[k] as number;
        if (taken[activity] === 1) continue;
        taken[activity] = 1;
        into[filled++] = activity;
      }
    };
    fill(second, Math.min(one, other));
    fill(first, Math.max(one, other));
    fill(second, count);
  };
}

function swapNeighbours(
  order: Int32Array,
  before: readonly Int32Array[],
  random: RandomSource,
): void {
  for (let k = 1; k < order.length; k++) {
    if (random() >= SWAP_SHARE) continue;
    const earlier = order[k - 1] as number;
    const later = order[k] as number;
    if (before[later]?.includes(earlier)) continue;
    order[k - 1] = later;
    order[k] = earlier;
  }
}
