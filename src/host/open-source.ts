// A download of public data, wherever it is: a zip, a folder, a single table or an http(s) address, to
// the bytes of the files that its reader wants. Limits hold everywhere; what is expected to go wrong is
// a value, and a failing disk is thrown.

import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, opendir } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "../domain/result.ts";
import type {
  OpenedSource,
  OpeningProblem,
  OpeningProgress,
  OpeningTrouble,
} from "../sources/opened-source.ts";
import { baseNameOf } from "../sources/source-files.ts";
import {
  holdsSeveralReleases,
  isSheet,
  kindByNames,
  SOURCE_KINDS,
  type SourceKind,
  WANTED,
} from "../sources/wanted-files.ts";
import { type DownloadOptions, withDownload } from "./download.ts";
import { readSpreadsheet, SHEET_ROOM } from "./read-spreadsheet.ts";
import { readZip, ZIP_LIMITS, type ZipLimits } from "./read-zip.ts";

/** Folders below the one given that are looked into, and names looked at in all. *Assumption.* */
const DEEPEST = 3;
const MOST_NAMES = 10_000;
/** Names told of what is in a wrong download. */
const NAMES_TOLD = 5;

export interface OpenOptions {
  readonly kind: SourceKind;
  /** For what is downloaded; each file in it is gone before the answer. */
  readonly temporaryFolder: string;
  readonly signal?: AbortSignal;
  readonly progress?: OpeningProgress;
  readonly limits?: ZipLimits;
  readonly download?: Pick<DownloadOptions, "mostBytes" | "waits" | "mostSilence">;
}

interface Opening extends Omit<OpenOptions, "signal" | "progress"> {
  readonly signal: AbortSignal;
  readonly progress: OpeningProgress;
  /** The location's own name, before the name of each file. */
  readonly own: string;
}

interface Content {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly names: readonly string[];
  readonly isFolder?: boolean;
  readonly sha256: string;
  readonly bytes: number;
}

/** Returns the wanted files of a zip, a folder, a table or an address, or why they cannot be had. */
export async function openSource(
  location: string,
  options: OpenOptions,
): Promise<Result<OpenedSource, OpeningProblem>> {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(location);
  const opening: Opening = {
    ...options,
    signal: options.signal ?? new AbortController().signal,
    progress: options.progress ?? (() => undefined),
    own: ownNameOf(location, isAddress),
  };
  const content = isAddress
    ? await openAddress(location, opening)
    : await openPath(location, opening);
  const tables = content.ok ? await withSheets(content.value, opening) : content;
  const checked = tables.ok ? checkKind(tables.value, opening) : tables;
  if (!checked.ok) return fail({ ...checked.problem, location: shownAddress(location) });
  const { files, sha256, bytes } = checked.value;
  const named = [...files].map(([name, own]) => [`${opening.own}/${name}`, own] as const);
  const sorted = named.sort(([a], [b]) => (a < b ? -1 : 1));
  return ok({ files: new Map(sorted), sha256, bytes, releaseHint: opening.own });
}

function ownNameOf(location: string, isAddress: boolean): string {
  const path = isAddress && URL.canParse(location) ? new URL(location).pathname : location;
  return baseNameOf(path.replace(/[/\\]+$/, "")) || "download";
}

/** Without a password or a key that may stand in it: the sentence may be shown or logged. */
function shownAddress(location: string): string {
  if (!/^https?:/i.test(location) || !URL.canParse(location)) return location;
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname}`;
}

async function openAddress(
  address: string,
  opening: Opening,
): Promise<Result<Content, OpeningTrouble>> {
  const reason = wrongAddress(address);
  if (reason !== undefined) return fail({ code: "source/bad-address", reason });
  const options: DownloadOptions = {
    ...opening.download,
    temporaryFolder: opening.temporaryFolder,
    signal: opening.signal,
    onBytes: (done, whole) => opening.progress("downloading", done, whole),
  };
  return withDownload(address, options, (handle) => openFile(handle, opening));
}

function wrongAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return "it is no address";
  const { protocol, username, password } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return `"${protocol}" is not used here`;
  return username + password === "" ? undefined : "it has a name or a password in it";
}

async function openPath(path: string, opening: Opening): Promise<Result<Content, OpeningTrouble>> {
  let handle: FileHandle;
  try {
    // Not waiting for somebody to write into a pipe that was given by mistake.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    // Windows refuses to open folders.
    if (["EISDIR", "EPERM", "EACCES"].includes(codeOf(error))) {
      const folder = await openFolder(path, opening).catch(() => undefined);
      if (folder !== undefined) return folder;
    }
    return fail(troubleOf(error));
  }
  try {
    const found = await handle.stat();
    if (found.isDirectory()) return await openFolder(path, opening);
    if (found.isFile()) return await openFile(handle, opening);
    return fail({ code: "source/not-readable", reason: "it is neither a file nor a folder" });
  } finally {
    await handle.close();
  }
}

/** A zip or a single table. */
async function openFile(
  handle: FileHandle,
  opening: Opening,
): Promise<Result<Content, OpeningTrouble>> {
  const { size } = await handle.stat();
  if (size === 0) return fail({ code: "source/damaged-zip", reason: "it is empty" });
  const start = Buffer.alloc(4);
  await handle.read(start, 0, 4, 0);
  const isZip = start.subarray(0, 2).toString("latin1") === "PK";
  // A spreadsheet is a zip too, and wanted whole.
  if (!isZip || isSheet(opening.own)) return openTable(handle, size, opening);
  const hash = createHash("sha256");
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
    if (opening.signal.aborted) return fail({ code: "source/cancelled" });
    hash.update(chunk);
  }
  const unpacked = await readZip(handle, {
    wants: WANTED[opening.kind].wants,
    signal: opening.signal,
    onBytes: (done, whole) => opening.progress("unpacking", done, whole),
    limits: opening.limits ?? ZIP_LIMITS,
  });
  if (!unpacked.ok) return unpacked;
  return ok({ ...unpacked.value, sha256: hash.digest("hex"), bytes: size });
}

async function openTable(
  handle: FileHandle,
  size: number,
  opening: Opening,
): Promise<Result<Content, OpeningTrouble>> {
  const { kind, own } = opening;
  if (!WANTED[kind].wants(own)) return fail({ code: "source/not-a-zip", kind });
  const { entryBytes } = opening.limits ?? ZIP_LIMITS;
  if (size > entryBytes) {
    return fail({ code: "source/too-large", what: "file", most: entryBytes });
  }
  const bytes = await readAll(handle, size);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ files: new Map([[own, bytes]]), names: [own], sha256, bytes: bytes.length });
}

/** Reads at most `size` bytes from the beginning. */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

async function openFolder(
  folder: string,
  opening: Opening,
): Promise<Result<Content, OpeningTrouble>> {
  const names: string[] = [];
  let complete: boolean;
  try {
    complete = await listNames(folder, "", names, 0);
  } catch (error) {
    return fail(insideOf(error));
  }
  if (!complete) {
    return fail({ code: "source/too-large", what: "number of files", most: MOST_NAMES });
  }
  const wanted = names.filter((name) => WANTED[opening.kind].wants(name)).sort();
  const files = new Map<string, Uint8Array>();
  const hash = createHash("sha256");
  let total = 0;
  for (const name of wanted) {
    if (opening.signal.aborted) return fail({ code: "source/cancelled" });
    const read = await readInFolder(join(folder, name), total, opening);
    if (!read.ok) return read;
    files.set(name, read.value);
    total += read.value.length;
    hashFile(hash, name, read.value);
    opening.progress("unpacking", total, undefined);
  }
  return ok({ files, names, isFolder: true, sha256: hash.digest("hex"), bytes: total });
}

/** Name and length before the bytes, so that no two folders look the same by chance. */
function hashFile(hash: Hash, name: string, bytes: Uint8Array): void {
  hash.update(`${name}\0${bytes.length}\0`).update(bytes);
}

/** Adds the names of all files below a folder, with "/" between; false when there are too many. */
async function listNames(
  folder: string,
  before: string,
  names: string[],
  depth: number,
): Promise<boolean> {
  for await (const entry of await opendir(folder)) {
    if (names.length >= MOST_NAMES) return false;
    // Links are not followed into other folders; a link to a file is one of its files.
    if (entry.isDirectory() && depth < DEEPEST) {
      const inside = `${before}${entry.name}/`;
      if (!(await listNames(join(folder, entry.name), inside, names, depth + 1))) return false;
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      names.push(`${before}${entry.name}`);
    }
  }
  return true;
}

async function readInFolder(
  path: string,
  before: number,
  opening: Opening,
): Promise<Result<Uint8Array, OpeningTrouble>> {
  const { entryBytes, totalBytes } = opening.limits ?? ZIP_LIMITS;
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return ok(new Uint8Array());
    if (found.size > entryBytes) {
      return fail({ code: "source/too-large", what: "file", most: entryBytes });
    }
    if (before + found.size > totalBytes) {
      return fail({ code: "source/too-large", what: "unpacked size", most: totalBytes });
    }
    return ok(await readAll(handle, found.size));
  } catch (error) {
    return fail(insideOf(error));
  } finally {
    await handle?.close();
  }
}

/**
 * In the place of each spreadsheet, its sheets as tables. One that cannot be read is left out: it may be
 * any other that lies beside the right one. It counts only where there is nothing else.
 */
async function withSheets(
  content: Content,
  { kind, signal, limits = ZIP_LIMITS }: Opening,
): Promise<Result<Content, OpeningTrouble>> {
  const files = new Map<string, Uint8Array>();
  let trouble: OpeningTrouble | undefined;
  let room = SHEET_ROOM;
  for (const [name, bytes] of content.files) {
    if (!isSheet(name)) {
      files.set(name, bytes);
      continue;
    }
    const sheets = await readSpreadsheet(bytes, { name, signal, limits, room });
    if (signal.aborted) return fail({ code: "source/cancelled" });
    if (!sheets.ok) {
      trouble ??= sheets.problem;
      continue;
    }
    room = sheets.value.room;
    for (const [sheet, own] of sheets.value.files) files.set(`${name}/${sheet}`, own);
  }
  const isProved = [...files].some(([path, bytes]) => WANTED[kind].proves({ path, bytes }));
  return trouble === undefined || isProved ? ok({ ...content, files }) : fail(trouble);
}

/** What is in it must be what was asked for, before anything of it is kept. */
function checkKind(content: Content, { kind }: Opening): Result<Content, OpeningTrouble> {
  const files = [...content.files].map(([path, bytes]) => ({ path, bytes }));
  if (holdsSeveralReleases(kind, files)) return fail({ code: "source/several-releases", kind });
  if (files.some(WANTED[kind].proves)) return ok(content);
  // What lies in a folder is not told: who asks may be an assistant, and the folder any.
  const told = content.isFolder === true ? [] : content.names;
  const found = [...told].sort().slice(0, NAMES_TOLD);
  const looksLike =
    kindByNames(content.names) ??
    SOURCE_KINDS.find((other) => other !== kind && files.some(WANTED[other].proves));
  return fail({ code: "source/wrong-kind", kind, found, looksLike });
}

/** What a path that cannot be opened means; a failing disk is thrown on. */
function troubleOf(error: unknown): OpeningTrouble {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return { code: "source/not-found" };
    case "EACCES":
    case "EPERM":
      return { code: "source/not-readable", reason: "it may not be read" };
    case "ELOOP":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
    case "ENXIO":
      return { code: "source/not-readable", reason: "it is no usable path" };
    default:
      throw error;
  }
}

/** The same of what lies in a folder; it is not named, since who asks may be an assistant. */
function insideOf(error: unknown): OpeningTrouble {
  const trouble = troubleOf(error);
  return trouble.code === "source/not-readable"
    ? { ...trouble, reason: "a file or a folder in it may not be read" }
    : trouble;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
