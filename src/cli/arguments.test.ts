import { expect, test } from "vitest";
import { z } from "zod";
import { flagsOf, inputOf, readWords } from "./arguments.ts";

const schema = z.object({
  title: z.string().meta({ description: "A title", positional: true }),
  hoursPerWeek: z.number().optional(),
  limit: z.number().int().default(10).meta({ description: "How many" }),
  kind: z.enum(["paid", "unpaid"]).default("paid"),
  not: z.array(z.string()).optional(),
  rungs: z.array(z.object({ title: z.string() })).optional(),
  pay: z.object({ amount: z.number() }).optional(),
  resume: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .optional()
    .meta({ file: true }),
  careful: z.boolean().optional(),
});

test("flagsOf() derives names, kinds, defaults and choices from the schema", () => {
  const flags = flagsOf(schema);
  expect(flags.map((flag) => [flag.name, flag.kind, flag.required, flag.fallback])).toEqual([
    ["title", "text", true, ""],
    ["hours-per-week", "number", false, ""],
    ["limit", "number", false, "10"],
    ["kind", "text", false, "paid"],
    ["not", "list", false, ""],
    ["rungs", "json", false, ""],
    ["pay", "json", false, ""],
    ["resume", "text", false, ""],
    ["careful", "switch", false, ""],
  ]);
  expect(flags[0]).toMatchObject({ description: "A title", positional: true });
  expect(flags[3]?.choices).toEqual(["paid", "unpaid"]);
  expect(flags[7]?.file).toBe(true);
});

test("inputOf() reads numbers and JSON, takes a word for the positional field, gives back the rest", () => {
  const { input, leftOver } = inputOf(flagsOf(schema), {
    values: {
      "hours-per-week": "6.5",
      pay: '{"amount":3}',
      not: ["a", "b"],
      rungs: '[{"title":"Lead"}]',
      careful: true,
    },
    positionals: ["nurse", "now"],
  });
  expect(input).toEqual({
    title: "nurse",
    hoursPerWeek: 6.5,
    pay: { amount: 3 },
    not: ["a", "b"],
    rungs: [{ title: "Lead" }],
    careful: true,
  });
  expect(leftOver).toEqual(["now"]);
});

test.each(["abc", "", "  ", "0x", "1,5"])(
  "inputOf() leaves %j for the schema to refuse",
  (word) => {
    const { input } = inputOf(flagsOf(schema), { values: { limit: word }, positionals: [] });
    expect(schema.safeParse({ title: "t", ...input }).success).toBe(false);
  },
);

test.each([
  [["none"], []],
  [[""], []],
  [["a"], ["a"]],
  [
    ["none", "a"],
    ["none", "a"],
  ],
])("inputOf() reads the list %j as %j: none and nothing are an empty one", (typed, list) => {
  const { input } = inputOf(flagsOf(schema), { values: { not: typed }, positionals: ["nurse"] });
  expect(input.not).toEqual(list);
});

test.each([
  ["up to the next flag", "--not a b --careful nurse", ["a", "b"], ["nurse"]],
  ["after the word that is no flag's", "nurse --not a b", ["a", "b"], ["nurse"]],
  ["up to the two dashes", "--not a b -- nurse", ["a", "b"], ["nurse"]],
  ["each time that it is written", "--not a --kind paid --not b c", ["a", "b", "c"], []],
  ["and with an equals sign one word alone", "--not=a nurse", ["a"], ["nurse"]],
])("readWords() gives a list its words %s", (_, typed, list, positionals) => {
  const read = readWords(typed.split(" "), flagsOf(schema), {});
  expect(read.values.not).toEqual(list);
  expect(read.positionals).toEqual(positionals);
});

test("readWords() leaves a flag that is no list its one word", () => {
  const read = readWords(
    ["--hours-per-week", "6", "nurse", "--careful", "now"],
    flagsOf(schema),
    {},
  );
  expect(read.values).toEqual({ "hours-per-week": "6", careful: true });
  expect(read.positionals).toEqual(["nurse", "now"]);
});
