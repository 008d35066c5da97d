import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { estimateLevels } from "../abilities/estimate-levels.ts";
import type { Standing } from "../abilities/standing.ts";
import type { Gap } from "../gaps/gap.ts";
import { nameInSentence, withCredentialArticle } from "../moves/credential-in-sentence.ts";
import type { Goal } from "../record/goal.ts";
import type { Route, Stage } from "../routes/route.ts";
import { landingRateOfStage, makeActions } from "./make-actions.ts";

const catalogue = smallCatalogue();
const points = (likely: number) => ({ low: likely * 0.8, likely, high: likely * 1.3 });

const standing: Standing = {
  matches: [],
  presentRows: [],
  levels: estimateLevels(catalogue, []),
  educationLevel: 2,
  educationLabel: "High school",
  studiedRows: new Set(),
  heldCredentialIds: new Set(),
  heldLicences: new Set(),
  monthsByRow: new Map(),
  annualPay: undefined,
  presentOrganisations: ["a surgery"],
  figuresAreLocal: true,
};

const goal: Goal = {
  id: "goal",
  title: "Nurse",
  occupationId: SMALL.registeredNurse,
  why: "",
  limits: { hoursPerWeek: 8, notThese: [] },
};

function stage(given: Partial<Stage> & Pick<Stage, "id" | "kind">): Stage {
  return {
    title: given.id,
    occupationId: SMALL.registeredNurse,
    credentialIds: [],
    shortfalls: [],
    months: points(0),
    hours: points(0),
    money: points(0),
    chance: 0.9,
    causes: [],
    explanation: [],
    ...given,
  };
}

function route(stages: readonly Stage[]): Route {
  return {
    id: "r",
    name: "A route",
    goalId: "goal",
    stages,
    strengths: [],
    months: points(0),
    hours: points(0),
    money: points(0),
    chance: 1,
    payForgone: undefined,
    payChange: undefined,
    causes: [],
    withinLimits: true,
    breaks: [],
    why: "",
  };
}

function gap(id: string, kind: Gap["kind"]): Gap {
  return {
    id,
    kind,
    title: id,
    explanation: "",
    size: 1,
    mustClose: false,
    unknown: false,
    parts: [],
  };
}

const nursing = route([
  stage({
    id: "1",
    kind: "prepare",
    credentialIds: ["nursing-associate", "nclex-rn"],
    hours: points(2820),
  }),
  stage({ id: "2", kind: "move", title: "Find a position as a nurse" }),
]);

test("makeActions() begins small, wins the place, then course, exam, licence and search", () => {
  const actions = makeActions({ catalogue, standing, gaps: [], route: nursing, goal });
  expect(actions.map((action) => [action.id, action.after])).toEqual([
    ["talk:first", []],
    ["talk:mentor", ["talk:first"]],
    ["talk:reimbursement", ["talk:first"]],
    ["try:29-1141.00", ["talk:first"]],
    ["admission:nursing-associate", ["try:29-1141.00"]],
    ["credential:nursing-associate", ["admission:nursing-associate", "talk:reimbursement"]],
    ["credential:nclex-rn", ["credential:nursing-associate"]],
    ["licence:Registered nurse licence (RN)", ["credential:nclex-rn"]],
    [`employers:${SMALL.registeredNurse}`, ["credential:nursing-associate", "credential:nclex-rn"]],
    [
      `prepare-search:${SMALL.registeredNurse}`,
      ["credential:nursing-associate", "credential:nclex-rn"],
    ],
    [
      `search:${SMALL.registeredNurse}`,
      [
        `prepare-search:${SMALL.registeredNurse}`,
        `employers:${SMALL.registeredNurse}`,
        "credential:nursing-associate",
        "credential:nclex-rn",
        "licence:Registered nurse licence (RN)",
      ],
    ],
  ]);
  expect(actions[6]?.title).toBe(
    "Study for and pass the nursing exam for registered nurses (NCLEX-RN)",
  );
  expect(actions[6]?.passRate).toBe(0.87);
  expect(actions.every((action) => action.doneWhen.length > 0 && action.source.length > 0)).toBe(
    true,
  );
});

test("makeActions() asks no employer where there is none, and no licence that is held", () => {
  const free = {
    ...standing,
    presentOrganisations: [],
    heldLicences: new Set(["Registered nurse licence (RN)"]),
  };
  const ids = makeActions({ catalogue, standing: free, gaps: [], route: nursing, goal }).map(
    (action) => action.id,
  );
  expect(ids).not.toContain("talk:reimbursement");
  expect(ids).not.toContain("licence:Registered nurse licence (RN)");
});

test("makeActions() turns hours that no credential explains into practice by shortfall", () => {
  const shortfall = (elementId: string, element: string, weight: number) => ({
    elementId,
    element,
    needed: 4,
    believed: 2,
    shortfall: 2,
    weight,
  });
  const practice = route([
    stage({
      id: "1",
      kind: "prepare",
      hours: points(90),
      shortfalls: [
        shortfall("2.C.5.a", "Medicine and Dentistry", 0.2),
        shortfall("2.A.1.d", "Speaking", 0.1),
      ],
    }),
    stage({ id: "2", kind: "move" }),
  ]);
  const gaps = [gap("skill:2.C.5.a", "skill"), gap("skill:2.A.1.d", "skill")];
  const actions = makeActions({ catalogue, standing, gaps, route: practice, goal }).filter(
    (action) => action.kind === "practice",
  );
  expect(actions.map((action) => [action.hours.likely, action.closesGapIds])).toEqual([
    [60, ["skill:2.C.5.a"]],
    [30, ["skill:2.A.1.d"]],
  ]);
  expect(actions[0]?.title).toContain("Learn more about medicine and dentistry");
});

test("a hold lasts its own months and those of the preparation beside it; the move waits for both", () => {
  const held = route([
    stage({ id: "1", kind: "hold", months: points(12), occupationId: SMALL.medicalAssistant }),
    stage({ id: "2", kind: "prepare", months: points(10), credentialIds: ["medical-assistant"] }),
    stage({ id: "3", kind: "move" }),
  ]);
  const actions = makeActions({ catalogue, standing, gaps: [], route: held, goal });
  const hold = actions.find((action) => action.kind === "hold");
  expect(hold?.minimumMonths).toBe(22);
  expect(hold?.hours.likely).toBe(0);
  const course = actions.find((action) => action.id === "credential:medical-assistant");
  expect(course?.after).not.toContain(hold?.id);
  const search = actions.find((action) => action.landingRate !== undefined);
  expect(search?.after).toContain(hold?.id);
  expect(search?.after).toContain(course?.id);
});

test("every gap is closed by an action, whatever the route holds (law)", () => {
  const kinds = [
    "licence",
    "education",
    "experience",
    "skill",
    "pay",
    "network",
    "headroom",
    "compass",
  ] as const;
  const gaps = kinds.map((kind) => gap(`${kind}:x`, kind));
  const routes = [
    nursing,
    route([stage({ id: "1", kind: "move" })]),
    route([stage({ id: "1", kind: "serve", hours: points(100), months: points(6) })]),
  ];
  for (const one of routes) {
    const actions = makeActions({ catalogue, standing, gaps, route: one, goal });
    const closed = new Set(actions.flatMap((action) => action.closesGapIds));
    expect([...closed].sort()).toEqual(gaps.map((each) => each.id).sort());
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
  }
});

test("makeActions() gives none for a route without stages", () => {
  expect(makeActions({ catalogue, standing, gaps: [], route: route([]), goal })).toEqual([]);
});

test("landingRateOfStage() gives back the chance within the window", () => {
  const rate = landingRateOfStage(stage({ id: "1", kind: "move", chance: 0.9 }));
  expect(1 - Math.exp(-rate.likely * 12)).toBeCloseTo(0.9, 9);
  expect(rate.low).toBeLessThan(rate.likely);
  expect(rate.high).toBeGreaterThan(rate.likely);
});

test("credential names stand in a sentence as people write them", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Nursing exam (NCLEX-RN)", "the nursing exam (NCLEX-RN)"],
    ["Associate's degree in nursing (ADN)", "an associate's degree in nursing (ADN)"],
    ["Bachelor's degree", "a bachelor's degree"],
    ["CPA exam", "the CPA exam"],
    ["CompTIA Network+", "CompTIA Network+"],
    ["Cisco Certified Network Associate (CCNA)", "the Cisco Certified Network Associate (CCNA)"],
    ["A first term of college courses", "a first term of college courses"],
    ["Linux administrator certificate", "the Linux administrator certificate"],
  ];
  for (const [name, inside] of cases) expect(withCredentialArticle(name)).toBe(inside);
  expect(nameInSentence("Certified Administrative Professional (CAP)")).toBe(
    "Certified Administrative Professional (CAP)",
  );
});

test("makeActions() says of every step who can help, and what to ask in the talks", () => {
  const actions = makeActions({ catalogue, standing, gaps: [], route: nursing, goal });
  expect(actions.filter((action) => (action.whoHelps ?? "") === "")).toEqual([]);
  for (const talk of actions.filter((action) => action.kind === "talk")) {
    expect(talk.questions?.length).toBeGreaterThanOrEqual(3);
    expect(talk.questions?.length).toBeLessThanOrEqual(5);
  }
});

test("makeActions() plans a home and a move of house where a position is said to be elsewhere", () => {
  const planned = makeActions({ catalogue, standing, gaps: [], route: nursing, goal });
  const search = planned.find(({ landingRate }) => landingRate !== undefined)?.id ?? "";
  const own = { id: `house-move:${search}`, money: { low: 1, likely: 2, high: 3 } };
  const actions = makeActions({
    ...{ catalogue, standing, gaps: [], route: nursing },
    goal: { ...goal, ownActions: [{ id: search, elsewhere: "Leeds" }, own] },
  });
  expect(actions.slice(-2)).toMatchObject([
    {
      id: `home:${search}`,
      kind: "house move",
      title: "Find a home for the work in Leeds, and give notice on yours",
      waitWeeks: { low: 4, likely: 8, high: 16 },
      after: [search],
      whoHelps: expect.stringContaining("people who live there"),
    },
    { id: own.id, title: "Move house: Leeds", money: own.money, after: [`home:${search}`] },
  ]);
  expect(actions.at(-2)?.questions?.length).toBe(4);
  expect(actions.slice(0, -2).map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
});

test("makeActions() lets what comes after a move elsewhere wait until one lives there", () => {
  const move = nursing.stages.find(({ kind }) => kind === "move");
  const prepare = nursing.stages.find(({ kind }) => kind === "prepare");
  if (move === undefined || prepare === undefined) throw new Error("no such stages");
  const first = { ...move, id: "0", occupationId: prepare.occupationId };
  const route = { ...nursing, stages: [first, prepare] };
  const search = `search:${prepare.occupationId}`;
  const actions = makeActions({
    ...{ catalogue, standing, gaps: [], route },
    goal: { ...goal, ownActions: [{ id: search, elsewhere: "Leeds" }] },
  });
  expect(actions.find(({ id }) => id.startsWith("try:"))?.after).toEqual([`house-move:${search}`]);
});

test("makeActions() asks for one thing at work that needs what is short most, before one applies", () => {
  const gap = (id: string): Gap => ({
    ...{
      id,
      kind: "skill",
      title: id,
      explanation: "",
      size: 0.5,
      mustClose: false,
      unknown: false,
    },
    parts: [],
  });
  const move = nursing.stages.filter(({ kind }) => kind === "move");
  const [element] = catalogue.elements.filter(({ group }) => group !== "ability");
  const inputs = {
    ...{ catalogue, goal, route: { ...nursing, stages: move } },
    gaps: [gap("skill:smaller"), gap(`skill:${element?.id}`)],
  };
  const task = `task:${element?.id}`;
  const held = { ...standing, presentOrganisations: ["Elm Street Surgery"] };
  const actions = makeActions({ ...inputs, standing: held });
  expect(actions.find(({ id }) => id === task)).toMatchObject({
    kind: "project",
    closesGapIds: ["skill:smaller", `skill:${element?.id}`],
    whoHelps: "your manager",
  });
  expect(actions.find(({ id }) => id.startsWith("prepare-search:"))?.after).toContain(task);
  const none = makeActions({ ...inputs, standing: { ...standing, presentOrganisations: [] } });
  expect(none.map(({ id }) => id)).not.toContain(task);
});

test("makeActions() adds the person's own steps last, and never lets them wait in a circle", () => {
  const ownActions = [
    { id: "own:1", kind: "talk", title: "Call Ana", after: ["own:2", "own:1", "gone"] },
    { id: "own:2", kind: "house move", title: "Move", after: ["own:1", "credential:nclex-rn"] },
    { id: "credential:nclex-rn", hours: { low: 1, likely: 2, high: 3 }, after: ["own:1"] },
    { id: "credential:of-another-route", hours: { low: 1, likely: 2, high: 3 } },
  ] as const;
  const actions = makeActions({
    ...{ catalogue, standing, gaps: [], route: nursing },
    goal: { ...goal, ownActions },
  });
  expect(actions.slice(-2)).toMatchObject([
    { id: "own:1", title: "Call Ana", after: ["own:2"], stageId: "1", source: "your own word" },
    { id: "own:2", after: ["credential:nclex-rn"], stageId: "1" },
  ]);
  expect(actions.find((action) => action.id === "credential:nclex-rn")).toMatchObject({
    hours: { likely: 2 },
    after: ["credential:nursing-associate"],
    isOwn: true,
  });
});

test("makeActions() puts the steps in the order that the person says, the route's own too", () => {
  const orderOf = (ownActions: Goal["ownActions"] & {}) =>
    new Map(
      makeActions({
        ...{ catalogue, standing, gaps: [], route: nursing },
        goal: { ...goal, ownActions },
      }).map(({ id, after }) => [id, after]),
    );
  const exam = "credential:nclex-rn";
  expect(orderOf([{ id: exam, after: [] }]).get(exam)).toEqual([]);
  expect(orderOf([{ id: exam, after: ["talk:first", "gone"] }]).get(exam)).toEqual(["talk:first"]);
  const own = { id: "own:1", kind: "talk", title: "Call Ana" } as const;
  const before = orderOf([own, { id: "talk:first", after: ["own:1"] }]);
  expect(before.get("talk:first")).toEqual(["own:1"]);
  // All of it comes after the opening talk already.
  expect(orderOf([{ id: "talk:first", after: [exam] }]).get("talk:first")).toEqual([]);
});

test("law: makeActions() never lets steps wait in a circle, whatever comes before what", () => {
  const ids = makeActions({ catalogue, standing, gaps: [], route: nursing, goal }).map(
    ({ id }) => id,
  );
  const own = ["own:1", "own:2"];
  const after = fc.subarray([...ids, ...own]);
  const changes = fc.tuple(
    ...[...ids, ...own].map((id) => after.map((said) => ({ id, after: said }))),
  );
  fc.assert(
    fc.property(changes, (said) => {
      const ownActions = said.map((one) =>
        own.includes(one.id) ? { ...one, kind: "talk" as const, title: one.id } : one,
      );
      const actions = makeActions({
        ...{ catalogue, standing, gaps: [], route: nursing },
        goal: { ...goal, ownActions },
      });
      const open = new Map(actions.map((action) => [action.id, action.after]));
      const done = new Set<string>();
      while (open.size > 0) {
        const ready = [...open].filter(([, before]) => before.every((id) => done.has(id)));
        expect(ready.length).toBeGreaterThan(0);
        for (const [id] of ready) {
          done.add(id);
          open.delete(id);
        }
      }
    }),
  );
});
