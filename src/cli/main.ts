// The program: wires the real files, database and network to the command line. The only place where
// host/ and storage/ meet the operations.

import { keepFilesPrivate } from "../host/data-folder.ts";
import { STORAGE } from "./exit-codes.ts";
import { run } from "./run.ts";

keepFilesPrivate();
let outputFailed = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that stops early (`throughline plan … | head`) is not a failure.
  if (error.code === "EPIPE" || outputFailed) return;
  outputFailed = true;
  process.exitCode = STORAGE;
  const state = error.code === "ENOSPC" ? "the disk is full" : `the system says ${error.code}`;
  process.stderr.write(`Cannot write the answer: ${state}. Send it elsewhere and try again\n`);
});
process.stderr.on("error", () => {}); // There is nowhere left to say it.

const words = process.argv.slice(2);
const { readVersion } = await import("../host/bundled-files.ts");

const code = await run(words, {
  version: await readVersion(),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  columns: process.stdout.columns || 80, // A terminal may say that it has none.
  styled: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  readFile: async (path) => (await import("../host/read-text.ts")).readText(path),
  writeFile: async (path, text) =>
    (await import("node:fs/promises")).writeFile(path, text, { mode: 0o600 }),
  openContext: async (dataFolder, { signal = new AbortController().signal, progress }) => {
    const { localContexts } = await import("./local-context.ts");
    const contexts = localContexts(dataFolder);
    return { context: contexts.contextFor({ signal, progress }), close: contexts.close };
  },
  beginWork: async (quiet) => {
    const { showWork } = await import("./work-shown.ts");
    return showWork({
      write: (text) => void process.stderr.write(text),
      style: quiet ? "nothing" : process.stderr.isTTY === true ? "bar" : "lines",
      columns: process.stderr.columns || 80,
      clock: () => performance.now(),
      onInterrupt: (listener) => {
        process.on("SIGINT", listener);
        return () => void process.off("SIGINT", listener);
      },
    });
  },
  asker: async () =>
    process.stdin.isTTY === true && process.stdout.isTTY === true
      ? (await import("./clack-asker.ts")).clackAsker()
      : undefined,
  serve: async (options) => (await import("./serve-command.ts")).serveCommand(options),
  serveMcp: async (options) => (await import("./mcp-command.ts")).mcpCommand(options),
});
process.exitCode = outputFailed ? STORAGE : code;
