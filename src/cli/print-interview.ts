// The interview and the page for the talk as text: the next question with the words that answer it, what the last
// answer came to, and what came of it all.

import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Shown = OperationTypes["show-interview"]["output"];
type Taken = OperationTypes["answer-question"]["output"];
type Talk = OperationTypes["show-review-talk"]["output"];
type Asked = NonNullable<Shown["turn"]>;

/** Returns the interview as it stands, ending with a newline. */
export function printInterview(shown: Shown, layout: Layout): string {
  return together([
    heading(paragraph(shown.sentence, layout), layout),
    shown.turn === undefined ? "" : question(shown.turn, layout),
    ...came(shown, layout),
    said(shown, layout),
  ]);
}

/** Returns what an answer came to and the next question, ending with a newline. */
export function printAnswerTaken(taken: Taken, layout: Layout): string {
  const { doubt, aside, effects } = taken;
  return together([
    [`You said: ${taken.said}`, ...effects, ...(aside === undefined ? [] : [aside])]
      .map((text) => paragraph(text, layout))
      .join("\n"),
    doubt === undefined
      ? ""
      : paragraph(`${doubt} Your answer stands as you gave it; giving another changes it.`, layout),
    taken.turn === undefined
      ? "That is all there is to ask for now (throughline show-interview)."
      : question(taken.turn, layout),
  ]);
}

/** Returns the page for the talk, ending with a newline. */
export function printTalk({ sentence, text, isOwn }: Talk, layout: Layout): string {
  const lines = text
    .split("\n")
    .map((line) =>
      line === "" ? "" : paragraph(line, layout, "", line.startsWith("-") ? "  " : ""),
    );
  const how = isOwn
    ? "throughline save-review-talk --anew makes it anew from your answers"
    : "To change it: throughline show-review-talk --out FILE, then throughline save-review-talk FILE";
  return together([
    heading(paragraph(sentence, layout), layout),
    lines.join("\n"),
    quiet(how, layout),
  ]);
}

function question(turn: Asked, layout: Layout): string {
  const fields = [
    ...turn.numbers.map(({ id, label }) => `--${id} N  ${label}`),
    ...(turn.when === undefined ? [] : [`--when DATE  ${turn.when}`]),
    ...(turn.words === undefined ? [] : [`--words TEXT  ${turn.words}`]),
  ];
  const options = [
    ...turn.options,
    ...(turn.canBeUnknown ? [{ id: "unknown", label: "I don’t know" }] : []),
    { id: "skip", label: "Skip this" },
  ];
  return [
    heading(paragraph(turn.question, layout), layout),
    paragraph(turn.meaning, layout),
    ...turn.knows.map((text) => paragraph(text, layout, "  · ", "    ")),
    quiet(`throughline answer-question ${turn.id} …`, layout),
    ...options.map(({ id, label }) => paragraph(`${id}  ${label}`, layout, "  ", "      ")),
    ...fields.map((text) => paragraph(text, layout, "  ", "      ")),
  ].join("\n");
}

function came({ gaps, openings, atHand, answered }: Shown, layout: Layout): readonly string[] {
  const item = (text: string): string => paragraph(text, layout, "  · ", "    ");
  return [
    block(
      "What your answers put on the list",
      gaps.map(({ title, toDo }) =>
        item(toDo === undefined ? title : `${title}. To do: ${toDo.title}`),
      ),
      layout,
    ),
    block(
      "Openings",
      openings.map(({ title, inWords, arithmetic, sources, isRedFlag }) =>
        item(
          `${title}${isRedFlag ? " (red flag: under an even chance)" : ""}. ${inWords} ${arithmetic}. ${sources.join(" ")}`,
        ),
      ),
      layout,
    ),
    block(
      "Open to you now, one or two levels below the goal",
      answered === 0 ? [] : atHand.map(({ inWords, why }) => item(`${inWords}. ${why}`)),
      layout,
    ),
  ];
}

function said({ turns, setAside }: Shown, layout: Layout): string {
  const lines = turns.flatMap(({ id, question: asked, said: answer }) =>
    answer === undefined ? [] : [paragraph(`${asked} ${answer} (${id})`, layout, "  · ", "    ")],
  );
  const aside =
    setAside.length === 0
      ? []
      : [`  Kept, and not counted now: ${setAside.map(({ id }) => id).join(", ")}`];
  return block("What you have said", [...lines, ...aside], layout);
}

function block(title: string, lines: readonly string[], layout: Layout): string {
  return lines.length === 0 ? "" : [heading(title, layout), ...lines].join("\n");
}

function together(blocks: readonly string[]): string {
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}
