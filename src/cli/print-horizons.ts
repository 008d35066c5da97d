// The three horizons and the career statement as text: a sentence, what is going on in each, and in full what
// belongs where and how each position has faded.

import { dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import { hoursPerWeekInWords } from "../domain/length-of-time.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, paragraph, quiet } from "./text-layout.ts";

type Horizons = OperationTypes["show-horizons"]["output"];
type Statement = OperationTypes["show-statement"]["output"];

/** Returns the horizons, ending with a newline. */
export function printHorizons(shown: Horizons, layout: PlanLayout): string {
  const { sentence, crowding, job, work, career } = shown;
  const part = (title: string, facts: Horizons["job"]["facts"], rows: readonly string[]) =>
    [
      heading(title, layout),
      ...facts.map(({ text }) => paragraph(text, layout, "  ", "  ")),
      ...rows.map((row) => paragraph(row, layout, "  · ", "    ")),
    ].join("\n");
  const blocks = [
    heading(paragraph(sentence, layout), layout),
    [
      paragraph(crowding.sentence, layout),
      ...(crowding.grounds === "" ? [] : [quiet(paragraph(crowding.grounds, layout), layout)]),
    ].join("\n"),
    part(
      "Job: now and this week",
      job.facts,
      job.positions.map((one) =>
        [
          nameOf(one),
          `${hoursPerWeekInWords(one.hoursPerWeek)}${one.areHoursSaid ? "" : " (usual)"}`,
          one.pay ?? (one.isPaid ? "pay not said" : "unpaid"),
        ].join(", "),
      ),
    ),
    part(
      "Work: the last ten years",
      work.facts,
      work.stays.map((one) =>
        [
          one.positions.filter((title) => title !== "").join(", then "),
          one.organisation,
          stretchInWords(one.start, one.end),
        ]
          .filter((words) => words !== "")
          .join(", "),
      ),
    ),
    part(
      "Career: all of it",
      career.facts,
      layout.full
        ? career.positions.map(
            (one) =>
              `${nameOf(one)}, ${stretchInWords(one.start, one.end)}: ${one.left === undefined ? "unknown how much" : percent(one.left)} of it still counts, ${percent(one.shareOfAll)} of all that does`,
          )
        : [],
    ),
    layout.full
      ? part(
          "What belongs where",
          [],
          shown.entries.map(
            ({ subject, title, horizons, why }) =>
              `${title} (${subject}): ${horizons.join(", ")}. ${why}`,
          ),
        )
      : quiet(
          paragraph("With --full: how each position has faded, and what belongs where.", layout),
          layout,
        ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function nameOf(position: { readonly title: string; readonly organisation: string }): string {
  return [position.title, position.organisation].filter((part) => part !== "").join(", ");
}

function stretchInWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined) return "no dates";
  const inWords = (date: string) => dateInWords(date as PartialDate); // as it is on record
  return `${inWords(start)} to ${end === undefined ? "today" : inWords(end)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Returns the statement, its former versions and what it can be drafted from, ending with a newline. */
export function printStatement(
  { statement, former, draft }: Statement,
  layout: PlanLayout,
): string {
  const blocks = [
    statement === undefined
      ? paragraph(
          "No career statement is kept yet: throughline save-statement TEXT keeps one.",
          layout,
        )
      : version(statement, layout),
    ...(former.length === 0
      ? []
      : [heading("Before", layout), ...former.map((one) => version(one, layout))]),
    ...(draft.length === 0
      ? []
      : [
          heading("What you have said so far", layout),
          ...draft.map(({ text, from }) =>
            [
              paragraph(text, layout, "· ", "  "),
              quiet(paragraph(`from ${from}`, layout, "  ", "  "), layout),
            ].join("\n"),
          ),
        ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function version(
  { id, text, date }: NonNullable<Statement["statement"]>,
  layout: PlanLayout,
): string {
  return [
    ...text.split("\n").map((line) => paragraph(line, layout, "  ", "  ")),
    quiet(paragraph(`kept on ${dateInWords(date)} (${id})`, layout, "  ", "  "), layout),
  ].join("\n");
}
