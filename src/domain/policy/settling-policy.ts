// A policy that really gets what the values promise where nothing is discounted: it takes best choices
// only, and of those such that it comes to an end. A best choice that merely waits promises all and
// brings nothing.

import { TIE_SHARE } from "./best-choices.ts";
import { type FlatProcess, worthOf, wrong } from "./decision-process.ts";

export interface SettlingPolicy {
  /** A choice for each state. */
  readonly chosen: Int32Array;
  /** 1 for states from which nothing more comes. */
  readonly settled: Uint8Array;
}

/**
 * How much worse than the best a choice may be, tried in this order: values that are still rough may have
 * no policy of best choices alone that comes to an end.
 */
const WIDTHS = [TIE_SHARE, 1e-9, 1e-6, 1e-3, Number.POSITIVE_INFINITY];
/** Widest rounding of a value of 0. */
const ZERO_SHARE = 1e-9;

/** Returns the policy; RangeError where no policy comes to an end from every state. */
export function settlingPolicy(model: FlatProcess, values: Float64Array): SettlingPolicy {
  let scale = 1;
  for (const value of values) scale = Math.max(scale, Math.abs(value));
  let unsettled = 0;
  for (const width of WIDTHS) {
    const allowed = bestWithin(model, values, width * scale);
    const zero = Math.min(width, ZERO_SHARE) * scale;
    const made = settle(model, { values, allowed, zero });
    if (typeof made === "object") return made;
    unsettled = made;
  }
  return wrong(
    `from state ${unsettled} on rewards never end, so that without a discount they have no total`,
  );
}

/** 1 for each choice that is nearly as good as the best of its state. */
function bestWithin(model: FlatProcess, values: Float64Array, width: number): Uint8Array {
  const allowed = new Uint8Array(model.actions.length);
  const given = { values, discount: 1 };
  for (let state = 0; state < model.states; state++) {
    let most = Number.NEGATIVE_INFINITY;
    for (const choice of choicesOf(model, state)) {
      most = Math.max(most, worthOf(model, choice, given));
    }
    for (const choice of choicesOf(model, state)) {
      if (worthOf(model, choice, given) >= most - width) allowed[choice] = 1;
    }
  }
  return allowed;
}

/** The policy, or a state from which no allowed choices come to an end. */
function settle(
  model: FlatProcess,
  given: { readonly values: Float64Array; readonly allowed: Uint8Array; readonly zero: number },
): SettlingPolicy | number {
  const { allowed } = given;
  const settled = restingStates(model, given);
  const sure = new Uint8Array(model.states).fill(1);
  // States from which the end can be reached at all; then again without choices that may leave them.
  for (let changed = true; changed; ) {
    changed = false;
    const reaching = statesReaching(model, settled, allowed, sure);
    for (let state = 0; state < model.states; state++) {
      if (sure[state] === 0 || reaching[state] === 1) continue;
      sure[state] = 0;
      changed = true;
    }
  }
  const lost = sure.indexOf(0);
  if (lost >= 0) return lost;
  return { chosen: chooseLowest(model, settled, allowed), settled };
}

/** The largest set of worthless states in which one can stay for ever at no reward. */
function restingStates(
  model: FlatProcess,
  given: { readonly values: Float64Array; readonly allowed: Uint8Array; readonly zero: number },
): Uint8Array {
  const resting = Uint8Array.from(given.values, (value) => (Math.abs(value) <= given.zero ? 1 : 0));
  for (let changed = true; changed; ) {
    changed = false;
    for (let state = 0; state < model.states; state++) {
      if (resting[state] === 0) continue;
      if (restingChoice(model, state, { resting, allowed: given.allowed }) >= 0) continue;
      resting[state] = 0;
      changed = true;
    }
  }
  return resting;
}

function restingChoice(
  model: FlatProcess,
  state: number,
  given: { readonly resting: Uint8Array; readonly allowed: Uint8Array },
): number {
  for (const choice of choicesOf(model, state)) {
    if (given.allowed[choice] === 0 || model.rewards[choice] !== 0) continue;
    if (nextOf(model, choice).every((next) => given.resting[next] === 1)) return choice;
  }
  return -1;
}

/** 1 for states that have a chance to reach the settled ones by choices that stay among the sure. */
function statesReaching(
  model: FlatProcess,
  settled: Uint8Array,
  allowed: Uint8Array,
  sure: Uint8Array,
): Uint8Array {
  const reaching = Uint8Array.from(settled);
  for (let changed = true; changed; ) {
    changed = false;
    for (let state = 0; state < model.states; state++) {
      if (reaching[state] === 1 || sure[state] === 0) continue;
      const leads = choicesOf(model, state).some((choice) => {
        if (allowed[choice] === 0) return false;
        const next = nextOf(model, choice);
        return next.every((one) => sure[one] === 1) && next.some((one) => reaching[one] === 1);
      });
      if (!leads) continue;
      reaching[state] = 1;
      changed = true;
    }
  }
  return reaching;
}

/** The lowest allowed action wherever that comes to an end, else the lowest that leads on. */
function chooseLowest(model: FlatProcess, settled: Uint8Array, allowed: Uint8Array): Int32Array {
  const chosen = new Int32Array(model.states).fill(-1);
  const done = new Uint8Array(model.states);
  for (let state = 0; state < model.states; state++) {
    if (settled[state] === 0) continue;
    chosen[state] = restingChoice(model, state, { resting: settled, allowed });
    done[state] = 1;
  }
  const own = Array.from({ length: model.states }, (_, state) =>
    choicesOf(model, state).filter((choice) => allowed[choice] === 1),
  );
  const leadsOn = (choice: number): boolean =>
    nextOf(model, choice).some((next) => done[next] === 1);
  // One more state at a time, and the others look again, so that as few as can be go off the lowest.
  for (let rank = 0; done.includes(0); ) {
    let grown = false;
    for (let state = 0; state < model.states; state++) {
      if (done[state] === 1) continue;
      const choice = own[state]?.[rank];
      if (choice === undefined || !leadsOn(choice)) continue;
      chosen[state] = choice;
      done[state] = 1;
      grown = true;
      if (rank > 0) break;
    }
    rank = grown ? 0 : rank + 1;
  }
  return chosen;
}

function choicesOf(model: FlatProcess, state: number): number[] {
  const from = model.choiceFrom[state] as number;
  const until = model.choiceFrom[state + 1] as number;
  return Array.from({ length: until - from }, (_, k) => from + k);
}

function nextOf(model: FlatProcess, choice: number): Int32Array {
  return model.next.subarray(
    model.nextFrom[choice] as number,
    model.nextFrom[choice + 1] as number,
  );
}
