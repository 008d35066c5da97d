// The policy of a career: what is best to do in every month wherever one stands, and what comes of it.
// Exact, by backward induction. Its words, dates and stress tests are other files'.

import { bestChoices } from "./best-choices.ts";
import {
  type Career,
  type CareerProcess,
  type Circumstances,
  careerProcessOf,
} from "./career-process.ts";
import { withoutLookingAgain } from "./career-track.ts";
import type { FlatProcess } from "./decision-process.ts";

/**
 * Assumption: a point of the best chance is given up for fewer months. Among policies within that, the fewest
 * expected months, failure counted as the horizon (docs/method/policy.md).
 */
export const CHANCE_GIVEN_UP = 0.01;
/** Halvings of the price of a month; the eighth digit of it changes nothing that is shown. */
const PRICE_STEPS = 12;
/** The least price of a month: it only decides between policies of the same chance. */
const LEAST_PRICE = 1e-7;

/** What comes of following a policy from the start. */
export interface Outcome {
  /** Chance of the goal within the horizon. */
  readonly chance: number;
  /** Chance of the goal or of a near goal. */
  readonly withOther: number;
  /** Expected months until either, failure counted as the horizon. */
  readonly months: number;
  /** Chance of being at the goal after so many months, from 0. */
  readonly reachedBy: readonly number[];
}

export interface CareerPolicy {
  readonly career: Career;
  readonly walk: CareerProcess;
  /** The choice of each state by month: its place in the month's process. */
  readonly chosen: readonly Int32Array[];
  /** Chance of the goal from each state by month, on this policy. */
  readonly chances: readonly Float64Array[];
  /** The same for the goal or a near goal. */
  readonly eithers: readonly Float64Array[];
  readonly outcome: Outcome;
  /** The highest chance that any policy has. */
  readonly highest: number;
}

/**
 * Returns the policy with the fewest expected months among those whose chance is within one point of the
 * best and not below that of any track alone. Exact among policies that are best at some price of a
 * month (Lagrange): none of fewer months has as high a chance.
 */
export function solveCareer(career: Career): CareerPolicy {
  const walk = careerProcessOf(career);
  const first = solveAt(walk, career.horizon, 0);
  const highest = chanceOf(first, walk);
  const alone = career.tracks.map((track) =>
    track.kind === "nearest other goal" ? 0 : aloneChance(career, track),
  );
  const floor = Math.max(highest - CHANCE_GIVEN_UP, ...alone) - 1e-12;
  let best = solveAt(walk, career.horizon, LEAST_PRICE);
  if (chanceOf(best, walk) < floor) best = first;
  let [low, high] = [Math.log(LEAST_PRICE), 0];
  for (let step = 0; step < PRICE_STEPS; step++) {
    const price = (low + high) / 2;
    const solved = solveAt(walk, career.horizon, Math.exp(price));
    if (chanceOf(solved, walk) >= floor) {
      best = solved;
      low = price;
    } else {
      high = price;
    }
  }
  const given = { career, walk, ...best, eithers: eithersOf(walk, best), highest };
  return { ...given, outcome: followPolicy(given) };
}

/** Returns the policy with the best chance, however many months it takes; of equals the one that goes on. */
export function solveForChance(career: Career): CareerPolicy {
  const walk = careerProcessOf(career);
  const solved = solveAt(walk, career.horizon, 0);
  const eithers = eithersOf(walk, solved);
  const given = { career, walk, ...solved, eithers, highest: chanceOf(solved, walk) };
  return { ...given, outcome: followPolicy(given) };
}

/** Returns the career with one track alone and nothing to fall back on, not even looking again. */
export function aloneOn(career: Career, track: Career["tracks"][number]): Career {
  const kind = track.kind === "nearest other goal" ? track.kind : "chosen";
  return { ...career, tracks: [{ ...withoutLookingAgain(track), kind }] };
}

/** Returns the chance of one track alone, nothing to fall back on. */
export function aloneChance(career: Career, track: Career["tracks"][number]): number {
  const walk = careerProcessOf(aloneOn(career, track));
  return chanceOf(solveAt(walk, career.horizon, 0), walk);
}

interface Solved {
  readonly chosen: readonly Int32Array[];
  readonly chances: readonly Float64Array[];
}

/** The chance of the goal or a near goal, by month and state, on the policy. */
function eithersOf(walk: CareerProcess, { chosen }: Solved): readonly Float64Array[] {
  let either: Float64Array = new Float64Array(walk.states.length);
  either[walk.goal] = 1;
  either[walk.otherGoal] = 1;
  const all = [either];
  for (let month = chosen.length - 1; month >= 0; month--) {
    either = valuesOf(walk.at(month), chosen[month] as Int32Array, either);
    all.push(either);
  }
  return all.reverse();
}

function chanceOf({ chances }: Solved, walk: CareerProcess): number {
  return chances[0]?.[walk.start] ?? 0;
}

/** The best for a chance of the goal less the price times the share of the horizon that goes by. */
function solveAt(walk: CareerProcess, horizon: number, price: number): Solved {
  const size = walk.states.length;
  let worth: Float64Array = new Float64Array(size);
  let chance: Float64Array = new Float64Array(size);
  worth[walk.goal] = 1;
  chance[walk.goal] = 1;
  const settled = new Set([walk.goal, walk.otherGoal]);
  const chosen: Int32Array[] = [];
  const chances: Float64Array[] = [chance];
  const priced = new Map<FlatProcess, FlatProcess>();
  for (let month = horizon - 1; month >= 0; month--) {
    const model = walk.at(month);
    const own = priced.get(model) ?? withPrice(model, settled, price / horizon);
    priced.set(model, own);
    const best = bestChoices(own, { values: worth, discount: 1 });
    worth = best.worth;
    chosen.push(best.chosen);
    chance = valuesOf(model, best.chosen, chance);
    chances.push(chance);
  }
  return { chosen: chosen.reverse(), chances: chances.reverse() };
}

function withPrice(model: FlatProcess, settled: ReadonlySet<number>, price: number): FlatProcess {
  const rewards = new Float64Array(model.rewards.length);
  for (let state = 0; state < model.states; state++) {
    if (settled.has(state)) continue;
    const until = model.choiceFrom[state + 1] as number;
    for (let c = model.choiceFrom[state] as number; c < until; c++) rewards[c] = -price;
  }
  return { ...model, rewards };
}

function valuesOf(model: FlatProcess, chosen: Int32Array, before: Float64Array): Float64Array {
  const values = new Float64Array(chosen.length);
  for (let state = 0; state < values.length; state++) {
    values[state] = aheadOf(model, chosen[state] as number, before);
  }
  return values;
}

function aheadOf(model: FlatProcess, choice: number, values: Float64Array): number {
  let sum = 0;
  const until = model.nextFrom[choice + 1] as number;
  for (let k = model.nextFrom[choice] as number; k < until; k++) {
    sum += (model.chances[k] as number) * (values[model.next[k] as number] as number);
  }
  return sum;
}

type Followed = Pick<CareerPolicy, "career" | "walk" | "chosen">;

/** Returns the chance of being in each state at the beginning of each month, the last entry the end. */
export function occupancyOf(
  { career, walk, chosen }: Followed,
  circumstancesAt: (month: number) => Circumstances = () => ({}),
): readonly Float64Array[] {
  let here = new Float64Array(walk.states.length);
  here[walk.start] = 1;
  const all = [here];
  for (let month = 0; month < career.horizon; month++) {
    const model = walk.at(month, circumstancesAt(month));
    const next = new Float64Array(here.length);
    for (let state = 0; state < here.length; state++) {
      const share = here[state] as number;
      if (share === 0) continue;
      const choice = chosen[month]?.[state] as number;
      const until = model.nextFrom[choice + 1] as number;
      for (let k = model.nextFrom[choice] as number; k < until; k++) {
        const to = model.next[k] as number;
        next[to] = (next[to] as number) + share * (model.chances[k] as number);
      }
    }
    here = next;
    all.push(here);
  }
  return all;
}

/** Returns what comes of the policy, in other circumstances where they are given: it does not foresee them. */
export function followPolicy(
  policy: Followed,
  circumstancesAt?: (month: number) => Circumstances,
): Outcome {
  const { goal, otherGoal } = policy.walk;
  const all = occupancyOf(policy, circumstancesAt);
  const reachedBy = all.map((here) => here[goal] as number);
  const last = all.at(-1) as Float64Array;
  const months = all
    .slice(0, -1)
    .reduce((sum, here) => sum + 1 - (here[goal] as number) - (here[otherGoal] as number), 0);
  const chance = last[goal] as number;
  return { chance, withOther: chance + (last[otherGoal] as number), months, reachedBy };
}

/**
 * Returns the months by which those who reach the goal within the horizon are half there; undefined where
 * nobody reaches it.
 */
export function halfThere({ reachedBy, chance }: Outcome): number | undefined {
  if (chance <= 1e-9) return undefined;
  const month = reachedBy.findIndex((share) => share >= chance / 2);
  return month < 0 ? undefined : month;
}

/** Returns the chance of the goal, and of either goal, when an action is taken in a state in a month. */
export function chancesAfter(
  { walk, chances, eithers }: Pick<CareerPolicy, "walk" | "chances" | "eithers">,
  at: { readonly month: number; readonly state: number; readonly action: number },
): { readonly chance: number; readonly withOther: number } {
  const model = walk.at(at.month);
  const until = model.choiceFrom[at.state + 1] as number;
  let choice = model.choiceFrom[at.state] as number;
  while (choice < until && model.actions[choice] !== at.action) choice += 1;
  const [next, either] = [chances[at.month + 1], eithers[at.month + 1]];
  if (choice === until || next === undefined || either === undefined) {
    return { chance: 0, withOther: 0 };
  }
  return { chance: aheadOf(model, choice, next), withOther: aheadOf(model, choice, either) };
}

/**
 * Returns the chance of what a track leads to, by month and state, for who is on it and stays on it until it falls;
 * elsewhere the policy goes on as it does.
 */
export function chancesStaying(
  { walk, chosen }: Followed,
  track: number,
  isNear: boolean,
): readonly Float64Array[] {
  let ahead: Float64Array = new Float64Array(walk.states.length);
  ahead[walk.goal] = 1;
  if (isNear) ahead[walk.otherGoal] = 1;
  const all = [ahead];
  for (let month = chosen.length - 1; month >= 0; month--) {
    const model = walk.at(month);
    const own = (chosen[month] as Int32Array).slice();
    walk.states.forEach(({ track: on, place }, state) => {
      if (on === track && place.at !== "fallen") own[state] = model.choiceFrom[state] as number;
    });
    ahead = valuesOf(model, own, ahead);
    all.push(ahead);
  }
  return all.reverse();
}

/** Returns the action that the policy takes in a state in a month. */
export function actionIn({ walk, chosen }: Followed, month: number, state: number): number {
  return walk.at(month).actions[chosen[month]?.[state] as number] as number;
}
