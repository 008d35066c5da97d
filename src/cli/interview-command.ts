// `throughline interview`: the gap interview as a conversation in the terminal, from the same questions as the web.
// It stops at any question, and goes on from there the next time. Without a terminal it shows what comes next.

import { parsePartialDate } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { OperationContext } from "../operations/context.ts";
import { answerQuestion } from "../operations/gaps/answer-question.ts";
import { showInterview } from "../operations/gaps/show-interview.ts";
import { problemText } from "../operations/problem-text.ts";
import type { Asker } from "./asker.ts";
import { DONE, exitCodeOf } from "./exit-codes.ts";
import { nextCommandOf } from "./next-command.ts";
import { printable } from "./printable.ts";
import { type Layout, paragraph } from "./text-layout.ts";

type Shown = OperationTypes["show-interview"]["output"];
type Asked = NonNullable<Shown["turn"]>;
type Said = OperationTypes["answer-question"]["input"];

const BACK = "back";
const PAUSE = "pause";

/** What the person does at a question: answers it, looks at the one before, or stops for now. */
type Step = { readonly said: Said } | typeof BACK | typeof PAUSE;

/** Room that the guide line of a terminal conversation takes. */
const GUIDE = 4;

/** Holds the conversation until all is asked or the person pauses; returns the exit code. */
export async function holdInterview(
  context: OperationContext,
  asker: Asker,
  world: Layout & { readonly printError: (text: string) => void },
): Promise<number> {
  const layout = { ...world, columns: world.columns - GUIDE };
  const say = (...texts: readonly string[]): void =>
    asker.say(texts.map((text) => paragraph(text, layout)).join("\n"));
  let at: string | undefined;
  let isFirst = true;
  for (;;) {
    const answer = await showInterview.run(context, at === undefined ? {} : { question: at });
    if (!answer.ok) return sayProblem(answer.problem, world);
    const shown = printable(answer.value) as Shown; // printable() changes texts alone
    if (isFirst) {
      say(shown.sentence, ...(shown.position === undefined ? [] : [`Now: ${shown.position}.`]));
      say("Each answer is kept at once. Escape, or Pause, stops here; the same command goes on.");
    }
    isFirst = false;
    if (shown.turn === undefined) {
      sayEnd(shown, say);
      return DONE;
    }
    const step = await askOne(shown.turn, asker, say);
    if (step === PAUSE) {
      say(
        "Kept. throughline interview goes on from here; throughline show-interview shows what came of it.",
      );
      return DONE;
    }
    if (step === BACK) {
      at = questionBefore(shown);
      continue;
    }
    const taken = await answerQuestion.run(context, step.said);
    if (!taken.ok) {
      say(problemText(taken.problem));
      continue;
    }
    const { effects, doubt, aside } = printable(taken.value) as typeof taken.value;
    say(...effects, ...(aside === undefined ? [] : [aside]));
    at = doubt === undefined ? undefined : await lookAgain(doubt, step.said.question, asker);
  }
}

/** The gentle question back; returns the question's id where the person wants to look at it again. */
async function lookAgain(
  doubt: string,
  question: string,
  asker: Asker,
): Promise<string | undefined> {
  const chosen = await asker.choose(
    doubt,
    [
      { id: "stands", label: "My answer stands" },
      { id: "again", label: "Let me look at it again" },
    ],
    "stands",
  );
  return chosen === "again" ? question : undefined;
}

function questionBefore({ turns, turn }: Shown): string | undefined {
  const place = turns.findIndex(({ id }) => id === turn?.id);
  return turns[Math.max(0, place - 1)]?.id;
}

async function askOne(
  turn: Asked,
  asker: Asker,
  say: (...texts: readonly string[]) => void,
): Promise<Step> {
  say(turn.question);
  say(turn.meaning, ...turn.knows.map((text) => `· ${text}`));
  const options = [
    ...turn.options,
    ...(turn.canBeUnknown ? [{ id: "unknown", label: "I don’t know" }] : []),
    { id: "skip", label: "Skip this" },
    { id: BACK, label: "Back to the question before" },
    { id: PAUSE, label: "Pause here" },
  ];
  const choice = await asker.choose("Your answer", options, turn.answer?.choice);
  if (choice === undefined || choice === PAUSE) return PAUSE;
  if (choice === BACK) return BACK;
  if (choice === "skip") return { said: { question: turn.id, choice } };
  const said: Record<string, string | number> = { choice };
  for (const { id, label, least, most } of turn.numbers) {
    const before = turn.answer?.numbers?.[id];
    const check = (text: string): string | undefined =>
      isNumberFrom(text, least, most) ? undefined : `A number from ${least} to ${most}, or nothing`;
    const written = await asker.write(label, before === undefined ? "" : String(before), check);
    if (written === undefined) return PAUSE;
    if (written.trim() !== "") said[id] = Number(written);
  }
  if (turn.when !== undefined) {
    const check = (text: string): string | undefined =>
      text.trim() === "" || parsePartialDate(text.trim()).ok
        ? undefined
        : "2027-03, or a day such as 2027-03-15, or nothing";
    const written = await asker.write(turn.when, turn.answer?.when ?? "", check);
    if (written === undefined) return PAUSE;
    if (written.trim() !== "") said.when = written.trim();
  }
  if (turn.words !== undefined) {
    const written = await asker.write(turn.words, turn.answer?.words ?? "", () => undefined);
    if (written === undefined) return PAUSE;
    if (written.trim() !== "") said.words = written.trim();
  }
  return { said: { question: turn.id, ...said } };
}

function isNumberFrom(text: string, least: number, most: number): boolean {
  if (text.trim() === "") return true;
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most;
}

function sayEnd({ gaps, openings }: Shown, say: (...texts: readonly string[]) => void): void {
  say(
    "That is all there is to ask for now. Any answer can be changed: throughline answer-question.",
  );
  if (gaps.length > 0)
    say(
      "What your answers put on the list:",
      ...gaps.map(({ title, toDo }) =>
        toDo === undefined ? `· ${title}` : `· ${title}. To do: ${toDo.title}`,
      ),
    );
  for (const { title, inWords, arithmetic } of openings) say(`${title}. ${inWords} ${arithmetic}.`);
  say(
    "For the talk with your manager: throughline show-review-talk. A plan with it: throughline keep-plan.",
  );
}

function sayProblem(
  problem: Parameters<typeof problemText>[0],
  { printError }: { readonly printError: (text: string) => void },
): number {
  printError(`${problemText(problem)}${nextCommandOf(problem.code)}\n`);
  return exitCodeOf(problem.code);
}
