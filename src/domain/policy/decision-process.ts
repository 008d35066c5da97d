// A decision process: states, what may be done in each, what that brings and where it leads by chance.
// Its two forms (full tables, and lists of what is possible) are checked here and laid out for solving.

/** What both forms have. */
interface Described {
  /** How many states there are; they are numbered from 0. */
  readonly states: number;
  /** How many actions there are; they are numbered from 0. */
  readonly actions: number;
  /** Value of each state on reaching the horizon; 0 where not given. */
  readonly terminal?: readonly number[];
  /** Periods in which something is decided. */
  readonly horizon?: number;
}

/** Full tables: every action is possible in every state. An absorbing state leads to itself. */
export interface DecisionTables extends Described {
  /** Chance by action, state and next state; each row sums to 1. */
  readonly transitions: readonly (readonly (readonly number[])[])[];
  /** What an action brings at once, by state and action. */
  readonly rewards: readonly (readonly number[])[];
}

/** One thing that can be done in a state. */
export interface Choice {
  readonly action: number;
  readonly reward: number;
  /** Next state and its chance; the chances sum to 1, a state may come twice. */
  readonly next: readonly (readonly [state: number, chance: number])[];
}

/** Only what is possible: by state, at least one choice, none with the action of another. */
export interface DecisionChoices extends Described {
  readonly choices: readonly (readonly Choice[])[];
}

export type DecisionProcess = DecisionTables | DecisionChoices;

/**
 * A checked process, flat: the choices of state s are `choiceFrom[s]` up to `choiceFrom[s + 1]`, in order
 * of their actions, and what choice c leads to is `nextFrom[c]` up to `nextFrom[c + 1]`.
 */
export interface FlatProcess {
  readonly states: number;
  readonly choiceFrom: Int32Array;
  readonly actions: Int32Array;
  readonly rewards: Float64Array;
  readonly nextFrom: Int32Array;
  readonly next: Int32Array;
  readonly chances: Float64Array;
}

/** Sums of chances may be off by this much: 0.1 ten times is not 1. */
const SUM_TOLERANCE = 1e-9;

/** Returns the process laid out flat; RangeError where it is not one. */
export function flatProcessOf(model: DecisionProcess): FlatProcess {
  const { states } = model;
  checkCount(states, "states");
  checkCount(model.actions, "actions");
  const choices = "choices" in model ? model.choices : choicesOf(model);
  checkLength(choices, states, "choices for the states");
  const flat = { from: [0], actions: [] as number[], rewards: [] as number[] };
  const targets = { from: [0], next: [] as number[], chances: [] as number[] };
  choices.forEach((own, state) => {
    if (own.length === 0) wrong(`nothing can be done in state ${state}`);
    const ordered = [...own].sort((a, b) => a.action - b.action);
    ordered.forEach((choice, k) => {
      checkChoice(choice, state, model);
      if (choice.action === ordered[k - 1]?.action) {
        wrong(`action ${choice.action} is there twice in state ${state}`);
      }
      flat.actions.push(choice.action);
      flat.rewards.push(choice.reward);
      for (const [next, chance] of choice.next) {
        if (chance === 0) continue;
        targets.next.push(next);
        targets.chances.push(chance);
      }
      targets.from.push(targets.next.length);
    });
    flat.from.push(flat.actions.length);
  });
  return {
    states,
    choiceFrom: Int32Array.from(flat.from),
    actions: Int32Array.from(flat.actions),
    rewards: Float64Array.from(flat.rewards),
    nextFrom: Int32Array.from(targets.from),
    next: Int32Array.from(targets.next),
    chances: Float64Array.from(targets.chances),
  };
}

/** Returns the values on reaching the horizon; RangeError where they do not fit the states. */
export function terminalValuesOf({ terminal, states }: DecisionProcess): Float64Array {
  if (terminal === undefined) return new Float64Array(states);
  checkLength(terminal, states, "terminal values");
  const odd = terminal.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) wrong(`a terminal value of ${terminal[odd]} in state ${odd}`);
  return Float64Array.from(terminal);
}

/** Returns what a choice is worth when each state is worth so much afterwards. */
export function worthOf(
  model: FlatProcess,
  choice: number,
  given: { readonly values: Float64Array; readonly discount: number },
): number {
  let ahead = 0;
  const until = model.nextFrom[choice + 1] as number;
  for (let k = model.nextFrom[choice] as number; k < until; k++) {
    ahead += (model.chances[k] as number) * (given.values[model.next[k] as number] as number);
  }
  return (model.rewards[choice] as number) + given.discount * ahead;
}

/** RangeError unless the discount is from 0 to 1. */
export function checkDiscount(discount: number): void {
  if (!(discount >= 0 && discount <= 1)) wrong(`a discount of ${discount}; it must be from 0 to 1`);
}

/** Throws the RangeError that says why a decision process has no solution. */
export function wrong(what: string): never {
  throw new RangeError(`Cannot solve the decision process: ${what}`);
}

function choicesOf({ states, actions, transitions, rewards }: DecisionTables): Choice[][] {
  checkLength(transitions, actions, "transitions for the actions");
  transitions.forEach((rows, action) => {
    checkLength(rows, states, `transitions of action ${action}`);
    rows.forEach((row, state) => {
      checkLength(row, states, `chances of action ${action} in state ${state}`);
    });
  });
  checkLength(rewards, states, "rewards for the states");
  return rewards.map((row, state) => {
    checkLength(row, actions, `rewards in state ${state}`);
    return row.map((reward, action) => ({
      action,
      reward,
      next: (transitions[action]?.[state] ?? []).map((chance, next) => [next, chance] as const),
    }));
  });
}

function checkChoice(choice: Choice, state: number, { states, actions }: Described): void {
  const { action, reward } = choice;
  if (!(Number.isInteger(action) && action >= 0 && action < actions)) {
    wrong(`action ${action} in state ${state}, of ${actions}`);
  }
  const where = `action ${action} in state ${state}`;
  if (!Number.isFinite(reward)) wrong(`${where} has a reward of ${reward}`);
  let sum = 0;
  for (const [next, chance] of choice.next) {
    if (!(Number.isInteger(next) && next >= 0 && next < states)) {
      wrong(`${where} leads to state ${next}, of ${states}`);
    }
    if (!(chance >= 0)) wrong(`${where} leads to state ${next} with a chance of ${chance}`);
    sum += chance;
  }
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) wrong(`${where}: its chances sum to ${sum}`);
}

function checkCount(value: number, what: string): void {
  if (!(Number.isSafeInteger(value) && value > 0)) wrong(`${value} ${what}`);
}

function checkLength(list: readonly unknown[], length: number, what: string): void {
  if (list.length !== length) wrong(`${list.length} ${what}, ${length} needed`);
}
