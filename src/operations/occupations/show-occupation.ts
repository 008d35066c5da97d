// One occupation: what it is, what it asks, what it pays and where, the schooling its people say is
// needed, and where each figure is from. What its own catalogue lacks is borrowed and marked so.

import { z } from "zod";
import { plainNameOf, singularTitle } from "../../domain/moves/plain-name.ts";
import { educationInWords } from "../../domain/moves/usual-requirements.ts";
import { widerBlsTitleOf } from "../../domain/occupations/bls-figures.ts";
import { BORROWABLE, borrowFigures } from "../../domain/occupations/borrow-figures.ts";
import { type Catalogue, EDUCATION_LEVELS, rowOf } from "../../domain/occupations/catalogue.ts";
import { countedWithin } from "../../domain/occupations/counted-within.ts";
import { findLenders } from "../../domain/occupations/find-lenders.ts";
import { listDemands, listSkills } from "../../domain/occupations/occupation-demands.ts";
import {
  figuresOf,
  type OccupationFigures,
  type Shares,
} from "../../domain/occupations/occupation-figures.ts";
import {
  EXPERIENCE_WORDS,
  educationSharesInWords,
  occupationSentence,
  outlookInWords,
  payInWords,
  TRAINING_WORDS,
  timeSharesInWords,
  zoneInWords,
} from "../../domain/occupations/occupation-in-words.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";
import { fail, ok } from "../../domain/result.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import { parseCountry } from "../record/country.ts";
import { threePointSchema } from "../record/record-schema.ts";
import { credentialsFor, howToCheckLicence, rungsOf } from "./occupation-ways-in.ts";
import { SEARCHED, type SearchedName } from "./searched-catalogues.ts";

const MOST_TASKS = 8;
const MOST_RELATED = 12;

const shares = z.array(z.object({ label: z.string(), share: z.number() }));

const output = z.object({
  id: z.string(),
  title: z.string(),
  everydayName: z.string().meta({ description: "One person of it: registered nurse" }),
  summary: z.string().meta({ description: "The one sentence that says most" }),
  description: z.string(),
  catalogue: z.enum(SEARCHED),
  release: z.string(),
  aliases: z.array(z.string()),
  place: z.string().meta({ description: "Country that the figures are of" }),
  placeInWords: z.string(),
  currency: z.string(),
  figuresNote: z.string().meta({ description: "What to know of the figures; may be empty" }),
  borrowed: z.array(
    z.object({
      figure: z.enum(BORROWABLE),
      from: z.object({ id: z.string(), title: z.string() }),
    }),
  ),
  payLow: z.number().optional().meta({ description: "A year, 10th percentile" }),
  payMedian: z.number().optional(),
  payHigh: z.number().optional().meta({ description: "90th percentile" }),
  payHoursInYear: z.number().optional().meta({
    description: "Where it is published by the hour alone: hours of which the year's pay is made",
  }),
  payInWords: z.string(),
  employment: z.number().optional().meta({ description: "Thousands of people" }),
  annualOpenings: z.number().optional().meta({ description: "Thousands a year" }),
  growth: z.number().optional().meta({ description: "Over ten years, as a share" }),
  outlookInWords: z.string(),
  zone: z.number().optional(),
  zoneInWords: z.string(),
  typicalEducation: z.string().optional(),
  typicalEducationInWords: z.string().meta({ description: "With its article; empty if unknown" }),
  educationInWords: z.string(),
  education: shares.meta({ description: "Schooling that its people say is needed; may be empty" }),
  experienceInWords: z.string(),
  experience: shares,
  trainingInWords: z.array(z.string()),
  inPlantTraining: shares,
  onTheJobTraining: shares,
  licences: z.array(
    z.object({
      name: z.string(),
      minimumEducation: z.string().meta({ description: "Empty where none is stated" }),
      exam: z.string(),
      place: z.string(),
      source: z.string(),
    }),
  ),
  licenceInWords: z.string().meta({ description: "How to check, where none is listed" }),
  credentials: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      months: z.number().meta({ description: "Calendar months it takes at least" }),
      hours: threePointSchema,
      money: threePointSchema,
      currency: z.string(),
      source: z.string(),
    }),
  ),
  rungs: z.array(
    z.object({
      name: z.string(),
      usualMonthsBefore: z.number().meta({ description: "Usual months on the rung below" }),
      source: z.string(),
    }),
  ),
  elements: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        phrase: z.string(),
        group: z.string(),
        importance: z.number().meta({ description: "1–5" }),
        level: z.number().optional().meta({ description: "0–7" }),
      }),
    )
    .meta({ description: "Most important first" }),
  skills: z.object({ essential: z.array(z.string()), optional: z.array(z.string()) }),
  tasks: z.array(z.string()),
  related: z.array(z.object({ id: z.string(), title: z.string() })),
  attribution: z.array(z.string()),
});

export const showOccupation = operation({
  input: z.object({
    id: z.string().meta({
      description: "Occupation code, such as 29-1141.00, or an ESCO address",
      positional: true,
    }),
    country: z.string().optional().meta({ description: "Where you live, such as US or GB" }),
  }),
  output,
  async run(context, input) {
    const country = input.country === undefined ? undefined : parseCountry(input.country);
    if (country !== undefined && !country.ok) return country;
    const found = await findOccupation(context, input.id.trim());
    if (found === undefined) return fail({ code: "occupation/unknown", id: input.id });
    const { catalogue, row, name } = found;
    const { figures, borrowed, lender } = await figuresFor(context, found);
    const asked = SHARE_COLUMNS.map(({ key, labels }) => sharesShown(figures[key], labels));
    const [education = [], experience = [], inPlantTraining = [], onTheJobTraining = []] = asked;
    const licences = catalogue.licences.filter((licence) => licence.occupation === row);
    const typical = EDUCATION_LEVELS[(figures.typicalEducation ?? 0) - 1];
    const payFrom = borrowed.find(({ figure }) => figure === "pay")?.from.title;
    const wider = name === "working" ? await widerTitle(context, found) : undefined;
    const facts = {
      figures,
      payFrom: payFrom === undefined ? undefined : singularTitle(payFrom),
      figureCatalogue: lender,
      countedWithin: wider,
    };
    return ok({
      id: catalogue.ids[row] ?? "",
      title: catalogue.titles[row] ?? "",
      everydayName: plainNameOf(catalogue, row),
      summary: occupationSentence(catalogue, row, facts),
      description: catalogue.descriptions[row] ?? "",
      catalogue: name,
      release: catalogue.release,
      aliases: otherNamesOf(catalogue, row),
      place: lender.place,
      placeInWords: placeInWords(lender.place),
      currency: lender.currency,
      figuresNote: noteOf(lender, country?.value, {
        isBorrowed: borrowed.length > 0,
        wider,
        isAny: figures.pay !== undefined || typical !== undefined || licences.length > 0,
      }),
      borrowed: borrowed.map(({ figure, from }) => ({ figure, from: { ...from } })),
      ...knownFigures(figures),
      payInWords: payInWords(figures.pay, lender, payYearOf(lender.release)),
      outlookInWords: outlookInWords(figures, lender),
      zoneInWords: zoneInWords(figures.zone),
      ...(typical === undefined ? {} : { typicalEducation: typical }),
      typicalEducationInWords:
        figures.typicalEducation === undefined ? "" : educationInWords(figures.typicalEducation),
      educationInWords: educationSharesInWords(figures.education),
      education,
      experienceInWords: timeSharesInWords(
        figures.experience,
        EXPERIENCE_WORDS,
        "related experience",
      ),
      experience,
      trainingInWords: [
        timeSharesInWords(figures.inPlantTraining, TRAINING_WORDS, "training at the place of work"),
        timeSharesInWords(figures.onTheJobTraining, TRAINING_WORDS, "training on the job"),
      ].filter((sentence) => sentence !== ""),
      inPlantTraining,
      onTheJobTraining,
      licences: licences.map((licence) => ({
        name: licence.name,
        minimumEducation:
          licence.minimumEducation === 0 ? "" : educationInWords(licence.minimumEducation),
        exam: licence.exam,
        place: licence.place,
        source: licence.source,
      })),
      licenceInWords: howToCheckLicence(
        licences,
        lender,
        country?.value ?? (name === "working" ? lender.place : ""),
      ),
      credentials: credentialsFor(catalogue, row),
      rungs: rungsOf(catalogue, row),
      elements: listDemands(catalogue, row).map(({ importance, level, ...element }) => ({
        ...element,
        importance: asPublished(importance),
        ...(level === undefined ? {} : { level: asPublished(level) }),
      })),
      skills: skillsOf(catalogue, row),
      tasks: (catalogue.tasks[row] ?? []).slice(0, MOST_TASKS),
      related: (catalogue.related[row] ?? []).slice(0, MOST_RELATED).map((other) => ({
        id: catalogue.ids[other] ?? "",
        title: catalogue.titles[other] ?? "",
      })),
      attribution: [...new Set([...catalogue.attribution, ...lender.attribution])],
    });
  },
});

interface Found {
  readonly catalogue: Catalogue;
  readonly row: number;
  readonly name: SearchedName;
}

/** A six-digit SOC code means the O*NET occupation that is all of it. */
async function findOccupation(context: OperationContext, id: string): Promise<Found | undefined> {
  const working = await context.catalogue();
  const row = rowOf(working, /^\d{2}-\d{4}$/.test(id) ? `${id}.00` : id);
  if (row >= 0) return { catalogue: working, row, name: "working" };
  const esco = await context.esco();
  const escoRow = esco === undefined ? -1 : rowOf(esco, id);
  return esco === undefined || escoRow < 0
    ? undefined
    : { catalogue: esco, row: escoRow, name: "esco" };
}

/** The working catalogue knows its own; what ESCO lacks comes from the nearest of the working one. */
async function figuresFor(context: OperationContext, { catalogue, row, name }: Found) {
  const own = figuresOf(catalogue, row);
  if (name === "working") return { figures: own, borrowed: [], lender: catalogue };
  const lender = await context.catalogue();
  const nearest = findLenders(
    {
      catalogueId: catalogue.id,
      id: catalogue.ids[row] ?? "",
      title: catalogue.titles[row] ?? "",
      group: catalogue.groups[row] ?? "",
    },
    { catalogue: lender, titles: await context.titles() },
    (await (await context.catalogues()).findCrosswalks())?.isco,
  );
  const lenders = nearest.map((near) => ({
    id: lender.ids[near] ?? "",
    title: lender.titles[near] ?? "",
    figures: figuresOf(lender, near),
  }));
  return { ...borrowFigures(own, lenders), lender };
}

/**
 * What BLS, where it was added, calls the wider occupation whose figures stand for this one; without it the
 * occupation of which this one is a part by its code.
 */
async function widerTitle(
  context: OperationContext,
  { catalogue, row }: Found,
): Promise<string | undefined> {
  const bls = await (await context.catalogues()).findCatalogue("bls");
  const occupation = { id: catalogue.ids[row] ?? "", group: catalogue.groups[row] ?? "" };
  if (bls !== undefined) {
    const title = widerBlsTitleOf(bls, occupation);
    return title === undefined ? undefined : `“${title}”`;
  }
  const whole = countedWithin(catalogue, row);
  if (whole === undefined) return undefined;
  return whole.title === "" ? `a wider group of occupations (${whole.id})` : `“${whole.title}”`;
}

/** The distributions, each with the words of its categories. */
const SHARE_COLUMNS = [
  {
    key: "education",
    labels: EDUCATION_LEVELS.map((_, at) => educationInWords(at + 1).replace(/^an? /, "")),
  },
  { key: "experience", labels: EXPERIENCE_WORDS },
  { key: "inPlantTraining", labels: TRAINING_WORDS },
  { key: "onTheJobTraining", labels: TRAINING_WORDS },
] as const;

/** A share under this is left out of a list: it would read "0 in 100". */
const LEAST_SHARE = 0.005;

function sharesShown(given: Shares | undefined, labels: readonly string[]) {
  return (given ?? [])
    .map((share, at) => ({ label: labels[at] ?? "", share: asPublished(share) }))
    .filter(({ share }) => share >= LEAST_SHARE);
}

const PUBLISHED_DECIMALS = 4;

/** Columns hold 32 bits; more decimals than were published are none of ours. */
function asPublished(value: number): number {
  return Number(value.toFixed(PUBLISHED_DECIMALS));
}

function knownFigures({ pay, zone, employment, annualOpenings, growth }: OccupationFigures) {
  const figures = {
    payLow: pay?.low,
    payMedian: pay?.median,
    payHigh: pay?.high,
    payHoursInYear: pay?.hoursInYear,
    zone,
    employment,
    annualOpenings,
    growth,
  };
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { -readonly [Key in keyof typeof figures]?: number }; // As: only the unknown are left out.
}

/** A name that only repeats the title in the singular is no other name. */
function otherNamesOf(catalogue: Catalogue, row: number): string[] {
  const title = catalogue.titles[row] ?? "";
  return (catalogue.aliases[row] ?? []).filter((alias) => alias !== singularTitle(title));
}

function skillsOf(catalogue: Catalogue, row: number) {
  const { essential, optional } = listSkills(catalogue, row);
  return { essential: [...essential], optional: [...optional] };
}

/** The parts of a release that say whose pay it is, and the year in each: the projections have that of their first. */
const WAGES = /OEWS|Wage Statistics/;
const WAGES_YEAR = /(?:OEWS|Wage Statistics),? ((?:May )?\d{4})/;
const PROJECTIONS_YEAR = /BLS Employment Projections (\d{4})/;

/** Returns the year that pay is of, by the first part of the release that tells of pay; where it has none, that. */
function payYearOf(release: string): string {
  const parts = release.split("; ");
  const part = parts.find((one) => WAGES.test(one) || PROJECTIONS_YEAR.test(one));
  if (part === undefined) return "";
  const year = (WAGES.test(part) ? WAGES_YEAR : PROJECTIONS_YEAR).exec(part)?.[1];
  return year ?? "as in the release added";
}

function noteOf(
  lender: Catalogue,
  country: string | undefined,
  {
    isBorrowed,
    wider,
    isAny,
  }: {
    readonly isBorrowed: boolean;
    readonly wider: string | undefined;
    /** Where nothing of what the note on the country is about is known, there is nothing to note. */
    readonly isAny: boolean;
  },
): string {
  const place = placeInWords(lender.place);
  const notes = [
    ...(wider === undefined
      ? []
      : [
          `BLS counts it among ${wider} and says nothing of it alone: the pay, growth and usual schooling here are theirs.`,
        ]),
    ...(isBorrowed
      ? ["This list says nothing of pay and schooling; what is shown is borrowed and marked so."]
      : []),
    ...(isAny && country !== undefined && country !== lender.place
      ? [
          `Pay, openings, schooling and licences here are those of ${place}, borrowed because we have none for your country. Take them as a rough guide, and compare no amounts with your own pay.`,
        ]
      : []),
  ];
  return notes.join(" ");
}
