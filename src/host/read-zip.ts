// The wanted files of a zip, entry by entry, under limits: nothing is written to disk by an entry's name,
// and no zip, however it was made, fills the memory. What yauzl does not check is checked here.

import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { fail, ok, type Result } from "../domain/result.ts";
import type { OpeningTrouble } from "../sources/opened-source.ts";

/**
 * Limits. *Assumption*: several times what any release has. O*NET 30.0: 46 files, the largest 9 MB;
 * ESCO 1.2: 17 files, the largest 26 MB, 41 MB in all; packed at most 17 to 1. Read into
 * memory, with a text of two bytes a character beside one file, this stays below 512 MB.
 */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
}
export const ZIP_LIMITS: ZipLimits = {
  entries: 5000,
  entryBytes: 64_000_000,
  totalBytes: 128_000_000,
  ratio: 100,
};
/** Smaller files may be packed as tightly as they like. */
const RATIO_COUNTS_FROM = 1_000_000;

export interface ZipReading {
  /** Whether an entry of this name is to be unpacked. */
  readonly wants: (name: string) => boolean;
  readonly signal: AbortSignal;
  /** Told how many bytes have been unpacked, of how many. */
  readonly onBytes: (done: number, whole: number) => void;
  readonly limits?: ZipLimits;
}

export interface ZipContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of all files in it, wanted or not. */
  readonly names: readonly string[];
}

/** Returns the wanted files by their names in the zip; a handle stays open. */
export async function readZip(
  source: FileHandle | Buffer,
  reading: ZipReading,
): Promise<Result<ZipContent, OpeningTrouble>> {
  let zip: ZipFile;
  try {
    zip = Buffer.isBuffer(source)
      ? await yauzl.fromBufferPromise(source)
      : await yauzl.fromFdPromise(source.fd, { autoClose: false });
  } catch (error) {
    return fail(damageOf(error));
  }
  const listed = await listEntries(zip, reading.limits ?? ZIP_LIMITS);
  if (!listed.ok) return listed;
  const names = listed.value.map(({ fileName }) => fileName);
  const wanted = listed.value.filter(({ fileName }) => reading.wants(fileName));
  const files = await unpackAll(zip, wanted, reading);
  return files.ok ? ok({ files: files.value, names }) : files;
}

/** All files of the zip; folders are left out, since no name is ever made on disk. */
async function listEntries(
  zip: ZipFile,
  limits: ZipLimits,
): Promise<Result<readonly Entry[], OpeningTrouble>> {
  const entries = new Map<string, Entry>();
  let count = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      count += 1;
      if (count > limits.entries) return tooLarge("number of files", limits.entries);
      if (entries.has(name)) return fail({ code: "source/duplicate-name", name });
      if (!name.endsWith("/")) entries.set(name, entry);
    }
  } catch (error) {
    return fail(damageOf(error));
  }
  return ok([...entries.values()]);
}

async function unpackAll(
  zip: ZipFile,
  wanted: readonly Entry[],
  { signal, onBytes, limits = ZIP_LIMITS }: ZipReading,
): Promise<Result<ReadonlyMap<string, Uint8Array>, OpeningTrouble>> {
  // What the zip says of itself is a first word only: what really comes is counted again below.
  const whole = wanted.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (whole > limits.totalBytes) return tooLarge("unpacked size", limits.totalBytes);
  const files = new Map<string, Uint8Array>();
  let done = 0;
  for (const entry of wanted) {
    const unpacked = await unpack(zip, entry, { signal, limits, left: limits.totalBytes - done });
    if (!unpacked.ok) return unpacked;
    files.set(entry.fileName, unpacked.value);
    done += unpacked.value.length;
    onBytes(done, Math.max(done, whole));
  }
  return ok(files);
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  { signal, limits, left }: { signal: AbortSignal; limits: ZipLimits; left: number },
): Promise<Result<Uint8Array, OpeningTrouble>> {
  if (entry.isEncrypted()) {
    return fail({ code: "source/damaged-zip", reason: "it asks for a password" });
  }
  if (entry.uncompressedSize > limits.entryBytes) return tooLarge("file", limits.entryBytes);
  const mostByRatio = Math.max(RATIO_COUNTS_FROM, entry.compressedSize * limits.ratio);
  const chunks: Buffer[] = [];
  let size = 0;
  let sum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (signal.aborted) return fail({ code: "source/cancelled" });
      size += chunk.length;
      if (size > limits.entryBytes) return tooLarge("file", limits.entryBytes);
      if (size > left) return tooLarge("unpacked size", limits.totalBytes);
      if (size > mostByRatio) return tooLarge("packing ratio", limits.ratio);
      sum = crc32(chunk, sum);
      chunks.push(chunk);
    }
  } catch (error) {
    return fail(damageOf(error));
  }
  if (sum !== entry.crc32) {
    const reason = `"${entry.fileName}" is not what was packed`;
    return fail({ code: "source/damaged-zip", reason });
  }
  return ok(Buffer.concat(chunks));
}

function tooLarge(
  what: Extract<OpeningTrouble, { code: "source/too-large" }>["what"],
  most: number,
): { readonly ok: false; readonly problem: OpeningTrouble } {
  return fail({ code: "source/too-large", what, most });
}

/** yauzl's and zlib's errors as problems; what is no fault of the zip (the disk) is thrown on. */
function damageOf(error: unknown): OpeningTrouble {
  if (!(error instanceof Error)) throw error;
  const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s;
  const name = outside.exec(error.message)?.[1];
  if (name !== undefined) return { code: "source/unsafe-name", name };
  const systemCode = "code" in error ? String(error.code) : "";
  if (/^E[A-Z]+$/.test(systemCode)) throw error;
  const isCut = /not found|EOF|overflows|truncated|unexpected end/i.test(error.message);
  return { code: "source/damaged-zip", reason: isCut ? "a part of it is missing" : error.message };
}
