// The question on hours: asked of a goal's own figure, and a long week is asked about, never forbidden.

import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import { LONG_WEEK_HOURS } from "../horizons/crowding.ts";
import { EMPTY_RECORD, type Position } from "../record/career-record.ts";
import { INTERVIEW } from "./conversation.ts";
import { type Known, knownOf } from "./known.ts";

const catalogue = smallCatalogue();
const standing = smallStanding(catalogue, { months: { [SMALL.receptionist]: 48 } });
const question = INTERVIEW.find(({ id }) => id === "hours");

function knownWith(held: number | undefined, ofGoal: number): Known {
  const position: Position = {
    id: standing.matches[0]?.positionId ?? "",
    kind: "employment",
    title: "Receptionist",
    organisation: "",
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...(held === undefined ? {} : { hoursPerWeek: held }),
  };
  return knownOf({
    catalogue,
    standing,
    goal: {
      id: "goal",
      title: "",
      occupationId: SMALL.registeredNurse,
      why: "",
      limits: { hoursPerWeek: ofGoal, notThese: [] },
    },
    mainPositionId: position.id,
    record: { ...EMPTY_RECORD, positions: [position] },
  });
}

test("the hours of the goal are asked about, with what is held beside them", () => {
  expect(question?.ask(knownWith(40, 1), new Map())).toBe(
    "Your plan counts on 1 hour a week for your goal. Is that much yours to give?",
  );
  expect(question?.knows(knownWith(40, 8))).toEqual([
    "What you hold takes 40 hours a week, as far as your record says hours.",
  ]);
  expect(question?.knows(knownWith(undefined, 8))).toEqual([]);
  expect(question?.isAsked(knownWith(40, 0), new Map())).toBe(false);
});

test("a long week in all is asked about gently, from the published hours on", () => {
  const doubt = (held: number | undefined, choice = "yes") =>
    question?.doubt?.({ choice }, knownWith(held, 8));
  expect(doubt(LONG_WEEK_HOURS - 8)).toMatch(
    /^With what you hold that makes 55 hours a week; .*or for years\?$/,
  );
  expect(doubt(LONG_WEEK_HOURS - 9)).toBeUndefined();
  expect(doubt(LONG_WEEK_HOURS, "no")).toBeUndefined();
  expect(doubt(undefined)).toBeUndefined();
});
