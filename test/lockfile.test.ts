// The lockfile is whole. A registry that lacks the programs of other systems makes npm leave them out
// of the lockfile, and then `npm ci` refuses every fresh clone although all works where it was made.

import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Returns the dependencies, optional ones too, that have no place of their own in the lockfile. */
function missingFrom(packages: Readonly<Record<string, Locked>>): string[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }).filter(
      (name) => !foldersAbove(place).some((folder) => packages[posix.join(folder, name)]?.version),
    ),
  );
}

/** The folders in which Node looks from a package's place, nearest first. */
function foldersAbove(place: string): string[] {
  const nested = place.split("/node_modules/");
  const above = nested.map((_, cut) => nested.slice(0, nested.length - cut).join("/node_modules/"));
  return [...above.filter(Boolean).map((path) => `${path}/node_modules`), "node_modules"];
}

test("every dependency has its place in the lockfile, also those for other systems", () => {
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
  expect(missingFrom(lock.packages)).toEqual([]);
});

test("missingFrom() finds what is left out, at the root and nested", () => {
  const packages = {
    "": { dependencies: { a: "1" } },
    "node_modules/a": {
      version: "1",
      optionalDependencies: { "@x/mac": "1" },
      dependencies: { b: "2" },
    },
    "node_modules/a/node_modules/b": { version: "2", dependencies: { a: "1", c: "1" } },
  };
  expect(missingFrom(packages)).toEqual(["@x/mac", "c"]);
});
