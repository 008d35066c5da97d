// The public catalogues in the terminal: what was added and what it says of itself, how far titles are
// learnt, and what more there is.

import { capital, lowerFirst } from "../domain/first-letter.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type Listed = OperationTypes["list-catalogues"]["output"];
type Added = OperationTypes["add-catalogue"]["output"];

/** Returns what list-catalogues answers, as a page. */
export function printCatalogues(listed: Listed, layout: Layout): string {
  const { working, added, kinds, training } = listed;
  const lines = [
    paragraph(
      `Plans are made from ${working.occupations.toLocaleString("en")} occupations (${working.release}).`,
      layout,
    ),
  ];
  const said = new Set(added.flatMap(({ attribution }) => attribution));
  for (const text of working.attribution.filter((line) => !said.has(line))) {
    lines.push(quiet(paragraph(text, layout), layout));
  }
  for (const one of added) {
    const name = bareName(one.name);
    lines.push(
      "",
      heading(one.release.startsWith(name) ? one.release : `${name}: ${one.release}`, layout),
    );
    lines.push(
      paragraph(`${countsInWords(one.counts)}; added on ${one.addedAt.slice(0, 10)}`, layout, "  "),
    );
    for (const { source, bytes, sha256 } of [one, ...one.alsoFrom]) {
      lines.push(
        paragraph(`From ${source} (${megabytes(bytes)}, SHA-256 ${sha256})`, layout, "  "),
      );
    }
    lines.push(...bullets(one.lacks, layout));
    lines.push(...one.attribution.map((text) => quiet(paragraph(text, layout, "  "), layout)));
  }
  const sentence = TRAINING_WORDS[training.state];
  if (sentence !== "") lines.push("", paragraph(sentence, layout));
  const more = kinds.filter(({ kind }) => !added.some((one) => one.kind === kind));
  if (more.length > 0) lines.push("", heading("Not added", layout));
  for (const kind of more) {
    const isFetched = kind.official.some(({ download }) => download !== undefined);
    const command = `throughline catalogue add ${kind.kind}${isFetched ? "" : " FILE"}`;
    lines.push(paragraph(`${command}: ${lowerFirst(kind.gain)}`, layout, "  · ", "    "));
    if (isFetched) continue;
    for (const { name, page } of kind.official) {
      lines.push(quiet(paragraph(`${name}: ${page}`, layout, "    "), layout));
    }
  }
  return `${lines.join("\n")}\n`;
}

const TRAINING_WORDS: Readonly<Record<Listed["training"]["state"], string>> = {
  "not-needed": "",
  untrained:
    "Titles are matched by their words. To find those that share no word too: throughline catalogue train",
  training: "Titles are being learnt.",
  trained: "The titles of what was added are learnt.",
};

/** What train-titles comes to; nobody asked for one catalogue, so it says which titles. */
export const TRAINED: Readonly<
  Record<OperationTypes["train-titles"]["output"]["training"], string>
> = {
  trained: "The titles of what was added are learnt.",
  stopped:
    "The titles were not learnt to the end: they are matched by their words. Learn them at any time.",
  "not-asked": "Titles are matched by their words.",
  "not-needed":
    "There is nothing to learn: the starter catalogue's titles are matched by their words. Add O*NET or ESCO first.",
};

/** Returns what add-catalogue answers, as a few lines. */
export function printAdded(added: Added, layout: Layout): string {
  const { leftOut } = added;
  const left = [
    ...leftOut.first,
    ...(leftOut.count > leftOut.first.length
      ? [`${leftOut.count - leftOut.first.length} more rows left out`]
      : []),
  ];
  const lines = [
    heading(`${headOf(added)} ${added.release}`, layout),
    paragraph(countsInWords(added.counts), layout, "  "),
    ...(added.kept.length === 0
      ? []
      : [paragraph(`Kept from before: ${added.kept.join(", ")}.`, layout, "  ")]),
    ...bullets(added.lacks, layout),
    ...bullets(left, layout),
    ...(added.training === "not-needed" ? [] : [paragraph(added.titles, layout)]),
    ...added.attribution.map((text) => quiet(paragraph(text, layout), layout)),
  ];
  return `${lines.join("\n")}\n`;
}

function headOf({ replaced, kept }: Added): string {
  if (kept.length === 0) return replaced ? "Replaced by" : "Added";
  return replaced ? "Renewed, now" : "Completed, now";
}

function bullets(texts: readonly string[], layout: Layout): string[] {
  return texts.map((text) => paragraph(text, layout, "  · ", "    "));
}

function countsInWords(counts: Added["counts"]): string {
  return counts.map(({ name, count }) => `${count.toLocaleString("en")} ${name}`).join(", ");
}

function megabytes(bytes: number): string {
  const size = bytes / 1_000_000;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}

function bareName(name: string): string {
  return capital(name.replace(/^the /, ""));
}
