// Abilities as text: what is believed against what is asked on one small scale, what is best rated next,
// and what a rating changed. Sentences come with the answers; here is only their layout.

import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Abilities = OperationTypes["show-abilities"]["output"];
type Scale = OperationTypes["show-rating-scale"]["output"];
type Rated = OperationTypes["rate-yourself"]["output"];

/** Elements on the first screen. */
const SHOWN_FIRST = 12;
const NAME_WIDTH = 32;
const MOST_LEVEL = 7;
/** Cells of a scale for one level. */
const CELLS = 3;

/** Returns the abilities against an occupation; with --full all of them, each with its evidence. */
export function printAbilities(answer: Abilities, layout: PlanLayout): string {
  const { elements, headline, notices, occupation, skills, speaksFrom, speaksOf } = answer;
  const shown = layout.full ? elements : elements.slice(0, SHOWN_FIRST);
  const rest = elements.length - shown.length;
  const blocks = [
    ...(speaksOf === ""
      ? [heading(paragraph(headline, layout), layout)]
      : [
          heading(paragraph(speaksOf, layout), layout),
          quiet(paragraph(speaksFrom, layout), layout),
          paragraph(headline, layout),
        ]),
    shown.length === 0
      ? ""
      : [
          heading(`Furthest away first, against ${occupation.title}`, layout),
          quiet(
            paragraph(
              "● your record points to, ○ the work asks for, ─ 8 in 10 of what is likely; levels 0 to 7",
              layout,
            ),
            layout,
          ),
          ...shown.map((one) => elementLines(one, layout)),
          ...(rest > 0 ? [quiet(`  and ${rest} more, with --full`, layout)] : []),
        ].join("\n"),
    skills.length === 0 ? "" : skillLines(skills, layout),
    notes(notices, layout),
    quiet(
      paragraph(
        "A record shows only part of what one can do. To say it yourself: throughline show-rating-scale",
        layout,
      ),
      layout,
    ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function skillLines(skills: Abilities["skills"], layout: PlanLayout): string {
  const shown = layout.full ? skills : skills.slice(0, SHOWN_FIRST);
  const rest = skills.length - shown.length;
  return [
    heading("Skills, furthest away first (! essential), and how likely you hold each", layout),
    ...shown.map(({ name, essential, chance, comesFrom }) => {
      const line = paragraph(
        `${percent(chance).padStart(5)}  ${name}`,
        layout,
        essential ? "  ! " : "  · ",
        "           ",
      );
      return layout.full
        ? `${line}\n${quiet(paragraph(comesFrom, layout, "           "), layout)}`
        : line;
    }),
    ...(rest > 0 ? [quiet(`  and ${rest} more, with --full`, layout)] : []),
  ].join("\n");
}

function percent(chance: number): string {
  if (chance < 0.005) return "<1\u00a0%";
  return `${Math.round(chance * 100)}\u00a0%`;
}

function elementLines(one: Abilities["elements"][number], layout: PlanLayout): string {
  const name = one.name.length > NAME_WIDTH ? `${one.name.slice(0, NAME_WIDTH - 1)}…` : one.name;
  const line = `  ${name.padEnd(NAME_WIDTH)} ${scaleOf(one)} ${one.mean.toFixed(1)} of ${one.required.toFixed(1)}`;
  if (!layout.full) return line;
  const facts = [
    `importance ${one.importance.toFixed(1)} of 5`,
    `80\u00a0% between ${one.low.toFixed(1)} and ${one.high.toFixed(1)}`,
    `chance of what is asked ${percent(one.chance)}`,
    `typical of everyone ${one.prior.toFixed(1)}`,
    one.rating === undefined ? "" : `you say ${one.rating.level}`,
  ];
  const pieces = one.evidence.map(
    ({ label, levels }) => `${levels < 0 ? "−" : "+"}${Math.abs(levels).toFixed(2)} ${label}`,
  );
  return [
    line,
    quiet(paragraph(facts.filter((fact) => fact !== "").join(", "), layout, "      "), layout),
    paragraph(one.comesFrom, layout, "      "),
    ...(one.evidence.length > 1
      ? pieces.map((piece) => paragraph(piece, layout, "        ", "          "))
      : []),
  ].join("\n");
}

/** "···───●───○··": the band, the level believed and the level asked for. */
function scaleOf({ low, mean, high, required }: Abilities["elements"][number]): string {
  const cells = Array.from({ length: MOST_LEVEL * CELLS + 1 }, () => "·");
  const at = (level: number) => Math.round(Math.min(MOST_LEVEL, Math.max(0, level)) * CELLS);
  for (let i = at(low); i <= at(high); i++) cells[i] = "─";
  cells[at(mean)] = "●";
  cells[at(required)] = at(required) === at(mean) ? "◉" : "○";
  return cells.join("");
}

/** Returns what is best rated next, each with what its levels mean and how to say it. */
export function printScale(answer: Scale, layout: Layout): string {
  const { elements, occupation, rated, total, notices } = answer;
  const blocks = [
    heading(
      paragraph(
        `${rated} of the ${total} things that work as ${occupation.inWords} asks for have a rating of yours. Next, what matters most and is least certain:`,
        layout,
      ),
      layout,
    ),
    ...elements.map((one) =>
      [
        heading(`${one.name} (${one.id})`, layout),
        ...one.anchors.map(({ level, text }) => paragraph(text, layout, `  ${level}  `, "     ")),
        quiet(
          paragraph(
            `${one.rating === undefined ? "" : `you said ${one.rating.level}; `}your record points to ${one.estimate.mean.toFixed(1)}, likely ${one.estimate.low.toFixed(1)} to ${one.estimate.high.toFixed(1)}`,
            layout,
            "  ",
          ),
          layout,
        ),
      ].join("\n"),
    ),
    notes(notices, layout),
    quiet(
      paragraph(
        `To rate: throughline rate-yourself ${elements[0]?.id ?? "ID"} LEVEL, with a level from 0 to 7; halves are fine`,
        layout,
      ),
      layout,
    ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Returns what the ratings changed. */
export function printRated(answer: Rated, layout: Layout): string {
  const lines = answer.rated.map(({ name, level, before, after }) => {
    const said = level === undefined ? "your rating is taken back" : `you say ${level}`;
    const [from, to] = [before.mean.toFixed(1), after.mean.toFixed(1)];
    const moved =
      from === to ? `the estimate stays at ${to}` : `the estimate goes from ${from} to ${to}`;
    return paragraph(`${name}: ${said}; ${moved}.`, layout);
  });
  return `${[lines.join("\n"), notes(answer.notices, layout)].filter((block) => block !== "").join("\n\n")}\n`;
}

function notes(notices: readonly { readonly text: string }[], layout: Layout): string {
  if (notices.length === 0) return "";
  return [
    heading("Good to know", layout),
    ...notices.map(({ text }) => paragraph(text, layout, "  · ", "    ")),
  ].join("\n");
}
