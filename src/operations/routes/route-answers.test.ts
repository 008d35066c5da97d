// What a person answers to the routes, over the real store and the starter catalogue: a stage refused and
// allowed again, a route chosen, backups, pins; what each keeps and what each says.

import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { contextOfFile } from "../../../test/context-of-file.ts";
import { subjectsOf } from "../../domain/routes/refusals.ts";
import { plan } from "../plan/plan.ts";
import { exportRecord } from "../record/export-record.ts";
import { importExample } from "../record/import-example.ts";
import { importResume } from "../record/import-resume.ts";
import { setGoal } from "../record/set-goal.ts";
import { answerStage } from "./answer-stage.ts";
import { chooseRoute } from "./choose-route.ts";
import { findRoutes } from "./find-routes.ts";
import { pinRoute } from "./pin-route.ts";

const NURSE = "29-1141.00";

const context = contextOfFile();

beforeEach(async () => {
  await importExample.run(context, { name: "surgery-receptionist" });
});

async function found() {
  const answer = await findRoutes.run(context, {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

/** The first occupation on the way, of the routes that have one. */
async function stepOnTheWay() {
  const { routes } = await found();
  for (const route of routes) {
    const stage = route.stages.find((one) => one.kind === "move" && one.occupationId !== NURSE);
    if (stage !== undefined) return { route, subject: `occupation:${stage.occupationId}` };
  }
  throw new Error("No route has a step on the way");
}

const no = (subject: string) =>
  answerStage.run(context, { subject, answer: "no", reason: "hours" });

test("answerStage() leaves the stage out at once, says what changed, and allows it again", async () => {
  const { route, subject } = await stepOnTheWay();
  const before = await found();
  const answered = await no(subject);
  if (!answered.ok) throw new Error(answered.problem.code);
  expect(answered.value.sentence).toMatch(/^No to working as .+: not at these hours\. \d+ ways? /);
  expect(answered.value.leftOut.map(({ id }) => id)).toContain(route.id);
  const after = await found();
  expect(after.routes.flatMap(({ stages }) => stages).flatMap(subjectsOf)).not.toContain(subject);
  expect(after.refusals).toMatchObject([{ subject, reason: "hours" }]);

  const again = await answerStage.run(context, { subject, answer: "yes", reason: "not this" });
  expect(again).toMatchObject({ ok: true, value: { refusals: [] } });
  expect((await found()).routes.map(({ id }) => id)).toEqual(before.routes.map(({ id }) => id));
});

test.each(["occupation:99-9999.00", "credential:none", "nurse", "occupation:"])(
  "answerStage() knows no stage of %j",
  async (subject) => {
    expect(await no(subject)).toMatchObject({ problem: { code: "stage/unknown" } });
  },
);

test("answerStage() never leaves out the goal", async () => {
  expect(await no(`occupation:${NURSE}`)).toMatchObject({ problem: { code: "stage/is-goal" } });
});

test("chooseRoute() makes the plan take the route, and takes the choice back", async () => {
  const { routes } = await found();
  const [first, second] = routes;
  const chosen = await chooseRoute.run(context, { route: second?.id, backups: [first?.id ?? ""] });
  expect(chosen).toMatchObject({
    ok: true,
    value: { route: second?.id, backups: [first?.id], goal: { choice: { routeId: second?.id } } },
  });
  expect(await plan.run(context, {})).toMatchObject({ value: { chosenRouteId: second?.id } });
  const swapped = await chooseRoute.run(context, { route: first?.id });
  expect(swapped).toMatchObject({ value: { route: first?.id, backups: [] } });
  const undone = await chooseRoute.run(context, { undo: true });
  if (!undone.ok) throw new Error(undone.problem.code);
  expect(undone.value.goal.choice).toBeUndefined();
});

test("chooseRoute() says what cannot be chosen", async () => {
  const { routes } = await found();
  const id = routes[0]?.id ?? "";
  expect(await chooseRoute.run(context, {})).toMatchObject({
    problem: { code: "choice/nothing-said" },
  });
  expect(await chooseRoute.run(context, { route: "via-nowhere-n" })).toMatchObject({
    problem: { code: "route/gone", known: expect.arrayContaining([id]) },
  });
  expect(await chooseRoute.run(context, { route: id, backups: [id] })).toMatchObject({
    problem: { code: "choice/backup-is-plan" },
  });
  expect(await chooseRoute.run(context, { backups: ["a", "b", "c"] })).toMatchObject({
    problem: { code: "choice/too-many-backups" },
  });
});

test("a pinned route that a no leaves out is still there to be compared, and says why", async () => {
  const { route, subject } = await stepOnTheWay();
  expect(await pinRoute.run(context, { route: route.id })).toMatchObject({
    value: { pinned: [route.id] },
  });
  await no(subject);
  const { missing, goal } = await found();
  expect(goal.choice?.pinnedIds).toEqual([route.id]);
  expect(missing).toMatchObject([
    { id: route.id, route: { name: route.name }, why: /^You said no to working as / },
  ]);
  expect(await pinRoute.run(context, { route: route.id, remove: true })).toMatchObject({
    value: { pinned: [] },
  });
  expect((await found()).missing).toEqual([]);
  expect(await pinRoute.run(context, { route: "via-nowhere-n" })).toMatchObject({
    problem: { code: "route/gone" },
  });
});

test("a pinned route that savings no longer allow is still there to be compared", async () => {
  const [route] = (await found()).routes;
  await pinRoute.run(context, { route: route?.id ?? "" });
  await setGoal.run(context, { goal: NURSE, savings: 0, savedPerMonth: 0 });
  const { missing, routes } = await found();
  expect(routes.map(({ id }) => id)).not.toContain(route?.id);
  expect(missing).toMatchObject([{ id: route?.id, route: { id: route?.id } }]);
  expect(missing[0]?.why).toMatch(/savings, pay and fees/);
});

test("setting the same goal again, and a document, keep the answers; another goal has none", async () => {
  const { route, subject } = await stepOnTheWay();
  await pinRoute.run(context, { route: route.id });
  await no(subject);
  const set = await setGoal.run(context, { goal: NURSE, hours: 10, savings: 4000 });
  if (!set.ok) throw new Error(set.problem.code);
  const refusals = [{ subject, reason: "hours" }];
  expect(set.value.goal.limits).toMatchObject({
    hoursPerWeek: 10,
    savings: { amount: 4000 },
    refusals,
  });
  expect(set.value.goal.choice?.pinnedIds).toEqual([route.id]);

  const exported = await exportRecord.run(context, {});
  if (!exported.ok) throw new Error(exported.problem.code);
  await importExample.run(context, { name: "surgery-receptionist" });
  expect((await found()).refusals).toEqual([]);
  await importResume.run(context, { resume: exported.value.resume });
  const back = await found();
  expect(back.goal.limits).toEqual(set.value.goal.limits);
  expect(back.goal.choice).toEqual(set.value.goal.choice);

  const other = await setGoal.run(context, { goal: "43-3031.00" });
  if (!other.ok) throw new Error(other.problem.code);
  expect(other.value.goal.limits.refusals).toBeUndefined();
  expect(other.value.goal.choice).toBeUndefined();
});

test("findRoutes() tells each route's day by the plan's own clock, and which are in time", async () => {
  const { routes, arrivals, impossible, goal } = await found();
  const made = await plan.run(context, {});
  if (!made.ok) throw new Error(made.problem.code);
  const first = arrivals.find(({ routeId }) => routeId === made.value.chosenRouteId);
  expect(first?.day).toBe(made.value.reach?.p50);
  expect(arrivals.map(({ routeId }) => routeId)).toEqual(
    expect.arrayContaining(routes.map(({ id }) => id)),
  );
  // The date is set and no way keeps it: that is said of each, as it is said of all.
  expect(goal.by).toBe("2031-06");
  expect(impossible?.relaxations.some(({ limit, helps }) => limit === "date" && helps)).toBe(true);
  expect(arrivals.map(({ inTime }) => inTime)).toEqual(arrivals.map(() => false));
});

test("pinRoute() says what is so, and that a route nobody pinned was never there", async () => {
  const { routes } = await found();
  const id = routes[0]?.id ?? "";
  expect(await pinRoute.run(context, { route: "nope", remove: true })).toMatchObject({
    problem: { code: "route/gone", id: "nope" },
  });
  const pinned = await pinRoute.run(context, { route: id });
  expect(pinned).toMatchObject({ value: { sentence: expect.stringMatching(/^Pinned: /) } });
  const gone = await pinRoute.run(context, { route: id, remove: true });
  expect(gone).toMatchObject({ value: { sentence: expect.stringMatching(/^No longer pinned: /) } });
});

test("chooseRoute() takes all back or chooses, not both at once", async () => {
  const id = (await found()).routes[0]?.id ?? "";
  expect(await chooseRoute.run(context, { undo: true, route: id })).toMatchObject({
    problem: { code: "choice/undo-and-more" },
  });
});

test.each([
  ["administrative-assistant", "15-1241.00", "2034-12"],
  ["call-centre-agent", undefined, undefined],
  ["hr-professional", undefined, undefined],
  ["network-manager", undefined, undefined],
  ["surgery-receptionist", undefined, undefined],
])(
  "findRoutes() lists first for %s what the plan takes, for the same reason",
  async (name, goal, by) => {
    const resume = readFileSync(new URL(`../../../examples/${name}.json`, import.meta.url), "utf8");
    const input = {
      resume,
      ...(goal === undefined ? {} : { goal }),
      ...(by === undefined ? {} : { by }),
    };
    const [listed, planned] = [
      await findRoutes.run(context, input),
      await plan.run(context, input),
    ];
    if (!listed.ok || !planned.ok) throw new Error("no routes or no plan");
    const ids = (routes: readonly { readonly id: string }[]) => routes.map(({ id }) => id);
    expect(ids(listed.value.routes)).toEqual(ids(planned.value.routes));
    expect(listed.value.routes[0]?.id).toBe(planned.value.chosenRouteId);
    const reason = /^Planned before [^.]+\. /;
    const reasonOf = (why = "") => reason.exec(why)?.[0];
    expect(reasonOf(listed.value.routes[0]?.why)).toBe(reasonOf(planned.value.routes[0]?.why));
    if (by !== undefined) expect(listed.value.routes[0]?.why).toMatch(reason);
  },
);
