import { expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { findSpringboards } from "../operations/routes/find-springboards.ts";
import { localContexts } from "./local-context.ts";
import { printSpringboards } from "./print-springboards.ts";

test("printSpringboards() reads well within the terminal's width, short and in full", async () => {
  const contexts = localContexts(undefined);
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: "2026-11-26" as CalendarDate };
  const resume = (await context.example("call-centre-agent")) ?? "";
  const answer = await findSpringboards.run(context, { resume });
  await contexts.close();
  if (!answer.ok) throw new Error(answer.problem.code);
  const layout = { columns: 80, styled: false, full: false };
  const short = printSpringboards(answer.value, layout);
  const full = printSpringboards(answer.value, { ...layout, full: true });
  expect(short).toMatch(/^From work as a customer service rep/);
  expect(short).toMatch(/^The one thing that would open most\n {2}\S/m);
  expect(short).toMatch(/^Sales\n {2}· .* \(41-/m);
  expect(short).toMatch(/and \d+ more, with --full/);
  expect(full).not.toMatch(/more, with --full/);
  expect(full).toMatch(/against staying, by typical\s+pay/);
  for (const text of [short, full]) {
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  }
});
