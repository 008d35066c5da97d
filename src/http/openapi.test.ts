import { expect, test } from "vitest";
import { z } from "zod";
import { ok } from "../domain/result.ts";
import type { OperationEntry } from "../operations/operation.ts";
import { makeOpenapi } from "./openapi.ts";

const place = z.object({ name: z.string() }).meta({ id: "Place" });
const tree = z.object({
  place,
  get branches() {
    return z.array(tree);
  },
});

const CATALOG: readonly OperationEntry[] = [
  {
    name: "grow-tree",
    summary: "Grows a tree.",
    who: "person",
    readOnly: false,
    load: async () => ({
      input: z.object({ height: z.number().default(1).meta({ positional: true }) }),
      output: tree,
      run: async () => ok({}),
    }),
  },
];

test("makeOpenapi() describes an operation as one POST with its own schemas", async () => {
  const document = await makeOpenapi(CATALOG, { version: "1.2.3", cookieName: "session" });
  expect(document).toMatchObject({
    openapi: "3.1.1",
    info: { version: "1.2.3" },
    paths: {
      "/api/grow-tree": {
        post: {
          operationId: "grow-tree",
          summary: "Grows a tree.",
          description: "Changes what is stored.",
        },
      },
    },
    components: {
      securitySchemes: { session: { in: "cookie", name: "session" }, bearer: { scheme: "bearer" } },
    },
  });
  expect(document.components.schemas.GrowTreeInput).toEqual({
    type: "object",
    properties: { height: { type: "number", default: 1 } },
    additionalProperties: false,
  });
});

test("makeOpenapi() makes shared and recursive definitions into components", async () => {
  const { components } = await makeOpenapi(CATALOG, { version: "1", cookieName: "session" });
  expect(components.schemas.GrowTreeValue).toMatchObject({
    properties: {
      place: { $ref: "#/components/schemas/GrowTreeValue.Place" },
      branches: { items: { $ref: "#/components/schemas/GrowTreeValue" } },
    },
  });
  expect(components.schemas).toHaveProperty(["GrowTreeValue.Place", "properties", "name"]);
});
