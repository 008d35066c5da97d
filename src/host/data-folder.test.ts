import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
import { expect, test } from "vitest";
import { databasePathOf, dataFolderOf, keepFilesPrivate } from "./data-folder.ts";

test("dataFolderOf() takes the given folder, as an absolute path", () => {
  expect(dataFolderOf("plans")).toBe(join(process.cwd(), "plans"));
});

test("dataFolderOf() is a folder of the person's own when none is given", () => {
  const folder = dataFolderOf(undefined);
  expect(isAbsolute(folder)).toBe(true);
  expect(folder.toLowerCase()).toContain("throughline");
  if (process.env.XDG_DATA_HOME === undefined) expect(folder.startsWith(homedir())).toBe(true);
});

test.runIf(process.platform === "linux")("dataFolderOf() ignores a relative XDG folder", () => {
  const before = process.env.XDG_DATA_HOME;
  process.env.XDG_DATA_HOME = "here";
  try {
    const own = join(userInfo().homedir, ".local", "share", "throughline");
    expect(dataFolderOf(undefined)).toBe(own);
  } finally {
    if (before === undefined) delete process.env.XDG_DATA_HOME;
    else process.env.XDG_DATA_HOME = before;
  }
});

test("databasePathOf() is a file in the folder", () => {
  expect(databasePathOf("/data")).toBe(join("/data", "throughline.db"));
});

test.skipIf(process.platform === "win32")("keepFilesPrivate() makes new files 0600", () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-folder-"));
  const before = process.umask(0o022);
  try {
    keepFilesPrivate();
    writeFileSync(join(folder, "file"), "");
    expect(statSync(join(folder, "file")).mode & 0o777).toBe(0o600);
  } finally {
    process.umask(before);
    rmSync(folder, { recursive: true });
  }
});
