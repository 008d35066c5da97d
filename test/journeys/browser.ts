// What every journey starts from: a page in a real Chromium that keeps account of what must never
// happen: errors in the console (content-policy messages among them) and requests to other hosts.

import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface WatchedPage {
  readonly page: Page;
  /** Errors and content-policy messages so far, in order. */
  readonly complaints: readonly string[];
  /** Addresses outside `origin` that the page asked for. */
  readonly strangers: readonly string[];
  close(): Promise<void>;
}

/** Opens an empty page that watches itself; `origin` is the only place it may talk to. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" || /content security policy/i.test(text)) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const address = new URL(request.url());
    const local = address.protocol === "data:" || address.protocol === "blob:";
    if (!local && address.origin !== origin) strangers.push(request.url());
  });
  return { page, complaints, strangers, close: () => context.close() };
}

/** Returns what axe finds wrong with the page as it stands, one line each: rule, help, first element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} (${violation.nodes[0]?.target.join(" ") ?? "page"})`,
  );
}
