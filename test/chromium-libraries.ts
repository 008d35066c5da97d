// What the browser's program needs from the system: which shared libraries are missing, and getting
// them. Debian's package names are known for those that Chromium links.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Debian and Ubuntu packages of the libraries that Chromium 153 links (read from its ELF header). */
export const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  "libnss3.so": "libnss3",
  "libnssutil3.so": "libnss3",
  "libnspr4.so": "libnspr4",
  "libplc4.so": "libnspr4",
  "libplds4.so": "libnspr4",
  "libexpat.so.1": "libexpat1",
  "libgcc_s.so.1": "libgcc-s1",
};

/** Returns the names that `ldd` could not find, in its order, each once. */
export function missingFromLdd(output: string): string[] {
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
  return [...new Set(missing)];
}

/** Returns the shared libraries that `executable` needs and the system does not have. */
export async function missingLibraries(
  executable: string,
  extraFolder?: string,
): Promise<string[]> {
  const env = extraFolder === undefined ? {} : { LD_LIBRARY_PATH: extraFolder };
  try {
    const { stdout } = await run("ldd", [executable], { env: { ...process.env, ...env } });
    return missingFromLdd(stdout);
  } catch (cause) {
    throw new Error(`Cannot read what "${executable}" needs: "ldd" failed`, { cause });
  }
}

/** Returns the Debian packages that hold the libraries; those of an unknown one are left out. */
export function debianPackagesOf(libraries: readonly string[]): string[] {
  const packages = libraries.flatMap((name) => DEBIAN_PACKAGES[name] ?? []);
  return [...new Set(packages)];
}

/** True where `apt-get install` can be run: root on Debian or a relative of it. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs the libraries' packages with apt-get, after `apt-get update`. */
export async function installPackagesOf(libraries: readonly string[]): Promise<void> {
  const packages = debianPackagesOf(libraries);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env });
}

/** Says by name what is missing and what to do about it. */
export function explainMissing(executable: string, libraries: readonly string[]): string {
  const packages = debianPackagesOf(libraries);
  const advice =
    packages.length > 0
      ? `On Debian or Ubuntu: sudo apt-get install ${packages.join(" ")}`
      : "Install the packages of your system that hold them";
  return (
    `Cannot start the browser "${executable}": the system lacks ${libraries.join(", ")}. ${advice}, ` +
    "or set THROUGHLINE_CHROMIUM to a Chromium or Chrome that runs here"
  );
}
