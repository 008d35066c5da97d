// The program: wires the real files, database and network to the command line. The only place where
// host/ and storage/ meet the operations.

import { keepFilesPrivate } from "../host/data-folder.ts";
import { run } from "./run.ts";

/** Returns all of standard input as text. */
async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

keepFilesPrivate();
// A reader that stops early (`throughline plan … | head`) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);
const { readVersion } = await import("../host/bundled-files.ts");

process.exitCode = await run(words, {
  version: await readVersion(),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  columns: process.stdout.columns ?? 80,
  styled: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  readFile: async (path) => {
    if (path === "-") return readStandardInput();
    const { readFile } = await import("node:fs/promises");
    return readFile(path, "utf8");
  },
  openContext: async (dataFolder) => {
    const { localContexts } = await import("./local-context.ts");
    const contexts = localContexts(dataFolder);
    const { signal } = new AbortController();
    return { context: contexts.contextFor({ signal }), close: contexts.close };
  },
  serve: async (options) => (await import("./serve-command.ts")).serveCommand(options),
  serveMcp: async (options) => (await import("./mcp-command.ts")).mcpCommand(options),
});
