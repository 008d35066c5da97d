// `throughline serve`: the app on this machine alone, until it is told to stop.

import { pino } from "pino";
import { BEARER_FILE, bearerTokenOf } from "../host/bearer-token.ts";
import { readVersion, WEB_FOLDER } from "../host/bundled-files.ts";
import { databasePathOf, dataFolderOf } from "../host/data-folder.ts";
import { makeApp } from "../http/app.ts";
import { makeSecurity } from "../http/security.ts";
import { serve, serveProblemText } from "../http/serve.ts";
import { newSecret } from "../http/sessions.ts";
import { CATALOG } from "../operations/catalog.ts";
import { DONE, UNUSABLE } from "./exit-codes.ts";
import { localContexts } from "./local-context.ts";
import type { ServeOptions } from "./run.ts";

/** Serves until SIGINT or SIGTERM; returns the exit code. */
export async function serveCommand({ dataFolder, port }: ServeOptions): Promise<number> {
  const folder = dataFolderOf(dataFolder);
  const file = databasePathOf(folder);
  const contexts = localContexts(dataFolder, { trainingOutlivesCalls: true });
  await contexts.openStore(); // A folder that cannot be used is said now, not at the first click.
  const logger = pino({ level: "warn" }, pino.destination({ fd: 2, sync: true }));
  const security = makeSecurity({
    installationId: file,
    bearerToken: bearerTokenOf(folder, newSecret),
  });
  const app = makeApp({
    catalog: CATALOG,
    contextFor: contexts.contextFor,
    keepUpload: contexts.keepUpload,
    readFeed: async (secret, call) => {
      const { readFeed } = await import("../operations/calendar/read-feed.ts");
      return readFeed(contexts.contextFor(call), secret);
    },
    security,
    webRoot: WEB_FOLDER,
    version: await readVersion(),
    log: (line) => (line.status >= 500 ? logger.error(line) : logger.debug(line)),
  });
  const served = await serve({ app, security, port });
  if (!served.ok) {
    await contexts.close();
    process.stderr.write(`${serveProblemText(served.problem)}\n`);
    return UNUSABLE;
  }
  process.stdout.write(
    [
      "Throughline is running on this machine alone. Open this link in your browser (it works once):",
      "",
      `  ${served.value.newStartLink()}`,
      "",
      `Your record: ${file}`,
      `For programs: the file "${BEARER_FILE}" beside it holds their bearer token. Stop with Ctrl+C.`,
      "",
    ].join("\n"),
  );
  await stopSignal();
  await served.value.close();
  await contexts.close();
  return DONE;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
