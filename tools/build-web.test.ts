// When the web counts as built.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashOf } from "./build-web.ts";

test("hashOf() changes with a file's content, name and presence, and not with tests", async () => {
  const root = await mkdtemp(join(tmpdir(), "throughline-hash-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, "src", "pages"), { recursive: true });
  const write = (path: string, text: string) => writeFile(join(root, path), text);
  const hash = () => hashOf(root, ["src", "settings.ts", "not-there"]);

  await write("src/a.ts", "one");
  await write("settings.ts", "s");
  const first = await hash();
  expect(await hash()).toBe(first);
  await write("src/pages/a.test.ts", "a test");
  expect(await hash()).toBe(first);

  const seen = [first];
  for (const [path, text] of [
    ["src/a.ts", "two"],
    ["settings.ts", "t"],
    ["src/pages/b.tsx", ""],
  ] as const) {
    await write(path, text);
    expect(seen).not.toContain(await hash());
    seen.push(await hash());
  }
  // Back to the first content under another name is still another build.
  await rm(join(root, "src/pages/b.tsx"));
  await rm(join(root, "src/a.ts"));
  await write("src/c.ts", "one");
  await write("settings.ts", "s");
  expect(seen).not.toContain(await hash());
});
