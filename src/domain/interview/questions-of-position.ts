// The first half of the interview: what is done now, and whether it leads towards the goal; with the questions on
// why one is there among them. Every choice is fine; none is better than another.

import { dateInWords } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords, monthsInWords } from "../length-of-time.ts";
import { creditedMonthsOf } from "../moves/experience-credit.ts";
import { leadsWorkOf } from "../moves/led-work.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { rungsOf } from "../routes/rung-steps.ts";
import {
  creditToGoal,
  fieldOf,
  goalInWords,
  hasGoal,
  holdsGoal,
  type Known,
  mainInRecord,
  mainInWords,
  opensTrackToGoal,
  STONE_CREDIT,
} from "./known.ts";
import { added, askedOf, noted, THINK_HOURS, toFindOut } from "./outcomes.ts";
import { choiceIn, type Question } from "./question.ts";
import { deliberately, why } from "./questions-of-reason.ts";

function nowLine(known: Known): string {
  const position = mainInRecord(known);
  const since = position?.start === undefined ? "" : `, since ${dateInWords(position.start)}`;
  const hours =
    position?.hoursPerWeek === undefined ? "" : `, ${hoursPerWeekInWords(position.hoursPerWeek)}`;
  const unpaid = known.main?.paid === false ? ", unpaid" : "";
  return `Your record says: ${mainInWords(known)}${since}${hours}${unpaid}.`;
}

const direction: Question = {
  id: "direction",
  version: 1,
  about: [],
  isAsked: (known) => !hasGoal(known),
  ask: () => "Is there a direction that you would like to go in, however vague?",
  meaning: () =>
    "You have set no goal yet, and that is fine. With one, these questions become more exact; without one they " +
    "look at where you are now. It can be set, changed or dropped any day.",
  knows: () => [],
  options: () => [
    { id: "yes", label: "Yes, something like this" },
    { id: "not-yet", label: "Not yet" },
    { id: "content", label: "I am content where I am, and want to look around" },
  ],
  words: () => "What draws you, in your own words",
  canBeUnknown: true,
  comesTo: ({ choice: said, words }) => {
    if (said === "content")
      return [noted("Then this is a look around, and nothing need come of it.")];
    if (said === "yes")
      return [
        noted(
          words === undefined
            ? "Good. When it has a name, it can become your goal: on Start, or with set-goal."
            : `“${words}”: kept as you said it. When it has a name, it can become your goal: on Start, or with set-goal.`,
        ),
      ];
    return [
      toFindOut({
        id: "direction",
        title: "Two kinds of work to see from close by",
        explanation:
          "You have no direction yet. Half a day beside somebody tells more than a month of thinking; Springboards shows what is open from here.",
        toDo: {
          kind: "talk",
          title: "Spend an hour each with two people whose work you are curious about",
          doneWhen: "You can say of both what you liked and what you did not",
          whoHelps: "friends of friends; people are often glad to be asked about their work",
          hours: THINK_HOURS,
        },
      }),
    ];
  },
};

const doing: Question = {
  id: "doing",
  version: 1,
  about: [],
  isAsked: (known) => known.main === undefined,
  ask: () => "What fills your weeks at present?",
  meaning: () => "All of it counts here, paid and unpaid. Nothing has to be explained or excused.",
  knows: (known) => [
    (known.record?.positions.length ?? 0) === 0
      ? "Your record is still empty."
      : "Your record shows no position that goes on today, other than caring for your own.",
  ],
  options: () => [
    { id: "paid", label: "Paid work that is not in my record yet" },
    { id: "unpaid", label: "Unpaid work that is not in my record yet" },
    { id: "looking", label: "Looking for work" },
    { id: "caring", label: "Caring for someone" },
    { id: "study", label: "Studying or training" },
    { id: "other", label: "Something else: rest, getting well, a time between" },
  ],
  words: () => "In your own words, if you like",
  canBeUnknown: false,
  comesTo: ({ choice: said }) => {
    if (said === "looking" || said === "other")
      return [noted("Kept. The rest of the questions look at where you want to go.")];
    const what = {
      paid: "the position that you hold",
      unpaid: "the unpaid work that you do",
      caring: "the caring that you do, which builds skills too",
      study: "what you study",
    }[said];
    return what === undefined
      ? []
      : [noted(`It counts once it is on record: you can add ${what} under Record.`)];
  },
};

const sector: Question = {
  id: "sector",
  version: 1,
  about: ["goal", "position"],
  isAsked: (known) => hasGoal(known) && known.main !== undefined && !holdsGoal(known),
  ask: (known) =>
    `Is the field that you work in that of ${goalInWords(known)}, or one close to it?`,
  meaning: () =>
    "In the same field you meet the people, the words and the tools of the work, even before you do it.",
  knows: (known) => {
    const [here, there] = [fieldOf(known, known.main?.row ?? -1), fieldOf(known, known.goalRow)];
    return [
      nowLine(known),
      ...(here === undefined || there === undefined
        ? []
        : [
            here === there
              ? `By the catalogue both are in one field: ${lowerFirst(here)}.`
              : `The catalogue puts that into ${lowerFirst(here)} and your goal into ${lowerFirst(there)}. It sorts by the work done, not by the place it is done in.`,
          ]),
    ];
  },
  options: () => [
    { id: "same", label: "Yes, the same field" },
    { id: "close", label: "Close to it, or in the same place" },
    { id: "other", label: "No, another field" },
  ],
  words: () => "In your own words, if you like",
  canBeUnknown: true,
  comesTo: ({ choice: said }, known) => {
    if (said === "other")
      return [
        added("direction", {
          id: "direction:sector",
          title: "The field of the goal from the inside",
          explanation: `You say that you work in another field than that of ${goalInWords(known)}. Many change fields; what helps first is to see the work from nearby.`,
          toDo: {
            kind: "talk",
            title: `Spend half a day where ${goalInWords(known)} works: a visit, shadowing, or a day of volunteering`,
            doneWhen: "You were there, and know one person whom you could ask more",
            whoHelps: "anyone who works there, or its volunteer office",
            hours: { low: 3, likely: 5, high: 8 },
          },
        }),
      ];
    if (said === "unknown")
      return [
        toFindOut({
          id: "sector",
          title: `In which kinds of organisation ${goalInWords(known)} works`,
          explanation: "Knowing where the work is done tells whether you are near it already.",
          toDo: askedOf(
            "someone who does the work",
            `Find out where ${goalInWords(known)} usually works`,
            ["In what kinds of organisation do people do your work?"],
          ),
        }),
      ];
    return [
      noted(
        "Good: you are near the work already. Being near it and being on the way to it are two things; the next question asks about that.",
      ),
    ];
  },
  doubt: ({ choice: said }, known) => {
    const credit = creditToGoal(known);
    if (said === "other" && credit !== undefined && credit >= STONE_CREDIT)
      return `The catalogue thinks the two are closer than that: of a month in your position it counts ${percent(credit)} for ${goalInWords(known)}. Is there something in it that helps after all?`;
    return undefined;
  },
};

function percent(share: number): string {
  return `${Math.round(share * 100)} in 100`;
}

const stone: Question = {
  id: "stone",
  version: 1,
  about: ["goal", "position"],
  isAsked: (known, given) =>
    hasGoal(known) &&
    known.main !== undefined &&
    !holdsGoal(known) &&
    choiceIn(given, "sector") !== "other",
  ask: (known) => `Is what you do now a stepping stone to work as ${goalInWords(known)}?`,
  meaning: () =>
    "The same place can still be far from the work: the front desk of a surgery is on no skill track to nursing. " +
    "A stepping stone is one where you learn or earn something that the next step asks for.",
  knows: (known) => {
    const credit = creditToGoal(known);
    const lines = [];
    if (opensTrackToGoal(known))
      lines.push("By the catalogue your position opens training that leads to the goal.");
    else if (credit !== undefined && known.main !== undefined)
      lines.push(
        credit === 0
          ? `By the catalogue, months as ${withArticle(plainNameOf(known.catalogue, known.main.row))} are not counted as experience for ${goalInWords(known)}. You may know better.`
          : `By the catalogue, of a month as ${withArticle(plainNameOf(known.catalogue, known.main.row))} about ${percent(credit)} counts as experience for ${goalInWords(known)}.`,
      );
    const unpaid = unpaidTowards(known);
    if (unpaid !== undefined)
      lines.push(`Beside it, your record shows unpaid work that counts towards it too: ${unpaid}.`);
    return lines;
  },
  options: () => [
    { id: "yes", label: "Yes: I learn or earn there what the next step asks for" },
    { id: "partly", label: "Partly: I see the work, and learn a little of it" },
    { id: "no", label: "No: it is other work, even if it is close by" },
  ],
  words: () => "How, in your own words",
  canBeUnknown: true,
  comesTo: ({ choice: said }, known) => {
    const unpaid = unpaidTowards(known);
    if (said === "yes")
      return [
        noted(
          opensTrackToGoal(known) || (creditToGoal(known) ?? 0) > 0
            ? "Then your hours there already work for you twice."
            : "Kept as you said it.",
        ),
      ];
    if (said === "unknown")
      return [
        toFindOut({
          id: "stone",
          title: "Whether your position counts towards the goal",
          explanation: "Those who hire for it can say in a minute whether your months would count.",
          toDo: askedOf(
            `someone who hires, or works, as ${goalInWords(known)}`,
            "Ask whether what you do now would count",
            [
              "Which of the things that I do would count where you work?",
              "What would make it count more?",
            ],
          ),
        }),
      ];
    return [
      added("direction", {
        id: "direction:stone",
        title:
          said === "partly"
            ? "More of the goal's work in your present hours"
            : "A first piece of the goal's own work",
        explanation:
          (said === "partly"
            ? `You say that your position teaches you a little of what ${goalInWords(known)} does. `
            : `You say that your position is other work than that of ${goalInWords(known)}. It pays while you learn elsewhere. `) +
          (unpaid === undefined
            ? "One duty taken on, a class, or some hours of volunteering where the work is done would bring you onto the track."
            : `Your unpaid work (${unpaid}) counts towards it; more of that, one duty taken on, or a class would bring you onto the track.`),
        toDo: {
          kind: "talk",
          title: "Ask to take on one duty that is nearer to your goal",
          doneWhen:
            "One duty is agreed, or you know that there is none and have chosen a class or volunteering instead",
          whoHelps: "your manager, or whoever leads the work that you want to do",
          questions: [
            `Which task here is nearest to what ${goalInWords(known)} does, and could I help with it?`,
            "What would I have to know first?",
          ],
          hours: { low: 1, likely: 2, high: 3 },
        },
      }),
    ];
  },
  doubt: ({ choice: said }, known) => {
    const credit = creditToGoal(known);
    if (said === "yes" && credit === 0 && !opensTrackToGoal(known))
      return `The catalogue counts none of it as experience for ${goalInWords(known)}. What is it that you learn or earn there? If it is real, it deserves a line in your record.`;
    if (said === "no" && credit !== undefined && credit >= STONE_CREDIT)
      return `The catalogue counts ${percent(credit)} of each month for ${goalInWords(known)}. Might you be further along than you think?`;
    return undefined;
  },
};

/** A title of unpaid work today that counts for the goal or opens its training. */
function unpaidTowards(known: Known): string | undefined {
  const { standing, main } = known;
  const found = standing.matches.find((one) => {
    const id = one.match.candidates[0]?.occupationId;
    if (!one.present || one.paid || one.positionId === main?.id || id === undefined) return false;
    const row = known.catalogue.ids.indexOf(id);
    const there = {
      ...known,
      main: { id: one.positionId, title: "", organisation: "", paid: false, row },
    };
    return opensTrackToGoal(there) || (creditToGoal(there) ?? 0) > 0;
  });
  return found === undefined ? undefined : found.title;
}

/** The next step up that the catalogue or the described way up shows, in words; undefined where none is shown. */
export function nextStepOf({ ladders, main, catalogue }: Known): string | undefined {
  for (const { rungs, heldRung } of ladders) {
    const next = rungs[heldRung + 1];
    if (next !== undefined) return lowerFirst(next.title);
  }
  if (main === undefined || main.row < 0) return undefined;
  const lead = catalogue.ids.findIndex((id) => leadsWorkOf(id, catalogue.ids[main.row] ?? ""));
  const rungs = rungsOf(catalogue, main.row);
  if (rungs.length > 1) {
    const top = rungs.at(-1);
    if (top !== undefined) return lowerFirst(top.name);
  }
  return lead < 0 ? undefined : plainNameOf(catalogue, lead);
}

const track: Question = {
  id: "track",
  version: 1,
  about: ["position"],
  isAsked: (known) => known.main !== undefined,
  ask: () => "Is your position part of a track: is there a step above it that people do take?",
  meaning: () =>
    "On a track the next step has a name and somebody took it not long ago, to manager for instance. Not every position has one, and not everyone wants it.",
  knows: (known) => {
    const next = nextStepOf(known);
    if (next !== undefined) return [`A step above yours, as far as is known here: ${next}.`];
    return known.main !== undefined && known.main.row >= 0
      ? [
          "The catalogue shows no step above within this kind of work. Your organisation may have one.",
        ]
      : [];
  },
  options: () => [
    { id: "yes", label: "Yes, and people do take it" },
    { id: "rare", label: "There is one, but hardly anyone gets there" },
    { id: "no", label: "No, it ends where I am" },
    { id: "not-wanted", label: "There may be one; I do not want it" },
  ],
  words: () => "What the next step is called there",
  canBeUnknown: true,
  comesTo: ({ choice: said, words }, known) => {
    const named = words === undefined ? "" : ` (${words})`;
    if (said === "yes")
      return [
        noted(
          `Good to know${named}. Described under Record as the way up where you work, it becomes part of your routes.`,
        ),
      ];
    if (said === "not-wanted") return [noted("That is an answer too. Nothing will be made of it.")];
    if (said === "unknown")
      return [
        toFindOut({
          id: "track",
          title: "What comes after your position where you are",
          explanation:
            "Whoever was there before you went somewhere; that is the track, if there is one.",
          toDo: askedOf(
            "a colleague who has been there long",
            "Ask what became of those who had your position before you",
            [
              "Who had my position before me, and what do they do now?",
              "Who was last promoted here, and from what to what?",
            ],
          ),
        }),
      ];
    return [
      added("direction", {
        id: "direction:track",
        title: "A path that leads up from somewhere",
        explanation:
          said === "rare"
            ? `You say that there is a step above yours${named} which hardly anyone reaches. So it is worth knowing the paths that others took, here and elsewhere.`
            : "You say that your position ends where you are. Then the way leads sideways first: into a position that has something above it.",
        toDo: {
          kind: "project",
          title: "Draw one path up, up and up: three positions, each leading to the next",
          doneWhen:
            "Three positions stand on paper, with what each asks for and one person who took the step",
          whoHelps: hasGoal(known)
            ? `someone who became ${goalInWords(known)}`
            : "someone two steps ahead of you",
          hours: THINK_HOURS,
        },
      }),
    ];
  },
  doubt: ({ choice: said, words }, known) => {
    if (said === "yes" && words === undefined && nextStepOf(known) === undefined)
      return "The catalogue shows no step above yours, and you know your place better than it does. What is the next step called, and who took it last?";
    const next = nextStepOf(known);
    if (said === "no" && next !== undefined)
      return `The catalogue knows a step above, ${next}. Is there none where you are, or has nobody there got that far yet?`;
    return undefined;
  },
};

const experience: Question = {
  id: "experience",
  version: 1,
  about: ["goal"],
  isAsked: (known) => hasGoal(known) && !holdsGoal(known),
  ask: (known) =>
    `How much have you done of what ${goalInWords(known)} does, or of work close to it, paid and unpaid together?`,
  meaning: () => "Volunteering, caring and helping out count by their hours, like any other work.",
  knows: (known) => {
    const months = creditedMonths(known);
    return [
      months < 1
        ? "Your record shows none that is counted as close to it."
        : `Your record counts ${monthsInWords(months)} of full-time work as close to it.`,
    ];
  },
  options: () => [
    { id: "none", label: "None yet" },
    { id: "some", label: "Some, less than a year in all" },
    { id: "years", label: "One to three years" },
    { id: "many", label: "More than three years" },
  ],
  words: () => "What it was",
  canBeUnknown: true,
  comesTo: ({ choice: said }, known) => {
    const months = creditedMonths(known);
    const least = { some: 1, years: 12, many: 36 }[said];
    if (least !== undefined && months < least)
      return [
        toFindOut({
          id: "experience",
          title: "Where your experience can be shown",
          explanation:
            "You have done more of it than your record counts so far. What is on record counts in fit, gaps and routes; what is not cannot.",
          toDo: {
            kind: "project",
            title:
              "Add to your record the work that you have done towards the goal, with its dates and hours",
            doneWhen: "It stands in the record, and someone could vouch for it",
            whoHelps: "someone who was there",
            hours: THINK_HOURS,
          },
        }),
      ];
    if (said === "unknown")
      return [
        noted(
          months < 1
            ? "Kept. Your record counts none so far; what you remember later can be added any day."
            : `Kept. Your record counts ${monthsInWords(months)} so far; what you remember later can be added any day.`,
        ),
      ];
    return [
      noted(
        said === "none"
          ? months < 12
            ? "Everyone who does it began there."
            : "Kept as you said it."
          : "Kept. Your record counts it already, as far as the dates go.",
      ),
    ];
  },
  doubt: ({ choice: said }, known) => {
    const months = creditedMonths(known);
    if (said === "none" && months >= 12)
      return `Your record counts ${monthsInWords(months)} of work as close to it. Does that not feel like it to you, or did you not think of it?`;
    if (said === "many" && months < 6)
      return "Your record shows little of it so far. Is something missing there? It would count.";
    return undefined;
  },
};

function creditedMonths(known: Known): number {
  return known.goalRow < 0
    ? 0
    : creditedMonthsOf(known.catalogue, known.standing.monthsByRow, known.goalRow);
}

export const POSITION_QUESTIONS: readonly Question[] = [
  direction,
  doing,
  sector,
  stone,
  track,
  why,
  deliberately,
  experience,
];
