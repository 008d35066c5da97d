// The seven dimensions from job-like to career-like: their names, what either end is in plain words, the
// five anchors on which one says how one wants it, and what each gives to think about. Neither end is
// better. The items are in items.ts, the words' source is the project's mission (docs/guide/mission.md).

export const DIMENSIONS = [
  "time-focus",
  "skill-development",
  "commitment",
  "motivation",
  "progression",
  "identity",
  "relationships",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The ends of every scale here: of an item, and of the slider for what is wanted. */
export const LEAST_VALUE = 1;
export const MOST_VALUE = 5;

/** What stands at 1, 2, 3, 4 and 5. */
export type Anchors = readonly [string, string, string, string, string];

export interface DimensionWords {
  /** "Time focus". */
  readonly name: string;
  /** What the dimension is about, to complete a sentence: "how far ahead you look". */
  readonly about: string;
  /** The job-like end, short enough for a picture's edge. */
  readonly jobLike: string;
  /** The career-like end. */
  readonly careerLike: string;
  /** From the job-like end to the career-like one. */
  readonly anchors: Anchors;
  /** To think and write about, in one's own words; never scored. */
  readonly reflection: readonly string[];
}

export const DIMENSION_WORDS: Readonly<Record<Dimension, DimensionWords>> = {
  "time-focus": {
    name: "Time focus",
    about: "how far ahead you look",
    jobLike: "now",
    careerLike: "years ahead",
    anchors: [
      "What I need today comes first",
      "Mostly today, with an eye on this year",
      "Today and later count the same",
      "Mostly where it leads in some years",
      "Where it leads comes first",
    ],
    reflection: [
      "What would you like your days to be like in ten years?",
      "Is the work you do now a part of that?",
      "Which fields draw you?",
    ],
  },
  "skill-development": {
    name: "Skill development",
    about: "how much you learn",
    jobLike: "doing the task",
    careerLike: "learning for later",
    anchors: [
      "I do what I know, and do it well",
      "I learn when a task asks for it",
      "I learn some things for later too",
      "I often learn for what comes next",
      "Learning for what comes next is a fixed part",
    ],
    reflection: [
      "Which skills would you like to have in the long run?",
      "Which course or certificate might lead there?",
      "What can you learn where you are now, apart from what it pays?",
    ],
  },
  commitment: {
    name: "Commitment",
    about: "how much you stay and build",
    jobLike: "for the time being",
    careerLike: "here to stay",
    anchors: [
      "It is for the time being",
      "I stay until something better comes",
      "I stay, and keep my eyes open",
      "I mean to stay and take on more",
      "I am here to stay and to build",
    ],
    reflection: [
      "What draws you to this work, and what only keeps you there?",
      "If it does not suit you, which roles or fields would you look at?",
    ],
  },
  motivation: {
    name: "Motivation",
    about: "what you work for",
    jobLike: "what it gives me",
    careerLike: "what it is for",
    anchors: [
      "For what I get for it",
      "Mostly for what I get for it",
      "For both the same",
      "Mostly for what it is good for",
      "For what it is good for",
    ],
    reflection: [
      "What moves you, apart from what you get for it?",
      "Which tasks leave you glad at the end of the day?",
    ],
  },
  progression: {
    name: "Progression",
    about: "how much you move on",
    jobLike: "staying level",
    careerLike: "step by step",
    anchors: [
      "I stay at the level I have",
      "A change now and then, much the same level",
      "A step up when one comes along",
      "I work towards a next step",
      "I work through steps I have planned",
    ],
    reflection: [
      "Which ways on from here can you think of?",
      "Who is already there, and could tell you about it?",
      "What would you need first: experience, people you know, or skills?",
    ],
  },
  identity: {
    name: "Identity",
    about: "how much your work is part of you",
    jobLike: "apart from me",
    careerLike: "part of me",
    anchors: [
      "Work is one thing, I am another",
      "A small part of who I am",
      "One part of me among others",
      "A large part of who I am",
      "It is at the heart of who I am",
    ],
    reflection: [
      "What matters most to you in life, and how near is your work to it?",
      "If it is far away, what kind of work would be nearer?",
    ],
  },
  relationships: {
    name: "Relationships",
    about: "how long ties from work last",
    jobLike: "for the work at hand",
    careerLike: "for years",
    anchors: [
      "I get on with people while we work",
      "I stay in touch with one or two",
      "I stay in touch with some",
      "I keep up many ties on purpose",
      "Ties that last are a fixed part",
    ],
    reflection: [
      "Who has helped you on, and do they know it?",
      "Who would you like to learn from?",
      "Where do people who do your work meet, outside your own place?",
    ],
  },
};
