// What can be wrong in a source's files, and what a release does not have: a code, where it is, and what
// stood there. A bad row is left out and reported; the rows around it are kept. The sentences are here
// too; the starter's own files never show them.

import { baseNameOf } from "./source-files.ts";

/** A row or a cell that cannot be used. */
export type RowProblem = {
  readonly code:
    | "source/bad-value"
    | "source/unknown-id"
    | "source/duplicate"
    | "source/broken-row";
  readonly file: string;
  /** 1 is the header. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
};

/** What the release does not have. The rest of the catalogue is as good as ever. */
export type Lack =
  /** No table for it at all; `file` is what the table is called where there is one. */
  | { readonly code: "source/lacks-table"; readonly what: string; readonly file: string }
  | { readonly code: "source/lacks-column"; readonly file: string; readonly column: string }
  /** Only some occupations have it. */
  | {
      readonly code: "source/partly-known";
      readonly what: string;
      readonly known: number;
      readonly of: number;
    }
  /** The language that was read, and those of files that were left where they are; ISO 639 codes. */
  | {
      readonly code: "source/language";
      readonly read: string;
      readonly others: readonly string[];
    }
  /** Figures left out because the source itself advises against showing them. */
  | { readonly code: "source/suppressed"; readonly file: string; readonly count: number }
  /** Figures of which the source only says that they are at least `least`. */
  | { readonly code: "source/top-coded"; readonly count: number; readonly least: number }
  /** Pay by the hour only, taken as a year of `hours`. */
  | { readonly code: "source/hourly-only"; readonly count: number; readonly hours: number };

export type SourceProblem =
  | { readonly code: "source/missing-file"; readonly file: string }
  | { readonly code: "source/unreadable-file"; readonly file: string; readonly reason: string }
  | { readonly code: "source/missing-column"; readonly file: string; readonly column: string }
  | RowProblem
  /** Further rows of the same file with the same problem, beyond those that are listed. */
  | {
      readonly code: "source/more-rows";
      readonly problem: RowProblem["code"];
      readonly file: string;
      readonly count: number;
    }
  | Lack;

/** Returns whether a problem is one of what is in a source's files. */
export function isSourceProblem<P extends { readonly code: string }>(
  problem: P,
): problem is Extract<P, SourceProblem> {
  return problem.code.startsWith("source/") && !("location" in problem);
}

/** Returns the problem's sentence, without a full stop at its end. */
export function sourceProblemText(problem: SourceProblem): string {
  switch (problem.code) {
    case "source/missing-file":
      return `Cannot find "${problem.file}": the release must have it. Give the whole download, as a zip or a folder`;
    case "source/unreadable-file":
      return `Cannot read "${nameIn(problem.file)}": ${problem.reason}`;
    case "source/missing-column":
      return `Cannot read "${nameIn(problem.file)}": it has no column "${problem.column}"`;
    case "source/bad-value":
      return `${rowInWords(problem)} left out: "${shortened(problem.value)}" is no ${problem.column}`;
    case "source/unknown-id":
      return `${rowInWords(problem)} left out: there is no "${shortened(problem.value)}" (${problem.column})`;
    case "source/duplicate":
      return `${rowInWords(problem)} left out: "${shortened(problem.value)}" (${problem.column}) stood there before`;
    case "source/broken-row":
      return `${rowInWords(problem)} left out: ${problem.value}`;
    case "source/more-rows":
      return `"${nameIn(problem.file)}": ${counted(problem.count, "more row")} left out in the same way (${problem.problem.slice("source/".length)})`;
    case "source/lacks-table":
      return `No ${problem.what}: the release has no "${problem.file}"`;
    case "source/lacks-column":
      return `"${nameIn(problem.file)}" has no column "${problem.column}": what it would say is not known`;
    case "source/partly-known":
      return `${grouped(problem.of - problem.known)} of ${grouped(problem.of)} occupations ${problem.of - problem.known === 1 ? "has" : "have"} no ${problem.what}`;
    case "source/language":
      return languageInWords(problem);
    case "source/suppressed":
      return `"${nameIn(problem.file)}": ${counted(problem.count, "figure")} left out as too imprecise, as the source itself advises`;
    case "source/top-coded":
      return `${counted(problem.count, "figure")} of pay given only as "at least ${grouped(problem.least)}": that much is taken`;
    case "source/hourly-only":
      return `${counted(problem.count, "occupation")} with pay by the hour only: a year is taken as ${grouped(problem.hours)} hours`;
  }
}

function languageInWords({
  read,
  others,
}: Extract<SourceProblem, { code: "source/language" }>): string {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const name = (code: string) => names.of(code) ?? code;
  const rest = others.length === 0 ? "" : `; not those in ${others.map(name).join(", ")}`;
  const advice = read === "en" ? "" : ". English titles find little in it: choose English";
  return `Its labels are read in ${name(read)}${rest}${advice}`;
}

function rowInWords({ file, line }: RowProblem): string {
  return `"${nameIn(file)}", line ${line}:`;
}

/** The file's own name, without the zip and the folders it lay in; of a sheet, its spreadsheet's too. */
function nameIn(path: string): string {
  return /[^/]+\.xlsx\/[^/]+$/i.exec(path)?.[0] ?? baseNameOf(path);
}

function counted(count: number, one: string): string {
  return `${grouped(count)} ${one}${count === 1 ? "" : "s"}`;
}

/** As the counts above it are written: 1,016. */
function grouped(count: number): string {
  return count.toLocaleString("en");
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
