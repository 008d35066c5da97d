// `throughline mcp`: the operations as tools over standard input and output.

import { readVersion } from "../host/bundled-files.ts";
import { serveMcpOverStdio } from "../mcp/stdio.ts";
import { CATALOG } from "../operations/catalog.ts";
import { DONE } from "./exit-codes.ts";
import { localContexts } from "./local-context.ts";

/** Serves until the other side closes its end; returns the exit code. */
export async function mcpCommand(options: {
  readonly dataFolder: string | undefined;
  readonly write: boolean;
}): Promise<number> {
  const contexts = localContexts(options.dataFolder, { trainingOutlivesCalls: true });
  try {
    await serveMcpOverStdio({
      catalog: CATALOG,
      contextFor: contexts.contextFor,
      allowWrites: options.write,
      version: await readVersion(),
    });
  } finally {
    await contexts.close();
  }
  return DONE;
}
