// Springboards as text: the one thing that would open most, then the fields with their careers, one line
// each; with --full all of them with their stages and reasons.

import { lowerFirst } from "../domain/first-letter.ts";
import { monthsInWords } from "../domain/length-of-time.ts";
import type { Currency } from "../domain/money.ts";
import { moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, paragraph, quiet } from "./text-layout.ts";

type Springboards = OperationTypes["find-springboards"]["output"];
type Career = Springboards["fields"][number]["careers"][number];

/** Careers of a field on the first screen. */
const SHOWN_FIRST = 4;

/** Returns the springboards; with --full every career, each with why it is listed. */
export function printSpringboards(answer: Springboards, layout: PlanLayout): string {
  const { headline, from, fields, openers, further, rule, order, notices } = answer;
  const currency = answer.currency as Currency; // as: it is a catalogue's, held to the schema
  const blocks = [
    heading(paragraph(headline, layout), layout),
    quiet(paragraph(`Seen from ${originInWords(from.label)}.`, layout), layout),
    openerLines(answer, currency, layout),
    ...fields.map(({ name, careers }) => {
      const shown = layout.full ? careers : careers.slice(0, SHOWN_FIRST);
      const rest = careers.length - shown.length;
      return [
        heading(name, layout),
        ...shown.map((career) => careerLines(career, currency, layout)),
        ...(rest > 0 ? [quiet(`    and ${rest} more, with --full`, layout)] : []),
      ].join("\n");
    }),
    further.length === 0
      ? ""
      : paragraph(
          `Further off, though what you do counts there: ${further.map(({ name }) => name).join(", ")}. They ask for more preparing or more experience; as your goal each shows its routes.`,
          layout,
        ),
    fields.length === 0 ? "" : quiet(paragraph(`${rule} ${order}`, layout), layout),
    notices.map((text) => paragraph(text, layout, "· ", "  ")).join("\n"),
    openers.length === 0 && fields.length === 0
      ? ""
      : quiet(
          paragraph(
            "To make one your goal: throughline set-goal --goal CODE, with its code.",
            layout,
          ),
          layout,
        ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function openerLines({ openers }: Springboards, currency: Currency, layout: PlanLayout): string {
  const [first, ...others] = openers;
  if (first === undefined) return "";
  const takes = ({ hours, money }: Springboards["openers"][number]): string =>
    `about ${hoursOf(hours.likely)}, ${moneyInWords({ amount: money.likely, currency })}`;
  return [
    heading("The one thing that would open most", layout),
    paragraph(`${first.inWords} It takes ${takes(first)}.`, layout, "  "),
    ...(layout.full
      ? others.map((one) =>
          quiet(paragraph(`${one.inWords} ${takes(one)}.`, layout, "  · ", "    "), layout),
        )
      : []),
  ].join("\n");
}

function careerLines(career: Career, currency: Currency, layout: PlanLayout): string {
  const { id, name, through, months, money, chance, payChange, direction, needs, why, stages } =
    career;
  const facts = [
    through === undefined ? "one move" : `by way of ${through.name}`,
    `about ${monthsInWords(months.likely)}`,
    `${tenthsOf(chance)}`,
    ...(money.likely >= 0.5 ? [`${moneyInWords({ amount: money.likely, currency })} of fees`] : []),
    ...(payChange === undefined ? [] : [payInWords(payChange, currency)]),
    direction === "level" ? "the same level" : "a step up",
  ];
  const lines = [
    paragraph(`${name} (${id}): ${facts.join(", ")}`, layout, "  · ", "    "),
    ...(needs.length === 0
      ? []
      : [quiet(paragraph(`needs: ${needs.join("; ")}`, layout, "    ", "      "), layout)]),
  ];
  if (!layout.full) return lines.join("\n");
  return [
    ...lines,
    ...stages.map((stage) =>
      paragraph(
        `${stage.title}, about ${monthsInWords(stage.months.likely)}`,
        layout,
        "      - ",
        "        ",
      ),
    ),
    ...why.map((sentence) => quiet(paragraph(sentence, layout, "      "), layout)),
  ].join("\n");
}

function hoursOf(value: number): string {
  return `${(value >= 100 ? Math.round(value / 10) * 10 : Math.round(value)).toLocaleString("en")} hours`;
}

function tenthsOf(chance: number): string {
  const tenths = Math.round(chance * 10);
  return tenths >= 10 ? "more than 9 in 10" : `${tenths} in 10`;
}

/** A title keeps its capital. */
function originInWords(label: string): string {
  return /^(Where|Your) /.test(label) ? lowerFirst(label) : label;
}

function payInWords(change: number, currency: Currency): string {
  const amount = moneyInWords({ amount: Math.abs(change), currency });
  return change >= 0 ? `${amount} a year more` : `${amount} a year less`;
}
