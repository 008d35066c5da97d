// "Saved" means saved, even if the program is killed: kills a real writing process at random times, opens
// its file again and compares with what it had acknowledged. Used by the tests with a few kills and by
// `npm run bench` with many. It says nothing about power cuts: see docs/reference/storage.md.

import { spawn } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import type { CareerRecord } from "../domain/record/career-record.ts";
import { openSqliteStore } from "./sqlite-store.ts";

export interface KillReport {
  readonly kills: number;
  /** Saves acknowledged before the kills, in all. */
  readonly acknowledged: number;
  /** Kills after which an acknowledged save was missing. */
  readonly lost: number;
  /** Kills after which two facts saved together differed, or SQLite's integrity check complained. */
  readonly damaged: number;
  /** Kills after which the last save existed though it was never acknowledged: this is allowed. */
  readonly unacknowledged: number;
}

/** The person that the writers write to. */
export const WRITTEN_PERSON = "person-1";

/**
 * A program for `node --input-type=module -e`: opens the file, then raises the record's count, in two
 * places at once, as often as the second argument says; prints each count after its save was acknowledged.
 */
export const WRITER_PROGRAM = `
  const { openSqliteStore } = await import(${JSON.stringify(new URL("./sqlite-store.ts", import.meta.url).href)});
  const [path, times] = process.argv.slice(1);
  const store = await openSqliteStore(path);
  await store.addPerson(${JSON.stringify(WRITTEN_PERSON)});
  for (let i = 0; i < Number(times); i++) {
    const record = await store.changeRecord(${JSON.stringify(WRITTEN_PERSON)}, (before) => {
      const count = String(Number(before.label) + 1);
      const skill = { id: "count", name: count, level: "", keywords: [], provenance: { source: "typed", state: "stated" }, unread: {} };
      return { ...before, label: count, skills: [skill] };
    });
    process.stdout.write(record.label + "\\n");
  }
  await store.close();
`;

/** Longest time between a writer's first acknowledged save and its kill, in milliseconds. */
const LONGEST_LIFE_MS = 150;

/** Kills one writer after another at the same file; the times come from `random`, in [0, 1). */
export async function killWhileWriting(
  path: string,
  kills: number,
  random: () => number,
): Promise<KillReport> {
  let acknowledged = 0;
  let lost = 0;
  let damaged = 0;
  let unacknowledged = 0;
  let before = 0;
  for (let kill = 0; kill < kills; kill++) {
    const last = await lastAcknowledgedBeforeKill(path, random() * LONGEST_LIFE_MS);
    const found = await look(path);
    acknowledged += last - before;
    if (found.count < last) lost++;
    if (found.count > last) unacknowledged++;
    if (!found.sound) damaged++;
    before = found.count;
  }
  return { kills, acknowledged, lost, damaged, unacknowledged };
}

function lastAcknowledgedBeforeKill(path: string, lifeMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", WRITER_PROGRAM, path, "1000000"],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let output = "";
    let complaint = "";
    child.stdout.on("data", (text: Buffer) => {
      if (output === "") setTimeout(() => child.kill("SIGKILL"), lifeMs);
      output += text.toString();
    });
    child.stderr.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    child.once("close", (_, signal) => {
      // The last line may be cut; what is not whole was not acknowledged.
      const last = output.slice(0, output.lastIndexOf("\n")).split("\n").at(-1);
      if (signal === "SIGKILL" && last) resolve(Number(last));
      else reject(new Error(`Cannot test the writer: it ended by itself\n${complaint}`));
    });
  });
}

async function look(path: string): Promise<{ count: number; sound: boolean }> {
  const store = await openSqliteStore(path);
  const record: CareerRecord | undefined = await store.findRecord(WRITTEN_PERSON);
  await store.close();
  const database = new DatabaseSync(path);
  const check = database.prepare("pragma integrity_check").get()?.integrity_check;
  database.close();
  const sound = check === "ok" && record?.skills[0]?.name === record?.label;
  return { count: Number(record?.label ?? 0), sound };
}
