// Each rule by itself; that no operation is reached where one is broken is http-matrix.test.ts.

import { expect, test } from "vitest";
import { BEARER, HOST, makeAppUnderTest, ownPageHeaders } from "./app-under-test.ts";
import { makeSecurity } from "./security.ts";
import { MOST_SESSIONS, makeSessions, START_TOKEN_HOURS } from "./sessions.ts";

const HEADERS = {
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

test("every answer carries the protecting headers, and none allows another origin", async () => {
  const { ask, letIn, call } = makeAppUnderTest();
  const answers = [
    await ask("/health"),
    await ask("/"),
    await ask("/start?token=wrong"),
    await ask("/health", { headers: { Host: "evil.example" } }),
    await ask("/api/nothing", { headers: { Cookie: await letIn() } }),
    await ask("/", { method: "OPTIONS", headers: { Origin: "http://evil.example" } }),
    await call("look-up", { title: "x" }),
    await call("break-down", {}),
  ];
  for (const answer of answers) {
    expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'");
    expect(policy).not.toContain("unsafe");
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual(
      [],
    );
  }
});

test("exactly three hosts are answered", async () => {
  const { ask } = makeAppUnderTest();
  for (const host of ["127.0.0.1:4747", "localhost:4747", "[::1]:4747"]) {
    expect((await ask("/health", { headers: { Host: host } })).status).toBe(200);
  }
});

test("before the port is known no host is answered", () => {
  const security = makeSecurity({ installationId: "x" });
  expect(security.hosts().size).toBe(0);
  security.setPort(5000);
  expect(security.hosts()).toEqual(new Set(["127.0.0.1:5000", "localhost:5000", "[::1]:5000"]));
});

test("a start link lets one browser in, once", async () => {
  const { ask, security } = makeAppUnderTest();
  const link = `/start?token=${security.sessions.newStartToken()}`;
  const first = await ask(link);
  expect([first.status, first.headers.get("location")]).toEqual([303, "/"]);
  expect(first.headers.get("set-cookie")).toMatch(
    /^throughline-[0-9a-f]{12}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const second = await ask(link);
  expect([second.status, second.headers.get("set-cookie")]).toEqual([401, null]);
  expect(await second.text()).toContain("npm start");
});

test("a used link sends a browser that is in on to the app", async () => {
  const { ask, letIn } = makeAppUnderTest();
  const response = await ask("/start?token=used", { headers: { Cookie: await letIn() } });
  expect([response.status, response.headers.get("set-cookie")]).toEqual([303, null]);
});

test("looking ahead or asking for the head does not use a link up", async () => {
  const { ask, app, security } = makeAppUnderTest();
  const link = `/start?token=${security.sessions.newStartToken()}`;
  expect((await ask(link, { headers: { "Sec-Purpose": "prefetch;prerender" } })).status).toBe(401);
  expect((await ask(link, { headers: { Purpose: "prefetch" } })).status).toBe(401);
  const head = await app.request(link, { method: "HEAD", headers: { Host: HOST } });
  expect(head.status).toBe(405);
  expect((await ask(link)).status).toBe(303);
});

test("a link followed from another site goes on by a page, since a strict cookie skips redirects", async () => {
  const { ask, security } = makeAppUnderTest();
  const response = await ask(`/start?token=${security.sessions.newStartToken()}`, {
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toContain("SameSite=Strict");
  expect(await response.text()).toContain('http-equiv="refresh"');
});

test("a start token ends with its time", () => {
  let now = 0;
  const sessions = makeSessions({ installationId: "x", clock: () => now });
  const [early, late] = [sessions.newStartToken(), sessions.newStartToken()];
  now = START_TOKEN_HOURS * 3_600_000 - 1;
  expect(sessions.openSession(early)).toBeDefined();
  now += 1;
  expect(sessions.openSession(late)).toBeUndefined();
});

test("the oldest session ends when there are too many", () => {
  const sessions = makeSessions({ installationId: "x" });
  const secrets = Array.from(
    { length: MOST_SESSIONS + 1 },
    () => sessions.openSession(sessions.newStartToken()) ?? "",
  );
  expect(secrets.map((secret) => sessions.hasSession([secret]))).toEqual([
    false,
    ...Array(MOST_SESSIONS).fill(true),
  ]);
});

test("two installations use cookies of different names", () => {
  const nameOf = (installationId: string) => makeSessions({ installationId }).cookieName;
  expect(nameOf("/home/a")).not.toBe(nameOf("/home/b"));
  expect(nameOf("/home/a")).toBe(nameOf("/home/a"));
});

test("a cookie of the same name for a longer path does not lock a browser out", async () => {
  const { call, letIn, security } = makeAppUnderTest();
  const mine = await letIn();
  const response = await call(
    "write-down",
    {},
    {
      Cookie: `${security.sessions.cookieName}=planted; other=1; ${mine}`,
    },
  );
  expect(response.status).toBe(200);
});

test("a browser that is not in gets a page that says which link to open; a program gets JSON", async () => {
  const { ask } = makeAppUnderTest();
  const page = await ask("/", { headers: { Accept: "text/html,*/*" } });
  expect(page.status).toBe(401);
  expect(await page.text()).toContain("open the link");
  const other = { Host: "localhost:4747", Accept: "text/html" };
  expect(await (await ask("/", { headers: other })).text()).toContain("http://127.0.0.1:4747/");
  const answer = await ask("/openapi.json");
  expect(answer.status).toBe(401);
  expect((await answer.json()).problem.code).toBe("http/no-session");
});

test("a bearer token works without Origin, and with the own one", async () => {
  const { ask } = makeAppUnderTest();
  const headers = { Authorization: `Bearer ${BEARER}`, "Content-Type": "application/json" };
  const init = { method: "POST", body: "{}" };
  expect((await ask("/api/write-down", { ...init, headers })).status).toBe(200);
  const own = { ...headers, Origin: `http://${HOST}` };
  expect((await ask("/api/write-down", { ...init, headers: own })).status).toBe(200);
});

test("without a configured bearer token none is right", () => {
  const sessions = makeSessions({ installationId: "x" });
  expect(["", "undefined", BEARER].map((token) => sessions.isBearer(token))).toEqual([
    false,
    false,
    false,
  ]);
});

test("with the cookie, another page may go here but not fetch from here", async () => {
  const { ask, letIn } = makeAppUnderTest();
  const Cookie = await letIn();
  const get = (headers: object) => ask("/openapi.json", { headers: { Cookie, ...headers } });
  expect((await get({ "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors" })).status).toBe(
    403,
  );
  expect((await get({ "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate" })).status).toBe(
    200,
  );
  expect((await get({ "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" })).status).toBe(200);
  expect((await get({ Origin: "http://127.0.0.1:9999" })).status).toBe(403);
});

test("the charset of a JSON body may be said", async () => {
  const { call } = makeAppUnderTest();
  for (const type of ["application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"']) {
    expect((await call("write-down", {}, { "Content-Type": type })).status).toBe(200);
  }
  expect(ownPageHeaders("")).toHaveProperty("Content-Type", "application/json");
});
