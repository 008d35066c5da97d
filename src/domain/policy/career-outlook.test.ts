import { afterAll, expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import { situationOf } from "../../operations/situation.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { makePlan } from "../schedule/make-plan.ts";
import { type Answer, careerOutlookOf } from "./career-outlook.ts";
import { findOutOf } from "./find-out.ts";
import { answerInWords, headlineOf, horizonInWords } from "./outlook-in-words.ts";
import { stressTestsOf } from "./stress-test.ts";

const contexts = localContexts(undefined);
afterAll(() => contexts.close());
const TODAY = "2026-11-27" as CalendarDate;
/**
 * Months are whole here and a search lasts at least one; and a chance of a half is known to .075 from 400 runs, by
 * three standard errors.
 */
const NEAR = 0.075;

async function lookedAt(example: string, changes: { by?: string; budget?: number } = {}) {
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: TODAY };
  const resume = (await context.example(example)) ?? "";
  const found = await situationOf(context, { resume, ...changes });
  if (!found.ok) throw new Error(found.problem.code);
  const { catalogue, standing, goal } = found.value;
  const { newId } = context;
  const plan = makePlan({ ...found.value, today: TODAY, newId });
  const situation = { catalogue, standing, goal, gaps: plan.gaps, today: TODAY };
  const outlook = careerOutlookOf(situation, plan);
  if (outlook === undefined) throw new Error("no route");
  return { situation, plan, outlook, catalogue };
}

test.each(["call-centre-agent", "hr-professional", "network-manager", "administrative-assistant"])(
  "careerOutlookOf() agrees with the simulated plan of %s without its backups",
  async (name) => {
    const { plan, outlook } = await lookedAt(name);
    expect(outlook.isGoalsDate).toBe(true);
    expect(Math.abs(outlook.alone.chance - (plan.chanceByDate ?? 0))).toBeLessThan(NEAR);
    expect(outlook.policy.outcome.chance).toBeGreaterThanOrEqual(outlook.alone.chance - 1e-9);
  },
);

test("careerOutlookOf() looks at the plan's P95 where the goal's date is out of reach", async () => {
  const { plan, outlook, catalogue } = await lookedAt("surgery-receptionist");
  expect(plan.goal.by).toBe("2031-06");
  expect(outlook.isGoalsDate).toBe(false);
  expect(outlook.until).toBe(plan.reach?.p95);
  expect(headlineOf({ catalogue, plan, outlook })).toMatch(
    /^The chance of becoming a registered nurse by \w+ 203\d is about 6 in 10/,
  );
});

test("careerOutlookOf() answers a lost position by looking again, and says when what stands comes too late", async () => {
  const assistant = await lookedAt("administrative-assistant");
  const lost = assistant.outlook.answers.find(({ causeId }) => causeId.startsWith("employer:new:"));
  expect(lost?.again).toBe(true);
  expect(assistant.outlook.policy.outcome.chance).toBeGreaterThan(
    assistant.outlook.alone.chance + 0.1,
  );
  expect(answerInWords(assistant, lost as Answer)).toMatch(
    /^Look for another such position; the months held count \(at the goal by December 2034 in about \d in 10\)\.$/,
  );
  const nurse = await lookedAt("surgery-receptionist");
  const failed = nurse.outlook.answers.find(({ causeId }) => causeId === "exam:nclex-rn");
  // Known once the last attempt is over, not in the middle of learning for the first.
  expect(failed?.day).toBe("2034-12-27");
  expect(failed?.open).toEqual([1]);
  expect(answerInWords(nurse, failed as Answer)).toMatch(
    /^“Work as a licensed practical nurse instead” still stands then, but hardly comes by January 2036/,
  );
  const duties = nurse.outlook.answers.find(({ causeId }) => causeId === "life:duties");
  expect([duties?.track, duties?.open]).toEqual([undefined, []]);
});

test("stressTestsOf() never raises a chance, and the backups never lower one", async () => {
  const { situation, plan, outlook } = await lookedAt("administrative-assistant");
  const tests = stressTestsOf(situation, plan, outlook);
  expect(tests.map(({ kind }) => kind)).toEqual(["layoff", "no opening", "hours halved"]);
  for (const { alone, chance, withOther } of tests) {
    expect(alone).toBeLessThanOrEqual(outlook.alone.chance + 1e-9);
    expect(chance).toBeGreaterThanOrEqual(alone - 0.01);
    expect(withOther).toBeGreaterThanOrEqual(chance);
  }
});

test("findOutOf() never gains by less than nothing, and more openings never lower the chance", async () => {
  const { outlook } = await lookedAt("network-manager");
  const found = findOutOf(outlook);
  expect(found.map(({ kind }) => kind).sort()).toEqual(["exam", "openings", "reimbursement"]);
  for (const { gain, chanceLow, chanceHigh } of found) {
    expect(gain).toBeGreaterThanOrEqual(0);
    expect(chanceHigh).toBeGreaterThanOrEqual(chanceLow - 0.01);
  }
});

test("careerOutlookOf() says when it is the money that bars the way", async () => {
  const { outlook, plan, catalogue } = await lookedAt("network-manager", { budget: 1 });
  expect(outlook.moneyBinds).toBe(true);
  expect(outlook.isGoalsDate).toBe(true);
  expect(horizonInWords({ outlook, plan, catalogue })).toMatch(/more than you have set aside/);
});
