// The career statement and the words on horizons: kept, with their history, exported, taken back.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { keepPlan } from "../plan/keep-plan.ts";
import { showPlan } from "../plan/show-plan.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { removeStatement } from "./remove-statement.ts";
import { saveStatement } from "./save-statement.ts";
import { setHorizons } from "./set-horizons.ts";
import { showHorizons } from "./show-horizons.ts";
import { showStatement } from "./show-statement.ts";

const context = contextOfFile();

beforeAll(async () => {
  await importExample.run(context, { name: "network-manager" });
});

async function shown() {
  const answer = await showStatement.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test("showStatement() drafts from what was said, and saveStatement() keeps every version once", async () => {
  const { draft } = await shown();
  expect(draft[0]).toMatchObject({
    text: expect.stringMatching(/^I enjoy designing networks/),
    from: "your goal: why you want to be a network architect",
  });
  for (const text of ["To draw", "To draw what others build", "To draw what others build"]) {
    await saveStatement.run(context, { text });
  }
  expect(await shown()).toMatchObject({
    statement: { text: "To draw what others build", date: context.today },
    former: [{ text: "To draw" }],
  });
});

test("the newest statement stands on the plan; an earlier plan keeps its own", async () => {
  const kept = await keepPlan.run(context, {});
  await saveStatement.run(context, { text: "To teach" });
  const id = kept.ok ? kept.value.id : "";
  const texts = [await showPlan.run(context, {}), await showPlan.run(context, { id })];
  expect(texts.map((one) => one.ok && one.value.statement)).toEqual([
    "To teach",
    "To draw what others build",
  ]);
});

test("setHorizons() keeps the person's word until it is taken back", async () => {
  const subject = "position:hospital-manager";
  const entry = async () => {
    const answer = await showHorizons.run(context, {});
    return answer.ok ? answer.value.entries.find((one) => one.subject === subject) : undefined;
  };
  const ruled = await entry();
  expect(ruled).toMatchObject({ horizons: ["job", "work", "career"], isOwnWord: false });
  await setHorizons.run(context, { subject, horizons: ["career", "job"] });
  expect(await entry()).toMatchObject({ horizons: ["job", "career"], isOwnWord: true });
  await setHorizons.run(context, { subject, horizons: ["none"] });
  expect(await entry()).toEqual(ruled);
});

test("statements and words go out with the record and come back the same", async () => {
  await setHorizons.run(context, { subject: "goal:any", horizons: ["work"] });
  const { former } = await shown();
  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  await importResume.run(context, { resume: exported.value.resume });
  const record = await (await context.store()).findRecord(await context.personId());
  expect(record?.horizonWords).toEqual([{ subject: "goal:any", horizons: ["work"] }]);
  expect((await shown()).former).toEqual(former);
});

test("removeStatement() takes one version out, and says which id it does not know", async () => {
  const { statement, former } = await shown();
  await removeStatement.run(context, { id: statement?.id ?? "" });
  expect((await shown()).statement).toEqual(former[0]);
  expect(await removeStatement.run(context, { id: "nobody" })).toMatchObject({
    problem: { code: "statement/unknown" },
  });
});
