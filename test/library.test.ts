// The library as another program meets it, through the entries and in plain JavaScript: names and shapes, and
// what it says to input that does not fit. What each function reckons is tested where it is.

import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";

type Library = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** An entry of the package by its name, with whatever arguments somebody may give. */
async function entry(name: string): Promise<Library> {
  return import(fileURLToPath(new URL(`../entry/${name}.js`, import.meta.url)));
}

const ENTRIES = {
  titles: await entry("titles"),
  sources: await entry("sources"),
  moves: await entry("moves"),
  routes: await entry("routes"),
  schedule: await entry("schedule"),
  policy: await entry("policy"),
  assessment: await entry("assessment"),
};

function call(name: string, ...given: readonly unknown[]): unknown {
  const room = Object.values(ENTRIES).find((one) => name in one);
  return room?.[name]?.(...given);
}

const starter = (call("readStarter") as { readonly catalogue: Record<string, unknown> }).catalogue;
const index = call("buildTitleIndex", [{ id: "a", labels: ["Nurse"] }]);
const activity = { id: "a", duration: 1, demands: [1], after: [] };
const chance = { states: 1, actions: 1, transitions: [[[1]]], rewards: [[1]] };
const NURSE = "29-1141.00";

test("the entries give the names that are promised", () => {
  expect(
    Object.fromEntries(
      Object.entries(ENTRIES).map(([name, room]) => [name, Object.keys(room).sort()]),
    ),
  ).toEqual({
    titles: [
      "buildTitleIndex",
      "makeEncoderBytes",
      "makeIndexBytes",
      "nearestOccupations",
      "parseEncoderBytes",
      "parseIndexBytes",
      "rankTitles",
      "trainTitleEncoder",
    ],
    sources: [
      "combineCatalogues",
      "readBls",
      "readCrosswalks",
      "readEsco",
      "readOnet",
      "readStarter",
      "sourceProblemText",
    ],
    moves: ["rankMoves", "suggestMoves", "transitionMatrix"],
    routes: ["findRoutes", "paretoPaths", "settledPerson"],
    schedule: ["scheduleActivities", "simulateSchedule"],
    policy: ["solveFiniteHorizon", "solveStationary"],
    assessment: ["askedItems", "scoreAssessment"],
  });
});

test.each<[string, readonly unknown[], string]>([
  ["buildTitleIndex", [], "entries is undefined, not an array"],
  ["buildTitleIndex", [[{ id: "a", labels: "Nurse" }]], 'entries[0].labels is "Nurse"'],
  ["buildTitleIndex", [[{ id: 5, labels: [] }]], "entries[0].id is 5, not a string"],
  ["buildTitleIndex", [[], { encoder: {} }], "options.encoder.dimensions is undefined"],
  ["rankTitles", [[], "nurse"], "index is an array, not an object"],
  ["rankTitles", [index, null], "query is null, not a string"],
  ["rankTitles", [index, "nurse", { limit: "3" }], 'options.limit is "3"'],
  ["trainTitleEncoder", [starter, { seed: 1 }], "catalogues is an object, not an array"],
  ["trainTitleEncoder", [[{ catalogue: starter }], { seed: 1 }], "catalogues[0] is an object"],
  ["trainTitleEncoder", [[]], "options is undefined, not an object"],
  ["parseEncoderBytes", ["abc"], 'bytes is "abc", not bytes'],
  ["readOnet", [], "files is undefined, not a Map"],
  ["readEsco", [Buffer.from("")], "files is a Buffer, not a Map"],
  ["readBls", [{ "a.csv": "text" }], 'files["a.csv"] is "text", not bytes'],
  ["readCrosswalks", [new Map([[5, Buffer.from("")]])], "files: the name is 5, not a string"],
  ["combineCatalogues", [{}], "parts.starter is undefined, not a catalogue"],
  ["rankMoves", [{ catalogue: starter }, NURSE], "catalogue is an object, not a catalogue"],
  ["rankMoves", [starter, 5], "occupationId is 5, not a string"],
  ["rankMoves", [starter, NURSE, { person: {} }], "options.person is an object, not where"],
  ["transitionMatrix", [], "catalogue is undefined, not a catalogue"],
  ["paretoPaths", [{ nodes: ["a"] }, "a", "a"], "graph.edges is undefined, not an array"],
  [
    "paretoPaths",
    [{ nodes: ["a"], edges: [{ from: "a", to: "a", costs: ["1"] }] }, "a", "a"],
    'graph.edges[0].costs[0] is "1", not a number',
  ],
  ["findRoutes", [{ catalogue: starter }], "question.standing is undefined, not where"],
  [
    "scheduleActivities",
    [{ activities: [{ ...activity, after: "b" }], capacities: [1] }],
    'project.activities[0].after is "b", not an array',
  ],
  [
    "simulateSchedule",
    [{ activities: [{ ...activity, duration: { low: 1, high: 2 } }], capacities: [1] }],
    "project.activities[0].duration.likely is undefined, not a number",
  ],
  ["solveStationary", [chance], "options is undefined, not an object"],
  ["solveStationary", [{ ...chance, rewards: [["1"]] }, { discount: 0.5 }], "mdp.rewards[0][0]"],
  ["scoreAssessment", [[null]], "answers[0] is null, not an object"],
  [
    "scoreAssessment",
    [[{ itemId: "time-ahead", itemVersion: 1, value: "3" }]],
    'answers[0].value is "3", not a number',
  ],
])("%s() names what is of the wrong kind: %#", (name, given, text) => {
  expect(() => call(name, ...given)).toThrow(TypeError);
  expect(() => call(name, ...given)).toThrow(text);
});

const somebody = call("settledPerson", starter, "31-1131.00");
const question = {
  catalogue: starter,
  standing: somebody,
  goal: { occupationId: NURSE },
  today: "2026-11-27",
};

test.each<[string, readonly unknown[], string]>([
  ["rankTitles", [index, "nurse", { limit: Number.NaN }], "options.limit is NaN"],
  ["rankTitles", [index, "nurse", { limit: -1 }], "options.limit is -1"],
  ["trainTitleEncoder", [[], { seed: 2 ** 32 }], "options.seed is 4294967296"],
  ["rankMoves", [starter, NURSE, { hoursPerWeek: 0 }], "options.hoursPerWeek is 0"],
  ["suggestMoves", [starter, NURSE, { limit: 1.5 }], "options.limit is 1.5"],
  ["settledPerson", [starter, "__proto__"], 'unknown occupation "__proto__"'],
  ["findRoutes", [{ ...question, today: "2026-02-30" }], 'question.today is "2026-02-30"'],
  ["findRoutes", [{ ...question, mostMoves: 5 }], "question.mostMoves is 5"],
  [
    "findRoutes",
    [
      {
        ...question,
        goal: {
          occupationId: NURSE,
          limits: { budget: { amount: Number.NaN, currency: "USD" } },
        },
      },
    ],
    "question.goal.limits.budget.amount is NaN",
  ],
  [
    "scheduleActivities",
    [{ activities: [activity], capacities: [1] }, { budget: 0 }],
    "options.budget is 0",
  ],
  [
    "simulateSchedule",
    [{ activities: [activity], capacities: [1] }, { budget: Number.NaN }],
    "options.budget is NaN",
  ],
  ["solveStationary", [chance, { discount: 2 }], "a discount of 2"],
])("%s() names what is out of its range: %#", (name, given, text) => {
  expect(() => call(name, ...given)).toThrow(RangeError);
  expect(() => call(name, ...given)).toThrow(text);
});

test("readOnet() takes a Map, an object, views and plain buffers, and gives the same", () => {
  const bytes = Buffer.from("O*NET-SOC Code\tTitle\n29-1141.00\tRegistered Nurses\n");
  const own = new Uint8Array(bytes);
  const name = "db/Occupation Data.txt";
  const first = call("readOnet", { [name]: bytes });
  expect(first).toMatchObject({ catalogue: { ids: [NURSE] } });
  for (const files of [
    new Map([[name, bytes]]),
    Object.freeze({ [name]: own }),
    { [name]: own.buffer },
    { [name]: new DataView(own.buffer) },
    Object.assign(Object.create(null), { [name]: own }),
  ])
    expect(call("readOnet", files)).toEqual(first);
});

test("findRoutes() fills what is not said of the goal, and says what it finds", () => {
  const routes = call("findRoutes", question) as readonly { readonly goalId: string }[];
  expect(routes.length).toBeGreaterThan(0);
  const said = { ...question.goal, limits: { hoursPerWeek: 8, notThese: [] } };
  expect(call("findRoutes", { ...question, goal: said })).toEqual(routes);
});

test("scheduleActivities() and solveStationary() take typed arrays as plain ones", () => {
  const typed = { activities: [{ ...activity, demands: Int32Array.of(1) }] };
  expect(call("scheduleActivities", { ...typed, capacities: Int32Array.of(1) })).toEqual(
    call("scheduleActivities", { activities: [activity], capacities: [1] }),
  );
  const rows = { transitions: [[Float64Array.of(1)]], rewards: [Float64Array.of(1)] };
  expect(call("solveStationary", { ...chance, ...rows }, { discount: 0.5 })).toEqual({
    values: [2],
    policy: [0],
  });
});

test("law: whatever an entry is given, it answers or names it in an error of its own", () => {
  const names = Object.values(ENTRIES).flatMap((room) => Object.keys(room));
  const given = fc.array(fc.anything({ withTypedArray: true, withMap: true, withSet: true }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.constantFrom(...names), given, (name, values) => {
      try {
        call(name, ...values);
      } catch (error) {
        expect(String(error)).toMatch(/^(TypeError|RangeError): Cannot [a-z]/);
        expect(String(error)).not.toContain("Cannot read properties");
      }
    }),
    { numRuns: 2000 },
  );
});
