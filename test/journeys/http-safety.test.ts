// No website can reach the operations through the person's browser: a real Chromium that was let in
// visits pages of other origins on this machine, which try everything a page can. And the server's own
// pages work under its content security policy. (All other wrong ways: src/http/http-matrix.test.ts.)

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { makeAppUnderTest } from "../../src/http/app-under-test.ts";
import { type Served, serve, serveProblemText } from "../../src/http/serve.ts";
import { startChromium } from "../chromium.ts";
import { accessibilityFaults, openPage } from "./browser.ts";

let browser: Browser;
let served: Served;
let foreign: Server;
let foreignPort: number;
const { app, security, runs, lines } = makeAppUnderTest();

beforeAll(async () => {
  browser = await startChromium(inject("chromium"));
  const result = await serve({ app, security, port: 0 });
  if (!result.ok) throw new Error(serveProblemText(result.problem));
  served = result.value;
  foreign = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Elsewhere</title>");
  });
  // All of loopback, so that 127.0.0.2 is a site of its own.
  await new Promise<void>((listening) => foreign.listen(0, "0.0.0.0", listening));
  foreignPort = (foreign.address() as AddressInfo).port; // as: it listens on a port
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  foreign?.close();
});

async function letIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(served.newStartLink());
  await page.close();
}

/** Everything a page can send by itself; returns what it could read. */
async function attack(origin: string): Promise<string[]> {
  const read: string[] = [];
  const address = `${origin}/api/write-down`;
  const keep = async (name: string, promise: Promise<Response>) => {
    try {
      const text = await (await promise).text();
      if (text !== "") read.push(`${name}: ${text}`);
    } catch {
      // Refused by the browser or the server, as it should be.
    }
  };
  const body = "{}";
  for (const mode of ["cors", "no-cors"] as const) {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json"]) {
      const headers = { "Content-Type": type };
      const init = { method: "POST", mode, headers, body, credentials: "include" } as const;
      await keep(`fetch ${mode} ${type}`, fetch(address, init));
    }
    await keep(`get ${mode}`, fetch(address, { mode, credentials: "include" }));
    // The secret of the test's own feed: even who knows it cannot read it from another page.
    await keep(`feed ${mode}`, fetch(`${origin}/feed/${"s".repeat(43)}`, { mode }));
    await keep(`list ${mode}`, fetch(`${origin}/openapi.json`, { mode, credentials: "include" }));
  }
  navigator.sendBeacon(address, new Blob([body], { type: "text/plain" }));
  const loaded = (tag: "img" | "script" | "link" | "iframe", url: string) =>
    new Promise<void>((done) => {
      const element = document.createElement(tag);
      element.addEventListener("error", () => done());
      element.addEventListener("load", () => {
        if (tag !== "iframe") read.push(`${tag} loaded`);
        done();
      });
      if (element instanceof HTMLLinkElement) {
        element.rel = "stylesheet";
        element.href = url;
      } else element.src = url;
      document.body.append(element);
      setTimeout(done, 1000);
    });
  for (const tag of ["img", "script", "link", "iframe"] as const) {
    await loaded(tag, tag === "script" ? `${origin}/openapi.json` : address);
  }
  await new Promise<void>((done) => {
    const socket = new WebSocket(address.replace("http", "ws"));
    socket.addEventListener("open", () => {
      read.push("websocket opened");
      done();
    });
    socket.addEventListener("error", () => done());
  });
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
    const form = document.createElement("form");
    const frame = document.createElement("iframe");
    frame.name = `frame-${type}`;
    Object.assign(form, { method: "post", action: address, enctype: type, target: frame.name });
    const input = document.createElement("input");
    Object.assign(input, { name: '{"x":"', value: '"}' });
    form.append(input);
    document.body.append(frame, form);
    form.submit();
  }
  await new Promise((done) => setTimeout(done, 500));
  return read;
}

test.each(["127.0.0.1", "127.0.0.2", "localhost"])(
  "a page on another port of %s can do nothing in a browser that was let in",
  async (name) => {
    const context = await browser.newContext();
    await letIn(context);
    const page = await context.newPage();
    await page.goto(`http://${name}:${foreignPort}/`);
    const before = lines.length;
    expect(await page.evaluate(attack, served.url)).toEqual([]);
    expect(runs()).toBe(0);
    const asked = lines.slice(before);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ status }) => status < 400)).toEqual([]);
    await context.close();
  },
);

test("a foreign name that leads to this machine is refused", async () => {
  const page = await browser.newPage();
  // Chromium takes every name below .localhost to this machine, as a rebound name would be.
  const answer = await page.goto(`http://evil.localhost:${served.port}/health`);
  expect(answer?.status()).toBe(403);
  await page.close();
});

test("a browser that was not let in is told which link to open", async () => {
  const { page, complaints, close } = await openPage(browser, served.url);
  const answer = await page.goto(served.url);
  expect(answer?.status()).toBe(401);
  expect(await page.textContent("h1")).toBe("Please open the link from the terminal");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
  await close();
});

test("a start link followed from another site lets in and goes on", async () => {
  const { page, close } = await openPage(browser, served.url);
  await page.goto(`http://127.0.0.2:${foreignPort}/`);
  await page.evaluate((link) => location.assign(link), served.newStartLink());
  await page.waitForURL(`${served.url}/`);
  expect(await page.textContent("h1")).toBe("The pages are not built yet");
  await close();
});

test("the page of the programming interface works under the policy, and calls an operation", async () => {
  const { page, complaints, strangers, close } = await openPage(browser, served.url);
  await letIn(page.context());
  await page.goto(`${served.url}/api`);
  await page.click("summary:has-text('/api/look-up')");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.fill("#look-up textarea", '{"title":"nurse"}');
  const before = runs();
  await page.click("#look-up button");
  await page.waitForSelector("#look-up output:has-text('found nurse')");
  expect(runs()).toBe(before + 1);
  expect([complaints, strangers]).toEqual([[], []]);
  await close();
});
