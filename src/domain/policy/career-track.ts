// A track: a route as the policy walks it, leg by leg, a month at a time. The shape, and how much of a
// track is left to someone who comes over from another. plan-track.ts makes tracks from plans.

/** Something that ends a track when it happens. Tracks with the same cause ahead fall together. */
export interface Risk {
  readonly causeId: string;
  /** Chance on the whole of what it stands with, 0–1. */
  readonly chance: number;
}

/** Years beyond which nothing is planned month by month. Assumption. */
export const LONGEST_MONTHS = 240;

/** A stretch of a track with one thing settled at its end. */
export interface Leg {
  /** Id of the action that settles it: "credential:nclex-rn", "search:29-1141.00". */
  readonly id: string;
  readonly title: string;
  readonly stageId: string;
  /** What one has when it is done, so that it is not done again on another track; empty for none. */
  readonly brings: string;
  /** Mean months of it, and their variance. */
  readonly months: number;
  readonly variance: number;
  /** Whether its months are months in a position: those in an earlier position count towards it. */
  readonly isHold?: boolean;
  /** Fees paid when it begins. */
  readonly fee: number;
  /** Spread over its months. */
  readonly along: readonly Risk[];
  /** Met once, at its end. */
  readonly once: readonly Risk[];
  /** Tried at its end until it is passed or no attempt is left. */
  readonly exam?: {
    readonly causeId: string;
    readonly pass: number;
    readonly attempts: number;
    /** Months from a failed attempt to the next one. */
    readonly retryMonths: number;
  };
  /** Looked for from its end on, until it comes. */
  readonly search?: { readonly causeId: string; readonly monthly: number };
  /** When the cause takes the position, another like it can be looked for; the months held count. */
  readonly again?: {
    readonly causeId: string;
    readonly marketId: string;
    readonly monthly: number;
  };
}

export const TRACK_KINDS = ["chosen", "same goal", "nearest other goal"] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];

export interface Track {
  readonly id: string;
  readonly name: string;
  readonly kind: TrackKind;
  readonly legs: readonly Leg[];
}

/**
 * Assumption: experience in another position counts in whole half years, one for one; towards the same goal as
 * far as it would have counted on the way that is left.
 */
export const COUNTED_MONTHS = 6;

export interface Entry {
  readonly leg: number;
  /** Months in positions that count towards those still to be held. */
  readonly held: number;
}

/**
 * Returns where someone who is so far through a leg of `from` begins on `to`: after the last thing that is
 * behind them already, with the months that they have held positions.
 */
export function entryOf(
  from: Track,
  at: { readonly leg: number; readonly share: number; readonly held: number },
  to: Track,
): Entry {
  const past = from.legs.slice(0, at.leg);
  const behind = new Set(past.filter((one) => one.isHold !== true).map((one) => one.brings));
  behind.delete("");
  const current = from.legs[at.leg];
  const months =
    at.held +
    past.reduce((sum, one) => sum + (one.isHold === true ? one.months : 0), 0) +
    (current?.isHold === true ? at.share * current.months : 0);
  const counted = months * worthOfHeld(from, to);
  let held = Math.floor(counted / COUNTED_MONTHS + 1e-9) * COUNTED_MONTHS;
  let entry = 0;
  to.legs.forEach((one, i) => {
    if (behind.has(one.brings)) entry = i + 1;
  });
  entry = Math.min(entry, to.legs.length - 1);
  while (entry < to.legs.length - 1) {
    const one = to.legs[entry] as Leg;
    if (one.isHold !== true || held < one.months) break;
    held -= one.months;
    entry += 1;
  }
  return { leg: entry, held: Math.floor(held) };
}

/**
 * Returns a backup for someone who has done some of it on another way already: it begins after the last thing
 * that is done, and months held count towards its positions in whole half years.
 */
export function trackLeft(track: Track, done: ReadonlySet<string>, heldMonths: number): Track {
  const last = track.legs.findLastIndex((one) => one.isHold !== true && done.has(one.brings));
  let held = Math.floor(heldMonths / COUNTED_MONTHS + 1e-9) * COUNTED_MONTHS;
  const legs = track.legs.slice(last + 1).flatMap((one): readonly Leg[] => {
    if (one.isHold !== true || one.months <= 0) return [one];
    const counted = Math.min(held, one.months);
    held -= counted;
    const share = 1 - counted / one.months;
    return share <= 0
      ? []
      : [{ ...one, months: one.months * share, variance: one.variance * share ** 2 }];
  });
  return { ...track, legs: legs.length > 0 ? legs : track.legs.slice(-1) };
}

/** What a month held on `from` counts on `to`: who has half of what the goal asks has half there too. */
function worthOfHeld(from: Track, to: Track): number {
  if (from.kind === "nearest other goal" || to.kind === "nearest other goal") return 1;
  const [one, other] = [heldOn(from), heldOn(to)];
  return one > 0 ? Math.max(1, other / one) : 1;
}

function heldOn({ legs }: Track): number {
  return legs.reduce((sum, one) => sum + (one.isHold === true ? one.months : 0), 0);
}

/** What begins the ids of causes that strike the person and not a way: whatever way they are on, it ends. */
const STRIKES_EVERY_WAY = "life:";

/** Returns whether the cause ends every way, also those in which it is too small to be counted. */
export function isEndOfEveryWay(causeId: string): boolean {
  return causeId.startsWith(STRIKES_EVERY_WAY);
}

/** Returns the track for someone who, having lost a position, does not look for another like it. */
export function withoutLookingAgain(track: Track): Track {
  return { ...track, legs: track.legs.map(({ again: _, ...leg }) => leg) };
}

/** Returns the ids of every cause that can still strike from the leg on. */
export function causesFrom(track: Track, leg: number): ReadonlySet<string> {
  return new Set(
    track.legs
      .slice(leg)
      .flatMap((one) => [
        ...one.along.map((risk) => risk.causeId),
        ...one.once.map((risk) => risk.causeId),
        ...(one.exam === undefined ? [] : [one.exam.causeId]),
      ]),
  );
}

/** Units of work that follow one another; each month one is done with the same chance. */
export interface Pace {
  readonly units: number;
  readonly chance: number;
}

/**
 * Returns the pace whose time has the mean months, and their variance as nearly as whole units allow
 * (negative binomial: units / chance, and units (1 − chance) / chance²). No units for less than half a month.
 */
export function paceOf(months: number, variance: number): Pace {
  if (months < 0.5) return { units: 0, chance: 1 };
  const wanted = Math.round((months * months) / (months + Math.max(0, variance)));
  const units = Math.max(1, Math.min(wanted, Math.floor(months)));
  return { units, chance: Math.min(1, units / months) };
}
