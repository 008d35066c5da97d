// Every operation of the catalog, once, over HTTP on a real store and the real catalogue: what it
// answers has exactly the shape that its schema publishes.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalContexts, localContexts } from "../src/cli/local-context.ts";
import { makeApp } from "../src/http/app.ts";
import { makeSecurity } from "../src/http/security.ts";
import { CATALOG } from "../src/operations/catalog.ts";

const BEARER = "a-bearer-token-for-tests";
const security = makeSecurity({ installationId: "test", bearerToken: BEARER, port: 4747 });

let folder: string;
let contexts: LocalContexts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-operations-"));
  contexts = localContexts(folder);
});

afterAll(async () => {
  await contexts.close();
  await rm(folder, { recursive: true });
});

/** Returns the value that the operation answers with; fails when it answers with a problem. */
async function answerOf(name: string, input: object): Promise<Record<string, unknown>> {
  const app = makeApp({
    catalog: CATALOG,
    contextFor: contexts.contextFor,
    keepUpload: contexts.keepUpload,
    readFeed: async () => undefined,
    security,
    webRoot: folder,
    version: "1.0.0",
    log: () => {},
  });
  const response = await app.request(`/api/${name}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: {
      Host: "127.0.0.1:4747",
      Authorization: `Bearer ${BEARER}`,
      "Content-Type": "application/json",
    },
  });
  const answer = await response.json();
  expect(answer, name).toMatchObject({ ok: true });
  const operation = await CATALOG.find((entry) => entry.name === name)?.load();
  // A field that the schema does not name would be missing after it.
  expect(operation?.output.parse(answer.value), name).toEqual(answer.value);
  return answer.value;
}

/** Writes the smallest O*NET release there can be; returns its folder. */
async function madeUpRelease(): Promise<string> {
  const release = path.join(folder, "db_99_0_text");
  await mkdir(release);
  const rows = [
    ["O*NET-SOC Code", "Title", "Description"],
    ["15-1241.00", "Computer Network Architects", "Plan networks for a test."],
    ["35-3023.01", "Baristas", "Make coffee for a test."],
  ];
  const table = rows.map((row) => row.join("\t")).join("\n");
  await writeFile(path.join(release, "Occupation Data.txt"), `${table}\n`);
  return release;
}

test("every operation answers with what its schema says, in the course of one career", async () => {
  const called = new Set<string>();
  const call = (name: string, input: object = {}) => {
    called.add(name);
    return answerOf(name, input);
  };
  await call("list-examples");
  await call("import-example", { name: "network-manager" });
  await call("search-occupations", { query: "network" });
  const { candidates } = await call("match-title", { title: "call centre agent" });
  expect(candidates).not.toEqual([]);
  await call("show-occupation", { id: "15-1241.00" });
  await call("show-moves", { id: "15-1241.00" });
  await call("set-country", { country: "US" });
  await call("set-goal", { goal: "15-1241.00", by: "2036-06", hours: 10 });
  const { position } = await call("save-position", { title: "Scout leader", kind: "volunteering" });
  const { id } = position as { id: string }; // `as`: held to the schema just now.
  await call("confirm-occupation", { position: id, occupation: "15-1241.00" });
  await call("remove-position", { id });
  const rungs = [{ title: "Network manager" }, { title: "Head of networks", openingsAYear: 0.25 }];
  const { ladder } = await call("save-ladder", { organisation: "A hospital group", rungs });
  const said = { what: "Went back to nights", date: "2019", outcomes: [] };
  const { decision } = await call("save-decision", { ...said, touches: ["network manager"] });
  const { id: decided } = decision as { id: string }; // `as`: held to the schema just now.
  await call("add-outcome", { decision: decided, text: "Slept badly", date: "2020" });
  await call("list-decisions");
  await call("set-horizons", { subject: `decision:${decided}`, horizons: ["career"] });
  await call("show-horizons");
  const { statement } = await call("save-statement", { text: "To draw what others build." });
  await call("show-statement");
  await call("remove-statement", { id: (statement as { id: string }).id }); // `as`: held to the schema just now.
  await call("show-record");
  await call("remove-decision", { id: decided });
  await call("remove-ladder", { id: (ladder as { id: string }).id }); // `as`: held to the schema just now.
  const { resume } = await call("export-record");
  await call("import-resume", { resume });
  await call("show-abilities");
  const { elements } = await call("show-rating-scale", { occupation: "web developer", count: 2 });
  const [first] = elements as { id: string }[]; // `as`: held to the schema just now.
  await call("rate-yourself", { element: first?.id, level: 5 });
  await call("show-interview");
  await call("answer-question", { question: "track", choice: "rare", words: "head of networks" });
  await call("answer-assessment", { answers: { "commit-now": 5 }, finish: true });
  await call("set-wants", { dimension: "commitment", value: 3.5 });
  await call("show-assessment", { dimension: "commitment" });
  await call("show-compass");
  await call("show-review-talk");
  await call("save-review-talk", { text: "Questions\n- When?" });
  await call("save-review-talk", { anew: true });
  await call("find-gaps");
  const { routes } = await call("find-routes");
  const [route, other] = routes as { id: string }[]; // `as`: held to the schema just now.
  await call("pin-route", { route: route?.id });
  await call("choose-route", { route: other?.id ?? route?.id });
  await call("answer-stage", { subject: "credential:ccna", answer: "no", reason: "hours" });
  await call("find-routes");
  await call("find-springboards");
  await call("plan");
  const { action: own } = await call("save-action", { title: "Read one book", hours: 12 });
  const { hazards } = await call("show-backups");
  const [hazard] = hazards as { id: string }[]; // `as`: held to the schema just now.
  await call("set-hazard", { id: hazard?.id, chance: 0.2 });
  await call("keep-plan");
  const { actions } = await call("show-plan");
  const [action] = actions as { id: string }[]; // `as`: held to the schema just now.
  await call("mark-action", { action: action?.id, mark: "late", until: "2099-01-01", why: "ill" });
  await call("mark-action", { action: action?.id, mark: "reopened" });
  await call("log-hours", { action: action?.id, hours: 2 });
  await call("remove-action", { id: (own as { id: string }).id }); // `as`: held to the schema just now.
  const { checkIn } = await call("save-check-in", {
    what: "Cleaned up the switch room",
    hours: 3,
    agenda: "employer",
    energy: 1,
    skills: ["2.B.5.a"],
    noted: true,
  });
  await call("list-check-ins");
  await call("show-agenda");
  await call("remove-check-in", { id: (checkIn as { id: string }).id }); // `as`: held to the schema just now.
  await call("show-today");
  await call("replan", { keep: true });
  await call("show-plan");
  await call("list-plans");
  await call("compare-plans");
  await call("list-plans");
  await call("export-calendar", { checkIns: "weekly", reminder: "day-before" });
  await call("make-feed", { parts: ["actions"] });
  await call("show-feed");
  await call("revoke-feed");
  const release = await madeUpRelease();
  await call("add-catalogue", { kind: "onet", location: release });
  expect(await call("list-catalogues")).toMatchObject({
    added: [{ kind: "onet", counts: [{ name: "occupations", count: 2 }] }],
  });
  const { id: barista } = await call("show-occupation", { id: "35-3023.01" });
  expect(barista).toBe("35-3023.01");
  await call("train-titles");
  await call("stop-training");
  await call("remove-catalogue", { kind: "onet" });
  await call("delete-everything", { confirm: "delete everything" });
  expect([...called].sort()).toEqual(CATALOG.map(({ name }) => name).sort());
}, 60_000);

interface Named {
  readonly id: string;
}

/** What other programs read of a plan; `as` where it is used: held to the schema by answerOf(). */
interface ReadPlan {
  readonly gaps: readonly Named[];
  readonly routes: readonly (Named & { readonly stages: readonly Named[] })[];
  readonly chosenRouteId?: string;
  readonly actions: readonly (Named & {
    readonly start: string;
    readonly end: string;
    readonly after: readonly string[];
    readonly closesGapIds: readonly string[];
    readonly stageId?: string;
  })[];
  readonly milestones: readonly (Named & {
    readonly date: string;
    readonly actionIds: readonly string[];
  })[];
  readonly backups: readonly (Named & { readonly route: { readonly stages: readonly Named[] } })[];
}

/** Every id is there once, every reference leads to one, and every day is a day. */
function expectWhole(plan: ReadPlan): void {
  const { gaps, routes, actions, milestones, backups } = plan;
  for (const list of [gaps, routes, actions, milestones, backups]) {
    const ids = list.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain("");
  }
  const idsOf = (list: readonly Named[]) => list.map(({ id }) => id);
  const stages = [...routes, ...backups.map(({ route }) => route)].flatMap((one) => one.stages);
  for (const [references, known] of [
    [actions.flatMap(({ closesGapIds }) => closesGapIds), idsOf(gaps)],
    [actions.flatMap(({ after }) => after), idsOf(actions)],
    [actions.flatMap(({ stageId }) => stageId ?? []), idsOf(stages)],
    [milestones.flatMap(({ actionIds }) => actionIds), idsOf(actions)],
    [plan.chosenRouteId ?? [], idsOf(routes)],
  ] as const) {
    expect(known).toEqual(expect.arrayContaining([...new Set([references].flat())]));
  }
  const days = [
    ...actions.flatMap(({ start, end }) => [start, end]),
    ...milestones.map(({ date }) => date),
  ];
  for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

test("the plan of every example has the published shape, one that cannot be reached too", async () => {
  const { examples } = await answerOf("list-examples", {});
  const names = (examples as { name: string }[]).map(({ name }) => name); // `as`: held to the schema.
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    await answerOf("import-example", { name });
    expectWhole((await answerOf("plan", {})) as Partial<ReadPlan> as ReadPlan);
  }
  await answerOf("import-example", { name: "surgery-receptionist" });
  const none = await answerOf("plan", { by: "2031-06", hours: 1 });
  expect(none).toMatchObject({ feasible: false });
  expectWhole(none as Partial<ReadPlan> as ReadPlan);
});
