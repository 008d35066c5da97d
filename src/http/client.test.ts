// The client against the real app: fetch is led to it instead of to a socket.

import { afterEach, expect, test, vi } from "vitest";
import { makeAppUnderTest, ownPageHeaders } from "./app-under-test.ts";
import { call, ProblemError } from "./client.ts";

afterEach(() => vi.unstubAllGlobals());

/** Calls one of the made-up operations, which the catalog's types do not know. */
const callAny = call as (name: string, input: unknown) => Promise<unknown>;

async function leadFetchToApp(letIn = true): Promise<void> {
  const { ask, letIn: openSession } = makeAppUnderTest();
  const cookie = letIn ? await openSession() : "";
  vi.stubGlobal("fetch", (path: string, init: { method: string; headers: object; body: string }) =>
    ask(path, { ...init, headers: { ...ownPageHeaders(cookie), ...init.headers } }),
  );
}

async function problemOf(promise: Promise<unknown>): Promise<ProblemError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error("Not a ProblemError", { cause: error });
  return error;
}

test("call() returns the operation's value", async () => {
  await leadFetchToApp();
  expect(await callAny("look-up", { title: "nurse" })).toEqual({ said: "found nurse" });
});

test("call() throws the problem with its fields and its sentence", async () => {
  await leadFetchToApp();
  const error = await problemOf(callAny("find-nothing", {}));
  expect(error).toMatchObject({
    code: "plan/unknown",
    problem: { code: "plan/unknown", id: "p1" },
  });
  expect(error.message).toMatch(/^Cannot /);
});

test("call() says when this browser has not been let in", async () => {
  await leadFetchToApp(false);
  expect((await problemOf(callAny("look-up", { title: "x" }))).code).toBe("http/no-session");
});

test("call() says that the server does not answer", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  expect((await problemOf(callAny("look-up", { title: "x" }))).code).toBe("http/no-answer");
  vi.stubGlobal("fetch", async () => new Response("<html>"));
  expect((await problemOf(callAny("look-up", { title: "x" }))).code).toBe("http/no-answer");
});

test("call() that was given up throws the reason, not a problem", async () => {
  vi.stubGlobal("fetch", (_path: string, { signal }: { signal: AbortSignal }) =>
    Promise.reject(signal.reason),
  );
  const signal = AbortSignal.abort(new Error("gave up"));
  await expect(call("list-examples", {}, { signal })).rejects.toThrow("gave up");
});
