// What a person says of the way up where they work: kept, changed, exported, taken back.

import { beforeAll, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { exportRecord } from "./export-record.ts";
import { importResume } from "./import-resume.ts";
import { removeLadder } from "./remove-ladder.ts";
import { saveLadder } from "./save-ladder.ts";
import { savePosition } from "./save-position.ts";
import { showRecord } from "./show-record.ts";

const context = contextOfFile();

beforeAll(async () => {
  await savePosition.run(context, {
    title: "Receptionist",
    organisation: "Elm Street Surgery",
    kind: "employment",
    start: "2024-03",
  });
});

async function shown() {
  const answer = await showRecord.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const rungs = [
  { title: "Receptionist" },
  { title: "Front-desk lead", occupationId: "43-1011.00", openingsAYear: 1, othersWanting: 1 },
  { title: "Office manager", openingsAYear: 1 / 3, othersWanting: 4 },
];

test("saveLadder() keeps one ladder an organisation, and the record says what it comes to", async () => {
  await saveLadder.run(context, { organisation: "elm street surgery", rungs: rungs.slice(0, 1) });
  const saved = await saveLadder.run(context, { organisation: "Elm Street Surgery", rungs });
  expect(saved).toMatchObject({ ok: true, value: { ladder: { rungs } } });
  const { record, waysUp } = await shown();
  expect(record.ladders).toHaveLength(1);
  expect(waysUp).toHaveLength(1);
  expect(waysUp[0]).toMatchObject({
    organisation: "Elm Street Surgery",
    held: "Receptionist",
    heldRung: 0,
    rungs: [
      { occupationId: "43-4171.00", inWords: "", isRedFlag: false },
      { occupationId: "43-1011.00", isRedFlag: false },
      { isRedFlag: true, inWords: expect.stringContaining("about 1 in 10") },
    ],
  });
});

test("a ladder goes out with the record and comes back the same", async () => {
  const before = (await shown()).record.ladders;
  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  await importResume.run(context, { resume: exported.value.resume });
  expect((await shown()).record.ladders).toEqual(before);
});

test("saveLadder() and removeLadder() say which id they do not know", async () => {
  const wrong = { code: "ladder/unknown", id: "nobody" };
  const changed = await saveLadder.run(context, { organisation: "Elm", rungs, id: "nobody" });
  expect(changed).toEqual({ ok: false, problem: wrong });
  expect(await removeLadder.run(context, { id: "nobody" })).toEqual({ ok: false, problem: wrong });
  const strange = [{ title: "Lead", occupationId: "99-9999.99" }];
  expect(await saveLadder.run(context, { organisation: "Elm", rungs: strange })).toMatchObject({
    problem: { code: "occupation/unknown" },
  });
});

test("removeLadder() takes it out", async () => {
  const [ladder] = (await shown()).record.ladders;
  await removeLadder.run(context, { id: ladder?.id ?? "" });
  expect(await shown()).toMatchObject({
    record: { ladders: [] },
    waysUp: [{ organisation: "Elm Street Surgery", rungs: [] }],
  });
});

test("saveLadder() keeps what is harmless and says kindly what it does not lead to yet", async () => {
  const notes = async (organisation: string, titles: readonly string[]) => {
    const saved = await saveLadder.run(context, {
      organisation,
      rungs: titles.map((title) => ({ title })),
    });
    return saved.ok ? saved.value.notes : [];
  };
  expect(await notes("Elm Street Surgery", ["Receptionist", "Office manager"])).toEqual([]);
  expect(await notes("Nowhere", ["Boss"])).toEqual([
    "Your record has no position with Nowhere today: it is kept, and counts once there is one.",
    "There is nothing above it yet: with what one can rise to, it can become a way up.",
  ]);
  expect(await notes("Elm Street Surgery", ["Receptionist", "Lead", "lead"])).toEqual([
    "More than one is called “lead”: with names of their own they can be told apart.",
  ]);
});
