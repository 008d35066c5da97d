// What the person is believed to be able to do, held against an occupation, with where it comes from.

import { z } from "zod";
import {
  abilitiesInWords,
  comesFromInWords,
  NOT_COUNTED_YET_IN_WORDS,
  NOTHING_YET_IN_WORDS,
  shownMostFromInWords,
  shownMostInWords,
} from "../../domain/abilities/abilities-in-words.ts";
import {
  type Comparison,
  compareAbilities,
  hasPractised,
} from "../../domain/abilities/compare-abilities.ts";
import type { LevelEstimate, LevelEstimates } from "../../domain/abilities/level-estimate.ts";
import { newestRatingsOf } from "../../domain/abilities/self-rating.ts";
import { shownMost } from "../../domain/abilities/shown-most.ts";
import { capital } from "../../domain/first-letter.ts";
import { elementTitle } from "../../domain/moves/element-phrases.ts";
import { demandOf } from "../../domain/moves/occupation-demand.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { type Catalogue, ELEMENT_GROUPS, rowOf } from "../../domain/occupations/catalogue.ts";
import type { SelfRating } from "../../domain/record/career-record.ts";
import { fail, ok } from "../../domain/result.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import { personOf, regardOf, type SituationInput } from "../situation.ts";
import {
  type AbilityNotice,
  evidenceShape,
  noticeShape,
  noticesOf,
  occupationShape,
  ratingShape,
  regardInput,
} from "./abilities-schema.ts";
import { skillsOf } from "./skills-of.ts";

const elementShape = z.object({
  id: z.string(),
  name: z.string(),
  catalogueName: z.string(),
  group: z.enum(ELEMENT_GROUPS),
  importance: z.number().meta({ description: "1–5" }),
  required: z.number().meta({ description: "Level asked for, 0–7" }),
  mean: z.number().meta({ description: "Level believed, 0–7" }),
  low: z.number().meta({ description: "10th percentile: 80 % lies between low and high" }),
  high: z.number().meta({ description: "90th percentile, 0–7" }),
  chance: z.number().meta({ description: "Chance of meeting the level asked for, 0–1" }),
  shortfall: z.number().meta({ description: "Levels missed on average, 0 and up" }),
  aboutReached: z.boolean().meta({
    description: "Missed by little, or asked in work that the person has learnt by doing it",
  }),
  prior: z.number().meta({ description: "Level typical of everyone, 0–7" }),
  rating: ratingShape.optional().meta({ description: "The person's own, newest" }),
  comesFrom: z.string(),
  evidence: z.array(
    evidenceShape.extend({
      levels: z.number().meta({ description: "Levels it adds; they sum to mean less prior" }),
    }),
  ),
});

const shownMostShape = elementShape
  .pick({ id: true, name: true, catalogueName: true, mean: true, low: true, high: true })
  .extend(elementShape.pick({ prior: true, comesFrom: true, evidence: true }).shape);

const skillShape = z.object({
  id: z.string(),
  name: z.string(),
  essential: z.boolean(),
  chance: z
    .number()
    .meta({ description: "Chance that it is held, as far as a record shows it, 0–1" }),
  prior: z.number().meta({ description: "Chance typical of everyone, 0–1" }),
  likelyHeld: z.boolean(),
  comesFrom: z.string(),
  evidence: z.array(
    evidenceShape.extend({
      chance: z.number().meta({ description: "What it adds; they sum to chance less prior" }),
    }),
  ),
});

export const showAbilities = operation({
  input: z.object(regardInput),
  output: z.object({
    headline: z.string(),
    /** What the record speaks of most, whatever the occupation; empty where it speaks of nothing clearly. */
    speaksOf: z.string(),
    /** Which piece of the record raises most what that names. */
    speaksFrom: z.string(),
    /** The same as figures, that raised furthest above what is typical of everyone first; at most five. */
    shownMost: z.array(shownMostShape),
    occupation: occupationShape,
    /** By importance-weighted shortfall, the largest first; then by importance. */
    elements: z.array(elementShape),
    /** Of a catalogue without levels (ESCO), by what is open × weight; otherwise empty. */
    skills: z.array(skillShape),
    notices: z.array(noticeShape),
    source: z.string(),
  }),
  async run(context, input) {
    const held = await heldSkills(context, input);
    if (held !== undefined) return held;
    const regard = await regardOf(context, input);
    if (!regard.ok) return regard;
    const { catalogue, record, positions, standing, row } = regard.value;
    const comparisons = compareAbilities(catalogue, standing.levels, row);
    const inWords = withArticle(plainNameOf(catalogue, row));
    const { levels } = standing;
    const practised = hasPractised(catalogue, levels, row);
    const isSilent = levels.evidence.length === 0 && levels.ratings.length === 0;
    const ratings = new Map(newestRatingsOf(record.selfRatings).map((one) => [one.elementId, one]));
    return ok({
      headline:
        isSilent && comparisons.length > 0
          ? positions.some(({ match }) => match.state === "unsure" || match.state === "none")
            ? NOT_COUNTED_YET_IN_WORDS
            : NOTHING_YET_IN_WORDS
          : abilitiesInWords(catalogue, comparisons, { inWords, practised }),
      ...mostShown(catalogue, levels),
      occupation: { id: catalogue.ids[row] ?? "", title: catalogue.titles[row] ?? "", inWords },
      elements: comparisons.map((one) => shown(catalogue, one, ratings)),
      skills: [],
      notices: [...aboutLevels(catalogue, row), ...noticesOf(record, positions)],
      source: catalogue.release,
    });
  },
});

/** The answer for an occupation of ESCO; undefined where the one asked for is none. */
async function heldSkills(
  context: OperationContext,
  input: { readonly occupation?: string | undefined; readonly resume?: SituationInput["resume"] },
) {
  const wanted = input.occupation?.trim() ?? "";
  if (!wanted.startsWith(ESCO_ADDRESS)) return undefined;
  const [esco, titles] = [await context.esco(), await context.escoTitles()];
  const row = esco === undefined ? -1 : rowOf(esco, wanted);
  if (esco === undefined || titles === undefined || row < 0) {
    return fail({ code: "occupation/unknown", id: wanted } as const);
  }
  const person = await personOf(context, input);
  if (!person.ok) return person;
  const { record, positions } = person.value;
  const working = { catalogue: person.value.catalogue, titles: person.value.titles };
  const listed = { catalogue: esco, titles, row };
  const { inWords, ...answer } = await skillsOf(context, { record, positions, working }, listed);
  return ok({
    ...answer,
    ...mostShown(working.catalogue, person.value.standing.levels),
    occupation: { id: wanted, title: capital(esco.titles[row] ?? ""), inWords },
    elements: [],
    source: [esco.release, ...esco.attribution].join(". "),
  });
}

/** What every id of an ESCO occupation begins with. */
const ESCO_ADDRESS = "http://data.europa.eu/esco/";

/** What the record speaks of most, which no occupation looked at changes. */
function mostShown(catalogue: Catalogue, levels: LevelEstimates) {
  const most = shownMost(catalogue, levels);
  return {
    speaksOf: shownMostInWords(most),
    speaksFrom: shownMostFromInWords(most),
    shownMost: most.map(estimateShown),
  };
}

function shown(
  catalogue: Catalogue,
  comparison: Comparison,
  ratings: ReadonlyMap<string, SelfRating>,
): z.output<typeof elementShape> {
  const { element, importance, required, chance, shortfall, estimate } = comparison;
  const rating = ratings.get(estimate.elementId);
  return {
    ...estimateShown(estimate),
    group: catalogue.elements[element]?.group ?? "skill",
    importance,
    required,
    chance,
    shortfall,
    aboutReached: comparison.aboutReached,
    ...(rating === undefined ? {} : { rating: { level: rating.level, date: rating.date } }),
  };
}

function estimateShown(estimate: LevelEstimate): z.output<typeof shownMostShape> {
  const { elementId: id, element, mean, low, high, prior, attribution } = estimate;
  return {
    id,
    name: elementTitle({ id, name: element }),
    catalogueName: element,
    mean,
    low,
    high,
    prior,
    comesFrom: comesFromInWords(attribution),
    evidence: attribution.map(({ evidenceId, label, kind, levels, share }) => ({
      id: evidenceId,
      label,
      kind,
      levels,
      share,
    })),
  };
}

/** What is to be known of the levels asked for: whose they are. */
function aboutLevels(catalogue: Catalogue, row: number): AbilityNotice[] {
  const { ratedRow } = demandOf(catalogue, row);
  if (ratedRow === row) return [];
  const title = catalogue.titles[row] ?? "";
  return ratedRow < 0
    ? [{ code: "occupation/not-rated", text: `The catalogue has no levels for ${title}.` }]
    : [
        {
          code: "occupation/levels-of-another",
          text: `The catalogue has no levels for ${title}; these are borrowed from the nearest that has, ${catalogue.titles[ratedRow] ?? ""}.`,
        },
      ];
}
