// A route's plan as a track: its actions gathered into legs, each up to the next thing that can go one
// way or the other. Months are means, as the plan's own schedule places them.

import type { CalendarDate } from "../calendar-date.ts";
import { DAYS_A_MONTH, DAYS_A_WEEK, WEEKS_A_MONTH } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import { USUAL_LANDING_RATE } from "../moves/landing-rate.ts";
import type { Hazards, WeekStretch } from "../record/goal.ts";
import { kindOfCause } from "../routes/failure-causes.ts";
import type { FailureCause, Stage } from "../routes/route.ts";
import { MOST_ATTEMPTS, RETRY_HOURS_SHARE, RETRY_WAIT_WEEKS } from "../schedule/action-project.ts";
import type { Action } from "../schedule/plan.ts";
import type { RoutePlan } from "../schedule/plan-route.ts";
import { dateActions, placeActions } from "../schedule/schedule-actions.ts";
import { PACE } from "../schedule/simulate-plan.ts";
import { chanceOver, marketOf, monthlyOf } from "./career-hazards.ts";
import { type Leg, LONGEST_MONTHS, type Risk, type Track, type TrackKind } from "./career-track.ts";

/** What comes at any time within a month comes half a month before its end, on average. */
const HALF_A_MONTH = 0.5;
/** A cause of less than this on a search alone is left out: it would be under a tenth of a point's weight. */
const LEAST_ON_SEARCH = 0.01;
/** A PERT's deviation is about a sixth of its width (Malcolm and others 1959). */
const WIDTHS_A_DEVIATION = 6;

export interface TrackGiven {
  readonly kind: TrackKind;
  readonly today: CalendarDate;
  readonly hoursPerWeek: number;
  /** Weeks with other hours; none when left out. */
  readonly weeks?: readonly WeekStretch[] | undefined;
  /** The person's own values; the stated ones where left out. */
  readonly hazards?: Hazards | undefined;
}

interface Group {
  readonly event: Action;
  readonly actions: readonly Action[];
  /** Months from the start of the track to its end. */
  readonly end: number;
}

/** Returns the plan's route as a track. */
export function trackOf(plan: RoutePlan, given: TrackGiven): Track {
  const { route } = plan;
  const groups = groupsOf(plan, given);
  const risks = groups.map(() => ({ along: [] as Risk[], once: [] as Risk[] }));
  for (const stage of route.stages) {
    for (const cause of stage.causes) placeCause(cause, stage, { groups, risks, given });
  }
  let [before, carried] = [0, 0];
  const legs = groups.map(({ event, actions, end: ends }, i): Leg => {
    // What ends beyond all that is looked at ends there: how much later says nothing any more.
    const end = Math.min(ends, LONGEST_MONTHS + 1);
    const isSearch = event.landingRate !== undefined;
    const wanted = end - before + carried - (isSearch ? HALF_A_MONTH : 0);
    const months = wanted < HALF_A_MONTH ? 0 : wanted;
    carried = wanted - months;
    const pace = ((PACE.high - PACE.low) / WIDTHS_A_DEVIATION) ** 2 * (end ** 2 - before ** 2);
    before = end;
    const own = given.hazards ?? {};
    const examId = `exam:${event.id.replace("credential:", "")}`;
    return {
      id: event.id,
      title: event.title,
      stageId: event.stageId,
      brings: event.id,
      ...(event.kind === "hold" ? { isHold: true } : {}),
      months,
      variance: varianceOf(actions, given.hoursPerWeek) + Math.max(0, pace),
      fee: actions.reduce((sum, action) => sum + action.money.likely, 0),
      along: risks[i]?.along ?? [],
      once: risks[i]?.once ?? [],
      ...(event.passRate === undefined
        ? {}
        : {
            exam: {
              causeId: examId,
              pass: 1 - (own[examId] ?? 1 - event.passRate),
              attempts: MOST_ATTEMPTS,
              retryMonths:
                (RETRY_WAIT_WEEKS + (RETRY_HOURS_SHARE * event.hours.likely) / given.hoursPerWeek) /
                WEEKS_A_MONTH,
            },
          }),
      ...(event.landingRate === undefined
        ? {}
        : {
            search: {
              causeId: marketOf(event.id),
              monthly: own[marketOf(event.id)] ?? monthlyOf(event.landingRate.likely),
            },
          }),
    };
  });
  return { id: route.id, name: route.name, kind: given.kind, legs: withAgain(legs) };
}

const LOSS = "employer:";
/** What the causes of a position with a new employer begin with; its occupation follows. */
const LOSS_OF_NEW = "employer:new:";

/**
 * Whoever loses a position that was only to be held looks for another like it, as the search for it was
 * reckoned; the months held count in full, since what counts is the occupation. Not where what follows
 * needs the same employer too.
 */
function withAgain(legs: readonly Leg[]): readonly Leg[] {
  return legs.map((leg, i) => {
    const loss = leg.isHold === true && leg.along.find(({ causeId }) => causeId.startsWith(LOSS));
    if (!loss) return leg;
    const { causeId } = loss;
    const isNeededLater = legs
      .slice(i + 1)
      .some(({ along, once }) => [...along, ...once].some((risk) => risk.causeId === causeId));
    if (isNeededLater || !causeId.startsWith(LOSS_OF_NEW)) return leg;
    const marketId = `market:${causeId.slice(LOSS_OF_NEW.length)}`;
    const search = legs.slice(0, i).find((one) => one.search?.causeId === marketId)?.search;
    const monthly = search?.monthly ?? monthlyOf(USUAL_LANDING_RATE.likely);
    return { ...leg, again: { causeId, marketId, monthly } };
  });
}

/** The actions in the order in which they end, up to each that can go one way or the other. */
function groupsOf({ actions }: RoutePlan, given: TrackGiven): readonly Group[] {
  const asMeans = actions.map((action): Action => {
    const { landingRate, ...rest } = action;
    return {
      ...rest,
      hours: landingRate === undefined ? meanOnly(action.hours) : NONE,
      waitWeeks: meanOnly(action.waitWeeks),
    };
  });
  const placed = placeActions(asMeans, given.hoursPerWeek, {
    start: given.today,
    weeks: given.weeks ?? [],
  });
  const { actions: dates } = dateActions(asMeans, placed, given.today);
  const ordered = actions
    .map((action, i) => ({
      action,
      end:
        ((dates[i]?.endDay ?? 0) + (asMeans[i]?.waitWeeks.likely ?? 0) * DAYS_A_WEEK) /
        DAYS_A_MONTH,
    }))
    .sort((a, b) => a.end - b.end);
  const groups: Group[] = [];
  let [gathered, latest]: [Action[], number] = [[], 0];
  ordered.forEach(({ action, end }, i) => {
    gathered.push(action);
    latest = Math.max(latest, end);
    if (!isEvent(action) && i < ordered.length - 1) return;
    groups.push({ event: action, actions: gathered, end: latest });
    gathered = [];
  });
  return groups;
}

function isEvent(action: Action): boolean {
  return (
    action.landingRate !== undefined ||
    action.kind === "hold" ||
    /^(admission|credential):/.test(action.id)
  );
}

interface Placing {
  readonly groups: readonly Group[];
  readonly risks: readonly { along: Risk[]; once: Risk[] }[];
  readonly given: TrackGiven;
}

/** Gives a stage's cause to the leg in which it would show, else to all legs of the stage alike. */
function placeCause(cause: FailureCause, stage: Stage, { groups, risks, given }: Placing): void {
  const [kind, what] = kindOfCause(cause);
  const own = given.hazards?.[cause.id];
  const inStage = groups.flatMap(({ event }, i) => (event.stageId === stage.id ? [i] : []));
  const within = groups.flatMap(({ actions }, i) =>
    actions.some((action) => action.stageId === stage.id) ? [i] : [],
  );
  const legs = inStage.length > 0 ? inStage : within.length > 0 ? within.slice(-1) : [0];
  const at = (test: (action: Action) => boolean): number =>
    legs.find((i) => test((groups[i] as Group).event)) ?? -1;
  const search = at((event) => event.landingRate !== undefined);
  const causeId = cause.id;
  if (kind === "exam" && at((event) => event.passRate !== undefined) >= 0) return;
  if (kind === "market" && search >= 0) return;
  if (kind === "admission") {
    const place = at((event) => event.id === `admission:${what}`);
    risks[place < 0 ? (legs[0] as number) : place]?.once.push({
      causeId,
      chance: own ?? cause.chance,
    });
    return;
  }
  const isYearly =
    kind !== "credential" && kind !== "sitting" && kind !== "exam" && kind !== "market";
  const chance =
    own === undefined ? cause.chance : isYearly ? chanceOver(own, stage.months.likely) : own;
  const single =
    kind === "credential"
      ? at((event) => event.id === `credential:${what}`)
      : kind === "employer"
        ? at((event) => event.kind === "hold")
        : -1;
  if (single >= 0) {
    risks[single]?.along.push({ causeId, chance });
    return;
  }
  const worked = legs.filter((i) => i !== search);
  if (worked.length === 0 && chance < LEAST_ON_SEARCH) return;
  const shared = worked.length === 0 ? legs : worked;
  for (const i of shared) {
    risks[i]?.along.push({ causeId, chance: 1 - (1 - chance) ** (1 / shared.length) });
  }
}

const NONE: ThreePoint = { low: 0, likely: 0, high: 0 };

/** A PERT's mean in place of its three points. */
function meanOnly({ low, likely, high }: ThreePoint): ThreePoint {
  const mean = (low + 4 * likely + high) / WIDTHS_A_DEVIATION;
  return { low: mean, likely: mean, high: mean };
}

/** In months², hours and waits on their own. */
function varianceOf(actions: readonly Action[], hoursPerWeek: number): number {
  return actions.reduce((sum, { hours, waitWeeks, landingRate }) => {
    const work = landingRate === undefined ? (hours.high - hours.low) / hoursPerWeek : 0;
    const wait = waitWeeks.high - waitWeeks.low;
    return sum + (work ** 2 + wait ** 2) / (WIDTHS_A_DEVIATION * WEEKS_A_MONTH) ** 2;
  }, 0);
}
