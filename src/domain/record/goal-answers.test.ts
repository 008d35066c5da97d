import fc from "fast-check";
import { expect, test } from "vitest";
import { type Goal, REFUSAL_REASONS } from "./goal.ts";
import {
  choiceOf,
  withChoice,
  withFormerAnswers,
  withHazard,
  withoutRefusal,
  withRefusal,
} from "./goal-answers.ts";

const GOAL: Goal = {
  id: "goal-1",
  title: "Nurse",
  occupationId: "29-1141.00",
  why: "",
  limits: { hoursPerWeek: 8, notThese: [] },
};

const anyGoal = fc
  .array(fc.record({ subject: fc.string({ maxLength: 6 }), reason: fc.constant("hours" as const) }))
  .map((refusals): Goal => ({ ...GOAL, limits: { ...GOAL.limits, refusals } }));

const refusal = fc.record({
  subject: fc.string({ minLength: 1, maxLength: 6 }),
  reason: fc.constantFrom(...REFUSAL_REASONS),
});

test("law: a stage refused and allowed again leaves the goal without an answer to it", () => {
  fc.assert(
    fc.property(anyGoal, refusal, (goal, no) => {
      const refused = withRefusal(goal, no);
      expect(refused.limits.refusals).toContainEqual(no);
      const again = withoutRefusal(refused, no.subject);
      expect((again.limits.refusals ?? []).some(({ subject }) => subject === no.subject)).toBe(
        false,
      );
      expect(withoutRefusal(again, no.subject)).toBe(again);
    }),
  );
});

test("withRefusal() keeps one reason for each subject, the last one said", () => {
  const first = withRefusal(GOAL, { subject: "occupation:a", reason: "hours" });
  const second = withRefusal(first, { subject: "occupation:a", reason: "place" });
  expect(second.limits.refusals).toEqual([{ subject: "occupation:a", reason: "place" }]);
  expect(withoutRefusal(second, "occupation:a")).toEqual(GOAL);
});

test("withChoice() leaves no choice behind where nothing is chosen", () => {
  const chosen = withChoice(GOAL, { routeId: "direct-n", backupIds: [], pinnedIds: [] });
  expect(chosen.choice?.routeId).toBe("direct-n");
  expect(withChoice(chosen, { backupIds: [], pinnedIds: [] })).toEqual(GOAL);
  expect(choiceOf(GOAL)).toEqual({ backupIds: [], pinnedIds: [] });
});

test("withFormerAnswers() carries answers to the same occupation alone", () => {
  const answered = withChoice(withRefusal(GOAL, { subject: "serve:x", reason: "not this" }), {
    routeId: "direct-n",
    backupIds: ["via-a-nn"],
    pinnedIds: [],
  });
  const said: Goal = { ...GOAL, limits: { hoursPerWeek: 4, notThese: [] } };
  expect(withFormerAnswers(said, answered)).toEqual({
    ...answered,
    limits: { ...said.limits, refusals: answered.limits.refusals },
  });
  const other = { ...said, occupationId: "43-3031.00" };
  expect(withFormerAnswers(other, answered)).toBe(other);
  expect(withFormerAnswers(said, undefined)).toBe(said);
});

test("withHazard() keeps one's own chance with the goal, said anew too, until the usual one stands again", () => {
  const own = withHazard(withHazard(GOAL, "exam:nclex-rn", 0.3), "exam:nclex-rn", 0.2);
  expect(own.hazards).toEqual({ "exam:nclex-rn": 0.2 });
  expect(withFormerAnswers({ ...GOAL, why: "again" }, own).hazards).toEqual(own.hazards);
  expect(withHazard(own, "exam:nclex-rn", undefined)).toEqual(GOAL);
});
