import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OFFICIAL_ADDRESSES, officialPagesOf, onetAddressOf } from "./official-addresses.ts";
import { SOURCE_KINDS } from "./wanted-files.ts";

test("every kind of release has an official page, and the guide names each address", () => {
  const guide = readFileSync(new URL("../../docs/guide/catalogues.md", import.meta.url), "utf8");
  for (const kind of SOURCE_KINDS) expect(officialPagesOf(kind).length, kind).toBeGreaterThan(0);
  for (const { page, download } of OFFICIAL_ADDRESSES) {
    expect(guide).toContain(page);
    if (download !== undefined) expect(guide).toContain(download);
  }
});

test("onetAddressOf() has the release's number in it", () => {
  expect(onetAddressOf("29.3")).toBe(
    "https://www.onetcenter.org/dl_files/database/db_29_3_text.zip",
  );
});
