import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../random-source.ts";
import { actionIn, aloneChance, followPolicy, solveCareer } from "./career-policy.ts";
import { type Career, type CareerProcess, careerProcessOf } from "./career-process.ts";
import type { Leg, Track } from "./career-track.ts";

function leg(id: string, given: Partial<Leg> = {}): Leg {
  return {
    id,
    title: id,
    stageId: id,
    brings: id,
    months: 0,
    variance: 0,
    fee: 0,
    along: [],
    once: [],
    ...given,
  };
}

function search(id: string, monthly: number): Leg {
  return leg(`search:${id}`, { brings: "", search: { causeId: `market:${id}`, monthly } });
}

function track(name: string, legs: readonly Leg[], kind: Track["kind"] = "same goal"): Track {
  return { id: name, name, kind, legs };
}

/** The worked example of docs/method/policy.md: a team lead by an opening, or by another track. */
const LEAD: Career = {
  tracks: [
    track("Wait for an opening", [search("lead", 0.03)], "chosen"),
    track("The other track", [
      leg("course", { months: 6, once: [{ causeId: "exam:course", chance: 0.3 }] }),
    ]),
  ],
  horizon: 24,
  money: {},
};

test("solveCareer() finds by hand where waiting stops being best (docs/method/policy.md)", () => {
  const [waiting, other] = LEAD.tracks as [Track, Track];
  expect(aloneChance(LEAD, waiting)).toBeCloseTo(1 - 0.97 ** 24, 12);
  expect(aloneChance(LEAD, other)).toBeCloseTo(0.7, 12);
  // Wait as long as the course still fits, then begin it.
  const waited = (months: number): number => 1 - 0.97 ** months * 0.3;
  const policy = solveCareer(LEAD);
  expect(policy.highest).toBeCloseTo(waited(18), 12);
  // A month less costs 0.5 of a point, two months 1.1 points: too much.
  expect(policy.outcome.chance).toBeCloseTo(waited(17), 12);
  const actions = Array.from({ length: 24 }, (_, month) =>
    actionIn(policy, month, policy.walk.start),
  );
  expect(actions.indexOf(1)).toBe(17);
  expect([0.519, 0.7, 0.827, 0.821]).toEqual(
    [1 - 0.97 ** 24, 0.7, policy.highest, policy.outcome.chance].map(
      (one) => Math.round(one * 1000) / 1000,
    ),
  );
});

/** Every deterministic policy's chance, by looking at each choice of each state and month. */
function bestByLooking(walk: CareerProcess, horizon: number): number {
  // One choice for each state and month, in every combination.
  const open: { month: number; state: number; count: number }[] = [];
  for (let month = 0; month < horizon; month++) {
    const model = walk.at(month);
    for (let state = 0; state < model.states; state++) {
      const count = (model.choiceFrom[state + 1] ?? 0) - (model.choiceFrom[state] ?? 0);
      if (count > 1) open.push({ month, state, count });
    }
  }
  const total = open.reduce((product, { count }) => product * count, 1);
  if (total > 200_000) return Number.NaN;
  let best = 0;
  for (let n = 0; n < total; n++) {
    const picks = new Map<string, number>();
    let rest = n;
    for (const { month, state, count } of open) {
      picks.set(`${month} ${state}`, rest % count);
      rest = Math.floor(rest / count);
    }
    let values = new Float64Array(walk.states.length);
    values[walk.goal] = 1;
    for (let month = horizon - 1; month >= 0; month--) {
      const model = walk.at(month);
      values = values.map((_, state) => {
        const choice = (model.choiceFrom[state] ?? 0) + (picks.get(`${month} ${state}`) ?? 0);
        let sum = 0;
        for (let k = model.nextFrom[choice] ?? 0; k < (model.nextFrom[choice + 1] ?? 0); k++) {
          sum += (model.chances[k] ?? 0) * (values[model.next[k] ?? 0] ?? 0);
        }
        return sum;
      });
    }
    best = Math.max(best, values[walk.start] ?? 0);
  }
  return best;
}

test("solveCareer() is as good as the best of all policies on small careers", () => {
  const random = seededRandom(7);
  let looked = 0;
  for (let n = 0; n < 60; n++) {
    const career: Career = {
      tracks: [
        track(
          "chosen",
          [
            leg("exam", {
              months: 1,
              exam: { causeId: "exam:a", pass: random(), attempts: 1, retryMonths: 1 },
            }),
            search("x", random()),
          ],
          "chosen",
        ),
        track("backup", [leg("course", { months: 1, once: [{ causeId: "c", chance: random() }] })]),
      ],
      horizon: 3,
      money: {},
    };
    const looking = bestByLooking(careerProcessOf(career), career.horizon);
    if (Number.isNaN(looking)) continue;
    looked += 1;
    expect(solveCareer(career).highest).toBeCloseTo(looking, 12);
  }
  expect(looked).toBeGreaterThan(30);
});

/** A position to hold for two months, lost in one of ten of them. */
const HOLD = leg("hold:lead", {
  months: 2,
  isHold: true,
  along: [{ causeId: "employer:new:lead", chance: 1 - 0.9 ** 2 }],
});

test("solveCareer() looks for another such position when one is lost; alone, that is the end", () => {
  const again = { causeId: "employer:new:lead", marketId: "market:lead", monthly: 0.5 };
  const hold = track("hold", [{ ...HOLD, again }], "chosen");
  const career: Career = { tracks: [hold], horizon: 4, money: {} };
  expect(aloneChance(career, hold)).toBeCloseTo(0.9 ** 2, 12);
  // Lost in the first month (0.1): found in the second (0.5), then 0.81. Lost in the second: 0.5, then 0.9.
  const policy = solveCareer(career);
  expect(policy.highest).toBeCloseTo(0.1 * 0.5 * 0.81 + 0.9 * (0.9 + 0.1 * 0.5 * 0.9), 12);
  const { states, stateAfter } = policy.walk;
  expect(states[stateAfter("employer:new:lead", 0)]?.place).toEqual({
    at: "again",
    leg: 0,
    unit: 1,
  });
  // While no openings come, nothing is found.
  const none = { noOpenings: new Set(["market:lead"]) };
  expect(followPolicy(policy, () => none).chance).toBeCloseTo(0.9 ** 2, 12);
});

test("solveCareer() goes over to no way that begins with the position that was lost", () => {
  const again = { causeId: "employer:new:lead", marketId: "market:lead", monthly: 0 };
  const hold = track("hold", [search("lead", 1), { ...HOLD, again }], "chosen");
  const same = track("same", [search("lead", 1), HOLD]);
  const career: Career = { tracks: [hold, same], horizon: 24, money: {} };
  expect(solveCareer(career).highest).toBeCloseTo(0.9 ** 2, 12);
});

test("solveCareer() falls back on nothing where health or care duties end the way", () => {
  const risk = [{ causeId: "life:duties", chance: 0.5 }];
  const study = track("study", [leg("course", { months: 1, along: risk })], "chosen");
  // So small on a search alone that it is not counted there; it stands before it all the same.
  const career: Career = {
    tracks: [study, track("look", [search("lead", 0.1)])],
    horizon: 2,
    money: {},
  };
  expect(solveCareer(career).highest).toBeCloseTo(0.5, 12);
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const anyLeg = fc
  .record({
    months: fc.double({ min: 0, max: 9, noNaN: true }),
    variance: fc.double({ min: 0, max: 6, noNaN: true }),
    fee: fc.integer({ min: 0, max: 3000 }),
    stops: chance,
    pass: chance,
    attempts: fc.integer({ min: 1, max: 3 }),
    monthly: chance,
    kind: fc.constantFrom("work", "exam", "search", "hold"),
    cause: fc.constantFrom("a", "b", "c"),
  })
  .map(({ months, variance, fee, stops, pass, attempts, monthly, kind, cause }) =>
    leg(`${kind}:${cause}`, {
      months,
      variance,
      fee,
      along: [
        { causeId: kind === "hold" ? `employer:${cause}` : `study:${cause}`, chance: stops * 0.5 },
        { causeId: "life:duties", chance: stops * 0.05 },
      ],
      ...(kind === "hold"
        ? {
            isHold: true,
            again: { causeId: `employer:${cause}`, marketId: `market:${cause}`, monthly },
          }
        : {}),
      ...(kind === "exam"
        ? { exam: { causeId: `exam:${cause}`, pass, attempts, retryMonths: 2 } }
        : {}),
      ...(kind === "search" ? { search: { causeId: `market:${cause}`, monthly }, brings: "" } : {}),
    }),
  );
const legs = fc.array(anyLeg, { minLength: 1, maxLength: 3 });
const anyCareer = fc
  .record({
    chosen: legs,
    backups: fc.array(fc.tuple(legs, fc.boolean()), { maxLength: 2 }),
    horizon: fc.integer({ min: 1, max: 20 }),
    budget: fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined }),
    savings: fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined }),
    savedPerMonth: fc.integer({ min: 0, max: 200 }),
  })
  .map(
    ({ chosen, backups, horizon, ...money }): Career => ({
      tracks: [
        track("chosen", chosen, "chosen"),
        ...backups.map(([own, other], i) =>
          track(`backup ${i}`, own, other ? "nearest other goal" : "same goal"),
        ),
      ],
      horizon,
      money,
    }),
  );

test("solveCareer() is never below a fixed plan, nor a point below the best", () => {
  fc.assert(
    fc.property(anyCareer, (career) => {
      const { highest, outcome } = solveCareer(career);
      expect(outcome.chance).toBeGreaterThanOrEqual(highest - 0.01 - 1e-9);
      expect(outcome.chance).toBeLessThanOrEqual(highest + 1e-9);
      for (const one of career.tracks) {
        if (one.kind === "nearest other goal") continue;
        expect(outcome.chance).toBeGreaterThanOrEqual(aloneChance(career, one) - 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test("solveCareer() gives no lower chance for more months, budget, savings or income", () => {
  fc.assert(
    fc.property(anyCareer, fc.integer({ min: 1, max: 2000 }), (career, more) => {
      const { highest } = solveCareer(career);
      const { money } = career;
      const raised = (key: "budget" | "savings" | "savedPerMonth"): Career => ({
        ...career,
        money: money[key] === undefined ? money : { ...money, [key]: money[key] + more },
      });
      for (const richer of [
        { ...career, horizon: career.horizon + 1 },
        raised("budget"),
        raised("savings"),
        raised("savedPerMonth"),
      ]) {
        expect(solveCareer(richer).highest).toBeGreaterThanOrEqual(highest - 1e-9);
      }
    }),
    { numRuns: 40 },
  );
});

test("followPolicy() is what drawn lives come to, within three standard errors", () => {
  const random = seededRandom(4747);
  fc.assert(
    fc.property(anyCareer, (career) => {
      const policy = solveCareer(career);
      const { walk } = policy;
      const lives = 4000;
      let reached = 0;
      for (let life = 0; life < lives; life++) {
        let state = walk.start;
        for (let month = 0; month < career.horizon; month++) {
          const model = walk.at(month);
          const choice = policy.chosen[month]?.[state] ?? 0;
          let luck = random();
          for (let k = model.nextFrom[choice] ?? 0; k < (model.nextFrom[choice + 1] ?? 0); k++) {
            luck -= model.chances[k] ?? 0;
            if (luck < 0) {
              state = model.next[k] ?? 0;
              break;
            }
          }
        }
        if (state === walk.goal) reached += 1;
      }
      const { chance: exact } = followPolicy(policy);
      expect(policy.chances[0]?.[walk.start]).toBeCloseTo(exact, 10);
      const error = Math.sqrt((exact * (1 - exact)) / lives);
      expect(Math.abs(reached / lives - exact)).toBeLessThanOrEqual(3 * error + 1e-9);
    }),
    { numRuns: 25, seed: 20261127 },
  );
});

test("solveCareer() takes fewer months where that costs less than a point", () => {
  const career: Career = {
    tracks: [
      track(
        "chosen",
        [leg("slow", { months: 20, once: [{ causeId: "s", chance: 0.1 }] })],
        "chosen",
      ),
      track("backup", [leg("quick", { months: 2, once: [{ causeId: "c", chance: 0.008 }] })]),
    ],
    horizon: 24,
    money: {},
  };
  const { highest, outcome, walk, chosen } = solveCareer(career);
  expect(highest).toBeCloseTo(1 - 0.1 * 0.008, 12);
  expect(outcome.chance).toBeCloseTo(0.992, 12);
  expect(outcome.months).toBeLessThan(3);
  expect(actionIn({ career, walk, chosen }, 0, walk.start)).toBe(1);
});
