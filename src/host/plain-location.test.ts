import { expect, test } from "vitest";
import { plainLocation } from "./plain-location.ts";

test.each([
  ["/home/me/db_30_0_text.zip", "/home/me/db_30_0_text.zip"],
  ["https://a.example/b.zip", "https://a.example/b.zip"],
  ["https://me:secret@a.example/b.zip?key=secret#secret", "https://a.example/b.zip"],
  ["HTTP://me@a.example:8080/b.zip", "http://a.example:8080/b.zip"],
  ["https://%zz:secret", "an address"],
])("plainLocation(%o) is %o", (given, plain) => {
  expect(plainLocation(given)).toBe(plain);
});
