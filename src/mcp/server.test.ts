import { PassThrough } from "node:stream";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { fail, ok } from "../domain/result.ts";
import type { OperationContext } from "../operations/context.ts";
import type { AnyOperation, OperationEntry } from "../operations/operation.ts";
import { type McpOptions, makeMcpServer } from "./server.ts";
import { serveMcpOverStdio } from "./stdio.ts";

function entry(name: string, readOnly: boolean, operation: AnyOperation): OperationEntry {
  const summary = `Does ${name} for a test.`;
  return { name, summary, who: "person", readOnly, load: async () => operation };
}

const anything = z.object({});

const CATALOG: readonly OperationEntry[] = [
  entry("look-up", true, {
    input: z.object({ title: z.string().meta({ description: "What to look for" }) }),
    output: z.object({ said: z.string(), hint: z.string().optional() }),
    run: async (_context, { title }: { title: string }) =>
      ok({ said: `found ${title}`, hint: undefined }),
  }),
  entry("find-nothing", true, {
    input: anything,
    output: anything,
    run: async () => fail({ code: "plan/none" }),
  }),
  entry("break-down", true, {
    input: anything,
    output: anything,
    run: async () => {
      throw new Error("canary: a secret salary");
    },
  }),
  entry("work-long", true, {
    input: anything,
    output: anything,
    run: async ({ progress }) => {
      for (const share of [undefined, 0.25, 0.2, 1, 0, 0.5]) progress("Working", share);
      return ok({});
    },
  }),
  entry("write-down", false, {
    input: anything,
    output: z.object({ written: z.boolean() }),
    run: async () => ok({ written: true }),
  }),
];

async function connected(options: Partial<McpOptions> = {}): Promise<Client> {
  const server = await makeMcpServer({
    catalog: CATALOG,
    // `as`: the made-up operations use no more than this of their context.
    contextFor: ({ progress = () => {} }) => ({ progress }) as OperationContext,
    allowWrites: false,
    version: "0.0.0",
    ...options,
  });
  const client = new Client({ name: "test", version: "0.0.0" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  onTestFinished(() => client.close());
  return client;
}

function textOf({ content }: { content: readonly object[] }): string {
  const [first] = content;
  return first !== undefined && "text" in first ? String(first.text) : "";
}

test("only reading tools are there unless writes are allowed", async () => {
  const { tools } = await (await connected()).listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    "look-up",
    "find-nothing",
    "break-down",
    "work-long",
  ]);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
});

test("a writing tool says that it changes what is stored", async () => {
  const { tools } = await (await connected({ allowWrites: true })).listTools();
  const tool = tools.find(({ name }) => name === "write-down");
  expect(tool?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  expect(tool?.description).toMatch(/^Changes what is stored\. /);
});

test("a tool without leave cannot be called by its name", async () => {
  const client = await connected();
  const result = await client
    .callTool({ name: "write-down", arguments: {} })
    .catch((error: unknown) => ({ content: [{ text: String(error) }], isError: true }));
  expect(result.isError).toBe(true);
  expect(textOf(result)).toContain("write-down");
});

test("a tool publishes what it takes and gives", async () => {
  const { tools } = await (await connected()).listTools();
  expect(tools[0]).toMatchObject({
    title: "Look up",
    inputSchema: {
      type: "object",
      properties: { title: { type: "string", description: "What to look for" } },
      required: ["title"],
      additionalProperties: false,
    },
    outputSchema: { type: "object", required: ["said"] },
  });
});

test("a value comes as structured content and as text", async () => {
  const client = await connected();
  const result = await client.callTool({ name: "look-up", arguments: { title: "nurse" } });
  expect(result.structuredContent).toEqual({ said: "found nurse" });
  expect(JSON.parse(textOf(result))).toEqual({ said: "found nurse" });
  expect(result.isError).not.toBe(true);
});

test("a problem and wrong input come as the sentence of every face", async () => {
  const client = await connected();
  const problem = await client.callTool({ name: "find-nothing", arguments: {} });
  expect(problem.isError).toBe(true);
  expect(textOf(problem)).toMatch(/^Cannot /);
  const wrong = await client.callTool({ name: "look-up", arguments: { titel: "nurse" } });
  expect(wrong.isError).toBe(true);
  expect(textOf(wrong)).toMatch(/^Cannot .*titel/s);
});

test("a failure tells nothing of what it met, to the caller or to the log", async () => {
  const lines: unknown[] = [];
  const client = await connected({ log: (line) => lines.push(line) });
  const result = await client.callTool({ name: "break-down", arguments: {} });
  expect(result.isError).toBe(true);
  expect(JSON.stringify([result, lines])).not.toContain("salary");
  expect(lines).toMatchObject([{ tool: "break-down", error: { name: "Error" } }]);
});

test("over standard streams only protocol is written, and it ends with its input", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ended = serveMcpOverStdio(
    {
      catalog: CATALOG,
      // `as`: the made-up operations use nothing of their context.
      contextFor: () => ({}) as OperationContext,
      allowWrites: false,
      version: "0.0.0",
    },
    { input, output },
  );
  const hello = {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "test", version: "0" },
  };
  const send = (message: object) =>
    input.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const lines: string[] = [];
  const answered = new Promise<void>((resolve) => {
    output.on("data", (data: Buffer) => {
      lines.push(...data.toString().trim().split("\n"));
      if (lines.length === 2) resolve();
    });
  });
  send({ id: 1, method: "initialize", params: hello });
  send({ method: "notifications/initialized" });
  send({ id: 2, method: "tools/list" });
  await answered;
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { jsonrpc: "2.0", id: 1, result: { serverInfo: { name: "throughline" } } },
    { jsonrpc: "2.0", id: 2, result: { tools: [{ name: "look-up" }, {}, {}, {}] } },
  ]);
  input.end();
  await ended;
});

test("who asks for it is told how far long work is, never going back", async () => {
  const client = await connected();
  const told: unknown[] = [];
  const onprogress = (progress: unknown) => told.push(progress);
  await client.callTool({ name: "work-long", arguments: {} }, { onprogress });
  expect(told).toEqual([
    { progress: 0, total: 100, message: "Working" },
    { progress: 25, total: 100, message: "Working" },
    { progress: 100, total: 100, message: "Working" },
    { progress: 150, total: 200, message: "Working" },
  ]);
  await client.callTool({ name: "work-long", arguments: {} });
  expect(told.length).toBe(4);
});
