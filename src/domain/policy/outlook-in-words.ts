// The policy in sentences: what is so, what to do now, when to go over, what luck does, what to ask.
// Plain and without judgement; every chance is said to rest on assumptions once.

import { type CalendarDate, dateInWords } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { happenedInWords } from "../routes/failure-causes.ts";
import { MOST_ATTEMPTS } from "../schedule/action-project.ts";
import type { Plan } from "../schedule/plan.ts";
import { monthInWords, onePersonOf } from "../schedule/plan-in-words.ts";
import type { Answer, CareerOutlook, Tripwire } from "./career-outlook.ts";
import type { Track } from "./career-track.ts";
import { END_WEIGHT, EXAM_SPREAD, type FindOut, REIMBURSED_A_YEAR } from "./find-out.ts";
import { LAYOFF_MONTHS, type StressTest } from "./stress-test.ts";

/** Differences below this are not said: chances are said in tenths. */
const SAID_FROM = 0.005;

/** A chance below this is called hardly any: it is said as "less than 1 in 10" elsewhere, or as 1. */
const HARDLY = 0.1;

export interface OutlookWords {
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly outlook: CareerOutlook;
}

/** Returns a chance in tenths: "about 7 in 10". */
export function tenthsInWords(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths <= 0) return "less than 1 in 10";
  return tenths >= 10 ? "more than 9 in 10" : `about ${tenths} in 10`;
}

/** Returns the page's first sentence: the chance with the backups and without. */
export function headlineOf({ catalogue, plan, outlook }: OutlookWords): string {
  const goal = onePersonOf(catalogue, plan.goal.occupationId);
  const { policy, alone } = outlook;
  const { chance, withOther } = policy.outcome;
  const [said, before] = [tenthsInWords(chance), tenthsInWords(alone.chance)];
  const becoming = `becoming ${goal} by ${untilInWords(outlook, plan)}`;
  if (outlook.tracks.length === 1) {
    return `There is no backup yet. The chance of ${becoming} is ${before}, on these assumptions.`;
  }
  const backups = outlook.tracks.length === 2 ? "the backup" : "the backups";
  const either = tenthsInWords(withOther);
  const near = either === said ? "" : `you are there, or in a career near it, in ${either}.`;
  return said === before
    ? `The chance of ${becoming} is ${before}, on these assumptions.${near === "" ? "" : ` With ${backups} ${near}`}`
    : `With ${backups} the chance of ${becoming} is ${said} instead of ${before.replace(/^about /, "")}, on these assumptions${near === "" ? "." : `; ${near}`}`;
}

/** Returns the day up to which everything is counted: the goal's date as it was said, or a month. */
export function untilInWords({ until, isGoalsDate }: CareerOutlook, plan: Plan): string {
  return isGoalsDate && plan.goal.by !== undefined
    ? dateInWords(plan.goal.by)
    : monthInWords(until);
}

/** Returns why another day than the goal's is looked at, or what bars the way; undefined for neither. */
export function horizonInWords({ plan, outlook }: OutlookWords): string | undefined {
  if (outlook.moneyBinds) {
    return "The fees of this way are more than you have set aside, so that it cannot be walked as it stands; the plan says what would do.";
  }
  if (outlook.isGoalsDate) return undefined;
  const until = monthInWords(outlook.until);
  const through = `${until}, by when the plan is through in 95 of 100 runs`;
  return plan.goal.by === undefined
    ? `You gave no date, so everything here is counted up to ${through}.`
    : `${dateInWords(plan.goal.by)} is out of reach at ${hoursPerWeekInWords(plan.goal.limits.hoursPerWeek)}, so everything here is counted up to ${through}.`;
}

/** Returns what to do now, and until which day nothing else is better: that of the next tripwire. */
export function nowInWords(
  { plan, outlook }: OutlookWords,
  next: CalendarDate | undefined,
): string {
  const { now, tracks } = outlook;
  const track = tracks[now];
  if (now !== 0 && track !== undefined) {
    return `Begin with ${quoted(track.name)} now: from today on it has the better chance.`;
  }
  const [step] = plan.actions;
  const first = step === undefined ? "" : ` Next: ${lowerFirst(step.title)}.`;
  const until =
    next !== undefined
      ? ` Look again by ${dateInWords(next)}.`
      : tracks.length > 1
        ? ` ${tracks.length === 2 ? "The backup is" : "The backups are"} for when something ends this way: while it stands, going over gives the goal no better chance.`
        : "";
  return `Go on with ${quoted(tracks[0]?.name ?? "")}.${first}${until}`;
}

/** Returns the tripwire: "If no opening as a team lead has come by September 2028, start this: …". */
export function tripwireInWords(
  { catalogue, plan, outlook }: OutlookWords,
  wire: Tripwire,
): string {
  const by = dateInWords(wire.day);
  const happened = notYetInWords(catalogue, wire);
  const to = outlook.tracks[wire.track] as Track;
  const until = untilInWords(outlook, plan);
  const why =
    to.kind === "same goal"
      ? `From then on ${quoted(to.name)} is better than waiting.`
      : wire.goingOn < HARDLY
        ? `By then the goal itself is hardly to be reached by ${until} any more.`
        : `Who goes on for the goal then is there by ${until} in ${tenthsInWords(wire.goingOn)}; it comes to that so seldom that going over costs little of the chance and saves the months.`;
  return `If by ${by} ${happened}, start this: ${lowerFirst(wire.begin.title)}. ${why}`;
}

function notYetInWords(catalogue: Catalogue, { leg, halfway }: Tripwire): string {
  if (leg.search !== undefined) {
    const cause = { id: leg.search.causeId, label: "No opening has come", chance: 0, source: "" };
    return happenedInWords(catalogue, cause);
  }
  return halfway
    ? `you are not halfway through ${quoted(leg.title)}`
    : `${quoted(leg.title)} is not done`;
}

/** Returns what has happened, to stand after "If": "the nursing exam is failed 4 times". */
export function causeInWords({ catalogue, outlook }: OutlookWords, { causeId }: Answer): string {
  const hazard = outlook.hazards.find(({ id }) => id === causeId);
  const label = hazard?.label ?? causeId;
  if (causeId.startsWith("exam:")) {
    return `${lowerFirst(label.replace(/ is not passed$/, " is failed"))} ${MOST_ATTEMPTS} times`;
  }
  return happenedInWords(catalogue, { id: causeId, label, chance: 0, source: "" });
}

/** Returns what to do then, with the chance from there. */
export function answerInWords({ plan, outlook }: OutlookWords, answer: Answer): string {
  const until = untilInWords(outlook, plan);
  if (answer.again) {
    return `Look for another such position; the months held count (at the goal by ${until} in ${tenthsInWords(answer.chance)}).`;
  }
  const to = answer.track === undefined ? undefined : outlook.tracks[answer.track];
  if (to === undefined || answer.begin === undefined) {
    const [stands] = answer.open.flatMap((track) => outlook.tracks[track]?.name ?? []);
    return stands === undefined
      ? "None of the ways here stands then. It is a new situation: change the record or the goal, and plan again."
      : `${quoted(stands)} still stands then, but hardly comes by ${until}: give the goal a later date, or plan again.`;
  }
  const chance =
    to.kind === "nearest other goal"
      ? `${quoted(to.name)}, through by ${until} in ${tenthsInWords(answer.withOther)}`
      : `${quoted(to.name)}, at the goal by ${until} in ${tenthsInWords(answer.chance)}`;
  return `Start this: ${lowerFirst(answer.begin.title)} (${chance}).`;
}

/** Returns a scenario's name and what it takes for granted. */
export function scenarioInWords(
  test: StressTest,
  { policy }: CareerOutlook,
): { title: string; rule: string } {
  const from = monthInWords(test.from);
  switch (test.kind) {
    case "layoff":
      return {
        title: `You are laid off in ${from}`,
        rule: `For ${LAYOFF_MONTHS} months nothing but looking moves on; a position that had to be held is lost.`,
      };
    case "exam failed twice":
      return {
        title: `${quoted(test.leg?.title ?? "The exam")}: failed twice`,
        rule: "The first two attempts fail; after them the chance is as before.",
      };
    case "no opening":
      return {
        title: `No opening for a year, from ${from} on`,
        rule: `${quoted(test.leg?.title ?? "The search")} brings nothing for twelve months.`,
      };
    case "hours halved":
      return {
        title: "Half the hours a week, from today on",
        rule: `Work of your own takes twice as long; waits and searches stay as they are.${
          test.chance < HARDLY && test.withOther >= HARDLY
            ? ` The goal hardly comes in this time then, so the near one is begun today instead${
                test.withOther > policy.outcome.withOther
                  ? ": begun today and not only later, it comes in time more often than as things are, while the goal itself is given up"
                  : ""
              }.`
            : ""
        }`,
      };
  }
}

/** Returns what to ask, and what the answer could change. */
export function findOutInWords(one: FindOut, currencyWords: (amount: number) => string) {
  const knowing =
    one.gain >= SAID_FROM
      ? `Knowing it now${one.isBound ? " raises the chance by up to" : ", not only finding out on the way, raises the chance by"} ${Math.max(1, Math.round(one.gain * 100))} in 100, because what is best depends on it.`
      : Math.abs(one.chanceHigh - one.chanceLow) >= SAID_FROM
        ? "What is best to do stays the same either way; it tells you what to count on."
        : "It changes neither what is best nor the chance by the date.";
  return { title: findOutTitle(one), ends: endsInWords(one, currencyWords), knowing };
}

function findOutTitle({ kind, leg }: FindOut): string {
  switch (kind) {
    case "openings":
      return `How often openings come: ${lowerFirst(leg?.title ?? "your search")}`;
    case "exam":
      return `How hard it is for you: ${lowerFirst(leg?.title ?? "the exam")}`;
    case "reimbursement":
      return "Whether your employer pays towards the fees";
  }
}

function endsInWords(one: FindOut, money: (amount: number) => string): string {
  const percent = (share: number, of: string): string =>
    `${Math.round(share * 100)} of 100 ${of}`.trimEnd();
  const [low, high] = [tenthsInWords(one.chanceLow), tenthsInWords(one.chanceHigh)];
  switch (one.kind) {
    case "openings":
      return `If one comes in ${percent(one.low, "months")}, the chance is ${low}; if in ${percent(one.high, "")}, ${high}.`;
    case "exam":
      return `If you pass in ${percent(one.low, "attempts")}, the chance is ${low}; if in ${percent(one.high, "")}, ${high}.`;
    case "reimbursement":
      return `If it pays nothing, the chance is ${low}; if it pays ${money(one.high)}, ${high}.`;
  }
}

/** Returns what the figures take for granted, beyond the hazards. */
export function groundsInWords(): readonly string[] {
  return [
    "Each month you go on or go over to a way that still stands; who goes over does not come back. Counted is the chance of the goal by the day; of policies within one point of the best, the one of the fewest months.",
    "Something that ends one way ends every other that it stands before too; health or care duties end all. Who loses a position that was to be held looks for another like it, and the months held count; “this way alone” does without that.",
    `What to find out: both ends are taken as equally likely (${END_WEIGHT * 100} in 100 each). An exam is taken as up to ${EXAM_SPREAD.harder * 100} points harder or ${EXAM_SPREAD.easier * 100} points easier for you; an employer as paying nothing or up to $${REIMBURSED_A_YEAR.toLocaleString("en")} a year, the most that is free of tax in the US.`,
  ];
}

function quoted(text: string): string {
  return `“${text}”`;
}
