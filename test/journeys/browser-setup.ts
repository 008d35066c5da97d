// Runs once before the journeys: finds a browser that works and builds the web.

import type { TestProject } from "vitest/node";
import { buildWeb } from "../../tools/build-web.ts";
import { type FoundChromium, findChromium } from "../chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: FoundChromium;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide("chromium", await findChromium());
  await buildWeb();
}
