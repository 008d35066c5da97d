// Ranking with an encoder: what it promises for any text, any order of entries and any labels.

import fc from "fast-check";
import { expect, test } from "vitest";
import { blankCatalogue } from "../occupations/catalogue.ts";
import { buildTitleIndex, rankTitles, type TitleEntry } from "./title-index.ts";
import { trainTitleEncoder } from "./train-encoder.ts";

const KNOWN: readonly TitleEntry[] = [
  { id: "1", labels: ["Registered Nurses", "ward nurse", "Registered Nurse (RN)"] },
  { id: "2", labels: ["Lawyers", "attorney", "barrister", "head of legal"] },
  { id: "3", labels: ["Software Developers", "programmer", "software engineer", "coder"] },
  { id: "4", labels: ["Cooks", "chef", "kitchen hand"] },
  { id: "5", labels: ["Engineers, All Other", "engineer"] },
];
const ENCODER = trainTitleEncoder(
  [
    {
      ...blankCatalogue(
        "known",
        KNOWN.map(({ id }) => id),
      ),
      titles: KNOWN.map(({ labels }) => labels[0] ?? ""),
      aliases: KNOWN.map(({ labels }) => labels.slice(1)),
    },
  ],
  { seed: 3 },
);
const LIST: readonly TitleEntry[] = KNOWN.flatMap(({ id, labels }) =>
  labels.map((label, i) => ({ id: `${id}-${i}`, labels: [label] })),
);
const OTHER: readonly TitleEntry[] = KNOWN.map(({ id, labels }) => ({ id: `other ${id}`, labels }));
const KINDS = { known: KNOWN, list: LIST, other: OTHER };

const queries = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "'; DROP TABLE people; --",
    "看護師",
    "👩‍⚕️ nurse",
    "\ud800",
  ),
  fc
    .array(fc.constantFrom("nurse", "chef", "rn", "head", "of", "legal", "zzyzx", "engineer"), {
      maxLength: 8,
    })
    .map((words) => words.join(" ")),
);

test.each(Object.entries(KINDS))(
  "law, %s entries: scores and confidences stay in [0, 1], never rise, and confidences sum to at most 1",
  (_, entries) => {
    const index = buildTitleIndex(entries, { encoder: ENCODER });
    fc.assert(
      fc.property(queries, (query) => {
        let sum = 0;
        let last = { score: 1, confidence: 1 };
        for (const { score, confidence } of rankTitles(index, query, { limit: 30 })) {
          expect(score > 0 && score <= last.score).toBe(true);
          expect(confidence >= 0 && confidence <= last.confidence).toBe(true);
          sum += confidence;
          last = { score, confidence };
        }
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  },
);

test.each(Object.entries(KINDS))(
  "law, %s entries: their order and their labels' changes nothing, and a limit only cuts",
  (_, entries) => {
    const index = buildTitleIndex(entries, { encoder: ENCODER });
    const shuffled = buildTitleIndex(
      [...entries].reverse().map(({ id, labels }) => ({ id, labels: [...labels].reverse() })),
      { encoder: ENCODER },
    );
    fc.assert(
      fc.property(queries, fc.integer({ min: 1, max: 12 }), (query, limit) => {
        const all = rankTitles(index, query, { limit: 30 });
        expect(rankTitles(shuffled, query, { limit: 30 })).toEqual(all);
        expect(rankTitles(index, query, { limit })).toEqual(all.slice(0, limit));
      }),
    );
  },
);

test.each(Object.entries(KINDS))(
  "law, %s entries: every label finds its own entry word for word",
  (_, entries) => {
    const index = buildTitleIndex(entries, { encoder: ENCODER });
    for (const { id, labels } of entries) {
      for (const label of labels) {
        const exact = rankTitles(index, label.toUpperCase()).filter(({ score }) => score === 1);
        expect(
          exact.map((found) => found.id),
          label,
        ).toContain(id);
      }
    }
  },
);

test("a title that is a label comes before what is only that word and others", () => {
  const index = buildTitleIndex(KNOWN, { encoder: ENCODER });
  const [best] = rankTitles(index, "engineer");
  expect(best).toMatchObject({ id: "5", label: "engineer", score: 1 });
  expect(best?.confidence).toBeGreaterThan(0.8);
});

test('what stands behind a dash, a bar or "at" counts less than the words before it', () => {
  const index = buildTitleIndex(KNOWN, { encoder: ENCODER });
  const chanceOf = (query: string) =>
    rankTitles(index, query).find(({ id }) => id === "2")?.confidence ?? 0;
  const plain = chanceOf("barrister coder");
  for (const aside of [" - coder", " | coder", " at coder", " – coder"]) {
    expect(chanceOf(`barrister${aside}`), aside).toBeGreaterThan(plain);
  }
  // Nothing that names work stands before it.
  expect(rankTitles(index, "senior - coder")[0]?.id).toBe("3");
});

test("an occupation that the index lacks takes its share of the chance", () => {
  const index = buildTitleIndex(
    KNOWN.filter(({ id }) => id !== "3"),
    { encoder: ENCODER },
  );
  const { learnt } = index;
  if (learnt === undefined) throw new Error("there is no encoder");
  const blind = { ...index, learnt: { ...learnt, absent: new Float32Array(0) } };
  for (const query of ["software engineering", "head coder", "engineers software"]) {
    const [best] = rankTitles(index, query);
    const [sure] = rankTitles(blind, query);
    expect(best?.id).toBe(sure?.id);
    expect(best?.confidence).toBeLessThan((sure?.confidence ?? 0) * 0.9);
  }
});

test("in a plain list entries that say the same do not share one chance", () => {
  const once = buildTitleIndex(LIST, { encoder: ENCODER });
  const twice = buildTitleIndex(
    [...LIST, ...LIST.map(({ id, labels }) => ({ id: `again ${id}`, labels }))],
    { encoder: ENCODER },
  );
  const confidenceOf = (index: typeof once) => rankTitles(index, "programmers")[0]?.confidence ?? 0;
  expect(confidenceOf(twice)).toBeGreaterThan(confidenceOf(once) * 0.8);
});

test("a bare abbreviation with several meanings is never sure", () => {
  const index = buildTitleIndex(KNOWN, { encoder: ENCODER });
  expect(rankTitles(index, "PM")[0]?.confidence ?? 0).toBeLessThan(0.6);
});

test("a title of 10,000 characters is answered quickly, by its first 400", () => {
  const index = buildTitleIndex(KNOWN, { encoder: ENCODER });
  const long = "nurse manager ".repeat(800);
  const began = performance.now();
  expect(rankTitles(index, long)).toEqual(rankTitles(index, long.slice(0, 400)));
  rankTitles(index, "x".repeat(10_000));
  expect(performance.now() - began).toBeLessThan(500);
});
