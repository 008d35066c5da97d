// What the reader should know about a plan's figures before trusting them.

import { isHeldForPay } from "../abilities/held-for-pay.ts";
import type { Standing } from "../abilities/standing.ts";
import { hoursPerWeekInWords } from "../length-of-time.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import { placeInWords } from "../occupations/place-in-words.ts";
import type { Goal } from "../record/goal.ts";
import { classHoursAWeek } from "../record/sessions.ts";
import type { BackupWay } from "../routes/find-backups.ts";
import type { Backup, Route } from "../routes/route.ts";
import { listInWords } from "../words-in-a-row.ts";
import type { Action, Notice, PositionMatch } from "./plan.ts";
import { onePersonOf } from "./plan-in-words.ts";
import type { Placement } from "./schedule-actions.ts";

export interface NoticeInputs {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  readonly positions: readonly PositionMatch[];
  readonly actions: readonly Action[];
  readonly route: Route | undefined;
  /** How the actions are placed; undefined without a route. */
  readonly placement: Pick<Placement, "tooDear"> | undefined;
  /** Every route found. */
  readonly routes: readonly Route[];
  /** Backups that the plan has. */
  readonly backups: readonly Backup[];
  /** Ways that were looked at as backups. */
  readonly ways: readonly BackupWay[];
}

/** Returns the notices, what concerns the record first; empty when there is nothing to say. */
export function planNotices(inputs: NoticeInputs): readonly Notice[] {
  return [
    ...recordNotices(inputs),
    ...figureNotices(inputs),
    ...choiceNotices(inputs),
    ...routeNotices(inputs),
  ];
}

function recordNotices({ positions, standing, actions }: NoticeInputs): readonly Notice[] {
  const notices: Notice[] = [];
  if (positions.length === 0) {
    notices.push({
      code: "record/empty",
      text: "Your record holds no position yet, so this plan starts from nothing. Add what you have done, paid and unpaid, and much of it may fall away.",
    });
  }
  const schooling = actions.filter(
    (one) => one.kind === "degree" || one.hours.likely >= SCHOOLING_FROM_HOURS,
  );
  if (positions.length > 0 && standing.educationLevel === 0 && schooling.length > 0) {
    notices.push({
      code: "record/no-schooling",
      text: "Your record says nothing of schooling, so this plan assumes a high-school diploma. Add what you have, and years may fall away.",
    });
  }
  const titles = (state: "unsure" | "none"): readonly string[] => [
    ...new Set(
      positions
        .filter((one) => one.match.state === state)
        .map((one) => (one.title.trim() === "" ? "a position without a title" : `“${one.title}”`)),
    ),
  ];
  const unsure = titles("unsure");
  if (unsure.length > 0) {
    notices.push({
      code: "title/unsure",
      text: `We cannot tell yet which occupation comes nearest to ${listInWords(unsure)}. Choose one in your record, and ${unsure.length === 1 ? "it counts" : "they count"} like everything else.`,
    });
  }
  const unknown = titles("none");
  if (unknown.length > 0) {
    notices.push({
      code: "title/none",
      text: `We know no occupation like ${listInWords(unknown)}. Choose the nearest one in your record, and it counts.`,
    });
  }
  const gone = positions.filter((one) => one.formerWord !== undefined);
  if (gone.length > 0) {
    const each = gone.map((one) => `“${one.title}” (${one.formerWord})`);
    notices.push({
      code: "title/gone",
      text: `What you had chosen for ${listInWords(each)} is in no catalogue any more. Add the catalogue again and it counts as before, or choose another occupation in your record.`,
    });
  }
  const dated =
    positions.length === 0 || [...standing.monthsByRow.values()].some((months) => months > 0);
  const matched = positions.some(
    (one) => one.match.state === "sure" || one.match.state === "confirmed",
  );
  if (!dated && matched) {
    notices.push({
      code: "record/no-dates",
      text: "Your positions have no dates, so no time in them is counted. A year for each is enough.",
    });
  }
  return notices;
}

function figureNotices({ catalogue, standing, goal, route }: NoticeInputs): readonly Notice[] {
  if (standing.figuresAreLocal) return [];
  const notices: Notice[] = [
    {
      code: "figures/borrowed",
      text: `Pay, fees, openings and education here are figures from ${placeInWords(catalogue.place)}, borrowed because we have none for your country. Put your own in where you know them.`,
    },
  ];
  const passed = new Set([
    goal.occupationId,
    ...(route?.stages ?? []).map((stage) => stage.occupationId),
  ]);
  const licensed = [...passed].filter((id) =>
    catalogue.licences.some(
      (licence) => licence.occupation === rowOf(catalogue, id) && licence.partOnly !== true,
    ),
  );
  if (licensed.length > 0) {
    notices.push({
      code: "licence/unknown",
      text: `To work as ${listInWords(licensed.map((id) => onePersonOf(catalogue, id)))} asks for a licence in ${placeInWords(catalogue.place)}. What your country asks for is not in our data: check with its licensing body first.`,
    });
  }
  return notices;
}

function routeNotices({
  catalogue,
  standing,
  goal,
  route,
  placement,
  actions,
  backups,
}: NoticeInputs): readonly Notice[] {
  const notices: Notice[] = [];
  const classes = actions.filter(
    (action) => action.daytime && action.hours.likely >= DAYTIME_FROM_HOURS,
  );
  if (classes.length > 0) {
    notices.push({
      code: "calendar/daytime",
      text: "Part of the training is in the daytime on working days. Ask your employer about your hours, and the college about evening or weekend places, before you count on these dates.",
    });
  }
  const hours = goal.limits.hoursPerWeek;
  for (const { title, sessions } of actions) {
    const taken = sessions === undefined ? 0 : classHoursAWeek(sessions);
    if (taken <= hours) continue;
    notices.push({
      code: "calendar/classes",
      text: `The classes of “${title}” take ${hoursPerWeekInWords(taken)}, more than the ${hours} that you give. Give more in those weeks (weeks with other hours, in your goal), or find classes that take fewer.`,
    });
  }
  const tooDear = actions.filter(({ id }) => placement?.tooDear.includes(id));
  if (tooDear.length > 0) {
    notices.push({
      code: "savings/short",
      text: `What you have saved and put by does not come to the fees of ${listInWords(tooDear.map(({ title }) => `“${title}”`))} above the least you want to keep. The dates are as if the money were there: ask about help with the fees, put more by, or keep less.`,
    });
  }
  const isHeld = isHeldForPay(catalogue, standing, rowOf(catalogue, goal.occupationId));
  if (route !== undefined && backups.length === 0 && !isHeld) {
    notices.push({
      code: "backup/none",
      text: `We know no second way that we could honestly offer: what is near this goal would be a step down for you, take much longer, or fail for the same reason. ${whatStands(catalogue, route)} If this way is blocked, ask where else such openings come, and look for a plan again.`,
    });
  }
  const isApart = backups.some((backup) => backup.commonStages?.length === 0);
  if (backups.length > 0 && !isApart && backups.every((one) => one.commonStages !== undefined)) {
    notices.push({
      code: "backup/shared",
      text: "We know no second way without a step of the first: what stops the first way in a step that is in both stops the second too.",
    });
  }
  if (isHeld) {
    notices.push({
      code: "goal/held",
      text:
        route === undefined
          ? `You already work as ${onePersonOf(catalogue, goal.occupationId)}. Say what the next step should be, and the plan goes there.`
          : `You already work as ${onePersonOf(catalogue, goal.occupationId)}, so this plan is for the next rung of it.`,
    });
  }
  return notices;
}

/** Where the plan does not take what was chosen or said for it. */
function choiceNotices({ goal, route, routes, backups, ways }: NoticeInputs): readonly Notice[] {
  const { routeId, backupIds = [] } = goal.choice ?? {};
  const notices: Notice[] = [];
  const own = Object.keys(goal.hazards ?? {}).length;
  if (own > 0) {
    notices.push({
      code: "hazards/own",
      text: `You gave ${own === 1 ? "a chance" : `${own} chances`} of your own for what can go wrong. ${own === 1 ? "It counts" : "They count"} on the page Backups and in the days of the backups; this plan’s other dates and its chance use the usual ones.`,
    });
  }
  if (routeId !== undefined && !routes.some(({ id }) => id === routeId)) {
    notices.push({
      code: "choice/route-gone",
      text:
        `The route you chose is not found any more within your limits${route === undefined ? "." : `, so this plan takes another one: ${route.name}.`} ` +
        "Look at the routes again: choose another, allow again what you said no to, or widen a limit.",
    });
  }
  for (const id of backupIds) {
    if (id === route?.id || backups.some((backup) => backup.route.id === id)) continue;
    const way = ways.find((one) => one.backup.route.id === id);
    notices.push({
      code: "choice/backup-left-out",
      text:
        way === undefined
          ? "A route that you chose to fall back on is not found any more within your limits. Choose another among the routes."
          : `You chose to fall back on “${way.backup.route.name}”. It has no day on which to switch: ${way.watched.length === 0 ? "what could stop the plan would stop it too" : "begun after the plan is stopped, it would come too late"}.`,
    });
  }
  return notices;
}

/** What a person keeps when the last step fails. */
function whatStands(catalogue: Catalogue, route: Route): string {
  const reached = route.stages.filter((stage) => stage.kind === "move").at(-2);
  return reached === undefined
    ? "Keep what you have until the new position is sure."
    : `The step before the last stands by itself: by then you work as ${onePersonOf(catalogue, reached.occupationId)}.`;
}

/** Assumption: learning of so many hours or more is schooling, which a record may hold unsaid. */
const SCHOOLING_FROM_HOURS = 400;

/** Shorter daytime things, a talk or an exam, fit into a lunch hour or a day off. */
const DAYTIME_FROM_HOURS = 40;
