import { expect, test } from "vitest";
import { printAdded, printCatalogues } from "./print-catalogues.ts";

const layout = { columns: 80, styled: false };
const attribution = ["Somebody says so."];
const counts = [{ name: "occupations", count: 1016 }];

test("printCatalogues() says what was added, what it lacks and what more there is", () => {
  const text = printCatalogues(
    {
      working: {
        ...{ release: "O*NET 30.0; Starter", occupations: 1016 },
        // The release's own line stands with it, once.
        attribution: ["Somebody says so.", "The starter says so."],
      },
      added: [
        {
          ...{
            kind: "onet",
            name: "O*NET",
            release: "O*NET 30.0",
            source: "a.zip",
            bytes: 3_900_000,
          },
          ...{ sha256: "ab12", addedAt: "2026-11-27T01:02:03.000Z", counts, attribution },
          lacks: ["No ratings of work activities"],
          alsoFrom: [{ source: "b.csv", bytes: 12, sha256: "cd34", addedAt: "2026-11-27" }],
        },
      ],
      kinds: [
        { kind: "onet", name: "O*NET", gain: "Much.", official: [] },
        {
          ...{ kind: "esco", name: "ESCO", gain: "More.", official: [] },
          official: [{ name: "ESCO, CSV", page: "https://a.example/", how: "Choose" }],
        },
      ],
      training: { state: "untrained" },
    },
    layout,
  );
  expect(text).toBe(`Plans are made from 1,016 occupations (O*NET 30.0; Starter).
The starter says so.

O*NET 30.0
  1,016 occupations; added on 2026-11-27
  From a.zip (3.9 MB, SHA-256 ab12)
  From b.csv (0.0 MB, SHA-256 cd34)
  · No ratings of work activities
  Somebody says so.

Titles are matched by their words. To find those that share no word too:
throughline catalogue train

Not added
  · throughline catalogue add esco FILE: more.
    ESCO, CSV: https://a.example/
`);
});

test("printAdded() says what came of it, and how many rows could not be used", () => {
  const text = printAdded(
    {
      ...{
        kind: "esco",
        release: "ESCO v1.2.0",
        replaced: true,
        kept: [],
        counts,
        lacks: [],
        attribution,
      },
      leftOut: { count: 12, first: ["Line 3: left out"] },
      ...{ training: "stopped", titles: "Its titles were not learnt to the end." },
    },
    layout,
  );
  expect(text).toBe(`Replaced by ESCO v1.2.0
  1,016 occupations
  · Line 3: left out
  · 11 more rows left out
Its titles were not learnt to the end.
Somebody says so.
`);
});

test("printAdded() says what was completed, what was renewed and what is kept from before", () => {
  const added = {
    ...{ kind: "bls" as const, release: "BLS 99", counts, lacks: [], attribution: [] },
    leftOut: { count: 0, first: [] },
    ...{ training: "not-needed" as const, titles: "", kept: ["the wages (OEWS)"] },
  };
  expect(printAdded({ ...added, replaced: false }, layout)).toBe(
    "Completed, now BLS 99\n  1,016 occupations\n  Kept from before: the wages (OEWS).\n",
  );
  expect(printAdded({ ...added, replaced: true }, layout)).toMatch(/^Renewed, now BLS 99\n/);
  expect(printAdded({ ...added, replaced: true, kept: [] }, layout)).toMatch(/^Replaced by BLS 99/);
});
