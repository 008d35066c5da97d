// The interview's questions on how often something opens: where one works, nearby and further away. What the
// answers come to is openings-check.ts's sum.

import { openingsParts } from "../gaps/ladder-gaps.ts";
import { goalInWords, hasGoal, type Known } from "./known.ts";
import {
  borrowedInWords,
  borrowedRate,
  ladderCheck,
  OPENINGS_BY_WORD,
  type OpeningPlace,
  type OpeningsCheck,
  saidCheck,
} from "./openings-check.ts";
import { added, askedOf, noted, removed, THINK_HOURS, toFindOut } from "./outcomes.ts";
import {
  choiceIn,
  MOST_COUNTED,
  type Option,
  type Outcome,
  type Question,
  type Said,
} from "./question.ts";

/** Assumption: a word and a figure that differ by more than this many times mean two things. */
const MOST_APART = 5;

const OPENING_OPTIONS: readonly Option[] = [
  { id: "often", label: "Several in a year" },
  { id: "yearly", label: "About one in a year" },
  { id: "sometimes", label: "One in two or three years" },
  { id: "rarely", label: "One in five to ten years" },
  { id: "none", label: "None: it is full" },
];

function openingsQuestion(
  place: OpeningPlace,
  words: Pick<Question, "isAsked" | "ask" | "meaning" | "knows">,
): Question {
  const id = `openings-${place}`;
  return {
    id,
    version: 1,
    about: place === "here" ? ["position", "goal"] : ["goal"],
    ...words,
    options: () => OPENING_OPTIONS,
    numbers: (known) => [
      {
        id: "openings",
        label: "Openings in a year, if you know the figure",
        least: 0,
        most: MOST_COUNTED,
      },
      { id: "others", label: "Others who would want each", least: 0, most: MOST_COUNTED },
      ...(place === "here" || borrowedRate(known) === undefined
        ? []
        : [
            {
              id: "positions",
              label: "Such positions that there are, if you know no openings",
              least: 0,
              most: 100 * MOST_COUNTED,
            },
          ]),
    ],
    canBeUnknown: true,
    comesTo: (said, known) => openingsOutcomes(said, known, place),
    doubt: openingsDoubt,
  };
}

/** The word and the figure of one answer that say two things. The figure counts, since it is more exact. */
function openingsDoubt({ choice, numbers }: Said): string | undefined {
  const [byWord, figure] = [OPENINGS_BY_WORD[choice], numbers?.openings];
  if (byWord === undefined || figure === undefined) return undefined;
  const label = OPENING_OPTIONS.find(({ id }) => id === choice)?.label ?? "";
  const isApart =
    byWord === 0 || figure === 0
      ? byWord !== figure
      : Math.max(byWord / figure, figure / byWord) > MOST_APART;
  return isApart
    ? `You chose “${label}” and gave ${figure} a year. The figure is counted here; which of the two is nearer?`
    : undefined;
}

function openingsOutcomes(said: Said, known: Known, place: OpeningPlace): readonly Outcome[] {
  const check = saidCheck(known, place, said);
  if (check === undefined) return [openingsToFindOut(known, place)];
  const sum = noted(`${check.inWords} That is ${check.arithmetic}.`);
  if (check.isRedFlag) return [tightGap(check, known), sum];
  const settled = place === "here" && said.numbers?.others !== undefined;
  return settled
    ? [removed("headroom", "Taken off your list: whether there are openings where you work."), sum]
    : [sum];
}

function tightGap(check: OpeningsCheck, known: Known): Outcome {
  const here = check.place === "here";
  return added(
    "headroom",
    {
      id: here ? "headroom" : `headroom:${check.place}`,
      title: here ? "Openings where you work" : `Openings ${check.title.toLowerCase()}`,
      explanation: `${check.inWords} ${
        here
          ? "Talk with people there about what is coming, and look at other organisations too."
          : `Look at a wider area, or at positions close to that of ${goalInWords(known)}.`
      }`,
    },
    openingsParts(check, check.sources.join(" ")),
  );
}

function openingsToFindOut(known: Known, place: OpeningPlace): Outcome {
  const step = hasGoal(known) ? goalInWords(known) : "a step above yours";
  return toFindOut({
    id: `openings-${place}`,
    title: `How often something opens ${place === "here" ? "where you work" : place === "near" ? "nearby" : "further away"}`,
    explanation: "A rough number is enough: it tells whether waiting is a plan.",
    toDo:
      place === "here"
        ? askedOf(
            "a colleague who has been there long, or your manager",
            "Ask how often a position above yours opens",
            [
              "When did a position above mine last open, and who got it?",
              "Who else would want it?",
              "Is anyone there leaving or retiring soon?",
            ],
          )
        : {
            kind: "employers",
            title: `Count what opens ${place === "near" ? "nearby" : "further away"} as ${step} for a month`,
            doneWhen: "You have a number of openings, and the names of who had them",
            whoHelps: "the public employment office, and an alert on a vacancies page",
            hours: THINK_HOURS,
          },
  });
}

export const openingsHere = openingsQuestion("here", {
  isAsked: (known) =>
    known.main !== undefined && known.main.organisation !== "" && ladderCheck(known) === undefined,
  ask: () =>
    "How often does a position above yours open where you work, and how many others would want it?",
  meaning: () =>
    "It says whether waiting is likely to be worth it. Two red flags: it is full, or there are few positions and they are tightly held. Under an even chance within two years is called a red flag here; the sum is shown and the figures are yours to change.",
  knows: () => [
    "Your record does not say. Nobody outside can know; your guess is better than any figure of ours.",
  ],
});

export const openingsNear = openingsQuestion("near", {
  isAsked: hasGoal,
  ask: (known) => `And elsewhere nearby: how often does something open as ${goalInWords(known)}?`,
  meaning: () =>
    "Other organisations within the way that you would travel each day; a move at the same level counts too, where it leads further.",
  knows: (known) => borrowedLines(known),
});

export const openingsFar = openingsQuestion("far", {
  isAsked: (known, given) =>
    hasGoal(known) &&
    ["rarely", "none", "sometimes", "unknown"].includes(choiceIn(given, "openings-near")),
  ask: (known) =>
    `And further away, where you could imagine living: how often does something open as ${goalInWords(known)}?`,
  meaning: () =>
    "Only if moving house, or working from home, is a thought that you like. Otherwise skip it.",
  knows: (known) => borrowedLines(known),
});

function borrowedLines(known: Known): readonly string[] {
  const words = borrowedInWords(known);
  return words === undefined
    ? []
    : [
        `A borrowed figure: ${words}. If you know how many such positions there are, it makes an estimate.`,
      ];
}
