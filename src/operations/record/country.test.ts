import { expect, test } from "vitest";
import { parseCountry } from "./country.ts";

test.each([
  ["US", "US"],
  [" gb ", "GB"],
  ["uk", "GB"],
  ["de", "DE"],
])("parseCountry() reads %j as %s", (text, country) => {
  expect(parseCountry(text)).toEqual({ ok: true, value: country });
});

test.each(["", "USA", "ZZ", "QJ", "1A", "U S", "ÄÖ"])("parseCountry() refuses %j", (text) => {
  expect(parseCountry(text)).toEqual({ ok: false, problem: { code: "country/unknown", text } });
});
