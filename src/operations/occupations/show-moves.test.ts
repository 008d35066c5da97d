// The two lists of moves as the faces get them, from the starter catalogue.

import { expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import { blankCatalogue } from "../../domain/occupations/catalogue.ts";
import { showMoves } from "./show-moves.ts";

const { signal } = new AbortController();
const starter = localContexts("/nonexistent/throughline").contextFor({ signal });

async function shown(id: string, context = starter) {
  const result = await showMoves.run(context, { id, limit: 6 });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

test("showMoves() tells what is common and what is worth a look apart, each in its own order", async () => {
  const { title, common, suggested } = await shown("31-1131.00");
  expect(title).toBe("Nursing Assistants");
  expect(common.map(({ likelihood }) => likelihood)).toEqual(
    common.map(({ likelihood }) => likelihood).sort((a, b) => b - a),
  );
  const [first] = suggested;
  expect(first?.title).toBe("Licensed Practical and Licensed Vocational Nurses");
  expect(first?.licences).toHaveLength(1);
  expect(first?.licenceHours).toBeGreaterThan(500);
  expect(first?.stepDown).toBe(false);
  expect(common.some(({ stepDown }) => stepDown)).toBe(true);
  for (const { stepDown, stepDownInWords, payChange = 0 } of common) {
    expect(stepDownInWords !== "").toBe(stepDown);
    // What is named is so: a step down in pay pays less.
    if (stepDownInWords === "a step down in pay") expect(payChange).toBeLessThan(0);
  }
});

test("showMoves() of a cook in charge puts no cook of fast food before a rise", async () => {
  const { suggested } = await shown("35-1011.00");
  expect(suggested.map(({ title }) => title)).not.toContain("Cooks, Fast Food");
  expect(suggested.every(({ why }) => why.length > 0)).toBe(true);
});

test("showMoves() says so where nothing is within reach or nothing is known", async () => {
  const { suggested, suggestedInWords } = await shown("29-1215.00");
  expect(suggested).toEqual([]);
  expect(suggestedInWords).toContain("long training of its own");
  const esco = { ...blankCatalogue("esco", ["http://x/1"]), titles: ["specialised nurse"] };
  const none = await shown("http://x/1", { ...starter, esco: async () => esco });
  expect([none.common, none.suggested]).toEqual([[], []]);
  expect(none.commonInWords).toContain("no moves are known");
  const unknown = await showMoves.run(starter, { id: "99-9999.00", limit: 3 });
  expect(unknown.ok).toBe(false);
});
