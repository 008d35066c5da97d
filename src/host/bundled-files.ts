// Files that come with the program: the starter catalogue, the examples and the built web app. They
// lie two folders above this file, in a checkout (src/host) as in the package (dist/host).

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folder of the built web app. */
export const WEB_FOLDER = join(ROOT, "dist", "web");

/** Returns the starter catalogue's files, name to bytes. */
export async function readStarterFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(ROOT, "data", "starter");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as const),
  );
  return new Map(files);
}

/** Returns the names of the example careers, in alphabetical order. */
export async function exampleNames(): Promise<readonly string[]> {
  const names = await readdir(join(ROOT, "examples"));
  return names
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** Returns an example's text; undefined when there is none of that name. */
export async function readExample(name: string): Promise<string | undefined> {
  if (!(await exampleNames()).includes(name)) return undefined;
  return readFile(join(ROOT, "examples", `${name}.json`), "utf8");
}

/** Returns the version of this program. */
export async function readVersion(): Promise<string> {
  const text = await readFile(join(ROOT, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
