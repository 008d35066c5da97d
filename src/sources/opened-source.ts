// A download of public data once it is open: the files that a reader wants, and what stood in the way
// of opening it, with its sentence. Opening is host/'s work.

import { officialPagesOf } from "./official-addresses.ts";
import { type SourceKind, WANTED } from "./wanted-files.ts";

export interface OpenedSource {
  /** Name (with the zip's or folder's own name before it) to bytes, in ascending order of names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of the whole zip or file; of a folder, over the names and bytes of the files that are wanted. */
  readonly sha256: string;
  /** Of the whole zip or file; of a folder, of the files that are wanted. */
  readonly bytes: number;
  /** The zip's or folder's own name, which often says the release: "db_30_0_text.zip". */
  readonly releaseHint: string;
}

/** Told what is being done and how many bytes of how many; the whole is undefined where it is not known. */
export type OpeningProgress = (
  doing: "downloading" | "unpacking",
  done: number,
  whole: number | undefined,
) => void;

/** What has a limit, so that no input can fill the disk or the memory. */
export type Limited = "download" | "file" | "unpacked size" | "number of files" | "packing ratio";

export type OpeningTrouble =
  | { readonly code: "source/not-found" }
  | { readonly code: "source/not-readable"; readonly reason: string }
  | {
      readonly code: "source/wrong-kind";
      readonly kind: SourceKind;
      /** Some names of what is in it. */
      readonly found: readonly string[];
      /** What it is instead, where the names tell. */
      readonly looksLike: SourceKind | undefined;
    }
  | { readonly code: "source/several-releases"; readonly kind: SourceKind }
  | { readonly code: "source/not-a-zip"; readonly kind: SourceKind }
  | { readonly code: "source/damaged-zip"; readonly reason: string }
  | { readonly code: "source/unsafe-name"; readonly name: string }
  | { readonly code: "source/duplicate-name"; readonly name: string }
  | { readonly code: "source/too-large"; readonly what: Limited; readonly most: number }
  | { readonly code: "source/spreadsheet"; readonly file: string; readonly reason: string }
  | { readonly code: "source/bad-address"; readonly reason: string }
  | { readonly code: "source/unreachable"; readonly reason: string }
  | { readonly code: "source/refused"; readonly status: number }
  | { readonly code: "source/redirects"; readonly most: number }
  | { readonly code: "source/insecure-redirect"; readonly to: string }
  | { readonly code: "source/web-page" }
  | {
      readonly code: "source/cut-off";
      readonly received: number;
      readonly whole: number | undefined;
      readonly tries: number;
    }
  | { readonly code: "source/wrong-length"; readonly received: number; readonly whole: number }
  | { readonly code: "source/disk-full" }
  /** What is downloaded can be kept nowhere, not even for a moment. */
  | { readonly code: "source/no-place"; readonly folder: string }
  | { readonly code: "source/cancelled" };

/** What stood in the way, and of what. */
export type OpeningProblem = OpeningTrouble & { readonly location: string };

/** Returns the problem's sentence, without a full stop at its end. */
export function openingProblemText(problem: OpeningProblem): string {
  const cannot = `Cannot open "${shortened(problem.location)}"`;
  switch (problem.code) {
    case "source/not-found":
      return `${cannot}: there is nothing there. Check the path or the address`;
    case "source/not-readable":
      return `${cannot}: ${problem.reason}. Check who may read it`;
    case "source/wrong-kind":
      return `${cannot} as ${WANTED[problem.kind].name}: ${wrongKindInWords(problem)}`;
    case "source/several-releases":
      return `${cannot} as ${WANTED[problem.kind].name}: it holds more than one release, and their tables would be mixed. Give the folder or the zip of one`;
    case "source/not-a-zip":
      return `${cannot}: it is neither a zip nor a table of ${WANTED[problem.kind].name}. Give the zip as it was downloaded, or a folder with its files (${pagesInWords(problem.kind)})`;
    case "source/damaged-zip":
      return `${cannot}: the file is damaged (${problem.reason}). Download it again`;
    case "source/unsafe-name":
      return `${cannot}: it has a file named "${shortened(problem.name)}", which points outside it. No official download does; get it from the official page`;
    case "source/duplicate-name":
      return `${cannot}: it has two files named "${shortened(problem.name)}", and it is not clear which counts. Get it from the official page, or give a folder with the right one`;
    case "source/too-large":
      return `${cannot}: its ${problem.what} is over ${limitInWords(problem)}, more than any release has. Get it from the official page, or give a folder with only the files that are needed`;
    case "source/spreadsheet":
      return `${cannot}: the spreadsheet "${problem.file}" cannot be read (${problem.reason}). Save its sheet as CSV and give that file`;
    case "source/bad-address":
      return `${cannot}: ${problem.reason}. Give an address that begins with https://`;
    case "source/unreachable":
      return `${cannot}: the server cannot be reached (${problem.reason}). Check the connection, or download it in a browser and give the file`;
    case "source/refused":
      return `${cannot}: the server answered ${problem.status}. Try later, or download it in a browser and give the file`;
    case "source/redirects":
      return `${cannot}: the address leads on more than ${problem.most} times. Download it in a browser and give the file`;
    case "source/insecure-redirect":
      return `${cannot}: it leads on to "${shortened(problem.to)}", which is not protected on its way. Download it in a browser and give the file`;
    case "source/web-page":
      return `${cannot}: it is a web page, not the download itself. Open it in a browser, download the file there, and give that file`;
    case "source/cut-off":
      return `${cannot}: the connection was cut ${problem.tries} times, at last after ${megabytes(problem.received)}${problem.whole === undefined ? "" : ` of ${megabytes(problem.whole)}`}. Try again when the connection is better`;
    case "source/wrong-length":
      return `${cannot}: ${exactly(problem.received)} came instead of ${exactly(problem.whole)}. Try again, or download it in a browser and give the file`;
    case "source/disk-full":
      return `${cannot}: the disk is full. Make room and try again`;
    case "source/no-place":
      return `${cannot}: the download cannot be kept in "${shortened(problem.folder)}" while it is read. Check who may write there, or choose another folder with --data`;
    case "source/cancelled":
      return `Stopped opening "${shortened(problem.location)}". Nothing was changed`;
  }
}

function wrongKindInWords({
  kind,
  found,
  looksLike,
}: Extract<OpeningProblem, { code: "source/wrong-kind" }>): string {
  const lacks = `it lacks ${WANTED[kind].expected}`;
  if (looksLike !== undefined && looksLike !== kind) {
    return `${lacks}. It looks like ${WANTED[looksLike].name}; add it as that`;
  }
  const has =
    found.length === 0 ? "None of its files is there" : `It has ${found.map(quoted).join(", ")}`;
  return `${lacks}. ${has}. Give the whole download (${pagesInWords(kind)})`;
}

/** Where it is to be had. */
function pagesInWords(kind: SourceKind): string {
  return officialPagesOf(kind).join(", ");
}

function quoted(name: string): string {
  return `"${shortened(name)}"`;
}

function limitInWords({ what, most }: { readonly what: Limited; readonly most: number }): string {
  if (what === "number of files") return `${most}`;
  return what === "packing ratio" ? `${most} to 1` : megabytes(most);
}

function exactly(bytes: number): string {
  return `${bytes.toLocaleString("en")} bytes`;
}

function megabytes(bytes: number): string {
  const size = bytes / 1_000_000;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** Returns whether a problem is one of opening a download. */
export function isOpeningProblem<P extends { readonly code: string }>(
  problem: P,
): problem is Extract<P, OpeningProblem> {
  return problem.code.startsWith("source/") && "location" in problem;
}
