// What luck does to a schedule: it is made again and again on drawn durations, waits and retries, by the
// order that is best for what is expected. The draws of an activity hang on its name alone, so that two
// projects that are compared meet the same luck.

import { criticalFinder } from "./critical-chain.ts";
import { makeGeneralScheme, type StretchSink } from "./general-scheme.ts";
import { feasibleOrder } from "./network.ts";
import { type Activity, isPlain, type Model, modelOf, type Project } from "./project.ts";
import { makeRanking } from "./ranking.ts";
import { bestOrder } from "./schedule-activities.ts";
import type { Placing } from "./search-orders.ts";
import { makeSerialScheme } from "./serial-scheme.ts";
import {
  checkUncertain,
  leastOf,
  meanOf,
  quantileAt,
  quantileTableOf,
  type UncertainAmount,
} from "./uncertain-amount.ts";

/** A search that succeeds at a steady rate: how long it lasts is exponential. */
export interface Search {
  /** How often it succeeds in a period, above 0. */
  readonly rate: UncertainAmount;
  /** Searches of one market meet one draw of how good the market is; each its own when left out. */
  readonly market?: string;
}

export interface UncertainActivity extends Omit<Activity, "duration" | "wait" | "effort"> {
  /** Periods, fractions of one too. */
  readonly duration: UncertainAmount;
  readonly wait?: UncertainAmount;
  readonly effort?: {
    readonly resource: number;
    readonly amount: UncertainAmount;
    readonly leastPeriods?: UncertainAmount;
  };
  /** Comes on top of the duration, or of an effort's least periods. */
  readonly search?: Search;
  /** False where its duration does not hang on the person's pace; an effort's least periods never do. */
  readonly hasPace?: boolean;
  /** Tried until it works, each time with the same chance. */
  readonly attempts?: {
    /** Above 0, at most 1. */
    readonly passRate: number;
    /** Share of the duration, or of the effort, that each further attempt takes; all of it where not given. */
    readonly share?: number;
    /** Periods before each further attempt; they pass after its own work and take no resource. */
    readonly wait?: number;
    /** The last of so many counts as passed; whether it was, `givenUp` says. */
    readonly atMost?: number;
  };
}

export interface UncertainProject extends Omit<Project, "activities"> {
  readonly activities: readonly UncertainActivity[];
  /** What durations and efforts are multiplied by, one draw for all: a person's own pace. 1 where not given. */
  readonly pace?: UncertainAmount;
}

export interface Spread {
  readonly mean: number;
  /** So many of 100 draws are at most this. */
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
}

export interface SimulatedActivity extends Spread {
  readonly id: string;
  /** Share of the draws in which a delay of it would have moved the end of everything. */
  readonly criticality: number;
  /** Spearman's rank correlation of its own time, retries included, with the end of everything. */
  readonly rankCorrelation: number;
  /** Its own time alone, retries included and what it shares or waits for not. */
  readonly ownTime: Spread;
}

export interface ScheduleSimulation {
  readonly draws: number;
  /** When everything is over, last waits included. */
  readonly makespan: Spread;
  /** When each activity is done, retries included and its own wait not, in the order given. */
  readonly activities: readonly SimulatedActivity[];
  /** When everything was over, draw by draw: for comparing projects under the same luck. */
  readonly makespans: Float64Array;
  /** When so much of an activity was done, for each mark that was asked for. */
  readonly marks: readonly Spread[];
  /** Draw by draw, the place of the first activity of which even the last attempt failed; -1 for none. */
  readonly givenUp: Int32Array;
}

const DEFAULT_DRAWS = 10_000;
/** Schedules generated to find the order: luck moves dates by more than a longer search would. */
const ORDER_BUDGET = 200;
const DEFAULT_SEED = 1;
const PACE_NAME = "\u0000pace";
/** What a market's draw is for, apart from those of activities of the same name. */
const MARKET = 5;
/** What happens besides the schedule has draws of its own. */
const ASIDE = 6;

/** How a schedule is simulated. */
export interface SimulationOptions {
  readonly draws?: number;
  readonly seed?: number;
  readonly budget?: number;
  /** Ids of all activities, most urgent first; the order found for what is expected when left out. */
  readonly order?: readonly string[];
  /** Shares of activities, of their effort where they have one and else of their time, to be told when done. */
  readonly marks?: readonly { readonly id: string; readonly share: number }[];
}

/**
 * Returns what came out in so many draws, the same for the same seed (a whole number below 2 ** 32).
 * Without anything uncertain every draw is the schedule itself. RangeError as scheduleActivities() has
 * it, and on amounts, attempts, draws or a seed that cannot be.
 */
export function simulateSchedule(
  project: UncertainProject,
  options: SimulationOptions = {},
): ScheduleSimulation {
  const draws = options.draws ?? DEFAULT_DRAWS;
  const seed = options.seed ?? DEFAULT_SEED;
  if (!(Number.isSafeInteger(draws) && draws > 0)) wrong(`${draws} draws`);
  if (!(Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 32)) wrong(`a seed of ${seed}`);
  const budget = options.budget ?? ORDER_BUDGET;
  if (!(Number.isSafeInteger(budget) && budget > 0)) wrong(`a budget of ${budget} schedules`);
  checkProject(project);
  const { activities } = project;
  const expected = modelOf(expectedProject(project), "fractions");
  const order =
    options.order === undefined
      ? bestOrder(expected, budget).order
      : feasibleOrder(expected.network, rankOf(project, options.order));
  const model = redrawable(expected);
  const luck = makeLuck(project, { model, seed });
  const marks = makeMarks(project, model, { marks: options.marks ?? [], draws });
  const scheme =
    isPlain(expected) && marks.passed.length === 0
      ? makeSerialScheme(model.network)
      : makeGeneralScheme(model, marks.sink);
  const count = activities.length;
  const placing = { starts: new Float64Array(count), ends: new Float64Array(count) };
  const critical = criticalFinder(model, order);
  const times = activities.map(() => new Float64Array(draws));
  const ends = activities.map(() => new Float64Array(draws));
  const makespans = new Float64Array(draws);
  const givenUp = new Int32Array(draws);
  const timesCritical = new Int32Array(count);
  for (let draw = 0; draw < draws; draw++) {
    luck.redraw(draw);
    scheme(order, placing);
    let makespan = 0;
    for (let i = 0; i < count; i++) {
      const done = (placing.ends[i] as number) + (luck.retryWaits[i] as number);
      const over = (placing.ends[i] as number) + (model.waits[i] as number);
      (ends[i] as Float64Array)[draw] = done;
      (times[i] as Float64Array)[draw] =
        (luck.ownTimes[i] as number) + (luck.retryWaits[i] as number);
      if (over > makespan) makespan = over;
    }
    marks.note(draw, placing, luck.retryWaits);
    makespans[draw] = makespan;
    givenUp[draw] = luck.givenUp();
    critical(placing, makespan);
    for (let i = 0; i < count; i++) {
      if (critical.found[i] === 1) timesCritical[i] = (timesCritical[i] as number) + 1;
    }
  }
  const sorted = new Float64Array(draws);
  const ranking = makeRanking(draws);
  ranking.sort(makespans, sorted);
  const makespan = spreadOf(makespans, sorted);
  const makespanRanks = new Float64Array(draws);
  ranking.rank(makespans, sorted, makespanRanks);
  const ranks = new Float64Array(draws);
  return {
    draws,
    makespan,
    activities: activities.map(({ id }, i) => {
      const own = times[i] as Float64Array;
      ranking.sort(own, sorted);
      ranking.rank(own, sorted, ranks);
      const rankCorrelation = correlationOf(ranks, makespanRanks);
      const ownTime = spreadOf(own, sorted);
      const done = ends[i] as Float64Array;
      ranking.sort(done, sorted);
      const criticality = (timesCritical[i] as number) / draws;
      return { id, ...spreadOf(done, sorted), criticality, rankCorrelation, ownTime };
    }),
    makespans,
    marks: marks.passed.map((days) => {
      ranking.sort(days, sorted);
      return spreadOf(days, sorted);
    }),
    givenUp,
  };
}

/** Notes when so much of an activity is done; the whole is done when its retries are. */
function makeMarks(
  { activities }: UncertainProject,
  model: Model,
  given: { readonly marks: NonNullable<SimulationOptions["marks"]>; readonly draws: number },
) {
  const items = given.marks.map(({ id, share }) => {
    const item = activities.findIndex((activity) => activity.id === id);
    if (item < 0) wrong(`a mark on "${id}", which is not there`);
    if (!(share > 0 && share <= 1)) wrong(`a mark at a share of ${share}`);
    return item;
  });
  const passed = given.marks.map(() => new Float64Array(given.draws));
  const isMarked = Uint8Array.from(activities, (_, item) => (items.includes(item) ? 1 : 0));
  const stretches: [item: number, from: number, until: number, rate: number][] = [];
  const sink: StretchSink = (item, from, until, rate) => {
    if (isMarked[item] === 1) stretches.push([item, from, until, rate]);
  };
  /** What was taken of an item's effort and its block, as it adds up: moments, and how much until then. */
  const sumsOf = (item: number): readonly [moments: number[], sums: number[]] => {
    const own = stretches.filter(([other, , , rate]) => other === item && rate > 0);
    const moments = [...new Set(own.flatMap(([, from, until]) => [from, until]))];
    moments.sort((a, b) => a - b);
    const sums = [0];
    for (let k = 1; k < moments.length; k++) {
      const [from, until] = [moments[k - 1] as number, moments[k] as number];
      let rate = 0;
      for (const [, begin, end, one] of own) if (begin <= from && until <= end) rate += one;
      sums.push((sums[k - 1] as number) + rate * (until - from));
    }
    return [moments, sums];
  };
  const note = (draw: number, { starts, ends }: Placing, retryWaits: Float64Array): void => {
    const known = new Map<number, ReturnType<typeof sumsOf>>();
    given.marks.forEach(({ share }, mark) => {
      const item = items[mark] as number;
      const [start, end] = [starts[item] as number, ends[item] as number];
      let day = start + share * (end - start);
      if (share === 1) day = end + (retryWaits[item] as number);
      else if (model.efforts[item] !== 0) {
        const [moments, sums] = known.get(item) ?? sumsOf(item);
        known.set(item, [moments, sums]);
        const wanted = share * (sums.at(-1) ?? 0);
        const k = sums.findIndex((sum) => sum >= wanted);
        const [before, after] = [sums[k - 1] ?? 0, sums[k] ?? 0];
        const from = moments[k - 1] ?? start;
        const part = after > before ? (wanted - before) / (after - before) : 0;
        day = from + part * ((moments[k] ?? end) - from);
      }
      (passed[mark] as Float64Array)[draw] = day;
    });
    stretches.length = 0;
  };
  return { passed, sink: given.marks.length === 0 ? undefined : sink, note };
}

function wrong(what: string): never {
  throw new RangeError(`Cannot simulate the schedule: ${what}`);
}

function checkProject({ activities, pace }: UncertainProject): void {
  checkUncertain(pace ?? 1, "a pace");
  for (const { id, duration, wait, effort, search, attempts } of activities) {
    checkUncertain(duration, `activity "${id}": a duration`);
    checkUncertain(wait ?? 0, `activity "${id}": a wait`);
    checkUncertain(effort?.amount ?? 0, `activity "${id}": an effort`);
    checkUncertain(effort?.leastPeriods ?? 0, `activity "${id}": for an effort at least periods`);
    checkUncertain(search?.rate ?? 0, `activity "${id}": a rate of success`);
    if (search !== undefined && leastOf(search.rate) <= 0) {
      wrong(`activity "${id}": a rate of success that can be 0`);
    }
    if (attempts === undefined) continue;
    const { passRate, share, atMost } = attempts;
    if (!(passRate > 0 && passRate <= 1)) wrong(`activity "${id}": a pass rate of ${passRate}`);
    checkUncertain(share ?? 1, `activity "${id}": for a further attempt a share`);
    checkUncertain(attempts.wait ?? 0, `activity "${id}": before a further attempt a wait`);
    if (atMost !== undefined && !(Number.isInteger(atMost) && atMost > 0)) {
      wrong(`activity "${id}": at most ${atMost} attempts`);
    }
  }
}

function rankOf({ activities }: UncertainProject, ids: readonly string[]): Float64Array {
  const places = new Map(ids.map((id, place) => [id, place]));
  return Float64Array.from(activities, ({ id }) => {
    const place = places.get(id);
    if (place === undefined) return wrong(`"${id}" is not in the order`);
    return place;
  });
}

/** The project at its expected amounts, in whole periods, for choosing the order. */
function expectedProject(project: UncertainProject): Project {
  const pace = meanOf(project.pace ?? 1);
  return {
    ...project,
    activities: project.activities.map((activity) => {
      const { duration, wait, attempts, effort, search, hasPace, ...rest } = activity;
      const failures = attempts === undefined ? 0 : 1 / attempts.passRate - 1;
      const more = Math.min(failures, (attempts?.atMost ?? Infinity) - 1);
      const again = 1 + more * (attempts?.share ?? 1);
      const searched = search === undefined ? 0 : 1 / meanOf(search.rate);
      const time = meanOf(duration) * (hasPace === false ? 1 : pace) * again;
      const waited = Math.ceil(meanOf(wait ?? 0) + more * (attempts?.wait ?? 0));
      if (effort === undefined) {
        return { ...rest, duration: Math.ceil(time + searched), wait: waited };
      }
      return {
        ...rest,
        duration: Math.ceil(meanOf(duration) * (hasPace === false ? 1 : pace)),
        wait: waited,
        effort: {
          resource: effort.resource,
          amount: meanOf(effort.amount) * pace * again,
          leastPeriods: meanOf(effort.leastPeriods ?? 0) + searched,
        },
      };
    }),
  };
}

/** The model with arrays of its own for what is drawn. */
function redrawable(model: Model): Model {
  return {
    ...model,
    network: { ...model.network, durations: Float64Array.from(model.network.durations) },
    blocks: { ...model.blocks, durations: Float64Array.from(model.blocks.durations) },
    lags: model.lags.map((lags) => Float64Array.from(lags)),
    waits: Float64Array.from(model.waits),
    efforts: Float64Array.from(model.efforts),
    effortPeriods: Float64Array.from(model.effortPeriods),
  };
}

interface Luck {
  /** Writes durations, waits and lags of a draw into the model. */
  readonly redraw: (draw: number) => void;
  /** What further attempts were waited for; part of the model's waits. */
  readonly retryWaits: Float64Array;
  /** The time that each would take alone, waits not counted. */
  readonly ownTimes: Float64Array;
  /** The first activity of which even the last attempt of the draw failed; -1 for none. */
  readonly givenUp: () => number;
}

function makeLuck(
  project: UncertainProject,
  given: { readonly model: Model; readonly seed: number },
): Luck {
  const { activities } = project;
  const { network, blocks, waits, lags } = given.model;
  const count = activities.length;
  const durationTables = activities.map(({ duration }) => quantileTableOf(duration));
  const waitTables = activities.map(({ wait }) => quantileTableOf(wait ?? 0));
  const paceTable = quantileTableOf(project.pace ?? 1);
  const hashes = Int32Array.from(activities, ({ id }) => hashOf(id));
  const paceHash = hashOf(PACE_NAME);
  // ln(1 − p): how many failures come before a pass is read from one draw.
  const failing = Float64Array.from(activities, ({ attempts }) =>
    Math.log(1 - (attempts?.passRate ?? 1)),
  );
  const most = Float64Array.from(activities, ({ attempts }) => (attempts?.atMost ?? Infinity) - 1);
  const shares = Float64Array.from(activities, ({ attempts }) => attempts?.share ?? 1);
  const pauses = Float64Array.from(activities, ({ attempts }) => attempts?.wait ?? 0);
  const retryWaits = new Float64Array(count);
  const ownTimes = new Float64Array(count);
  let givenUp = -1;
  const isEffort = Uint8Array.from(activities, ({ effort }) => (effort === undefined ? 0 : 1));
  const amountTables = activities.map(({ effort }) => quantileTableOf(effort?.amount ?? 0));
  const leastTables = activities.map(({ effort }) => quantileTableOf(effort?.leastPeriods ?? 0));
  const rateTables = activities.map(({ search }) => search && quantileTableOf(search.rate));
  const markets = Int32Array.from(activities, ({ id, search }) => hashOf(search?.market ?? id));
  const isPaced = Uint8Array.from(activities, ({ hasPace }) => (hasPace === false ? 0 : 1));
  const ownLags = activities.map(({ after, lags: own }) =>
    Float64Array.from(new Set(after), (id) =>
      own !== undefined && Object.hasOwn(own, id) ? (own[id] as number) : 0,
    ),
  );
  const redraw = (draw: number): void => {
    const drawSeed = drawSeedOf(given.seed, draw);
    const pace = quantileAt(paceTable, shareOf(drawSeed, paceHash, 0));
    givenUp = -1;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] as number;
      const shareFor = (purpose: number): number => shareOf(drawSeed, hash, purpose);
      let again = 1;
      let retryWait = 0;
      if (failing[i] !== 0) {
        const failures = Math.floor(Math.log(1 - shareFor(2)) / (failing[i] as number));
        const further = Math.min(failures, most[i] as number);
        if (failures > further && givenUp < 0) givenUp = i;
        again += further * (shares[i] as number);
        retryWait = further * (pauses[i] as number);
      }
      let searched = 0;
      const rates = rateTables[i];
      if (rates !== undefined) {
        const rate = quantileAt(rates, shareOf(drawSeed, markets[i] as number, MARKET));
        searched = -Math.log(1 - shareFor(3)) / rate;
      }
      const stretch = isPaced[i] === 1 ? pace : 1;
      const own = quantileAt(durationTables[i] as Float64Array, shareFor(0)) * stretch;
      if (isEffort[i] === 1) {
        const amount = quantileAt(amountTables[i] as Float64Array, shareFor(0)) * pace * again;
        const least = quantileAt(leastTables[i] as Float64Array, shareFor(4)) + searched;
        const resource = given.model.effortResources[i] as number;
        given.model.efforts[i] = amount;
        given.model.effortPeriods[i] = least;
        blocks.durations[i] = own;
        // As fast as it can ever go; what of it is taken in a period plays no part in a forward pass.
        const fastest = amount / (network.capacities[resource] as number);
        ownTimes[i] = Math.max(own, least, fastest);
      } else {
        ownTimes[i] = own * again + searched;
        blocks.durations[i] = ownTimes[i] as number;
      }
      network.durations[i] = ownTimes[i] as number;
      retryWaits[i] = retryWait;
      waits[i] = quantileAt(waitTables[i] as Float64Array, shareFor(1)) + retryWait;
    }
    for (let i = 0; i < count; i++) {
      const earlier = network.before[i] as Int32Array;
      const own = ownLags[i] as Float64Array;
      const now = lags[i] as Float64Array;
      for (let k = 0; k < earlier.length; k++) {
        now[k] = Math.max(waits[earlier[k] as number] as number, own[k] as number);
      }
    }
  };
  return { redraw, retryWaits, ownTimes, givenUp: () => givenUp };
}

/** A 32-bit number from a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** All 32 bits of a number stirred (the last step of MurmurHash3, Appleby). */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Returns the luck of a name in a draw under a seed, in [0, 1): for what happens besides the schedule. */
export function luckOf(given: { seed: number; draw: number; name: string }): number {
  return shareOf(drawSeedOf(given.seed, given.draw), hashOf(given.name), ASIDE);
}

function drawSeedOf(seed: number, draw: number): number {
  return mixed((seed + Math.imul(draw + 1, 0x9e3779b1)) | 0);
}

/** A number in [0, 1) of a draw, a name and what it is for. */
function shareOf(drawSeed: number, hash: number, purpose: number): number {
  const bits = mixed((drawSeed ^ hash) + Math.imul(purpose, 0x6d2b79f5));
  return (mixed(bits + drawSeed) >>> 0) / 4294967296;
}

function spreadOf(values: Float64Array, sorted: Float64Array): Spread {
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] as number;
  const mean = meanOfAll(values);
  return { mean, p10: at(0.1), p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95) };
}

function meanOfAll(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k] as number;
  return sum / values.length;
}

/** Correlation of ranks; 0 where one of them never changes. */
function correlationOf(a: Float64Array, b: Float64Array): number {
  let [both, ofA, ofB] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    const x = a[k] as number;
    const y = b[k] as number;
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
