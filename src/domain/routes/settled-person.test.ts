import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { findRoutes } from "./find-routes.ts";
import { settledPerson } from "./settled-person.ts";

test("settledPerson() is somebody whom findRoutes() gives routes without a record", () => {
  const catalogue = smallCatalogue();
  const goal = {
    id: "goal",
    title: "",
    occupationId: SMALL.hrManager,
    why: "",
    limits: { hoursPerWeek: 8, notThese: [] },
  };
  const today = "2026-11-27" as CalendarDate;
  const standing = settledPerson(catalogue, SMALL.hrSpecialist);
  expect(findRoutes({ catalogue, standing, goal, today }).length).toBeGreaterThan(0);
  expect(() => settledPerson(catalogue, "99-9999.00")).toThrow(RangeError);
});
