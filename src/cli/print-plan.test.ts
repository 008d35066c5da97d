import { expect, test } from "vitest";
import type { CalendarDate } from "../domain/calendar-date.ts";
import { plan } from "../operations/plan/plan.ts";
import { localContexts } from "./local-context.ts";
import { printPlan } from "./print-plan.ts";

async function planOf(example: string) {
  const contexts = localContexts(undefined);
  const { signal } = new AbortController();
  const context = { ...contexts.contextFor({ signal }), today: "2026-11-27" as CalendarDate };
  const resume = (await context.example(example)) ?? "";
  const answer = await plan.run(context, { resume });
  await contexts.close();
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test("printPlan() says in full when classes are and who helps, and what the money is for", async () => {
  const made = await planOf("network-manager");
  const [first, ...rest] = made.actions;
  if (first === undefined) throw new Error("no actions");
  const money = { low: 500, likely: 2000, high: 6000 };
  const sessions = { each: [{ day: "tue", from: "18:00", to: "20:00" }], weeks: 15 } as const;
  const text = printPlan(
    {
      ...made,
      actions: [{ ...first, sessions, kind: "house move", money, whoHelps: "Ana" }, ...rest],
    },
    { columns: 80, styled: false, full: true },
  ).replace(/\s+/g, " ");
  expect(text).toContain("Classes: Tuesday 18:00 to 20:00, 15 weeks. Who helps: Ana.");
  expect(text).toContain("$350 in fees and for moving house");
  expect(text).not.toMatch(/\.\.|NaN|undefined/);
});

test("printPlan() names the catalogue it was reckoned with, in full with its attribution", async () => {
  const made = await planOf("network-manager");
  const layout = { columns: 80, styled: false, full: false };
  const [short, full] = [false, true].map((whole) =>
    printPlan(made, { ...layout, full: whole }).replace(/\s+/g, " "),
  );
  expect(short).toContain("Occupations and figures: Starter catalogue: O*NET 30.0");
  expect(short).not.toContain("Used under the CC BY 4.0");
  expect(full).toContain("CC BY 4.0");
  expect(printPlan({ ...made, figures: undefined }, layout)).not.toContain(
    "Occupations and figures",
  );
});
