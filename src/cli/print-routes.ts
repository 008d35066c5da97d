// The routes to a goal as text: each with its stages and its reasons, the backups of the first, what no
// route does, and where none fits, what would. Sentences come with the routes; here is only their order.

import { dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import { monthsInWords } from "../domain/length-of-time.ts";
import { type Currency, moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, paragraph, quiet } from "./text-layout.ts";

type Routes = OperationTypes["find-routes"]["output"];

/** Returns the routes as text, ending with a newline. */
export function printRoutes(found: Routes, layout: PlanLayout): string {
  const blocks = [
    ...(found.routes.length === 0 ? ["No way to this goal was found within these limits."] : []),
    found.figuresNote === undefined ? "" : paragraph(found.figuresNote, layout),
    found.dateMissed === undefined ? "" : paragraph(found.dateMissed, layout),
    impossible(found, layout),
    ...found.routes.map((route) => oneRoute(route, found, layout)),
    others(found, layout),
    found.ladderNotes.map((note) => paragraph(note, layout)).join("\n"),
    backups(found, layout),
    wishes(found, layout),
    layout.full || found.routes.length === 0
      ? ""
      : quiet(paragraph("With --full: the reasons of every stage.", layout), layout),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function oneRoute(
  route: Routes["routes"][number],
  { currency, arrivals, goal }: Routes,
  layout: PlanLayout,
): string {
  const arrival = arrivals.find(({ routeId }) => routeId === route.id);
  const best = route.strengths.length > 0 ? ` (${route.strengths.join(", ")})` : "";
  const stages = route.stages.map((stage, i) => {
    const { months, money } = stage;
    const facts = [
      monthsInWords(months.likely),
      money.likely > 0
        ? moneyInWords({ amount: money.likely, currency: currency as Currency })
        : "",
    ].filter((fact) => fact !== "");
    const line = paragraph(`${stage.title}: ${facts.join(", ")}`, layout, `  ${i + 1}. `, "     ");
    if (!layout.full) return line;
    return [
      line,
      ...stage.explanation.map((reason) =>
        quiet(paragraph(reason, layout, "     ", "     "), layout),
      ),
    ].join("\n");
  });
  return [
    heading(paragraph(`${route.name}${best}`, layout), layout),
    ...stages,
    paragraph(route.why, layout, "  ", "  "),
    ...(arrival === undefined ? [] : [arrivalLine(arrival, goal.by, layout)]),
    ...route.breaks.map((limit) => paragraph(limit, layout, "  ! ", "    ")),
  ].join("\n");
}

/** Those that nothing beats in everything but that are not among the handful, named with --full. */
function others({ others: more }: Routes, layout: PlanLayout): string {
  if (more.length === 0) return "";
  const count = more.length === 1 ? "One more way" : `${more.length} more ways`;
  if (!layout.full)
    return quiet(paragraph(`${count} that nothing beats in everything: --full.`, layout), layout);
  return [
    heading(`${count} that nothing beats in everything`, layout),
    ...more.map(({ text }) => paragraph(text, layout, "  · ", "    ")),
  ].join("\n");
}

function arrivalLine(
  { day, inTime }: Routes["arrivals"][number],
  by: Routes["goal"]["by"],
  layout: PlanLayout,
): string {
  const month = dateInWords(day.slice(0, 7) as PartialDate); // as: a day without its day
  const about = `Likely there about ${month}, with delays and second attempts counted`;
  return inTime === false && by !== undefined
    ? paragraph(`${about}: after ${dateInWords(by)}, your date.`, layout, "  ! ", "    ")
    : paragraph(`${about}.`, layout, "  ", "  ");
}

function backups(found: Routes, layout: PlanLayout): string {
  if (found.backups.length === 0) return "";
  return [
    heading("If the first one falls", layout),
    ...found.backups.map((backup) =>
      paragraph(
        `${backup.route.name}. ${backup.tripwire} ${backup.why ?? ""}`,
        layout,
        "  · ",
        "    ",
      ),
    ),
  ].join("\n");
}

function wishes({ wishes: answers }: Routes, layout: PlanLayout): string {
  if (answers.length === 0) return "";
  const isAsked = answers.some((answer) => answer.asked !== undefined);
  return [
    heading(isAsked ? "What you wish for" : "What no route does", layout),
    ...answers.map((answer) => paragraph(answer.text, layout, "  · ", "    ")),
  ].join("\n");
}

function impossible({ impossible: answer }: Routes, layout: PlanLayout): string {
  if (answer === undefined) return "";
  return [
    heading("What would make it fit", layout),
    paragraph(answer.text, layout),
    ...answer.relaxations.map((one) => paragraph(one.text, layout, "  · ", "    ")),
    ...(answer.nearerGoals.length > 0 ? ["Goals near it that fit as things are:"] : []),
    ...answer.nearerGoals.map((goal) => paragraph(goal.text, layout, "  · ", "    ")),
  ].join("\n");
}
