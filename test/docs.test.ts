// What the documents and the faces say is what the catalog holds: nothing is missing on any face, and
// no generated page is stale.

import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { expect, onTestFinished, test } from "vitest";
import { makeLibraryPage } from "../docs/library-page.ts";
import { makeOperationsPage } from "../docs/operations-page.ts";
import { makeReadme } from "../docs/transcript.ts";
import { programHelp } from "../src/cli/help.ts";
import { makeApp } from "../src/http/app.ts";
import { makeOpenapi } from "../src/http/openapi.ts";
import { makeSecurity } from "../src/http/security.ts";
import { makeMcpServer } from "../src/mcp/server.ts";
import { CATALOG } from "../src/operations/catalog.ts";
import type { OperationContext } from "../src/operations/context.ts";

const names = CATALOG.map(({ name }) => name);

/** No operation may come as far as using its context here. */
function contextFor(): OperationContext {
  throw new Error("An operation was called");
}

test("every operation has a name of its own and one sentence", () => {
  expect(new Set(names).size).toBe(names.length);
  for (const { name, summary } of CATALOG) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary, name).toMatch(/^[A-Z][^.]*\.$/);
  }
});

test("the reference of operations is current", async () => {
  const stored = await readFile(
    new URL("../docs/reference/operations.md", import.meta.url),
    "utf8",
  );
  expect(stored === (await makeOperationsPage(CATALOG)), 'run "npm run docs"').toBe(true);
});

test("README's transcript is what the command prints", async () => {
  const stored = await readFile(new URL("../README.md", import.meta.url), "utf8");
  expect(stored === (await makeReadme(stored)), 'run "npm run docs"').toBe(true);
});

test("the library's examples print what stands under them", async () => {
  const page = new URL("../docs/reference/library.md", import.meta.url);
  const stored = await readFile(page, "utf8");
  expect(stored === (await makeLibraryPage(stored)), 'run "npm run docs"').toBe(true);
}, 60_000);

test("the command line's help names every operation", () => {
  const help = programHelp(CATALOG);
  for (const name of names) expect(help).toContain(`  ${name} `);
});

test("the OpenAPI description has every operation, and no reference in it leads nowhere", async () => {
  const openapi = await makeOpenapi(CATALOG, { version: "1.0.0", cookieName: "c" });
  expect(Object.keys(openapi.paths)).toEqual(names.map((name) => `/api/${name}`));
  const references = JSON.stringify(openapi).match(/"\$ref":"[^"]*"/g) ?? [];
  expect(references.length).toBeGreaterThan(names.length);
  for (const reference of references) {
    const name = /^"\$ref":"#\/components\/schemas\/([^"]+)"$/.exec(reference)?.[1];
    expect(Object.keys(openapi.components.schemas), reference).toContain(name);
  }
});

test("MCP has every operation as a tool, each marked as what the catalog says", async () => {
  const server = await makeMcpServer({
    catalog: CATALOG,
    contextFor,
    allowWrites: true,
    version: "1.0.0",
  });
  const client = new Client({ name: "test", version: "0.0.0" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  onTestFinished(() => client.close());
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual(
    CATALOG.map(({ name, readOnly }) => [name, readOnly]),
  );
});

test("no operation of the catalog is reached by a stranger, a form or another page", async () => {
  const security = makeSecurity({ installationId: "test", port: 4747 });
  const app = makeApp({
    catalog: CATALOG,
    contextFor,
    security,
    webRoot: "/nowhere",
    version: "1.0.0",
    keepUpload: async () => undefined,
    readFeed: async () => undefined,
    log: () => {},
  });
  const link = `/start?token=${security.sessions.newStartToken()}`;
  const Host = "127.0.0.1:4747";
  const start = await app.request(link, { headers: { Host } });
  const own = {
    Host,
    Cookie: start.headers.get("set-cookie")?.split(";")[0] ?? "",
    Origin: `http://${Host}`,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/json",
  };
  const wrong: Record<string, string>[] = [
    { ...own, Host: "evil.example:4747" },
    { ...own, Cookie: "" },
    { ...own, Origin: "null" },
    { ...own, "Sec-Fetch-Site": "same-site" },
    { ...own, "Content-Type": "text/plain" },
  ];
  for (const name of names) {
    for (const headers of wrong) {
      const answer = await app.request(`/api/${name}`, { method: "POST", headers, body: "{}" });
      expect([401, 403, 415], `${name} ${JSON.stringify(headers)}`).toContain(answer.status);
    }
    expect((await app.request(`/api/${name}`, { headers: own })).status).toBe(405);
  }
});

const ROOT = new URL("../", import.meta.url);

function pages(): readonly string[] {
  const documents = readdirSync(new URL("docs/", ROOT), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  return ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...documents];
}

/** A path from the root, to the letter: "src/domain/moves", "bench/titles.ts". */
const ROOTED = /^(?:src|test|bench|entry|tools|docs|data|bin|examples)\/[\w./-]*$/;

/** What a page names of the tree: paths between backticks, and where its links lead. */
function placesNamedIn(page: string, text: string): readonly URL[] {
  const prose = text.replace(/^```.*?^```/gms, "");
  const paths = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, path = ""]) => path);
  const links = [...prose.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = ""]) => link);
  return [
    ...paths.filter((path) => ROOTED.test(path)).map((path) => new URL(path, ROOT)),
    ...links
      .filter((link) => !link.includes(":"))
      .map((link) => new URL(link, new URL(page, ROOT))),
  ];
}

test("every file and folder that a page names is there", async () => {
  /** Names that stand for any file of a kind. */
  const examples = new Set(["src/host/x.ts"]);
  const missing: string[] = [];
  let named = 0;
  for (const page of pages()) {
    for (const place of placesNamedIn(page, await readFile(new URL(page, ROOT), "utf8"))) {
      named += 1;
      const path = place.href.slice(ROOT.href.length);
      if (!existsSync(place) && !examples.has(path)) missing.push(`${page}: ${path}`);
    }
  }
  expect(named).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
