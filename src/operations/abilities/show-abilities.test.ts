// Abilities as the faces get them: against an occupation of the starter, against one of ESCO, and after
// the person has rated themselves.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { blankCatalogue } from "../../domain/occupations/catalogue.ts";
import type { Result } from "../../domain/result.ts";
import { titleEntriesOf } from "../../domain/titles/match-title.ts";
import { buildTitleIndex } from "../../domain/titles/title-index.ts";
import type { OperationContext } from "../context.ts";
import { type Problem, problemText } from "../problem-text.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { rateYourself } from "./rate-yourself.ts";
import { showAbilities } from "./show-abilities.ts";
import { showRatingScale } from "./show-rating-scale.ts";

const NURSE = "http://data.europa.eu/esco/occupation/1";
const RECEPTIONIST = "http://data.europa.eu/esco/occupation/2";
/** Made up, in ESCO's shape: skills held or not, no figures. */
const ESCO = {
  ...blankCatalogue("esco", [NURSE, RECEPTIONIST]),
  titles: ["specialised nurse", "receptionist"],
  aliases: [["registered nurse"], ["front desk clerk"]],
  skills: {
    ids: ["a", "b", "c", "d"],
    names: ["apply hygiene", "listen actively", "teach nursing", "welcome guests"],
    starts: Int32Array.from([0, 3, 5]),
    skills: Int32Array.from([0, 1, 2, 1, 3]),
    essential: Uint8Array.from([1, 1, 0, 1, 1]),
  },
};

const folder = mkdtempSync(join(tmpdir(), "throughline-abilities-"));
const contexts = localContexts(folder);
const { signal } = new AbortController();
let context: OperationContext;

beforeAll(async () => {
  context = {
    ...contexts.contextFor({ signal }),
    today: "2026-11-26" as CalendarDate,
    esco: async () => ESCO,
    escoTitles: async () => buildTitleIndex(titleEntriesOf(ESCO)),
  };
  found(await importExample.run(context, { name: "surgery-receptionist" }));
});

afterAll(async () => {
  await contexts.close();
  rmSync(folder, { recursive: true });
});

function found<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(problemText(result.problem));
  return result.value;
}

async function abilities(occupation?: string) {
  return found(await showAbilities.run(context, occupation === undefined ? {} : { occupation }));
}

test("showAbilities() puts what weighs most and is furthest away first, and says where it comes from", async () => {
  const { headline, occupation, elements, skills, notices } = await abilities();
  expect(headline).toMatch(/^Your record points to about what is asked in \d+ of the \d+ things/);
  expect(occupation.id).toBe("29-1141.00");
  expect(skills).toEqual([]);
  const open = elements.map(({ importance, shortfall }) => (importance - 1) * shortfall);
  expect(open).toEqual(open.toSorted((a, b) => b - a));
  for (const { low, mean, high, evidence, prior, chance } of elements) {
    expect(low).toBeLessThanOrEqual(mean);
    expect(high).toBeGreaterThanOrEqual(mean);
    expect(chance).toBeGreaterThanOrEqual(0);
    const sum = evidence.reduce((total, { levels }) => total + levels, 0);
    expect(Math.abs(sum - (mean - prior))).toBeLessThan(1e-6);
  }
  const medicine = elements.find(({ id }) => id === "2.C.5.a");
  expect(medicine?.comesFrom).toMatch(/typical of everyone; nothing on your record speaks of it/);
  const service = elements.find(({ id }) => id === "2.C.1.e");
  expect(service?.comesFrom).toMatch(/What your record adds comes from “.+”, then “.+” and others/);
  expect(notices.map(({ code }) => code)).toEqual(["position/not-counted"]);
});

test("showAbilities() takes any title or code, and a document in place of the record", async () => {
  expect((await abilities("web developer")).occupation.title).toBe("Web Developers");
  expect((await abilities("31-9092")).occupation.inWords).toBe("a medical assistant");
  const resume = readFileSync("examples/network-manager.json", "utf8");
  const other = found(await showAbilities.run(context, { resume }));
  expect(other.occupation.title).toBe("Computer Network Architects");
  const empty = { resume: { work: [] }, occupation: "web developer" };
  expect(found(await showAbilities.run(context, empty)).headline).toMatch(/^Nothing on record/);
  const none = await showAbilities.run(context, { resume: { work: [] } });
  expect(!none.ok && none.problem.code).toBe("occupation/not-named");
});

test("showAbilities() of an ESCO occupation gives skills held or not, borrowed learning time marked", async () => {
  const { headline, elements, skills, notices, occupation } = await abilities(RECEPTIONIST);
  expect(elements).toEqual([]);
  expect(occupation.inWords).toBe("a receptionist");
  expect(skills.map(({ name }) => name).sort()).toEqual(["listen actively", "welcome guests"]);
  for (const { chance, prior, evidence, likelyHeld } of skills) {
    expect(chance).toBeGreaterThan(prior);
    expect(likelyHeld).toBe(chance >= 0.5);
    expect(evidence.map(({ label }) => label)).toEqual([
      "Receptionist in a doctor's office, A family medical practice",
    ]);
  }
  expect(headline).toMatch(/^Of the 2 skills that are essential to work as a receptionist/);
  expect(notices.map(({ code }) => code)).toEqual(["learning/borrowed", "position/not-counted"]);
  expect(notices[0]?.text).toMatch(/borrowed from what comes nearest: Receptionists/);

  const nurse = await abilities(NURSE);
  expect(nurse.skills.find(({ name }) => name === "teach nursing")).toMatchObject({
    essential: false,
    evidence: [],
    comesFrom: expect.stringMatching(/typical of everyone/),
  });
  const unknown = await showAbilities.run(context, { occupation: `${NURSE}9` });
  expect(!unknown.ok && unknown.problem.code).toBe("occupation/unknown");
});

test("rateYourself() keeps one rating an element, says what it changes and takes it back", async () => {
  const rate = async (input: Parameters<typeof rateYourself.run>[1]) =>
    found(await rateYourself.run(context, input));
  const [first] = (await rate({ element: "medicine and dentistry", level: 5 })).rated;
  expect(first?.after.mean).toBeGreaterThan(first?.before.mean ?? 7);
  await rate({ element: "2.C.5.a", level: 1 });
  const { ratings } = await rate({ ratings: { "2.A.1.d": 4, "2.A.1.b": 3.5 } });
  expect(ratings).toBe(3);
  const { elements, rated } = found(await showRatingScale.run(context, { count: 200 }));
  expect(rated).toBe(3);
  expect(
    elements
      .slice(-3)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["2.A.1.b", "2.A.1.d", "2.C.5.a"]);
  const exported = found(await exportRecord.run(context, {}));
  expect(JSON.stringify(exported)).toContain('"elementId":"2.C.5.a","level":1,"date":"2026-11-26"');
  const back = await rate({ ratings: { "2.C.5.a": null, "2.A.1.d": null, "2.A.1.b": null } });
  expect(back.ratings).toBe(0);
  expect(back.rated[0]?.after).toEqual(first?.before);
});

test("rateYourself() refuses what it does not know, and an empty word", async () => {
  const codeOf = async (input: Parameters<typeof rateYourself.run>[1]) => {
    const result = await rateYourself.run(context, input);
    return result.ok ? "" : result.problem.code;
  };
  expect(await codeOf({ element: "juggling", level: 3 })).toBe("element/unknown");
  expect(await codeOf({})).toBe("rating/nothing-said");
  expect(await codeOf({ element: "2.A.1.d" })).toBe("rating/nothing-said");
  expect(rateYourself.input.safeParse({ element: "2.A.1.d", level: 8 }).success).toBe(false);
});

test("showRatingScale() gives anchors in order, one element alone where it is asked for", async () => {
  const { elements, total } = found(await showRatingScale.run(context, { count: 10 }));
  expect(elements).toHaveLength(10);
  expect(total).toBeGreaterThan(10);
  for (const { anchors } of elements) {
    expect(anchors.length).toBeGreaterThan(0);
    expect(anchors.map(({ level }) => level)).toEqual(
      anchors.map(({ level }) => level).toSorted((a, b) => a - b),
    );
  }
  const one = found(await showRatingScale.run(context, { count: 10, element: "speaking" }));
  expect(one.elements.map(({ id }) => id)).toEqual(["2.A.1.d"]);
  const none = await showRatingScale.run(context, { count: 10, element: "juggling" });
  expect(!none.ok && none.problem.code).toBe("element/unknown");
});

test("showAbilities() says that positions wait for their occupation, not that nothing was done", async () => {
  const headlineOf = async (...titles: readonly string[]) => {
    const work = titles.map((position) => ({ position, name: "Somewhere", startDate: "2010-01" }));
    const { headline, speaksOf, speaksFrom, shownMost } = found(
      await showAbilities.run(context, { resume: { work }, occupation: "Registered nurse" }),
    );
    return { headline, speaksOf, speaksFrom, shownMost: shownMost.length };
  };
  const unsure = await headlineOf("Zorbist of the third kind");
  expect(unsure.headline).toMatch(/^Your record does not count here yet/);
  expect(unsure).toMatchObject({ speaksOf: "", speaksFrom: "", shownMost: 0 });
  expect((await headlineOf()).headline).toMatch(/^Nothing on record speaks/);
  const cashier = await headlineOf("Cashier");
  expect(cashier.speaksOf).toMatch(/^Your record speaks most of: [^“]+\.$/);
  expect(cashier.speaksFrom).toBe("That comes from “Cashier, Somewhere”.");
  expect(cashier.shownMost).toBeGreaterThan(0);
});
