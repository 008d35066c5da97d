// Occupations on the terminal: what the commands print reads well, keeps to the width, and has no holes.

import { expect, test } from "vitest";
import { localContexts } from "./local-context.ts";
import { run } from "./run.ts";

async function cli(words: readonly string[], columns = 80): Promise<string> {
  let out = "";
  const { signal } = new AbortController();
  const contexts = localContexts("/nonexistent/throughline");
  await run(words, {
    version: "0.0.0",
    print: (text) => {
      out += text;
    },
    printError: (text) => {
      out += text;
    },
    columns,
    styled: false,
    readFile: async () => "",
    writeFile: async () => {},
    beginWork: async () => ({ signal, progress: () => {}, end: () => {} }),
    openContext: async () => ({ context: contexts.contextFor({ signal }), close: async () => {} }),
    serve: async () => 99,
    serveMcp: async () => 98,
  });
  return out;
}

test("search-occupations prints a line to choose by for each", async () => {
  const out = await cli(["search-occupations", "regstered nur"]);
  expect(out).toMatch(/^Registered Nurses/);
  expect(out).toContain(
    "29-1141.00 · $93,600 a year · people in it most often say that it takes a",
  );
  expect(await cli(["search-occupations", "zzyzx"])).toMatch(/^Nothing found/);
  expect(await cli(["search-occupations", "nurse", "--catalogue", "esco"])).toMatch(
    /was not added/,
  );
});

test.each(["29-1141", "43-4051.00", "53-3032.00", "11-1021.00", "35-3031.00"])(
  "show-occupation %s prints a page within the width, without holes",
  async (id) => {
    const out = await cli(["show-occupation", id]);
    const shown = await cli(["show-occupation", id, "--full"], 60);
    for (const text of [out, shown]) {
      expect(text).toMatch(/^An? .* typically earns/s);
      expect(text).toMatch(/\nPay\n.*\nHow people come to it\n.*\nLicence\n/s);
      expect(text).not.toMatch(/NaN|undefined|null|not stated|\n\n\n/);
    }
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(shown.length).toBeGreaterThan(out.length);
  },
);

test("match-title says how sure it is", async () => {
  expect(await cli(["match-title", "nurse"])).toMatch(/^“nurse”: Registered Nurses, quite surely/);
  expect(await cli(["match-title", "manager"])).toMatch(
    /Not sure; it may be one of these\.\n {2}·/,
  );
  expect(await cli(["match-title", "zzyzx"])).toBe("“zzyzx”: Nothing matched.\n");
});
