import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarDate } from "../calendar-date.ts";
import { answerNotices } from "./answer-notices.ts";
import { compassOf, wantsApartOf } from "./compass.ts";
import { changeInWords, compassHeadline, dimensionInWords, endOf } from "./compass-in-words.ts";
import { DIMENSIONS, type Dimension } from "./dimension.ts";
import { askedItems, ITEMS } from "./items.ts";
import {
  isUntouched,
  newSitting,
  type Sitting,
  unansweredItems,
  withItemAnswer,
  withReflection,
  withWant,
} from "./sitting.ts";

const day = (text: string): CalendarDate => text as CalendarDate;

/** A sitting whose every answer points to the same place, from 1 (job-like) to 5. */
function sittingAt(
  place: number,
  { id = "s", dimensions = DIMENSIONS as readonly Dimension[], finished = "2026-05-02" } = {},
): Sitting {
  const items = askedItems().filter(({ dimension }) => dimensions.includes(dimension));
  const begun: Sitting = { ...newSitting(id, day("2026-05-01")), finished: day(finished) };
  return items.reduce(
    (sitting, item) => withItemAnswer(sitting, item, item.reversed ? 6 - place : place),
    begun,
  );
}

const pictureOf = (sittings: readonly Sitting[], dimension: Dimension) => {
  const found = compassOf(sittings).find((one) => one.dimension === dimension);
  if (found === undefined) throw new Error(dimension);
  return found;
};

test("answerNotices() says of the middle throughout nothing of questions that run the other way", () => {
  const texts = [3, 4].map((place) => {
    const answers = askedItems().map(({ id, version }) => ({
      itemId: id,
      itemVersion: version,
      value: place,
    }));
    return answerNotices({ ...newSitting("s", day("2026-05-01")), answers })[0]?.text;
  });
  expect(texts[0]).toMatch(/^You chose the middle every time\. That can be just so/);
  expect(texts[0]).not.toMatch(/other way round/);
  expect(texts[1]).toMatch(/other way round/);
});

test("an item that changed is asked again in an open sitting, and its old answer counts until then", () => {
  const items = askedItems();
  const changed = items.map((item) =>
    item.id === "time-ahead" ? { ...item, version: item.version + 1 } : item,
  );
  const { finished, ...open } = sittingAt(4);
  expect(finished).toBeDefined();
  expect(unansweredItems(open, [...items, ...changed]).map(({ id }) => id)).toEqual(["time-ahead"]);
  expect(pictureOf([open], "time-focus").is?.score).toBe(75);
  expect(unansweredItems(sittingAt(4), [...items, ...changed])).toEqual([]);
});

test("an answer to an item of before is scored as it was asked", () => {
  const former = ITEMS.filter(({ id, version }) => id === "commit-now" && version === 1);
  const [first] = former;
  if (first === undefined) throw new Error("Cannot find the item");
  const { answers, ...rest } = sittingAt(5);
  const others = answers.filter(({ itemId }) => itemId !== "commit-now");
  const old = { ...rest, answers: [...others, { itemId: "commit-now", itemVersion: 1, value: 1 }] };
  expect(pictureOf([old], "commitment").is?.score).toBe(100);
  expect(pictureOf([old], "commitment").answered).toBe(5);
});

test("compassOf() gives every dimension, empty without a sitting", () => {
  const pictures = compassOf([]);
  expect(pictures.map(({ dimension }) => dimension)).toEqual([...DIMENSIONS]);
  expect(pictures.every(({ is, want, history }) => !is && !want && history.length === 0)).toBe(
    true,
  );
  expect(compassHeadline(pictures)).toContain("which do you have, and which do you want?");
  expect(dimensionInWords(pictureOf([], "identity"))).toBe("Not answered yet.");
});

test("compassOf() keeps what earlier sittings said where a new one is silent", () => {
  const first = withWant(sittingAt(2, { id: "first" }), "identity", 4);
  const later = sittingAt(4, { id: "later", dimensions: ["commitment"], finished: "2027-01-10" });
  expect(pictureOf([first, later], "identity")).toMatchObject({
    is: { score: 25, sittingId: "first", date: "2026-05-02" },
    want: { score: 75 },
    apart: "career",
    answered: 0,
  });
  expect(pictureOf([first, later], "commitment")).toMatchObject({
    is: { score: 75, sittingId: "later" },
    history: [{ score: 25 }, { score: 75 }],
    change: { before: { score: 25 }, towards: "career" },
  });
});

test("a change under 25 points is said to be none, either way", () => {
  const [low, high] = [sittingAt(2, { id: "a" }), sittingAt(3, { id: "b" })];
  const [first] = askedItems().filter(({ dimension }) => dimension === "motivation");
  if (first === undefined) throw new Error("There are no items");
  // One answer a place further back: 20 points instead of 25.
  const smaller = withItemAnswer(high, first, first.reversed ? 4 : 2);
  expect(changeInWords(pictureOf([low, smaller], "motivation"))).toBe(
    "No clear change since 2 May 2026.",
  );
  expect(changeInWords(pictureOf([low, high], "motivation"))).toBe(
    "It has moved towards “what it is for” since 2 May 2026.",
  );
  expect(changeInWords(pictureOf([high, low], "motivation"))).toContain("“what it gives me”");
  expect(changeInWords(pictureOf([low], "motivation"))).toBe("");
});

test("wantsApartOf() gives either direction from 25 points on, the furthest first (law)", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 2, max: 10 }),
      (place, halves) => {
        const sitting = withWant(sittingAt(place), "commitment", halves / 2);
        const mirrored = withWant(sittingAt(6 - place), "commitment", 6 - halves / 2);
        const distance = Math.abs(25 * (halves / 2 - place));
        const [apart] = wantsApartOf([sitting]);
        expect(apart !== undefined).toBe(distance >= 25);
        const [other] = wantsApartOf([mirrored]);
        expect(other?.direction).toBe(
          apart === undefined ? undefined : apart.direction === "job" ? "career" : "job",
        );
      },
    ),
  );
  const both = withWant(withWant(sittingAt(3), "identity", 1), "time-focus", 4.5);
  expect(wantsApartOf([both]).map(({ dimension }) => dimension)).toEqual([
    "identity",
    "time-focus",
  ]);
});

test("dimensionInWords() names an end only where the band leaves no doubt", () => {
  expect(endOf({ low: 35.3, high: 64.7 })).toBeUndefined();
  expect(dimensionInWords(pictureOf([sittingAt(3)], "identity"))).toBe(
    "As you answered, in between.",
  );
  const wanted = withWant(sittingAt(4), "identity", 3);
  expect(dimensionInWords(pictureOf([wanted], "identity"))).toBe(
    "As you answered, nearer to “part of me”. You want it more towards “apart from me”.",
  );
  const near = withWant(sittingAt(3), "identity", 3.5);
  expect(dimensionInWords(pictureOf([near], "identity"))).toContain("about as it is");
  const onlyWant = withWant(newSitting("w", day("2026-05-01")), "identity", 5);
  expect(dimensionInWords(pictureOf([onlyWant], "identity"))).toBe(
    "Not answered yet. You want it more towards “part of me”.",
  );
});

test("compassHeadline() counts ends and wants without a verdict", () => {
  const wanted = DIMENSIONS.reduce((sitting, one) => withWant(sitting, one, 5), sittingAt(2));
  expect(compassHeadline(compassOf([wanted]))).toBe(
    "All seven lie nearer to the job-like end; you want all seven otherwise.",
  );
  const some = sittingAt(5, { dimensions: ["identity", "motivation"] });
  expect(compassHeadline(compassOf([some]))).toBe(
    "Both you answered lie nearer to the career-like end.",
  );
  const mixed = [
    sittingAt(1, { dimensions: ["identity"] }),
    sittingAt(3, { dimensions: ["motivation"] }),
  ];
  expect(compassHeadline(compassOf(mixed))).toBe(
    "Of the two you answered one lies nearer to the job-like end and one in between.",
  );
  const [item] = askedItems();
  if (item === undefined) throw new Error("There are no items");
  const begun = withItemAnswer(newSitting("b", day("2026-05-01")), item, 2);
  expect(compassHeadline(compassOf([begun]))).toContain("You have begun");
});

test("answerNotices() says the same place throughout, and both ends, kindly", () => {
  const same = askedItems().reduce(
    (sitting, item) => withItemAnswer(sitting, item, 4),
    newSitting("s", day("2026-05-01")),
  );
  expect(answerNotices(same).map(({ code }) => code)).toEqual(["answers/same-place"]);
  expect(answerNotices({ ...same, answers: same.answers.slice(0, 9) })).toEqual([]);
  const [one, other] = askedItems().filter((item) => item.dimension === "identity");
  if (one === undefined || other === undefined) throw new Error("There are no items");
  const torn = withItemAnswer(
    withItemAnswer(newSitting("s", day("2026-05-01")), one, 1),
    other,
    other.reversed ? 1 : 5,
  );
  expect(answerNotices(torn)).toMatchObject([
    { code: "answers/both-ends", text: expect.stringContaining("On identity your answers") },
  ]);
});

test("a sitting takes answers, wants and words, and gives them back", () => {
  const [item] = askedItems();
  if (item === undefined) throw new Error("There are no items");
  const empty = newSitting("s", day("2026-05-01"));
  const filled = withReflection(
    withWant(withItemAnswer(withItemAnswer(empty, item, 2), item, 5), "identity", 2.5),
    "identity",
    " As said. ",
  );
  expect(filled.answers).toEqual([{ itemId: item.id, itemVersion: item.version, value: 5 }]);
  expect(filled.reflections).toEqual([{ dimension: "identity", text: " As said. " }]);
  expect(isUntouched(filled)).toBe(false);
  expect(unansweredItems(filled)).toHaveLength(askedItems().length - 1);
  const emptied = withReflection(
    withWant(withItemAnswer(filled, item, null), "identity", null),
    "identity",
    " ",
  );
  expect(emptied).toEqual(empty);
  expect(isUntouched(emptied)).toBe(true);
});
