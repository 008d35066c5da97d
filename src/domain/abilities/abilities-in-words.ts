// What is so about a person's abilities, in plain sentences: against an occupation, and where one
// estimate comes from.

import { capital } from "../first-letter.ts";
import { elementPhrase } from "../moves/element-phrases.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Comparison } from "./compare-abilities.ts";
import type { Attribution, LevelEstimate } from "./level-estimate.ts";

/** Said in place of the sentence where neither record nor ratings say anything. */
export const NOTHING_YET_IN_WORDS =
  "Nothing on record speaks of what you can do yet; what stands here is typical of everyone.";

/** Said where positions are on record, and of none it is sure which occupation it is. */
export const NOT_COUNTED_YET_IN_WORDS =
  "Your record does not count here yet, since it is not sure which occupations your positions are. Until you say which come nearest, what stands here is typical of everyone.";

/** From here on a piece of evidence is "most of it". */
const MOST = 0.5;

/** Elements named as furthest away. */
const NAMED = 3;

/**
 * Returns one sentence on all comparisons, furthest away first; `inWords` is "a registered nurse",
 * `practised` whether the person has learnt the work by doing it.
 */
export function abilitiesInWords(
  catalogue: Catalogue,
  comparisons: readonly Comparison[],
  { inWords, practised }: { readonly inWords: string; readonly practised: boolean },
): string {
  const { length } = comparisons;
  if (practised && length > 0) {
    return `You have done work as ${inWords} for as long as it takes to learn it, so all ${length} things that it asks for are within your reach.`;
  }
  if (length === 0) return `Nobody has rated what work as ${inWords} asks for.`;
  const reached = comparisons.filter(({ aboutReached }) => aboutReached).length;
  if (reached === length) {
    return `Your record points to about what is asked in all ${length} things that work as ${inWords} asks for.`;
  }
  const far = comparisons
    .filter(({ aboutReached }) => !aboutReached)
    .slice(0, NAMED)
    .flatMap(({ element }) => {
      const described = catalogue.elements[element];
      return described === undefined ? [] : [elementPhrase(described)];
    });
  const furthest = `Furthest away: ${far.join("; ")}.`;
  return reached === 0
    ? `Work as ${inWords} asks for ${length} things, each beyond what your record points to so far. ${furthest}`
    : `Your record points to about what is asked in ${reached} of the ${length} things that work as ${inWords} asks for. ${furthest}`;
}

/** Elements named as shown most. */
const NAMED_AS_SHOWN = 3;

/** Returns one sentence on what the record speaks of most; empty where it speaks of nothing clearly. */
export function shownMostInWords(shown: readonly LevelEstimate[]): string {
  const named = shown.slice(0, NAMED_AS_SHOWN);
  return named.length === 0 ? "" : `Your record speaks most of: ${phrasesOf(named)}.`;
}

/** Returns which piece of the record raises most what that sentence names; empty where it is. */
export function shownMostFromInWords(shown: readonly LevelEstimate[]): string {
  const bySource = [
    ...Map.groupBy(
      shown.slice(0, NAMED_AS_SHOWN),
      ({ attribution: [first] }) => first?.label ?? "",
    ),
  ].map(([label, estimates]) => {
    const isAll = estimates.every(({ attribution }) => attribution.length === 1);
    return { estimates, from: `${isAll ? "" : "above all "}from “${label}”` };
  });
  const [only, second] = bySource;
  if (only === undefined) return "";
  if (second === undefined) return `That comes ${only.from}.`;
  return bySource
    .map(({ estimates, from }) => `${capital(phrasesOf(estimates))}: ${from}.`)
    .join(" ");
}

function phrasesOf(estimates: readonly LevelEstimate[]): string {
  return estimates
    .map(({ elementId: id, element: name }) => elementPhrase({ id, name }))
    .join("; ");
}

type Pull = Pick<Attribution, "label" | "kind" | "share"> & { readonly levels?: number };

/** A rating that moves an estimate by less than this, in levels, agrees with it. */
const AGREES_BELOW = 0.05;

/** Returns where an estimate comes from, in one or two sentences; strongest pull first. */
export function comesFromInWords(attribution: readonly Pull[]): string {
  const pieces = attribution.filter(({ kind }) => kind !== "self-rating");
  const [first, second] = pieces;
  const rating = attribution.find(({ kind }) => kind === "self-rating");
  if (first === undefined) {
    return rating === undefined
      ? "This is what is typical of everyone; nothing on your record speaks of it yet."
      : `Nothing on your record speaks of it yet; your own rating ${effectOf(rating, "what is typical of everyone")}.`;
  }
  const record = pieces.reduce((sum, { share }) => sum + share, 0);
  const lead =
    second === undefined
      ? `What your record adds comes from ${quoted(first)}.`
      : first.share / record >= MOST
        ? `Most of what your record adds comes from ${quoted(first)}.`
        : `What your record adds comes from ${quoted(first)}, then ${quoted(second)}${pieces.length > 2 ? " and others" : ""}.`;
  return rating === undefined ? lead : `${lead} Your own rating ${effectOf(rating, "it")}.`;
}

function quoted({ label }: Pull): string {
  return `“${label}”`;
}

function effectOf({ share, levels = share }: Pull, what: string): string {
  if (Math.abs(levels) < AGREES_BELOW) return `agrees with ${what}`;
  return `moves ${what} ${share < 0 ? "down" : "up"}`;
}

/** Said when nearly all self-ratings are alike. */
export const FLAT_IN_WORDS =
  "Nearly all your ratings are alike, so each of them weighs less. Where are you clearly stronger, and where clearly less practised? A few answers further apart, and all of them count in full again.";
