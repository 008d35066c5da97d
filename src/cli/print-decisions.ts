// Decisions on paper: when, what, who decided, what else there was and what came of it.

import { dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { paragraph } from "./text-layout.ts";

/** Returns the list, ending with a newline. */
export function printDecisions(
  { decisions }: OperationTypes["list-decisions"]["output"],
  layout: PlanLayout,
): string {
  if (decisions.length === 0) {
    return `${paragraph("No decision is on record yet: throughline save-decision WHAT adds one.", layout)}\n`;
  }
  const entries = decisions.map(({ decision, decider, about, outcomes }) => {
    const { id, what, date, why, alternatives } = decision;
    const facts = [
      `${decider}.`,
      ...(about.length === 0 ? [] : [`About: ${about.join("; ")}.`]),
      ...(why === "" ? [] : [`Why: ${why}`]),
      ...(alternatives.length === 0 ? [] : [`What else there was: ${alternatives.join("; ")}`]),
      ...outcomes.map((outcome) => `What came of it, ${outcome}`),
    ];
    return [
      paragraph(`${dateInWords(date as PartialDate)}: ${what} (${id})`, layout, "· ", "  "), // read when saved
      ...facts.map((fact) => paragraph(fact, layout, "  ", "    ")),
    ].join("\n");
  });
  return `${entries.join("\n")}\n`;
}
