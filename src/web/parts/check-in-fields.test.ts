import { expect, test } from "vitest";
import type { CheckIn } from "../../domain/agenda/check-in.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { fieldsOf, inputOfFields, newFields } from "./check-in-fields.ts";

const last: CheckIn = {
  id: "c-1",
  kind: "weekly",
  date: "2026-11-20" as CalendarDate,
  lines: [
    { what: "Front desk", hours: 30, agenda: "employer", energy: 1, positionId: "desk" },
    { what: "", hours: 2, agenda: "mine" },
  ],
  wins: "Left on time",
};
const facts = {
  today: "2026-11-27",
  positions: [
    { id: "desk", title: "Receptionist", isEmployed: true },
    { id: "scouts", title: "Scout leader", isEmployed: false },
  ],
  actions: [{ id: "course" }],
  elements: [{ id: "2.C.1.b" }],
} as const;

test("newFields() proposes the last things without their figures, and keeps none of which nothing is said", () => {
  const fields = newFields({ ...facts, last, offered: [] });
  expect(fields.lines.map(({ what, hours, energy }) => [what, hours, energy])).toEqual([
    ["Front desk", "", undefined],
  ]);
  expect(inputOfFields(fields, undefined).lines).toEqual([]);
  const [first, ...others] = fields.lines;
  if (first === undefined) throw new Error("Cannot find the line");
  const said = { ...fields, lines: [{ ...first, hours: 28 }, ...others] };
  expect(inputOfFields(said, undefined).lines).toEqual([
    { what: "Front desk", hours: 28, agenda: "employer", position: "desk" },
  ]);
});

test("newFields() begins with what was noted, and with today's positions where there was no check-in", () => {
  const offered = [{ actionId: "course", hours: 3 }];
  const fields = newFields({ ...facts, last: undefined, offered });
  expect(fields.lines.map(({ what, agenda }) => [what, agenda])).toEqual([
    ["", "mine"],
    ["Receptionist", "employer"],
    ["Scout leader", ""],
  ]);
  expect(inputOfFields(fields, undefined).lines).toEqual([
    { what: "", hours: 3, agenda: "mine", action: "course" },
  ]);
});

test("newFields() ties nothing to a position, an action or a skill that is no longer there", () => {
  const action = { id: "gone", towards: "29-1141.00", title: "A course of before" };
  const line = { what: "Notes", positionId: "gone", action, elementIds: ["2.C.1.b", "gone"] };
  const fields = newFields({ ...facts, last: { ...last, lines: [line] }, offered: [] });
  expect(fields.lines).toMatchObject([{ position: "", action: "", skills: ["2.C.1.b"] }]);
});

test("inputOfFields() undoes fieldsOf()", () => {
  expect(inputOfFields(fieldsOf(last), "c-1")).toMatchObject({
    id: "c-1",
    kind: "weekly",
    on: "2026-11-20",
    wins: "Left on time",
    keep: "",
    lines: [
      { what: "Front desk", hours: 30, agenda: "employer", energy: 1, position: "desk" },
      { what: "", hours: 2, agenda: "mine" },
    ],
  });
});
