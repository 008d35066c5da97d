// The decision process of a career: where one stands on which track, what is ruled out, what is spent and
// how often an exam was tried. Each month one goes on or goes over to a track that still stands.
// Solving it is career-policy.ts's.

import {
  COUNTED_MONTHS,
  causesFrom,
  type Entry,
  entryOf,
  isEndOfEveryWay,
  type Leg,
  type Pace,
  paceOf,
  type Risk,
  type Track,
} from "./career-track.ts";
import { type Choice, type FlatProcess, flatProcessOf } from "./decision-process.ts";

/** What there is to spend; undefined where it is not limited. */
export interface Money {
  readonly budget?: number | undefined;
  readonly savings?: number | undefined;
  /** Savings below which no leg may begin. */
  readonly floor?: number | undefined;
  readonly savedPerMonth?: number | undefined;
}

export interface Career {
  /** The chosen one first, then those to fall back on. */
  readonly tracks: readonly Track[];
  /** Months in which something is decided. */
  readonly horizon: number;
  readonly money: Money;
}

/** What holds in a month besides what the tracks say; for stress tests. */
export interface Circumstances {
  /** Nothing but searches moves on. */
  readonly paused?: boolean;
  /** Causes that strike whoever is in a leg that has them. */
  readonly striking?: ReadonlySet<string>;
  /** Searches, by cause, in which nothing comes. */
  readonly noOpenings?: ReadonlySet<string>;
  /** Exams, by cause, whose first so many attempts fail. */
  readonly failed?: ReadonlyMap<string, number>;
}

export type Place =
  | { readonly at: "goal" }
  | { readonly at: "other goal" }
  | { readonly at: "nowhere" }
  | { readonly at: "fallen"; readonly leg: number }
  | { readonly at: "again"; readonly leg: number; readonly unit: number }
  | { readonly at: "gate"; readonly leg: number }
  | { readonly at: "search"; readonly leg: number }
  | { readonly at: "unit"; readonly leg: number; readonly unit: number; readonly attempt: number };

export interface CareerState {
  readonly track: number;
  /** Tracks that are out, as bits. */
  readonly out: number;
  readonly spent: number;
  /** Months in positions on earlier tracks that still count towards this one's. */
  readonly held: number;
  readonly place: Place;
}

/** The states, and the process of each month. Action 0 goes on; action s goes over to track s. */
export interface CareerProcess {
  readonly states: readonly CareerState[];
  readonly start: number;
  readonly goal: number;
  readonly otherGoal: number;
  readonly nowhere: number;
  /** Number of the action that waits for money. */
  readonly wait: number;
  /** The process in a month (0 the first). */
  at(month: number, circumstances?: Circumstances): FlatProcess;
  /**
   * Returns the state of someone whom the cause has struck halfway through the leg of the chosen track: the
   * nearest there is, by what was paid and held.
   */
  stateAfter(cause: string, leg: number): number;
}

const HALFWAY = 0.5;

type Next = Map<number, number>;

/** Returns the process of a career. Only states that can be reached are in it. */
export function careerProcessOf(career: Career): CareerProcess {
  const { tracks, money } = career;
  if (tracks.length === 0) throw new RangeError("Cannot make a career's process: no track");
  const wait = tracks.length;
  const limited = money.budget !== undefined || money.savings !== undefined;
  const paces = tracks.map((track) => track.legs.map((leg) => paceOf(leg.months, leg.variance)));
  const retries = tracks.map((track) =>
    track.legs.map((leg): Pace => {
      const pace = paceOf(leg.exam?.retryMonths ?? 0, 0);
      return pace.units > 0 ? pace : { units: 1, chance: 1 };
    }),
  );
  const ahead = tracks.map((track) => track.legs.map((_, leg) => causesFrom(track, leg)));
  const states: CareerState[] = [];
  const numbers = new Map<string, number>();

  function numberOf(state: CareerState): number {
    const { track, out, spent, held, place } = state;
    const settled = place.at === "goal" || place.at === "other goal" || place.at === "nowhere";
    const key = settled
      ? place.at
      : `${track} ${out} ${spent} ${held} ${place.at} ${place.leg} ${place.at === "unit" ? `${place.unit} ${place.attempt}` : place.at === "again" ? place.unit : ""}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = states.length;
    states.push(state);
    numbers.set(key, number);
    return number;
  }

  const settle = (at: "goal" | "other goal" | "nowhere"): number =>
    numberOf({ track: 0, out: 0, spent: 0, held: 0, place: { at } });
  const goal = settle("goal");
  const otherGoal = settle("other goal");
  const nowhere = settle("nowhere");

  const legOf = (track: number, leg: number): Leg => tracks[track]?.legs[leg] as Leg;

  function openFrom({ track, out }: CareerState): readonly number[] {
    return tracks.flatMap((_, other) =>
      other === 0 || other === track || (out & (1 << other)) !== 0 ? [] : [other],
    );
  }

  /** The tracks that a cause puts out for someone in the leg. */
  function outBy(cause: string, { track, out }: CareerState, leg: number): number {
    let next = out | (1 << track);
    tracks.forEach((_, other) => {
      if (other !== track && isAhead(cause, track, leg, other)) next |= 1 << other;
    });
    return next;
  }

  /** Whether the cause that struck in the leg of a track stands before another too. */
  function isAhead(cause: string, track: number, leg: number, other: number): boolean {
    if (isEndOfEveryWay(cause)) return true;
    const entry = entryOf(
      tracks[track] as Track,
      { leg, share: 0, held: 0 },
      tracks[other] as Track,
    ).leg;
    return ahead[other]?.[entry]?.has(cause) === true;
  }

  /** Where the cause leaves someone: looking for such a position again, or fallen from the track. */
  function struckBy(state: CareerState, leg: number, cause: string): number {
    if (legOf(state.track, leg).again?.causeId !== cause) return fallen(state, leg, cause);
    const unit = state.place.at === "unit" ? state.place.unit : 0;
    return numberOf({ ...state, place: { at: "again", leg, unit } });
  }

  function fallen(state: CareerState, leg: number, cause: string): number {
    const next: CareerState = {
      ...state,
      out: outBy(cause, state, leg),
      held: state.held + stayedIn(state.track, leg, shareOf(state)),
      place: { at: "fallen", leg },
    };
    return openFrom(next).length === 0 ? nowhere : numberOf(next);
  }

  /** Whole half years of a leg in which a position was held. */
  function stayedIn(track: number, leg: number, share: number): number {
    const { months, isHold } = legOf(track, leg);
    return isHold === true ? Math.floor((share * months) / COUNTED_MONTHS) * COUNTED_MONTHS : 0;
  }

  function add(next: Next, state: number, chance: number): void {
    next.set(state, (next.get(state) ?? 0) + chance);
  }

  /** Each risk in turn; what is left after them all is returned. */
  function meet(
    risks: readonly Risk[],
    given: { state: CareerState; leg: number; chance: number; share: number },
    next: Next,
  ): number {
    let left = given.chance;
    for (const risk of risks) {
      const struck = 1 - (1 - risk.chance) ** given.share;
      add(next, struckBy(given.state, given.leg, risk.causeId), left * struck);
      left *= 1 - struck;
    }
    return left;
  }

  /** Where one is at the beginning of a leg; what takes no time is settled at once. */
  function enter(state: CareerState, leg: number, chance: number, next: Next): void {
    const one = legOf(state.track, leg);
    const pace = paces[state.track]?.[leg] as Pace;
    if (limited && one.fee > 0) {
      add(next, numberOf({ ...state, place: { at: "gate", leg } }), chance);
    } else if (pace.units > 0) {
      const begun = beginning(state, leg);
      if (begun === undefined) complete(state, { leg, attempt: 0, share: 0 }, chance, next, {});
      else add(next, numberOf(begun), chance);
    } else {
      complete(state, { leg, attempt: 0, share: 1 }, chance, next, {});
    }
  }

  /** The first month of a leg, what was held before counted; undefined where that is all of it. */
  function beginning(state: CareerState, leg: number): CareerState | undefined {
    const { isHold, months } = legOf(state.track, leg);
    const units = paces[state.track]?.[leg]?.units ?? 0;
    const counted = isHold === true && months > 0 ? Math.min(state.held, months) : 0;
    const unit = counted > 0 ? Math.floor((units * counted) / months) : 0;
    const left = { ...state, held: state.held - Math.ceil(counted) };
    return unit >= units ? undefined : { ...left, place: { at: "unit", leg, unit, attempt: 0 } };
  }

  function complete(
    state: CareerState,
    done: { readonly leg: number; readonly attempt: number; readonly share: number },
    chance: number,
    next: Next,
    circumstances: Circumstances,
  ): void {
    const { leg, attempt, share } = done;
    const one = legOf(state.track, leg);
    let left = meet(one.along, { state, leg, chance, share }, next);
    if (attempt === 0) left = meet(one.once, { state, leg, chance: left, share: 1 }, next);
    if (one.exam !== undefined) {
      const { pass, attempts, causeId } = one.exam;
      const passes = attempt < (circumstances.failed?.get(causeId) ?? 0) ? 0 : pass;
      if (attempt + 1 < attempts) {
        const again = { at: "unit", leg, unit: 0, attempt: attempt + 1 } as const;
        add(next, numberOf({ ...state, place: again }), left * (1 - passes));
      } else {
        add(next, fallen(state, leg, causeId), left * (1 - passes));
      }
      left *= passes;
    }
    if (one.search === undefined) leave(state, leg, left, next);
    else add(next, numberOf({ ...state, place: { at: "search", leg } }), left);
  }

  function leave(state: CareerState, leg: number, chance: number, next: Next): void {
    const track = tracks[state.track] as Track;
    if (leg + 1 < track.legs.length) enter(state, leg + 1, chance, next);
    else add(next, track.kind === "nearest other goal" ? otherGoal : goal, chance);
  }

  function canPay({ spent }: CareerState, fee: number, month: number): boolean {
    const { budget, savings, floor = 0, savedPerMonth = 0 } = money;
    const within = budget === undefined || spent + fee <= budget;
    return (
      within && (savings === undefined || savings + savedPerMonth * month - spent - fee >= floor)
    );
  }

  /** What a month of going on leads to. */
  function goOn(state: CareerState, month: number, circumstances: Circumstances): Next {
    const next: Next = new Map();
    const { place, track } = state;
    const number = numberOf(state);
    if (place.at === "goal" || place.at === "other goal" || place.at === "nowhere") {
      return next.set(number, 1);
    }
    if (place.at === "fallen") return next.set(nowhere, 1);
    const { leg } = place;
    const one = legOf(track, leg);
    if (place.at === "again") {
      const { monthly, marketId } = one.again as NonNullable<Leg["again"]>; // as: its leg has it
      const comes = circumstances.noOpenings?.has(marketId) === true ? 0 : monthly;
      add(next, number, 1 - comes);
      const back = { at: "unit", leg, unit: place.unit, attempt: 0 } as const;
      if (comes > 0) add(next, numberOf({ ...state, place: back }), comes);
      return next;
    }
    const striking = [...one.along, ...one.once].find(
      (risk) => circumstances.striking?.has(risk.causeId) === true,
    );
    if (striking !== undefined) return next.set(struckBy(state, leg, striking.causeId), 1);
    if (place.at === "search") {
      const { monthly, causeId } = one.search as NonNullable<Leg["search"]>;
      const comes = circumstances.noOpenings?.has(causeId) === true ? 0 : monthly;
      add(next, number, 1 - comes);
      leave(state, leg, comes, next);
      return next;
    }
    if (circumstances.paused === true) return next.set(number, 1);
    if (place.at === "gate") {
      // Both ways are laid out, so that every state is known whatever the month.
      const paid = { ...state, spent: state.spent + Math.ceil(one.fee) };
      const begun = workOn(paid, { leg, unit: 0, attempt: 0 }, circumstances);
      return canPay(state, one.fee, month) ? begun : next.set(number, 1);
    }
    return workOn(state, place, circumstances);
  }

  function workOn(
    state: CareerState,
    place: { readonly leg: number; readonly unit: number; readonly attempt: number },
    circumstances: Circumstances,
  ): Next {
    const { leg, unit, attempt } = place;
    const { track } = state;
    const pace = (attempt > 0 ? retries : paces)[track]?.[leg];
    const { units, chance } = pace as Pace; // as: every leg of every track has one
    const next: Next = new Map();
    const here = (at: number): number =>
      numberOf({ ...state, place: { at: "unit", leg, unit: at, attempt } });
    // Risks along a leg are met in its first walk, not in another attempt's.
    const share = attempt > 0 ? 0 : 1 / Math.max(1, units);
    if (units === 0) {
      complete(state, { leg, attempt, share: 1 }, 1, next, circumstances);
      return next;
    }
    if (chance < 1) add(next, here(unit), 1 - chance);
    if (unit + 1 < units) {
      const left = meet(legOf(track, leg).along, { state, leg, chance, share }, next);
      add(next, here(unit + 1), left);
    } else {
      complete(state, { leg, attempt, share }, chance, next, circumstances);
    }
    return next;
  }

  /** How much of its leg someone has behind them. */
  function shareOf({ track, place }: CareerState): number {
    if (place.at !== "again" && (place.at !== "unit" || place.attempt > 0)) return 0;
    return place.unit / Math.max(1, paces[track]?.[place.leg]?.units ?? 1);
  }

  function entryOver(state: CareerState, leg: number, other: number): Entry {
    return entryOf(
      tracks[state.track] as Track,
      { leg, share: shareOf(state), held: state.held },
      tracks[other] as Track,
    );
  }

  /** The state of someone who goes over, before the month. */
  function over(state: CareerState, leg: number, other: number): CareerState {
    const entry = entryOver(state, leg, other);
    const moved = { ...state, track: other, out: state.out | (1 << state.track), held: entry.held };
    const place = placeAt(other, entry.leg);
    return place.at === "unit"
      ? (beginning(moved, entry.leg) ?? { ...moved, place })
      : { ...moved, place };
  }

  function placeAt(track: number, leg: number): Place {
    const one = legOf(track, leg);
    if (limited && one.fee > 0) return { at: "gate", leg };
    const { along, once, exam } = one;
    const onlySearch =
      one.search !== undefined && exam === undefined && along.length + once.length === 0;
    if (onlySearch && paces[track]?.[leg]?.units === 0) return { at: "search", leg };
    return { at: "unit", leg, unit: 0, attempt: 0 };
  }

  /** Whether nothing but what is left here anyway is left on the other track: then there is nothing to go over to. */
  function isSameFromHere(state: CareerState, leg: number, other: number): boolean {
    const entry = entryOver(state, leg, other).leg;
    const [here, there] = [tracks[state.track]?.legs.slice(leg), tracks[other]?.legs.slice(entry)];
    return (
      here?.length === there?.length && here?.every(({ id }, i) => id === there?.[i]?.id) === true
    );
  }

  function choicesOf(state: CareerState, month: number, circumstances: Circumstances): Choice[] {
    const { place } = state;
    const asChoice = (action: number, next: Next): Choice => ({
      action,
      reward: 0,
      next: [...next],
    });
    const onward = asChoice(0, goOn(state, month, circumstances));
    if (place.at === "goal" || place.at === "other goal" || place.at === "nowhere") return [onward];
    // A way that begins with the position that was lost is none.
    const lost = place.at === "again" ? legOf(state.track, place.leg).again?.causeId : undefined;
    const open = openFrom(state).filter((other) =>
      lost === undefined
        ? place.at === "fallen" || !isSameFromHere(state, place.leg, other)
        : !isAhead(lost, state.track, place.leg, other),
    );
    const others = open.map((other) =>
      asChoice(other, goOn(over(state, place.leg, other), month, circumstances)),
    );
    const waits = place.at === "gate" ? [asChoice(wait, new Map([[numberOf(state), 1]]))] : [];
    return [onward, ...others, ...waits];
  }

  const start = numberOf({ track: 0, out: 0, spent: 0, held: 0, place: placeAt(0, 0) });
  // Every state that some choice can lead to, in the order of finding them.
  for (let i = 0; i < states.length; i++) choicesOf(states[i] as CareerState, 0, {});
  const gates = states.filter(({ place }) => place.at === "gate");
  const known = new Map<string, FlatProcess>();

  /** Which gates are open: all that a month changes by itself. */
  function gatesAt(month: number): string {
    return gates
      .map((state) =>
        canPay(
          state,
          state.place.at === "gate" ? legOf(state.track, state.place.leg).fee : 0,
          month,
        )
          ? "1"
          : "0",
      )
      .join("");
  }

  return {
    states,
    start,
    goal,
    otherGoal,
    nowhere,
    wait,
    at(month, circumstances = {}) {
      const { paused, striking, noOpenings, failed } = circumstances;
      const key = JSON.stringify([
        gatesAt(month),
        paused,
        [...(striking ?? [])],
        [...(noOpenings ?? [])],
        [...(failed ?? [])],
      ]);
      const made =
        known.get(key) ??
        flatProcessOf({
          states: states.length,
          actions: tracks.length + 1,
          choices: states.slice().map((state) => choicesOf(state, month, circumstances)),
        });
      known.set(key, made);
      return made;
    },
    stateAfter(cause, leg) {
      const paid = states.find(
        ({ track, out, place }) =>
          track === 0 &&
          out === 0 &&
          (place.at === "unit" || place.at === "search") &&
          place.leg === leg,
      );
      const { again } = legOf(0, leg);
      const at = again?.causeId === cause ? "again" : "fallen";
      const half = Math.floor((paces[0]?.[leg]?.units ?? 0) * HALFWAY);
      const begun = { track: 0, out: 0, spent: paid?.spent ?? 0, held: 0 };
      const out =
        at === "again" ? 0 : outBy(cause, { ...begun, place: { at: "fallen", leg } }, leg);
      const held = at === "again" ? 0 : stayedIn(0, leg, HALFWAY);
      const farFrom = ({ place, spent, held: own }: CareerState): number =>
        Math.abs(spent - begun.spent) +
        Math.abs(own - held) +
        (place.at === "again" ? Math.abs(place.unit - half) : 0);
      let nearest = nowhere;
      states.forEach((one, number) => {
        const { place } = one;
        if (one.track !== 0 || one.out !== out || place.at !== at || place.leg !== leg) return;
        const known = nearest === nowhere ? undefined : states[nearest];
        if (known === undefined || farFrom(one) < farFrom(known)) nearest = number;
      });
      return nearest;
    },
  };
}
