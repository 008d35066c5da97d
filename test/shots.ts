// `npm run shots`: a picture of every page, at phone and desktop width, light and dark, into shots/
// (ignored). The pages show an example, so that they are not empty; its name may follow the command, and the
// names of the pages after it where not all are wanted.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, startChromium } from "./chromium.ts";
import { ANSWERED_EXAMPLES, exampleAnswers } from "./fixtures/example-answers.ts";
import { exampleCheckIns } from "./fixtures/example-check-ins.ts";
import { type RunningApp, startApp } from "./running-app.ts";

/** Path and picture's name of each page. A new page is a new line here. */
const PAGES = [
  { path: "/", name: "start" },
  { path: "/today", name: "today" },
  { path: "/check-in", name: "check-in" },
  { path: "/record", name: "record" },
  { path: "/horizons", name: "horizons" },
  { path: "/abilities", name: "abilities" },
  { path: "/rate", name: "rate" },
  { path: "/compass", name: "compass" },
  { path: "/assessment", name: "assessment" },
  { path: "/gaps", name: "gaps" },
  { path: "/interview", name: "interview" },
  { path: "/interview?question=openings-here", name: "interview-openings" },
  { path: "/review-talk", name: "review-talk" },
  { path: "/routes", name: "routes" },
  { path: "/springboards", name: "springboards" },
  { path: "/plan", name: "plan" },
  { path: "/plans", name: "plans" },
  { path: "/backups", name: "backups" },
  { path: "/occupations", name: "occupations" },
  { path: "/occupations?find=regstered%20nur", name: "occupations-found" },
  { path: "/occupation?id=29-1141.00", name: "occupation" },
  { path: "/catalogues", name: "catalogues" },
  { path: "/data", name: "data" },
] as const;
const WIDTHS = [360, 1280] as const;
const SCHEMES = ["light", "dark"] as const;
/** Only what is seen first is framed on a desk; on a phone a page is scrolled, so all of it is taken. */
const HEIGHT = 900;
const EXAMPLE = process.argv[2] ?? "surgery-receptionist";
const WANTED = process.argv.slice(3);

const folder = fileURLToPath(new URL("../shots", import.meta.url));
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const app = await startApp();
const browser = await startChromium(await findChromium());
try {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(app.startLink);
  await fill(app);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      for (const { path, name } of PAGES) {
        if (WANTED.length > 0 && !WANTED.includes(name)) continue;
        await page.goto(`${app.origin}${path}`, { waitUntil: "networkidle" });
        // The map of the ways is laid out in a worker, which the network does not tell of.
        await page.locator(".map-waits").waitFor({ state: "detached" });
        const file = join(folder, `${name}-${width}-${scheme}.png`);
        await page.screenshot({ path: file, fullPage: true });
        process.stdout.write(`${file}\n`);
      }
    }
  }

  /** Imports the example and keeps its plan through the app's own interface, from inside the page. */
  async function fill({ origin }: RunningApp): Promise<void> {
    for (const [operation, input] of [
      ["import-example", { name: EXAMPLE }],
      ["keep-plan", {}],
      ...answersOf(EXAMPLE),
      ...exampleCheckIns(new Date()).map((input) => ["save-check-in", input] as const),
    ] as const) {
      const failure = await page.evaluate(
        async ([address, body]) => {
          const response = await fetch(address, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          });
          return response.ok ? undefined : `${response.status} ${await response.text()}`;
        },
        [`${origin}/api/${operation}`, JSON.stringify(input)] as const,
      );
      if (failure !== undefined) throw new Error(`Cannot ${operation}: ${failure}`);
    }
  }
} finally {
  await browser.close();
  await app.stop();
}

/** What the example would answer on the seven dimensions, and want. */
function answersOf(example: string) {
  if (!ANSWERED_EXAMPLES.includes(example)) return [];
  const { answers, wants } = exampleAnswers(example);
  return [
    ["answer-assessment", { answers, finish: true }],
    ["set-wants", { wants }],
  ] as const;
}
