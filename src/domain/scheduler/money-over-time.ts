// Money over time: what is there at each moment when things are paid for and some of it comes back, and
// the earliest moment at which something can be paid so that it never goes below the floor.

import type { Money } from "./project.ts";

/** Amounts that differ by less are the same: a hundredth of a cent. */
const ROUNDING = 1e-4;

export interface Payment {
  /** Paid at this moment. */
  readonly at: number;
  readonly cost: number;
  /** Comes back at this moment; Infinity or an amount of 0 where nothing does. */
  readonly backAt: number;
  readonly back: number;
}

export interface MoneyOverTime {
  /** Forgets all payments. */
  readonly clear: () => void;
  /** Notes a payment. */
  readonly pay: (payment: Payment) => void;
  /** The moment itself when the payment can be made then, else the next worth trying; Infinity: never. */
  readonly earliest: (payment: Payment) => number;
  /** Whether the floor holds with what was paid. */
  readonly holds: () => boolean;
}

/** Returns the money of a project without any payment. */
export function makeMoneyOverTime(money: Money): MoneyOverTime {
  const { saved, floor } = money;
  const perPeriod = money.perPeriod ?? 0;
  const own = [...(money.changes ?? [])].sort((a, b) => a.period - b.period);
  // Moments at which money comes or goes, in order, and how much.
  let times: number[] = [];
  let amounts: number[] = [];
  const clear = (): void => {
    times = own.map((change) => change.period);
    amounts = own.map((change) => change.amount);
  };
  clear();
  const note = (time: number, amount: number): void => {
    if (amount === 0 || time === Infinity) return;
    let place = times.length;
    while (place > 0 && (times[place - 1] as number) > time) place -= 1;
    times.splice(place, 0, time);
    amounts.splice(place, 0, amount);
  };
  /** The last moment from `from` on at which less than the floor is left, and what is; none: -1. */
  const lastBreach = (from: number, payment: Payment | undefined): [time: number, left: number] => {
    let sum = saved;
    let breach: [number, number] = [-1, 0];
    const look = (time: number): void => {
      if (time < from) return;
      const balance = sum + perPeriod * time;
      const cost = payment === undefined ? 0 : payment.cost;
      const back = payment !== undefined && time >= payment.backAt ? payment.back : 0;
      if (balance - cost + back < floor - ROUNDING) breach = [time, balance];
    };
    let looked = false;
    for (let k = 0; k < times.length; k++) {
      const time = times[k] as number;
      if (time > from && !looked) {
        look(from);
        looked = true;
      }
      sum += amounts[k] as number;
      if (times[k + 1] !== time) {
        look(time);
        looked ||= time === from;
      }
    }
    if (!looked) look(from);
    return breach;
  };
  return {
    clear,
    pay: ({ at, cost, backAt, back }) => {
      note(at, -cost);
      note(backAt, back);
    },
    earliest: (payment) => {
      const [time, left] = lastBreach(payment.at, payment);
      if (time < 0) return payment.at;
      // Whoever pays until then breaks the floor then: it must be later.
      const following = times.find((other) => other > time) ?? Infinity;
      const missing = floor + payment.cost - left;
      const saving = perPeriod > 0 ? time + Math.max(1, Math.ceil(missing / perPeriod)) : Infinity;
      return Math.min(saving, following);
    },
    holds: () => lastBreach(0, undefined)[0] < 0,
  };
}
