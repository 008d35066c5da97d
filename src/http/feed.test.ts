import { expect, test } from "vitest";
import { FEED_SECRET, FEED_TEXT, HOST, makeAppUnderTest } from "./app-under-test.ts";

const PATH = `/feed/${FEED_SECRET}`;

test("the feed answers a stranger who knows its secret, as a calendar to be asked for again", async () => {
  const { ask, lines } = makeAppUnderTest();
  const response = await ask(PATH);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(FEED_TEXT);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  expect(response.headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
  expect(response.headers.has("access-control-allow-origin")).toBe(false);
  expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(lines).toMatchObject([{ method: "GET", what: "feed", status: 200 }]);
  expect(JSON.stringify(lines)).not.toContain(FEED_SECRET);
});

test("the feed is sent once: who has it hears that nothing changed", async () => {
  const { ask } = makeAppUnderTest();
  const etag = (await ask(PATH)).headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const response = await ask(PATH, { headers: { "If-None-Match": known } });
    expect(response.status, known).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("etag")).toBe(etag);
  }
  const changed = await ask(PATH, { headers: { "If-None-Match": '"other"' } });
  expect(changed.status).toBe(200);
});

test("every wrong secret gets the same 404, with or without a session", async () => {
  const { ask, letIn } = makeAppUnderTest();
  const cookie = await letIn();
  const answers = new Set<string>();
  for (const path of [
    "/feed/",
    "/feed/x",
    `/feed/${"t".repeat(43)}`,
    `${PATH}x`,
    `${PATH}/`,
    `${PATH}.ics`,
    `/feed/x/${FEED_SECRET}`,
    `/feed/${FEED_SECRET.slice(1)}`,
    `/feed/${FEED_SECRET.toUpperCase()}`,
    "/feed/%00",
    "/feed/%zz",
    `/feed/${"x".repeat(5000)}`,
  ]) {
    for (const headers of [{}, { Cookie: cookie }]) {
      const response = await ask(path, { headers });
      const { "content-security-policy": _nonce, ...kept } = Object.fromEntries(response.headers);
      answers.add(JSON.stringify([response.status, await response.text(), kept]));
    }
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toMatch(/^\[404,/);
});

test("the feed is read by GET alone, whether the secret is right or not", async () => {
  const { ask } = makeAppUnderTest();
  for (const path of [PATH, "/feed/x"]) {
    for (const method of ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"]) {
      const response = await ask(path, { method });
      expect(response.status, `${method} ${path}`).toBe(405);
    }
  }
});

test("the feed keeps the rule of the exact host", async () => {
  const { ask } = makeAppUnderTest();
  for (const host of ["evil.example:4747", "127.0.0.1:80", `${HOST}.evil.example`]) {
    expect((await ask(PATH, { headers: { Host: host } })).status, host).toBe(403);
  }
});

test("no page of another site fetches from the feed, even one that knows its secret", async () => {
  const { ask } = makeAppUnderTest();
  for (const headers of [
    { Origin: "http://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" },
    { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors" },
  ]) {
    for (const path of [PATH, "/feed/x"]) {
      expect((await ask(path, { headers })).status, JSON.stringify(headers)).toBe(403);
    }
  }
});

test("nothing but the feed's own path is let through by its secret", async () => {
  const { ask } = makeAppUnderTest();
  for (const path of [`/feed?secret=${FEED_SECRET}`, `/feeds/${FEED_SECRET}`, `/${FEED_SECRET}`]) {
    expect((await ask(path)).status, path).toBe(401);
  }
  const nowhere = await ask(`/feed/..${encodeURIComponent("/")}api?${FEED_SECRET}`);
  expect(nowhere.status).toBe(404);
});
