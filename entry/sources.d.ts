// The types of throughline/sources.

export type { Catalogue } from "../dist/domain/occupations/catalogue.js";
export { combineCatalogues } from "../dist/domain/occupations/combine-catalogues.js";
export type { Crosswalks } from "../dist/domain/occupations/crosswalks.js";
export { readBls } from "../dist/sources/bls.js";
export { readCrosswalks } from "../dist/sources/crosswalks.js";
export { readEsco } from "../dist/sources/esco.js";
export { readOnet } from "../dist/sources/onet.js";
export type { SourceFiles } from "../dist/sources/source-files.js";
export type { SourceProblem } from "../dist/sources/source-problem.js";
export { readStarter } from "../dist/sources/starter.js";
