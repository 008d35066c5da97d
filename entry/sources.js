// throughline/sources: public data from files, name to bytes, to a catalogue and what was wrong in them.

import { readdirSync, readFileSync } from "node:fs";
import { asFiles, catalogue, checked, files, list, maybe, object, text } from "./check-input.js";
import { loadRoom } from "./load-room.js";

const combining = loadRoom("domain/occupations/combine-catalogues");
const { baseNameOf } = loadRoom("sources/source-files");
const starter = loadRoom("sources/starter");
const problems = loadRoom("sources/source-problem");

const readerOf = (what, read) =>
  checked(`read ${what}`, { files }, (given) => read(asFiles(given)));

export const readOnet = readerOf("O*NET", loadRoom("sources/onet").readOnet);
export const readEsco = readerOf("ESCO", loadRoom("sources/esco").readEsco);
export const readBls = readerOf("BLS tables", loadRoom("sources/bls").readBls);
export const readCrosswalks = readerOf("crosswalks", loadRoom("sources/crosswalks").readCrosswalks);

const STARTER = new URL("../data/starter/", import.meta.url);

function bundledFiles() {
  const names = readdirSync(STARTER).filter((name) => name.endsWith(".csv"));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, STARTER))]));
}

export const readStarter = checked("read the starter", { files: maybe(files) }, (given) => {
  if (given === undefined) return starter.readStarter(bundledFiles());
  const named = [...asFiles(given)].map(([path, bytes]) => [baseNameOf(path), bytes]);
  return starter.readStarter(new Map(named));
});

const pairs = list(object({}));
const parts = object({
  starter: catalogue,
  onet: maybe(catalogue),
  bls: maybe(catalogue),
  crosswalks: maybe(object({ studyFields: pairs, soc2010: pairs, isco: pairs })),
  licencesElsewhere: maybe(list(object({ occupationId: text }))),
});

export const combineCatalogues = checked(
  "combine catalogues",
  { parts },
  combining.combineCatalogues,
);
export const sourceProblemText = checked(
  "say what is wrong",
  { problem: object({ code: text }) },
  problems.sourceProblemText,
);
