// The OpenAPI 3.1 description, derived from the catalog. Its schemas are zod's own JSON Schemas
// (2020-12, the dialect of OpenAPI 3.1); definitions they share become components.

import { inputJsonSchema, type JsonObject, outputJsonSchema } from "../operations/json-schema.ts";
import type { OperationEntry } from "../operations/operation.ts";
import { REFUSALS, type RefusalCode } from "./answer.ts";

export interface OpenapiDocument extends JsonObject {
  readonly openapi: "3.1.1";
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, { readonly post: JsonObject }>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> } & JsonObject;
}

/** Returns the description of every operation, in the catalog's order. */
export async function makeOpenapi(
  catalog: readonly OperationEntry[],
  { version, cookieName }: { readonly version: string; readonly cookieName: string },
): Promise<OpenapiDocument> {
  const schemas: Record<string, unknown> = { Refusal: REFUSAL_SCHEMA };
  const paths: Record<string, { post: JsonObject }> = {};
  for (const entry of catalog) {
    const operation = await entry.load();
    const base = entry.name.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());
    addSchema(schemas, `${base}Input`, inputJsonSchema(operation));
    addSchema(schemas, `${base}Value`, outputJsonSchema(operation));
    paths[`/api/${entry.name}`] = { post: describeOperation(entry, base) };
  }
  return {
    openapi: "3.1.1",
    servers: [{ url: "/", description: "Where this description was found" }],
    info: {
      title: "Throughline",
      version,
      description:
        "Everything Throughline can do, on your own machine. Every operation is a POST with a JSON object; an answer has a value, or a problem with a sentence.",
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookieName },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
    security: [{ session: [] }, { bearer: [] }],
  };
}

const REFUSAL_SCHEMA = {
  type: "object",
  required: ["ok", "problem", "message"],
  properties: {
    ok: { const: false },
    problem: {
      type: "object",
      required: ["code"],
      properties: { code: { type: "string", examples: ["goal/date-in-past"] } },
      additionalProperties: true,
    },
    message: { type: "string", description: "What could not be done, and what to do next" },
  },
};

const LONG_WORK =
  'May take long: with "Accept: application/x-ndjson" it answers with lines of JSON, {"progress": {"label", "share"}} as it goes and the answer itself as the last one.';

/** The edge's own refusals that any operation can meet. */
const ANY_OPERATION_REFUSALS: readonly RefusalCode[] = [
  "http/not-json",
  "http/no-session",
  "http/origin-refused",
  "http/too-large",
  "http/type-refused",
];

function describeOperation(entry: OperationEntry, base: string): JsonObject {
  const refusal = { "application/json": { schema: { $ref: "#/components/schemas/Refusal" } } };
  return {
    operationId: entry.name,
    summary: entry.summary,
    description: [
      entry.readOnly ? "Changes nothing." : "Changes what is stored.",
      ...(entry.isLong === true ? [LONG_WORK] : []),
    ].join(" "),
    tags: [entry.readOnly ? "Look" : "Change"],
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${base}Input` } } },
    },
    responses: {
      200: {
        description: "Done",
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["ok", "value"],
              properties: {
                ok: { const: true },
                value: { $ref: `#/components/schemas/${base}Value` },
              },
            },
          },
        },
      },
      ...Object.fromEntries(
        ANY_OPERATION_REFUSALS.map((code) => [
          REFUSALS[code].status,
          { description: REFUSALS[code].message, content: refusal },
        ]),
      ),
      500: { description: "Something inside Throughline failed", content: refusal },
      503: {
        description: "The data file cannot be used now; the message says why",
        content: refusal,
      },
      404: { description: "What was asked for by name is not there", content: refusal },
      422: { description: "Understood, but not possible; the message says why", content: refusal },
    },
  };
}

/** Adds a schema under its name and what it defines beside it; references are made to fit. */
function addSchema(schemas: Record<string, unknown>, name: string, schema: JsonObject): void {
  const { $schema: _dialect, $defs, ...own } = schema as JsonObject & { $defs?: JsonObject };
  const nameOf = (key: string) => `${name}.${key.replace(/^_+/, "")}`;
  schemas[name] = withReferences(own, name, nameOf);
  for (const [key, definition] of Object.entries($defs ?? {})) {
    schemas[nameOf(key)] = withReferences(definition, name, nameOf);
  }
}

function withReferences(node: unknown, name: string, nameOf: (key: string) => string): unknown {
  if (Array.isArray(node)) return node.map((item) => withReferences(item, name, nameOf));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== "$ref" || typeof value !== "string") {
        return [key, withReferences(value, name, nameOf)];
      }
      const inner = value.startsWith("#/$defs/") ? nameOf(value.slice(8)) : name;
      return [key, `#/components/schemas/${inner}`];
    }),
  );
}
