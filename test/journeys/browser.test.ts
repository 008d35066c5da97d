// The browser itself: it starts, shows a page, and its watching notices what a journey must notice.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startChromium } from "../chromium.ts";
import { accessibilityFaults, openPage } from "./browser.ts";

const SOUND = `<!doctype html><html lang="en"><title>A page</title><main><h1>Words</h1></main></html>`;
const FAULTY = `<!doctype html><html><title>Bad</title><img src="x.png"><script>1</script></html>`;

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
  server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.setHeader("content-security-policy", "default-src 'self'");
    if (request.url === "/favicon.ico") response.end();
    else response.end(request.url === "/faulty" ? FAULTY : SOUND);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test("the browser is the Chromium that was found", () => {
  expect(browser.version()).toBe(inject("chromium").version);
  expect(browser.version()).toMatch(/^\d+\.\d+\.\d+/);
});

test("a sound page raises no complaint and axe finds nothing", async () => {
  const { page, complaints, strangers, close } = await openPage(browser, origin);
  await page.goto(origin);
  expect(await page.textContent("h1")).toBe("Words");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(strangers).toEqual([]);
  await close();
});

test("a content-policy message, a foreign request and a missing text are noticed", async () => {
  const { page, complaints, strangers, close } = await openPage(browser, "http://127.0.0.1:1");
  await page.goto(`${origin}/faulty`);
  expect(complaints.join("\n")).toMatch(/content security policy/i);
  expect(strangers).toContain(`${origin}/faulty`);
  expect((await accessibilityFaults(page)).join("\n")).toContain("image-alt");
  await close();
});
