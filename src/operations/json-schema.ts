// What an operation takes and gives as JSON Schema (2020-12), for the faces that publish it. The
// schemas are zod's own conversion.

import { z } from "zod";
import type { AnyOperation } from "./operation.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Returns the schema of what a caller may send; other fields are refused, as checkInput() does. */
export function inputJsonSchema(operation: AnyOperation): JsonObject {
  return z.toJSONSchema(operation.input.strict(), { io: "input", unrepresentable: "any" });
}

/** Returns the schema of what a caller gets. */
export function outputJsonSchema(operation: AnyOperation): JsonObject {
  return z.toJSONSchema(operation.output, { io: "output", unrepresentable: "any" });
}
