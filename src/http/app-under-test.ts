// For tests alone: a small catalog of made-up operations that count how often they ran, and an app
// over it with a browser that was let in. The catalog that Throughline ships is held in test/docs.test.ts.

import { z } from "zod";
import { fail, ok } from "../domain/result.ts";
import type { OperationContext } from "../operations/context.ts";
import type { OperationEntry } from "../operations/operation.ts";
import { makeApp, type RequestLine } from "./app.ts";
import { makeSecurity } from "./security.ts";
import type { Clock } from "./sessions.ts";

export const PORT = 4747;
export const HOST = `127.0.0.1:${PORT}`;
/** The secret of the one feed there is, and what it gives. */
export const FEED_SECRET = "s".repeat(43);
export const FEED_TEXT = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
export const BEARER = "a-bearer-token-for-tests";

/** Returns a catalog, and how many runs its operations have had in all. */
export function makeTestCatalog() {
  let runs = 0;
  const inputs: unknown[] = [];
  const operation = (
    input: z.ZodObject,
    run: (value: Record<string, unknown>, context: OperationContext) => unknown,
  ) => ({
    input,
    output: z.object({ said: z.string() }),
    async run(context: OperationContext, value: never) {
      runs += 1;
      inputs.push(value);
      const result = await run(value, context);
      return typeof result === "string"
        ? ok({ said: result })
        : fail(result as { code: "plan/unknown"; id: string });
    },
  });
  const entry = (name: string, readOnly: boolean, made: ReturnType<typeof operation>) =>
    ({
      name,
      summary: `Does ${name} for a test.`,
      who: "person",
      readOnly,
      load: async () => made,
    }) satisfies OperationEntry;
  const catalog: readonly OperationEntry[] = [
    entry(
      "look-up",
      true,
      operation(
        z.object({
          title: z.string().meta({ description: "What to look for" }),
          hours: z.number().positive().optional(),
        }),
        ({ title }) => `found ${title}`,
      ),
    ),
    entry(
      "write-down",
      false,
      operation(z.object({}), () => "written"),
    ),
    {
      ...entry(
        "work-long",
        false,
        operation(z.object({}), async (_value, { signal, progress }) => {
          progress("Reading", 0.25);
          progress("Learning", undefined);
          if (signal.aborted) return "stopped";
          return "done";
        }),
      ),
      isLong: true,
    },
    entry(
      "find-nothing",
      true,
      operation(z.object({}), () => ({ code: "plan/unknown", id: "p1" })),
    ),
    entry(
      "break-down",
      true,
      operation(z.object({}), () => {
        throw new Error("canary: a secret salary");
      }),
    ),
  ];
  return { catalog, runs: () => runs, inputs };
}

/** Returns an app on which nothing has happened yet, and how to ask it things. */
export function makeAppUnderTest(options: { webRoot?: string; clock?: Clock } = {}) {
  const { catalog, runs, inputs } = makeTestCatalog();
  const lines: RequestLine[] = [];
  const uploads: { name: string; beside: string | undefined; text: string }[] = [];
  const security = makeSecurity({
    installationId: "a test",
    bearerToken: BEARER,
    port: PORT,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const app = makeApp({
    catalog,
    // `as`: the made-up operations use no more than this of their context.
    contextFor: ({ signal, progress = () => {} }) => ({ signal, progress }) as OperationContext,
    async keepUpload(body, name, beside) {
      uploads.push({ name, beside, text: await new Response(body).text() });
      if (name.startsWith("much")) return "too-large";
      return name.startsWith("bad") ? undefined : `upload:${uploads.length}`;
    },
    readFeed: async (secret) => (secret === FEED_SECRET ? FEED_TEXT : undefined),
    security,
    webRoot: options.webRoot ?? "/nowhere",
    version: "0.0.0",
    log: (line) => lines.push(line),
  });
  /** Asks like curl: only the headers that are given, and Host. */
  async function ask(
    path: string,
    init: { method?: string; headers?: object; body?: string } = {},
  ) {
    const headers = new Headers({ Host: HOST, ...init.headers });
    const { method = "GET", body } = init;
    return app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
  }
  /** Lets a browser in through a fresh start link; returns its Cookie header. */
  async function letIn(): Promise<string> {
    const response = await ask(`/start?token=${security.sessions.newStartToken()}`);
    return response.headers.get("set-cookie")?.split(";")[0] ?? "";
  }
  /** Calls an operation as Throughline's own page does. */
  async function call(name: string, body: unknown, headers: object = {}) {
    return ask(`/api/${name}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { ...ownPageHeaders(await letIn()), ...headers },
    });
  }
  return { app, security, ask, letIn, call, runs, inputs, lines, uploads, catalog };
}

/** Returns what a browser sends with a call from Throughline's own page. */
export function ownPageHeaders(cookie: string): Record<string, string> {
  return {
    Cookie: cookie,
    Origin: `http://${HOST}`,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/json",
  };
}
