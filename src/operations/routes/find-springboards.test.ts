import { afterAll, expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { findSpringboards } from "./find-springboards.ts";

const contexts = localContexts(undefined);
afterAll(() => contexts.close());

async function answerFor(example: string, input: Parameters<typeof findSpringboards.run>[1] = {}) {
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: "2026-11-26" as CalendarDate };
  const resume = (await context.example(example)) ?? "";
  return findSpringboards.run(context, { resume, ...input });
}

test("find-springboards shows a call-centre agent sales and leading a team among the first", async () => {
  const answer = await answerFor("call-centre-agent");
  if (!answer.ok) throw new Error(answer.problem.code);
  const { fields, openers, origins, from } = answer.value;
  const names = fields.slice(0, 3).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Leading and managing", "Sales"]));
  expect(openers.length).toBeGreaterThan(0);
  expect(from.kind).toBe("today");
  expect(origins.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["today", "position", "unpaid work"]),
  );
});

test("find-springboards looks from a former position by its title, and from unpaid work", async () => {
  const waiter = await answerFor("call-centre-agent", { position: "waiter" });
  if (!waiter.ok) throw new Error(waiter.problem.code);
  expect(waiter.value.from.occupations[0]?.id).toBe("35-3031.00");
  const unpaid = await answerFor("call-centre-agent", { unpaid: true });
  if (!unpaid.ok) throw new Error(unpaid.problem.code);
  expect(unpaid.value.headline).toMatch(/^From your unpaid work/);
});

test("find-springboards says which position it cannot look from", async () => {
  expect(await answerFor("call-centre-agent", { position: "astronaut" })).toMatchObject({
    ok: false,
    problem: { code: "position/unknown", id: "astronaut" },
  });
  expect(await answerFor("call-centre-agent", { hours: 200 })).toMatchObject({
    ok: false,
    problem: { code: "goal/hours-out-of-range" },
  });
});

test("find-springboards says that the least pay binds where careers are open without it", async () => {
  const answer = await answerFor("call-centre-agent", { payFloor: 900_000 });
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(answer.value.fields).toEqual([]);
  expect(answer.value.headline).toMatch(
    /pays \$900,000 a year, the least you would work for: without that least pay \d+ careers are open\.$/,
  );
});
