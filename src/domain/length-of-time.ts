// Lengths of time as people say them: no false precision, no "86 months".

import { WEEKS_A_MONTH } from "./calendar-date.ts";
import type { ThreePoint } from "./money.ts";

/** Returns months as people say them: "3 weeks", "1 month", "5 months", "2 years", "2½ years". */
export function monthsInWords(months: number): string {
  if (months < 0.9) {
    const weeks = Math.max(1, Math.round(months * WEEKS_A_MONTH));
    return weeks === 1 ? "1 week" : `${weeks} weeks`;
  }
  const whole = Math.round(months);
  if (whole < 24) return whole === 1 ? "1 month" : `${whole} months`;
  const halves = Math.round(months / 6);
  const years = Math.floor(halves / 2);
  return halves % 2 === 0 ? `${years} years` : `${years}½ years`;
}

/** Returns "14 to 20 months" or "3 to 5 years" for a range of months. */
export function monthsRangeInWords(months: Pick<ThreePoint, "low" | "high">): string {
  const low = monthsInWords(months.low);
  const high = monthsInWords(months.high);
  if (low === high) return low;
  const unit = high.split(" ").at(-1) ?? "";
  return low.endsWith(` ${unit}`)
    ? `${low.slice(0, -unit.length - 1)} to ${high}`
    : `${low} to ${high}`;
}

/** Returns hours as people say them, rounded to what the figure can bear: "45 hours", "2,700 hours". */
export function hoursInWords(hours: number): string {
  const step = hours >= 1000 ? 100 : hours >= 100 ? 10 : 5;
  const rounded = Math.max(1, hours < 5 ? Math.round(hours) : Math.round(hours / step) * step);
  const digits = String(rounded).replace(/\B(?=(\d{3})+$)/g, ",");
  return rounded === 1 ? "1 hour" : `${digits} hours`;
}

/** Returns hours of a week to the tenth, as they are said: "8 hours a week", "1 hour a week", "37.5 hours a week". */
export function hoursPerWeekInWords(hours: number): string {
  const shown = Math.round(hours * 10) / 10;
  return `${shown} ${shown === 1 ? "hour" : "hours"} a week`;
}
