// `throughline assess`: the questions on the seven dimensions as a conversation in the terminal. It stops at
// any question, and goes on from there the next time. Without a terminal it shows the questions.

import { answerAssessment } from "../operations/assessment/answer-assessment.ts";
import { setWants } from "../operations/assessment/set-wants.ts";
import { showAssessment } from "../operations/assessment/show-assessment.ts";
import { showCompass } from "../operations/assessment/show-compass.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { OperationContext } from "../operations/context.ts";
import { problemText } from "../operations/problem-text.ts";
import type { Asker } from "./asker.ts";
import { DONE, exitCodeOf } from "./exit-codes.ts";
import { printable } from "./printable.ts";
import { type Layout, paragraph } from "./text-layout.ts";

type Dimension = OperationTypes["show-assessment"]["output"]["dimensions"][number];

/** What the person does at a question: says something, leaves it out, or stops for now. */
type Chosen = number | "none" | undefined;

/** Room that the guide line of a terminal conversation takes. */
const GUIDE = 4;

/** Asks what has no answer yet until all is asked or the person pauses; returns the exit code. */
export async function holdAssessment(
  context: OperationContext,
  asker: Asker,
  world: Layout & { readonly printError: (text: string) => void },
): Promise<number> {
  const layout = { ...world, columns: world.columns - GUIDE };
  const say = (text: string): void => asker.say(paragraph(text, layout));
  const answer = await showAssessment.run(context, {});
  if (!answer.ok) {
    world.printError(`${problemText(answer.problem)}.\n`);
    return exitCodeOf(answer.problem.code);
  }
  const { sentence, work, sitting, dimensions } = printable(answer.value) as typeof answer.value;
  if (sitting?.finished !== undefined && sitting.answered === sitting.asked) {
    say(
      `${sentence} See throughline show-compass; throughline answer-assessment --anew begins anew.`,
    );
    return DONE;
  }
  say(sentence);
  say(work);
  say("Each answer is kept at once. Escape, or Pause, stops here; the same command goes on.");
  for (const [place, dimension] of dimensions.entries()) {
    const title = `${place + 1} of ${dimensions.length}. ${dimension.name}: ${dimension.about}`;
    if (!(await askDimension(context, asker, { dimension, title, say }))) {
      say("Kept. throughline assess goes on from here.");
      return DONE;
    }
  }
  await answerAssessment.run(context, { finish: true });
  const compass = await showCompass.run(context, {});
  if (compass.ok) say(`${compass.value.sentence} See throughline show-compass.`);
  return DONE;
}

interface Asked {
  readonly dimension: Dimension;
  readonly title: string;
  say(text: string): void;
}

/** Returns whether to go on; false where the person pauses. */
async function askDimension(
  context: OperationContext,
  asker: Asker,
  { dimension, title, say }: Asked,
): Promise<boolean> {
  const { id, items, want, wantAnchors, reflection, reflected } = dimension;
  const left = items.filter(({ value }) => value === undefined);
  if (left.length === 0 && want !== undefined) return true;
  say(title);
  for (const item of left) {
    const chosen = await chooseOne(asker, item.question, item.anchors);
    if (chosen === undefined) return false;
    if (chosen !== "none") await answerAssessment.run(context, { item: item.id, value: chosen });
  }
  if (want === undefined) {
    const chosen = await chooseOne(asker, "And how would you like it?", wantAnchors);
    if (chosen === undefined) return false;
    if (chosen !== "none") await setWants.run(context, { dimension: id, value: chosen });
  }
  if (reflected !== undefined) return true;
  const question = `${reflection.join(" ")} (in your own words, if you like)`;
  const words = await asker.write(question, "", () => undefined);
  if (words === undefined) return false;
  if (words.trim() !== "") {
    await answerAssessment.run(context, { dimension: id, reflection: words });
  }
  return true;
}

async function chooseOne(
  asker: Asker,
  question: string,
  anchors: readonly string[],
): Promise<Chosen> {
  const options = [
    ...anchors.map((label, place) => ({ id: String(place + 1), label })),
    { id: "none", label: "I cannot say" },
    { id: "pause", label: "Pause here" },
  ];
  const chosen = await asker.choose(question, options, undefined);
  if (chosen === undefined || chosen === "pause") return undefined;
  return chosen === "none" ? chosen : Number(chosen);
}
