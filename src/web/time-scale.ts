// Where a day stands in a picture, and which days its axis names.

import {
  addMonths,
  type CalendarDate,
  dateOfDayNumber,
  dayNumberOf,
  firstDayOf,
  type PartialDate,
} from "../domain/calendar-date.ts";
import { shortMonth } from "./in-words.ts";

export interface TimeScale {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Pixels from the picture's left edge. */
  x(day: CalendarDate): number;
}

/** Returns a scale from the left to the right pixel; a span of no days counts as one. */
export function timeScale(
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
  pixels: { readonly left: number; readonly right: number },
): TimeScale {
  const first = dayNumberOf(span.from);
  const days = Math.max(1, dayNumberOf(span.to) - first);
  const width = pixels.right - pixels.left;
  return { ...span, x: (day) => pixels.left + ((dayNumberOf(day) - first) / days) * width };
}

const STEPS_IN_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240];
const LONGEST_STEP = 480;

export interface Tick {
  readonly day: CalendarDate;
  readonly label: string;
}

/** Returns the first days of months or years that the axis names, at most about so many. */
export function ticksOf({ from, to }: Pick<TimeScale, "from" | "to">, most: number): Tick[] {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1) * 12;
  const step = STEPS_IN_MONTHS.find((size) => months / size <= most) ?? LONGEST_STEP;
  const years = Math.max(1, step / 12);
  const firstYear = Math.floor(Number(from.slice(0, 4)) / years) * years;
  const ticks: Tick[] = [];
  let day = firstDayOf(String(firstYear) as PartialDate);
  while (day <= to) {
    if (day >= from) ticks.push({ day, label: labelOf(day, step) });
    day = addMonths(day, step);
  }
  return ticks;
}

function labelOf(day: CalendarDate, step: number): string {
  if (step >= 12) return day.slice(0, 4);
  return day.slice(5, 7) === "01" ? shortMonth(day) : (shortMonth(day).split(" ")[0] ?? "");
}

/** Returns the latest of the days. */
export function latestOf(days: readonly CalendarDate[]): CalendarDate {
  return dateOfDayNumber(Math.max(...days.map(dayNumberOf)));
}

/** Mean width of a letter of the figure face as a share of its size; measured here, on titles. */
const LETTER_WIDTH = 0.51;

/** Returns the text, cut with an ellipsis where it is wider than there is room; sizes in pixels. */
export function fitted(text: string, room: number, size: number): string {
  const letters = Math.floor(room / (size * LETTER_WIDTH));
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** Returns the text in as few lines as there is room for, broken between words; a longer word is cut. */
export function linesOf(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(fitted(word, room, size));
    }
  }
  return lines;
}

/** Returns about how wide the text will be, in pixels. */
export function widthOf(text: string, size: number): number {
  return text.length * size * LETTER_WIDTH;
}
