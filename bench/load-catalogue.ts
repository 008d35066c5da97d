// What bench/catalogue.ts starts as a process of its own: opens a data folder's catalogues and ranks one
// title over both, or only takes up the encoder; prints milliseconds and resident bytes as JSON.

import { localContexts } from "../src/cli/local-context.ts";
import { hashesOf, shelfKeys } from "../src/cli/shelf-keys.ts";
import { parseEncoderBytes } from "../src/domain/titles/encoder-bytes.ts";
import { rankTitles } from "../src/domain/titles/title-index.ts";

const [folder = "", what = "all"] = process.argv.slice(2);
const contexts = localContexts(folder);
const context = contexts.contextFor({ signal: new AbortController().signal });

const started = performance.now();
const shelf = await context.catalogues();
if (what === "encoder") {
  const { encoder } = await shelfKeys(await hashesOf(shelf));
  const bytes = await shelf.findDerived("encoder", encoder);
  if (bytes === undefined || !parseEncoderBytes(bytes).ok)
    throw new Error("Cannot measure: there is no encoder");
} else {
  await context.catalogue();
  await context.esco();
  const [titles, escoTitles] = [await context.titles(), await context.escoTitles()];
  if (escoTitles === undefined) throw new Error("Cannot measure: ESCO is not there");
  for (const index of [titles, escoTitles]) rankTitles(index, "staff nurse", { limit: 10 });
}
const milliseconds = performance.now() - started;
process.stdout.write(JSON.stringify({ milliseconds, resident: process.memoryUsage.rss() }));
await contexts.close();
