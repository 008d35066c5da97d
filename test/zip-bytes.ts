// Zips for tests: sound ones by yazl, and hostile ones, which no library writes, by changing bytes.

import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** Returns a zip of these files, by name; not packed, their bytes stand in it as they are. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  { compress = true } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Returns the zip with a name changed to another of the same length, wherever it stands. */
export function renamedInZip(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new RangeError("Cannot rename: the lengths differ");
  return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}

/** Returns the zip with another uncompressed size told for its only file. */
export function resizedInZip(zip: Buffer, size: number): Buffer {
  const changed = Buffer.from(zip);
  const central = changed.indexOf(Buffer.from("PK\x01\x02", "latin1"));
  changed.writeUInt32LE(size, central + 24);
  return changed;
}
