// One step up inside an organisation, on the ladder that the person described: stay until it is usual to
// move, then take a position when one opens. What an opening is worth is gaps/headroom.ts's.

import { WEEKS_A_MONTH } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import { HEADROOM_YEARS, headroomOf, headroomRate } from "../gaps/headroom.ts";
import { monthsInWords } from "../length-of-time.ts";
import { moneyInWords, type ThreePoint } from "../money.ts";
import { levelsAfterHolding } from "../moves/levels-after.ts";
import type { LandingRate } from "../moves/move.ts";
import { licencesOf } from "../moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { LadderRung } from "../record/organisation-ladder.ts";
import { type PlacedLadder, titleKeyOf } from "../record/placed-ladders.ts";
import { organisationKeyOf } from "../record/stays.ts";
import { employerCause } from "./failure-causes.ts";
import type { FailureCause, Stage } from "./route.ts";
import type { Place, RouteStep } from "./route-step.ts";
import { INSIDE_CAUSE } from "./step-up.ts";
import { withoutPreparation } from "./without-preparation.ts";

/** Assumption: months that people stay on a rung before the next, where the person has not said. */
export const USUAL_MONTHS_ON_RUNG = 24;

/** Assumption: hours of one's own towards a step up: talks, a project, the case for it. */
export const STEP_UP_HOURS_A_WEEK = 1;

/** Assumption: hours of one's own in applying where one is known. */
const APPLYING_INSIDE_HOURS: ThreePoint = { low: 5, likely: 10, high: 20 };

/** Months within which a step up is looked for; beyond it a backup is due. */
const INSIDE_WINDOW_MONTHS = 12 * HEADROOM_YEARS;

/** A place inside an organisation: the rung stood on, as in InsideStep.rung. */
export interface LadderPlace extends Place {
  readonly rung?: string;
}

export interface InsideQuestion {
  readonly catalogue: Catalogue;
  readonly ladders: readonly PlacedLadder[];
  readonly from: LadderPlace;
  /** Subjects answered with no, as in Refusal.subject. */
  readonly refusals: ReadonlySet<string>;
}

export interface InsideStep {
  /** The rung stepped up to: the organisation and the place on its ladder. */
  readonly rung: string;
  readonly toRow: number;
  readonly step: RouteStep & { readonly after: LadderPlace };
}

/** Returns the organisation as it stands inside a sentence: "a family practice", "Elm Street Surgery". */
export function nameInside({ organisation }: PlacedLadder): string {
  return organisation.replace(/^(?:An?|The) /, (article) => article.toLowerCase());
}

/** Returns the rung's name in a place. */
export function rungKeyOf(ladder: PlacedLadder, index: number): string {
  return `${organisationKeyOf(ladder.organisation)}:${index}`;
}

/**
 * Returns the steps up from there, one for each ladder that has a rung above. None from a position in
 * another organisation, to a rung of which none opens, that is refused, or whose licence is not held: the
 * law is no matter of openings. A rung of unknown occupation counts as the one below it.
 */
export function insideSteps(question: InsideQuestion): readonly InsideStep[] {
  const { from, ladders } = question;
  return ladders.flatMap((ladder) => {
    const index = standsOn(ladder, from);
    const next = index === undefined ? undefined : ladder.rungs[index + 1];
    if (index === undefined || next === undefined) return [];
    const step = stepUp(question, { ladder, index, next });
    return step === undefined ? [] : [step];
  });
}

function standsOn(ladder: PlacedLadder, from: LadderPlace): number | undefined {
  if (from.rung === undefined) return from.isStone ? undefined : ladder.heldRung;
  const index = ladder.rungs.findIndex((_, i) => rungKeyOf(ladder, i) === from.rung);
  return index < 0 ? undefined : index;
}

interface StepUp {
  readonly ladder: PlacedLadder;
  readonly index: number;
  readonly next: LadderRung;
}

function stepUp(question: InsideQuestion, up: StepUp): InsideStep | undefined {
  const { catalogue, from, refusals } = question;
  const { ladder, index, next } = up;
  const heldRow = rowOfRung(catalogue, ladder.rungs[index]) ?? from.row;
  const toRow = rowOfRung(catalogue, next) ?? heldRow;
  if (heldRow === undefined || toRow === undefined) return undefined;
  const [heldId, toId] = [catalogue.ids[heldRow] ?? "", catalogue.ids[toRow] ?? ""];
  if (toRow !== heldRow && refusals.has(`occupation:${toId}`)) return undefined;
  if (licencesOf(catalogue, toRow).some((one) => !from.standing.heldLicences.has(one.name)))
    return undefined;
  const headroom = headroomOf(next);
  const rate = headroomRate(headroom.openingsAYear, headroom.othersWanting) / 12;
  if (!(rate > 0)) return undefined;
  const stay = stayBefore(up, from);
  const isHeld = stay.months >= 0.5;
  if (isHeld && refusals.has(`hold:${heldId}`)) return undefined;

  const landing: LandingRate = {
    low: rate,
    likely: rate,
    high: rate,
    explanation: [headroom.inWords],
  };
  const wait = waitFor(rate);
  const loss = employerCause(
    employerOf(ladder, from),
    "Your present position is lost before the step up has come",
    stay.months + wait.likely,
  );
  const opening: FailureCause = {
    id: `${INSIDE_CAUSE}${organisationKeyOf(ladder.organisation)}/${titleKeyOf(next.title)}`,
    label: `No opening as ${lowerFirst(next.title)} comes your way at ${nameInside(ladder)} within two years`,
    chance: 1 - headroom.chance,
    source: headroom.isAssumed ? "assumption" : "what you said of it",
  };
  const base = { credentialIds: [], shortfalls: [], money: NOTHING };
  const stages: Omit<Stage, "id">[] = [];
  if (isHeld)
    stages.push({
      ...base,
      ...holdStage(up, stay, heldId),
      chance: 1 - loss.chance,
      causes: [loss],
    });
  const causes = isHeld ? [opening] : [opening, loss];
  stages.push({
    ...base,
    kind: "move",
    title: `Step up to ${lowerFirst(next.title)} where you are`,
    occupationId: toId,
    months: wait,
    hours: APPLYING_INSIDE_HOURS,
    chance: causes.reduce((product, cause) => product * (1 - cause.chance), 1),
    causes,
    explanation: [
      headroom.inWords,
      "Everyone who wants it is taken as equally likely to get it (assumption); ask what was decisive the last time.",
      ...(next.annualPay === undefined
        ? []
        : [`You say that it pays ${moneyInWords(next.annualPay)} a year.`]),
      ...(next.note === undefined ? [] : [`Your note: ${next.note}`]),
    ],
  });
  const rung = rungKeyOf(ladder, index + 1);
  return {
    rung,
    toRow,
    step: {
      stages,
      ...withoutPreparation({ catalogue, standing: from.standing, row: toRow }),
      landing,
      monthsBefore: pointwise((point) =>
        stages.reduce((sum, stage) => sum + stage.months[point], 0),
      ),
      after: {
        standing: {
          ...from.standing,
          ...after(catalogue, from, heldRow, stay.months),
          presentRows: [toRow],
        },
        row: toRow,
        isStone: true,
        isHeld: true,
        rung,
      },
    },
  };
}

/** Returns the rung's row in the catalogue; undefined where its occupation is not known. */
export function rowOfRung(catalogue: Catalogue, rung: LadderRung | undefined): number | undefined {
  const row = rung?.occupationId === undefined ? -1 : rowOf(catalogue, rung.occupationId);
  return row < 0 ? undefined : row;
}

/** The employer as the standing spells it, so that routes that stay with it share its loss. */
function employerOf(ladder: PlacedLadder, from: Place): string {
  const key = organisationKeyOf(ladder.organisation);
  return from.standing.presentOrganisations.find((name) => organisationKeyOf(name) === key) ?? key;
}

interface Stay {
  readonly months: number;
  readonly usual: number;
  readonly held: number;
}

function stayBefore({ ladder, next }: StepUp, from: LadderPlace): Stay {
  const usual = next.usualMonthsBefore ?? USUAL_MONTHS_ON_RUNG;
  const held = from.rung === undefined ? ladder.monthsHeld : 0;
  return { months: Math.max(0, usual - held), usual, held };
}

function holdStage(
  { ladder, index, next }: StepUp,
  { months, usual, held }: Stay,
  occupationId: string,
): Pick<Stage, "kind" | "title" | "occupationId" | "months" | "hours" | "explanation"> {
  const hours = months * WEEKS_A_MONTH * STEP_UP_HOURS_A_WEEK;
  const said = next.usualMonthsBefore !== undefined;
  const rung = lowerFirst(ladder.rungs[index]?.title ?? "");
  return {
    kind: "hold",
    title:
      index === ladder.heldRung
        ? `Grow towards ${lowerFirst(next.title)} where you are`
        : `Work as ${rung} and grow towards ${lowerFirst(next.title)}`,
    occupationId,
    months: { low: months * 0.6, likely: months, high: months * 1.4 },
    hours: { low: hours * 0.5, likely: hours, high: hours * 1.5 },
    explanation: [
      `${said ? "You say that people stay" : "People are taken to stay"} about ${monthsInWords(usual)} ` +
        `before it${said ? "" : " (assumption; yours to say)"}` +
        `${held >= 0.5 ? `; you have ${monthsInWords(held)}` : ""}.`,
    ],
  };
}

/** Months until one is theirs, never beyond the window: a quarter have it by low, half by likely. */
function waitFor(rate: number): ThreePoint {
  const within = (share: number): number =>
    Math.min(INSIDE_WINDOW_MONTHS, -Math.log(1 - share) / rate);
  return { low: within(0.25), likely: within(0.5), high: INSIDE_WINDOW_MONTHS };
}

function after(catalogue: Catalogue, from: Place, heldRow: number, months: number) {
  const { levels, monthsByRow } = from.standing;
  if (months <= 0) return { levels, monthsByRow };
  return {
    levels: levelsAfterHolding(catalogue, levels, heldRow, months),
    monthsByRow: new Map(monthsByRow).set(heldRow, (monthsByRow.get(heldRow) ?? 0) + months),
  };
}

/**
 * Returns a sentence for each step up that is under even by what the person said of it: "Office manager:
 * with one opening in 3 years …". Empty for none.
 */
export function redFlagsOf(
  ladders: readonly PlacedLadder[],
  stages: readonly Pick<Stage, "causes">[],
): readonly string[] {
  const causes = new Set(stages.flatMap((stage) => stage.causes.map((cause) => cause.id)));
  return ladders.flatMap((ladder) =>
    ladder.rungs.flatMap((rung) => {
      const id = `${INSIDE_CAUSE}${organisationKeyOf(ladder.organisation)}/${titleKeyOf(rung.title)}`;
      const headroom = headroomOf(rung);
      if (!causes.has(id) || !headroom.isRedFlag) return [];
      return [`A red flag for ${lowerFirst(rung.title)}: ${lowerFirst(headroom.inWords)}`];
    }),
  );
}

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

function pointwise(value: (point: keyof ThreePoint) => number): ThreePoint {
  return { low: value("low"), likely: value("likely"), high: value("high") };
}
