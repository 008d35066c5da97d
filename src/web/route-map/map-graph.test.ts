import { expect, test } from "vitest";
import { US_DOLLAR } from "../../domain/money.ts";
import type { Route, Stage } from "../../domain/routes/route.ts";
import { GOAL, routeMapOf, TODAY } from "./map-graph.ts";
import { legInWords, placeInWords } from "./map-words.ts";

const NURSE = "29-1141.00";
const AIDE = "31-1131.00";
const CLERK = "43-4171.00";

const three = (likely: number) => ({ low: likely, likely, high: likely });

function stage(kind: Stage["kind"], occupationId: string, said: Partial<Stage> = {}): Stage {
  return {
    id: `${kind}-${occupationId}`,
    kind,
    title: `${kind} ${occupationId}`,
    occupationId,
    credentialIds: [],
    shortfalls: [],
    months: three(6),
    hours: three(100),
    money: three(0),
    chance: 0.9,
    causes: [],
    explanation: [],
    ...said,
  };
}

function route(id: string, stages: readonly Stage[]): Route {
  return {
    id,
    name: id,
    goalId: "goal-1",
    stages,
    strengths: [],
    months: three(12),
    hours: three(100),
    money: three(0),
    chance: 0.9,
    payForgone: 0,
    payChange: 0,
    causes: [],
    withinLimits: true,
    breaks: [],
    why: "",
  };
}

const WORDS = {
  names: {
    [`occupation:${NURSE}`]: "registered nurse",
    [`occupation:${AIDE}`]: "nursing assistant",
    "credential:adn": "Associate's degree in nursing",
  },
  present: "clerk",
  goalInWords: "a registered nurse",
};

const degree = stage("prepare", NURSE, { credentialIds: ["adn"], money: three(9000), chance: 0.6 });
const direct = route("direct", [degree, stage("move", NURSE)]);
const through = route("through", [
  stage("prepare", AIDE),
  stage("move", AIDE),
  stage("hold", AIDE, { months: three(12) }),
  { ...degree, months: three(5) },
  stage("move", NURSE),
]);

test("routeMapOf() makes one place of what is the same thing in two routes", () => {
  const { places, legs } = routeMapOf([direct, through], WORDS);
  expect(places.map(({ kind, label, routeIds }) => [kind, label, routeIds.length])).toEqual([
    ["today", "Today: clerk", 2],
    ["earned", "Associate's degree in nursing", 2],
    ["goal", "Registered nurse", 2],
    ["position", "Nursing assistant", 1],
  ]);
  expect(legs.map(({ from, to }) => [from.split(":")[0], to.split(":")[0]])).toEqual([
    [TODAY, "earned"],
    ["earned", GOAL],
    [TODAY, "position"],
    ["position", "earned"],
  ]);
});

test("law: the legs of a route add up to its stages", () => {
  for (const one of [direct, through]) {
    const { legs } = routeMapOf([one], WORDS);
    const months = legs.reduce((sum, leg) => sum + leg.months.most, 0);
    const chance = legs.reduce((product, leg) => product * leg.chance.least, 1);
    expect(months).toBeCloseTo(one.stages.reduce((sum, { months: m }) => sum + m.likely, 0));
    expect(chance).toBeCloseTo(one.stages.reduce((product, each) => product * each.chance, 1));
  }
});

test("routeMapOf() tells a stay where one stays, practising where it leads, and every stage somewhere", () => {
  const { places } = routeMapOf([through], WORDS);
  const kindsAt = (kind: string) =>
    places.find((place) => place.kind === kind)?.stages.map((one) => one.stage.kind);
  expect(kindsAt("position")).toEqual(["prepare", "move", "hold"]);
  expect(kindsAt("goal")).toEqual(["move"]);
  const stay = route("stay", [
    stage("hold", CLERK),
    stage("serve", NURSE),
    stage("prepare", NURSE),
    stage("move", NURSE),
  ]);
  const map = routeMapOf([stay], WORDS);
  expect(map.places.map(({ kind, stages }) => [kind, stages.length])).toEqual([
    ["today", 1],
    ["served", 1],
    ["goal", 2],
  ]);
});

test("routeMapOf() keeps a rung of the goal's own occupation as the goal", () => {
  const rung = route("rung", [
    stage("hold", NURSE),
    stage("move", NURSE, { title: "Senior nurse" }),
  ]);
  expect(routeMapOf([rung], WORDS).places.map(({ kind }) => kind)).toEqual(["today", "goal"]);
  expect(routeMapOf([], WORDS).places.map(({ id }) => id)).toEqual([TODAY, GOAL]);
});

test("a leg says its range where routes differ, a place on how many ways it is", () => {
  const other = route("other", [
    { ...degree, months: three(14), money: three(12_000) },
    stage("move", NURSE),
  ]);
  const { places, legs } = routeMapOf([direct, other], WORDS);
  const [first, second] = legs;
  if (first === undefined || second === undefined) throw new Error("There are two legs");
  expect(legInWords(first, US_DOLLAR)).toEqual({
    months: "6 to 14 months",
    money: "$9,000 to $12,000",
    chance: "6 in 10",
  });
  expect(legInWords(second, US_DOLLAR)).toEqual({
    months: "6 months",
    money: "no fees",
    chance: "9 in 10",
  });
  const earned = places.find(({ kind }) => kind === "earned");
  if (earned === undefined) throw new Error("There is a place to earn");
  expect(placeInWords(earned, { count: 3, mainId: "direct", mainKind: "plan" })).toBe(
    "to earn Associate's degree in nursing; on 2 of 3 ways, your plan’s among them",
  );
});
