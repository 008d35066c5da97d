// Whose agenda the hours of the last weeks served. Hours without an agenda are counted apart; a week without
// a check-in is no week at all, so that nobody owes one.

import type { CalendarDate } from "../calendar-date.ts";
import { AGENDAS, type Agenda, type CheckIn } from "./check-in.ts";
import { lastMondays, mondayOf, sumOfHours } from "./check-in-week.ts";

/**
 * Weeks that are looked at. Assumption: long enough for one odd week not to decide, short enough to be about
 * now.
 */
export const AGENDA_WEEKS = 8;
/** With hours in fewer weeks than this nothing is said of a share. Assumption. */
export const LEAST_WEEKS = 3;
/** Nor with fewer hours in all than this. Assumption: half an hour a day of the fewest weeks is 10. */
export const LEAST_HOURS = 10;

export type HoursByAgenda = Readonly<Record<Agenda, number>>;

/** One week that has a check-in. */
export interface AgendaWeek {
  readonly monday: CalendarDate;
  readonly hours: HoursByAgenda;
  /** Hours for which no agenda was said. */
  readonly unsaid: number;
}

export interface AgendaShares {
  /** The first Monday that is looked at, and today. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Weeks with a check-in that says hours, the earliest first. */
  readonly weeks: readonly AgendaWeek[];
  readonly hours: HoursByAgenda;
  readonly unsaid: number;
  /** Of the hours whose agenda was said; they sum to 1. Undefined when too little was said. */
  readonly shares: HoursByAgenda | undefined;
}

/** Returns the hours of the last weeks by agenda, this week with them; what lies outside counts for nothing. */
export function agendaSharesOf(checkIns: readonly CheckIn[], today: CalendarDate): AgendaShares {
  const mondays = lastMondays(today, AGENDA_WEEKS);
  const byWeek = Map.groupBy(checkIns, ({ date }) => mondayOf(date));
  const weeks = mondays
    .map((monday) => weekOf(monday, byWeek.get(monday) ?? []))
    .filter(({ hours, unsaid }) => unsaid > 0 || allOf(hours) > 0);
  const hours = byAgenda((agenda) => sumOfHours(weeks.map((week) => week.hours[agenda])));
  return {
    from: mondays[0] ?? today,
    to: today,
    weeks,
    hours,
    unsaid: sumOfHours(weeks.map(({ unsaid }) => unsaid)),
    shares: isEnough(weeks, hours) ? sharesOf(hours) : undefined,
  };
}

/** Returns the share of each; undefined when there are no hours. */
export function sharesOf(hours: HoursByAgenda): HoursByAgenda | undefined {
  const all = allOf(hours);
  return all === 0 ? undefined : byAgenda((agenda) => hours[agenda] / all);
}

function isEnough(weeks: readonly AgendaWeek[], hours: HoursByAgenda): boolean {
  const said = weeks.filter((week) => allOf(week.hours) > 0);
  return said.length >= LEAST_WEEKS && allOf(hours) >= LEAST_HOURS;
}

function weekOf(monday: CalendarDate, checkIns: readonly CheckIn[]): AgendaWeek {
  const lines = checkIns.flatMap((one) => one.lines);
  const hoursOf = (agenda: Agenda | undefined) =>
    sumOfHours(lines.filter((one) => one.agenda === agenda).map(({ hours = 0 }) => hours));
  return { monday, hours: byAgenda(hoursOf), unsaid: hoursOf(undefined) };
}

function allOf(hours: HoursByAgenda): number {
  return sumOfHours(AGENDAS.map((agenda) => hours[agenda]));
}

function byAgenda(figureOf: (agenda: Agenda) => number): HoursByAgenda {
  return {
    mine: figureOf("mine"),
    employer: figureOf("employer"),
    both: figureOf("both"),
    neither: figureOf("neither"),
  };
}
