// Operations as tools of the Model Context Protocol. Reading and writing are apart: a tool that
// changes what is stored exists only where the person allowed it, and says that it does. No transport.

import { type CallToolResult, McpServer, type Notification } from "@modelcontextprotocol/server";
import { capital } from "../domain/first-letter.ts";
import { checkInput } from "../operations/check-input.ts";
import type { OperationContext } from "../operations/context.ts";
import { failureOf, failureTrace } from "../operations/failure-text.ts";
import { inputJsonSchema, type JsonObject, outputJsonSchema } from "../operations/json-schema.ts";
import type { AnyOperation, OperationEntry } from "../operations/operation.ts";
import { problemText } from "../operations/problem-text.ts";
import type { Progress } from "../operations/progress.ts";

export interface McpOptions {
  readonly catalog: readonly OperationEntry[];
  /** Makes the context of one call; the signal aborts when the caller gives up. */
  readonly contextFor: (call: {
    readonly signal: AbortSignal;
    readonly progress?: Progress;
  }) => OperationContext;
  /** Whether tools that change what is stored are there at all. */
  readonly allowWrites: boolean;
  readonly version: string;
  /** Told of failures: the kind and the place, never words that may quote the record. */
  readonly log?: (line: {
    readonly tool: string;
    readonly error: ReturnType<typeof failureTrace>;
  }) => void;
}

/** Returns a server with one tool for each operation that the caller may use. */
export async function makeMcpServer(options: McpOptions): Promise<McpServer> {
  const { catalog, allowWrites, version } = options;
  const server = new McpServer(
    { name: "throughline", title: "Throughline", version },
    {
      capabilities: { tools: {} },
      instructions: allowWrites
        ? "A person's career record, goal and plan, on their own machine. Ask the person before you call a tool that changes what is stored."
        : "A person's career record, goal and plan, on their own machine. Nothing here changes what is stored: tools that do are there once the person starts it with `throughline mcp --write`.",
    },
  );
  for (const entry of catalog) {
    if (entry.readOnly || allowWrites) registerTool(server, entry, await entry.load(), options);
  }
  return server;
}

function registerTool(
  server: McpServer,
  entry: OperationEntry,
  operation: AnyOperation,
  options: McpOptions,
): void {
  const { name, readOnly } = entry;
  server.registerTool(
    name,
    {
      title: titleOf(name),
      description: descriptionOf(entry),
      inputSchema: published(inputJsonSchema(operation)),
      outputSchema: published(outputJsonSchema(operation)),
      annotations: {
        readOnlyHint: readOnly,
        destructiveHint: !readOnly,
        openWorldHint: entry.reachesOut === true,
      },
    },
    async (raw, { mcpReq }) => {
      try {
        const token = mcpReq._meta?.progressToken;
        const { signal } = mcpReq;
        const call =
          token === undefined ? { signal } : { signal, progress: progressTo(mcpReq, token) };
        return await callOperation(operation, raw, options.contextFor(call));
      } catch (error) {
        options.log?.({ tool: name, error: failureTrace(error) });
        return problemResult(failureOf(error).message);
      }
    },
  );
}

/** A share of 0.5 is sent as 50 of 100; the protocol asks that it only ever rises. */
const WHOLE = 100;

/** Returns what tells a caller who asked for it how far long work is. */
function progressTo(
  mcpReq: { notify(notification: Notification): Promise<void> },
  progressToken: string | number,
): Progress {
  let [base, last] = [0, -1];
  return (message, share) => {
    const percent = Math.round((share ?? 0) * WHOLE);
    // A share that falls by more than half is another stretch of work, after the first.
    if (base + percent < last - WHOLE / 2) base += WHOLE;
    const progress = base + percent;
    if (progress <= last) return;
    last = progress;
    const params = { progressToken, progress, total: base + WHOLE, message };
    // Who no longer listens needs no progress; the answer says how it went.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  };
}

async function callOperation(
  operation: AnyOperation,
  raw: unknown,
  context: OperationContext,
): Promise<CallToolResult> {
  const input = checkInput(operation, raw);
  const result = input.ok ? await operation.run(context, input.value) : input;
  if (!result.ok) return problemResult(problemText(result.problem));
  const text = JSON.stringify(result.value);
  // Through JSON once, so that what is absent on the wire is absent here too.
  return { content: [{ type: "text", text }], structuredContent: JSON.parse(text) };
}

function problemResult(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}

/** Returns what a tool does, and for one that writes, that it changes what is stored. */
function descriptionOf({ readOnly, summary }: OperationEntry): string {
  return readOnly ? summary : `Changes what is stored. ${summary}`;
}

/** "find-gaps" → "Find gaps" */
function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return capital(words);
}

/**
 * Returns a schema that is published but lets everything pass: input is checked by checkInput(), whose
 * sentences every face shares, and output is held to its schema by tests, not at each call.
 */
function published(schema: JsonObject) {
  const convert = () => ({ ...schema });
  return {
    "~standard": {
      version: 1 as const,
      vendor: "throughline",
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: convert, output: convert },
    },
  };
}
