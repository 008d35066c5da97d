// Decisions about work: kept, changed, with what came of them, exported, taken back.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { exportRecord } from "../record/export-record.ts";
import { importResume } from "../record/import-resume.ts";
import { savePosition } from "../record/save-position.ts";
import { addOutcome } from "./add-outcome.ts";
import { listDecisions } from "./list-decisions.ts";
import { removeDecision } from "./remove-decision.ts";
import { saveDecision } from "./save-decision.ts";

const context = contextOfFile();
let clerkId: string;

beforeAll(async () => {
  const saved = await savePosition.run(context, {
    title: "Office clerk",
    organisation: "An insurance agency",
    kind: "employment",
    start: "2018-07",
    end: "2021-03",
  });
  if (!saved.ok) throw new Error(saved.problem.code);
  clerkId = saved.value.position.id;
});

async function listed() {
  const answer = await listDecisions.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.decisions;
}

async function codeOf(input: Parameters<typeof saveDecision.run>[1]): Promise<string> {
  const saved = await saveDecision.run(context, input);
  return saved.ok ? "ok" : saved.problem.code;
}

test("saveDecision() keeps a decision as said and finds what it is about by title", async () => {
  await saveDecision.run(context, {
    what: "The agency closed its office",
    date: "2021-03",
    decidedBy: "someone-else",
    who: "my employer",
    touches: ["office CLERK"],
  });
  await saveDecision.run(context, {
    what: "Took the first post I was offered",
    date: "2018",
    why: "The rent was due",
    alternatives: ["Stay in the café"],
  });
  expect(await listed()).toMatchObject([
    { decider: "You decided", isMadeByOthers: false, about: [], outcomes: [] },
    {
      decider: "Decided for you, by your employer",
      isMadeByOthers: true,
      about: ["Office clerk"],
      decision: { touches: [clerkId], what: "The agency closed its office" },
    },
  ]);
});

test("addOutcome() adds what came of it, later ones too; a change keeps what it leaves out", async () => {
  const id = (await listed())[1]?.decision.id ?? "";
  await addOutcome.run(context, { decision: id, text: "A better post", date: "2021-04" });
  await addOutcome.run(context, { decision: id, text: "I would not have left by myself" });
  await saveDecision.run(context, { id, what: "The agency closed", why: "It was sold" });
  const [, changed] = await listed();
  expect(changed?.decision).toMatchObject({
    what: "The agency closed",
    why: "It was sold",
    who: "my employer",
    touches: [clerkId],
    outcomes: [
      { date: "2021-04", text: "A better post" },
      { date: context.today, text: "I would not have left by myself" },
    ],
  });
});

test("decisions go out with the record and come back the same", async () => {
  const before = await listed();
  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  await importResume.run(context, { resume: exported.value.resume });
  expect(await listed()).toEqual(before);
});

test("saveDecision() and addOutcome() say what they cannot use", async () => {
  const id = (await listed())[1]?.decision.id ?? "";
  expect(await codeOf({ id: "nobody", what: "x" })).toBe("decision/unknown");
  expect(await codeOf({ what: "x", date: "2190" })).toBe("decision/date-ahead");
  expect(await codeOf({ what: "x", date: "2019-02-30" })).toBe("date/impossible");
  expect(await codeOf({ what: "x", touches: ["Astronaut"] })).toBe("decision/unknown-entry");
  expect(await addOutcome.run(context, { decision: id, text: "y", date: "2020" })).toMatchObject({
    problem: { code: "decision/outcome-before" },
  });
  expect(await addOutcome.run(context, { decision: "nobody", text: "y" })).toMatchObject({
    problem: { code: "decision/unknown" },
  });
  expect(await listed()).toHaveLength(2);
});

test("removeDecision() takes it out, and says which id it does not know", async () => {
  const [first] = await listed();
  await removeDecision.run(context, { id: first?.decision.id ?? "" });
  expect(await listed()).toHaveLength(1);
  expect(await removeDecision.run(context, { id: "nobody" })).toMatchObject({
    problem: { code: "decision/unknown" },
  });
});
