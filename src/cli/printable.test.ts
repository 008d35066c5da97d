// What a file may hold and a terminal must not obey.

import { expect, test } from "vitest";
import { printable, printableText } from "./printable.ts";

test("printableText() takes out what clears, colours or turns round, and keeps words, lines and other scripts", () => {
  expect(printableText("a\u001b[31mb\u0007\tc\nd")).toBe("a[31mb\tc\nd");
  expect(printableText("\u202enrut \u202dback")).toBe("nrut back");
  const arabic = "\u0645\u0631\u062d\u0628\u0627 \u2067x\u2069 👩🏽‍⚕️";
  expect(printableText(arabic)).toBe(arabic);
});

test("printable() goes through all texts, and no other values", () => {
  expect(printable({ a: ["\u202ex", 1, null], b: { c: "y\u0000" } })).toEqual({
    a: ["x", 1, null],
    b: { c: "y" },
  });
});
