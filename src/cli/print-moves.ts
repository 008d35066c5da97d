// The moves from an occupation as text: two lists, each with its sentence; how they are made is the domain's.

import { type Currency, moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, paragraph, quiet } from "./text-layout.ts";

type Moves = OperationTypes["show-moves"]["output"];
type Move = Moves["suggested"][number] | Moves["common"][number];

/** Returns where people go and what we would look at, each move with its figures; with --full why. */
export function printMoves(moves: Moves, layout: PlanLayout): string {
  const money = (amount: number) => moneyInWords({ amount, currency: moves.currency as Currency }); // As: the catalogue's own.
  const list = (found: readonly Move[], isCommon: boolean) =>
    found.flatMap((move) => [
      paragraph(`${move.title} (${move.id})`, layout, "  · ", "    "),
      quiet(paragraph(factsOf(move, money, isCommon).join(" · "), layout, "    "), layout),
      ...("why" in move && layout.full ? [paragraph(move.why.join(" "), layout, "    ")] : []),
    ]);
  const part = (name: string, sentence: string, lines: readonly string[]) =>
    sentence === ""
      ? ""
      : [heading(name, layout), paragraph(sentence, layout, "  "), ...lines].join("\n");
  const blocks = [
    heading(paragraph(`From: ${moves.title}`, layout), layout),
    part("What we would look at", moves.suggestedInWords, list(moves.suggested, false)),
    part("Where people go", moves.commonInWords, list(moves.common, true)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function factsOf(move: Move, money: (amount: number) => string, isCommon: boolean): string[] {
  const { payChange, preparationInWords, licences } = move;
  const hours = "licenceHours" in move ? move.licenceHours : undefined;
  return [
    ...(isCommon ? [`${Math.max(1, Math.round(move.likelihood * 100))} in 100 go there`] : []),
    `${Math.round(move.fit * 100)} % of it met`,
    `to prepare: ${preparationInWords}`,
    ...(payChange === undefined
      ? []
      : [`${payChange < 0 ? "" : "+"}${money(Math.round(payChange / 100) * 100)} a year`]),
    ...(move.stepDown ? [move.stepDownInWords] : []),
    ...(licences.length === 0
      ? []
      : [
          `first ${licences.join(" and ")}${hours === undefined ? "" : `, about ${roundedHours(hours)} hours`}`,
        ]),
  ];
}

/** To two figures: what is likely bears no more. */
function roundedHours(hours: number): string {
  return Number(hours.toPrecision(2)).toLocaleString("en");
}
