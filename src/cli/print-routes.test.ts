import { expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { findRoutes } from "../operations/routes/find-routes.ts";
import { localContexts } from "./local-context.ts";
import { printRoutes } from "./print-routes.ts";

async function printed(example: string): Promise<string> {
  const contexts = localContexts(undefined);
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: "2026-11-26" as CalendarDate };
  const resume = (await context.example(example)) ?? "";
  const answer = await findRoutes.run(context, { resume });
  await contexts.close();
  if (!answer.ok) throw new Error(answer.problem.code);
  return printRoutes(answer.value, { columns: 80, styled: false, full: false });
}

test("printRoutes() reads well within the terminal's width, and says whose figures they are", async () => {
  const text = await printed("call-centre-agent");
  expect(text).toMatch(/^Fees, pay and openings are figures for the United States/);
  expect(text).toMatch(/^Through account executive/m);
  expect(text).not.toMatch(/\b1 months|NaN|undefined|\[object/);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  expect(await printed("surgery-receptionist")).not.toMatch(/figures for/);
});
