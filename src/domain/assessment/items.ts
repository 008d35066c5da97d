// Our own items, written for Throughline: five for each dimension, each one question with five answers in
// words. Nothing here is taken from a published scale. Scoring is score-assessment.ts's.
//
// "Work" in them is whatever takes most of one's working hours, paid or not. An item asks one thing, about
// what one does or did, and neither end of it sounds better. A changed item is a new version at the end of
// ITEMS; the old one stays, so that old answers are scored as they were asked.

import type { Anchors, Dimension } from "./dimension.ts";

export interface Item {
  readonly id: string;
  /** From 1; of one id the highest is the one that is asked. */
  readonly version: number;
  readonly dimension: Dimension;
  readonly question: string;
  /** In the order in which they are shown; the person chooses one of them, 1 to 5. */
  readonly anchors: Anchors;
  /** True where 5 is the job-like end, and is turned round before it counts. */
  readonly reversed: boolean;
}

/** What "work" means in the items; stands above them wherever they are asked. */
export const WHAT_WORK_MEANS =
  "“Work” here is what takes most of your working hours now, paid or not: a position, a business of your own, care for " +
  "someone. If you are between two, think of the last one. Skip what you cannot say.";

export const ITEMS: readonly Item[] = [
  {
    id: "time-ahead",
    version: 1,
    dimension: "time-focus",
    question: "When you think about your work, how far ahead do you look?",
    anchors: [
      "To this week",
      "To this month",
      "To this year",
      "Two or three years",
      "Five years or more",
    ],
    reversed: false,
  },
  {
    id: "time-thought",
    version: 1,
    dimension: "time-focus",
    question: "When did you last think about the work you want in five years?",
    anchors: [
      "I never have",
      "More than two years ago",
      "In the last two years",
      "In the last year",
      "In the last three months",
    ],
    reversed: false,
  },
  {
    id: "time-choice",
    version: 1,
    dimension: "time-focus",
    question: "Think of the last time you said yes to some work. What counted for more?",
    anchors: [
      "Only where it could lead",
      "Mostly where it could lead",
      "Both the same",
      "Mostly what it gave me then",
      "Only what it gave me then",
    ],
    reversed: true,
  },
  {
    id: "time-part",
    version: 1,
    dimension: "time-focus",
    question: "How much of what you do now is of use for what you want later in life?",
    anchors: ["None of it", "A little", "About half", "Most of it", "All of it"],
    reversed: false,
  },
  {
    id: "time-direction",
    version: 1,
    dimension: "time-focus",
    question: "Say your work ended next month. In which fields would you look?",
    anchors: [
      "In one, I know which",
      "In one, most likely",
      "In two or three",
      "In many",
      "Wherever something comes first",
    ],
    reversed: true,
  },
  {
    id: "skill-new",
    version: 1,
    dimension: "skill-development",
    question: "In the last three months, how often did you learn something new for your work?",
    anchors: ["Not once", "Once", "Once a month", "Every two weeks or so", "Every week"],
    reversed: false,
  },
  {
    id: "skill-enough",
    version: 1,
    dimension: "skill-development",
    question: "A task has gone well. How often do you look for another way to do it next time?",
    anchors: ["Nearly every time", "Often", "Now and then", "Rarely", "Never"],
    reversed: true,
  },
  {
    id: "skill-beyond",
    version: 1,
    dimension: "skill-development",
    question: "How much of what you learn is of use outside the work you do now?",
    anchors: ["None of it", "A little", "About half", "Most of it", "Nearly all of it"],
    reversed: false,
  },
  {
    id: "skill-next",
    version: 1,
    dimension: "skill-development",
    question: "How clear is it to you which skill you will build next?",
    anchors: [
      "I have none in mind",
      "I have a rough idea",
      "I know the area",
      "I know the skill",
      "I have begun to build it",
    ],
    reversed: false,
  },
  {
    id: "skill-whose",
    version: 1,
    dimension: "skill-development",
    question: "When you learn something for your work, whose idea is it?",
    anchors: [
      "Always mine",
      "Mostly mine",
      "Half and half",
      "Mostly someone else’s",
      "Always someone else’s",
    ],
    reversed: true,
  },
  {
    id: "commit-stay",
    version: 1,
    dimension: "commitment",
    question: "How long do you expect to stay in this kind of work?",
    anchors: [
      "Less than a year",
      "One or two years",
      "Three to five years",
      "Six years or more",
      "For as long as I work",
    ],
    reversed: false,
  },
  {
    id: "commit-now",
    version: 1,
    dimension: "commitment",
    question: "How do you see the work you do now?",
    anchors: [
      "I mean to stay with it",
      "I may well stay with it",
      "I cannot say yet",
      "I may well leave it",
      "I do it until something else comes",
    ],
    reversed: true,
  },
  {
    id: "commit-more",
    version: 1,
    dimension: "commitment",
    question: "How often do you do more in this work than you have to?",
    anchors: ["Never", "Rarely", "Now and then", "Often", "Nearly always"],
    reversed: false,
  },
  {
    id: "commit-bigger",
    version: 1,
    dimension: "commitment",
    question: "In the last year, how far did you go towards a bigger part in this work?",
    anchors: [
      "I did not think of one",
      "I thought about it",
      "I spoke about it",
      "I asked for one",
      "I took one on",
    ],
    reversed: false,
  },
  {
    id: "commit-wrong",
    version: 1,
    dimension: "commitment",
    question: "Something goes wrong that is not your task. What do you mostly do?",
    anchors: [
      "I act as if it were mine",
      "I help out",
      "I tell someone about it",
      "I wait and see",
      "I leave it to others",
    ],
    reversed: true,
  },
  {
    id: "motive-keeps",
    version: 1,
    dimension: "motivation",
    question: "How much of what keeps you in this work is what you get for it, such as pay?",
    anchors: ["None of it", "A little", "About half", "Most of it", "All of it"],
    reversed: true,
  },
  {
    id: "motive-worth",
    version: 1,
    dimension: "motivation",
    question: "How often does a day end with the thought that it was worth doing?",
    anchors: [
      "Never",
      "A few times a year",
      "About once a month",
      "About once a week",
      "Most days",
    ],
    reversed: false,
  },
  {
    id: "motive-better",
    version: 1,
    dimension: "motivation",
    question: "How often do you see that your work made things better for someone?",
    anchors: [
      "Never",
      "A few times a year",
      "About once a month",
      "About once a week",
      "Most days",
    ],
    reversed: false,
  },
  {
    id: "motive-free",
    version: 1,
    dimension: "motivation",
    question: "Say you had all the money you need. How much of this work would you still do?",
    anchors: ["None of it", "A little", "About half", "Most of it", "All of it"],
    reversed: false,
  },
  {
    id: "motive-talk",
    version: 1,
    dimension: "motivation",
    question: "When you tell a friend about your work, what is it about?",
    anchors: [
      "Nearly always what I do there",
      "Mostly what I do there",
      "Half and half",
      "Mostly hours and pay",
      "Nearly always hours and pay",
    ],
    reversed: true,
  },
  {
    id: "progress-trust",
    version: 1,
    dimension: "progression",
    question: "How much are you trusted with now, next to two years ago?",
    anchors: ["Less", "The same", "A little more", "Clearly more", "Far more"],
    reversed: false,
  },
  {
    id: "progress-next",
    version: 1,
    dimension: "progression",
    question: "How well do you know what your next step could be?",
    anchors: [
      "I have none in mind",
      "I have a rough idea",
      "I can name it",
      "I know what it takes",
      "I am working on it",
    ],
    reversed: false,
  },
  {
    id: "progress-nearer",
    version: 1,
    dimension: "progression",
    question:
      "In the last five years, how often did a change in your work bring you nearer to what you want?",
    anchors: ["Never", "Once", "Twice", "Three times", "Four times or more"],
    reversed: false,
  },
  {
    id: "progress-reached",
    version: 1,
    dimension: "progression",
    question: "When did you last reach something in your work that you had set out to reach?",
    anchors: [
      "In the last three months",
      "In the last year",
      "In the last two years",
      "More than two years ago",
      "I do not set such marks",
    ],
    reversed: true,
  },
  {
    id: "progress-lead",
    version: 1,
    dimension: "progression",
    question: "How often do others follow what you decide?",
    anchors: [
      "Never",
      "A few times a year",
      "About once a month",
      "About once a week",
      "Most days",
    ],
    reversed: false,
  },
  {
    id: "self-asked",
    version: 1,
    dimension: "identity",
    question: "You meet someone new. When do you bring up your work?",
    anchors: [
      "I leave it out",
      "Only when asked",
      "After a while",
      "Quite soon",
      "Among the first things",
    ],
    reversed: false,
  },
  {
    id: "self-other",
    version: 1,
    dimension: "identity",
    question: "How easily could you do quite another kind of work and still feel like yourself?",
    anchors: ["Hardly at all", "Not easily", "I cannot say", "Quite easily", "Very easily"],
    reversed: true,
  },
  {
    id: "self-right",
    version: 1,
    dimension: "identity",
    question: "How well does the way your work is done fit what you think is right?",
    anchors: ["Not at all", "A little", "In part", "Mostly", "Fully"],
    reversed: false,
  },
  {
    id: "self-strength",
    version: 1,
    dimension: "identity",
    question: "How much of what you are good at does your work use?",
    anchors: ["Hardly any of it", "A little", "About half", "Most of it", "Nearly all of it"],
    reversed: false,
  },
  {
    id: "self-day-off",
    version: 1,
    dimension: "identity",
    question: "How often do you spend free time on something from your kind of work?",
    anchors: ["Nearly always", "Often", "Now and then", "Rarely", "Never"],
    reversed: true,
  },
  {
    id: "ties-former",
    version: 1,
    dimension: "relationships",
    question: "With how many people you once worked with are you still in touch?",
    anchors: ["None", "One", "Two or three", "Four to six", "Seven or more"],
    reversed: false,
  },
  {
    id: "ties-leave",
    version: 1,
    dimension: "relationships",
    question: "When someone you work with goes elsewhere, how often do you stay in touch?",
    anchors: ["Nearly always", "Often", "Now and then", "Rarely", "Never"],
    reversed: true,
  },
  {
    id: "ties-advice",
    version: 1,
    dimension: "relationships",
    question: "How often do you ask someone with more experience for advice on your work?",
    anchors: [
      "Never",
      "About once a year",
      "A few times a year",
      "About once a month",
      "More often",
    ],
    reversed: false,
  },
  {
    id: "ties-outside",
    version: 1,
    dimension: "relationships",
    question: "Outside your own place, how many people who do such work could you call?",
    anchors: ["None", "One", "Two or three", "Four to ten", "More than ten"],
    reversed: false,
  },
  {
    id: "ties-helped",
    version: 1,
    dimension: "relationships",
    question: "When did you last help someone get on in their work?",
    anchors: [
      "I never have",
      "More than two years ago",
      "In the last two years",
      "In the last year",
      "In the last three months",
    ],
    reversed: false,
  },
  // The middle answer of these two said “I cannot say”, which is what leaving a question out says.
  {
    id: "commit-now",
    version: 2,
    dimension: "commitment",
    question: "How do you see the work you do now?",
    anchors: [
      "I mean to stay with it",
      "I may well stay with it",
      "It could go either way",
      "I may well leave it",
      "I do it until something else comes",
    ],
    reversed: true,
  },
  {
    id: "self-other",
    version: 2,
    dimension: "identity",
    question: "How easily could you do quite another kind of work and still feel like yourself?",
    anchors: ["Not at all", "With great effort", "With some effort", "Quite easily", "Very easily"],
    reversed: true,
  },
  // “Next to two years ago” can be taken for a place in time.
  {
    id: "progress-trust",
    version: 2,
    dimension: "progression",
    question: "How much are you trusted with now, compared with two years ago?",
    anchors: ["Less", "The same", "A little more", "Clearly more", "Far more"],
    reversed: false,
  },
];

/** Returns the items that are asked now, by dimension as in ITEMS: of each id the highest version. */
export function askedItems(items: readonly Item[] = ITEMS): readonly Item[] {
  const newest = new Map<string, Item>();
  for (const item of items) {
    const known = newest.get(item.id);
    if (known === undefined || known.version < item.version) newest.set(item.id, item);
  }
  return [...newest.values()];
}
