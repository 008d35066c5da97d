// The calendar as a program reads it that knows the feed's address and nothing else. No operation of the
// catalog: those are the person's.

import type { OperationContext } from "../context.ts";
import { isSecretOf } from "./feed-secret.ts";
import { readCalendar } from "./read-calendar.ts";

/** Returns the iCalendar document; undefined where there is no feed of that secret. It changes nothing. */
export async function readFeed(
  context: Pick<OperationContext, "store" | "personId">,
  secret: string,
): Promise<string | undefined> {
  const store = await context.store();
  // Asking whose installation this is would make a person where there is none yet.
  const isSomebody = (await store.listPersons()).length > 0;
  const feed = isSomebody ? await store.findFeed(await context.personId()) : undefined;
  if (!(await isSecretOf(feed, secret)) || feed === undefined) return undefined;
  return (await readCalendar(context, feed.options))?.text;
}
