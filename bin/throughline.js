#!/usr/bin/env node
// The launcher. It is written so that any Node since 14 can read it and say what to do; the program
// itself needs Node 26. In a checkout it runs the source, in the published package the compiled files.

import { existsSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 26;
const version = process.versions.node;

if (Number(version.split(".")[0]) < NEEDED) {
  const here = fileURLToPath(new URL("..", import.meta.url));
  const checkout = existsSync(join(here, "src", "cli", "main.ts"));
  process.stderr.write(
    "Throughline needs Node " +
      NEEDED +
      " or newer; this is Node " +
      version +
      ".\n" +
      (checkout
        ? "In this folder `npm ci && npm start` brings the right Node along, or install it from https://nodejs.org/\n"
        : "Install Node " +
          NEEDED +
          " or newer from https://nodejs.org/ and run the same command again.\n"),
  );
  process.exitCode = 1;
} else {
  keepCompiled();
  const source = new URL("../src/cli/main.ts", import.meta.url);
  const compiled = new URL("../dist/cli/main.js", import.meta.url);
  import((existsSync(source) ? source : compiled).href);
}

/** Keeps compiled code between runs, in the person's own cache folder: it halves the time to start. */
function keepCompiled() {
  const cache =
    process.platform === "win32"
      ? process.env.LOCALAPPDATA
      : process.platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  if (cache && isAbsolute(cache)) module.enableCompileCache(join(cache, "throughline", "compiled"));
}
