// Plans that were kept, and two of them side by side, as text.

import { dateInWords, type PartialDate } from "../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Compared = OperationTypes["compare-plans"]["output"];
type Listed = OperationTypes["list-plans"]["output"];

/** Returns what the later of two plans has otherwise, ending with a newline. */
export function printComparison(compared: Compared, layout: Layout): string {
  const { sentence, one, other, actions, hours, money } = compared;
  const item = (text: string): string => paragraph(text, layout, "  · ", "    ");
  // `as`: the plan's own currency, as the operation gives it.
  const amount = (value: number): string =>
    moneyInWords({ amount: value, currency: compared.currency as Currency });
  const totals = [
    ...(hours.from === hours.to
      ? []
      : [item(`In all ${counted(hours.from)} → ${counted(hours.to)} hours of your own time.`)]),
    ...(money.from === money.to
      ? []
      : [item(`In all ${amount(money.from)} → ${amount(money.to)}.`)]),
  ];
  const blocks = [
    heading(paragraph(sentence, layout), layout),
    [
      paragraph(`${day(one.madeOn)}: ${one.headline}`, layout),
      paragraph(`${day(other.madeOn)}: ${other.headline}`, layout),
    ].join("\n"),
    totals.join("\n"),
    actions
      .map(({ title, from, to }) => {
        if (from === undefined) return item(`${title}: new, until ${day(to ?? "")}.`);
        return item(
          to === undefined ? `${title}: no longer in it.` : `${title}: ${day(from)} → ${day(to)}.`,
        );
      })
      .join("\n"),
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Returns the plans that were kept, the newest last, ending with a newline. */
export function printPlans({ plans }: Listed, layout: Layout): string {
  if (plans.length === 0) return "No plan is kept yet.\n";
  const blocks = plans.map(({ id, madeOn, headline, reason }) =>
    [
      paragraph(`${day(madeOn)}: ${headline}`, layout),
      ...(reason === undefined ? [] : [paragraph(reason, layout, "  ", "  ")]),
      quiet(`  ${id}`, layout),
    ].join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}

function counted(hours: number): string {
  return Math.round(hours).toLocaleString("en");
}

function day(date: string): string {
  // `as`: a day as the operations give it.
  return dateInWords(date as PartialDate);
}
