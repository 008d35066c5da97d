// What an operation takes and gives as JSON Schema (2020-12), for the faces that publish it. The
// schemas are zod's own conversion.

import { z } from "zod";
import type { AnyOperation, FieldMeta } from "./operation.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Returns the schema of what a caller may send; other fields are refused, as checkInput() does. */
export function inputJsonSchema(operation: AnyOperation): JsonObject {
  return jsonSchemaOf(operation.input.strict(), "input");
}

/** Returns the schema of what a caller gets. */
export function outputJsonSchema(operation: AnyOperation): JsonObject {
  return jsonSchemaOf(operation.output, "output");
}

/** What only the command line reads of a field; elsewhere an unknown word of the schema language. */
const COMMAND_LINE_KEYS = ["file", "positional"] as const satisfies readonly (keyof FieldMeta)[];

function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      for (const key of COMMAND_LINE_KEYS) delete jsonSchema[key];
    },
  });
}
