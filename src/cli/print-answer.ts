// An operation's answer as text. Plans, abilities and occupations have their own pages; everything else is printed field by field,
// so that a new operation is readable from the first day.

import { capital } from "../domain/first-letter.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { printAbilities, printRated, printScale } from "./print-abilities.ts";
import { printAgenda, printCheckIns } from "./print-agenda.ts";
import { printBackups } from "./print-backups.ts";
import { printFeed, printFeedMade } from "./print-calendar.ts";
import { printAdded, printCatalogues, TRAINED } from "./print-catalogues.ts";
import { printComparison, printPlans } from "./print-comparison.ts";
import { printAnswered, printAssessment, printCompass } from "./print-compass.ts";
import { printDecisions } from "./print-decisions.ts";
import { printHorizons, printStatement } from "./print-horizons.ts";
import { printAnswerTaken, printInterview, printTalk } from "./print-interview.ts";
import { printMoves } from "./print-moves.ts";
import { printFound, printMatch, printOccupation } from "./print-occupation.ts";
import { type PlanLayout, printPlan } from "./print-plan.ts";
import { printRoutes } from "./print-routes.ts";
import { printSpringboards } from "./print-springboards.ts";
import { printReplan, printToday } from "./print-today.ts";
import { printable } from "./printable.ts";
import { paragraph } from "./text-layout.ts";

/** What an operation answers with; its schema holds the answer to it. */
type ValueOf<Name extends keyof OperationTypes> = OperationTypes[Name]["output"];

/** Fields that only a machine reads; they are in --json. */
const UNSHOWN: ReadonlySet<string> = new Set(["unread", "provenance", "score", "elementId"]);

/** Returns the answer as text, ending with a newline. */
export function printAnswer(operation: string, answer: unknown, layout: PlanLayout): string {
  if (operation === "export-record") {
    return `${JSON.stringify((answer as { resume: unknown }).resume, null, 2)}\n`;
  }
  if (operation === "export-calendar") return (answer as ValueOf<"export-calendar">).calendar;
  const shown = printable(answer);
  switch (operation) {
    case "plan":
    case "show-plan":
    case "keep-plan":
      return printPlan(shown as Plan, layout);
    case "show-backups":
      return printBackups(shown as ValueOf<"show-backups">, layout);
    case "answer-stage":
    case "choose-route":
    case "pin-route":
    case "mark-action":
    case "log-hours":
    case "save-check-in":
    case "set-hazard":
    case "set-wants":
    case "remove-catalogue":
      return `${paragraph((shown as { sentence: string }).sentence, layout)}\n`;
    case "show-interview":
      return printInterview(shown as ValueOf<"show-interview">, layout);
    case "answer-question":
      return printAnswerTaken(shown as ValueOf<"answer-question">, layout);
    case "show-review-talk":
    case "save-review-talk":
      return printTalk(shown as ValueOf<"show-review-talk">, layout);
    case "make-feed":
      return printFeedMade(shown as ValueOf<"make-feed">, layout);
    case "show-feed":
      return printFeed(shown as ValueOf<"show-feed">, layout);
    case "revoke-feed":
      return "The calendar's address has ended: nothing reads your plan there any more.\n";
    case "show-horizons":
      return printHorizons(shown as ValueOf<"show-horizons">, layout);
    case "show-statement":
      return printStatement(shown as ValueOf<"show-statement">, layout);
    case "list-decisions":
      return printDecisions(shown as ValueOf<"list-decisions">, layout);
    case "list-catalogues":
      return printCatalogues(shown as ValueOf<"list-catalogues">, layout);
    case "add-catalogue":
      return printAdded(shown as ValueOf<"add-catalogue">, layout);
    case "train-titles":
      return `${paragraph(TRAINED[(shown as ValueOf<"train-titles">).training], layout)}\n`;
    case "show-today":
      return printToday(shown as ValueOf<"show-today">, layout);
    case "show-agenda":
      return printAgenda(shown as ValueOf<"show-agenda">, layout);
    case "list-check-ins":
      return printCheckIns(shown as ValueOf<"list-check-ins">, layout);
    case "compare-plans":
      return printComparison(shown as ValueOf<"compare-plans">, layout);
    case "list-plans":
      return printPlans(shown as ValueOf<"list-plans">, layout);
    case "replan":
      return printReplan(shown as ValueOf<"replan">, layout);
    case "show-abilities":
      return printAbilities(shown as ValueOf<"show-abilities">, layout);
    case "show-rating-scale":
      return printScale(shown as ValueOf<"show-rating-scale">, layout);
    case "rate-yourself":
      return printRated(shown as ValueOf<"rate-yourself">, layout);
    case "show-compass":
      return printCompass(shown as ValueOf<"show-compass">, layout);
    case "show-assessment":
      return printAssessment(shown as ValueOf<"show-assessment">, layout);
    case "answer-assessment":
      return printAnswered(shown as ValueOf<"answer-assessment">, layout);
    case "find-springboards":
      return printSpringboards(shown as ValueOf<"find-springboards">, layout);
    case "search-occupations":
      return printFound(shown as ValueOf<"search-occupations">, layout);
    case "show-occupation":
      return printOccupation(shown as ValueOf<"show-occupation">, layout);
    case "show-moves":
      return printMoves(shown as ValueOf<"show-moves">, layout);
    case "find-routes":
      return printRoutes(shown as ValueOf<"find-routes">, layout);
    case "match-title":
      return printMatch(shown as ValueOf<"match-title">, layout);
    default: {
      const lines = fields(shown, layout, "");
      return `${lines.length > 0 ? lines.join("\n") : "Nothing yet."}\n`;
    }
  }
}

function fields(value: unknown, layout: PlanLayout, indent: string): string[] {
  if (typeof value !== "object" || value === null) {
    return [paragraph(scalar(value), layout, indent)];
  }
  return Object.entries(value).flatMap(([key, item]) => {
    if (UNSHOWN.has(key) || item === undefined || item === "" || isEmpty(item)) return [];
    const name = words(key);
    if (Array.isArray(item)) return [`${indent}${name}:`, ...list(item, layout, `${indent}  `)];
    if (typeof item === "object" && item !== null) {
      return [`${indent}${name}:`, ...fields(item, layout, `${indent}  `)];
    }
    return [paragraph(scalar(item), layout, `${indent}${name}: `, `${indent}  `)];
  });
}

function list(items: readonly unknown[], layout: PlanLayout, indent: string): string[] {
  return items.flatMap((item) => {
    if (typeof item !== "object" || item === null) {
      return [paragraph(scalar(item), layout, `${indent}· `, `${indent}  `)];
    }
    const [first, ...rest] = fields(item, layout, "");
    if (first === undefined) return [];
    return [`${indent}· ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
  });
}

function scalar(value: unknown): string {
  if (typeof value === "number") {
    return String(Number.isInteger(value) ? value : Number(value.toFixed(2)));
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function words(key: string): string {
  const text = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capital(text);
}
