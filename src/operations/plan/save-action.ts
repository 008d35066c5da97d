// Keeps a step of the person's own for the plan, or what is different about one of Throughline's. What is not said
// stays as it was. A plan that is made, or made anew (replan), takes it in.

import { z } from "zod";
import type { ThreePoint } from "../../domain/money.ts";
import { withOwnActions } from "../../domain/record/goal-answers.ts";
import {
  isDayOfYear,
  isOwnStep,
  MOST_OWN_ACTIONS,
  OWN_ID,
  type OwnAction,
  type Reimbursement,
} from "../../domain/record/own-action.ts";
import {
  areSessions,
  inOrderOfWeek,
  MOST_SESSION_WEEKS,
  MOST_SESSIONS,
  makeSession,
  parseSession,
  type Sessions,
} from "../../domain/record/sessions.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import { ACTION_KINDS } from "../../domain/schedule/action-kind.ts";
import { ACTION_TEMPLATES } from "../../domain/schedule/action-templates.ts";
import { waitsFor } from "../../domain/schedule/own-actions.ts";
import type { ScheduledAction } from "../../domain/schedule/plan.ts";
import { operation } from "../operation.ts";
import type { Problem } from "../problem-text.ts";
import { goalSchema, ownActionSchema } from "../record/record-schema.ts";
import { plannedActionsOf } from "./planned-actions.ts";

/** A working life has 720 months and some 3,000 weeks; more is a slip. */
const MOST_MONTHS = 720;
const MOST_WEEKS = 1000;
const MOST_HOURS = 20_000;
const LONGEST_PLACE = 100;
const MOST_MONEY = 1_000_000;
/** Where only the likely figure is said: assumption, as wide as most of the catalogue's own ranges. */
const USUAL_RANGE = { low: 0.7, high: 1.5 };

const text = z.string().trim().min(1);
const texts = z.array(text).max(20);
const hours = z.number().nonnegative().max(MOST_HOURS).optional();
const money = z.number().nonnegative().max(MOST_MONEY).optional();
const months = z.number().nonnegative().max(MOST_MONTHS).optional();
const weeks = z.number().nonnegative().max(MOST_WEEKS).optional();

const saveActionInput = z.object({
  title: text.optional().meta({ description: "What is to be done", positional: true }),
  kind: z.enum(ACTION_KINDS).optional().meta({
    description: "What kind of step it is; a project when not said",
  }),
  id: z.string().optional().meta({
    description: "Id of the plan's step to change (show-plan); without it a new step of your own",
  }),
  doneWhen: text.optional().meta({ description: "How one sees that it is done" }),
  whoHelps: text.optional().meta({ description: "Who can help with it" }),
  questions: texts.optional().meta({ description: "What to ask, for a talk" }),
  hours: hours.meta({ description: "Your own hours, likely" }),
  hoursLow: hours.meta({ description: "The same if all goes well" }),
  hoursHigh: hours.meta({ description: "The same if much goes wrong" }),
  money: money.meta({ description: "Fees, likely, in the catalogue's currency" }),
  moneyLow: money.meta({ description: "The same at best" }),
  moneyHigh: money.meta({ description: "The same at worst" }),
  months: months.meta({ description: "Calendar months it takes at least" }),
  waitWeeks: weeks.meta({ description: "Weeks to wait after it, likely" }),
  waitWeeksLow: weeks.meta({ description: "The same at best" }),
  waitWeeksHigh: weeks.meta({ description: "The same at worst" }),
  terms: z
    .array(z.string().refine(isDayOfYear, "must be a day of the year such as 09-01"))
    .max(24)
    .optional()
    .meta({
      description: "Days of each year on which alone it can begin, such as 09-01; any day for none",
    }),
  elsewhere: z.string().trim().max(LONGEST_PLACE).optional().meta({
    description:
      "Of a search: the place, where the position is elsewhere; a home there and the move are then planned. Empty where it is not",
  }),
  sessions: z.array(text).max(MOST_SESSIONS).optional().meta({
    description:
      'Classes at fixed hours of each week from its first day on, such as "tue 18:00-20:00"; none takes them out',
  }),
  sessionWeeks: z.int().min(1).max(MOST_SESSION_WEEKS).optional().meta({
    description: "For how many weeks the classes go on",
  }),
  after: z.array(z.string()).optional().meta({
    description: "Ids of the steps that come first, instead of those it has; none for no step",
  }),
  paidBackShare: z.number().min(0).max(1).optional().meta({
    description: "Share of the money that your employer pays back, 0 to 1",
  }),
  paidBackMost: money.meta({ description: "The most that it pays back" }),
  paidBackAfterMonths: months.meta({
    description: "Months from the end of the step until it is paid back",
  }),
  stayMonths: months.meta({
    description: "Months you must stay afterwards, or pay it back",
  }),
});
type SaidAction = z.output<typeof saveActionInput>;

export const saveAction = operation({
  input: saveActionInput,
  output: z.object({ action: ownActionSchema, goal: goalSchema }),
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    const goal = (await store.listGoals(personId)).at(-1);
    if (goal === undefined) return fail({ code: "goal/none" });
    const known = goal.ownActions ?? [];
    const former = known.find(({ id }) => id === input.id);
    const planned = await plannedActionsOf(context);
    if (!planned.ok) return planned;
    const ids = new Set([...known, ...planned.value].map(({ id }) => id));
    const stranger = [...(input.id === undefined ? [] : [input.id]), ...(input.after ?? [])].find(
      (id) => !ids.has(id),
    );
    if (stranger !== undefined)
      return fail({ code: "action/unknown", text: stranger, known: [...ids] });
    if (former === undefined && known.length >= MOST_OWN_ACTIONS) {
      return fail({ code: "action/too-many", most: MOST_OWN_ACTIONS });
    }
    const id = input.id ?? `${OWN_ID}${context.newId()}`;
    const stands = planned.value.find((action) => action.id === id);
    const action = actionFrom(input, { id, former, stands });
    if (!action.ok) return action;
    const circle = circleOf(action.value, { planned: planned.value, known });
    if (circle !== undefined) return fail(circle);
    const ownActions =
      former === undefined
        ? [...known, action.value]
        : known.map((one) => (one === former ? action.value : one));
    const next = withOwnActions(goal, ownActions);
    await store.saveGoal(personId, next);
    return ok({ action: action.value, goal: next });
  },
});

/** The step as it stood, with what is said now. */
function actionFrom(
  said: SaidAction,
  place: {
    readonly id: string;
    readonly former: OwnAction | undefined;
    readonly stands: ScheduledAction | undefined;
  },
): Result<OwnAction, Problem> {
  const { id, former, stands } = place;
  const isOwn = isOwnStep({ id });
  const title = said.title ?? former?.title;
  const kind = said.kind ?? former?.kind ?? "project";
  if (isOwn && title === undefined) return fail({ code: "action/nothing-said" });
  if (said.after?.includes(id) === true) return fail({ code: "action/after-itself", id });
  const template = isOwn ? ACTION_TEMPLATES[kind] : undefined;
  const ofPoints = (name: "hours" | "money" | "waitWeeks") =>
    pointsFrom(said, name, former?.[name] ?? stands?.[name] ?? template?.[name]);
  const [hoursSaid, moneySaid, waitsSaid] = [
    ofPoints("hours"),
    ofPoints("money"),
    ofPoints("waitWeeks"),
  ];
  if (!hoursSaid.ok) return hoursSaid;
  if (!moneySaid.ok) return moneySaid;
  if (!waitsSaid.ok) return waitsSaid;
  const sessions = sessionsFrom(said, former?.sessions);
  if (!sessions.ok) return sessions;
  const { doneWhen, whoHelps, questions, months: minimumMonths, after, terms } = said;
  const reimbursement = reimbursementFrom(said, former?.reimbursement ?? stands?.reimbursement);
  const changes = {
    ...(isOwn ? { kind } : {}),
    title: said.title,
    doneWhen,
    whoHelps,
    questions,
    minimumMonths,
    hours: hoursSaid.value,
    money: moneySaid.value,
    waitWeeks: waitsSaid.value,
    elsewhere: said.elsewhere === "" ? undefined : said.elsewhere,
    after: after === undefined ? undefined : [...new Set(after)],
    reimbursement,
  };
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  );
  const cleared = [terms, said.sessions, said.elsewhere].some((one) => one !== undefined);
  if (Object.keys(given).length === 0 && !cleared) {
    return fail({ code: "action/nothing-said" });
  }
  const { terms: formerTerms, sessions: _formerSessions, elsewhere, ...rest } = former ?? {};
  const termsNow = terms === undefined ? formerTerms : [...new Set(terms)].sort();
  const hasTerms = termsNow !== undefined && termsNow.length > 0;
  return ok({
    ...rest,
    ...(elsewhere === undefined || said.elsewhere !== undefined ? {} : { elsewhere }),
    ...given,
    ...(hasTerms ? { terms: termsNow } : {}),
    ...(sessions.value === undefined ? {} : { sessions: sessions.value }),
    id,
  });
}

/** Days and hours as typed, with the weeks; undefined for none. What is not said stays as it stood. */
function sessionsFrom(
  { sessions: texts, sessionWeeks }: SaidAction,
  stood: Sessions | undefined,
): Result<Sessions | undefined, Problem> {
  if (texts?.length === 0 || (texts === undefined && stood === undefined)) return ok(undefined);
  const read = texts?.map((one) => ({ one, session: parseSession(one) })) ?? [];
  const unread = read.filter(({ session }) => session === undefined).map(({ one }) => one);
  if (unread.length > 0) return fail({ code: "action/no-sessions", texts: unread });
  const weeks = sessionWeeks ?? stood?.weeks;
  if (weeks === undefined) return fail({ code: "action/session-weeks-missing" });
  const each =
    texts === undefined ? (stood?.each ?? []) : read.flatMap(({ session }) => session ?? []);
  const sessions = { each: inOrderOfWeek(each), weeks };
  return areSessions(sessions)
    ? ok(sessions)
    : fail({ code: "action/sessions-overlap", texts: texts ?? each.map(makeSession) });
}

/** The first step that it is to come after and that would wait for it; undefined where all can be in order. */
function circleOf(
  { id, title, after = [] }: OwnAction,
  there: { readonly planned: readonly ScheduledAction[]; readonly known: readonly OwnAction[] },
): Problem | undefined {
  const { planned, known } = there;
  const saidOf = new Map(known.map((own) => [own.id, own]));
  const steps = [
    ...planned.map((one) => ({ ...one, after: saidOf.get(one.id)?.after ?? one.after })),
    ...known
      .filter((own) => !planned.some((one) => one.id === own.id))
      .map((own) => ({ id: own.id, title: own.title, after: own.after ?? [] })),
  ];
  const before = after.find((earlier) => waitsFor(steps, earlier, id));
  if (before === undefined) return undefined;
  const titleOf = (of: string) => steps.find((one) => one.id === of)?.title ?? of;
  return { code: "action/circle", title: title ?? titleOf(id), before: titleOf(before) };
}

/** Three points where any is said; the likely one alone gets the usual range, the others what stood. */
function pointsFrom(
  said: SaidAction,
  name: "hours" | "money" | "waitWeeks",
  stood: ThreePoint | undefined,
): Result<ThreePoint | undefined, Problem> {
  const [low, likely, high] = [said[`${name}Low`], said[name], said[`${name}High`]];
  if (low === undefined && likely === undefined && high === undefined) return ok(undefined);
  const middle = likely ?? stood?.likely ?? low ?? high ?? 0;
  const from = likely === undefined ? stood : undefined;
  const points = {
    low: low ?? from?.low ?? Math.round(middle * USUAL_RANGE.low),
    likely: middle,
    high: high ?? from?.high ?? Math.round(middle * USUAL_RANGE.high),
  };
  return points.low <= middle && middle <= points.high
    ? ok(points)
    : fail({ code: "action/not-in-order", ...points });
}

function reimbursementFrom(
  { paidBackShare, paidBackMost, paidBackAfterMonths, stayMonths }: SaidAction,
  former: Reimbursement | undefined,
): Reimbursement | undefined {
  const said = paidBackShare ?? paidBackMost ?? paidBackAfterMonths ?? stayMonths;
  if (said === undefined) return undefined;
  const most = paidBackMost ?? former?.most;
  return {
    share: paidBackShare ?? former?.share ?? 1,
    ...(most === undefined ? {} : { most }),
    afterMonths: paidBackAfterMonths ?? former?.afterMonths ?? 0,
    stayMonths: stayMonths ?? former?.stayMonths ?? 0,
  };
}
