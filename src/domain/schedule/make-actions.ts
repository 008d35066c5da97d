// A route's stages and the gaps become things to do, before they have dates. Each says how one sees
// that it is done, which gaps it closes, what must come first, and where its figures are from.

import { isHeldForPay } from "../abilities/held-for-pay.ts";
import type { Standing } from "../abilities/standing.ts";
import { lowerFirst } from "../first-letter.ts";
import type { Gap } from "../gaps/gap.ts";
import type { Given } from "../interview/question.ts";
import { addThreePoints, type ThreePoint } from "../money.ts";
import { withCredentialArticle } from "../moves/credential-in-sentence.ts";
import { elementPhrase } from "../moves/element-phrases.ts";
import { USUAL_LANDING_RATE } from "../moves/landing-rate.ts";
import { licencesOf } from "../moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import type { Goal } from "../record/goal.ts";
import type { Route, Stage } from "../routes/route.ts";
import { BESIDE, SEARCH_HOURS, SEARCH_WINDOW_MONTHS } from "../routes/route-step.ts";
import { isStepUp } from "../routes/step-up.ts";
import { ACTION_TEMPLATES, withHelp } from "./action-templates.ts";
import { answeredActions, givenAnswers, reimbursementSaid } from "./answered-actions.ts";
import { closeEveryGap } from "./close-gaps.ts";
import { compassActions } from "./compass-actions.ts";
import { actionsForCredential, licenceAction } from "./credential-actions.ts";
import { houseMoveActions } from "./house-move.ts";
import { withOwnActions } from "./own-actions.ts";
import type { Action } from "./plan.ts";
import { onePersonOf } from "./plan-in-words.ts";

/** What an answer of the interview leaves to find out, and the talk about it does. */
const REIMBURSEMENT_GAP = "find-out:reimburses";

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };
/** Assumption: a first talk with someone who does the work: finding them, meeting, writing it down. */
export const TALK_HOURS: ThreePoint = { low: 1, likely: 2, high: 4 };
/** Assumption: from the first to whom one says it to somebody's yes takes a month; nothing else waits for it. */
const MENTOR_MONTHS = 1;
/** Assumption: from the question to the employer's answer in writing; only what is to be paid for waits for it. */
const ANSWER_MONTHS = 0.5;
/** Assumption: asking one's employer something and noting the answer. */
export const ASK_HOURS: ThreePoint = { low: 1, likely: 1, high: 2 };
/** Assumption: a résumé and letters made ready for one kind of work. */
export const PREPARE_SEARCH_HOURS: ThreePoint = { low: 5, likely: 10, high: 20 };
/** Assumption: what a small project that practises one element takes when no course covers it. */
export const PROJECT_HOURS: ThreePoint = { low: 15, likely: 30, high: 60 };
/** Assumption: practice below these hours is not worth a project of its own. */
export const LEAST_PROJECT_HOURS = 20;
/** More practice projects than this in one stage are too many to follow. */
export const MOST_PROJECTS_A_STAGE = 3;
/** Assumption: study of so many hours is worth a look at the work first, and what that look takes. */
export const TRY_FROM_HOURS = 1000;
export const TRY_HOURS: ThreePoint = { low: 4, likely: 8, high: 24 };
/** Assumption: what one thing at work takes beyond what it would have taken anyway. */
export const TASK_HOURS: ThreePoint = { low: 4, likely: 8, high: 20 };
/** Assumption: a search is never planned on a lower monthly rate than this, 1 in 50. */
export const LEAST_LANDING_RATE = 0.02;
/** Practice of fewer hours than this is part of the rest. */
const LEAST_PRACTICE_HOURS = 5;

/** What most actions are: no hours, no fee, nothing to wait for, at any time of day. */
const PLAIN = {
  closesGapIds: [],
  hours: NOTHING,
  money: NOTHING,
  minimumMonths: 0,
  waitWeeks: NOTHING,
  after: [],
  daytime: false,
  source: "assumption",
} as const;

export interface ActionInputs {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly gaps: readonly Gap[];
  readonly route: Route;
  readonly goal: Goal;
}

interface Draft {
  readonly actions: Action[];
  /** Everything of the present stretch waits for these: the last move, or the opening talk. */
  gate: readonly string[];
  /** The last credential of the present stretch. */
  lastCredential: string | undefined;
  /** The credential that the employer is asked to pay towards; it waits for the answer. */
  paidFor: string | undefined;
  /** What the next move waits for. */
  beforeMove: string[];
}

/**
 * Returns what to do for the route, in an order that respects what comes first: a small talk to begin
 * with, then the stages, and what the person added or changed. A hold and the preparation for the next move run side by side; the move waits
 * for both. Every gap is closed by at least one action. A route without stages gives no action.
 */
export function makeActions(inputs: ActionInputs): readonly Action[] {
  const { route } = inputs;
  if (route.stages.length === 0) return [];
  const draft: Draft = {
    actions: [],
    gate: [],
    lastCredential: undefined,
    beforeMove: [],
    paidFor: undefined,
  };
  const given = givenAnswers(inputs);
  openingActions(inputs, draft, given);
  let inPresentPosition = Number.POSITIVE_INFINITY;
  route.stages.forEach((stage, index) => {
    switch (stage.kind) {
      case "prepare":
        prepareActions(inputs, draft, stage);
        break;
      case "hold":
        holdActions(draft, stage, monthsBeside(route.stages, index));
        break;
      case "serve":
        serveActions(draft, stage);
        break;
      case "move":
        inPresentPosition = Math.min(inPresentPosition, draft.actions.length);
        moveActions(inputs, draft, stage);
        break;
    }
  });
  taskAtWork(inputs, draft);
  const goalStageIds = new Set(
    route.stages
      .filter((stage) => stage.occupationId === inputs.goal.occupationId)
      .map((stage) => stage.id),
  );
  const actions = draft.actions.map((drafted, place) => {
    const action = drafted.id === `credential:${draft.paidFor}` ? afterAnswer(drafted) : drafted;
    const back = place < inPresentPosition ? reimbursementSaid(action, given) : undefined;
    return back === undefined ? action : { ...action, reimbursement: back };
  });
  // What is wanted otherwise has steps of its own, which close nothing of the goal's.
  const wished = compassActions(inputs.gaps, route.stages[0]?.id ?? "");
  const ofGoal = inputs.gaps.filter(({ id }) => !wished.some((one) => one.id === id));
  const closing = [...closeEveryGap(ofGoal, actions, goalStageIds), ...wished];
  return withOwnActions(closing.map(withHelp), inputs.goal.ownActions ?? []).map((action) => ({
    ...action,
    hours: wholePoints(action.hours),
    money: wholePoints(action.money),
  }));
}

function afterAnswer(action: Action): Action {
  return { ...action, after: [...action.after, "talk:reimbursement"] };
}

function openingActions(
  { catalogue, standing, gaps, route, goal }: ActionInputs,
  draft: Draft,
  given: Given,
): void {
  const first = route.stages[0] as Stage;
  const who = given.get("whom");
  draft.actions.push({
    ...PLAIN,
    id: "talk:first",
    kind: "talk",
    title: isHeldForPay(catalogue, standing, rowOf(catalogue, goal.occupationId))
      ? "Talk with someone who is a step above you in the same work"
      : `Talk with someone who already works as ${onePersonOf(catalogue, goal.occupationId)}`,
    doneWhen: "You have talked, and noted three things that you did not know",
    stageId: first.id,
    hours: TALK_HOURS,
    ...(who?.choice === "one" && who.words !== undefined ? { whoHelps: who.words } : {}),
  });
  draft.gate = ["talk:first"];
  draft.actions.push({
    ...PLAIN,
    id: "talk:mentor",
    kind: "talk",
    title: "Find a mentor: someone ahead of you on this way, who looks at yours every few months",
    doneWhen: "Someone has said yes, and the first day stands",
    stageId: first.id,
    hours: TALK_HOURS,
    minimumMonths: MENTOR_MONTHS,
    after: ["talk:first"],
  });
  const paidFor = route.stages
    .flatMap((stage) => stage.credentialIds)
    .map((id) => credentialOf(catalogue, id))
    .find((template) => template !== undefined && template.money.likely > 0);
  const asks =
    paidFor !== undefined &&
    standing.presentOrganisations.length > 0 &&
    given.get("reimburses")?.choice !== "no";
  const said = gaps.filter(({ id }) => !asks || id !== REIMBURSEMENT_GAP);
  draft.actions.push(...answeredActions(said, first.id));
  if (!asks) return;
  const pays = given.get("reimburses")?.choice === "yes";
  draft.actions.push({
    ...PLAIN,
    id: "talk:reimbursement",
    kind: "talk",
    title: `${pays ? "Get in writing what your employer pays" : "Ask your employer whether it pays"} towards ${withCredentialArticle(paidFor.name)}`,
    doneWhen: pays
      ? "You have the share and the conditions in writing"
      : "You have a yes or a no, and the conditions in writing",
    stageId: first.id,
    closesGapIds: [REIMBURSEMENT_GAP],
    hours: ASK_HOURS,
    minimumMonths: ANSWER_MONTHS,
    after: ["talk:first"],
  });
  draft.paidFor = paidFor.id;
}

/** A day of the work itself, before years of study for it. */
function tryOut({ catalogue, standing }: ActionInputs, draft: Draft, stage: Stage): void {
  const hours = stage.credentialIds
    .map((id) => credentialOf(catalogue, id)?.hours.likely ?? 0)
    .reduce((sum, likely) => sum + likely, 0);
  const isHeld = isHeldForPay(catalogue, standing, rowOf(catalogue, stage.occupationId));
  if (isHeld || hours < TRY_FROM_HOURS || draft.actions.some(({ id }) => id.startsWith("try:"))) {
    return;
  }
  const id = `try:${stage.occupationId}`;
  draft.actions.push({
    ...PLAIN,
    id,
    kind: "volunteering",
    title: `See the work before years of study: a day beside ${onePersonOf(catalogue, stage.occupationId)}, or some hours of unpaid work there`,
    doneWhen: "You have seen a whole day of it, and know whether you still want it",
    stageId: stage.id,
    hours: TRY_HOURS,
    after: draft.gate,
  });
  draft.gate = [id];
}

/**
 * Where the way has no practice of its own, one thing at work for the largest skill that is short: what is
 * done there is seen by who decides. Not where years of study come first: nobody lends such work out.
 */
function taskAtWork({ catalogue, standing, gaps }: ActionInputs, draft: Draft): void {
  if (standing.presentOrganisations.length === 0) return;
  if (draft.actions.some(({ kind }) => kind === "practice" || kind === "hold")) return;
  if (draft.actions.some(({ id }) => id.startsWith("try:"))) return;
  const groups = new Map(catalogue.elements.map((element) => [element.id, element]));
  const element = gaps
    .filter(({ kind, unknown }) => kind === "skill" && !unknown)
    .map(({ id }) => groups.get(id.replace(/^skill:/, "")))
    .find((one) => one !== undefined && one.group !== "ability");
  const first = draft.actions[0];
  if (element === undefined || first === undefined) return;
  const id = `task:${element.id}`;
  const search = draft.actions.findIndex((action) => action.id.startsWith("prepare-search:"));
  const prepare = draft.actions[search];
  if (prepare !== undefined) draft.actions[search] = { ...prepare, after: [...prepare.after, id] };
  draft.actions.push({
    ...PLAIN,
    id,
    kind: "project",
    title: `Take on one thing at work that needs ${elementPhrase(element)}, and keep what comes of it`,
    doneWhen: ACTION_TEMPLATES.project.doneWhen,
    stageId: first.stageId,
    closesGapIds: [`skill:${element.id}`],
    hours: TASK_HOURS,
    after: [first.id],
  });
}

function prepareActions(inputs: ActionInputs, draft: Draft, stage: Stage): void {
  const { catalogue } = inputs;
  const setting = { stageId: stage.id, closesGapIds: [] };
  let credentialHours: ThreePoint = NOTHING;
  if (draft.lastCredential === undefined) tryOut(inputs, draft, stage);
  for (const id of stage.credentialIds) {
    const template = credentialOf(catalogue, id);
    if (template === undefined || draft.actions.some((known) => known.id === `credential:${id}`)) {
      continue;
    }
    credentialHours = addThreePoints([credentialHours, template.hours]);
    const after = draft.lastCredential === undefined ? draft.gate : [draft.lastCredential];
    draft.actions.push(...actionsForCredential(template, { ...setting, after }));
    draft.lastCredential = `credential:${id}`;
    draft.beforeMove.push(draft.lastCredential);
  }
  practiceActions(catalogue, draft, stage, credentialHours);
  licencePaperwork(inputs, draft, stage);
}

/** The stage's hours that no credential explains are practice, by its largest shortfalls. */
function practiceActions(
  catalogue: Catalogue,
  draft: Draft,
  stage: Stage,
  credentialHours: ThreePoint,
): void {
  const left = {
    low: Math.max(0, stage.hours.low - credentialHours.low),
    likely: Math.max(0, stage.hours.likely - credentialHours.likely),
    high: Math.max(0, stage.hours.high - credentialHours.high),
  };
  const worth = Math.max(1, Math.floor(left.likely / LEAST_PROJECT_HOURS));
  // Nobody sets out to practise an ability (hearing, memory): what is known and done is practised.
  const groups = new Map(catalogue.elements.map((element) => [element.id, element.group]));
  const shortfalls = stage.shortfalls
    .filter((one) => groups.get(one.elementId) !== "ability")
    .slice(0, Math.min(MOST_PROJECTS_A_STAGE, worth));
  const fromStage = left.likely >= LEAST_PRACTICE_HOURS;
  if (!fromStage && stage.credentialIds.length > 0) return;
  if (!fromStage && shortfalls.length === 0) return;
  const weight = shortfalls.reduce((sum, shortfall) => sum + shortfall.weight, 0);
  const pieces =
    shortfalls.length === 0
      ? [{ id: "general", name: undefined, share: 1 }]
      : shortfalls.map((shortfall) => ({
          id: shortfall.elementId,
          name: shortfall.element,
          share: weight > 0 ? shortfall.weight / weight : 1 / shortfalls.length,
        }));
  for (const piece of pieces) {
    const id = freeId(draft, `practice:${piece.id}`, stage);
    draft.actions.push({
      ...PLAIN,
      id,
      kind: "practice",
      title:
        piece.name === undefined
          ? `Practise for it: ${lowerFirst(stage.title)}`
          : practiceTitle(catalogue, draft, stage, piece.id, piece.name),
      doneWhen: "You have something to show for it: a piece of work, or a course finished",
      stageId: stage.id,
      closesGapIds: piece.name === undefined ? [] : [`skill:${piece.id}`],
      hours: fromStage ? scaled(left, piece.share) : PROJECT_HOURS,
      after: draft.gate,
      source: fromStage ? (stage.explanation[0] ?? "assumption") : "assumption",
    });
    draft.beforeMove.push(id);
  }
}

/** What one knows is studied, what one can do is practised; the second time at the next level. */
function practiceTitle(
  catalogue: Catalogue,
  draft: Draft,
  stage: Stage,
  elementId: string,
  element: string,
): string {
  const group = catalogue.elements.find((one) => one.id === elementId)?.group;
  const phrase = elementPhrase({ id: elementId, name: element });
  const again = draft.actions.some((action) => action.id.startsWith(`practice:${elementId}:`))
    ? `, now as ${onePersonOf(catalogue, stage.occupationId)} needs it,`
    : "";
  return group === "knowledge"
    ? `Learn more about ${phrase}${again.replace(/,$/, "")}: a short course, or a book worked through`
    : `Practise ${phrase}${again} in a small project of your own`;
}

function scaled(points: ThreePoint, share: number): ThreePoint {
  const likely = Math.max(1, Math.round(points.likely * share));
  return {
    low: Math.min(likely, Math.round(points.low * share)),
    likely,
    high: Math.max(likely, Math.round(points.high * share)),
  };
}

/** A licence of the stage's occupation that is not held and that none of its credentials is. */
function licencePaperwork({ catalogue, standing }: ActionInputs, draft: Draft, stage: Stage): void {
  const row = rowOf(catalogue, stage.occupationId);
  const earnsLicence = stage.credentialIds.some(
    (id) => credentialOf(catalogue, id)?.kind === "licence",
  );
  const last = draft.lastCredential;
  if (earnsLicence || last === undefined || stage.credentialIds.length === 0) return;
  for (const licence of licencesOf(catalogue, row)) {
    const known = draft.actions.some((action) => action.id === `licence:${licence.name}`);
    if (known || standing.heldLicences.has(licence.name)) continue;
    const setting = { stageId: stage.id, closesGapIds: [], after: [last] };
    const action = licenceAction(licence, setting, licence.exam !== "");
    draft.actions.push(action);
    draft.beforeMove.push(action.id);
  }
}

/** Months of preparing and serving beside a hold, until the next move: its own months are the rest. */
function monthsBeside(stages: readonly Stage[], index: number): number {
  let months = 0;
  for (const stage of stages.slice(index + 1)) {
    if (stage.kind === "move" || stage.kind === "hold") break;
    months += stage.months.likely;
  }
  return months;
}

function holdActions(draft: Draft, stage: Stage, beside: number): void {
  const id = freeId(draft, "hold", stage);
  const talkId = freeId(draft, "talk:review", stage);
  draft.actions.push(
    {
      ...PLAIN,
      id: talkId,
      kind: "talk",
      title: "Raise your goal at the next review, and ask for one thing that helps",
      doneWhen: "Your manager knows the goal, and one thing is agreed",
      stageId: stage.id,
      hours: ASK_HOURS,
      after: draft.gate,
      daytime: true,
    },
    {
      ...PLAIN,
      id,
      kind: "hold",
      title: stage.title.replace(BESIDE, ""),
      doneWhen: "The months are served, and you can name what you did in them",
      stageId: stage.id,
      hours: stage.hours,
      minimumMonths: stage.months.likely + beside,
      after: [talkId],
      source: stage.explanation[0] ?? "assumption",
    },
  );
  draft.beforeMove.push(id);
}

function serveActions(draft: Draft, stage: Stage): void {
  const id = freeId(draft, "serve", stage);
  draft.actions.push({
    ...PLAIN,
    id,
    kind: "volunteering",
    title: stage.title,
    doneWhen: "The hours are served, and someone there would speak for you",
    stageId: stage.id,
    hours: stage.hours,
    minimumMonths: stage.months.likely,
    after: draft.gate,
    source: stage.explanation[0] ?? "assumption",
  });
  draft.beforeMove.push(id);
}

function moveActions(inputs: ActionInputs, draft: Draft, stage: Stage): void {
  const { catalogue, standing, goal } = inputs;
  const row = rowOf(catalogue, stage.occupationId);
  const name = onePersonOf(catalogue, stage.occupationId);
  const isPromotion = isHeldForPay(catalogue, standing, row) || isStepUp(stage);
  const prepareId = freeId(draft, "prepare-search", stage);
  const searchId = freeId(draft, "search", stage);
  const after = draft.beforeMove.length > 0 ? draft.beforeMove : draft.gate;
  const shared = { ...PLAIN, stageId: stage.id };
  const credentialsDone = after.filter((id) => !id.startsWith("licence:"));
  const prepareAfter = credentialsDone.length > 0 ? credentialsDone : after;
  const employersId = freeId(draft, "employers", stage);
  if (!isPromotion) {
    draft.actions.push({
      ...shared,
      id: employersId,
      kind: "employers",
      title: `List employers to watch for work as ${name}`,
      doneWhen: ACTION_TEMPLATES.employers.doneWhen,
      hours: ACTION_TEMPLATES.employers.hours,
      after: prepareAfter,
    });
  }
  const search: Action = {
    ...shared,
    id: searchId,
    kind: "application",
    title: stage.title,
    doneWhen: isPromotion ? "It is agreed in writing" : "You have accepted an offer",
    hours: SEARCH_HOURS,
    landingRate: landingRateOfStage(stage),
    after: [...new Set([prepareId, ...(isPromotion ? [] : [employersId]), ...after])],
    source: stage.explanation[0] ?? "assumption",
  };
  const elsewhere = goal.ownActions?.find(({ id }) => id === searchId)?.elsewhere;
  draft.actions.push(
    {
      ...shared,
      id: prepareId,
      kind: "project",
      title: isPromotion
        ? "Write down your case for it: results, what people say, what you would do"
        : `Make your résumé ready for work as ${name}`,
      doneWhen: "Someone who knows the work has read it",
      hours: PREPARE_SEARCH_HOURS,
      after: prepareAfter,
    },
    search,
    ...(elsewhere === undefined ? [] : houseMoveActions(search, elsewhere)),
  );
  draft.gate = [draft.actions.at(-1)?.id ?? searchId];
  draft.lastCredential = undefined;
  draft.beforeMove = [];
}

/** Returns the monthly rate that the stage's chance within its window means, with its usual range. */
export function landingRateOfStage(stage: Stage): { low: number; likely: number; high: number } {
  const chance = Math.min(0.999, Math.max(0, stage.chance));
  const likely = Math.max(
    LEAST_LANDING_RATE,
    -Math.log(1 - chance) / (stage.months.high || SEARCH_WINDOW_MONTHS),
  );
  const usual = USUAL_LANDING_RATE;
  return {
    low: (likely * usual.low) / usual.likely,
    likely,
    high: (likely * usual.high) / usual.likely,
  };
}

/** Whole numbers, so that what is added up month by month adds up. */
function wholePoints(points: ThreePoint): ThreePoint {
  const likely = Math.round(points.likely);
  return {
    low: Math.min(likely, Math.round(points.low)),
    likely,
    high: Math.max(likely, Math.round(points.high)),
  };
}

/** An id by what it is about, so that it is the same on every route; by its stage when taken. */
function freeId(draft: Draft, prefix: string, stage: Stage): string {
  const id = `${prefix}:${stage.occupationId}`;
  const taken = draft.actions.some((action) => action.id === id);
  return taken ? `${id}:${stage.id}` : id;
}
