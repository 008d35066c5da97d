// Whether "saved" means saved: kills a writing process 200 times (THROUGHLINE_KILLS sets another number)
// and counts what is lost. And how long opening and saving take. Alone: npm run bench -- durability

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../src/domain/random-source.ts";
import { killWhileWriting } from "../src/storage/durability.contract.ts";
import { openSqliteStore } from "../src/storage/sqlite-store.ts";
import { type Figure, medianOf } from "./figure.ts";

const KILLS = Number(process.env.THROUGHLINE_KILLS ?? 200);
/** Any number does; another one kills at other times. */
const SEED = 1;
const TIMES = 21;
const OPEN_BAR_MS = 60;

export async function benchDurability(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  const path = join(folder, "throughline.db");
  try {
    const opens: number[] = [];
    const saves: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const started = performance.now();
      const store = await openSqliteStore(path);
      const opened = performance.now();
      await store.addPerson("person-1"); // loads what the first call loads, outside the measured save
      const ready = performance.now();
      await store.changeRecord("person-1", (record) => ({ ...record, label: String(i) }));
      saves.push(performance.now() - ready);
      await store.close();
      opens.push(opened - started);
    }
    const report = await killWhileWriting(join(folder, "killed.db"), KILLS, seededRandom(SEED));
    return [
      {
        name: "store: open an existing file",
        value: medianOf(opens),
        unit: "ms",
        bar: OPEN_BAR_MS,
      },
      { name: "store: save a record, flushed", value: medianOf(saves), unit: "ms" },
      {
        name: `durability: saves lost in ${report.kills} kills (of ${report.acknowledged} acknowledged)`,
        value: report.lost,
        unit: "kills",
        bar: 0,
      },
      { name: "durability: file damaged", value: report.damaged, unit: "kills", bar: 0 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
