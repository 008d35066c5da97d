// What is said where a browser's libraries are missing.

import { expect, test } from "vitest";
import { debianPackagesOf, explainMissing, missingFromLdd } from "./chromium-libraries.ts";

const LDD = `	linux-vdso.so.1 (0x00007f7e469e7000)
	libnspr4.so => not found
	libnss3.so => not found
	libnssutil3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f7e3a000000)
	libnspr4.so => not found
`;

test("missingFromLdd() names each missing library once", () => {
  expect(missingFromLdd(LDD)).toEqual(["libnspr4.so", "libnss3.so", "libnssutil3.so"]);
  expect(missingFromLdd("\tlibc.so.6 => /lib/libc.so.6 (0x1)\n")).toEqual([]);
});

test("debianPackagesOf() joins libraries of one package and leaves unknown ones out", () => {
  expect(debianPackagesOf(["libnss3.so", "libnssutil3.so", "libfoo.so.9"])).toEqual(["libnss3"]);
});

test("explainMissing() names the libraries, the packages and the other way out", () => {
  const text = explainMissing("/x/chromium", ["libnss3.so", "libnspr4.so"]);
  expect(text).toContain("the system lacks libnss3.so, libnspr4.so");
  expect(text).toContain("sudo apt-get install libnss3 libnspr4");
  expect(text).toContain("THROUGHLINE_CHROMIUM");
  expect(explainMissing("/x", ["libfoo.so.9"])).toContain("libfoo.so.9");
});
