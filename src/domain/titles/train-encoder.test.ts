// Training on small made-up catalogues: what letters cannot give is learnt, and the same seed gives the same
// bytes.

import { expect, test } from "vitest";
import { blankCatalogue, type Catalogue } from "../occupations/catalogue.ts";
import { makeEncoderBytes, parseEncoderBytes } from "./encoder-bytes.ts";
import { makeIndexBytes, parseIndexBytes } from "./index-bytes.ts";
import { nearestOccupations } from "./nearest-occupations.ts";
import { buildTitleIndex, rankTitles } from "./title-index.ts";
import { trainTitleEncoder } from "./train-encoder.ts";

function catalogueOf(id: string, rows: readonly (readonly [string, ...string[]])[]): Catalogue {
  const blank = blankCatalogue(
    id,
    rows.map(([rowId]) => rowId),
  );
  return {
    ...blank,
    titles: rows.map(([, title]) => title ?? ""),
    aliases: rows.map(([, , ...aliases]) => aliases),
  };
}

const ONE = catalogueOf("one", [
  ["1-lawyer", "Lawyers", "attorney", "barrister", "legal counsel", "trial attorney"],
  ["2-nurse", "Nurses", "ward nurse", "registered nurse", "care of the sick"],
  ["3-cook", "Cooks", "chef", "kitchen hand", "line cook", "chef de partie"],
  ["4-driver", "Drivers", "trucker", "haulier", "lorry driver", "bus driver"],
]);
const OTHER = catalogueOf("other", [
  ["a", "attorney at law", "solicitor", "barrister"],
  ["b", "nursing professional", "registered nurse", "matron"],
  ["c", "chef", "head chef", "commis"],
  ["d", "lorry driver", "haulier", "coach driver"],
]);
const BOTH = trainTitleEncoder([ONE, OTHER], { seed: 7 });

test("trainTitleEncoder() learns a synonym that letters cannot give", () => {
  const entries = ONE.ids.map((id, row) => ({ id, labels: [ONE.titles[row] ?? ""] }));
  expect(rankTitles(buildTitleIndex(entries), "barrister")[0]?.id).not.toBe("1-lawyer");
  const index = buildTitleIndex(entries, { encoder: BOTH });
  expect(rankTitles(index, "barrister")[0]?.id).toBe("1-lawyer");
  // Only the other catalogue has this word, and only through "barrister".
  expect(rankTitles(index, "solicitor")[0]?.id).toBe("1-lawyer");
});

test("labels of other ids than the catalogues' are ranked by their own words", () => {
  const encoder = BOTH;
  const index = buildTitleIndex(
    [
      { id: "x", labels: ["attorney"] },
      { id: "y", labels: ["ward nurse"] },
    ],
    { encoder },
  );
  expect(rankTitles(index, "barrister").map(({ id }) => id)).toEqual(["x", "y"]);
});

test("the same seed gives the same bytes, another seed others", () => {
  const bytes = makeEncoderBytes(BOTH);
  expect(makeEncoderBytes(trainTitleEncoder([ONE, OTHER], { seed: 7 }))).toEqual(bytes);
  expect(makeEncoderBytes(trainTitleEncoder([OTHER, ONE], { seed: 7 }))).toEqual(bytes);
  expect(makeEncoderBytes(trainTitleEncoder([ONE, OTHER], { seed: 8 }))).not.toEqual(bytes);
});

test("progress rises to 1, and what it throws ends the training", () => {
  const shares: number[] = [];
  trainTitleEncoder([ONE], { seed: 1, onProgress: (share) => shares.push(share) });
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const cancelled = new Error("cancelled");
  expect(() =>
    trainTitleEncoder([ONE, OTHER], {
      seed: 1,
      onProgress: (share) => {
        if (share > 0.5) throw cancelled;
      },
    }),
  ).toThrow(cancelled);
});

test("no catalogue and an empty one give an encoder that ranks as letters do", () => {
  const entries = [
    { id: "a", labels: ["nurse"] },
    { id: "b", labels: ["driver"] },
  ];
  for (const catalogues of [[], [blankCatalogue("empty", [])]]) {
    const encoder = trainTitleEncoder(catalogues, { seed: 1 });
    expect(rankTitles(buildTitleIndex(entries, { encoder }), "nurses")).toEqual(
      rankTitles(buildTitleIndex(entries), "nurses"),
    );
  }
});

test("odd catalogues are learnt from without a throw, and no number is lost", () => {
  const odd = catalogueOf("odd", [
    ["__proto__", "constructor", "x".repeat(5000), "😀", "\ud800", "a ".repeat(3000)],
    ["b", "", "看護師", Array.from({ length: 400 }, (_, i) => `w${i * 7919}`).join(" ")],
    ["c", "看護師"],
  ]);
  const encoder = trainTitleEncoder([odd, ONE], { seed: 2 });
  const values = encoder.heads.flatMap(({ vectors }) => [...vectors]);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(encoder.scales.every(Number.isFinite)).toBe(true);
  const entries = odd.ids.map((id, row) => ({ id, labels: odd.aliases[row] ?? [] }));
  expect(rankTitles(buildTitleIndex(entries, { encoder }), "看護師")[0]?.id).toBe("b");
});

const ENTRIES = ONE.ids.map((id, row) => ({
  id,
  labels: [ONE.titles[row] ?? "", ...(ONE.aliases[row] ?? []), "\ud800 odd \u0000 label"],
}));
const QUERIES = ["solicitor", "commis chef", "nurs", "odd label", "😀", "", "看護師"];

test("encoder and index come back from their bytes and rank the same", () => {
  const encoder = parseEncoderBytes(makeEncoderBytes(BOTH));
  if (!encoder.ok) throw new Error(encoder.problem.code);
  const index = buildTitleIndex(ENTRIES, { encoder: BOTH });
  const bytes = makeIndexBytes(index);
  const back = parseIndexBytes(bytes, { encoder: encoder.value });
  if (!back.ok) throw new Error(back.problem.code);
  expect(makeIndexBytes(back.value)).toEqual(bytes);
  for (const query of QUERIES) {
    expect(rankTitles(back.value, query)).toEqual(rankTitles(index, query));
  }
});

test("an index is read back without its encoder, and with another, as one by letters", () => {
  const plain = buildTitleIndex(ENTRIES);
  const bytes = makeIndexBytes(buildTitleIndex(ENTRIES, { encoder: BOTH }));
  const another = trainTitleEncoder([ONE], { seed: 9 });
  for (const options of [{}, { encoder: another }]) {
    const back = parseIndexBytes(bytes, options);
    if (!back.ok) throw new Error(back.problem.code);
    for (const query of QUERIES) {
      expect(rankTitles(back.value, query)).toEqual(rankTitles(plain, query));
    }
  }
});

test("damaged and foreign bytes are a problem, never a throw", () => {
  const index = makeIndexBytes(buildTitleIndex(ENTRIES, { encoder: BOTH }));
  for (const [bytes, parse] of [
    [makeEncoderBytes(BOTH), parseEncoderBytes],
    [index, parseIndexBytes],
  ] as const) {
    for (let at = 0; at < bytes.length; at += 997) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x55;
      expect(parse(damaged).ok).toBe(false);
    }
    for (const length of [0, 3, 16, 100, bytes.length - 8]) {
      expect(parse(bytes.subarray(0, length)).ok).toBe(false);
    }
    expect(parse(new Uint8Array(64))).toEqual({
      ok: false,
      problem: { code: "titles/bytes-foreign" },
    });
  }
  expect(parseEncoderBytes(index).ok).toBe(false);
});

test("nearestOccupations() gives the other catalogue's occupations, nearest first", () => {
  const near = (options: { occupationId: string; toCatalogueId: string }) =>
    nearestOccupations(BOTH, { fromCatalogueId: "one", limit: 2, ...options });
  const found = near({ occupationId: "2-nurse", toCatalogueId: "other" });
  expect(found).toHaveLength(2);
  expect(found[0]?.id).toBe("b");
  expect(found[0]?.nearness).toBeGreaterThan(found[1]?.nearness ?? 1);
  expect(near({ occupationId: "unheard of", toCatalogueId: "other" })).toEqual([]);
  expect(near({ occupationId: "2-nurse", toCatalogueId: "third" })).toEqual([]);
});
