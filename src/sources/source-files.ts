// The files of a release by name: whatever folder they lie in, however the name is cased, with or
// without a language at its end. Nothing here knows what is in them.

/** A file's name, with or without folders before it, and its bytes. */
export type SourceFiles = ReadonlyMap<string, Uint8Array> | Readonly<Record<string, Uint8Array>>;

export interface SourceFile {
  /** The name as given. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Returns the files in the order of their names, so that the order they came in changes nothing. */
export function listSourceFiles(files: SourceFiles): readonly SourceFile[] {
  const entries = files instanceof Map ? [...files] : Object.entries(files);
  return entries
    .map(([path, bytes]) => ({ path, bytes }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Returns the last part of a path, whichever way its slashes lean. */
export function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Returns the folders before a file's name, "" for none; a sheet lies where its spreadsheet does. */
export function folderOf(path: string): string {
  const book = bookOf(path);
  return book.slice(0, book.length - baseNameOf(book).length);
}

/**
 * Returns what a table is called in a file's name: lower case, letters and digits only, no ending and no
 * language, so that "Job Zones.txt" is "jobzones" and "skills_en.csv" is "skills". A sheet has the name of
 * its spreadsheet: "Skills.xlsx/sheet1.csv" is "skills".
 */
export function tableNameOf(path: string): string {
  const stem = baseNameOf(bookOf(path)).replace(FILE_ENDING, "");
  return plainName(stem.replace(/_[a-z]{2}$/i, ""));
}

/** The spreadsheet that a sheet is of; any other file itself. */
function bookOf(path: string): string {
  return /^(.*\.xlsx)\/[^/]+$/i.exec(path)?.[1] ?? path;
}

const FILE_ENDING = /\.(txt|tsv|csv|xlsx)$/i;

/** Returns the language at the end of a file's name, "en" of "skills_en.csv"; empty where there is none. */
export function languageOf(path: string): string {
  return /_([a-z]{2})\.(?:txt|tsv|csv)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** Returns letters and digits only, lower case: how names of tables and columns are compared. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
