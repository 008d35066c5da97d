import { expect, test } from "vitest";
import { makeAppUnderTest, ownPageHeaders } from "./app-under-test.ts";
import { serve } from "./serve.ts";

const LINES = { Accept: "application/x-ndjson" };

async function linesOf(response: Response): Promise<unknown[]> {
  const text = await response.text();
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("an operation asked for lines says how far it is, then answers as ever", async () => {
  const { call } = makeAppUnderTest();
  const response = await call("work-long", {}, LINES);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'self'/);
  expect(await linesOf(response)).toEqual([
    { progress: { label: "Reading", share: 0.25 } },
    { progress: { label: "Learning" } },
    { ok: true, value: { said: "done" } },
  ]);
  const plain = await call("work-long", {});
  expect(await plain.json()).toEqual({ ok: true, value: { said: "done" } });
});

test("a problem and a failure are the last line, and the log knows of the failure without its words", async () => {
  const { call, lines } = makeAppUnderTest();
  expect(await linesOf(await call("find-nothing", {}, LINES))).toMatchObject([
    { ok: false, problem: { code: "plan/unknown" } },
  ]);
  const failed = await call("break-down", {}, LINES);
  const answer = await linesOf(failed);
  expect(answer).toMatchObject([{ ok: false, problem: { code: "internal" } }]);
  expect(JSON.stringify([answer, lines])).not.toContain("canary");
  const [logged] = lines.filter(({ status }) => status === 500);
  expect(logged).toMatchObject({ what: "break-down", error: { name: "Error" } });
});

test("input that cannot be used is refused with its status, lines or not", async () => {
  const { call } = makeAppUnderTest();
  const response = await call("look-up", { title: 1 }, LINES);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ problem: { code: "input/invalid" } });
});

test("a caller who goes away aborts the work", async () => {
  const { app, security, catalog } = makeAppUnderTest();
  let aborted: (() => void) | undefined;
  const isAborted = new Promise<void>((resolve) => {
    aborted = resolve;
  });
  const long = catalog.find(({ name }) => name === "work-long");
  const operation = await long?.load();
  if (operation === undefined) throw new Error("there is a long operation");
  operation.run = async ({ signal, progress }) => {
    progress("Working", 0.1);
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    aborted?.();
    return { ok: true, value: {} };
  };
  const served = await serve({ app, security, port: 0 });
  if (!served.ok) throw new Error("no port");
  const { port, url, close } = served.value;
  try {
    const leaving = new AbortController();
    const cookie = await letInAt(app, security, port);
    const response = await fetch(`${url}/api/work-long`, {
      method: "POST",
      body: "{}",
      signal: leaving.signal,
      headers: { ...ownPageHeaders(cookie), ...LINES, Origin: url },
    });
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain("Working");
    leaving.abort();
    await isAborted;
  } finally {
    await close();
  }
});

async function letInAt(
  app: ReturnType<typeof makeAppUnderTest>["app"],
  security: ReturnType<typeof makeAppUnderTest>["security"],
  port: number,
): Promise<string> {
  const path = `/start?token=${security.sessions.newStartToken()}`;
  const response = await app.request(path, { headers: { Host: `127.0.0.1:${port}` } });
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const ZIP = { "Content-Type": "application/zip", "Content-Length": "5" };

test("a file is taken under its name, beside another too, and its location given back", async () => {
  const { ask, letIn, uploads } = makeAppUnderTest();
  const own = { ...ownPageHeaders(await letIn()), ...ZIP };
  const send = (query: string, headers: object = {}) =>
    ask(`/upload?${query}`, { method: "POST", headers: { ...own, ...headers }, body: "PK..." });
  const first = await send("name=db_30_0_text.zip");
  expect(await first.json()).toEqual({ ok: true, value: { location: "upload:1" } });
  const csv = { "Content-Type": "text/csv" };
  expect((await send("name=a.csv&beside=upload:1", csv)).status).toBe(200);
  expect(uploads).toEqual([
    { name: "db_30_0_text.zip", beside: undefined, text: "PK..." },
    { name: "a.csv", beside: "upload:1", text: "PK..." },
  ]);
  expect((await send("name=bad.zip")).status).toBe(400);
  expect((await send("name=much.zip")).status).toBe(507);
});

test("a file without name, of another kind than its name, too large or of no length is refused", async () => {
  const { ask, letIn, uploads } = makeAppUnderTest();
  const own = { ...ownPageHeaders(await letIn()), ...ZIP };
  const statusOf = async (query: string, headers: Record<string, string>) => {
    const all = { ...own, ...headers };
    const response = await ask(`/upload?${query}`, { method: "POST", headers: all, body: "PK" });
    return response.status;
  };
  expect(await statusOf("", {})).toBe(415);
  expect(await statusOf("name=a.exe", {})).toBe(415);
  expect(await statusOf("name=a.csv", {})).toBe(415);
  expect(await statusOf("name=a.zip", { "Content-Type": "text/csv" })).toBe(415);
  expect(await statusOf("name=a.zip", { "Content-Length": "256000001" })).toBe(413);
  expect(await statusOf("name=a.zip", { "Content-Length": "-1" })).toBe(411);
  expect(uploads).toEqual([]);
  expect((await ask("/upload", { headers: own })).status).toBe(405);
});
