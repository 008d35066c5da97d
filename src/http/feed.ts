// The one address that answers without a session and with something of the person's: who knows the secret in
// it may read the calendar, by GET alone. Whatever is wrong, the answer is the same 404.

import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { FEED_PATH } from "../operations/calendar/feed-secret.ts";
import { type HttpEnv, refuse } from "./answer.ts";
import { ownOrigin, type Security } from "./security.ts";

/** Returns the calendar of the feed with this secret; undefined where there is none. */
export type ReadFeed = (
  secret: string,
  call: { readonly signal: AbortSignal },
) => Promise<string | undefined>;

/** Adds the feed's address to the app; no page of another site fetches from it, whatever it knows. */
export function addFeed(app: Hono<HttpEnv>, security: Security, readFeed: ReadFeed): void {
  app.all(`${FEED_PATH}*`, ownOrigin(security), async (context, next) => {
    if (!context.req.path.startsWith(FEED_PATH)) return next();
    context.set("operation", "feed");
    if (context.req.method !== "GET") {
      context.header("Allow", "GET");
      return refuse(context, "http/method-refused");
    }
    const secret = context.req.path.slice(FEED_PATH.length);
    const text = await readFeed(secret, { signal: context.req.raw.signal });
    return text === undefined ? refuse(context, "http/not-found") : answerWith(context, text);
  });
}

function answerWith(context: Context<HttpEnv>, text: string): Response {
  const etag = `"${createHash("sha256").update(text, "utf8").digest("base64url")}"`;
  context.header("ETag", etag);
  // Kept by the calendar that asked and by nothing between, and asked for again each time.
  context.header("Cache-Control", "private, no-cache");
  if (matches(context.req.header("if-none-match"), etag)) return context.body(null, 304);
  context.header("Content-Type", "text/calendar; charset=utf-8");
  context.header("Content-Disposition", 'attachment; filename="throughline-plan.ics"');
  return context.body(text);
}

/** RFC 9110, 13.1.2: compared weakly, one of a list, or any. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
