// Text of a file or of standard input, never more of it than a cap: a device or a film given by mistake
// must not fill the memory.

import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";

/** Assumption: every document that a format reads is smaller; the formats' own caps are lower. */
export const MOST_FILE_BYTES = 16 * 1024 * 1024;

/**
 * Returns the text, read as UTF-8; "-" is standard input.
 * @throws NodeJS.ErrnoException of the system, or with code "EFBIG" past MOST_FILE_BYTES
 */
export async function readText(path: string): Promise<string> {
  return textOf(path === "-" ? process.stdin : createReadStream(path));
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_FILE_BYTES) {
      const most = MOST_FILE_BYTES / (1024 * 1024);
      throw Object.assign(new Error(`it is larger than ${most} MB`), { code: "EFBIG" });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
