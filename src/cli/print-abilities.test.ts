import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { DONE, NOT_FOUND } from "./exit-codes.ts";
import { localContexts } from "./local-context.ts";
import { printAbilities } from "./print-abilities.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-abilities-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...words: string[]) {
  let out = "";
  let error = "";
  const code = await run(words, {
    version: "0.0.0",
    print: (text) => {
      out += text;
    },
    printError: (text) => {
      error += text;
    },
    columns: 80,
    styled: false,
    readFile: async () => "",
    writeFile: async () => {},
    openContext: async () => {
      const contexts = localContexts(folder);
      const { signal } = new AbortController();
      const today = "2026-11-26" as CalendarDate;
      return { context: { ...contexts.contextFor({ signal }), today }, close: contexts.close };
    },
    serve: async () => 99,
    serveMcp: async () => 98,
    beginWork: async () => ({
      signal: new AbortController().signal,
      progress: () => {},
      end: () => {},
    }),
  });
  return { code, out, error };
}

test("abilities, the scale and a rating read well within the terminal's width", async () => {
  await cli("import-example", "surgery-receptionist");
  const shown = await cli("show-abilities");
  expect(shown.code).toBe(DONE);
  expect(shown.out).toMatch(/^Your record points to about what is asked in \d+ of the \d+ things/m);
  expect(shown.out).toMatch(/^ {2}Medicine and dentistry +[·─]*●[·─]*○·+ 1\.8 of 4\.5$/m);
  expect(shown.out).toMatch(/^Your record speaks most of: office work and its procedures/);
  expect(shown.out).toMatch(/: above\s+all\s+from\s+“Receptionist/);
  expect(shown.out).toMatch(/and \d+ more, with --full/);

  const scale = await cli("show-rating-scale", "--count", "2");
  expect(scale.out).toMatch(/^Medicine and dentistry \(2\.C\.5\.a\)\n {2}2 {2}\S/m);

  const rated = await cli("rate-yourself", "medicine and dentistry", "5");
  expect(rated.out).toMatch(/^Medicine and dentistry: you say 5; the estimate goes from 1\.8 to/);
  const full = await cli("show-abilities", "--full");
  expect(full.out).toMatch(/you say 5/);
  for (const { out } of [shown, scale, rated, full]) {
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).not.toMatch(/NaN|undefined|\[object/);
  }
  const unknown = await cli("rate-yourself", "juggling", "5");
  expect(unknown.code).toBe(NOT_FOUND);
  expect(unknown.error).toMatch(/show-rating-scale\)$/m);
});

test("printAbilities() lists skills that are held or not with their chances", () => {
  const skill = { evidence: [], likelyHeld: false, prior: 0.01 };
  const answer: OperationTypes["show-abilities"]["output"] = {
    headline: "A sentence.",
    speaksOf: "",
    speaksFrom: "",
    shownMost: [],
    occupation: { id: "x", title: "Nurse", inWords: "a nurse" },
    elements: [],
    skills: [
      { ...skill, id: "a", name: "apply hygiene", essential: true, chance: 0.001, comesFrom: "A." },
      { ...skill, id: "b", name: "type", essential: false, chance: 0.42, comesFrom: "B." },
    ],
    notices: [],
    source: "made up",
  };
  const layout = { columns: 80, styled: false, full: true };
  const text = printAbilities(answer, layout).replaceAll("\u00a0", " ");
  expect(text).toMatch(/^ {2}! +<1 % apply hygiene\n +A\.$/m);
  expect(text).toMatch(/^ {2}· +42 % type$/m);
});
