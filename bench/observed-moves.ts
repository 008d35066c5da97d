// The observed moves of ../shared/data as a bench needs them: survey nodes mapped to O*NET occupations
// and made into a catalogue of their own, in which each node is one occupation (the mean of its
// O*NET codes), with the share of movers that went to each other node. What is measured on it is moves.ts's.

import { existsSync, readFileSync } from "node:fs";
import { blankCatalogue, type Catalogue, isRated } from "../src/domain/occupations/catalogue.ts";
import { readBls } from "../src/sources/bls.ts";
import { readCrosswalks } from "../src/sources/crosswalks.ts";
import { readEsco } from "../src/sources/esco.ts";
import { readOnet } from "../src/sources/onet.ts";
import { filesOf, zipFilesOf } from "./full-catalogue.ts";

const DATA = `${import.meta.dirname}/../../shared/data`;
const MOVES = `${DATA}/bench/moves/observed_moves_dev.tsv`;
export const MOVES_SKIPPED = "../shared/data/bench/moves is not here";
const ESCO = `${DATA}/esco_1_2_0_en.zip`;
export const ESCO_SKIPPED = "../shared/data/esco_1_2_0_en.zip is not here";

export interface ObservedMoves {
  /** The release that the nodes are made from. */
  readonly onet: Catalogue;
  /** One occupation for each node. */
  readonly catalogue: Catalogue;
  /** Rated nodes of known size: rows of the catalogue. */
  readonly rows: readonly number[];
  /** Share of those who left the origin, by place in `rows`; places of origins with enough moves only. */
  readonly shares: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Origins with fewer observed destinations are not ranked for. */
const LEAST_DESTINATIONS = 10;

/** Returns the observed moves, or undefined where the data is not at hand. */
export function readObservedMoves(): ObservedMoves | undefined {
  if (!existsSync(MOVES)) return undefined;
  const onet = readOnet(zipFilesOf(`${DATA}/onet_text.zip`)).catalogue;
  const bls = readBls(filesOf(`${DATA}/bls`)).catalogue;
  const { soc2010 } = readCrosswalks(filesOf(`${DATA}/crosswalks`)).crosswalks;
  const lines = readFileSync(MOVES, "utf8").trim().split(/\r?\n/).slice(1);
  const moves = lines.map((line) => {
    const [from = "", , to = "", , , share = ""] = line.split("\t");
    return { from, to, share: Number(share) };
  });
  const nodes = [...new Set(moves.flatMap(({ from, to }) => [from, to]))].sort();
  const socsOf = (node: string) =>
    new Set(
      node.split("|").flatMap((code) => {
        const prefix = code.replace(/0+$/, "");
        return soc2010.filter(({ from }) => from.startsWith(prefix)).map(({ to }) => to);
      }),
    );
  const socs = nodes.map(socsOf);
  const catalogue = nodeCatalogue(nodes, socs, onet, bls);
  const rows = nodes.flatMap((_, row) =>
    isRated(catalogue, row) && (catalogue.employment[row] ?? 0) > 0 ? [row] : [],
  );
  const placeOf = new Map(rows.map((row, place) => [nodes[row], place]));
  const shares = new Map<number, Map<number, number>>();
  for (const { from, to, share } of moves) {
    const [origin, destination] = [placeOf.get(from), placeOf.get(to)];
    if (origin === undefined || destination === undefined || origin === destination) continue;
    const found = shares.get(origin) ?? new Map<number, number>();
    found.set(destination, (found.get(destination) ?? 0) + share);
    shares.set(origin, found);
  }
  for (const [origin, found] of shares) {
    if (found.size < LEAST_DESTINATIONS) shares.delete(origin);
    const total = [...found.values()].reduce((sum, share) => sum + share, 0);
    for (const [destination, share] of found) found.set(destination, share / total);
  }
  return { onet, catalogue, rows, shares };
}

/** Returns ESCO, which has skills where the observed moves have ratings; undefined where it is not at hand. */
export function readSkillCatalogue(): Catalogue | undefined {
  return existsSync(ESCO) ? readEsco(zipFilesOf(ESCO)).catalogue : undefined;
}

function nodeCatalogue(
  nodes: readonly string[],
  socs: readonly ReadonlySet<string>[],
  onet: Catalogue,
  bls: Catalogue,
): Catalogue {
  const blank = blankCatalogue("nodes", nodes);
  const width = onet.elements.length;
  const members = socs.map((codes) =>
    onet.ids.flatMap((_, row) => (codes.has(onet.groups[row] ?? "") ? [row] : [])),
  );
  const rated = members.map((rows) => rows.filter((row) => isRated(onet, row)));
  const meanOf = (rows: readonly number[], value: (row: number) => number) => {
    const known = rows.map(value).filter((one) => !Number.isNaN(one));
    return known.length === 0 ? Number.NaN : known.reduce((a, b) => a + b, 0) / known.length;
  };
  const table = (source: Float32Array) =>
    Float32Array.from({ length: nodes.length * width }, (_, cell) =>
      meanOf(
        rated[Math.floor(cell / width)] ?? [],
        (row) => source[row * width + (cell % width)] ?? Number.NaN,
      ),
    );
  const categories = blank.incumbents.education.length / nodes.length;
  const education = Float32Array.from({ length: nodes.length * categories }, (_, cell) =>
    meanOf(
      members[Math.floor(cell / categories)] ?? [],
      (row) => onet.incumbents.education[row * categories + (cell % categories)] ?? Number.NaN,
    ),
  );
  // BLS has some broad codes only (13-1020). A row that several nodes share is split evenly among them.
  const blsRowOf = new Map(bls.ids.map((id, row) => [id, row]));
  const blsRows = socs.map(
    (codes) =>
      new Set(
        [...codes].flatMap((soc) => blsRowOf.get(soc) ?? blsRowOf.get(`${soc.slice(0, 6)}0`) ?? []),
      ),
  );
  const sharing = new Map<number, number>();
  for (const found of blsRows) {
    for (const row of found) sharing.set(row, (sharing.get(row) ?? 0) + 1);
  }
  const employment = blsRows.map((found) =>
    [...found].reduce((sum, row) => {
      const people = bls.employment[row] ?? Number.NaN;
      return Number.isNaN(people) ? sum : sum + people / (sharing.get(row) ?? 1);
    }, 0),
  );
  const pay = blsRows.map((found) => meanOf([...found], (row) => bls.payMedian[row] ?? Number.NaN));
  const nodeOfRow = new Map<number, number[]>();
  members.forEach((rows, node) => {
    for (const row of rows) nodeOfRow.set(row, [...(nodeOfRow.get(row) ?? []), node]);
  });
  const related = members.map((rows, node) => {
    const best = new Map<number, number>();
    for (const row of rows) {
      (onet.related[row] ?? []).forEach((other, place) => {
        for (const to of nodeOfRow.get(other) ?? []) {
          if (to !== node) best.set(to, Math.min(best.get(to) ?? place, place));
        }
      });
    }
    return [...best].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([to]) => to);
  });
  return {
    ...blank,
    titles: members.map((rows) => rows.map((row) => onet.titles[row]).join(" / ")),
    groups: socs.map((codes) => [...codes][0] ?? ""),
    aliases: members.map((rows) => rows.flatMap((row) => onet.aliases[row] ?? [])),
    tasks: members.map((rows) => rows.flatMap((row) => onet.tasks[row] ?? [])),
    zones: Uint8Array.from(members, (rows) =>
      Math.round(meanOf(rows, (row) => onet.zones[row] || Number.NaN) || 0),
    ),
    employment: Float64Array.from(employment),
    payMedian: Float64Array.from(pay),
    elements: onet.elements,
    importance: table(onet.importance),
    level: table(onet.level),
    incumbents: { ...blank.incumbents, education },
    related,
  };
}
