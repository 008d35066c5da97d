// Occupations as text: what a search found, one occupation, what a title may mean and what was kept of a
// position. Sentences come with the answers; here is only their layout.

import { type Currency, moneyInWords } from "../domain/money.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import type { PlanLayout } from "./print-plan.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Found = OperationTypes["search-occupations"]["output"];
type Shown = OperationTypes["show-occupation"]["output"];
type Match = OperationTypes["match-title"]["output"];

/** Elements, skills, names and the like on the first screen; --full gives all. */
const SHOWN_FIRST = 8;
const BAR = 24;
const LABEL = 32;
/** Assumption: what is meant less than once in a hundred times is no help in a list. */
const LEAST_CHANCE = 0.01;

/** Returns what a search found, a line for each name with what is usual of it. */
export function printFound({ occupations, searched }: Found, layout: PlanLayout): string {
  if (occupations.length === 0) {
    const where = searched.length === 0 ? "That list was not added. " : "";
    return `${paragraph(`${where}Nothing found: try a word for what one does all day.`, layout)}\n`;
  }
  const blocks = occupations.map((one) => {
    const other = one.label.toLowerCase() === one.title.toLowerCase() ? "" : ` (${one.label})`;
    const facts = [
      one.payInWords,
      one.education ?? "",
      one.catalogue === "esco" ? "European list (ESCO)" : "",
    ].filter((fact) => fact !== "");
    return [
      paragraph(`${one.title}${other}`, layout),
      quiet(paragraph([one.id, ...facts].join(" · "), layout, "  "), layout),
    ].join("\n");
  });
  const next = "More on one of them: throughline show-occupation CODE";
  return `${[...blocks, quiet(next, layout)].join("\n\n")}\n`;
}

/** Returns one occupation as a page of text; with --full every element, skill, name and source. */
export function printOccupation(shown: Shown, layout: PlanLayout): string {
  const few = <T>(items: readonly T[]) => (layout.full ? items : items.slice(0, SHOWN_FIRST));
  const rest = (items: readonly unknown[]) =>
    layout.full || items.length <= SHOWN_FIRST
      ? []
      : [quiet(`  and ${items.length - SHOWN_FIRST} more, with --full`, layout)];
  const items = (texts: readonly string[]) => [
    ...few(texts).map((text) => paragraph(text, layout, "  · ", "    ")),
    ...rest(texts),
  ];
  const part = (name: string, lines: readonly string[]) => {
    const said = lines.filter((line) => line !== "");
    return said.length === 0 ? "" : [heading(name, layout), ...said].join("\n");
  };
  const say = (text: string) => (text === "" ? "" : paragraph(text, layout, "  "));
  const blocks = [
    heading(paragraph(shown.summary, layout), layout),
    quiet(paragraph(`${shown.title} · ${shown.id}`, layout), layout),
    shown.description === "" ? "" : paragraph(shown.description, layout),
    shown.figuresNote === "" ? "" : paragraph(shown.figuresNote, layout),
    part("Pay", [say(shown.payInWords), say(lendersOf(shown, ["pay"]))]),
    part("Openings", [say(shown.outlookInWords)]),
    part("How people come to it", [
      say(shown.zoneInWords),
      say(shown.educationInWords),
      ...shown.education.map((answer) => bar(answer, layout)),
      say(shown.experienceInWords),
      ...shown.trainingInWords.map(say),
      say(lendersOf(shown, ["zone", "typicalEducation", "education", "experience"])),
    ]),
    part("Licence", [
      ...items(
        shown.licences.map(({ name, place, minimumEducation, exam }) =>
          [
            `${name} (${place})`,
            ...(minimumEducation === "" ? [] : [`at least ${minimumEducation}`]),
            ...(exam === "" ? [] : [`then ${exam}`]),
          ].join(", "),
        ),
      ),
      say(shown.licenceInWords),
    ]),
    part(
      "What leads to it",
      items(
        shown.credentials.map(({ name, money, currency }) =>
          money.high < 1
            ? name
            : `${name}, ${amount(money.low, currency)} to ${amount(money.high, currency)} in fees`,
        ),
      ),
    ),
    part("Levels within it", items(shown.rungs.map(({ name }) => name))),
    part("What it asks for (importance of 5, level of 7)", [
      ...few(shown.elements).map(
        ({ phrase, importance, level }) =>
          `  ${phrase.slice(0, LABEL * 2).padEnd(LABEL * 1.5)} ${importance.toFixed(1)}  ${level === undefined ? "–" : level.toFixed(1)}`,
      ),
      ...rest(shown.elements),
    ]),
    part("Essential skills", items(shown.skills.essential)),
    part("Useful skills, not always asked for", items(shown.skills.optional)),
    part("What people in it do", items(shown.tasks)),
    part("Related occupations", items(shown.related.map(({ id, title }) => `${title} (${id})`))),
    shown.catalogue === "working"
      ? quiet(`Where people go from it: throughline show-moves ${shown.id}`, layout)
      : "",
    part("Also called", [say(few(shown.aliases).join(", ")), ...rest(shown.aliases)]),
    quiet(
      [shown.release, ...(layout.full ? shown.attribution : [])]
        .map((text) => paragraph(text, layout))
        .join("\n"),
      layout,
    ),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** "Borrowed from Nurse Midwives"; empty where nothing of these is. */
function lendersOf({ borrowed }: Shown, figures: readonly string[]): string {
  const names = borrowed
    .filter(({ figure }) => figures.includes(figure))
    .map(({ from }) => from.title);
  return names.length === 0 ? "" : `Borrowed from ${[...new Set(names)].join(", ")}.`;
}

function bar({ label, share }: Shown["education"][number], layout: Layout): string {
  const full = Math.max(1, Math.round(share * BAR));
  const line = `    ${label.padEnd(LABEL)} ${"█".repeat(full)} ${Math.round(share * 100)} in 100`;
  return layout.columns < line.length ? `    ${label}: ${Math.round(share * 100)} in 100` : line;
}

const STATES: Readonly<Record<Match["state"], string>> = {
  confirmed: "You said so",
  sure: "Sure",
  unsure: "Not sure; it may be one of these",
  none: "Nothing matched",
  declined: "You said that nothing is like it",
};

/** Returns what a title may mean, how sure that is, and each candidate with its chance. */
export function printMatch({ title, state, candidates }: Match, layout: PlanLayout): string {
  const near = candidates.filter(({ confidence }) => confidence >= LEAST_CHANCE);
  const [best] = near;
  const said =
    state === "sure" && best !== undefined
      ? `“${title}”: ${best.occupation}, quite surely.`
      : `“${title}”: ${STATES[state]}.`;
  const lines = near.map(({ occupation, occupationId, label, confidence }) => {
    const other = label.toLowerCase() === occupation.toLowerCase() ? "" : `, by “${label}”`;
    const text = `${occupation} (${occupationId})${other}, ${chance(confidence)}`;
    return paragraph(text, layout, "  · ", "    ");
  });
  return `${[heading(paragraph(said, layout), layout), ...lines].join("\n")}\n`;
}

function chance(confidence: number): string {
  return `about ${Math.max(1, Math.round(confidence * 100))} in 100`;
}

function amount(value: number, currency: string): string {
  return moneyInWords({ amount: value, currency: currency as Currency }); // As: the catalogue's own.
}
