// What a step of each kind usually takes, who can help with it and how one sees that it is done: the
// beginning of a person's own step, and what the steps of a route say besides their figures. All of it
// is the person's to change.

import type { ThreePoint } from "../money.ts";
import type { ActionKind } from "./action-kind.ts";
import type { Action } from "./plan.ts";

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

export interface ActionTemplate {
  readonly doneWhen: string;
  readonly whoHelps: string;
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  readonly waitWeeks: ThreePoint;
  readonly minimumMonths: number;
}

function points(low: number, likely: number, high: number): ThreePoint {
  return { low, likely, high };
}

const PLAIN = { money: NOTHING, waitWeeks: NOTHING, minimumMonths: 0 } as const;

/**
 * A step's beginning by kind. All figures are assumptions: what a small one of its kind takes, for the
 * person to put right.
 */
export const ACTION_TEMPLATES: Readonly<Record<ActionKind, ActionTemplate>> = {
  course: {
    ...PLAIN,
    doneWhen: "You have the confirmation that you finished",
    whoHelps: "the teacher, and whoever frees the hours for you at home and at work",
    hours: points(20, 40, 80),
  },
  certificate: {
    ...PLAIN,
    doneWhen: "You have the certificate",
    whoHelps: "someone who holds it already",
    hours: points(40, 80, 160),
  },
  degree: {
    ...PLAIN,
    doneWhen: "You have the degree, or the letter that says you will",
    whoHelps: "the school’s adviser, and whoever frees the hours for you at home and at work",
    hours: points(1500, 2700, 4000),
    minimumMonths: 18,
  },
  exam: {
    ...PLAIN,
    doneWhen: "You have the letter that says you passed",
    whoHelps: "someone who passed it not long ago",
    hours: points(30, 60, 120),
    waitWeeks: points(1, 2, 6),
  },
  licence: {
    ...PLAIN,
    doneWhen: "The licence is in your hands",
    whoHelps: "the office that gives the licence",
    hours: points(2, 4, 8),
    waitWeeks: points(1, 2, 6),
  },
  practice: {
    ...PLAIN,
    doneWhen: "You have something to show for it: a piece of work, or a course finished",
    whoHelps: "someone who does it well and looks at your work",
    hours: points(15, 30, 60),
  },
  project: {
    ...PLAIN,
    doneWhen: "It is done, and someone who knows the work has seen it",
    whoHelps: "someone who knows the work and says what would make it better",
    hours: points(15, 30, 60),
  },
  volunteering: {
    ...PLAIN,
    doneWhen: "The hours are served, and someone there would speak for you",
    whoHelps: "whoever leads the volunteers there",
    hours: points(30, 60, 120),
    minimumMonths: 3,
  },
  application: {
    ...PLAIN,
    doneWhen: "You have an answer",
    whoHelps: "people you know in the work, and the public employment office",
    hours: points(2, 4, 8),
    waitWeeks: points(2, 4, 8),
  },
  employers: {
    ...PLAIN,
    doneWhen: "Ten employers stand on a list, each with where it says that it is looking",
    whoHelps: "people who do the work, and the public employment office",
    hours: points(2, 3, 6),
  },
  talk: {
    ...PLAIN,
    doneWhen: "You have talked, and noted three things that you did not know",
    whoHelps: "whoever can name someone to talk with",
    hours: points(1, 2, 4),
  },
  "house move": {
    ...PLAIN,
    doneWhen: "You live there, and your papers say so",
    whoHelps: "friends or a moving firm, and whoever comes along",
    hours: points(20, 40, 80),
    money: points(500, 2000, 6000),
    waitWeeks: points(4, 8, 16),
  },
  hold: {
    ...PLAIN,
    doneWhen: "The months are served, and you can name what you did in them",
    whoHelps: "your manager",
    hours: NOTHING,
    minimumMonths: 12,
  },
};

/** What to ask someone who already does the work. */
export const QUESTIONS_TO_WHO_DOES_IT: readonly string[] = [
  "What did you do yesterday, from the first hour to the last?",
  "What did you wish you had known before you began?",
  "How did you get in, and how would you do it today?",
  "Which part is hardest to learn, and what helped you?",
  "Who else should I talk with?",
];

/** What to ask one's manager or a mentor. */
export const QUESTIONS_TO_MANAGER: readonly string[] = [
  "What would you need to see before you trusted me with the next step?",
  "Which task could I take on that shows it?",
  "When do we look at it again?",
];

/** What to ask someone who is to look at the way every few months. */
export const QUESTIONS_TO_MENTOR: readonly string[] = [
  "Which part of this way would you do otherwise?",
  "Whom should I meet, and may I say that you sent me?",
  "May I show you where I stand every few months?",
];

/** What to settle before a move of house. */
export const QUESTIONS_BEFORE_MOVING: readonly string[] = [
  "What does a month there cost: rent, heating, travel, child care?",
  "Who comes along, and what do they need there?",
  "How long is the notice on your home, and what comes back of the deposit?",
  "Does the new employer pay towards the move, and must it be given back?",
];

/** What to ask an employer about paying for a course. */
export const QUESTIONS_ON_REIMBURSEMENT: readonly string[] = [
  "What share do you pay, and up to how much a year?",
  "When is it paid: before, or after I have passed?",
  "How long must I stay afterwards, and what do I pay back if I leave sooner?",
];

/** Returns the action with who can help and what to ask, where it does not say so itself. */
export function withHelp(action: Action): Action {
  const questions = action.questions ?? questionsOf(action);
  return {
    ...action,
    whoHelps: action.whoHelps ?? whoHelpsWith(action),
    ...(questions === undefined ? {} : { questions }),
  };
}

function whoHelpsWith({ id, kind }: Action): string {
  if (id === "talk:reimbursement" || id.startsWith("talk:review:")) return "your manager";
  if (id.startsWith("admission:")) return "the school’s admissions office";
  if (id === "talk:mentor") return "whoever you talked with, a professional body, or your employer";
  if (id.startsWith("task:")) return "your manager";
  if (id.startsWith("try:"))
    return "whoever you talked with, and whoever leads the volunteers there";
  if (id.startsWith("home:")) return "people who live there, and the new employer";
  if (id.startsWith("prepare-search:")) return "someone who knows the work and reads it with you";
  return ACTION_TEMPLATES[kind].whoHelps;
}

function questionsOf({ id }: Action): readonly string[] | undefined {
  if (id === "talk:first") return QUESTIONS_TO_WHO_DOES_IT;
  if (id === "talk:reimbursement") return QUESTIONS_ON_REIMBURSEMENT;
  if (id === "talk:mentor") return QUESTIONS_TO_MENTOR;
  if (id.startsWith("home:")) return QUESTIONS_BEFORE_MOVING;
  return id.startsWith("talk:review:") ? QUESTIONS_TO_MANAGER : undefined;
}
