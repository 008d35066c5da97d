import { expect, test } from "vitest";
import { seededRandom } from "../random-source.ts";
import { type CareerPolicy, followPolicy, solveForChance } from "./career-policy.ts";
import type { Career } from "./career-process.ts";
import type { Leg, Track } from "./career-track.ts";
import { bestNotKnowing } from "./two-worlds.ts";

function leg(id: string, given: Partial<Leg> = {}): Leg {
  const none = { months: 0, variance: 0, fee: 0, along: [], once: [] };
  return { id, title: id, stageId: id, brings: id, ...none, ...given };
}

function search(id: string, monthly: number): Leg {
  return leg(`search:${id}`, { brings: "", search: { causeId: `market:${id}`, monthly } });
}

function track(id: string, kind: Track["kind"], legs: readonly Leg[]): Track {
  return { id, name: id, kind, legs };
}

/** By looking at every course of things: what is believed of the worlds follows from what was seen. */
function byLooking(worlds: readonly [CareerPolicy, CareerPolicy], weight: number): number {
  const [{ walk, career }, other] = worlds;
  function best(month: number, state: number, weights: readonly [number, number]): number {
    if (state === walk.goal) return weights[0] + weights[1];
    if (month === career.horizon) return 0;
    const [model, second] = [walk.at(month), other.walk.at(month)];
    const from = model.choiceFrom[state] ?? 0;
    const count = (model.choiceFrom[state + 1] ?? 0) - from;
    let most = 0;
    for (let n = 0; n < count; n++) {
      const chances = new Map<number, [number, number]>();
      [model, second].forEach((one, world) => {
        const choice = (one.choiceFrom[state] ?? 0) + n;
        for (let k = one.nextFrom[choice] ?? 0; k < (one.nextFrom[choice + 1] ?? 0); k++) {
          const pair = chances.get(one.next[k] ?? 0) ?? [0, 0];
          pair[world] = one.chances[k] ?? 0;
          chances.set(one.next[k] ?? 0, pair);
        }
      });
      let sum = 0;
      for (const [next, [a, b]] of chances) {
        if (a + b > 0) sum += best(month + 1, next, [weights[0] * a, weights[1] * b]);
      }
      most = Math.max(most, sum);
    }
    return most;
  }
  return best(0, walk.start, [weight, 1 - weight]);
}

test("bestNotKnowing() by hand: one looks for as long as not finding anything tells enough", () => {
  // Openings come in 9 of 10 months or never; a course of one month is passed by 6 of 10. Two months.
  const worldOf = (monthly: number): CareerPolicy =>
    solveForChance({
      tracks: [
        track("look", "chosen", [search("lead", monthly)]),
        track("course", "same goal", [
          leg("course", { months: 1, once: [{ causeId: "c", chance: 0.4 }] }),
        ]),
      ],
      horizon: 2,
      money: {},
    });
  const worlds = [worldOf(0), worldOf(0.9)] as const;
  // Known: the course at once, 0.6; or a month of looking, then the better of both, 0.9 + 0.1 × 0.9.
  expect(worlds.map(({ highest }) => highest)).toEqual([0.6, expect.closeTo(0.99, 12)]);
  // Not known: look a month (0.45 finds), then the course: 0.5 × 0.6 + 0.5 × (0.9 + 0.1 × 0.6).
  expect(bestNotKnowing(worlds, 0.5)).toBeCloseTo(0.5 * 0.6 + 0.5 * 0.96, 12);
});

test("bestNotKnowing() equals looking at every course of things, and lies between one policy for both and knowing", () => {
  const random = seededRandom(11);
  let gained = 0;
  for (let n = 0; n < 150; n++) {
    const [pass, other, look] = [random(), random(), random()];
    const horizon = 3 + Math.floor(random() * 3);
    const isExam = n % 2 === 0;
    const careerOf = (value: number): Career => ({
      tracks: [
        track("chosen", "chosen", [
          leg("exam", {
            months: 1,
            exam: { causeId: "exam:a", pass: isExam ? value : pass, attempts: 3, retryMonths: 1 },
          }),
          search("x", isExam ? look : value),
        ]),
        track("backup", "same goal", [
          leg("course", { months: 1 + (n % 2), once: [{ causeId: "c", chance: other }] }),
        ]),
      ],
      horizon,
      money: {},
    });
    const [low, high] = [random() * 0.4, 0.5 + random() * 0.5];
    const worlds = [solveForChance(careerOf(low)), solveForChance(careerOf(high))] as const;
    const weight = random();
    const exact = bestNotKnowing(worlds, weight);
    expect(exact).toBeCloseTo(byLooking(worlds, weight), 11);
    const weights = [weight, 1 - weight];
    const knowing = worlds.reduce((sum, { highest }, i) => sum + (weights[i] ?? 0) * highest, 0);
    expect(exact).toBeLessThanOrEqual(knowing + 1e-12);
    for (const { chosen } of worlds) {
      const fixed = worlds.reduce(
        (sum, { career, walk }, i) =>
          sum + (weights[i] ?? 0) * followPolicy({ career, walk, chosen }).chance,
        0,
      );
      expect(exact).toBeGreaterThanOrEqual(fixed - 1e-12);
    }
    if (knowing - exact > 1e-6) gained += 1;
  }
  // Knowing is worth something in some of them, else nothing was tested.
  expect(gained).toBeGreaterThan(20);
});
