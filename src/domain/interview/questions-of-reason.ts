// The interview's questions on why one took one's position, and whether that still holds. Every reason is one.

import { dateInWords } from "../calendar-date.ts";
import { holdsGoal, mainInRecord } from "./known.ts";
import { added, noted, THINK_HOURS } from "./outcomes.ts";
import { choiceIn, type Question } from "./question.ts";

/** Why one took a position, as one would say it. "Another reason" is none by itself. */
export const REASONS: Readonly<Record<string, string>> = {
  income: "It pays what I need",
  cause: "I care for what it is for",
  first: "It was what there was, in a new place or a hard time",
  life: "Its hours or its place fit the rest of my life",
  slid: "One thing led to another",
  try: "I wanted to see what it is like",
};

export const why: Question = {
  id: "why",
  version: 1,
  about: ["position"],
  isAsked: (known, given) =>
    known.main !== undefined &&
    !holdsGoal(known) &&
    (["other"].includes(choiceIn(given, "sector")) ||
      ["no", "partly"].includes(choiceIn(given, "stone")) ||
      ["no", "rare"].includes(choiceIn(given, "track"))),
  ask: () => "What made you take your present position?",
  meaning: () =>
    "There was a reason, and it was good enough then. Knowing it keeps the next choice from being made by accident.",
  knows: (known) => {
    const position = mainInRecord(known);
    const before = known.record?.positions
      .filter(
        ({ end, start }) =>
          end !== undefined &&
          start !== undefined &&
          position?.start !== undefined &&
          end <= position.start,
      )
      .toSorted((a, b) => ((a.end ?? "") < (b.end ?? "") ? 1 : -1))[0];
    return before === undefined ? [] : [`Before it, your record shows: ${before.title}.`];
  },
  options: (known) =>
    [known.main?.paid === false ? "cause" : "income", "first", "life", "slid", "try", "other"].map(
      (id) => ({ id, label: REASONS[id] ?? "Another reason" }),
    ),
  words: () => "In your own words, if you like",
  canBeUnknown: false,
  comesTo: ({ choice: said }) => {
    const words = {
      income: "To support oneself and others is reason enough.",
      cause: "That is worth more than a line on paper.",
      first: "It carried you through. That was its purpose, and it served it.",
      life: "Work that fits a life is no small thing; it belongs on the list for the next one too.",
      slid: "Most of us got somewhere that way. From here on it can be a choice.",
      try: "Then you know something now that you could not have read anywhere.",
    }[said];
    return [noted(words ?? "Kept as you said it.")];
  },
};

export const deliberately: Question = {
  id: "deliberately",
  version: 1,
  about: ["position"],
  isAsked: (_known, given) => given.has("why") && choiceIn(given, "why") !== "skip",
  ask: () => "Does that reason still hold? Knowing what you know, would you take it again today?",
  meaning: () =>
    "Staying on purpose is as good as going. What matters is that it is you who decides.",
  knows: () => [],
  options: () => [
    { id: "stay", label: "Yes: I stay on purpose, for now" },
    { id: "partly", label: "In part" },
    { id: "no", label: "No, it no longer holds" },
  ],
  words: () => "In your own words, if you like",
  when: "Look at it again in",
  canBeUnknown: true,
  comesTo: ({ choice: said, when }) => {
    if (said === "stay")
      return [
        noted(
          `Then you are there by your own choice${when === undefined ? "" : `, and look at it again in ${dateInWords(when)}`}. Go on deliberately.`,
        ),
      ];
    return [
      added("direction", {
        id: "direction:next",
        title: "What the next position must have",
        explanation:
          "The reason why you came holds less than it did. A short list made in a calm hour keeps the next choice from repeating the last one.",
        toDo: {
          kind: "project",
          title:
            "Write down three things that the next position must have, and one that it must not",
          doneWhen: "Four lines stand on paper, and someone who knows you has read them",
          whoHelps: "someone who knows you well",
          hours: THINK_HOURS,
        },
      }),
    ];
  },
};
