// All of O*NET with what BLS, the crosswalks and the starter know of it, as a person has it who added them:
// made from the releases of ../shared/data, in no data folder. Nothing is measured here.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Catalogue } from "../src/domain/occupations/catalogue.ts";
import { combineCatalogues } from "../src/domain/occupations/combine-catalogues.ts";
import { readBls } from "../src/sources/bls.ts";
import { readCrosswalks } from "../src/sources/crosswalks.ts";
import { readOnet } from "../src/sources/onet.ts";
import { readStarter } from "../src/sources/starter.ts";

const DATA = `${import.meta.dirname}/../../shared/data`;
export const FULL_CATALOGUE_SKIPPED = "../shared/data/onet_text.zip is not here";

/** Returns the files of a folder by name. */
export function filesOf(folder: string): Map<string, Uint8Array> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`)]));
}

/** Returns the tables in a zip by name. */
export function zipFilesOf(zip: string): Map<string, Uint8Array> {
  const names = execFileSync("unzip", ["-Z1", zip], { encoding: "utf8" }).split("\n");
  const kept = names.filter((name) => /\.(txt|csv)$/.test(name));
  return new Map(
    kept.map((name) => {
      const bytes = execFileSync("unzip", ["-p", zip, name], { maxBuffer: 128 * 1024 * 1024 });
      return [name, bytes];
    }),
  );
}

/** Returns the working catalogue of all releases, or undefined where they are not at hand. */
export function readFullCatalogue(): Catalogue | undefined {
  if (!existsSync(`${DATA}/onet_text.zip`)) return undefined;
  const starter = readStarter(filesOf(`${import.meta.dirname}/../data/starter`));
  return combineCatalogues({
    starter: starter.catalogue,
    onet: readOnet(zipFilesOf(`${DATA}/onet_text.zip`)).catalogue,
    bls: readBls(filesOf(`${DATA}/bls`)).catalogue,
    crosswalks: readCrosswalks(filesOf(`${DATA}/crosswalks`)).crosswalks,
    licencesElsewhere: starter.licencesElsewhere,
  });
}
