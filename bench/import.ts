// How long a full release takes from its zip to the columns in memory, and how much memory at most: each
// in a process of its own, as it is when a person adds one. Alone: node bench/import.ts

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { openSource } from "../src/host/open-source.ts";
import { readBls } from "../src/sources/bls.ts";
import { readEsco } from "../src/sources/esco.ts";
import { readOnet } from "../src/sources/onet.ts";
import { type Figure, kernelBaseline, medianOf } from "./figure.ts";

const SHARED = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const RUNS = 3;
const READERS = { onet: readOnet, esco: readEsco, bls: readBls };
type Imported = keyof typeof READERS;

/** What is read, what must come of it, and the bars (milliseconds, megabytes) where there are some. */
const IMPORTS: Readonly<
  Record<Imported, { place: string; occupations: number; ms?: number; megabytes?: number }>
> = {
  onet: { place: "onet_text.zip", occupations: 1016, ms: 5000, megabytes: 400 },
  esco: { place: "esco_1_2_0_en.zip", occupations: 3039 },
  bls: { place: "bls", occupations: 832 },
};

interface Import {
  readonly ms: number;
  readonly megabytes: number;
}

/** Time is from opening the zip to the catalogue; memory is the most the process ever held. */
export async function benchImport(): Promise<Figure[]> {
  const baseline = kernelBaseline();
  return (Object.keys(IMPORTS) as Imported[]).flatMap((kind) => {
    const { place, ms, megabytes } = IMPORTS[kind];
    const names = [
      `import: ${kind}, from file to columns`,
      `import: ${kind}, most memory`,
    ] as const;
    const here = existsSync(`${SHARED}${place}`);
    const runs = here ? Array.from({ length: RUNS }, () => importInProcess(kind)) : [];
    const rest = here ? {} : { skipped: `${place} is not at ../shared/data` };
    const time = medianOf(runs.map((run) => run.ms));
    const memory = medianOf(runs.map((run) => run.megabytes));
    return [
      {
        ...{ name: names[0], value: time, unit: "ms", ...rest },
        ...{ baseline, baselineName: "multiply-add loop" },
        ...(ms === undefined ? {} : { bar: ms }),
      },
      {
        ...{ name: names[1], value: memory, unit: "MB", ...rest },
        ...(megabytes === undefined ? {} : { bar: megabytes }),
      },
    ];
  });
}

function importInProcess(kind: Imported): Import {
  const program = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, kind], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot import ${kind}: ${stderr}`);
  return JSON.parse(stdout) as Import;
}

async function importHere(kind: Imported): Promise<Import> {
  const { place, occupations } = IMPORTS[kind];
  const started = performance.now();
  const opened = await openSource(`${SHARED}${place}`, { kind, temporaryFolder: tmpdir() });
  if (!opened.ok) throw new Error(`Cannot open ${place}: ${opened.problem.code}`);
  const { catalogue } = READERS[kind](opened.value.files);
  const ms = performance.now() - started;
  if (catalogue.ids.length !== occupations) {
    throw new Error(`Cannot trust the figures: ${catalogue.ids.length} occupations`);
  }
  return { ms, megabytes: process.resourceUsage().maxRSS / 1024 };
}

if (import.meta.main) {
  const kind = process.argv[2];
  if (kind === undefined) console.table(await benchImport());
  // as: this program starts itself with one of the kinds
  else console.log(JSON.stringify(await importHere(kind as Imported)));
}
