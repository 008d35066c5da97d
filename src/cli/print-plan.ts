// A plan as text: the essential on one screen, the whole of it with --full. Sentences come with the
// plan; here is only their order and their layout.

import type { CalendarDate, PartialDate } from "../domain/calendar-date.ts";
import { dateInWords } from "../domain/calendar-date.ts";
import { hoursPerWeekInWords } from "../domain/length-of-time.ts";
import { costsInWords, type Money, moneyInWords } from "../domain/money.ts";
import { sessionsInWords } from "../domain/record/sessions.ts";
import type { Route } from "../domain/routes/route.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

/** How much of each list stands on the first screen. */
const POSITIONS_FIRST = 4;
const GAPS_FIRST = 6;
const MONTHS_FIRST = 3;
const LATER_MILESTONES = 5;

export interface PlanLayout extends Layout {
  readonly full: boolean;
}

/** Returns the plan as text, ending with a newline. */
export function printPlan(plan: Plan, layout: PlanLayout): string {
  const blocks = [
    heading(paragraph(plan.headline, layout), layout),
    plan.statement === undefined ? "" : statement(plan.statement, layout),
    setting(plan, layout),
    infeasibility(plan, layout),
    gaps(plan, layout),
    route(plan, layout),
    layout.full ? allMonths(plan, layout) : firstMonths(plan, layout),
    layout.full ? otherRoutes(plan, layout) : "",
    layout.full ? actions(plan, layout) : "",
    layout.full ? drivers(plan, layout) : "",
    backups(plan, layout),
    notices(plan, layout),
    figures(plan, layout),
    layout.full
      ? ""
      : quiet(
          paragraph(
            "With --full: every month, every route and every action. In the browser: throughline serve",
            layout,
          ),
          layout,
        ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** What is known of a schedule. */
const NO_EARLIER = "These hours allow no earlier end, whatever the order of the steps.";
const PERHAPS_EARLIER =
  "The order of the steps is the best of many that were tried; a better one may exist.";

/** In the person's own words, with the lines that they gave it. */
function statement(text: string, layout: Layout): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : paragraph(line.trim(), layout, "  ", "  ")))
    .join("\n");
}

/** Assumption: a title that is longer than this is something else, pasted by mistake. */
const LONGEST_TITLE = 100;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}

function setting(plan: Plan, layout: Layout): string {
  const { goal } = plan;
  const limits = [
    hoursPerWeekInWords(goal.limits.hoursPerWeek),
    ...(goal.limits.weeks ?? []).map(({ from, to, hoursPerWeek, why }) => {
      const days = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
      return `${hoursPerWeek} in ${days}${why === "" ? "" : ` (${why})`}`;
    }),
    goal.by === undefined ? "" : `by ${dateInWords(goal.by)}`,
    goal.limits.budget === undefined ? "" : `at most ${moneyInWords(goal.limits.budget)} in fees`,
  ].filter((part) => part !== "");
  const now = plan.positions
    .filter((position) => position.present && position.paid)
    .map((position) => position.title);
  const rows = [
    ["Goal", `${plan.goalOccupation} (${goal.occupationId})`],
    ["Limits", limits.join(", ")],
  ];
  const more = now.length - POSITIONS_FIRST;
  if (more > 0) now.splice(POSITIONS_FIRST, more, `and ${more} more`);
  if (now.length > 0) rows.unshift(["Now", now.map(shortened).join("; ")]);
  if (plan.reach !== undefined) {
    const { p50, p80 } = plan.reach;
    rows.push([
      "Dates",
      `if it works out: as likely as not by ${month(p50)}, 8 in 10 by ${month(p80)}`,
    ]);
  }
  if (plan.chanceByDate !== undefined) {
    rows.push(["Chance", `${tenths(plan.chanceByDate)} by that date, on these assumptions`]);
  }
  if (plan.totals.hours > 0 || plan.totals.money > 0) {
    const costs = costsInWords(amount(plan.totals.money, plan), plan.actions);
    const paid = plan.totals.money > 0 ? costs : "no fees";
    rows.push(["Takes", `about ${round(plan.totals.hours)} hours and ${paid}`]);
  }
  return rows
    .map(([name, text]) => paragraph(text ?? "", layout, (name ?? "").padEnd(8), " ".repeat(8)))
    .join("\n");
}

function infeasibility(plan: Plan, layout: Layout): string {
  const { infeasibility: answer } = plan;
  if (answer === undefined) return "";
  const relaxations = answer.relaxations ?? [];
  const lines = [
    heading("What would make it fit", layout),
    paragraph(answer.explanation, layout),
    ...[...relaxations.map(({ text }) => text), ...[answer.leftOutText ?? []].flat()].map((text) =>
      paragraph(text, layout, "  · ", "    "),
    ),
  ];
  for (const nearer of answer.nearerGoals) {
    lines.push(paragraph(`${nearer.everydayName}. ${nearer.explanation}`, layout, "  · ", "    "));
  }
  return lines.join("\n");
}

function gaps(plan: Plan, layout: PlanLayout): string {
  if (plan.gaps.length === 0) return "";
  const shown = layout.full ? plan.gaps : plan.gaps.slice(0, GAPS_FIRST);
  const lines = shown.map((gap) =>
    layout.full
      ? paragraph(
          `${gap.title}. ${gap.explanation}`,
          layout,
          gap.mustClose ? "  ! " : "  · ",
          "    ",
        )
      : paragraph(
          gap.title,
          layout,
          gap.mustClose ? "  ! " : gap.unknown ? "  ? " : "  · ",
          "    ",
        ),
  );
  const rest = plan.gaps.length - shown.length;
  if (rest > 0) lines.push(`    and ${rest} smaller`);
  return [heading("Gaps (! must be closed, ? please check)", layout), ...lines].join("\n");
}

function route(plan: Plan, layout: PlanLayout): string {
  const chosen = plan.routes.find((candidate) => candidate.id === plan.chosenRouteId);
  if (chosen === undefined) return "";
  return [heading(`Route: ${chosen.name}`, layout), stages(chosen, plan, layout)].join("\n");
}

function stages(one: Route, plan: Plan, layout: PlanLayout): string {
  const lines = one.stages.map((stage, index) => {
    const facts = [
      months(stage.months.likely),
      stage.money.likely > 0 ? moneyInWords(amount(stage.money.likely, plan)) : "",
      stage.chance < 0.95 ? `chance ${tenths(stage.chance)}` : "",
    ].filter((part) => part !== "");
    const line = paragraph(
      `${stage.title}: ${facts.join(", ")}`,
      layout,
      `  ${`${index + 1}.`.padEnd(3)} `,
      " ".repeat(6),
    );
    if (!layout.full) return line;
    const reasons = stage.explanation.map((reason) =>
      quiet(paragraph(reason, layout, "        ", "        "), layout),
    );
    return [line, ...reasons].join("\n");
  });
  return [...lines, paragraph(one.why, layout, "  ", "  ")].join("\n");
}

function otherRoutes(plan: Plan, layout: PlanLayout): string {
  const others = plan.routes.filter((candidate) => candidate.id !== plan.chosenRouteId);
  if (others.length === 0) return "";
  return [
    heading("Other routes", layout),
    ...others.map((other) => {
      const best = other.strengths.length > 0 ? ` (${other.strengths.join(", ")})` : "";
      return `${paragraph(`${other.name}${best}`, layout)}\n${stages(other, plan, layout)}`;
    }),
  ].join("\n");
}

function firstMonths(plan: Plan, layout: Layout): string {
  if (plan.milestones.length === 0) return "";
  const seen = new Set<string>();
  const first = plan.milestones.filter((milestone) => {
    seen.add(milestone.month);
    return seen.size <= MONTHS_FIRST;
  });
  const later = laterEnds(plan, first.at(-1)?.date);
  return [
    heading("First months", layout),
    ...monthRows(plan, first, layout),
    ...(later.length > 0
      ? [
          heading("Then", layout),
          ...later.map((line) => paragraph(line, layout, "  ", "           ")),
        ]
      : []),
  ].join("\n");
}

/** The days on which the larger actions end, after the months already shown. */
function laterEnds(plan: Plan, after: string | undefined): string[] {
  const ends = plan.actions
    .filter((action) => after === undefined || action.end > after)
    .filter((action) =>
      ["degree", "certificate", "exam", "licence", "hold", "application"].includes(action.kind),
    )
    .sort((a, b) => (a.end < b.end ? -1 : 1));
  const step = Math.max(1, Math.ceil(ends.length / LATER_MILESTONES));
  return ends
    .filter((_, index) => index % step === step - 1 || index === ends.length - 1)
    .map((action) => `${action.end.slice(0, 7)}  ${action.title}`);
}

function allMonths(plan: Plan, layout: Layout): string {
  if (plan.milestones.length === 0) return "";
  return [heading("Month by month", layout), ...monthRows(plan, plan.milestones, layout)].join(
    "\n",
  );
}

function monthRows(plan: Plan, milestones: Plan["milestones"], layout: Layout): string[] {
  let last = "";
  return milestones.map((milestone) => {
    const parts = [
      milestone.hours > 0 ? `${round(milestone.hours)}\u00a0h` : "",
      milestone.money > 0 ? moneyInWords(amount(milestone.money, plan)) : "",
    ].filter((part) => part !== "");
    const tail = parts.length > 0 ? ` (${parts.join(", ")})` : "";
    const label = milestone.month === last ? "" : milestone.month;
    last = milestone.month;
    return paragraph(`${milestone.title}${tail}`, layout, `  ${label.padEnd(7)}  `, " ".repeat(11));
  });
}

function actions(plan: Plan, layout: Layout): string {
  if (plan.actions.length === 0) return "";
  return [
    heading("Actions", layout),
    ...plan.actions.map((action) =>
      paragraph(
        [
          `${action.title}${action.critical ? " (its slip moves the goal)" : ""}. Done when: ${action.doneWhen}`,
          ...(action.sessions === undefined
            ? []
            : [`Classes: ${sessionsInWords(action.sessions)}`]),
          ...(action.whoHelps === undefined ? [] : [`Who helps: ${action.whoHelps}`]),
          ...(action.bounds === undefined ? [] : [action.bounds.sentence]),
        ].join(". "),
        layout,
        `  ${action.start} to ${action.end}  `,
        "    ",
      ),
    ),
  ].join("\n");
}

/** What the dates hang on, and how good the schedule is known to be. */
function drivers(plan: Plan, layout: Layout): string {
  const found = plan.drivers ?? [];
  const isEarliest = plan.placement?.isEarliest;
  if (found.length === 0 && isEarliest === undefined) return "";
  return [
    heading("What drives the date", layout),
    ...found.map(({ sentence }) => paragraph(sentence, layout, "  · ", "    ")),
    ...(isEarliest === undefined
      ? []
      : [paragraph(isEarliest ? NO_EARLIER : PERHAPS_EARLIER, layout, "  · ", "    ")]),
  ].join("\n");
}

function backups(plan: Plan, layout: PlanLayout): string {
  if (plan.backups.length === 0) return "";
  const shown = plan.backups;
  return [
    heading(shown.length === 1 ? "Backup" : "Backups", layout),
    ...shown.map((backup) =>
      paragraph(
        `${backup.route.name}. ${backup.tripwire} ${backup.why ?? ""}`,
        layout,
        "  · ",
        "    ",
      ),
    ),
  ].join("\n");
}

function notices(plan: Plan, layout: Layout): string {
  if (plan.notices.length === 0) return "";
  return [
    heading("Good to know", layout),
    ...plan.notices.map((notice) => paragraph(notice.text, layout, "  · ", "    ")),
  ].join("\n");
}

/** What it was reckoned with; with --full the attribution too. */
function figures({ figures }: Plan, layout: PlanLayout): string {
  if (figures === undefined) return "";
  return [
    `Occupations and figures: ${figures.release}.`,
    ...(layout.full ? figures.attribution : []),
  ]
    .map((text) => quiet(paragraph(text, layout), layout))
    .join("\n");
}

function amount(value: number, plan: Plan): Money {
  return { amount: value, currency: plan.currency };
}

function month(date: CalendarDate): string {
  return dateInWords(date.slice(0, 7) as PartialDate);
}

function months(value: number): string {
  const whole = Math.round(value);
  if (whole < 1) return "under a month";
  return whole === 1 ? "1 month" : `${whole} months`;
}

function tenths(chance: number): string {
  const tenth = Math.round(chance * 10);
  if (tenth <= 0) return "less than 1 in 10";
  return tenth >= 10 ? "more than 9 in 10" : `about ${tenth} in 10`;
}

function round(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
