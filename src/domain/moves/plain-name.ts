// How an occupation is called in a sentence: as people say it, one person of it, in small letters.

import type { Catalogue } from "../occupations/catalogue.ts";

/**
 * How a name is written that people use in a sentence: small, but for an abbreviation before other words
 * ("HR assistant") or a number. The releases write their names in capitals and order them by the alphabet,
 * so that the first of those is nobody's everyday name.
 */
const EVERYDAY = /^(?!.*[ -][A-Z][a-z])(?:\d+ )?(?:[A-Z]+[ -])?\p{Ll}/u;
const KEPT_PLURAL = /(ss|us|is|[^s])$/i;

/**
 * Returns the occupation's usual name, "registered nurse", "HR assistant": the title where it is written
 * so itself (ESCO's are), else the first other name that is; its title's singular if none.
 */
export function plainNameOf(catalogue: Catalogue, row: number): string {
  const title = catalogue.titles[row] ?? "";
  if (EVERYDAY.test(title)) return title;
  const alias = catalogue.aliases[row]?.find((one) => EVERYDAY.test(one));
  return alias ?? singularTitle(title);
}

/** Titles of O*NET that name a body of people, and what one of them is called. */
const OF_A_BODY: ReadonlyMap<string, string> = new Map([
  ["Infantry", "infantry soldier"],
  ["Special Forces", "special forces soldier"],
]);

/**
 * Returns an occupation's title as one person holds it, small except for abbreviations: "Registered
 * Nurses" gives "registered nurse"; what is excepted after a comma is left out.
 */
export function singularTitle(title: string): string {
  const oneOfThem = OF_A_BODY.get(title);
  if (oneOfThem !== undefined) return oneOfThem;
  const short = title.replace(/,? (Except|Including|All Other).*$/, "").trim();
  const parts = short.split(/( and |, and |, |\/)/);
  // Whom or what they are of stays as it is, every part of it.
  const last = parts.findIndex((part) => part.includes(" of "));
  return parts
    .map((part, i) => (i % 2 === 1 || (last >= 0 && i > last) ? part : singularPart(part)))
    .join("")
    .split(" ")
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}

function singularPart(part: string): string {
  return part.replace(
    // Whom or what they are of stays as it is: "supervisor of transport workers".
    /^((?:(?! of ).)* |)([\w-]+?)( of .*)?$/,
    (_, before: string, word: string, rest = "") => `${before}${singularWord(word)}${rest}`,
  );
}

function singularWord(word: string): string {
  if (KEPT_PLURAL.test(word)) return word;
  if (/(w|l|kn)ives$/.test(word)) return word.replace(/ves$/, "fe");
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return /(sses|ches|shes|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Returns the noun with its article: "a medical assistant", "an HR assistant". */
export function withArticle(noun: string): string {
  return `${/^([aeio]|u(?!se|ni)|HR\b|[AEFHILMNORSX][A-Z])/.test(noun) ? "an" : "a"} ${noun}`;
}
