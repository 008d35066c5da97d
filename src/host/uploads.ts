// Files that a browser has sent for an operation to use: in the data folder's temporary place, private,
// and removed after use; those that nobody used, a day later. Named by an id that this program makes.

import { createWriteStream, existsSync, readdirSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";

export interface Uploads {
  /**
   * Keeps what comes, whole, under the name it had, and returns its location for an operation,
   * "upload:ID". With `beside`, the location of an earlier file, both are then one folder; undefined
   * where the name or that location is none, "too-large" where all that waits here would be too much.
   */
  keep(
    body: ReadableStream<Uint8Array>,
    name: string,
    beside?: string,
  ): Promise<string | "too-large" | undefined>;
  /** Returns the file or folder of such a location; "unknown" where there is none; undefined for others. */
  find(
    location: string,
  ): { readonly path: string; readonly names: readonly string[] } | "unknown" | undefined;
  remove(location: string): Promise<void>;
  /** Removes what was sent a day ago or more and used by nobody, as where the program was killed meanwhile. */
  removeForgotten(): Promise<void>;
}

const PREFIX = "upload:";
const LOCATION = /^upload:([0-9a-f-]{36})$/;
/** A plain name with one of the endings that a release's files have: nothing that leads elsewhere. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,&'_()+-]{0,120}\.(zip|csv|txt|tsv|xlsx)$/iu;

/** Assumption: a file that was sent this long ago and not used is forgotten. */
const KEPT_HOURS = 24;

/**
 * Most bytes that wait to be used at a time, of all files. Assumption: the largest file that may be sent, and as
 * much again, so that what a closed window has left behind is in nobody's way.
 */
export const MOST_WAITING_BYTES = 512_000_000;

/** Returns the uploads in this folder, which is made at the first. */
export function makeUploads(
  folder: string,
  newId: () => string,
  mostBytes = MOST_WAITING_BYTES,
): Uploads {
  const place = join(folder, "uploads");
  const folderOf = (location: string) => {
    const id = LOCATION.exec(location)?.[1];
    return id === undefined ? undefined : join(place, id);
  };
  return {
    async keep(body, name, beside) {
      const known = beside === undefined ? undefined : folderOf(beside);
      const isUnknown = beside !== undefined && (known === undefined || !existsSync(known));
      if (!FILE_NAME.test(name) || isUnknown) return undefined;
      await mkdir(place, { recursive: true, mode: 0o700 });
      await removeForgotten(place);
      const location = known === undefined ? PREFIX + newId() : (beside ?? "");
      const own = known ?? join(place, location.slice(PREFIX.length));
      await mkdir(own, { recursive: true, mode: 0o700 });
      // Under a name of its own until it is whole: a file of that name from before stays if this one breaks off.
      const path = join(place, `${newId()}.part`);
      try {
        const room = mostBytes - (await bytesIn(place));
        // as: the web's stream and Node's own type of it are one
        const source = Readable.fromWeb(body as WebStream<Uint8Array>);
        await pipeline(source, atMost(room), createWriteStream(path, { mode: 0o600 }));
        await rename(path, join(own, name));
      } catch (error) {
        await rm(path, { force: true });
        if (known === undefined) await rm(own, { recursive: true, force: true });
        if (error instanceof NoRoom) return "too-large";
        throw error;
      }
      return location;
    },
    find(location) {
      if (!location.startsWith(PREFIX)) return undefined;
      const own = folderOf(location);
      if (own === undefined || !existsSync(own)) return "unknown";
      const names = readdirSync(own).sort();
      const [first, ...others] = names;
      if (first === undefined) return "unknown";
      return { path: others.length === 0 ? join(own, first) : own, names };
    },
    async remove(location) {
      const own = folderOf(location);
      if (own !== undefined) await rm(own, { recursive: true, force: true });
    },
    async removeForgotten() {
      if (existsSync(place)) await removeForgotten(place);
    },
  };
}

class NoRoom extends Error {}

/** Lets so many bytes through and then breaks off. */
function atMost(bytes: number): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(new NoRoom());
      else done(null, chunk);
    },
  });
}

/** Bytes of all files below a folder; what another process removes meanwhile counts as nothing. */
async function bytesIn(place: string): Promise<number> {
  const names = await readdir(place, { recursive: true });
  const sizes = names.map((name) =>
    stat(join(place, name)).then(
      (found) => (found.isFile() ? found.size : 0),
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function removeForgotten(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const path = join(place, name);
    try {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > KEPT_HOURS * 3_600_000)
        await rm(path, { recursive: true, force: true });
    } catch {
      // Another process has removed it already, or may alone: nothing waits for this.
    }
  }
}
