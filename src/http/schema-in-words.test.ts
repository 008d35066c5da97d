import { expect, test } from "vitest";
import { z } from "zod";
import { listFields, typeInWords } from "./schema-in-words.ts";

test.each([
  [z.string(), "text"],
  [z.number(), "a number"],
  [z.number().positive().max(80), "a number, more than 0 and at most 80"],
  [z.int(), "a whole number"],
  [z.int().min(1), "a whole number, at least 1"],
  [z.boolean(), "true or false"],
  [z.literal("delete everything"), 'exactly "delete everything"'],
  [z.enum(["paid", "unpaid"]), "one of paid, unpaid"],
  [z.enum(["paid", "unpaid"]).default("paid"), 'one of paid, unpaid; "paid" if not given'],
  [z.object({ id: z.string(), on: z.string() }), "an object (id, on)"],
  [z.record(z.string(), z.unknown()), "an object"],
  [z.array(z.string()), "a list of text"],
  [z.array(z.number().min(0)), "a list of numbers, at least 0"],
  [z.array(z.object({ id: z.string(), on: z.string() })), "a list of objects (id, on)"],
  [z.array(z.object({})), "a list of objects"],
  [z.union([z.string(), z.record(z.string(), z.unknown())]), "text or an object"],
  [z.union([z.string(), z.string().min(2)]), "text"],
  [z.string().nullable(), "text or null"],
  [z.unknown(), "any value"],
])("typeInWords() says a type as a person would: %#", (schema, words) => {
  expect(typeInWords(z.toJSONSchema(schema, { io: "input" }))).toBe(words);
});

test("listFields() keeps the order, and says what is needed and what for", () => {
  const schema = z.object({
    title: z.string().meta({ description: "What it was called" }),
    hours: z.number().optional(),
  });
  expect(listFields(z.toJSONSchema(schema))).toEqual([
    { name: "title", type: "text", required: true, description: "What it was called" },
    { name: "hours", type: "a number", required: false, description: "" },
  ]);
  expect(listFields({ type: "string" })).toEqual([]);
});
