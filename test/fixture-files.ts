// The made-up releases in test/fixtures, as readers are given them: name to bytes.

import { readdirSync, readFileSync } from "node:fs";

const FIXTURES = new URL("./fixtures/", import.meta.url);

/** Returns all files below a folder of test/fixtures, by their path from there. */
export function fixtureFiles(folder: string): ReadonlyMap<string, Uint8Array> {
  const place = new URL(`${folder}/`, FIXTURES);
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(place.pathname.length));
  return new Map(
    paths.map((path) => {
      const clean = path.replace(/^\/+/, "");
      return [clean, new Uint8Array(readFileSync(new URL(encodeURI(clean), place)))];
    }),
  );
}
