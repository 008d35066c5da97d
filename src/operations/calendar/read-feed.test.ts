// The feed's address from its making to its end, on a real data folder.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../../cli/local-context.ts";
import { keepPlan } from "../plan/keep-plan.ts";
import { deleteEverything } from "../record/delete-everything.ts";
import { importExample } from "../record/import-example.ts";
import { calendarOptionsSchema } from "./calendar-options.ts";
import { exportCalendar } from "./export-calendar.ts";
import { FEED_PATH, hashOfSecret, isSecretOf } from "./feed-secret.ts";
import { makeFeed } from "./make-feed.ts";
import { readFeed } from "./read-feed.ts";
import { revokeFeed } from "./revoke-feed.ts";
import { showFeed } from "./show-feed.ts";

const { signal } = new AbortController();
const OPTIONS = calendarOptionsSchema.parse({});

let folder: string;
let contexts: LocalContexts;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-feed-"));
  contexts = localContexts(folder);
});
afterEach(async () => {
  await contexts.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = () => contexts.contextFor({ signal });

async function keepSomePlan(): Promise<void> {
  await importExample.run(context(), { name: "surgery-receptionist" });
  await keepPlan.run(context(), {});
}

/** Returns the secret of a new feed. */
async function madeSecret(options = OPTIONS): Promise<string> {
  const made = await makeFeed.run(context(), options);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.path.slice(FEED_PATH.length);
}

test("a feed gives what the file has, until it is revoked", async () => {
  await keepSomePlan();
  const secret = await madeSecret();
  expect(secret).toMatch(/^[\w-]{43}$/);
  const file = await exportCalendar.run(context(), OPTIONS);
  if (!file.ok) throw new Error(file.problem.code);
  expect(await readFeed(context(), secret)).toBe(file.value.calendar);
  for (const wrong of ["", "x", `${secret}x`, secret.slice(1), await hashOfSecret(secret)]) {
    expect(await readFeed(context(), wrong), wrong).toBeUndefined();
  }
  expect(await revokeFeed.run(context(), {})).toEqual({ ok: true, value: { revoked: true } });
  expect(await readFeed(context(), secret)).toBeUndefined();
  expect(await revokeFeed.run(context(), {})).toMatchObject({ problem: { code: "feed/none" } });
});

test("a new address ends the one before, and keeps its own options over a restart", async () => {
  await keepSomePlan();
  const first = await madeSecret();
  const weekly = {
    parts: ["actions" as const],
    checkIns: "weekly" as const,
    reminder: "same-day" as const,
  };
  const second = await madeSecret(weekly);
  expect(await readFeed(context(), first)).toBeUndefined();
  await contexts.close();
  contexts = localContexts(folder);
  expect(await readFeed(context(), second)).toMatch(/FREQ=WEEKLY.*TRIGGER:PT9H/s);
  const { today } = context();
  expect(await showFeed.run(context(), {})).toEqual({
    ok: true,
    value: { feed: { madeOn: today, ...weekly } },
  });
});

test("the secret is in no file, and its hash goes with everything else", async () => {
  await keepSomePlan();
  const secret = await madeSecret();
  const hash = await hashOfSecret(secret);
  const holds = (text: string) =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
  expect(holds(secret)).toBe(false);
  expect(holds(hash)).toBe(true);
  await deleteEverything.run(context(), { confirm: "delete everything" });
  expect(await readFeed(context(), secret)).toBeUndefined();
  await contexts.close();
  expect(holds(hash)).toBe(false);
});

test("there is no feed without a plan, and asking for one makes nobody", async () => {
  expect(await readFeed(context(), "x".repeat(43))).toBeUndefined();
  expect(await (await context().store()).listPersons()).toEqual([]);
  expect(await makeFeed.run(context(), OPTIONS)).toMatchObject({ problem: { code: "plan/none" } });
  expect(await showFeed.run(context(), {})).toEqual({ ok: true, value: {} });
});

test("isSecretOf() is false for every hash but the secret's own", async () => {
  const feed = {
    secretHash: await hashOfSecret("right"),
    madeOn: context().today,
    options: OPTIONS,
  };
  expect(await isSecretOf(feed, "right")).toBe(true);
  for (const secretHash of [
    "",
    feed.secretHash.slice(1),
    `${feed.secretHash}0`,
    feed.secretHash.toUpperCase(),
  ]) {
    expect(await isSecretOf({ ...feed, secretHash }, "right"), secretHash).toBe(false);
  }
  expect(await isSecretOf(feed, "wrong")).toBe(false);
  expect(await isSecretOf(undefined, "right")).toBe(false);
  // NIST's example for SHA-256: the hash of "abc".
  expect(await hashOfSecret("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
