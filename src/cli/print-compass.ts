// The compass and the assessment's questions as text. Sentences come with the answers; here is only their
// layout: one small scale a dimension, is filled, want hollow, the band between.

import { dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Compass = OperationTypes["show-compass"]["output"];
type Assessment = OperationTypes["show-assessment"]["output"];
type Answered = OperationTypes["answer-assessment"]["output"];
type Notices = Compass["notices"];

/** Cells of a scale from 0 to 100, one for each 2½ points. */
const CELLS = 40;
const INDENT = "    ";

/** Returns the compass as text, ending with a newline; with --full the scores of every sitting. */
export function printCompass(answer: Compass, layout: Layout & { readonly full: boolean }): string {
  const hasScale = answer.dimensions.some(({ is, want }) => is !== undefined || want !== undefined);
  const blocks = [
    heading(paragraph(answer.sentence, layout), layout),
    hasScale
      ? quiet(
          paragraph(
            `● as you answered, ─ where 9 in 10 of such scores lie, ○ as you want it. Neither end is better. The bands rest on ` +
              "assumptions (docs/method/assessment.md).",
            layout,
          ),
          layout,
        )
      : "",
    ...answer.dimensions.map((one) => dimensionLines(one, layout)),
    notes(answer.notices, layout),
    quiet(nextSteps(answer), layout),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function dimensionLines(
  one: Compass["dimensions"][number],
  layout: Layout & { readonly full: boolean },
): string {
  const text = (words: string): string => paragraph(words, layout, INDENT);
  const lines = [
    heading(one.name, layout),
    one.is === undefined && one.want === undefined
      ? ""
      : `${INDENT}${scaleOf(one)}\n${INDENT}${endsOf(one)}`,
    text([one.inWords, one.change].filter((words) => words !== "").join(" ")),
    ...one.recordShows.map((fact) =>
      paragraph(`Your record: ${fact}`, layout, INDENT, `${INDENT}  `),
    ),
    quiet(text(one.recordCannotShow), layout),
    one.reflected === "" ? "" : text(`In your words: “${one.reflected}”`),
    layout.full && one.history.length > 0
      ? text(
          one.history
            .map(({ date, score, low, high }) => {
              const band = `${Math.round(low)} to ${Math.round(high)}`;
              return `${dateInWords(date as PartialDate)}: ${Math.round(score)} (${band})`;
            })
            .join("; "),
        )
      : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function scaleOf({ is, want }: Compass["dimensions"][number]): string {
  const cells = Array.from({ length: CELLS + 1 }, () => "·");
  const placeOf = (score: number): number => Math.round((score / 100) * CELLS);
  if (is !== undefined) {
    for (let place = placeOf(is.low); place <= placeOf(is.high); place++) cells[place] = "─";
  }
  if (want !== undefined) cells[placeOf(want.score)] = "○";
  if (is !== undefined) {
    const place = placeOf(is.score);
    cells[place] = cells[place] === "○" ? "◉" : "●";
  }
  return cells.join("");
}

function endsOf({ jobLike, careerLike }: Compass["dimensions"][number]): string {
  return `${jobLike}${" ".repeat(Math.max(1, CELLS + 1 - jobLike.length - careerLike.length))}${careerLike}`;
}

function nextSteps({ dimensions, sittings }: Compass): string {
  const steps: string[] = [];
  const newest = sittings.at(-1);
  if (newest === undefined || (newest.finished === undefined && newest.answered < newest.asked)) {
    steps.push("To answer: throughline assess (or show-assessment, then answer-assessment)");
  }
  if (dimensions.some(({ want }) => want === undefined)) {
    steps.push("To say how you want it: throughline set-wants DIMENSION 1-5");
  }
  return steps.join("\n");
}

/** Returns the questions as text, each with its id and what stands at 1 to 5. */
export function printAssessment(answer: Assessment, layout: Layout): string {
  const blocks = [
    heading(paragraph(answer.sentence, layout), layout),
    paragraph(answer.work, layout),
    ...answer.dimensions
      .filter(({ items }) => items.length > 0)
      .map(({ id, name, items, wantAnchors, want, reflection, reflected }) =>
        [
          heading(`${name} (${id})`, layout),
          ...items.map((item) => questionLines(item, layout)),
          questionLines(
            {
              id: `set-wants ${id}`,
              question: "And how would you like it?",
              anchors: wantAnchors,
              value: want,
            },
            layout,
          ),
          paragraph(`To think about: ${reflection.join(" ")}`, layout, "  "),
          reflected === undefined ? "" : paragraph(`In your words: “${reflected}”`, layout, "  "),
        ]
          .filter((line) => line !== "")
          .join("\n"),
      ),
    notes(answer.notices, layout),
    quiet(
      "To answer: throughline answer-assessment commit-stay 4\nMany at once, one a line: throughline answer-assessment --lines FILE (- reads standard input)",
      layout,
    ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

interface Question {
  readonly id: string;
  readonly question: string;
  readonly anchors: readonly string[];
  readonly value?: number | undefined;
}

function questionLines({ id, question, anchors, value }: Question, layout: Layout): string {
  return [
    paragraph(`${question} (${id})`, layout, "  "),
    ...anchors.map(
      (anchor, place) => `${INDENT}${value === place + 1 ? "●" : " "} ${place + 1} ${anchor}`,
    ),
  ].join("\n");
}

/** Returns what was kept and the next question, ending with a newline. */
export function printAnswered({ sentence, next, notices }: Answered, layout: Layout): string {
  const blocks = [
    paragraph(sentence, layout),
    notes(notices, layout),
    next === undefined ? quiet("throughline show-compass", layout) : questionLines(next, layout),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function notes(notices: Notices, layout: Layout): string {
  return notices.map(({ text }) => paragraph(text, layout)).join("\n\n");
}
