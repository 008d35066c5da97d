import { expect, test } from "vitest";
import { z } from "zod";
import { checkInput } from "./check-input.ts";
import { operation } from "./operation.ts";
import { problemText } from "./problem-text.ts";

const example = operation({
  input: z.object({
    title: z.string().min(1),
    hours: z.number().max(80).optional(),
    place: z.number().int().optional(),
    words: z.string().max(4).optional(),
    kind: z.enum(["a", "b", "d"]).default("a"),
    resume: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  }),
  output: z.object({}),
  run: async () => ({ ok: true as const, value: {} }),
});

test("checkInput() fills defaults in", () => {
  expect(checkInput(example, { title: "t" })).toEqual({
    ok: true,
    value: { title: "t", kind: "a" },
  });
});

test.each([
  [{}, "title is missing"],
  [{ title: "" }, "title must not be empty"],
  [{ title: "t", hours: "8" }, "hours must be a number"],
  [{ title: "t", hours: 81 }, "hours must be at most 80"],
  [{ title: "t", place: 0.5 }, "place must be a whole number"],
  [{ title: "t", words: "words" }, "words must have at most 4 letters"],
  [{ title: "t", kind: "c" }, 'kind must be "a", "b" or "d"'],
  [{ title: "t", resume: 5 }, "resume must be a string or an object"],
  [{ title: "t", other: 1 }, "other is not a field of this operation"],
  [null, "the input must be an object"],
  [[], "the input must be an object"],
])("checkInput() says what is wrong with %j", (raw, sentence) => {
  const checked = checkInput(example, raw);
  expect(checked.ok).toBe(false);
  if (!checked.ok) expect(problemText(checked.problem)).toContain(sentence);
});
