// The MCP server over standard input and output, as desktop programs start it. Nothing but protocol
// is ever written to standard output.

import type { Readable, Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { type McpOptions, makeMcpServer } from "./server.ts";

export interface StdioStreams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Serves until the other side closes its end; standard input and output unless others are given. */
export async function serveMcpOverStdio(
  options: McpOptions,
  { input, output }: StdioStreams = { input: process.stdin, output: process.stdout },
): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    input.once("end", resolve);
    input.once("close", resolve);
  });
  const handle = serveStdio(() => makeMcpServer(options), {
    transport: new StdioServerTransport(input, output),
  });
  await ended;
  await handle.close();
}
