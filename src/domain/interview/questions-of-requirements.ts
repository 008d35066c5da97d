// The interview's questions on what is asked for: at the next step, and at the goal in the end.

import { inText } from "../first-letter.ts";
import type { Gap } from "../gaps/gap.ts";
import { listInWords } from "../words-in-a-row.ts";
import { goalInWords, hasGoal, type Known } from "./known.ts";
import { added, askedOf, noted, shortened, THINK_HOURS, toFindOut } from "./outcomes.ts";
import type { Question } from "./question.ts";

/** What a gap asks for, as it stands in a sentence. */
function gapNames(gaps: readonly Gap[]): string {
  return listInWords(gaps.map(({ title }) => inText(title)));
}

const ASKED_BY_GOAL: ReadonlySet<Gap["kind"]> = new Set([
  "licence",
  "education",
  "experience",
  "skill",
]);

function askedByGoal(known: Known): readonly Gap[] {
  return known.gaps.filter(({ kind }) => ASKED_BY_GOAL.has(kind));
}

function requirements(
  id: string,
  ask: (known: Known) => string,
  isAsked: Question["isAsked"],
): Question {
  const isLast = id === "needs-last";
  return {
    id,
    version: 1,
    about: ["goal"],
    isAsked,
    ask,
    meaning: () =>
      isLast
        ? "Education, experience, skills and licences. It need not be had today; it is good to know it today."
        : "Not the goal itself, only the next step on the way: what would you need to be taken for it?",
    knows: (known) => {
      const gaps = askedByGoal(known);
      if (!isLast) return [];
      return gaps.length === 0
        ? ["As far as a record can show, nothing that the goal asks for is missing."]
        : [`As far as your record shows, the goal still asks for ${gapNames(gaps.slice(0, 4))}.`];
    },
    options: () => [
      { id: "yes", label: "Yes" },
      { id: "mostly", label: "Most of it" },
      { id: "no", label: "Not yet" },
    ],
    words: () => "What is missing, as you see it",
    canBeUnknown: true,
    comesTo: ({ choice, words }, known) => {
      if (choice === "unknown")
        return [
          toFindOut({
            id,
            title: isLast
              ? `What ${goalInWords(known)} is really asked for`
              : "What the next step asks for",
            explanation:
              "Written requirements and real ones differ; those who were hired last know both.",
            toDo: askedOf(
              isLast
                ? "someone who does the work, and someone who hires for it"
                : "someone who took that step not long ago",
              isLast
                ? `Find out what is really asked for as ${goalInWords(known)}`
                : "Find out what the next step asks for",
              [
                "What had those whom you took last?",
                "What could be learnt afterwards?",
                "What do people lack most often?",
              ],
            ),
          }),
        ];
      if (choice === "yes")
        return [noted("Good. What is on record counts; what is not can be added.")];
      return words === undefined
        ? [noted("Kept. What your record shows to be missing is on your list already.")]
        : [
            added("direction", {
              id: `direction:${id}`,
              title: `In your words: ${shortened(words)}`,
              explanation: `You say of ${isLast ? "the goal" : "the next step"} that this is missing: “${words}”.`,
              toDo: {
                kind: "talk",
                title: `Find the first step towards: ${shortened(words)}`,
                doneWhen: "You know one thing to do about it, and by when",
                whoHelps: "someone who has it already",
                hours: THINK_HOURS,
              },
            }),
          ];
    },
    doubt: ({ choice }, known) => {
      if (!isLast || choice !== "yes") return undefined;
      const open = askedByGoal(known).filter(({ kind }) => kind !== "skill");
      const must = open.filter((gap) => gap.mustClose);
      if (must.length > 0)
        return `The law asks for ${gapNames(must)}, and your record does not show it. Do you hold it already? Then it belongs on record; if not, it stays on the list.`;
      return open.length === 0
        ? undefined
        : `People usually come to it with ${gapNames(open)} more than your record shows. Is something missing there? It would count.`;
    },
  };
}

export const needsNext = requirements(
  "needs-next",
  () => "Do you have what the next step asks for?",
  (known) => hasGoal(known) && known.main !== undefined,
);
export const needsLast = requirements(
  "needs-last",
  (known) => `And what ${goalInWords(known)} is asked for in the end: do you have that?`,
  hasGoal,
);
