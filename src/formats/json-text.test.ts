// Where a text stops being JSON.

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonText } from "./json-text.ts";

function placeOf(text: string): string {
  const result = parseJsonText(text);
  if (result.ok || result.problem.code !== "json/not-json") return "fine";
  return `${result.problem.line}:${result.problem.column} ${result.problem.near}`;
}

test.each([
  ["hello", "1:1 hello"],
  ['{"a": 1,}', "1:9 }"],
  ['{"a": 1 "b": 2}', '1:9 "b": 2}'],
  ['{\n  "a": [1, 2\n}', "3:1 }"],
  ['{"a": tru}', "1:7 tru}"],
  ['{"a": "open', '1:7 "open'],
  ['{"a": "line\nbreak"}', '1:7 "line'],
  ["{'a': 1}", "1:2 'a': 1}"],
  ["[1, 2] 3", "1:8 3"],
  ["[01]", "1:3 1]"],
  ['{"a": 1', "1:8 "],
  ["\uFEFF[1]", "fine"],
])("the error in %j is found at %s", (text, place) => {
  expect(placeOf(text)).toBe(place);
});

test.each(["", " \n", "\uFEFF"])("%j is called empty", (text) => {
  expect(parseJsonText(text)).toEqual({ ok: false, problem: { code: "json/empty" } });
});

test("law: a text cut short is told at its end or at the token that was cut", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, cut) => {
      const text = `{"a":${json}}`.slice(0, 1 + (cut % (json.length + 5)));
      const result = parseJsonText(text);
      if (result.ok) throw new Error("a cut text was read");
      expect(result.problem.code).toBe("json/not-json");
    }),
  );
});

test("law: JSON is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (json) => {
      fc.pre(!json.includes("__proto__"));
      const result = parseJsonText(json);
      expect(result.ok && result.value.value).toEqual(JSON.parse(json));
    }),
  );
});

test("a long text without an end is told quickly", () => {
  const began = performance.now();
  expect(placeOf(`{"a": "${"a".repeat(3_000_000)}`)).toContain("1:7");
  expect(performance.now() - began).toBeLessThan(2000);
});
