// The interview as it is held: from an empty record, with answers kept, changed, exported and taken back.

import { expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { plan } from "../plan/plan.ts";
import { deleteEverything } from "../record/delete-everything.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { answerQuestion } from "./answer-question.ts";
import { showInterview } from "./show-interview.ts";

const context = contextOfFile();

async function answered(input: Parameters<typeof answerQuestion.run>[1]) {
  const answer = await answerQuestion.run(context, input);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

async function shown() {
  const answer = await showInterview.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test("showInterview() begins with an empty record and no goal", async () => {
  const { turn, position, goalInWords, answered: count } = await shown();
  expect(turn?.id).toBe("direction");
  expect([position, goalInWords, count]).toEqual([undefined, undefined, 0]);
  const next = await answered({ question: "direction", choice: "not-yet" });
  expect(next.effects).toEqual(["To find out: two kinds of work to see from close by."]);
  expect(next.turn?.id).toBe("doing");
});

test("answerQuestion() refuses what is no answer, and keeps nothing of it", async () => {
  for (const [input, code] of [
    [{ question: "colour", choice: "blue" }, "question/not-asked"],
    [{ question: "doing", choice: "blue" }, "answer/no-such-choice"],
    [{ question: "doing" }, "answer/nothing-said"],
  ] as const) {
    const answer = await answerQuestion.run(context, input);
    expect(answer).toMatchObject({ ok: false, problem: { code } });
  }
  expect((await shown()).answered).toBe(1);
});

test("an example's answers change the plan, and go with the record, out and in again", async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
  await answered({ question: "sector", choice: "close" });
  await answered({ question: "stone", choice: "no", words: "other work" });
  await answered({ question: "reimburses", choice: "yes", share: 50, stay: 12 });
  await answered({ question: "whom", choice: "one", words: "Maria" });
  const made = await plan.run(context, {});
  if (!made.ok) throw new Error(made.problem.code);
  const { actions, gaps } = made.value;
  expect(gaps.map(({ id }) => id)).toContain("direction:stone");
  expect(gaps.map(({ id }) => id)).not.toContain("network");
  const duty = actions.find(({ id }) => id === "answer:direction:stone");
  expect(duty?.closesGapIds).toEqual(["direction:stone"]);
  expect(actions.find(({ id }) => id === "talk:first")?.whoHelps).toBe("Maria");
  const paidBack = actions.filter(({ reimbursement }) => reimbursement?.share === 0.5);
  expect(paidBack.length).toBeGreaterThan(0);
  expect(paidBack.every(({ reimbursement }) => reimbursement?.stayMonths === 12)).toBe(true);

  const before = await shown();
  const out = await exportRecord.run(context, {});
  if (!out.ok) throw new Error(out.problem.code);
  await importResume.run(context, { resume: out.value.resume });
  expect(await shown()).toEqual(before);
});

test("unpaid work alone, and forty years with sixty positions, are asked about kindly and at once", async () => {
  const volunteer = [
    { position: "Scout leader", organization: "A scout group", startDate: "2019-05" },
  ];
  await importResume.run(context, { resume: { volunteer } });
  const unpaid = await shown();
  const ids = unpaid.turns.map(({ id }) => id);
  expect(unpaid.position).toBe("Scout leader, A scout group");
  expect(ids).toContain("track");
  expect(ids).not.toContain("reimburses");
  await answered({ question: "track", choice: "no" });
  const why = await showInterview.run(context, { question: "why" });
  const reasons = why.ok ? why.value.turn?.options.map(({ id }) => id) : [];
  expect(reasons).toContain("cause");
  expect(reasons).not.toContain("income");

  const work = Array.from({ length: 60 }, (_, i) => ({
    position: i % 2 === 0 ? "Cashier" : "Shop assistant",
    name: `Shop ${i}`,
    startDate: `${1986 + Math.floor(i / 1.5)}-01`,
    ...(i === 59 ? {} : { endDate: `${1986 + Math.floor(i / 1.5)}-09` }),
  }));
  await importResume.run(context, {
    resume: { work, "x-throughline": { goal: { title: "Registered nurse" } } },
  });
  const long = await shown();
  expect(long.position).toBe("Shop assistant, Shop 59");
  expect(long.setAside.map(({ id }) => id)).toEqual([]);
  expect(long.turn?.id).toBe("sector");
});

test("delete-everything takes the answers too", async () => {
  await deleteEverything.run(context, { confirm: "delete everything" });
  expect((await shown()).answered).toBe(0);
});
