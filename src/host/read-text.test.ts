import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MOST_FILE_BYTES, readText } from "./read-text.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("readText() gives the whole text, whatever its letters", async () => {
  const path = join(folder, "a.json");
  const text = "Größe 👩🏽‍⚕️ ".repeat(20_000);
  writeFileSync(path, text);
  expect(await readText(path)).toBe(text);
});

test("readText() stops at its cap", async () => {
  const path = join(folder, "large");
  writeFileSync(path, "");
  truncateSync(path, MOST_FILE_BYTES);
  expect(await readText(path)).toHaveLength(MOST_FILE_BYTES);
  truncateSync(path, MOST_FILE_BYTES + 1);
  await expect(readText(path)).rejects.toMatchObject({ code: "EFBIG" });
});

test.skipIf(process.platform === "win32")("readText() of a file without end stops", async () => {
  await expect(readText("/dev/zero")).rejects.toMatchObject({ code: "EFBIG" });
});

test("readText() passes the system's word on", async () => {
  await expect(readText(join(folder, "nowhere"))).rejects.toMatchObject({ code: "ENOENT" });
  await expect(readText(folder)).rejects.toMatchObject({ code: "EISDIR" });
});
