// What the record itself shows of each dimension, apart from what the person says; and, as plainly, what it
// cannot show. Facts with their dates only: nothing is scored, and nothing missing counts as anything.

import { placedPositionsOf } from "../abilities/evidence-of.ts";
import {
  type CalendarDate,
  dateInWords,
  firstDayOf,
  monthsBetween,
  yearOf,
} from "../calendar-date.ts";
import { capital, lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords, monthsInWords } from "../length-of-time.ts";
import { annualAmountOf, moneyInWords, type Pay } from "../money.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { CareerRecord, Position } from "../record/career-record.ts";
import type { Goal } from "../record/goal.ts";
import { isPaid, spanOf, weeklyHoursOf } from "../record/position-time.ts";
import { organisationKeyOf, presentPositions, type Stay, staysOf } from "../record/stays.ts";
import type { PositionMatch } from "../schedule/plan.ts";
import { listInWords } from "../words-in-a-row.ts";
import { DIMENSIONS, type Dimension } from "./dimension.ts";

export interface RecordSigns {
  readonly dimension: Dimension;
  /** Whole sentences, each a fact on record; empty where there is none. */
  readonly facts: readonly string[];
  /** What the record cannot show of it. */
  readonly silence: string;
}

export interface RecordForSigns {
  readonly record: CareerRecord;
  readonly matches: readonly PositionMatch[];
  readonly catalogue: Catalogue;
  readonly goal: Goal | undefined;
  readonly today: CalendarDate;
}

/** Years that count as lately for learning. *Assumption*: what many professions ask to be renewed within. */
export const LATELY_YEARS = 5;
/** Positions of fewer hours a week than this are not looked at for pay and for level. *Assumption*. */
export const MAIN_HOURS = 15;
/** Who was away for longer than this came back, and did not stay. *Assumption*: a parental leave is a stay. */
export const AWAY_MONTHS = 12;
/** More names in one sentence nobody reads. */
const MOST_NAMED = 3;
const WEEKS_A_YEAR = 52;

const ZONES_IN_WORDS = ["", "little or no", "some", "medium", "considerable", "long"] as const;

/** Returns what the record shows, for every dimension in the order of DIMENSIONS. */
export function recordSigns(world: RecordForSigns): readonly RecordSigns[] {
  return DIMENSIONS.map((dimension) => ({ dimension, ...SIGNS[dimension](world) }));
}

type Signs = Omit<RecordSigns, "dimension">;

const SIGNS: Readonly<Record<Dimension, (world: RecordForSigns) => Signs>> = {
  "time-focus": timeSigns,
  "skill-development": skillSigns,
  commitment: commitmentSigns,
  motivation: motivationSigns,
  progression: progressionSigns,
  identity: () => ({
    facts: [],
    silence: "A record cannot show who you are, or what you hold dear.",
  }),
  relationships: tieSigns,
};

function timeSigns({ goal }: RecordForSigns): Signs {
  const by = goal?.by === undefined ? "" : `, by ${dateInWords(goal.by)}`;
  return {
    facts: goal === undefined ? [] : [`You have set a goal: ${titleInSentence(goal.title)}${by}.`],
    silence: "A record cannot show how far ahead you look from day to day.",
  };
}

function skillSigns({ record, today }: RecordForSigns): Signs {
  const silence = "What is learnt without a paper, on the task or from others, does not show here.";
  const learnt = [
    ...record.educations.map((one) => ({
      name: [one.studyType, one.area].filter((part) => part !== "").join(", ") || one.institution,
      date: one.end,
      goesOn: one.start !== undefined && (one.end === undefined || firstDayOf(one.end) > today),
    })),
    ...record.credentials.map((one) => ({ name: one.name, date: one.date, goesOn: false })),
  ].filter(({ name }) => name !== "");
  const now = learnt.filter(({ goesOn }) => goesOn);
  const dated = learnt
    .filter(({ goesOn, date }) => !goesOn && date !== undefined)
    .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1));
  const lately = dated.filter(
    ({ date }) => date !== undefined && yearOf(today) - yearOf(date) <= LATELY_YEARS,
  );
  const nameOf = ({ name, date }: (typeof dated)[number]): string =>
    date === undefined ? asOnePart(name) : `${asOnePart(name)} (${yearOf(date)})`;
  const facts: string[] = [];
  if (now.length > 0) facts.push(`Under way: ${namesOf(now.map(({ name }) => asOnePart(name)))}.`);
  if (lately.length > 0) {
    facts.push(`In the last ${LATELY_YEARS} years: ${namesOf(lately.map(nameOf))}.`);
  } else if (dated[0] !== undefined) {
    facts.push(`The last course or certificate on record: ${nameOf(dated[0])}.`);
  }
  return { facts, silence };
}

function commitmentSigns({ record, today }: RecordForSigns): Signs {
  const present = new Set(presentPositions(record, today));
  const facts = staysOf(record).flatMap((stay) => {
    if (!stay.positions.some((one) => present.has(one))) return [];
    const unbroken = unbrokenUntil(stay, today);
    const [first] = unbroken;
    if (first === undefined) return [];
    const unpaid = unbroken.every((one) => !isPaid(one)) ? ", unpaid" : "";
    const months = monthsBetween(spanOf(first, today)?.start ?? today, today);
    const long = monthsInWords(months);
    const words =
      stay.organisation === ""
        ? `${asOnePart(first.title === "" ? "Work" : first.title)} for ${long}`
        : `${capital(long)} with ${organisationInSentence(stay.organisation)}`;
    return [{ months, sentence: `${words}, still going on${unpaid}.` }];
  });
  facts.sort((a, b) => b.months - a.months);
  return {
    facts: facts.slice(0, MOST_NAMED).map(({ sentence }) => sentence),
    silence:
      "A record cannot show whether you stay because you are drawn to it or because you must.",
  };
}

/** The positions of a stay up to today, the earliest first, from the last time on that one was away. */
function unbrokenUntil({ positions }: Stay, today: CalendarDate): readonly Position[] {
  const spans = positions
    .flatMap((position) => {
      const span = spanOf(position, today);
      return span === undefined ? [] : [{ position, span }];
    })
    .sort((a, b) => (a.span.start < b.span.start ? -1 : 1));
  let from = 0;
  let end = spans[0]?.span.end ?? today;
  for (const [place, { span }] of spans.entries()) {
    if (monthsBetween(end, span.start) > AWAY_MONTHS) from = place;
    if (span.end > end) end = span.end;
  }
  return spans.slice(from).map(({ position }) => position);
}

function motivationSigns({ record, today }: RecordForSigns): Signs {
  const unpaid = presentPositions(record, today).filter((one) => !isPaid(one));
  const hours = unpaid.reduce((sum, one) => sum + weeklyHoursOf(one), 0);
  const known = unpaid.every(({ hoursPerWeek }) => hoursPerWeek !== undefined);
  const names = namesOf(unpaid.map((one) => titleInSentence(one.title || one.organisation)));
  return {
    facts:
      unpaid.length === 0
        ? []
        : [
            `Unpaid work now: ${names}; ${known ? hoursPerWeekInWords(hours) : `about ${hoursPerWeekInWords(Math.round(hours))}`}.`,
          ],
    silence: "A record cannot show why you do what you do.",
  };
}

function progressionSigns(world: RecordForSigns): Signs {
  return {
    facts: [...stepsInside(world), ...payOverTime(world), ...zoneOverTime(world)],
    silence: "New duties under an old title do not show here.",
  };
}

/** Titles that changed within one organisation; whether it was a step up is not guessed. */
function stepsInside({ record }: RecordForSigns): readonly string[] {
  const steps = staysOf(record).flatMap((stay) => {
    const dated = stay.positions.filter(({ start, title }) => start !== undefined && title !== "");
    const titles = dated
      .map(({ title }) => titleInSentence(title))
      .filter((title, place, all) => title !== all[place - 1]);
    const [from, to] = [titles[0], titles.at(-1)];
    if (titles.length < 2 || stay.organisation === "" || from === undefined) return [];
    const via = titles.length > 2 ? `, by way of ${namesOf(titles.slice(1, -1))}` : "";
    return [`With ${organisationInSentence(stay.organisation)}: from ${from} to ${to}${via}.`];
  });
  // Of a long life at work the newest are enough: Record has them all.
  return steps.slice(-MOST_NAMED);
}

function mainPositions({ record, today }: RecordForSigns): readonly Position[] {
  return record.positions
    .filter(
      (one) =>
        one.title !== "" &&
        isPaid(one) &&
        weeklyHoursOf(one) >= MAIN_HOURS &&
        spanOf(one, today) !== undefined,
    )
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

function startOf({ start }: Position): string {
  return start === undefined ? "" : firstDayOf(start);
}

/** Pay for an hour, so that fewer hours do not look like less pay. */
function payOverTime(world: RecordForSigns): readonly string[] {
  const paid = mainPositions(world).filter(({ pay }) => pay !== undefined && pay.amount > 0);
  const last = paid.at(-1);
  const first = paid.find(({ pay }) => pay?.currency === last?.pay?.currency);
  if (last?.pay === undefined || first?.pay === undefined || first === last) return [];
  return [
    `Pay for an hour: about ${hourlyPayOf(first, first.pay)} as ${titleInSentence(first.title)} (from ${yearStarted(first)}), ` +
      `about ${hourlyPayOf(last, last.pay)} as ${titleInSentence(last.title)} (from ${yearStarted(last)}). ` +
      "Prices have changed in between, too.",
  ];
}

function hourlyPayOf(position: Position, pay: Pay): string {
  const hours = weeklyHoursOf(position);
  const amount = annualAmountOf(pay, hours) / WEEKS_A_YEAR / hours;
  return moneyInWords({ amount, currency: pay.currency });
}

function yearStarted(position: Position): string {
  return startOf(position).slice(0, 4);
}

function zoneOverTime(world: RecordForSigns): readonly string[] {
  const rows = new Map(placedPositionsOf(world).map(({ position, row }) => [position.id, row]));
  const zoneOf = ({ id }: Position): number => world.catalogue.zones[rows.get(id) ?? -1] ?? 0;
  const placed = mainPositions(world).filter((one) => zoneOf(one) > 0);
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const [from, to] = [ZONES_IN_WORDS[zoneOf(first)], ZONES_IN_WORDS[zoneOf(last)]];
  const [before, now] = [titleInSentence(first.title), titleInSentence(last.title)];
  if (before === now) return [];
  if (from === to) {
    return [`Work as ${before} and work as ${now} both usually ask for ${from} preparation.`];
  }
  return [
    `Work as ${before} usually asks for ${from} preparation, as ${now} for ${to} preparation.`,
  ];
}

function tieSigns({ record, today }: RecordForSigns): Signs {
  const paidAt = new Set(
    record.positions.filter(isPaid).map(({ organisation }) => organisationKeyOf(organisation)),
  );
  const present = presentPositions(record, today);
  const beside = present.some(isPaid) ? "Beside paid work you" : "You";
  const outside = present.filter(
    ({ organisation, kind }) =>
      kind !== "caring" && organisation !== "" && !paidAt.has(organisationKeyOf(organisation)),
  );
  const places = [
    ...new Set(outside.map(({ organisation }) => organisationInSentence(organisation))),
  ];
  return {
    facts: places.length === 0 ? [] : [`${beside} are active in ${namesOf(places)}.`],
    silence: "Your record holds no people yet, so it cannot show whom you know or for how long.",
  };
}

/** A name keeps its capital; "A food distributor" is none. */
function organisationInSentence(organisation: string): string {
  return asOnePart(organisation.replace(/^(A|An|The) /, (article) => article.toLowerCase()));
}

function titleInSentence(title: string): string {
  return asOnePart(lowerFirst(title));
}

/** More of a name makes a sentence unreadable; Record has it whole. */
const MOST_OF_A_NAME = 80;
const OTHER_DIRECTION =
  /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{Bidi_Control}]/u;

/** Returns the name so that neither its length nor the direction it is written in disturbs the words around it. */
function asOnePart(name: string): string {
  const letters = [...name];
  const short =
    letters.length > MOST_OF_A_NAME ? `${letters.slice(0, MOST_OF_A_NAME).join("").trim()}…` : name;
  // First strong isolate, and its end: Unicode Standard Annex 9, 2.4.
  return OTHER_DIRECTION.test(short) ? `\u2068${short}\u2069` : short;
}

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  if (more <= 0) return listInWords(names);
  return listInWords([...names.slice(0, MOST_NAMED), `${more} more`]);
}
