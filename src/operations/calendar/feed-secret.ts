// The secret in a feed's address: only its hash is kept, and whether one is right takes the same time
// whatever is wrong with it.

import type { CalendarFeed } from "../../domain/calendar/calendar-feed.ts";

/** Where feeds are read. */
export const FEED_PATH = "/feed/";

/** Returns the hash that is kept in the secret's place. 256 random bits need no salt and no slow hash. */
export async function hashOfSecret(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Returns whether the secret is the feed's; false where there is no feed, after the same work. */
export async function isSecretOf(feed: CalendarFeed | undefined, secret: string): Promise<boolean> {
  const given = await hashOfSecret(secret);
  const kept = feed?.secretHash ?? "";
  let differs = given.length ^ kept.length;
  for (let i = 0; i < given.length; i++) differs |= given.charCodeAt(i) ^ (kept.charCodeAt(i) || 0);
  return differs === 0;
}
