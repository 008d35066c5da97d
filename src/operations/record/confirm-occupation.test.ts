// The person's word on a position: kept, changed, "none of these", taken back; and what the record says
// of the position each time.

import { expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { confirmOccupation } from "./confirm-occupation.ts";
import { exportRecord } from "./export-record.ts";
import { importResume } from "./import-resume.ts";
import { savePosition } from "./save-position.ts";
import { showRecord } from "./show-record.ts";

const NURSE = "29-1141.00";

const context = contextOfFile();

async function addPosition(title: string): Promise<string> {
  const saved = await savePosition.run(context, {
    title,
    organisation: "",
    kind: "employment",
  });
  if (!saved.ok) throw new Error(saved.problem.code);
  return saved.value.position.id;
}

/** What the record says of the position. */
async function matchOf(id: string) {
  const shown = await showRecord.run(context, {});
  if (!shown.ok) throw new Error(shown.problem.code);
  return shown.value.positions.find(({ positionId }) => positionId === id)?.match;
}

const say = (position: string, occupation: string) =>
  confirmOccupation.run(context, { position, occupation });

test("confirmOccupation() keeps the word above the title's match, and takes it back", async () => {
  const id = await addPosition("Cashier");
  expect((await matchOf(id))?.state).toBe("sure");
  expect(await say(id, NURSE)).toMatchObject({
    ok: true,
    value: { position: { confirmedOccupation: NURSE, provenance: { state: "confirmed" } } },
  });
  expect(await matchOf(id)).toMatchObject({
    state: "confirmed",
    candidates: expect.arrayContaining([
      expect.objectContaining({ occupationId: NURSE, confidence: 1 }),
    ]),
  });
  const undone = await say(id, "undo");
  expect(undone).toMatchObject({
    ok: true,
    value: { position: { provenance: { state: "stated" } } },
  });
  expect(undone.ok && "confirmedOccupation" in undone.value.position).toBe(false);
  expect((await matchOf(id))?.state).toBe("sure");
});

test("confirmOccupation() with none: the position is not guessed at again, and the word travels", async () => {
  const id = await addPosition("Registered nurse");
  await say(id, "none");
  expect(await matchOf(id)).toEqual({
    title: "Registered nurse",
    state: "declined",
    candidates: [],
  });
  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  await importResume.run(context, { resume: exported.value.resume as Record<string, unknown> });
  expect((await matchOf(id))?.state).toBe("declined");
  await say(id, "undo");
  expect((await matchOf(id))?.state).toBe("sure");
});

test("confirmOccupation() says which id it does not know", async () => {
  const id = await addPosition("Cook");
  expect(await say(id, "99-9999.99")).toEqual({
    ok: false,
    problem: { code: "occupation/unknown", id: "99-9999.99" },
  });
  expect(await say("nobody", NURSE)).toEqual({
    ok: false,
    problem: { code: "position/unknown", id: "nobody" },
  });
});

test("a position's new title asks anew; any other change keeps the word", async () => {
  const id = await addPosition("Baker");
  await say(id, "none");
  const kept = { organisation: "A bakery", kind: "employment" } as const;
  await savePosition.run(context, { id, title: "Baker", ...kept });
  expect((await matchOf(id))?.state).toBe("declined");
  await savePosition.run(context, { id, title: "Bakery owner", ...kept });
  expect((await matchOf(id))?.state).not.toBe("declined");
});

test("confirmOccupation(): a word whose occupation left with its catalogue is told, and counts when it is back", async () => {
  const id = await addPosition("Cashier");
  await say(id, NURSE);
  const catalogue = await context.catalogue();
  const ids = catalogue.ids.map((one) => (one === NURSE ? "99-9999.00" : one));
  const shownBy = async (given: typeof context) => {
    const shown = await showRecord.run(given, {});
    if (!shown.ok) throw new Error(shown.problem.code);
    return shown.value.positions.find(({ positionId }) => positionId === id);
  };
  const without = await shownBy({ ...context, catalogue: async () => ({ ...catalogue, ids }) });
  expect(without).toMatchObject({ formerWord: NURSE, match: { state: "sure" } });
  const back = await shownBy(context);
  expect(back).toMatchObject({ match: { state: "confirmed" } });
  expect(back).not.toHaveProperty("formerWord");
});
