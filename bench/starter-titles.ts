// The starter's occupations as entries of an index: ids and aliases, as its table has them.

import { readFileSync } from "node:fs";
import type { TitleEntry } from "../src/domain/titles/title-index.ts";

const STARTER = `${import.meta.dirname}/../data/starter`;

/** Returns the starter's occupations with their aliases. */
export function starterEntries(): TitleEntry[] {
  const lines = readFileSync(`${STARTER}/aliases.csv`, "utf8").trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const comma = line.indexOf(",");
    const labels = line
      .slice(comma + 1)
      .replaceAll('"', "")
      .split(";");
    return { id: line.slice(0, comma), labels: labels.map((label) => label.trim()) };
  });
}
