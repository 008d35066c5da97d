// Amounts of money with their currency; a range with its three points; and how both are said.
// No exchange rates: amounts in different currencies are never added or compared.

/** ISO 4217 code, such as "USD". */
export type Currency = string & { readonly brand: "Currency" };

export const US_DOLLAR = "USD" as Currency;

export const PAY_PERIODS = ["year", "month", "week", "hour"] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** An amount for good, such as a fee or savings. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** An amount for each period, such as a salary. */
export interface Pay extends Money {
  readonly period: PayPeriod;
}

/** Returns the yearly amount at the given hours a week (40 when not known). */
export function annualAmountOf(pay: Pay, hoursPerWeek = 40): number {
  switch (pay.period) {
    case "year":
      return pay.amount;
    case "month":
      return pay.amount * 12;
    case "week":
      return pay.amount * 52;
    case "hour":
      return pay.amount * hoursPerWeek * 52;
  }
}

/** Low, likely and high of one quantity, in the unit its name says; low ≤ likely ≤ high. */
export interface ThreePoint {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Returns the sum, point by point: the widest range, as if everything went well or badly at once. */
export function addThreePoints(parts: readonly ThreePoint[]): ThreePoint {
  let low = 0;
  let likely = 0;
  let high = 0;
  for (const part of parts) {
    low += part.low;
    likely += part.likely;
    high += part.high;
  }
  return { low, likely, high };
}

/** Returns the amount as people read it, whole units only: "$1,200", "€300", "SEK 4,000". */
export function moneyInWords(money: Money): string {
  const digits = String(Math.round(Math.abs(money.amount))).replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = money.amount <= -0.5 ? "−" : "";
  const symbol = SYMBOLS[money.currency] ?? `${money.currency} `;
  return `${sign}${symbol}${digits}`;
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };

/** Returns what steps cost, and for what: "$11,350 in fees", "$13,350 in fees and for moving house". */
export function costsInWords(
  cost: Money,
  actions: readonly { readonly kind: string; readonly money: ThreePoint }[],
): string {
  const paid = actions.filter(({ money }) => money.likely > 0);
  const moves = paid.filter(({ kind }) => kind === "house move").length;
  const what =
    moves === 0
      ? "in fees"
      : moves < paid.length
        ? "in fees and for moving house"
        : "for moving house";
  return `${moneyInWords(cost)} ${what}`;
}
