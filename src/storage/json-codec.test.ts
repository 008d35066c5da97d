import fc from "fast-check";
import { expect, test } from "vitest";
import { makeJson, parseJson } from "./json-codec.ts";

test("parseJson(makeJson(x)) is x for what is clean already", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = parseJson(makeJson(value));
      expect(parseJson(makeJson(once))).toEqual(once);
    }),
  );
  const value = { a: [1, -2.5, null, true, "é"], b: { c: {} } };
  expect(parseJson(makeJson(value))).toEqual(value);
});

test("makeJson() keeps the order of keys", () => {
  expect(makeJson({ z: 1, a: 2 })).toBe('{"z":1,"a":2}');
});

test("makeJson() cleans keys and values, and knows no special key", () => {
  const value: unknown = JSON.parse('{"__proto__":{"a\\u0000":"b\\ud800"}}');
  expect(makeJson(value)).toBe('{"__proto__":{"a":"b\ufffd"}}');
  expect(Object.getOwnPropertyNames(parseJson(makeJson(value)))).toEqual(["__proto__"]);
});

test("makeJson() refuses a number that would silently become null", () => {
  expect(() => makeJson({ actions: [{ hours: Number.NaN }] })).toThrow(
    'Cannot store the number NaN at "/actions/0/hours": it is not finite',
  );
});

test("makeJson() leaves undefined fields out", () => {
  expect(makeJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  expect(makeJson(undefined)).toBe("null");
});
