// The answer of show-backups as text: the sentence first, then dates, what luck does, what to ask.

import { type CalendarDate, dateInWords } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { paragraph } from "./text-layout.ts";

type Backups = OperationTypes["show-backups"]["output"];

/** Returns the answer as text, ending with a newline. */
export function printBackups(answer: Backups, layout: PlanLayout): string {
  const said = (text: string, first = "", rest = ""): string =>
    paragraph(text, layout, first, rest);
  const items = (texts: readonly string[]): string[] => texts.map((text) => said(text, "· ", "  "));
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", title, ...lines];
  const lines = [
    said(answer.headline),
    ...(answer.horizon === undefined ? [] : [said(answer.horizon)]),
    said(answer.basis),
    ...section("What to do now", [said(answer.now)]),
    ...section(
      "When to go over",
      items(
        answer.backups.map(({ name, text, otherDay }) => {
          // as: the operation's days are calendar dates.
          const other =
            otherDay === undefined
              ? ""
              : ` The plan that you kept says ${dateInWords(otherDay as CalendarDate)}: so it was when it was made; replan --keep takes this day over.`;
          return `${name}. ${text}${other}`;
        }),
      ),
    ),
    ...section(
      "What to do if",
      items(answer.answers.map(({ happens, doThen }) => `If ${happens}: ${doThen}`)),
    ),
    ...section(
      "What bad luck would do",
      items([
        `As things are: ${percent(answer.alone.chance)} alone, ${percent(answer.withBackups.chance)} with the backups, ${percent(answer.withBackups.either)} with a near goal.`,
        ...answer.scenarios.map(
          (one) =>
            `${one.title}: ${percent(one.alone)} alone, ${percent(one.chance)} with the backups, ${percent(one.either)} with a near goal. ${one.rule}`,
        ),
      ]),
    ),
    ...section(
      "What to find out next",
      items(answer.findOut.map(({ title, ends, knowing }) => `${title}. ${ends} ${knowing}`)),
    ),
    ...section(
      "What it rests on",
      items([
        ...answer.hazards.map(
          ({ id, label, span, usual, own, source }) =>
            `${label}: ${percent(own ?? usual)} ${span}${own === undefined ? "" : `, yours; usually ${percent(usual)}`} (${source}) [${id}]`,
        ),
        ...answer.grounds,
      ]),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function percent(chance: number): string {
  return `${Math.round(chance * 100)} in 100`;
}
