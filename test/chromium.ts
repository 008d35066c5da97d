// Finds a real Chromium for the journeys and the pictures: the one named in THROUGHLINE_CHROMIUM, else
// the npm package's, else the system's. It says by name what is missing; see chromium-libraries.ts.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import {
  canInstallPackages,
  debianPackagesOf,
  explainMissing,
  installPackagesOf,
  missingLibraries,
} from "./chromium-libraries.ts";
import { canUnpackChromium, unpackChromium } from "./chromium-unpack.ts";

/** What is needed to start the browser; plain data, so that it can be handed to test files. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly sandbox: boolean;
  /** "153.0.8010.0". */
  readonly version: string;
  readonly origin: "named" | "package" | "system";
}

/** Nothing is fetched, synced or updated, and no graphics card is needed. */
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const SYSTEM_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Returns a Chromium that has been started once and answered; throws with the next step where none can. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.THROUGHLINE_CHROMIUM;
  if (named) return tryOut({ executablePath: named, environment: {}, origin: "named" });
  if (canUnpackChromium()) return fromPackage();
  const system = systemChromium();
  if (system) return tryOut({ executablePath: system, environment: {}, origin: "system" });
  throw new Error(
    `Cannot find a browser: the npm package has none for ${process.platform}-${process.arch}, and no ` +
      "Chromium or Chrome is installed. Install one, or set THROUGHLINE_CHROMIUM to its program",
  );
}

/** Starts the found browser. Close it in the end. */
export function startChromium(found: Omit<FoundChromium, "version" | "origin">): Promise<Browser> {
  return chromium.launch({
    executablePath: found.executablePath,
    args: FLAGS,
    chromiumSandbox: found.sandbox,
    env: { ...inheritedEnvironment(), ...found.environment },
  });
}

async function fromPackage(): Promise<FoundChromium> {
  const unpacked = await unpackChromium();
  const { executablePath } = unpacked;
  const environment: Record<string, string> = { FONTCONFIG_FILE: unpacked.fontsFile };
  let missing = await missingLibraries(executablePath);
  if (missing.length > 0) {
    environment.LD_LIBRARY_PATH = unpacked.libraries;
    missing = await missingLibraries(executablePath, unpacked.libraries);
  }
  if (missing.length > 0) {
    const system = systemChromium();
    if (system) return tryOut({ executablePath: system, environment: {}, origin: "system" });
    if (canInstallPackages() && debianPackagesOf(missing).length > 0) {
      console.log(
        `Installing ${debianPackagesOf(missing).join(", ")} for the browser, with apt-get`,
      );
      try {
        await installPackagesOf(missing);
      } catch (cause) {
        throw new Error(explainMissing(executablePath, missing), { cause });
      }
      missing = await missingLibraries(executablePath, unpacked.libraries);
    }
  }
  if (missing.length > 0) throw new Error(explainMissing(executablePath, missing));
  const found = await tryOut({ executablePath, environment, origin: "package" });
  const expected = unpacked.packageVersion.split(".")[0];
  if (found.version.split(".")[0] !== expected) {
    throw new Error(
      `Cannot use "${executablePath}": it is Chromium ${found.version}, the package is ${expected}. Remove its folder and run again`,
    );
  }
  return found;
}

/** Starts it once, with its sandbox where the system allows one: root and many containers do not. */
async function tryOut(
  candidate: Pick<FoundChromium, "executablePath" | "environment" | "origin">,
): Promise<FoundChromium> {
  const sandboxes = process.getuid?.() === 0 ? [false] : [true, false];
  let cause: unknown;
  for (const sandbox of sandboxes) {
    try {
      const browser = await startChromium({ ...candidate, sandbox });
      const version = browser.version();
      await browser.close();
      return { ...candidate, sandbox, version };
    } catch (error) {
      cause = error;
    }
  }
  throw new Error(`Cannot start the browser "${candidate.executablePath}"`, { cause });
}

function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...SYSTEM_PLACES].find((place) => existsSync(place));
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries) as Record<string, string>; // as: undefined was filtered out
}
