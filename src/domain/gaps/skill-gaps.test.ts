import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { standingOf } from "../abilities/standing-of.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { EMPTY_RECORD } from "../record/career-record.ts";
import { findGaps, MOST_GAPS } from "./find-gaps.ts";
import { skillGaps } from "./skill-gaps.ts";

const ROOT = new URL("../../../data/starter/", import.meta.url);
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, new Uint8Array(readFileSync(new URL(file, ROOT)))])),
);
const today = "2026-11-22" as CalendarDate;
const standing = standingOf({ catalogue, record: EMPTY_RECORD, matches: [], today });

test("findGaps() gives at most seven gaps for every occupation, the question whom to ask among them", () => {
  for (const occupationId of catalogue.ids) {
    const goal = {
      id: "goal",
      title: "",
      occupationId,
      why: "",
      limits: {
        hoursPerWeek: 8,
        notThese: [],
        payFloor: { amount: 900_000, currency: catalogue.currency },
      },
    };
    const gaps = findGaps({ catalogue, standing, goal, today });
    expect(gaps.length, occupationId).toBeLessThanOrEqual(MOST_GAPS);
    expect(
      gaps.map((gap) => gap.id),
      occupationId,
    ).toContain("network");
    expect(new Set(gaps.map((gap) => gap.title)).size, occupationId).toBe(gaps.length);
  }
});

test("skillGaps() gathers what has no room, and names every gap in plain words", () => {
  const row = catalogue.ids.indexOf("11-3121.00");
  for (const room of [1, 2, 3, 4]) {
    const gaps = skillGaps(catalogue, standing.levels, row, room);
    expect(gaps.length).toBe(room);
    expect(gaps.at(-1)?.id).toBe("skill:smaller");
    const sizes = gaps.map((gap) => gap.size);
    expect(Math.min(...sizes)).toBe(sizes.at(-1));
  }
  expect(skillGaps(catalogue, standing.levels, row, 4).map((gap) => gap.title)).toContain(
    "Managing people",
  );
});
