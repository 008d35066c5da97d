// The three horizons of one career in words: what is going on in the job, the work and the career. Facts of
// the record with their figures; nothing here says how it should be.

import { AGENDA_WEEKS } from "../agenda/agenda-shares.ts";
import type { Agenda, CheckIn } from "../agenda/check-in.ts";
import { lastMondays } from "../agenda/check-in-week.ts";
import { energyOf } from "../agenda/energy.ts";
import { energyPlaceOf } from "../agenda/energy-and-ability.ts";
import {
  type CalendarDate,
  dateInWords,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  yearOf,
} from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords, monthsInWords } from "../length-of-time.ts";
import { withArticle } from "../moves/plain-name.ts";
import type { CareerRecord, Position } from "../record/career-record.ts";
import { isMadeByOthers } from "../record/decision.ts";
import type { Goal } from "../record/goal.ts";
import { isPaid, spanOf, weeklyHoursOf } from "../record/position-time.ts";
import { presentPositions, type Stay, staysOf } from "../record/stays.ts";
import { listInWords } from "../words-in-a-row.ts";
import { isRecent, WORK_YEARS } from "./horizon-rules.ts";
import { positionFadings } from "./position-fading.ts";

/** Fewer decisions than this say nothing of who makes them. Assumption. */
export const LEAST_DECISIONS = 3;
/** From this share on most of them were made by others. Two in three. */
export const BY_OTHERS_SHARE = 2 / 3;
/** Things told of what was done, or of what gives energy. */
const TOLD = 3;

/** Where a fact comes from, and where it can be changed. */
export type FactPlace = "positions" | "decisions" | "goal" | "plan" | "check-ins" | "abilities";

export interface HorizonFact {
  readonly text: string;
  readonly place: FactPlace;
}

export interface ThreeHorizons {
  /** One sentence about all three. */
  readonly sentence: string;
  readonly job: readonly HorizonFact[];
  readonly work: readonly HorizonFact[];
  readonly career: readonly HorizonFact[];
  /** Held today, those with the most hours first. */
  readonly present: readonly Position[];
  /** Of the last WORK_YEARS, the latest first. */
  readonly stays: readonly Stay[];
}

export interface ThreeHorizonsInput {
  readonly record: CareerRecord;
  readonly goal: Goal | undefined;
  /** "a registered nurse" */
  readonly goalInWords: string | undefined;
  readonly checkIns: readonly CheckIn[];
  readonly today: CalendarDate;
}

/** Returns what is going on on each horizon; an empty record gives facts that ask for a beginning. */
export function threeHorizonsOf(input: ThreeHorizonsInput): ThreeHorizons {
  const { record, today } = input;
  const present = [...presentPositions(record, today)].sort(
    (a, b) => weeklyHoursOf(b) - weeklyHoursOf(a),
  );
  const stays = recentStays(record, today);
  return {
    sentence: sentenceOf(input, present),
    job: jobFacts(present, input),
    work: workFacts(stays, input),
    career: careerFacts(input),
    present,
    stays,
  };
}

function recentStays(record: CareerRecord, today: CalendarDate): readonly Stay[] {
  return staysOf(record)
    .map((stay) => ({
      ...stay,
      positions: stay.positions.filter(
        ({ start, end }) =>
          start !== undefined && firstDayOf(start) <= today && isRecent(end, today),
      ),
    }))
    .filter(({ positions }) => positions.length > 0)
    .sort(
      (a, b) =>
        latestFirst(lastEndOf(a), lastEndOf(b)) || latestFirst(lastStartOf(a), lastStartOf(b)),
    );
}

function latestFirst(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** What goes on ends after everything else. */
function lastEndOf({ positions }: Stay): string {
  const ends = positions.map(({ end }) => (end === undefined ? "9999" : lastDayOf(end))).sort();
  return ends.at(-1) ?? "";
}

function lastStartOf({ positions }: Stay): string {
  const starts = positions
    .map(({ start }) => (start === undefined ? "" : firstDayOf(start)))
    .sort();
  return starts.at(-1) ?? "";
}

function sentenceOf(
  { record, goalInWords, today }: ThreeHorizonsInput,
  present: readonly Position[],
): string {
  if (record.positions.length === 0) {
    return goalInWords === undefined
      ? "Nothing is on record yet: the three horizons begin with one thing that you do, paid or not."
      : `Nothing is on record yet but where you want to go: ${goalInWords}.`;
  }
  const [main, ...others] = [
    ...present.filter(isPaid),
    ...present.filter((position) => !isPaid(position)),
  ];
  const more =
    others.length === 0
      ? ""
      : `, with ${others.length === 1 ? "one more" : `${others.length} more`} beside it`;
  const job =
    main === undefined
      ? "You hold no position today"
      : isPaid(main)
        ? `Your job today is ${asHeld(main)}${more}`
        : `What you do today, unpaid, is ${asHeld(main)}${more}`;
  const recent = record.positions.filter(
    ({ start, end }) => start !== undefined && isRecent(end, today),
  ).length;
  const work = `your work is the ${recent === 1 ? "one position" : `${recent} positions`} of the last ${WORK_YEARS} years`;
  const way = goalInWords === undefined ? "" : `, and the way to becoming ${goalInWords}`;
  const years = yearsSoFar(record, today);
  const length = years === undefined ? "" : `, ${years} so far`;
  return `${job}; ${recent === 0 ? "" : `${work}; `}your career is all of it${length}${way}.`;
}

/** "a baker", "an HR generalist"; what is done and not held stays as it was said: "caring for my mother". */
function asHeld(position: Position): string {
  const name = nameOf(position);
  return position.title === "" || isDoing(position) || /^(an?|the|my|our) /.test(name)
    ? name
    : withArticle(name);
}

/** Whether the title says what one does and no name of one who does it. */
function isDoing({ kind, title }: Position): boolean {
  return (
    kind === "caring" || /^\p{L}+ing( (for|of|at|in|with|after|my|our|the|an?)\b|$)/u.test(title)
  );
}

function nameOf({ title, organisation }: Position): string {
  return title === "" ? `a position with ${organisation}` : lowerFirst(title);
}

function yearsSoFar(record: CareerRecord, today: CalendarDate): string | undefined {
  const starts = record.positions.flatMap((one) => spanOf(one, today)?.start ?? []).sort();
  return starts[0] === undefined ? undefined : monthsInWords(monthsBetween(starts[0], today));
}

function jobFacts(present: readonly Position[], input: ThreeHorizonsInput): readonly HorizonFact[] {
  if (present.length === 0) {
    return [
      {
        text: "You hold no position at present. What you do unpaid counts here too, once it is on record.",
        place: "positions",
      },
    ];
  }
  const said = present.filter(({ hoursPerWeek }) => hoursPerWeek !== undefined);
  const hours = said.reduce((sum, one) => sum + weeklyHoursOf(one), 0);
  const unsaid = present.length - said.length;
  const total =
    said.length === 0
      ? "How many hours a week it takes is not said yet."
      : `${present.length === 1 ? "It takes" : "Together they take"} ${hoursPerWeekInWords(hours)}${unsaid === 0 ? "" : `; of ${unsaid} no hours are said`}.`;
  return [{ text: total, place: "positions" }, employersGoals(input)];
}

/** What served the employers most in the last weeks, by check-ins. */
function employersGoals({ checkIns, today }: ThreeHorizonsInput): HorizonFact {
  const [from = today] = lastMondays(today, AGENDA_WEEKS);
  const served: ReadonlySet<Agenda | undefined> = new Set(["employer", "both"] as const);
  const lines = checkIns
    .filter(({ date }) => date >= from)
    .flatMap((one) => one.lines)
    .filter(({ agenda, what }) => served.has(agenda) && what.trim() !== "");
  const hours = new Map<string, number>();
  for (const { what, hours: taken = 0 } of lines) {
    hours.set(what.trim(), (hours.get(what.trim()) ?? 0) + taken);
  }
  const most = [...hours].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  if (most.length === 0) {
    return {
      text: "What the people you work for want most at present is not noted yet; a check-in takes two minutes.",
      place: "check-ins",
    };
  }
  const told = most.slice(0, TOLD).map(([what]) => `“${what}”`);
  return { text: `What they wanted most of late: ${listInWords(told)}.`, place: "check-ins" };
}

function workFacts(stays: readonly Stay[], input: ThreeHorizonsInput): readonly HorizonFact[] {
  const facts: HorizonFact[] = [];
  if (stays.length === 0) {
    facts.push({
      text: `Nothing is on record of the last ${WORK_YEARS} years.`,
      place: "positions",
    });
  } else {
    const named = stays.filter(({ organisation }) => organisation !== "").length;
    const positions = stays.reduce((sum, stay) => sum + stay.positions.length, 0);
    facts.push({
      text: `${counted(positions, "position")} in ${WORK_YEARS} years${named === 0 ? "" : `, with ${counted(named, "organisation")}`}${movedOn(stays)}.`,
      place: "positions",
    });
  }
  return [...facts, ...energyFacts(input)];
}

/** "; at a food distributor you moved from HR assistant to HR generalist", of the latest such stay. */
function movedOn(stays: readonly Stay[]): string {
  const risen = stays.find(({ positions }) => positions.length > 1);
  const [first, last] = [risen?.positions[0]?.title ?? "", risen?.positions.at(-1)?.title ?? ""];
  if (risen === undefined || first === "" || last === "" || first === last) return "";
  const where = risen.organisation.replace(/^(?:An?|The) /, (article) => article.toLowerCase());
  return `; at ${where} you moved from ${lowerFirst(first)} to ${lowerFirst(last)}`;
}

/** What gave energy and what took it, as the agenda's own rule finds it. */
function energyFacts({ checkIns, today }: ThreeHorizonsInput): readonly HorizonFact[] {
  const things = energyOf(checkIns, today)
    .filter(({ kind }) => kind === "activity")
    .map((one) => ({ ...one, place: energyPlaceOf(one.energy) }))
    .sort((a, b) => b.energy - a.energy || (a.key < b.key ? -1 : 1));
  const gives = things.filter(({ place }) => place === "gives").slice(0, TOLD);
  const takes = things
    .filter(({ place }) => place === "takes")
    .reverse()
    .slice(0, TOLD);
  if (gives.length + takes.length === 0) {
    return [
      {
        text: "What suits you and what you enjoy show after a few check-ins that say what gave energy.",
        place: "check-ins",
      },
    ];
  }
  const told = (ones: typeof things) => listInWords(ones.map(({ name }) => `“${name}”`));
  return [
    ...(gives.length === 0
      ? []
      : [{ text: `It gives you energy: ${told(gives)}.`, place: "check-ins" as const }]),
    ...(takes.length === 0
      ? []
      : [{ text: `It takes energy: ${told(takes)}.`, place: "check-ins" as const }]),
  ];
}

function careerFacts(input: ThreeHorizonsInput): readonly HorizonFact[] {
  return [...lengthFacts(input), decisionFact(input), directionFact(input)];
}

function lengthFacts({ record, today }: ThreeHorizonsInput): readonly HorizonFact[] {
  const fadings = positionFadings(record.positions, today);
  const dated = record.positions.filter((_, i) => fadings[i]?.left !== undefined);
  if (dated.length === 0) return [];
  const unpaid = dated.filter((position) => !isPaid(position)).length;
  const lanes =
    unpaid === 0
      ? ""
      : unpaid === dated.length
        ? ", all unpaid"
        : `, ${unpaid} of them unpaid; unpaid hours count exactly as paid ones do`;
  return [{ text: `${counted(dated.length, "position")} so far${lanes}.`, place: "positions" }];
}

function decisionFact({ record: { decisions } }: ThreeHorizonsInput): HorizonFact {
  const others = decisions.filter(isMadeByOthers).length;
  const yours = decisions.length - others;
  if (decisions.length === 0) {
    return {
      text: "No decision is on record yet. A career is the sum of positions and of the decisions about them.",
      place: "decisions",
    };
  }
  const mostly =
    decisions.length >= LEAST_DECISIONS && others / decisions.length >= BY_OTHERS_SHARE
      ? " Most were not yours to make; the next one can be."
      : "";
  const counts =
    others === 0
      ? "yours"
      : yours === 0
        ? "made by others or circumstances"
        : `${yours} yours, ${others} made by others or circumstances`;
  return {
    text: `${counted(decisions.length, "decision")}: ${counts}.${mostly}`,
    place: "decisions",
  };
}

function directionFact({ goal, goalInWords }: ThreeHorizonsInput): HorizonFact {
  if (goal === undefined) {
    return {
      text: "Where it is heading is not said yet, and need not be: a goal can be tried and changed.",
      place: "goal",
    };
  }
  const by =
    goal.by === undefined
      ? ""
      : `, by ${goal.by.length === 4 ? yearOf(goal.by) : dateInWords(goal.by)}`;
  return { text: `The direction: becoming ${goalInWords ?? goal.title}${by}.`, place: "goal" };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
