// Every problem that an operation can answer with, and its one sentence. A sentence says what could
// not be done, the present state, and what to do next.

import { type CalendarDate, dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import { type FormatProblem, formatProblemText } from "../formats/format-problem.ts";
import {
  isOpeningProblem,
  type OpeningProblem,
  openingProblemText,
} from "../sources/opened-source.ts";
import {
  isSourceProblem,
  type SourceProblem,
  sourceProblemText,
} from "../sources/source-problem.ts";
import type { CatalogueKind } from "../storage/catalogue-shelf.ts";
import { CATALOGUE_NAMES } from "./catalogues/catalogue-names.ts";
import type { CatalogueProblem } from "./catalogues/catalogue-work.ts";
import type { InputProblem } from "./input-problem.ts";
import { type GoalProblem, MOST_HOURS_PER_WEEK } from "./record/resolve-goal.ts";

export type Problem =
  | InputProblem
  | GoalProblem
  | FormatProblem
  | SourceProblem
  | CatalogueProblem
  | { readonly code: "catalogue/not-there"; readonly kind: CatalogueKind }
  | {
      readonly code: "catalogue/no-address";
      readonly kind: CatalogueKind;
      readonly pages: readonly string[];
    }
  | { readonly code: "goal/none" }
  | { readonly code: "occupation/not-named" }
  | { readonly code: "record/none" }
  | { readonly code: "position/unknown"; readonly id: string }
  | { readonly code: "position/not-placed"; readonly title: string }
  | { readonly code: "position/none-unpaid" }
  | { readonly code: "ladder/unknown"; readonly id: string }
  | { readonly code: "decision/unknown"; readonly id: string }
  | { readonly code: "statement/unknown"; readonly id: string }
  | { readonly code: "decision/unknown-entry"; readonly text: string }
  | {
      readonly code: "decision/date-ahead";
      readonly date: PartialDate;
      readonly today: CalendarDate;
    }
  | {
      readonly code: "decision/outcome-before";
      readonly date: PartialDate;
      readonly decided: PartialDate;
    }
  | { readonly code: "decision/too-many-outcomes"; readonly most: number }
  | {
      readonly code: "position/ends-before-start";
      readonly start: string;
      readonly end: string;
    }
  | { readonly code: "element/unknown"; readonly text: string }
  | { readonly code: "rating/nothing-said" }
  | { readonly code: "assessment/unknown-item"; readonly id: string }
  | { readonly code: "assessment/no-value"; readonly item: string }
  | { readonly code: "assessment/no-dimension" }
  | { readonly code: "assessment/no-want" }
  | { readonly code: "assessment/nothing-said" }
  | { readonly code: "assessment/bad-line"; readonly line: number; readonly text: string }
  | { readonly code: "country/unknown"; readonly text: string }
  | { readonly code: "example/unknown"; readonly name: string; readonly known: readonly string[] }
  | { readonly code: "check-in/unknown"; readonly id: string }
  | { readonly code: "check-in/nothing-said" }
  | { readonly code: "check-in/too-many-lines"; readonly count: number; readonly most: number }
  | {
      readonly code: "check-in/too-many-hours";
      readonly hours: number;
      readonly most: number;
      readonly week: CalendarDate;
    }
  | { readonly code: "plan/none" }
  | { readonly code: "feed/none" }
  | { readonly code: "plan/no-actions" }
  | { readonly code: "action/unknown"; readonly text: string; readonly known: readonly string[] }
  | { readonly code: "action/day-ahead"; readonly day: CalendarDate; readonly today: CalendarDate }
  | { readonly code: "action/until-missing"; readonly mark: "late" | "blocked" }
  | {
      readonly code: "action/until-too-early";
      readonly until: CalendarDate;
      readonly on: CalendarDate;
    }
  | { readonly code: "action/nothing-to-undo"; readonly title: string }
  | { readonly code: "action/hours-out-of-range"; readonly hours: number; readonly most: number }
  | { readonly code: "plan/unknown"; readonly id: string }
  | { readonly code: "action/nothing-said" }
  | { readonly code: "action/after-itself"; readonly id: string }
  | { readonly code: "action/circle"; readonly title: string; readonly before: string }
  | { readonly code: "action/no-sessions"; readonly texts: readonly string[] }
  | { readonly code: "action/sessions-overlap"; readonly texts: readonly string[] }
  | { readonly code: "action/session-weeks-missing" }
  | { readonly code: "action/too-many"; readonly most: number }
  | {
      readonly code: "action/not-in-order";
      readonly low: number;
      readonly likely: number;
      readonly high: number;
    }
  | { readonly code: "choice/backup-is-plan"; readonly id: string }
  | { readonly code: "choice/nothing-said" }
  | { readonly code: "choice/undo-and-more" }
  | { readonly code: "choice/too-many-backups"; readonly most: number }
  | { readonly code: "choice/too-many-pins"; readonly most: number }
  | { readonly code: "stage/unknown"; readonly subject: string }
  | { readonly code: "stage/is-goal"; readonly goal: string }
  | { readonly code: "backups/no-route"; readonly goal: string }
  | { readonly code: "review-talk/nothing-said" }
  | { readonly code: "question/not-asked"; readonly id: string; readonly known: readonly string[] }
  | {
      readonly code: "answer/no-such-choice";
      readonly choice: string;
      readonly known: readonly string[];
    }
  | { readonly code: "answer/out-of-range"; readonly label: string; readonly most: number }
  | { readonly code: "answer/no-date"; readonly text: string }
  | { readonly code: "answer/nothing-said"; readonly known: readonly string[] }
  | { readonly code: "hazard/out-of-range"; readonly chance: number }
  | { readonly code: "hazard/unknown"; readonly id: string; readonly known: readonly string[] }
  | { readonly code: "route/gone"; readonly id: string; readonly known: readonly string[] }
  | { readonly code: "route/unknown"; readonly id: string; readonly known: readonly string[] };

/** Returns the problem's sentence, without a full stop at its end. */
export function problemText(problem: Problem): string {
  switch (problem.code) {
    case "input/invalid": {
      const issues = problem.issues.map(({ path, message }) =>
        path === "" ? `the input ${message}` : `${path} ${message}`,
      );
      return `Cannot use what was given: ${issues.join("; ")}`;
    }
    case "goal/empty":
      return "Cannot plan without a goal: its title is empty. Write what you are heading for, such as “registered nurse”";
    case "goal/no-match":
      return `Cannot find an occupation for "${shortened(problem.title)}": nothing in the catalogue is near it. Try the words of an advertisement for it, or search the occupations`;
    case "goal/unsure": {
      const choices = problem.candidates.map(({ id, occupation }) => `${occupation} (${id})`);
      return `Cannot tell which occupation "${shortened(problem.title)}" means. Choose one and give its code as the goal: ${choices.join("; ")}`;
    }
    case "goal/date-in-past":
      return `Cannot plan for ${inWords(problem.by)}: ${problem.by === problem.today ? "that is today" : `it has passed, today is ${inWords(problem.today)}`}. Choose a later date`;
    case "goal/hours-out-of-range":
      return `Cannot plan with ${problem.hours} hours a week: it must be more than 0 and at most ${MOST_HOURS_PER_WEEK}. Even one or two hours a week make a plan`;
    case "goal/weeks-out-of-range":
      return `Cannot plan with ${problem.hours} hours in a week: it must be at least 0 and at most ${MOST_HOURS_PER_WEEK}`;
    case "goal/weeks-end-before-start":
      return `Cannot use weeks that end (${inWords(problem.to)}) before they start (${inWords(problem.from)}). Give the right dates`;
    case "goal/budget-negative":
      return `Cannot use an amount of ${problem.budget}: it must be 0 or more`;
    case "goal/none":
      return "Cannot plan without a goal: none is set. Say what you are heading for first";
    case "occupation/not-named":
      return "Cannot tell which occupation to look at: none is named, no goal is set, and no present position on record is clear. Name one, or say what you are heading for";
    case "occupation/unknown":
      return `Cannot find the occupation "${shortened(problem.id)}": the catalogue has no such code. Search the occupations for it`;
    case "date/impossible":
      return `Cannot read the date "${shortened(problem.text)}": there is no such day. Write it as 2031, 2031-06 or 2031-06-30`;
    case "record/none":
      return "Cannot find a record: nothing is stored yet. Import a résumé or an example first";
    case "position/unknown":
      return `Cannot find the position "${shortened(problem.id)}": the record has none of that id or title. Look at the record again`;
    case "position/not-placed":
      return `Cannot look from "${shortened(problem.title)}": which occupation it is, is not sure. Say what it is taken for in the record first`;
    case "position/none-unpaid":
      return "Cannot look from unpaid work: the record has none whose occupation is sure. Add it, or say what it is taken for";
    case "ladder/unknown":
      return `Cannot find the ladder "${shortened(problem.id)}": the record has none of that id. Look at the record again`;
    case "decision/unknown":
      return `Cannot find the decision "${shortened(problem.id)}": the record has none of that id. Look at the record again`;
    case "statement/unknown":
      return `Cannot find the statement "${shortened(problem.id)}": none of that id was kept. Look at the statement again`;
    case "decision/unknown-entry":
      return `Cannot find "${shortened(problem.text)}" in the record: it is neither the id nor the title of a position or an education. Look at the record again`;
    case "decision/date-ahead":
      return `Cannot keep a decision of ${inWords(problem.date)}: that is still to come, today is ${inWords(problem.today)}. Give the day on which it was made; what lies ahead has its place in the goal and the plan`;
    case "decision/outcome-before":
      return `Cannot keep what came of it on ${inWords(problem.date)}: the decision is from ${inWords(problem.decided)}. Give a later date`;
    case "decision/too-many-outcomes":
      return `Cannot add more to what came of it: there are ${problem.most} already. Change one of them instead`;
    case "position/ends-before-start":
      return `Cannot save the position: it ends (${inWords(problem.end)}) before it starts (${inWords(problem.start)}). Give the right dates`;
    case "element/unknown":
      return `Cannot find "${shortened(problem.text)}" among the skills, knowledge and abilities: give the id or the name that the rating scale shows`;
    case "rating/nothing-said":
      return "Cannot keep a rating: nothing was rated. Name what you rate and a level from 0 to 7";
    case "assessment/unknown-item":
      return `Cannot find the question "${shortened(problem.id)}": the assessment asks none of that id. Look at the questions again`;
    case "assessment/no-value":
      return `Cannot keep an answer to "${shortened(problem.item)}": none was given. Give a number from 1 to 5, or take the answer back`;
    case "assessment/no-dimension":
      return "Cannot keep your words: it is not said which dimension they are about. Name it";
    case "assessment/no-want":
      return "Cannot keep a want: none was said. Name a dimension and a number from 1 to 5";
    case "assessment/nothing-said":
      return "Cannot keep an answer: nothing was said. Name a question and a number from 1 to 5";
    case "assessment/bad-line":
      return `Cannot read line ${problem.line}, "${shortened(problem.text)}": write a question’s id and a number from 1 to 5, as in "commit-stay 4". Nothing was kept`;
    case "country/unknown":
      return `Cannot read the country "${shortened(problem.text)}": there is none of that code. Give its two-letter code, such as US or GB`;
    case "example/unknown":
      return `Cannot find the example "${shortened(problem.name)}": there are ${problem.known.join(", ")}`;
    case "check-in/unknown":
      return `Cannot find the check-in "${shortened(problem.id)}": there is none of that id. Look at the list of check-ins`;
    case "check-in/nothing-said":
      return "Cannot keep the check-in: nothing was said yet. One thing that you did, a few hours or a word on what changed is enough";
    case "check-in/too-many-lines":
      return `Cannot keep ${problem.count} lines in one check-in: at most ${problem.most} go into one. Put some of them together, or into a second check-in`;
    case "check-in/too-many-hours":
      return `Cannot keep the check-in yet: the week from ${dateInWords(problem.week)} would come to ${Math.round(problem.hours * 100) / 100} hours, and a week has ${problem.most}. Look whether some hours are said twice; nothing that was kept has changed`;
    case "plan/none":
      return "Cannot show a plan: none has been kept yet. Make one first";
    case "plan/no-actions":
      return "Cannot make the plan anew: it has no steps. Make a plan afresh, with another goal, date or hours";
    case "action/unknown":
      return `Cannot find the action "${shortened(problem.text)}": the plan has ${problem.known.length === 0 ? "none" : `these: ${problem.known.join(", ")}`}. Look at today's page for them`;
    case "action/day-ahead":
      return `Cannot note something for ${dateInWords(problem.day)}: today is ${dateInWords(problem.today)}. Give a day that has come`;
    case "action/until-missing":
      return problem.mark === "late"
        ? "Cannot note that it is late: the day by which it is expected now is missing. Give it, a rough one will do"
        : "Cannot note that it is blocked: the day from which it can go on is missing. Give it, a rough one will do";
    case "action/until-too-early":
      return `Cannot use ${dateInWords(problem.until)}: it is not after ${dateInWords(problem.on)}, the day it is about. Give a later day`;
    case "action/nothing-to-undo":
      return `Cannot open "${shortened(problem.title)}" again: it is open. Nothing needs to be done`;
    case "action/hours-out-of-range":
      return `Cannot note ${problem.hours} hours: it must be more than 0 and at most ${problem.most}. Note them day by day or week by week`;
    case "feed/none":
      return "Cannot end the calendar's address: there is none. Nothing can read your plan that way";
    case "plan/unknown":
      return `Cannot find the plan "${shortened(problem.id)}": none of that id was kept. Look at the list of plans`;
    case "route/unknown":
      return problem.known.length === 0
        ? `Cannot plan the route "${shortened(problem.id)}": there is no route at present`
        : `Cannot plan the route "${shortened(problem.id)}": the routes at present are ${problem.known.join(", ")}`;
    case "route/gone": {
      const now =
        problem.known.length === 0
          ? "no way is found within the limits"
          : `the routes now are ${problem.known.join(", ")}`;
      return `Cannot take the route "${shortened(problem.id)}": it is not among the ways to your goal, ${now}. If it was there before, look at the routes again, or allow again what you said no to`;
    }
    case "action/nothing-said":
      return "Cannot keep a step: it needs a title, or something that is different about one of the plan’s. Say what is to be done";
    case "action/after-itself":
      return `Cannot let the step "${shortened(problem.id)}" wait for itself. Leave it out of what comes first`;
    case "action/circle":
      return `Cannot let "${shortened(problem.title)}" wait for "${shortened(problem.before)}": that one waits for it already, itself or through other steps. Change what comes before "${shortened(problem.before)}" first, or leave it out here`;
    case "action/no-sessions":
      return `Cannot read ${problem.texts.map((one) => `"${shortened(one)}"`).join(", ")} as class hours. Write a day of the week and two times of that day, such as "tue 18:00-20:00"`;
    case "action/sessions-overlap":
      return `Cannot keep the class hours ${problem.texts.join(", ")}: two of them overlap. Give each class its own hours`;
    case "action/session-weeks-missing":
      return "Cannot keep the class hours: for how many weeks they go on is missing. Give the weeks, such as 15";
    case "action/too-many":
      return `Cannot keep another step: there are ${problem.most} of your own. Remove one first`;
    case "action/not-in-order":
      return `Cannot use ${problem.low}, ${problem.likely} and ${problem.high}: the low one must not be above the likely one, nor that above the high one. Give them in order`;
    case "choice/nothing-said":
      return "Cannot keep a choice: none was said. Give the id of a route, of backups, or take the choice back";
    case "choice/undo-and-more":
      return "Cannot take the choice back and choose at once: undo takes back all of it, and needs no id. Give one or the other";
    case "choice/backup-is-plan":
      return `Cannot fall back on the route "${shortened(problem.id)}": the plan itself takes it. Choose another one as backup`;
    case "choice/too-many-backups":
      return `Cannot keep so many backups: at most ${problem.most}. Let go of one first`;
    case "choice/too-many-pins":
      return `Cannot keep another route in sight: ${problem.most} are pinned, as many as stand side by side. Let go of one first`;
    case "backups/no-route":
      return `Cannot show backups for "${shortened(problem.goal)}": there is no way to it to fall back from, within your limits. See the plan for what would make one`;
    case "review-talk/nothing-said":
      return "Cannot tell what to keep: give the text of the page, or ask for it to be made anew, one of the two";
    case "question/not-asked":
      return `Cannot find the question "${problem.id}" in the interview as it stands now. Choose one of: ${problem.known.join(", ")}`;
    case "answer/no-such-choice":
      return `Cannot take "${problem.choice}" for an answer to this question. Choose one of: ${problem.known.join(", ")}`;
    case "answer/out-of-range":
      return `Cannot keep the figure for "${problem.label}": it is above ${problem.most}. Please look at it again`;
    case "answer/no-date":
      return `Cannot read "${problem.text}" as a date. Write it as 2027, 2027-03 or 2027-03-15`;
    case "answer/nothing-said":
      return `Cannot keep an answer in which nothing is said. Choose one of: ${problem.known.join(", ")}; or skip`;
    case "hazard/out-of-range":
      return `Cannot keep ${problem.chance} as a chance: it must be from 0 to 0.99`;
    case "hazard/unknown":
      return `Cannot find the hazard "${shortened(problem.id)}": your ways have none of that id. They have ${problem.known.join(", ")}`;
    case "stage/unknown":
      return `Cannot find the stage "${shortened(problem.subject)}": the catalogue knows none of it. Give occupation:CODE, credential:ID, serve:CODE or hold:CODE as the routes show them`;
    case "stage/is-goal":
      return `Cannot leave out "${shortened(problem.goal)}": it is the goal itself. Set another goal instead`;
    case "catalogue/empty": {
      const why = problem.problems.slice(0, 3).map(sourceProblemText).join("; ");
      return `Cannot add ${CATALOGUE_NAMES[problem.kind]}: nothing in it can be used${why === "" ? "" : ` (${why})`}. Nothing was changed. Give the whole download, as a zip or a folder`;
    }
    case "catalogue/cancelled":
      return `Stopped adding ${CATALOGUE_NAMES[problem.kind]}. Nothing was changed`;
    case "catalogue/busy":
      return "Cannot add it now: another catalogue is being added. Wait until it is done, then try again";
    case "catalogue/unknown-upload":
      return "Cannot add the file that was sent: it is no longer here. Send it again";
    case "catalogue/not-there":
      return `Cannot remove ${CATALOGUE_NAMES[problem.kind]}: it was not added`;
    case "catalogue/no-address":
      return `Cannot fetch ${CATALOGUE_NAMES[problem.kind]} without you: its official page must be used (${problem.pages.join(", ")}). Download it there and give the file, or a folder with the files`;
    default:
      return problemTextOfRoom(problem);
  }
}

/** Rooms that have sentences of their own, beside what they are about. */
function problemTextOfRoom(problem: FormatProblem | OpeningProblem | SourceProblem): string {
  if (isOpeningProblem(problem)) return openingProblemText(problem);
  return isSourceProblem(problem) ? sourceProblemText(problem) : formatProblemText(problem);
}

/** What a person typed comes back to them, but never a page of it. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function inWords(date: string): string {
  return dateInWords(date as PartialDate);
}
