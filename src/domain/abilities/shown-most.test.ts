import { expect, test } from "vitest";
import { smallCatalogue, smallRow } from "../../../test/fixtures/small-catalogue.ts";
import { shownMostFromInWords, shownMostInWords } from "./abilities-in-words.ts";
import { estimateLevels } from "./estimate-levels.ts";
import type { Evidence } from "./level-estimate.ts";
import { SPEAKS_FROM, shownMost } from "./shown-most.ts";

const catalogue = smallCatalogue();

function work(
  occupation: Parameters<typeof smallRow>[0],
  fullTimeMonths: number,
  kind: Evidence["kind"] = "paid work",
): Evidence {
  const row = smallRow(occupation);
  return { id: occupation, label: `As ${occupation}`, kind, row, fullTimeMonths, yearsSinceEnd: 0 };
}

test("shownMost() gives what the record raises furthest, with where it comes from", () => {
  const levels = estimateLevels(catalogue, [work("registeredNurse", 120)]);
  const shown = shownMost(catalogue, levels);
  expect(shown[0]?.element).toBe("Medicine and Dentistry");
  expect(shown[0]?.attribution[0]?.label).toBe("As registeredNurse");
  const rises = shown.map(({ mean, prior }) => mean - prior);
  expect(Math.min(...rises)).toBeGreaterThanOrEqual(SPEAKS_FROM);
  expect(shownMostInWords(shown)).toMatch(
    /^Your record speaks most of: medicine and dentistry(; [^;“]+)*\.$/,
  );
  expect(shownMostFromInWords(shown)).toBe("That comes from “As registeredNurse”.");
});

test("shownMostFromInWords() says of each what raises it most, and where there is more than that", () => {
  const evidence = [work("registeredNurse", 120), work("receptionist", 400)];
  const shown = shownMost(catalogue, estimateLevels(catalogue, evidence));
  const text = shownMostFromInWords(shown);
  for (const { label } of evidence) expect(text).toContain(`above all from “${label}”.`);
  expect(text).toMatch(/^[A-Z][^“]*: above all from “/);
});

test("shownMost() puts what one knows and does before what body and mind bring along", () => {
  const evidence = [work("receptionist", 400)];
  const before = shownMost(catalogue, estimateLevels(catalogue, evidence));
  const [first] = before;
  expect(before.length).toBeGreaterThan(1);
  // The same figures, with what stood first as an ability.
  const strong = smallCatalogue({
    elements: catalogue.elements.map((one) =>
      one.id === first?.elementId ? { ...one, group: "ability" } : one,
    ),
  });
  const after = shownMost(strong, estimateLevels(strong, evidence));
  const rises = after.map(({ mean, prior }) => mean - prior);
  expect(after.at(-1)?.elementId).toBe(first?.elementId);
  expect(rises.at(-1)).toBe(Math.max(...rises));
});

test("shownMost() names five at most", () => {
  const evidence = [work("hrManager", 400), work("registeredNurse", 400)];
  expect(shownMost(catalogue, estimateLevels(catalogue, evidence))).toHaveLength(5);
});

test("shownMost() is the same whatever one rates oneself, and for unpaid work", () => {
  const paid = estimateLevels(catalogue, [work("registeredNurse", 120)]);
  const rated = estimateLevels(
    catalogue,
    [work("registeredNurse", 120, "unpaid work")],
    catalogue.elements.map((_, element) => ({ element, level: 7, weight: 1 })),
  );
  const means = (of: typeof paid) =>
    shownMost(catalogue, of).map(({ mean, prior }) => [mean, prior]);
  expect(means(rated)).toEqual(means(paid));
});

test("shownMost() names nothing where the record speaks of nothing clearly", () => {
  for (const evidence of [[], [work("registeredNurse", 0.1)]]) {
    const shown = shownMost(catalogue, estimateLevels(catalogue, evidence));
    expect(shown).toEqual([]);
    expect([shownMostInWords(shown), shownMostFromInWords(shown)]).toEqual(["", ""]);
  }
});
