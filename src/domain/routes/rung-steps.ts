// One step up within an occupation: from one rung of the catalogue to the next, once the usual time on the
// rung below is over.

import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { monthsInWords } from "../length-of-time.ts";
import { chanceWithin, landingRateOf, medianSearchMonths } from "../moves/landing-rate.ts";
import { knownUnmetShare, levelsAfterHolding } from "../moves/levels-after.ts";
import { plainNameOf } from "../moves/plain-name.ts";
import type { Catalogue, Rung } from "../occupations/catalogue.ts";
import { employerCause } from "./failure-causes.ts";
import { type LadderPlace, STEP_UP_HOURS_A_WEEK } from "./ladder-steps.ts";
import type { Stage } from "./route.ts";
import { type RouteStep, SEARCH_HOURS, SEARCH_WINDOW_MONTHS } from "./route-step.ts";
import { withoutPreparation } from "./without-preparation.ts";

/** Returns the rungs of an occupation, the lowest first. */
export function rungsOf(catalogue: Catalogue, row: number): readonly Rung[] {
  return catalogue.rungs
    .filter((rung) => rung.occupation === row)
    .sort((a, b) => a.order - b.order);
}

/** Returns the rung that a title shows: the highest whose words it has, else the one without words. */
export function rungOfTitle(rungs: readonly Rung[], title: string): Rung | undefined {
  return rungNamedIn(rungs, title) ?? rungs.find((rung) => rung.titleWords.length === 0);
}

function rungNamedIn(rungs: readonly Rung[], title: string): Rung | undefined {
  const words = new Set(wordsOf(title));
  return rungs
    .filter((rung) => rung.titleWords.some((word) => words.has(word.toLowerCase())))
    .reduce<Rung | undefined>(
      (high, rung) => (high === undefined || rung.order > high.order ? rung : high),
      undefined,
    );
}

/**
 * Returns the rung that whoever comes from elsewhere begins on: the one without words of its own, else the
 * lowest. Assumption: who comes with the experience asked for begins where most who do the work stand.
 */
export function entryRungOf(rungs: readonly Rung[]): Rung | undefined {
  return rungs.find((rung) => rung.titleWords.length === 0) ?? rungs[0];
}

/**
 * Returns the rung above the entry that a goal's title asks for; undefined when it asks for none. A word that
 * the occupation's own name has ("general" of general managers) asks for nothing.
 */
export function wantedRungOf(catalogue: Catalogue, row: number, title: string): Rung | undefined {
  const rungs = rungsOf(catalogue, row);
  const own = new Set([
    ...wordsOf(catalogue.titles[row] ?? ""),
    ...wordsOf(plainNameOf(catalogue, row)),
  ]);
  const said = wordsOf(title)
    .filter((word) => !own.has(word))
    .join(" ");
  const named = rungNamedIn(rungs, said);
  const entry = entryRungOf(rungs);
  return named !== undefined && entry !== undefined && named.order > entry.order
    ? named
    : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

/** Words of rungs' names that say which, and not of what. */
const ADJECTIVES = new Set(
  "senior lead general junior principal qualified newly master regular certified or".split(" "),
);

/** Returns the rung as one person on it is called: "senior or lead medical secretary", "senior administrator". */
export function rungInWords(catalogue: Catalogue, rung: Rung): string {
  const name = lowerFirst(rung.name);
  const says = wordsOf(name).every((word) => ADJECTIVES.has(word));
  const plain = plainNameOf(catalogue, rung.occupation);
  if (rung.titleWords.length === 0 && says) return plain;
  return says ? `${name} ${plain}` : name;
}

export interface RungQuestion {
  readonly catalogue: Catalogue;
  /** Its `rung` is the id of a rung of the occupation held there; undefined for the entry rung. */
  readonly from: LadderPlace;
  /** Subjects answered with no, as in Refusal.subject. */
  readonly refusals: ReadonlySet<string>;
}

export interface RungStep {
  /** Id of the rung stepped up to. */
  readonly rung: string;
  readonly toRow: number;
  readonly step: RouteStep & { readonly after: LadderPlace };
}

/**
 * Returns the step to the next rung of the occupation held there: at most one, empty on the highest. Today's
 * own months in the occupation count towards the usual time; after a move they begin anew.
 */
export function rungSteps(question: RungQuestion): readonly RungStep[] {
  const { catalogue, from, refusals } = question;
  const { row } = from;
  if (row === undefined) return [];
  const rungs = rungsOf(catalogue, row);
  const present = rungs.find((rung) => rung.id === from.rung) ?? entryRungOf(rungs);
  const next = rungs.find((rung) => rung.order > (present?.order ?? 0));
  if (present === undefined || next === undefined) return [];
  const held = from.isStone ? 0 : (from.standing.monthsByRow.get(row) ?? 0);
  const months = Math.max(0, next.usualMonthsBefore - held);
  if (months >= 0.5 && refusals.has(`hold:${catalogue.ids[row] ?? ""}`)) return [];
  return [{ rung: next.id, toRow: row, step: rungStep(question, { row, next, held, months }) }];
}

interface UpTo {
  readonly row: number;
  readonly next: Rung;
  readonly held: number;
  readonly months: number;
}

function rungStep({ catalogue, from }: RungQuestion, up: UpTo): RungStep["step"] {
  const { row, next, held, months } = up;
  const { standing } = from;
  const levels =
    months <= 0 ? standing.levels : levelsAfterHolding(catalogue, standing.levels, row, months);
  const landing = landingRateOf({
    catalogue,
    row,
    fit: 1 - knownUnmetShare(catalogue, row, from.isStone ? levels : standing.levels),
    missingMonths: 0,
    neededMonths: 0,
    schoolingMissing: false,
  });
  const chance = chanceWithin(landing.likely, SEARCH_WINDOW_MONTHS);
  const name = rungInWords(catalogue, next);
  const id = catalogue.ids[row] ?? "";
  const loss = employerCause(
    from.isStone ? `new:${id}` : (standing.presentOrganisations[0] ?? "present"),
    from.isStone
      ? "The position is lost before it has lasted long enough for the step up"
      : "Your present position is lost before it has lasted long enough",
    months,
  );
  const none = { low: 0, likely: 0, high: 0 };
  const base = { occupationId: id, credentialIds: [], shortfalls: [], money: none };
  const stages: Omit<Stage, "id">[] = [];
  if (months >= 0.5) {
    const hours = months * WEEKS_A_MONTH * STEP_UP_HOURS_A_WEEK;
    stages.push({
      ...base,
      kind: "hold",
      title: from.isStone ? `Grow into ${name} there` : `Grow into ${name} where you are`,
      months: { low: months * 0.6, likely: months, high: months * 1.4 },
      hours: { low: hours * 0.5, likely: hours, high: hours * 1.5 },
      chance: 1 - loss.chance,
      causes: [loss],
      explanation: [
        `People usually spend ${monthsInWords(next.usualMonthsBefore)} before it (${lowerFirst(next.source)})` +
          `${held > 0 ? `; you have ${monthsInWords(held)}` : ""}.`,
      ],
    });
  }
  stages.push({
    ...base,
    kind: "move",
    title: `Step up to ${name}`,
    months: {
      low: Math.min(SEARCH_WINDOW_MONTHS, medianSearchMonths(landing.high)),
      likely: Math.min(SEARCH_WINDOW_MONTHS, medianSearchMonths(landing.likely)),
      high: SEARCH_WINDOW_MONTHS,
    },
    hours: SEARCH_HOURS,
    chance,
    causes: [
      {
        id: `market:${id}/${next.id}`,
        label: `No opening as ${name} within ${SEARCH_WINDOW_MONTHS} months`,
        chance: 1 - chance,
        source: "assumption",
      },
    ],
    explanation: landing.explanation,
  });
  return {
    stages,
    ...withoutPreparation({ catalogue, standing, row }),
    landing,
    monthsBefore: {
      low: stages.reduce((sum, stage) => sum + stage.months.low, 0),
      likely: stages.reduce((sum, stage) => sum + stage.months.likely, 0),
      high: stages.reduce((sum, stage) => sum + stage.months.high, 0),
    },
    after: {
      standing:
        months <= 0
          ? standing
          : {
              ...standing,
              levels,
              monthsByRow: new Map(standing.monthsByRow).set(
                row,
                (standing.monthsByRow.get(row) ?? 0) + months,
              ),
            },
      row,
      isStone: true,
      isHeld: true,
      rung: next.id,
    },
  };
}
