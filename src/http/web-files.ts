// Files of the built web app. They hold nothing of the person, so they need no session. A path can
// reach nothing outside the folder. The app's one page, index.html, is not served as it lies there:
// it gets the nonce of each answer.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./answer.ts";

/** Where index.html wants the nonce. */
export const NONCE_PLACE = /__CSP_NONCE__/g;

/** Hashed names never change what they hold; a year is the longest that RFC 9111 caches care for. */
const FOREVER = "private, max-age=31536000, immutable";

/** Returns a handler for the files of the built app; it passes on what is not there. */
export function webFiles(webRoot: string): MiddlewareHandler<HttpEnv> {
  if (!existsSync(webRoot)) return (_context, next) => next();
  const serveFile = serveStatic<HttpEnv>({ root: webRoot });
  return async (context, next) => {
    const answer = await serveFile(context, next);
    if (answer instanceof Response && context.req.path.startsWith("/assets/")) {
      answer.headers.set("Cache-Control", FOREVER);
    }
    return answer;
  };
}

/** Returns index.html with the nonce in its place, or undefined when the app was not built. */
export async function findAppPage(webRoot: string, nonce: string): Promise<string | undefined> {
  try {
    const html = await readFile(path.join(webRoot, "index.html"), "utf8");
    return html.replaceAll(NONCE_PLACE, nonce);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
