// A download from an http(s) address into a temporary file: redirects, resuming after a cut, limited
// tries, a limit to its size. Whatever happens, nothing stays on the disk.

import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fail, ok, type Result } from "../domain/result.ts";
import type { OpeningTrouble } from "../sources/opened-source.ts";

/** *Assumption*: several times the largest release (O*NET as spreadsheets, some 60 MB). */
export const MOST_DOWNLOAD_BYTES = 256_000_000;
const MOST_REDIRECTS = 10;
/** Milliseconds before each further try; so many tries that bring nothing new, and one more. */
const WAITS: readonly number[] = [500, 1000, 2000, 4000];
/** Tries in all, however much each of them brings. */
const MOST_TRIES = 25;
/** A connection on which nothing has come for this long counts as cut. *Assumption.* */
const MOST_SILENCE = 30_000;

export interface DownloadOptions {
  /** Folder for the temporary file, made where it is not there. */
  readonly temporaryFolder: string;
  readonly signal: AbortSignal;
  readonly onBytes: (done: number, whole: number | undefined) => void;
  readonly mostBytes?: number;
  readonly waits?: readonly number[];
  readonly mostSilence?: number;
}

/** What is known of the file that the server sends, to know it again after a cut. */
interface Received {
  bytes: number;
  /** Length that the server told; undefined where it did not. */
  whole: number | undefined;
  /** Strong ETag, or the date of its last change; undefined: a cut means from the beginning. */
  validator: string | undefined;
}

/** How one try ended: with the file, with a problem that another try would not mend, or cut. */
type Ending =
  | { readonly kind: "done" }
  | { readonly kind: "given up"; readonly problem: OpeningTrouble }
  | { readonly kind: "cut"; readonly problem: OpeningTrouble | undefined };

/**
 * Downloads the file and gives it to `use`, open for reading; it is gone when `use` has ended, also when
 * it fails. Problems are returned, those of `use` as well.
 */
export async function withDownload<T>(
  address: string,
  options: DownloadOptions,
  use: (handle: FileHandle) => Promise<Result<T, OpeningTrouble>>,
): Promise<Result<T, OpeningTrouble>> {
  const path = join(options.temporaryFolder, `download-${randomUUID()}.part`);
  const made = await makeFile(path, options.temporaryFolder);
  if (!made.ok) return made;
  const handle = made.value;
  try {
    // Nameless from the start where the system allows it: not even a kill leaves it behind.
    if (process.platform !== "win32") await rm(path, { force: true });
    const problem = await download(address, handle, options);
    return problem === undefined ? await use(handle) : fail(problem);
  } finally {
    await handle.close();
    await rm(path, { force: true });
  }
}

/** An empty file in a folder that is made where it is not there. */
async function makeFile(path: string, folder: string): Promise<Result<FileHandle, OpeningTrouble>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return ok(await open(path, "wx+", 0o600));
  } catch (error) {
    if (isFullDisk(error)) return fail({ code: "source/disk-full" });
    if (NO_PLACE.has(codeOf(error))) return fail({ code: "source/no-place", folder });
    throw error;
  }
}

/** How a system says that nothing can be made in a folder: not allowed, read only, no folder at all. */
const NO_PLACE: ReadonlySet<string> = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOTDIR",
  "EEXIST",
  "ENOENT",
]);

async function download(
  address: string,
  handle: FileHandle,
  options: DownloadOptions,
): Promise<OpeningTrouble | undefined> {
  const received: Received = { bytes: 0, whole: undefined, validator: undefined };
  const waits = options.waits ?? WAITS;
  let furthest = 0;
  let inVain = 0;
  for (let tries = 1; ; tries++) {
    const ending = await tryOnce(address, handle, { received, options });
    if (options.signal.aborted) return { code: "source/cancelled" };
    if (ending.kind === "done") return undefined;
    if (ending.kind === "given up") return ending.problem;
    inVain = received.bytes > furthest ? 0 : inVain;
    furthest = Math.max(furthest, received.bytes);
    const pause = waits[inVain];
    inVain += 1;
    if (pause === undefined || tries >= MOST_TRIES) {
      const { bytes, whole } = received;
      return ending.problem ?? { code: "source/cut-off", received: bytes, whole, tries };
    }
    await wait(pause, undefined, { signal: options.signal }).catch(() => {
      // Stopped while waiting: the next turn sees that.
    });
  }
}

interface Trying {
  readonly received: Received;
  readonly options: DownloadOptions;
}

async function tryOnce(
  address: string,
  handle: FileHandle,
  { received, options }: Trying,
): Promise<Ending> {
  const silence = new AbortController();
  const signal = AbortSignal.any([options.signal, silence.signal]);
  const most = options.mostSilence ?? MOST_SILENCE;
  const clock = setTimeout(() => silence.abort(), most);
  try {
    const answered = await request(address, received, signal);
    if (answered instanceof Response === false) return answered;
    const refused = await checkAnswer(answered, { received, options });
    if (refused !== undefined) {
      await answered.body?.cancel();
      return refused;
    }
    if (received.bytes === 0) await handle.truncate(0);
    for await (const chunk of answered.body ?? []) {
      clock.refresh();
      const problem = await keep(chunk, handle, { received, options });
      if (problem !== undefined) return { kind: "given up", problem };
    }
    return endingOf(received);
  } catch (error) {
    if (isFullDisk(error)) return { kind: "given up", problem: { code: "source/disk-full" } };
    if (isSystemError(error)) throw error;
    // Anything else that fetch throws is the connection: it was cut, or never came about.
    const nothing = received.bytes === 0 && received.whole === undefined;
    const reason = reasonOf(error);
    return { kind: "cut", problem: nothing ? { code: "source/unreachable", reason } : undefined };
  } finally {
    clearTimeout(clock);
  }
}

/** Asks for the file, or for the rest of it, and follows where the server leads. */
async function request(
  address: string,
  received: Received,
  signal: AbortSignal,
): Promise<Response | Ending> {
  const headers = new Headers({
    accept: "application/zip, text/csv, application/octet-stream, */*;q=0.5",
    // Packed again on its way, its length and its parts would not be the file's.
    "accept-encoding": "identity",
    "user-agent": "Throughline (catalogue download)",
  });
  if (received.bytes > 0 && received.validator !== undefined) {
    headers.set("range", `bytes=${received.bytes}-`);
    headers.set("if-range", received.validator);
  }
  let at = new URL(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await fetch(at, { headers, signal, redirect: "manual" });
    const target = answer.headers.get("location");
    if (answer.status < 300 || answer.status >= 400 || target === null) return answer;
    await answer.body?.cancel();
    const next = URL.canParse(target, at) ? new URL(target, at) : undefined;
    const problem = redirectProblem(at, next, target);
    if (problem !== undefined) return { kind: "given up", problem };
    at = next ?? at;
  }
  return { kind: "given up", problem: { code: "source/redirects", most: MOST_REDIRECTS } };
}

/**
 * Returns why a redirect is not followed: to no web address, from a protected one to one that is not, or from the
 * web into the person's own machine or network, where it would ask what its sender cannot reach.
 */
export function redirectProblem(
  from: URL,
  to: URL | undefined,
  target: string,
): OpeningTrouble | undefined {
  const isWeb = to?.protocol === "https:" || to?.protocol === "http:";
  if (to === undefined || !isWeb || to.username !== "" || to.password !== "") {
    return { code: "source/bad-address", reason: `it leads on to "${target}"` };
  }
  if (isNearby(to.hostname) && !isNearby(from.hostname)) {
    return { code: "source/bad-address", reason: `it leads on to your own network ("${to.host}")` };
  }
  const isLess = from.protocol === "https:" && to.protocol === "http:";
  return isLess ? { code: "source/insecure-redirect", to: to.href } : undefined;
}

/** Addresses of this machine and of networks that are nobody else's: RFC 1122, 1918, 3927, 4193, 4291, 6598, 6761. */
const NEARBY: readonly RegExp[] = [
  /^(0|10|127)\.[\d.]+$/,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.[\d.]+$/,
  /^169\.254\.[\d.]+$/,
  /^172\.(1[6-9]|2\d|3[01])\.[\d.]+$/,
  /^192\.168\.[\d.]+$/,
  /^\[(::1?|::ffff:.*|f[cd].*|fe[89ab].*)\]$/,
  /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/,
];

/** Whether a host is one of these by its name; what a name of the web is looked up as is not asked. */
function isNearby(host: string): boolean {
  return NEARBY.some((pattern) => pattern.test(host)) || !/[.:]/.test(host);
}

/** Returns why the answer is not the file; notes how long it is, and where it goes on. */
async function checkAnswer(
  answer: Response,
  { received, options }: Trying,
): Promise<Ending | undefined> {
  const { status } = answer;
  const giveUp = (problem: OpeningTrouble): Ending => ({ kind: "given up", problem });
  if (status === 404 || status === 410) return giveUp({ code: "source/not-found" });
  if (status === 416) {
    // The server has another file by now, or cannot give parts: from the beginning.
    forget(received);
    return { kind: "cut", problem: undefined };
  }
  if (status >= 500 || status === 429 || status === 408) {
    return { kind: "cut", problem: { code: "source/refused", status } };
  }
  if (status !== 200 && status !== 206) return giveUp({ code: "source/refused", status });
  if (/^(text\/html|application\/xhtml)/i.test(answer.headers.get("content-type") ?? "")) {
    return giveUp({ code: "source/web-page" });
  }
  if (status === 206) {
    if (isTheRest(answer, received)) return undefined;
    forget(received);
    return { kind: "cut", problem: undefined };
  }
  forget(received);
  // Packed on its way although we ask for it as it is: the length and the parts are those of the packed bytes.
  const isPacked = (answer.headers.get("content-encoding") ?? "identity") !== "identity";
  if (isPacked) return undefined;
  received.whole = lengthIn(answer.headers.get("content-length"));
  const tag = answer.headers.get("etag");
  const isStrong = tag?.startsWith('"') ?? false;
  received.validator = (isStrong ? tag : answer.headers.get("last-modified")) ?? undefined;
  const most = options.mostBytes ?? MOST_DOWNLOAD_BYTES;
  const isTooLong = received.whole !== undefined && received.whole > most;
  return isTooLong ? giveUp({ code: "source/too-large", what: "download", most }) : undefined;
}

function forget(received: Received): void {
  received.bytes = 0;
  received.whole = undefined;
  received.validator = undefined;
}

/** Whether the answer goes on exactly where the file was cut, and is of the same length. */
function isTheRest(answer: Response, received: Received): boolean {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.headers.get("content-range") ?? "");
  if (range === null || Number(range[1]) !== received.bytes) return false;
  return range[2] === "*" || received.whole === undefined || Number(range[2]) === received.whole;
}

function lengthIn(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Writes a part to its place in the file. */
async function keep(
  chunk: Uint8Array,
  handle: FileHandle,
  { received, options }: Trying,
): Promise<OpeningTrouble | undefined> {
  const most = options.mostBytes ?? MOST_DOWNLOAD_BYTES;
  if (received.bytes + chunk.length > most) {
    return { code: "source/too-large", what: "download", most };
  }
  if (received.bytes === 0 && isPageStart(chunk)) return { code: "source/web-page" };
  for (let at = 0; at < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, at, chunk.length - at, received.bytes + at);
    at += bytesWritten;
  }
  received.bytes += chunk.length;
  options.onBytes(received.bytes, received.whole);
  return undefined;
}

/** Whether a file begins as a web page does, whatever the server calls it. */
function isPageStart(chunk: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(chunk.subarray(0, 256));
  return /^\W{0,8}\s*(<\?xml[^>]{0,99}>\s*)?<(!doctype html|html|head|body)\b/i.test(start);
}

function endingOf({ bytes, whole }: Received): Ending {
  if (whole === undefined || bytes === whole) return { kind: "done" };
  if (bytes < whole) return { kind: "cut", problem: undefined };
  return { kind: "given up", problem: { code: "source/wrong-length", received: bytes, whole } };
}

function isFullDisk(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error));
}

/** A failure of this machine's disk, as against one of the connection (which fetch wraps). */
function isSystemError(error: unknown): boolean {
  return ["EIO", "EROFS", "EBADF", "EACCES", "EPERM", "EMFILE"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The cause below fetch's "fetch failed", in a word or two. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = codeOf(cause);
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: "there is no server of that name",
    EAI_AGAIN: "its name cannot be looked up now",
    ECONNREFUSED: "it takes no connection",
    ECONNRESET: "it cut the connection",
    ETIMEDOUT: "it does not answer",
    UND_ERR_CONNECT_TIMEOUT: "it does not answer",
    UND_ERR_SOCKET: "it cut the connection",
  };
  if (cause instanceof Error && cause.name === "AbortError") return "it does not answer";
  return known[code] ?? (code || "the connection failed");
}
