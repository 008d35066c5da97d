import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { ELEMENT_PHRASES, elementPhrase, elementTitle } from "./element-phrases.ts";

const ROOT = new URL("../../../data/starter/", import.meta.url);
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, new Uint8Array(readFileSync(new URL(file, ROOT)))])),
);

test("every element of the catalogue has a plain phrase, and there are no others", () => {
  expect(Object.keys(ELEMENT_PHRASES).sort()).toEqual(
    catalogue.elements.map((element) => element.id).sort(),
  );
});

test("no two elements are called the same, and each phrase stands in the middle of a sentence", () => {
  const phrases = Object.values(ELEMENT_PHRASES);
  expect(new Set(phrases).size).toBe(phrases.length);
  for (const phrase of phrases) expect(phrase).toMatch(/^(English|[a-z][a-z',\- ]+)$/);
});

test("elementPhrase() falls back on the element's own name", () => {
  expect(elementPhrase({ id: "9.Z", name: "Welding" })).toBe("welding");
  expect(elementTitle({ id: "2.B.5.d", name: "anything" })).toBe("Managing people");
});
