// Starts the real app as a person would, on a free port and a data folder of its own, and gives the
// start link that it prints. For journeys and pictures.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const LAUNCHER = fileURLToPath(new URL("../bin/throughline.js", import.meta.url));
const START_LINK = /http:\/\/\S+\/start\?token=\S+/;

export interface RunningApp {
  /** "http://127.0.0.1:41234". */
  readonly origin: string;
  /** Works once: it gives the browser its session. */
  readonly startLink: string;
  /** Everything the app has printed so far, both streams. */
  readonly printed: () => string;
  /** Stops the app and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the app, from this checkout unless told otherwise, on a data folder that may be filled first; throws
 * with what it printed where no start link comes.
 */
export async function startApp(
  launcher = LAUNCHER,
  fill: (folder: string) => Promise<void> = async () => {},
): Promise<RunningApp> {
  const data = await mkdtemp(join(tmpdir(), "throughline-app-"));
  await fill(data);
  const words = [launcher, "serve", "--port", "0", "--data", data];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  const stop = async () => {
    child.kill();
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  child.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  const startLink = await new Promise<string | undefined>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      printed += `${line}\n`;
      const link = START_LINK.exec(line)?.[0];
      if (link !== undefined) resolve(link);
    });
    ended.then(() => resolve(undefined));
  });
  if (startLink === undefined) {
    await stop();
    throw new Error(`Cannot start the app: it ended without a start link. It printed:\n${printed}`);
  }
  return { origin: new URL(startLink).origin, startLink, printed: () => printed, stop };
}
