import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd83d, 0xdc69, 0x301)))
  .map((units) => String.fromCharCode(...units));

test("cleanText() is well formed, without NUL, in form NFC", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toContain("\0");
      expect(clean.normalize("NFC")).toBe(clean);
    }),
  );
});

test("cleanText() twice is cleanText() once", () => {
  fc.assert(fc.property(anyText, (text) => cleanText(cleanText(text)) === cleanText(text)));
});

test("cleanText() leaves ordinary text alone", () => {
  for (const text of ["", "Krankenpfleger*in", "Évry", "看護師", "👩🏽‍⚕️ nurse", "line\n\tnext"])
    expect(cleanText(text)).toBe(text);
});

test("cleanText() joins what a NUL kept apart", () => {
  expect(cleanText("e\0\u0301")).toBe("é");
  expect(cleanText("\ud83d\0\udc69")).toBe("\ufffd\ufffd");
});
