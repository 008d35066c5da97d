// What can be wrong with a document of the person's own, and its sentence: what stood in the way of the
// whole, and what was not taken as it stands though the rest was. Formats only give codes and facts.

import type { JsonTextProblem } from "./json-text.ts";

/** The sections of a JSON Resume document that the record is read from. */
export type ResumeSection =
  | "work"
  | "volunteer"
  | "education"
  | "certificates"
  | "skills"
  | "breaks"
  | "selfRatings"
  | "ladders"
  | "interview"
  | "sittings"
  | "checkIns"
  | "decisions"
  | "horizonWords"
  | "statements"
  | "progress"
  | "basics"
  | "x-throughline";

/** What stands in the way of the whole document. */
export type ResumeProblem =
  | JsonTextProblem
  | { readonly code: "resume/not-a-resume"; readonly found: string }
  /** A résumé in another known format, such as "FRESH". */
  | { readonly code: "resume/other-format"; readonly format: string }
  | {
      readonly code: "resume/too-many-entries";
      readonly section: string;
      readonly count: number;
      readonly most: number;
    };

/** Where in the document: entries count from 1, 0 is the section as a whole. */
export interface Place {
  readonly section: ResumeSection;
  readonly entry: number;
  /** What the entry is called, as written; may be empty. */
  readonly label: string;
}

/** What was not taken as it stands; the entry was kept, and what it said is kept beside it. */
export type ResumeNotice =
  | (Place & {
      readonly code: "resume/impossible-date";
      readonly field: string;
      readonly text: string;
    })
  | (Place & {
      readonly code: "resume/end-before-start";
      readonly start: string;
      readonly end: string;
    })
  | (Place & {
      readonly code: "resume/wrong-type" | "resume/wrong-value";
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    })
  | { readonly code: "resume/unsafe-key"; readonly count: number };

export type FormatProblem = ResumeProblem | ResumeNotice;

function placeInWords({ section, entry, label }: Place): string {
  if (entry === 0) return `"${section}"`;
  return label === "" ? `"${section}" entry ${entry}` : `"${section}" entry ${entry} ("${label}")`;
}

/** Returns the sentence for the person: what, where, and what to do next. */
export function formatProblemText(problem: FormatProblem): string {
  switch (problem.code) {
    case "json/too-large":
      return `Cannot read the file: it has ${problem.characters} characters, at most ${problem.most} are read. Take out pictures or other embedded files and try again`;
    case "json/too-deep":
      return `Cannot read the file: it is nested more than ${problem.most} levels deep. A JSON Resume file needs fewer than ten`;
    case "json/empty":
      return "Cannot read the file: it is empty. Choose a JSON Resume file (jsonresume.org)";
    case "json/not-json": {
      const near = problem.near === "" ? "at the end of the text" : `near ${quoted(problem.near)}`;
      return `Cannot read the file as JSON: line ${problem.line}, column ${problem.column}, ${near}. Look there for a missing comma, quote or bracket`;
    }
    case "resume/not-a-resume":
      return `Cannot find a résumé in the file: it holds ${problem.found}, with no section such as "work", "education" or "skills". Choose a JSON Resume file (jsonresume.org)`;
    case "resume/other-format":
      return `Cannot read this kind of résumé yet: the file is in the ${problem.format} format. Export it as JSON Resume and try again`;
    case "resume/too-many-entries":
      return `Cannot read the file: its section "${problem.section}" has ${problem.count} entries, at most ${problem.most} are read. Split the file, or leave some out, and try again`;
    case "resume/impossible-date":
      return `In ${placeInWords(problem)} the date "${problem.text}" in "${problem.field}" is not one that exists, so it was left out. Write it as 2019, 2019-04 or 2019-04-17`;
    case "resume/end-before-start":
      return `In ${placeInWords(problem)} the end (${problem.end}) comes before the start (${problem.start}), so both were left out. Please give the right dates`;
    case "resume/wrong-type":
    case "resume/wrong-value": {
      const field = problem.field === "" ? "" : ` in "${problem.field}"`;
      return `In ${placeInWords(problem)} there is ${quotedValue(problem)}${field} where ${problem.expected} was expected. It was kept in the file's own words and not used`;
    }
    case "resume/unsafe-key":
      return problem.count === 1
        ? 'One field named "__proto__" was left out'
        : `${problem.count} fields named "__proto__" were left out`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', "'")}"`;
}

function quotedValue({ code, found }: { readonly code: string; readonly found: string }): string {
  return code === "resume/wrong-value" ? quoted(found) : found;
}
