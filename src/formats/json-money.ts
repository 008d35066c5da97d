// Amounts of money in a JSON document: what is one, to the letter.

import { type Currency, type Money, PAY_PERIODS, type Pay } from "../domain/money.ts";
import { hasOnly, isJsonObject } from "./json-text.ts";

/** Returns whether the value is a number from 0 on. */
export function isAmount(raw: unknown): raw is number {
  return typeof raw === "number" && Number.isFinite(raw) && raw >= 0;
}

function isCurrency(raw: unknown): raw is Currency {
  return typeof raw === "string" && /^[A-Z]{3}$/.test(raw);
}

/** Returns whether the value is an amount with its currency and nothing else. */
export function isMoney(raw: unknown): raw is Money {
  return (
    isJsonObject(raw) &&
    hasOnly(raw, ["amount", "currency"]) &&
    isAmount(raw.amount) &&
    isCurrency(raw.currency)
  );
}

/** Whether it is money that may also be below 0, as what is put by in a month. */
export function isMoneyEitherWay(raw: unknown): raw is Money {
  return (
    isJsonObject(raw) &&
    hasOnly(raw, ["amount", "currency"]) &&
    typeof raw.amount === "number" &&
    Number.isFinite(raw.amount) &&
    isCurrency(raw.currency)
  );
}

/** Returns whether the value is an amount with its currency and period and nothing else. */
export function isPay(raw: unknown): raw is Pay {
  return (
    isJsonObject(raw) &&
    hasOnly(raw, ["amount", "currency", "period"]) &&
    isAmount(raw.amount) &&
    isCurrency(raw.currency) &&
    PAY_PERIODS.some((period) => period === raw.period)
  );
}
