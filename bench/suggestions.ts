// What we would look at, to be read by eye as a coach would: forty random occupations of full O*NET with the
// first suggestion of each, or as many as are asked for. node bench/suggestions.ts [SEED] [HOW MANY EACH]

import { type SuggestedMove, suggestMoves } from "../src/domain/moves/suggest-moves.ts";
import { type Catalogue, isRated, rowOf } from "../src/domain/occupations/catalogue.ts";
import { seededRandom } from "../src/domain/random-source.ts";
import { FULL_CATALOGUE_SKIPPED, readFullCatalogue } from "./full-catalogue.ts";

const READ = 40;

function nameOf(catalogue: Catalogue, row: number): string {
  return `${catalogue.titles[row]} (zone ${catalogue.zones[row] || "?"}, ${payOf(catalogue, row)})`;
}

function payOf(catalogue: Catalogue, row: number): string {
  const pay = catalogue.payMedian[row] ?? Number.NaN;
  return Number.isNaN(pay) ? "pay ?" : `$${Math.round(pay / 1000)}k`;
}

function lineOf(catalogue: Catalogue, move: SuggestedMove): string {
  const { licenceStage, stepDown, preparationMonths, fit, likelihood } = move;
  return [
    nameOf(catalogue, rowOf(catalogue, move.id)),
    `fit ${fit.toFixed(2)}`,
    `${preparationMonths.toFixed(0)} months`,
    `common ${(likelihood * 100).toFixed(1)} %`,
    ...(stepDown ? ["STEP DOWN"] : []),
    ...(licenceStage === undefined ? [] : [`first: ${licenceStage.licences.join(", ")}`]),
  ].join(" · ");
}

const [seed = "1", each = "1"] = process.argv.slice(2);
const catalogue = readFullCatalogue();
if (catalogue === undefined) throw new Error(FULL_CATALOGUE_SKIPPED);
const random = seededRandom(Number(seed));
const left = catalogue.ids.flatMap((_, row) => (isRated(catalogue, row) ? [row] : []));
for (let read = 1; read <= READ; read++) {
  const [row = 0] = left.splice(Math.floor(random() * left.length), 1);
  const moves = suggestMoves(catalogue, catalogue.ids[row] ?? "", { limit: Number(each) });
  console.log(`${read}. ${nameOf(catalogue, row)}`);
  if (moves.length === 0) console.log("   nothing within reach");
  for (const move of moves) console.log(`   → ${lineOf(catalogue, move)}`);
}
