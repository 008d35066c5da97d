// The real program as a desktop assistant starts it: a child process over standard input and output.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, onTestFinished, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("../cli/main.ts", import.meta.url));

async function startProgram(...flags: string[]): Promise<{ client: Client; errors: Error[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), "throughline-mcp-"));
  const client = new Client({ name: "test", version: "0.0.0" });
  const errors: Error[] = [];
  client.onerror = (error) => errors.push(error); // Anything but protocol on its output comes here.
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [PROGRAM, "mcp", "--data", folder, ...flags],
    }),
  );
  onTestFinished(async () => {
    await client.close();
    await rm(folder, { recursive: true });
  });
  return { client, errors };
}

test("throughline mcp answers from the real catalogue and writes nothing but protocol", async () => {
  const { client, errors } = await startProgram();
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("search-occupations");
  expect(tools.map(({ name }) => name)).not.toContain("delete-everything");
  const found = await client.callTool({
    name: "search-occupations",
    arguments: { query: "nurse", limit: 3 },
  });
  expect(JSON.stringify(found.structuredContent)).toMatch(/nurse/i);
  const none = await client.callTool({ name: "show-plan", arguments: {} });
  expect(none.isError).toBe(true);
  expect(errors).toEqual([]);
});

test("throughline mcp --write also has the tools that change what is stored", async () => {
  const { client } = await startProgram("--write");
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("delete-everything");
  const [example] = await exampleNames(client);
  const kept = await client.callTool({ name: "import-example", arguments: { name: example } });
  expect(kept.isError, JSON.stringify(kept.content)).not.toBe(true);
  const shown = await client.callTool({ name: "show-record", arguments: {} });
  expect(shown.isError).not.toBe(true);
});

async function exampleNames(client: Client): Promise<string[]> {
  const { structuredContent } = await client.callTool({ name: "list-examples", arguments: {} });
  return JSON.stringify(structuredContent).match(/(?<="name":")[^"]+/g) ?? [];
}
