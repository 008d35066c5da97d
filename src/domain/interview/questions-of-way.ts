// The second half of the interview: what could be taken now, who pays towards it, whom one knows, the next talk
// with one's manager, and the hours; with the questions on openings and on what is asked for between them.

import { dateInWords } from "../calendar-date.ts";
import { capital } from "../first-letter.ts";
import { LONG_WEEK_HOURS } from "../horizons/crowding.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { creditToGoal, goalInWords, hasGoal, type Known, STONE_CREDIT } from "./known.ts";
import { added, askedOf, noted, removed, shortened, THINK_HOURS, toFindOut } from "./outcomes.ts";
import { type Given, MOST_COUNTED, type Question } from "./question.ts";
import { openingsFar, openingsHere, openingsNear } from "./questions-of-openings.ts";
import { needsLast, needsNext } from "./questions-of-requirements.ts";

/** A share in hundreds. */
const MOST_SHARE = 100;

function employerPays(known: Known): boolean {
  return known.main?.paid === true && known.main.organisation !== "";
}

const qualify: Question = {
  id: "qualify",
  version: 1,
  about: ["goal"],
  // Whoever's position counts towards the goal already needs no lower one to build from.
  isAsked: (known) =>
    hasGoal(known) &&
    (creditToGoal(known) ?? 0) < STONE_CREDIT &&
    (known.atHand === undefined || known.atHand.length > 0),
  ask: () => "One or two levels below the goal, which of these would you take to build from?",
  meaning: () =>
    "As far as your record and the public figures tell, these are open to you now, or after one short course. A lower step in the right place can be quicker than a long jump.",
  knows: ({ atHand = [] }) => atHand.map(({ inWords, why }) => `${capital(inWords)}. ${why}`),
  options: ({ atHand = [] }) => [
    ...atHand.map(({ occupationId, inWords }) => ({ id: occupationId, label: capital(inWords) })),
    { id: "none", label: "None of these" },
    { id: "direct", label: "I would rather go straight for the goal" },
  ],
  words: () => "In your own words, if you like",
  canBeUnknown: true,
  comesTo: ({ choice }, known) => {
    if (choice === "direct") return [noted("Then the routes that go straight there are yours.")];
    if (choice === "none") return [noted("Kept. Springboards shows what else is open from here.")];
    const row = known.catalogue.ids.indexOf(choice);
    if (row < 0 && choice !== "unknown") return [];
    const name = row < 0 ? "one of them" : withArticle(plainNameOf(known.catalogue, row));
    return [
      toFindOut({
        id: "qualify",
        title: row < 0 ? "What these positions are like" : `What it would take to start as ${name}`,
        explanation:
          "Three real openings, read side by side, say more than any table about what is asked for and what is paid.",
        toDo: {
          kind: "project",
          title: `Read three openings near you${row < 0 ? " of the positions named" : ` for work as ${name}`}, and note what each asks for`,
          doneWhen: "Three openings stand side by side, with what you have and what you lack",
          whoHelps: "the public employment office",
          hours: THINK_HOURS,
        },
      }),
    ];
  },
};

const reimburses: Question = {
  id: "reimburses",
  version: 1,
  about: ["position"],
  isAsked: employerPays,
  ask: () => "Does your employer pay towards courses and certificates?",
  meaning: () =>
    "Many do, and say so only when asked. Often one must pass, or stay for a time afterwards.",
  knows: () => [],
  options: () => [
    { id: "yes", label: "Yes" },
    { id: "no", label: "No" },
  ],
  numbers: () => [
    { id: "share", label: "Of the fee, in 100", least: 0, most: MOST_SHARE },
    { id: "most", label: "Up to how much, in money", least: 0, most: MOST_SHARE * MOST_COUNTED },
    { id: "stay", label: "Months to stay afterwards", least: 0, most: MOST_COUNTED },
  ],
  words: () => "On which conditions, if you know",
  canBeUnknown: true,
  comesTo: ({ choice, numbers }) => {
    if (choice === "no")
      return [removed("find-out:reimburses", "Then your plan asks for nothing there.")];
    const share = numbers?.share;
    if (choice === "yes" && share !== undefined)
      return [
        noted(
          `Your plan reckons with ${share} in 100 of course and exam fees paid back, for what falls before you leave. Get it in writing before you pay.`,
        ),
      ];
    return [
      toFindOut({
        id: "reimburses",
        title: "What your employer pays towards courses",
        explanation: "One question can be worth the fee of a course.",
        toDo: askedOf(
          "your manager, or the personnel office",
          "Ask what your employer pays towards courses, and get it in writing",
          [
            "What share do you pay, and up to how much a year?",
            "Is it paid before, or after I have passed?",
            "How long must I stay afterwards?",
          ],
        ),
      }),
    ];
  },
};

const whom: Question = {
  id: "whom",
  version: 1,
  about: ["goal"],
  isAsked: hasGoal,
  ask: (known) => `Whom do you know who works as ${goalInWords(known)}, or with one?`,
  meaning: () =>
    "Not to ask for a position: to ask what a week is like. Half an hour tells more than any table. A first name is enough; it stays on this machine.",
  knows: () => [],
  options: () => [
    { id: "one", label: "Someone whom I could ask" },
    { id: "through", label: "Someone who knows someone" },
    { id: "none", label: "Nobody yet" },
  ],
  words: () => "Who",
  canBeUnknown: false,
  comesTo: ({ choice, words }, known) => {
    const who = words === undefined ? "them" : shortened(words);
    if (choice === "none")
      return [noted("Then finding that first person is the first step; your plan begins with it.")];
    if (choice === "through")
      return [
        toFindOut({
          id: "whom",
          title: "An introduction to someone who does the work",
          explanation: "Most people say yes to half an hour when someone they know asks.",
          toDo: askedOf(
            words === undefined ? "the one you know" : who,
            `Ask for an introduction to someone who works as ${goalInWords(known)}`,
            ["Could you bring us together for half an hour?"],
          ),
        }),
      ];
    return [
      removed("network", "Taken off your list: finding someone who does this already."),
      noted(
        `Your plan begins with a talk; ${words === undefined ? "you know with whom" : `${who} is the one to ask`}.`,
      ),
    ];
  },
};

const review: Question = {
  id: "review",
  version: 1,
  about: ["position"],
  isAsked: (known) => known.main !== undefined && known.main.organisation !== "",
  ask: (known) =>
    known.main?.paid === true
      ? "When is the next talk with your manager about how things go?"
      : "When could you next talk with whoever leads there?",
  meaning: () =>
    "Goals said aloud at a review have a way of coming true. A page to bring along is made from your answers, for you to change.",
  knows: () => [],
  options: () => [
    { id: "planned", label: "It has a date" },
    { id: "ask", label: "No date yet; I could ask for one" },
    { id: "unsafe", label: "I would rather not say there what I am after" },
    { id: "none", label: "There is nobody above me" },
  ],
  when: "The date, or its month",
  canBeUnknown: true,
  comesTo: ({ choice, when }) => {
    if (choice === "unsafe")
      return [
        noted(
          "That is wise where it is not safe. The page for the talk can leave the goal out, and everything else here stays with you.",
        ),
      ];
    if (choice === "none") return [noted("Kept. A mentor outside can take that place.")];
    if (choice === "planned")
      return [
        noted(
          `The page for the talk is ready to look at${when === undefined ? "" : `, for ${dateInWords(when)}`}.`,
        ),
      ];
    return [
      toFindOut({
        id: "review",
        title: "A date for a talk about how things go",
        explanation: "Twenty minutes, asked for in a sentence, are seldom refused.",
        toDo: askedOf(
          "your manager",
          "Ask for twenty minutes about how things go and where they could lead",
          ["When would be a good time?"],
        ),
      }),
    ];
  },
};

const wish: Question = {
  id: "wish",
  version: 1,
  about: ["position"],
  isAsked: (known, given) =>
    review.isAsked(known, given) &&
    !["none", "skip"].includes(given.get("review")?.choice ?? "skip"),
  ask: () => "What is the one thing there that would help you most?",
  meaning: () => "One thing asked for is more often given than five.",
  knows: () => [],
  options: () => [
    { id: "duties", label: "A duty that teaches me something" },
    { id: "training", label: "A course, and that it is paid" },
    { id: "time", label: "Time: other hours, or fewer" },
    { id: "openings", label: "To hear when something opens" },
    { id: "pay", label: "Pay" },
    { id: "other", label: "Something else" },
  ],
  words: () => "In your own words",
  canBeUnknown: true,
  comesTo: ({ choice }) =>
    choice === "unknown"
      ? [noted("Then begin by asking what they think would help you most.")]
      : [noted("It stands first among what you ask for on the page for the talk.")],
};

/** Hours a week of what is held today, as far as they are said. For words alone. */
function heldHours({ record, standing }: Known): number {
  const present = new Set(
    standing.matches.filter((one) => one.present).map(({ positionId }) => positionId),
  );
  return (record?.positions ?? [])
    .filter(({ id }) => present.has(id))
    .reduce((sum, { hoursPerWeek = 0 }) => sum + hoursPerWeek, 0);
}

function goalHours({ goal }: Known): number {
  return goal?.limits.hoursPerWeek ?? 0;
}

const hours: Question = {
  id: "hours",
  version: 1,
  about: ["goal"],
  isAsked: (known) => goalHours(known) > 0,
  ask: (known) =>
    `Your plan counts on ${hoursPerWeekInWords(goalHours(known))} for your goal. Is that much yours to give?`,
  meaning: () =>
    "In a usual week, with sleep, people and rest in it. Fewer hours are fine: they only move the dates.",
  knows: (known) => {
    const held = heldHours(known);
    return held === 0
      ? []
      : [`What you hold takes ${hoursPerWeekInWords(held)}, as far as your record says hours.`];
  },
  options: () => [
    { id: "yes", label: "Yes, in most weeks" },
    { id: "some", label: "In some weeks" },
    { id: "no", label: "No, fewer" },
  ],
  words: () => "What else your weeks hold, if you like",
  canBeUnknown: true,
  comesTo: ({ choice }) => {
    if (choice === "yes")
      return [noted("Good. They can be changed any day, on Start or with set-goal.")];
    if (choice === "some")
      return [
        noted(
          "Then the hours of a usual week make a kinder plan than those of the best one; weeks that are different can be said beside them, on Start or with set-goal.",
        ),
      ];
    return [
      toFindOut({
        id: "hours",
        title: "How many hours a week are yours to give",
        explanation:
          "A plan with fewer hours that are there goes further than one with many that are not.",
        toDo: {
          kind: "project",
          title: "Note for two weeks which hours you had for your goal, then set them",
          doneWhen: "Your goal has the hours of a usual week",
          whoHelps: "whoever shares your evenings with you",
          hours: THINK_HOURS,
        },
      }),
    ];
  },
  doubt: ({ choice }, known) => {
    const held = heldHours(known);
    const all = held + goalHours(known);
    return choice === "yes" && held > 0 && all >= LONG_WEEK_HOURS
      ? `With what you hold that makes ${hoursPerWeekInWords(all)}; from ${LONG_WEEK_HOURS} on a week is long by the measure of the World Health Organization. Is it for some months, or for years?`
      : undefined;
  },
};

const rest: Question = {
  id: "rest",
  version: 1,
  about: [],
  isAsked: () => true,
  ask: () => "Is there something that stands in the way, and nobody asked you about it?",
  meaning: () =>
    "Health, money, a person who needs you, a doubt, a rule. Only if you want to write it down.",
  knows: () => [],
  options: () => [
    { id: "yes", label: "Yes" },
    { id: "no", label: "No" },
  ],
  words: () => "In your own words",
  canBeUnknown: false,
  comesTo: ({ choice, words }) =>
    choice !== "yes" || words === undefined
      ? [
          noted(
            choice === "yes"
              ? "You need not write it down. It is enough that you know it."
              : "Good.",
          ),
        ]
      : [
          added("direction", {
            id: "direction:rest",
            title: `In your words: ${shortened(words)}`,
            explanation: `“${words}”. It counts as much as anything that is computed here.`,
            toDo: {
              kind: "talk",
              title: `Talk with someone you trust about: ${shortened(words)}`,
              doneWhen: "Someone knows, and you know one next thing to do about it",
              whoHelps: "someone you trust",
              hours: THINK_HOURS,
            },
          }),
        ],
};

export const WAY_QUESTIONS: readonly Question[] = [
  qualify,
  openingsHere,
  openingsNear,
  openingsFar,
  needsNext,
  needsLast,
  reimburses,
  whom,
  review,
  wish,
  hours,
  rest,
];

/** The answers so far say whether the goal may be spoken of where one works. */
export function mayNameGoal(given: Given): boolean {
  return given.get("review")?.choice !== "unsafe";
}
