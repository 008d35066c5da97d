// The types of throughline/sources.

import type { Catalogue, LicenceByCode } from "../dist/domain/occupations/catalogue.js";
import type { Crosswalks } from "../dist/domain/occupations/crosswalks.js";
import type { SourceProblem } from "../dist/sources/source-problem.js";

export type {
  Catalogue,
  CredentialTemplate,
  Element,
  IncumbentShares,
  Licence,
  LicenceByCode,
  Rung,
  SkillRequirements,
  StudyField,
} from "../dist/domain/occupations/catalogue.js";
export {
  type CatalogueParts,
  combineCatalogues,
} from "../dist/domain/occupations/combine-catalogues.js";
export type { Crosswalks } from "../dist/domain/occupations/crosswalks.js";
export { type SourceProblem, sourceProblemText } from "../dist/sources/source-problem.js";

/** File names, with the folders they lay in or without, and the files' bytes. Nothing in it is changed. */
export type SourceFiles =
  | ReadonlyMap<string, ArrayBuffer | ArrayBufferView>
  | Readonly<Record<string, ArrayBuffer | ArrayBufferView>>;

/** What was read, and what was wrong or missing in the files; an empty catalogue where nothing could be read. */
export interface ReadCatalogue {
  readonly catalogue: Catalogue;
  readonly problems: readonly SourceProblem[];
}

/**
 * Returns the catalogue of an O*NET release, 26 or later, from its text files: id "onet", ids O*NET-SOC codes
 * ascending. Files are known by their names, whatever else is among them; what the release lacks is a
 * problem and left unknown. Without "Occupation Data.txt" the catalogue is empty.
 *
 * @throws TypeError where `files` is no Map or object of bytes; never for what is in them.
 */
export function readOnet(files: SourceFiles): ReadCatalogue;

/**
 * Returns the catalogue of an ESCO version, 1.0 to 1.2, from its CSV files: id "esco", ids concept URIs
 * ascending. It has skills, and no ratings, pay or education. Without the occupations' file it is empty.
 *
 * @throws TypeError where `files` is no Map or object of bytes; never for what is in them.
 */
export function readEsco(files: SourceFiles): ReadCatalogue;

/**
 * Returns the catalogue of BLS tables, Employment Projections and OEWS wages, known by their headers: id
 * "bls", ids SOC 2018 codes ascending. It has figures, and no ratings.
 *
 * @throws TypeError where `files` is no Map or object of bytes; never for what is in them.
 */
export function readBls(files: SourceFiles): ReadCatalogue;

/**
 * Returns what the tables among the files say, known by their headers: CIP 2020 × SOC 2018, SOC 2010 × 2018,
 * ISCO-08 × SOC 2010.
 *
 * @throws TypeError where `files` is no Map or object of bytes; never for what is in them.
 */
export function readCrosswalks(files: SourceFiles): {
  readonly crosswalks: Crosswalks;
  readonly problems: readonly SourceProblem[];
};

/**
 * Returns the starter catalogue, id "starter", and the licences of occupations that only a full release has:
 * the one that is bundled, or that of the files, which are named as those of `data/starter/`.
 *
 * @throws TypeError where `files` is no Map or object of bytes; never for what is in them.
 */
export function readStarter(files?: SourceFiles): ReadCatalogue & {
  readonly licencesElsewhere: readonly LicenceByCode[];
};
