import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeAppUnderTest, ownPageHeaders } from "./app-under-test.ts";

test("an operation answers with its value", async () => {
  const { call, inputs } = makeAppUnderTest();
  const response = await call("look-up", { title: "nurse", hours: 4 });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, value: { said: "found nurse" } });
  expect(inputs).toEqual([{ title: "nurse", hours: 4 }]);
});

test("a problem answers with its fields, a sentence and the status of the table", async () => {
  const { call } = makeAppUnderTest();
  const response = await call("find-nothing", {});
  expect(response.status).toBe(404);
  const answer = await response.json();
  expect(answer).toMatchObject({ ok: false, problem: { code: "plan/unknown", id: "p1" } });
  expect(answer.message).toMatch(/^Cannot /);
});

test("input that does not fit is refused before the operation runs, each field named", async () => {
  const { call, runs } = makeAppUnderTest();
  for (const input of [{}, { title: "x", hours: -1 }, { title: "x", hour: 3 }, [], null, "x", 3]) {
    const response = await call("look-up", input);
    expect(response.status, JSON.stringify(input)).toBe(422);
    expect((await response.json()).problem.code).toBe("input/invalid");
  }
  const { message } = await (await call("look-up", { title: 3, hour: 3 })).json();
  expect(message).toContain("title");
  expect(message).toContain("hour");
  expect(runs()).toBe(0);
});

test("a body that is not JSON, or too large, is refused", async () => {
  const { ask, letIn, runs } = makeAppUnderTest();
  const headers = ownPageHeaders(await letIn());
  for (const body of ["", "{", "title=nurse", "{}{}"]) {
    expect((await ask("/api/write-down", { method: "POST", headers, body })).status).toBe(400);
  }
  const large = JSON.stringify({ title: "x".repeat(6 * 1024 * 1024) });
  const response = await ask("/api/look-up", { method: "POST", headers, body: large });
  expect(response.status).toBe(413);
  expect(runs()).toBe(0);
});

test("a failure tells nothing of what it met, in the answer or in the log", async () => {
  const { call, lines } = makeAppUnderTest();
  const response = await call("break-down", {});
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ ok: false, problem: { code: "internal" } });
  expect(text + JSON.stringify(lines)).not.toContain("salary");
  expect(lines.at(-1)).toMatchObject({ what: "break-down", status: 500, error: { name: "Error" } });
  expect(lines.at(-1)?.error?.at.length).toBeGreaterThan(0);
});

test("the log holds no start token and no name that a stranger made up", async () => {
  const { ask, security, lines } = makeAppUnderTest();
  const token = security.sessions.newStartToken();
  await ask(`/start?token=${token}`);
  await ask("/api/my-salary-is-a-canary");
  expect(JSON.stringify(lines)).not.toContain(token);
  expect(JSON.stringify(lines)).not.toContain("canary");
});

test("health needs no session and says nothing", async () => {
  const { ask } = makeAppUnderTest();
  const response = await ask("/health");
  expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
});

test("the interface page and its description name every operation", async () => {
  const { ask, letIn, catalog } = makeAppUnderTest();
  const headers = { Cookie: await letIn() };
  const page = await (await ask("/api", { headers })).text();
  const { paths } = await (await ask("/openapi.json", { headers })).json();
  for (const { name } of catalog) {
    expect(page).toContain(`POST /api/${name}`);
    expect(paths).toHaveProperty([`/api/${name}`, "post"]);
  }
  expect((await ask("/api-page.js")).headers.get("content-type")).toContain("text/javascript");
});

async function builtWeb(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "throughline-web-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(path.join(root, "dist/assets"), { recursive: true });
  await writeFile(path.join(root, "secret.txt"), "outside");
  await writeFile(path.join(root, "dist/index.html"), '<meta content="__CSP_NONCE__">');
  await writeFile(path.join(root, "dist/assets/app-1a2b.js"), "let x;");
  await writeFile(path.join(root, "dist/favicon.svg"), "<svg/>");
  return path.join(root, "dist");
}

test("the app's page is shown at every page path, with the nonce of its own answer", async () => {
  const { ask, letIn } = makeAppUnderTest({ webRoot: await builtWeb() });
  const headers = { Cookie: await letIn() };
  const nonces = new Set<string>();
  for (const path of ["/", "/plan", "/routes/r1", "/index.html"]) {
    const response = await ask(path, { headers });
    const nonce = /nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    expect(await response.text()).toBe(`<meta content="${nonce}">`);
    nonces.add(nonce ?? "");
  }
  expect(nonces.size).toBe(4);
  expect((await ask("/missing.js", { headers })).status).toBe(404);
});

test("files of the app need no session, and only hashed ones are cached", async () => {
  const { ask } = makeAppUnderTest({ webRoot: await builtWeb() });
  const script = await ask("/assets/app-1a2b.js");
  expect([script.status, await script.text()]).toEqual([200, "let x;"]);
  expect(script.headers.get("content-type")).toContain("javascript");
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect((await ask("/favicon.svg")).headers.get("cache-control")).toBe("no-store");
});

test("no path reaches a file outside the app's folder", async () => {
  const { ask } = makeAppUnderTest({ webRoot: await builtWeb() });
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//secret.txt",
  ]) {
    const response = await ask(path);
    expect(response.status, path).not.toBe(200);
    expect(await response.text()).not.toContain("outside");
  }
});

test("where the app is not built, the page says what to do", async () => {
  const { ask, letIn } = makeAppUnderTest();
  const response = await ask("/", { headers: { Cookie: await letIn() } });
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm start");
});
