// Where the example careers stand on the real starter catalogue: what the estimates must and must not
// show, as a reader would expect it.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { estimateLevels } from "../src/domain/abilities/estimate-levels.ts";
import { explainLevel } from "../src/domain/abilities/explain-level.ts";
import type { Standing } from "../src/domain/abilities/standing.ts";
import { standingOf } from "../src/domain/abilities/standing-of.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { rowOf } from "../src/domain/occupations/catalogue.ts";
import { titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex } from "../src/domain/titles/title-index.ts";
import { parseJsonResume } from "../src/formats/json-resume.ts";
import { matchPositions } from "../src/operations/record/match-positions.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";

const ROOT = new URL("../", import.meta.url);
const TODAY = "2026-11-22" as CalendarDate;
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(`data/starter/${file}`, ROOT))])),
);
const titles = buildTitleIndex(titleEntriesOf(catalogue));
const prior = estimateLevels(catalogue, []);

function standingOfExample(name: string): Standing {
  let ids = 0;
  const text = readFileSync(new URL(`examples/${name}.json`, ROOT), "utf8");
  const parsed = parseJsonResume(text, { newId: () => `id-${String(ids++).padStart(4, "0")}` });
  if (!parsed.ok) throw new Error(`Cannot read example "${name}": ${parsed.problem.code}`);
  const { record } = parsed.value;
  const matches = matchPositions(record, { catalogue, titles, today: TODAY });
  return standingOf({ catalogue, record, matches, today: TODAY });
}

function element(name: string): number {
  return catalogue.elements.findIndex((one) => one.name === name);
}

function riseOf(standing: Standing, name: string): number {
  const at = element(name);
  return (standing.levels.means[at] ?? 0) - (prior.means[at] ?? 0);
}

test("a surgery receptionist shows clerical knowledge and no medicine", () => {
  const receptionist = standingOfExample("surgery-receptionist");
  expect(riseOf(receptionist, "Administrative")).toBeGreaterThan(0.5);
  expect(riseOf(receptionist, "Medicine and Dentistry")).toBe(0);
  expect(receptionist.educationLevel).toBe(2);
  expect(receptionist.heldLicences.size).toBe(0);
});

test("five years of nursing show medicine, more than a receptionist's ten do of anything medical", () => {
  const years = (code: string, fullTimeMonths: number) =>
    estimateLevels(catalogue, [
      {
        id: "p",
        label: "",
        kind: "paid work",
        row: rowOf(catalogue, code),
        fullTimeMonths,
        yearsSinceEnd: 0,
      },
    ]);
  const medicine = element("Medicine and Dentistry");
  expect(years("29-1141.00", 60).means[medicine]).toBeGreaterThan(3.2);
  expect(years("43-4171.00", 120).means[medicine]).toBe(prior.means[medicine]);
});

test("a network manager shows computers, mostly from managing networks, and what was passed is held", () => {
  const manager = standingOfExample("network-manager");
  expect(riseOf(manager, "Computers and Electronics")).toBeGreaterThan(2);
  const explained = explainLevel(catalogue, manager.levels, element("Computers and Electronics"));
  expect(explained.attribution[0]?.label).toContain("Network manager");
  expect(manager.heldCredentialIds).toContain("ccna");
  expect(manager.heldCredentialIds).toContain("comptia-network");
  expect(manager.heldCredentialIds).not.toContain("ccnp");
  expect(manager.educationLevel).toBe(5);
});

test("an HR professional's volunteering, writing and coaching count", () => {
  const professional = standingOfExample("hr-professional");
  const unpaid = new Set(
    professional.levels.evidence.filter(({ kind }) => kind === "unpaid work").map(({ id }) => id),
  );
  expect(unpaid.size).toBeGreaterThanOrEqual(3);
  const { attribution } = explainLevel(catalogue, professional.levels, element("Psychology"));
  const share = attribution
    .filter(({ evidenceId }) => unpaid.has(evidenceId))
    .reduce((sum, one) => sum + one.share, 0);
  expect(share).toBeGreaterThan(0.3);
  expect(professional.heldCredentialIds).toContain("phr");
  expect(professional.educationLevel).toBe(6);
});

test("a call-centre agent in Britain has A-levels and borrowed figures", () => {
  const agent = standingOfExample("call-centre-agent");
  expect(agent.educationLevel).toBe(2);
  expect(agent.figuresAreLocal).toBe(false);
  expect(agent.annualPay).toBeUndefined();
});
