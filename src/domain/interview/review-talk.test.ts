// The page for a talk where nothing is held: it asks for nothing that only a position has.

import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import type { Goal } from "../record/goal.ts";
import { conversationOf } from "./conversation.ts";
import { knownOf } from "./known.ts";
import { reviewTalk } from "./review-talk.ts";

const catalogue = smallCatalogue();
const standing = smallStanding(catalogue, { months: { [SMALL.receptionist]: 48 } });

function pageOf(mainPositionId: string | undefined, goal?: Goal): string {
  const known = knownOf({ catalogue, standing, mainPositionId, goal });
  const today = "2026-11-27" as CalendarDate;
  const conversation = conversationOf([], known);
  return reviewTalk({ known, conversation, gaps: [], done: [], ahead: [], today })
    .flatMap(({ lines }) => lines)
    .join("\n");
}

test("reviewTalk() speaks of what opens above, and of here, only where a position is held", () => {
  expect(pageOf("position")).toMatch(/opens above me/);
  expect(pageOf("position")).toMatch(/a position above mine open/);
  expect(pageOf(undefined)).not.toMatch(/above m|I do here/);
});

test("reviewTalk() names the goal, and keeps the reasons for it to whoever said them", () => {
  const goal: Goal = {
    id: "g",
    title: "nurse",
    occupationId: SMALL.registeredNurse,
    why: "Anything rather than this phone.",
    limits: { hoursPerWeek: 8, notThese: [] },
  };
  const page = pageOf("position", goal);
  expect(page).toMatch(/To work as an? /);
  expect(page).not.toContain("phone");
});
