// No website and no other program can reach an operation through the person's browser: every
// operation times every wrong way of asking is refused, and none of them ran.

import { expect, test } from "vitest";
import { BEARER, HOST, makeAppUnderTest, ownPageHeaders } from "./app-under-test.ts";

const WRONG_HOSTS = [
  "",
  " ",
  "127.0.0.1",
  "localhost",
  "[::1]",
  "127.0.0.1:80",
  "127.0.0.1:4748",
  "127.0.0.1:47470",
  "127.0.0.1:04747",
  "127.0.0.1:4747.",
  "127.0.0.1.:4747",
  "127.0.0.2:4747",
  "127.1:4747",
  "127.0.1:4747",
  "2130706433:4747",
  "0x7f000001:4747",
  "0177.0.0.1:4747",
  "0.0.0.0:4747",
  "0:4747",
  "localhost.:4747",
  "LOCALHOST:4747",
  "app.localhost:4747",
  "localhost.localdomain:4747",
  "localhost.evil.example:4747",
  "127.0.0.1.nip.io:4747",
  "127.0.0.1:4747.evil.example",
  "127.0.0.1:4747@evil.example",
  "evil@127.0.0.1:4747",
  "evil.example",
  "evil.example:4747",
  "printer.local:4747",
  "192.168.1.10:4747",
  "10.0.0.1:4747",
  "[::]:4747",
  "[::2]:4747",
  "[0:0:0:0:0:0:0:1]:4747",
  "[::ffff:127.0.0.1]:4747",
  "::1:4747",
  "127.0.0.1:4747, evil.example",
  "127.0.0.1:4747/",
];

const FOREIGN_ORIGINS = [
  "null",
  "",
  "http://evil.example",
  `https://${HOST}`,
  "http://127.0.0.1",
  "http://127.0.0.1:4748",
  "http://localhost:4747",
  "http://[::1]:4747",
  `http://${HOST}.evil.example`,
  `http://${HOST}/`,
  `HTTP://${HOST}`,
  "file://",
  "chrome-extension://abcdefghijklmnop",
];

const FORM_TYPES = [
  "",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
  "text/plain; charset=utf-8",
  "text/plain; application/json",
  "text/json",
  "application/jsonp",
  "application/json-seq",
  "application/json; charset=utf-7",
  "application/json, text/plain",
  "application/octet-stream",
];

interface Case {
  readonly name: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

function wrongCases(cookie: string, usedToken: string): Case[] {
  const good = ownPageHeaders(cookie);
  const [name, secret] = cookie.split("=");
  const bearer = { Authorization: `Bearer ${BEARER}`, "Content-Type": "application/json" };
  return [
    ...WRONG_HOSTS.map((host) => ({ name: `Host "${host}"`, headers: { ...good, Host: host } })),
    { name: "no Host", headers: { ...good, Host: undefined } },
    { name: "wrong Host with a bearer token", headers: { ...bearer, Host: "evil.example:4747" } },
    ...FOREIGN_ORIGINS.map((Origin) => ({
      name: `Origin ${Origin}`,
      headers: { ...good, Origin },
    })),
    { name: "no Origin", headers: { ...good, Origin: undefined } },
    ...["cross-site", "same-site", "none", "", undefined].map((site) => ({
      name: `Sec-Fetch-Site ${site}`,
      headers: { ...good, "Sec-Fetch-Site": site },
    })),
    { name: "no cookie", headers: { ...good, Cookie: undefined } },
    { name: "an empty cookie", headers: { ...good, Cookie: `${name}=` } },
    { name: "a wrong cookie", headers: { ...good, Cookie: `${name}=${"A".repeat(43)}` } },
    { name: "the start token as cookie", headers: { ...good, Cookie: `${name}=${usedToken}` } },
    { name: "another cookie's name", headers: { ...good, Cookie: `throughline=${secret}` } },
    { name: "a longer cookie's name", headers: { ...good, Cookie: `x${name}=${secret}` } },
    ...["Bearer wrong", "Bearer ", "bearer", `Basic ${BEARER}`, BEARER, `Bearer ${secret}`].map(
      (Authorization) => ({
        name: `Authorization ${Authorization}`,
        headers: { ...bearer, Authorization },
      }),
    ),
    {
      name: "a wrong bearer token beside a good cookie",
      headers: { ...good, Authorization: "Bearer no" },
    },
    ...FOREIGN_ORIGINS.map((Origin) => ({
      name: `bearer with Origin ${Origin}`,
      headers: { ...bearer, Origin },
    })),
    ...["cross-site", "same-site"].map((site) => ({
      name: `bearer with Sec-Fetch-Site ${site}`,
      headers: { ...bearer, "Sec-Fetch-Site": site },
    })),
    ...FORM_TYPES.map((type) => ({
      name: `Content-Type "${type}"`,
      headers: { ...good, "Content-Type": type === "" ? undefined : type },
    })),
    { name: "a bearer's form", headers: { ...bearer, "Content-Type": "text/plain" } },
    { name: "a packed body", headers: { ...good, "Content-Encoding": "gzip" } },
    ...["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"].map((method) => ({
      name: method,
      method,
      headers: good,
    })),
    {
      name: "a method said in a header",
      method: "GET",
      headers: { ...good, "X-HTTP-Method-Override": "POST" },
    },
    {
      name: "a preflight",
      method: "OPTIONS",
      headers: { Origin: "http://evil.example", "Access-Control-Request-Method": "POST" },
    },
    {
      name: "a websocket",
      method: "GET",
      headers: { Connection: "Upgrade", Upgrade: "websocket" },
    },
    {
      name: "a script element",
      method: "GET",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors" },
    },
  ];
}

const REFUSED = [401, 403, 404, 405, 415];

test("every operation refuses every wrong way of asking, and never runs", async () => {
  const { app, catalog, letIn, runs, security, ask } = makeAppUnderTest();
  const token = security.sessions.newStartToken();
  await ask(`/start?token=${token}`);
  const cases = wrongCases(await letIn(), token);
  const reached: string[] = [];
  for (const { name: operation } of catalog) {
    for (const { name, method = "POST", headers } of cases) {
      const sent = new Headers();
      for (const [key, value] of Object.entries({ Host: HOST, ...headers })) {
        if (value !== undefined) sent.set(key, value);
      }
      const body = method === "GET" || method === "HEAD" ? {} : { body: '{"title":"x"}' };
      const response = await app.request(`/api/${operation}`, { method, headers: sent, ...body });
      if (!REFUSED.includes(response.status))
        reached.push(`${operation}: ${name}: ${response.status}`);
      if (response.headers.has("access-control-allow-origin"))
        reached.push(`${operation}: ${name}: CORS`);
    }
  }
  expect(reached).toEqual([]);
  expect(runs()).toBe(0);
  expect(cases.length).toBeGreaterThan(100);
});

test("a file refuses every wrong way of being sent, and none is kept", async () => {
  const { app, letIn, uploads, security, ask } = makeAppUnderTest();
  const token = security.sessions.newStartToken();
  await ask(`/start?token=${token}`);
  const reached: string[] = [];
  const cases = wrongCases(await letIn(), token);
  for (const { name, method = "POST", headers } of cases) {
    const sent = new Headers();
    for (const [key, value] of Object.entries({ Host: HOST, "Content-Length": "2", ...headers })) {
      // What is right for an operation is right for a file with the file's own type.
      const own =
        key === "Content-Type" && value === "application/json" ? "application/zip" : value;
      if (own !== undefined) sent.set(key, own);
    }
    const body = method === "GET" || method === "HEAD" ? {} : { body: "PK" };
    const response = await app.request("/upload?name=a.zip", { method, headers: sent, ...body });
    if (!REFUSED.includes(response.status)) reached.push(`${name}: ${response.status}`);
  }
  expect(reached).toEqual([]);
  expect(uploads).toEqual([]);
});

test("a call that asks for lines refuses every wrong way of asking, and never runs", async () => {
  const { app, letIn, runs, security, ask } = makeAppUnderTest();
  const token = security.sessions.newStartToken();
  await ask(`/start?token=${token}`);
  const reached: string[] = [];
  for (const { name, method = "POST", headers } of wrongCases(await letIn(), token)) {
    const sent = new Headers({ Accept: "application/x-ndjson" });
    for (const [key, value] of Object.entries({ Host: HOST, ...headers })) {
      if (value !== undefined) sent.set(key, value);
    }
    const body = method === "GET" || method === "HEAD" ? {} : { body: "{}" };
    const response = await app.request("/api/work-long", { method, headers: sent, ...body });
    if (!REFUSED.includes(response.status)) reached.push(`${name}: ${response.status}`);
  }
  expect(reached).toEqual([]);
  expect(runs()).toBe(0);
});

test("the matrix can fail: the right way of asking reaches every operation", async () => {
  const { call, catalog, runs } = makeAppUnderTest();
  for (const { name } of catalog) await call(name, name === "look-up" ? { title: "x" } : {});
  expect(runs()).toBe(catalog.length);
});

test("only start, health and files answer a stranger, and with nothing of the person's", async () => {
  const { ask } = makeAppUnderTest();
  for (const path of [
    "/",
    "/plan",
    "/api",
    "/openapi.json",
    "/api/look-up",
    "/index.html",
    "/x.js",
  ]) {
    expect((await ask(path)).status, path).toBe(401);
  }
  for (const path of ["/api/nothing", "/", "/start", "/health"]) {
    const response = await ask(path, { method: "POST", body: "{}" });
    expect(REFUSED, path).toContain(response.status);
  }
});
