import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { countedAs, earnInWords, withCredentialArticle } from "./credential-in-sentence.ts";

const ROOT = new URL("../../../data/starter/", import.meta.url);
const { credentials } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, new Uint8Array(readFileSync(new URL(file, ROOT)))])),
).catalogue;
const named = (...ids: readonly string[]) =>
  ids.map((id) => {
    const found = credentials.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no credential ${id}`);
    return found;
  });

test("an exam that gives a certificate is called one; a licence's exam stays an exam", () => {
  expect(named("comptia-security", "cloud-networking", "pmp").map(countedAs)).toEqual([
    "certificate",
    "certificate",
    "certificate",
  ]);
  expect(named("nclex-rn", "cpa-exam", "cdl-exam", "nbdhe").map(countedAs)).toEqual([
    "exam",
    "exam",
    "exam",
    "exam",
  ]);
});

test.each([
  [["adn", "nclex-rn"], "Earn the associate's degree in nursing (ADN) and pass the exam"],
  [["cpa-exam"], "Pass the CPA exam"],
  [["comptia-security"], "Earn CompTIA Security+"],
  [["paramedic-programme", "paramedic-exam"], "Finish the paramedic programme and pass the exam"],
  [["police-academy"], "Finish the police academy"],
  [["usmle"], "Pass the medical licensing exams (USMLE or COMLEX)"],
])("earnInWords(%j)", (ids, text) => {
  expect(earnInWords(named(...ids))).toBe(text);
});

test("no name of the catalogue loses a capital that it needs", () => {
  for (const one of credentials) {
    const inside = withCredentialArticle(one.name);
    for (const word of one.name.split(/[ (]/).slice(1)) expect(inside).toContain(word);
    expect(inside).not.toMatch(/\b(compTIA|cisco|google|microsoft|national Registry|project Man)/);
  }
});
