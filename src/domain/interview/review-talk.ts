// What to bring to the next talk with one's manager, as a page of plain text: what was done, where one wants to go,
// what one asks for, questions, a next date. Computed from record, gaps and answers; the person changes it as
// they like, and then their text is the page.

import { addMonths, type CalendarDate, dateInWords, firstDayOf } from "../calendar-date.ts";
import type { Gap } from "../gaps/gap.ts";
import { elementPhrase } from "../moves/element-phrases.ts";
import type { InterviewAnswer } from "../record/interview-answer.ts";
import type { ScheduledAction } from "../schedule/plan.ts";
import type { Conversation } from "./conversation.ts";
import { goalInWords, type Known, mainInRecord, mainInWords } from "./known.ts";
import { ladderCheck } from "./openings-check.ts";
import { mayNameGoal } from "./questions-of-way.ts";

/** The question under which the person's own text of the page is kept, among the answers. */
export const REVIEW_TALK = "review-talk";

/** A page of A4 in a size that one reads at a table takes some fifty lines of ninety letters. Assumption. */
export const MOST_TALK_LETTERS = 5000;

/** Assumption: what was done longer ago than this is known there already. */
const RECENT_MONTHS = 18;
/** Assumption: a next look at it in a quarter of a year. */
const NEXT_LOOK_MONTHS = 3;
/** More than so many lines under one heading nobody talks through. */
const MOST_LINES = 4;

export interface TalkSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface TalkInputs {
  readonly known: Known;
  readonly conversation: Conversation;
  /** As found with the answers. */
  readonly gaps: readonly Gap[];
  /** Actions of the kept plan that were noted as done; empty where none is kept. */
  readonly done: readonly ScheduledAction[];
  /** Courses and the like that the kept plan begins soon, in order. */
  readonly ahead: readonly ScheduledAction[];
  readonly today: CalendarDate;
}

/** Returns the page, a heading and its lines each; what is not known is a line to fill in. */
export function reviewTalk(inputs: TalkInputs): readonly TalkSection[] {
  return [
    { heading: "What I have done", lines: doneLines(inputs) },
    { heading: "Where I want to go", lines: aimLines(inputs) },
    { heading: "What I ask for", lines: askLines(inputs) },
    { heading: "Questions", lines: questionLines(inputs) },
    { heading: "When we look at it again", lines: nextLines(inputs) },
  ];
}

function doneLines({ known, done, today }: TalkInputs): readonly string[] {
  const { record } = known;
  const main = mainInRecord(known);
  const since = addMonths(today, -RECENT_MONTHS);
  const earned = (record?.credentials ?? [])
    .filter(
      ({ date }) => date !== undefined && firstDayOf(date) >= since && firstDayOf(date) <= today,
    )
    .map(({ name, date }) => `${name}${date === undefined ? "" : ` (${dateInWords(date)})`}`);
  const lines = [
    ...(main?.highlights ?? []),
    ...earned,
    ...done.map(({ title }) => `Done: ${title}`),
  ].slice(0, MOST_LINES);
  return lines.length > 0
    ? lines
    : ["(two things that went well since the last talk, with a figure where there is one)"];
}

function aimLines({ known, conversation }: TalkInputs): readonly string[] {
  if (known.goal === undefined || !mayNameGoal(conversation.given))
    return [
      known.main === undefined
        ? "I would like to find where I could be of use, and to hear where you see me."
        : "I would like to grow in what I do here, and to hear where you see me.",
    ];
  // The reasons were said to oneself: whoever wants them on the page writes them there.
  const { by } = known.goal;
  return [`To work as ${goalInWords(known)}${by === undefined ? "" : `, by ${dateInWords(by)}`}.`];
}

const WISHES: Readonly<Record<string, string>> = {
  duties: "a duty that teaches me something",
  training: "a course, and that it is paid",
  time: "other hours, or fewer",
  openings: "to hear when something opens",
  pay: "to talk about pay",
};

function askLines({ known, conversation, gaps, ahead }: TalkInputs): readonly string[] {
  const { given } = conversation;
  const wish = given.get("wish");
  const mayName = mayNameGoal(given);
  const first = wish === undefined ? undefined : (wish.words ?? WISHES[wish.choice]);
  const skill = gaps.find(({ kind, id }) => kind === "skill" && !id.endsWith(":smaller"));
  const course = ahead.find(
    ({ money, reimbursement }) => money.likely > 0 && reimbursement === undefined,
  );
  const lines = [
    ...(first === undefined ? [] : [`First of all: ${first}.`]),
    "A goal for the next months that we both write down.",
    ...(skill === undefined || wish?.choice === "duties" ? [] : [dutyFor(known, skill)]),
    ...(course === undefined || !mayName || known.main?.paid !== true
      ? []
      : [
          given.get("reimburses")?.choice === "no"
            ? `Time for a course: ${course.title}.`
            : `Help with a course, in time or money: ${course.title}.`,
        ]),
    ...(known.main === undefined ||
    wish?.choice === "openings" ||
    given.get("openings-here")?.choice === "none"
      ? []
      : ["To hear early when something opens above me."]),
  ];
  return lines.slice(0, MOST_LINES);
}

/** What one knows is learnt about, what one can do one gets better at. */
function dutyFor({ catalogue }: Known, { id, title }: Gap): string {
  const elementId = id.replace(/^skill:/, "");
  const element = catalogue.elements.find((one) => one.id === elementId);
  const phrase = elementPhrase({ id: elementId, name: element?.name ?? title });
  return element?.group === "knowledge"
    ? `A duty beside which I learn about ${phrase}.`
    : `A duty in which I get better at ${phrase}.`;
}

/** Where nothing is held, nothing opens above it: then there is no question on it. */
function questionLines({ known, conversation }: TalkInputs): readonly string[] {
  const { given } = conversation;
  const openings = given.get("openings-here");
  const knowsOpenings =
    known.main === undefined ||
    openings?.numbers?.openings !== undefined ||
    ladderCheck(known) !== undefined;
  return [
    "What would you need to see before you trusted me with the next step?",
    "Which task could I take on that shows it?",
    ...(knowsOpenings
      ? []
      : ["How often does a position above mine open, and who else would want it?"]),
    ...(known.main?.paid === true && (given.get("reimburses")?.choice ?? "unknown") === "unknown"
      ? ["What do you pay towards courses: what share, up to how much, and must I stay afterwards?"]
      : []),
  ];
}

function nextLines({ conversation, today }: TalkInputs): readonly string[] {
  const when = conversation.given.get("review")?.when;
  const from = when === undefined || firstDayOf(when) < today ? today : firstDayOf(when);
  const next = addMonths(from, NEXT_LOOK_MONTHS).slice(0, 7) as Parameters<typeof dateInWords>[0];
  return [`In about three months: ${dateInWords(next)}. Date agreed: ____________`];
}

/** Returns the page as text, the form in which a person changes it. */
export function talkInText(
  { known, conversation }: Pick<TalkInputs, "known" | "conversation">,
  sections: readonly TalkSection[],
): string {
  const when = conversation.given.get("review")?.when;
  const head = [
    "For the talk about how things go",
    ...(when === undefined ? [] : [dateInWords(when)]),
  ];
  const place = mainInWords(known);
  return [
    head.join(", "),
    ...(place === "" ? [] : [place]),
    ...sections.map(({ heading, lines }) =>
      [`\n${heading}`, ...lines.map((line) => `- ${line}`)].join("\n"),
    ),
  ].join("\n");
}

/** Returns the text that the person made of the page, for the position held now; undefined where there is none. */
export function ownTalkText(
  answers: readonly InterviewAnswer[],
  { main }: Known,
): InterviewAnswer | undefined {
  const newest = answers.findLast(
    ({ questionId, positionId }) => questionId === REVIEW_TALK && positionId === main?.id,
  );
  return newest?.words === undefined ? undefined : newest;
}
