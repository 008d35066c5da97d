// The one place where the day of a backup and its sentence are made: the policy's where going over is best
// from some day on, else the day that follows from the dates, with the chance by going on and by going over.
// Plan, print, calendar, terminal and the page Backups all show what stands here.

import { type CalendarDate, dateInWords } from "../calendar-date.ts";
import { lowerFirst } from "../first-letter.ts";
import type { Backup } from "../routes/route.ts";
import type { Plan } from "../schedule/plan.ts";
import type { Situation } from "../schedule/plan-route.ts";
import {
  type CareerOutlook,
  careerOutlookOf,
  monthsTo,
  type Tripwire,
  type Underway,
} from "./career-outlook.ts";
import { chancesAfter, chancesStaying } from "./career-policy.ts";
import type { CareerProcess, Place } from "./career-process.ts";
import { entryOf, type Leg, type Track } from "./career-track.ts";
import {
  causeInWords,
  type OutlookWords,
  tenthsInWords,
  tripwireInWords,
  untilInWords,
} from "./outlook-in-words.ts";

/** Assumption: chances nearer to each other than this are alike for whoever decides by them. */
const ALIKE = 0.05;
/** A state that fewer come to is not averaged over. */
const LEAST_OCCUPIED = 1e-6;

/** A plan whose backups have their last word, and the policy that it comes from. */
export interface PlanWithSwitchDays {
  readonly plan: Plan;
  /** Undefined where the plan has no route, or nothing of it is left. */
  readonly outlook: CareerOutlook | undefined;
}

/** What there is to weigh on a backup's day, for who is still on the first way then. */
export interface Weighing {
  /** Chance of the goal by going on, and of the backup's goal by going over. */
  readonly goingOn: number;
  readonly goingOver: number;
  /** The leg with which the backup is begun then, by most. */
  readonly begin: Leg;
  /** Whether its fees and what is paid by then are more than there is, for most. */
  readonly isDear: boolean;
}

/**
 * Returns the plan with its backups' days and sentences as the policy has them, and the policy, from where someone
 * is on the plan. The person's own chances (hazards) count here.
 */
export function withSwitchDays(
  situation: Situation,
  plan: Plan,
  underway?: Underway,
): PlanWithSwitchDays {
  const outlook = careerOutlookOf(situation, plan, underway);
  if (outlook === undefined) return { plan, outlook };
  const words: OutlookWords = { catalogue: situation.catalogue, plan, outlook };
  const backups = plan.backups.map((backup) => withSwitchDay(words, backup));
  return { plan: { ...plan, backups }, outlook };
}

/** Returns the number of the backup's track; -1 where it has none. */
export function trackOfBackup({ tracks }: CareerOutlook, { route, kind }: Backup): number {
  return tracks.findIndex((track) => track.id === route.id && track.kind === kind);
}

/** Returns the tripwire of the backup: where waiting stops being best; undefined where it never does. */
export function tripwireOf(outlook: CareerOutlook, backup: Backup): Tripwire | undefined {
  const track = trackOfBackup(outlook, backup);
  return outlook.tripwires.find((one) => one.track === track);
}

function withSwitchDay(words: OutlookWords, backup: Backup): Backup {
  const { outlook } = words;
  const track = trackOfBackup(outlook, backup);
  const to = outlook.tracks[track];
  if (to === undefined) return backup;
  if (outlook.now === track) {
    const begin = lowerFirst(to.legs[0]?.title ?? to.name);
    return {
      ...backup,
      switchBy: outlook.today,
      dayMeans: "go over",
      tripwire: `Start this now: ${begin}. From today on it has the better chance.`,
    };
  }
  const wire = tripwireOf(outlook, backup);
  if (wire !== undefined) {
    const tripwire = [tripwireInWords(words, wire), ...lastDayInWords(words, backup, wire)];
    return { ...backup, switchBy: wire.day, dayMeans: "go over", tripwire: tripwire.join(" ") };
  }
  const dayMeans = backup.dated?.lastDay === undefined ? "look again" : "last day";
  const weighing = weighingOf(outlook, backup);
  return weighing === undefined
    ? { ...backup, dayMeans }
    : { ...backup, dayMeans, tripwire: weighingInWords(words, { backup, to, track, weighing }) };
}

/** The last day is another than that of the tripwire: it is for who comes to it some other way. */
function lastDayInWords(
  { plan, outlook }: OutlookWords,
  { dated }: Backup,
  wire: Tripwire,
): readonly string[] {
  if (dated?.lastDay === undefined || dated.lastDay <= wire.day) return [];
  // as: a backup's last day is a calendar date.
  const last = dateInWords(dated.lastDay as CalendarDate);
  return [
    `If something ends the first way after that: begun by ${last}, this one still comes by ${untilInWords(outlook, plan)} 8 times in 10 if nothing stops it.`,
  ];
}

/**
 * Returns what there is to weigh on the backup's day, on the mean of all who are still on the first way then, or
 * of those who are behind where that is what one looks at; undefined where the day lies beyond what is counted, or where nobody is on the way then.
 */
export function weighingOf(outlook: CareerOutlook, backup: Backup): Weighing | undefined {
  const { policy, today, tracks, occupancy } = outlook;
  const { walk, career } = policy;
  const track = trackOfBackup(outlook, backup);
  const [to, chosen] = [tracks[track], tracks[0]];
  // as: a backup's day is a calendar date.
  const month = monthsTo(today, (backup.switchBy ?? today) as CalendarDate);
  if (backup.switchBy === undefined || to === undefined || chosen === undefined) return undefined;
  if (month >= career.horizon) return undefined;
  const onWay = walk.states.flatMap(({ track: at, out, place }, state) => {
    const isOnWay = at === 0 && out === 0 && (place.at === "unit" || place.at === "search");
    const here = occupancy[month]?.[state] ?? 0;
    return isOnWay && here > LEAST_OCCUPIED ? [{ state, here, ...wayDone(walk, place) }] : [];
  });
  const behind = backup.dated?.behind;
  const watched = chosen.legs.findIndex(({ id }) => id === behind?.actionId);
  const late = onWay.filter(
    ({ leg, share }) => leg < watched || (leg === watched && share < (behind?.share ?? 0)),
  );
  const looked = watched >= 0 && late.length > 0 ? late : onWay;
  const [most] = [...looked].sort((a, b) => b.here - a.here);
  if (most === undefined) return undefined;
  // Who begins it stays on it: the policy itself might leave it soon for what is nearer still.
  const isNear = to.kind === "nearest other goal";
  const staying = chancesStaying(policy, track, isNear);
  const stayed = { walk, chances: staying, eithers: staying };
  let [all, on, over] = [0, 0, 0];
  for (const { state, here } of looked) {
    all += here;
    on += here * (policy.chances[month]?.[state] ?? 0);
    over += here * chancesAfter(stayed, { month, state, action: track }).chance;
  }
  const left = to.legs.slice(entryOf(chosen, { ...most, held: 0 }, to).leg);
  const [begin] = left;
  if (begin === undefined) return undefined;
  const paid = walk.states[most.state]?.spent ?? 0;
  const fees = paid + left.reduce((sum, { fee }) => sum + fee, 0);
  const { budget, savings, floor = 0, savedPerMonth = 0 } = career.money;
  const saved = savings === undefined ? undefined : savings + savedPerMonth * career.horizon;
  const isDear = fees > (budget ?? fees) || fees > (saved ?? fees + floor) - floor;
  return { goingOn: on / all, goingOver: over / all, begin, isDear };
}

/** The leg that a place of the first way is in, and the share of it that is done. */
function wayDone({ states }: CareerProcess, place: Place): { leg: number; share: number } {
  if (place.at !== "unit" && place.at !== "search") return { leg: 0, share: 0 };
  if (place.at === "search" || place.attempt > 0) return { leg: place.leg, share: 1 };
  const units = states.reduce(
    (most, { track, place: one }) =>
      track === 0 && one.at === "unit" && one.leg === place.leg && one.attempt === 0
        ? Math.max(most, one.unit + 1)
        : most,
    1,
  );
  return { leg: place.leg, share: Math.min(1, place.unit / units) };
}

/** "If by 1 December 2027 no opening has come, going on still has the better chance: …". */
function weighingInWords(
  words: OutlookWords,
  given: {
    readonly backup: Backup;
    readonly to: Track;
    readonly track: number;
    readonly weighing: Weighing;
  },
): string {
  const { plan, outlook } = words;
  const { backup, to, track, weighing } = given;
  const { condition, after } = backup.dated ?? {};
  // as: a backup's day is a calendar date.
  const day = dateInWords((backup.switchBy ?? outlook.today) as CalendarDate);
  const until = untilInWords(outlook, plan);
  const [on, over] = [tenthsInWords(weighing.goingOn), tenthsInWords(weighing.goingOver)];
  const begin = lowerFirst(weighing.begin.title);
  const when = condition === undefined ? `On ${day}` : `If ${condition},`;
  const isBetter = to.kind === "same goal" || weighing.goingOn >= weighing.goingOver + ALIKE;
  const said = isBetter
    ? `${when} going on ${to.kind === "same goal" && on === over ? "is as good" : "still has the better chance"}: who goes on is at the goal by ${until} in ${on}; who starts this then, ${begin}, is ${to.kind === "same goal" ? "there" : "through with it"} in ${over}.`
    : `${when} there is something to weigh: who goes on is at the goal by ${until} in ${on}; who starts this then, ${begin}, is through with it in ${over}.`;
  if (weighing.isDear) {
    return `${said} Its fees, on top of what is paid by then, are more than you have set aside.`;
  }
  const causes = outlook.answers
    .filter((answer) => answer.track === track)
    .map((answer) => causeInWords(words, answer));
  const isFor = causes.length === 0 ? [] : [`It is for when ${orInWords(causes)}.`];
  return [said, ...isFor, ...(after === undefined ? [] : [after])].join(" ");
}

function orInWords(parts: readonly string[]): string {
  return parts.length <= 1
    ? (parts[0] ?? "")
    : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;
}
