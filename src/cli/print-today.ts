// Today's page and a plan made anew, as text. Sentences come with the answers; here is only their layout.

import { type CalendarDate, dateInWords } from "../domain/calendar-date.ts";
import { moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type TodayShown = OperationTypes["show-today"]["output"];
type ReplanShown = OperationTypes["replan"]["output"];

/** Returns this week and this month as text, ending with a newline. */
export function printToday(shown: TodayShown, layout: Layout): string {
  const amount = { amount: shown.monthMoney, currency: shown.currency };
  const item = (text: string): string => paragraph(text, layout, "  · ", "    ");
  const block = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : [heading(title, layout), ...lines].join("\n");
  const monthTitle = [
    dateInWords(shown.month),
    `${Math.round(shown.monthHours)} hours`,
    ...(shown.monthMoney >= 1 ? [moneyInWords(amount)] : []),
  ].join(", ");
  const blocks = [
    heading(paragraph(shown.sentence, layout), layout),
    block(
      "This week",
      shown.week.flatMap(({ title, hours, classes, actionId }) => [
        item(`${hours} h  ${title} (${actionId})`),
        ...classes.map(({ date, from, to }) =>
          paragraph(`class ${day(date)}, ${from} to ${to}`, layout, "         ", "         "),
        ),
      ]),
    ),
    block(
      `This month: ${monthTitle}`,
      shown.milestones.map(({ title, date, isDone }) =>
        item(`${title}, ${isDone ? "done" : `by ${day(date)}`}`),
      ),
    ),
    block(
      "Please say",
      shown.asked.map(({ title, text, actionId }) => item(`${title} (${actionId}). ${text}`)),
    ),
    block(
      "Only needs time",
      shown.waiting.map(({ title, text }) => item(`${title}. ${text}`)),
    ),
    shown.wouldMove === undefined
      ? ""
      : block("Made anew, the plan would change", [
          paragraph(shown.wouldMove, layout),
          quiet("throughline replan", layout),
        ]),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Returns what a new plan moves as text, ending with a newline. */
export function printReplan({ sentence, kept, plan }: ReplanShown, layout: Layout): string {
  const moved = plan.replanned?.moved ?? [];
  const dropped = (plan.replanned?.settled ?? []).filter(({ neededFor }) => neededFor.length > 0);
  const blocks = [
    heading(paragraph(sentence, layout), layout),
    moved
      .map(({ title, from, to, why }) =>
        paragraph(`${title}: ${day(from)} → ${day(to)}. ${why}`, layout, "  · ", "    "),
      )
      .join("\n"),
    dropped
      .map(({ title, neededFor }) =>
        paragraph(
          `${title} is left out; it was to come before: ${neededFor.join("; ")}`,
          layout,
          "  · ",
          "    ",
        ),
      )
      .join("\n"),
    kept
      ? "Kept. The plan before stays in the history (throughline list-plans)."
      : quiet("Nothing is changed yet. To keep it: throughline replan --keep", layout),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

function day(date: CalendarDate): string {
  return dateInWords(date);
}
