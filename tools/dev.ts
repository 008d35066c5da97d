// Serves the app while it is being worked on: the web is rebuilt and the server restarted at each
// change. The same server, cookie and content policy as in use, so nothing works only here.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "./build-web.ts";

const children = [
  spawn(
    "vite",
    ["build", "--watch", "--outDir", join(PROJECT, "dist", "web"), "--emptyOutDir"],
    start(),
  ),
  spawn("node", ["--watch-path=src", "bin/throughline.js", "serve"], start()),
];
for (const child of children) {
  child.on("exit", (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 1;
  });
}

/** npm scripts have node_modules/.bin first in PATH, so both names are the project's own. */
function start() {
  return { cwd: PROJECT, stdio: "inherit" as const, shell: process.platform === "win32" };
}
