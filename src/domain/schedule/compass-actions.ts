// One small step for each thing that a person wants otherwise on the seven dimensions, towards either end.
// Each can be done in an afternoon or two, costs nothing, and stands beside the route, not in it.

import type { Direction } from "../assessment/compass.ts";
import { DIMENSIONS, type Dimension } from "../assessment/dimension.ts";
import { compassGapId } from "../gaps/compass-gaps.ts";
import type { Gap } from "../gaps/gap.ts";
import type { ThreePoint } from "../money.ts";
import type { ActionKind } from "./action-kind.ts";
import type { Action } from "./plan.ts";

interface Step {
  readonly kind: Extract<ActionKind, "talk" | "project">;
  readonly title: string;
  readonly doneWhen: string;
  readonly whoHelps: string;
}

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };
/** *Assumption*: an afternoon or two, with finding the time for it. */
export const COMPASS_STEP_HOURS: ThreePoint = { low: 1, likely: 3, high: 6 };

const STEPS: Readonly<Record<Dimension, Readonly<Record<Direction, Step>>>> = {
  "time-focus": {
    career: {
      kind: "project",
      title: "Write a page on an ordinary day of yours in five years",
      doneWhen: "The page is written, and one person you trust has read it",
      whoHelps: "someone who knows you well",
    },
    job: {
      kind: "project",
      title: "Choose the three things that count this year, and put the rest off to a date",
      doneWhen: "Three things stand on a list, and what waits has a date",
      whoHelps: "whoever lives with what you put off",
    },
  },
  "skill-development": {
    career: {
      kind: "project",
      title: "Find one course, or one person, to learn a skill from that you want",
      doneWhen: "You have a name, a place and a first date",
      whoHelps: "someone who has the skill, or a library",
    },
    job: {
      kind: "project",
      title: "Name the things you do well as they are, and let one course or plan go",
      doneWhen: "One thing is off your list, and whoever counted on it knows",
      whoHelps: "whoever sees your work from near",
    },
  },
  commitment: {
    career: {
      kind: "talk",
      title: "Offer to take on one thing that you would like to see grow",
      doneWhen: "You have said it to whoever decides, and have an answer",
      whoHelps: "whoever shares out the work",
    },
    job: {
      kind: "project",
      title: "Decide until when you want to do this work, and write down what comes after",
      doneWhen: "A date stands in your calendar, and three other places on a list",
      whoHelps: "someone who left such work, and is glad of it",
    },
  },
  motivation: {
    career: {
      kind: "project",
      title: "Note for two weeks which tasks left you glad, and ask for more of one",
      doneWhen: "Two weeks are noted, and you have asked for one more of that kind",
      whoHelps: "whoever shares out the work",
    },
    job: {
      kind: "project",
      title: "List what you get for your work, and ask for the one thing that is missing",
      doneWhen: "The list is written, and you have asked",
      whoHelps: "someone in like work who knows what is usual",
    },
  },
  progression: {
    career: {
      kind: "talk",
      title: "Ask someone a step further on how they came there",
      doneWhen: "You have talked, and a next step of yours stands in one sentence",
      whoHelps: "whoever can name someone to talk with",
    },
    job: {
      kind: "talk",
      title: "Tell whoever plans your work that you would like to stay at the level you have",
      doneWhen: "They know it, and what it means for you is clear",
      whoHelps: "someone who has chosen the same",
    },
  },
  identity: {
    career: {
      kind: "project",
      title: "Write down three things that matter to you, and one task that would be near each",
      doneWhen: "Three tasks stand on a list, and one of them has a date",
      whoHelps: "someone who knows what you care about",
    },
    job: {
      kind: "project",
      title: "Give one thing outside work a fixed hour in the week",
      doneWhen: "The hour has stood for four weeks",
      whoHelps: "whoever does it with you",
    },
  },
  relationships: {
    career: {
      kind: "talk",
      title: "Write to one person you once worked with, and ask how they are",
      doneWhen: "You have written, and noted when you will again",
      whoHelps: "nobody need; a few lines will do",
    },
    job: {
      kind: "project",
      title: "Choose which ties from work you want to keep, and let the others rest",
      doneWhen: "The ones you keep stand on a list, and one standing date is gone",
      whoHelps: "whoever has your free hours",
    },
  },
};

/** Returns an action for each gap of the compass; none for other gaps. */
export function compassActions(gaps: readonly Gap[], stageId: string): readonly Action[] {
  const wanted = new Set(gaps.map(({ id }) => id));
  return DIMENSIONS.flatMap((dimension) =>
    (["career", "job"] as const).flatMap((direction) => {
      const id = compassGapId(dimension, direction);
      if (!wanted.has(id)) return [];
      return [
        {
          ...STEPS[dimension][direction],
          id,
          stageId,
          closesGapIds: [id],
          hours: COMPASS_STEP_HOURS,
          money: NOTHING,
          minimumMonths: 0,
          waitWeeks: NOTHING,
          after: [],
          daytime: false,
          source: "assumption: what you want otherwise, by your own answers",
        },
      ];
    }),
  );
}
