// Short careers on the real starter catalogue, as a career coach would read their plans: nothing too
// hopeful, nothing that nobody does on purpose, and a second way or a word on why there is none.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { standingOf } from "../src/domain/abilities/standing-of.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { experienceCreditOf } from "../src/domain/moves/experience-credit.ts";
import {
  SOME_COLLEGE,
  usualEducationOf,
  usualExperienceOf,
} from "../src/domain/moves/usual-requirements.ts";
import { rowOf } from "../src/domain/occupations/catalogue.ts";
import type { Route } from "../src/domain/routes/route.ts";
import { makePlan } from "../src/domain/schedule/make-plan.ts";
import type { Plan } from "../src/domain/schedule/plan.ts";
import { titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex } from "../src/domain/titles/title-index.ts";
import { parseJsonResume } from "../src/formats/json-resume.ts";
import { matchPositions } from "../src/operations/record/match-positions.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";

const ROOT = new URL("../", import.meta.url);
const today = "2026-11-22" as CalendarDate;
const { catalogue } = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(`data/starter/${file}`, ROOT))])),
);
const titles = buildTitleIndex(titleEntriesOf(catalogue));
const row = (id: string): number => rowOf(catalogue, id);

interface Person {
  readonly title: string;
  readonly years: number;
  /** Hours a week of unpaid work; paid full-time work when left out. */
  readonly unpaidHours?: number;
  /** A degree and its field; a high-school diploma when left out. */
  readonly degree?: readonly [string, string];
}

/** The plan of someone who still does the one thing that they ever did. */
function planOf(person: Person, occupationId: string, hoursPerWeek = 8): Plan {
  let ids = 0;
  const newId = (): string => `id-${String(ids++).padStart(4, "0")}`;
  const { title, years, unpaidHours, degree } = person;
  const position = {
    position: title,
    startDate: `${2026 - years}-11`,
    "x-throughline": { hoursPerWeek: unpaidHours ?? 40 },
  };
  const resume = {
    basics: { location: { countryCode: "US" } },
    work: unpaidHours === undefined ? [{ ...position, name: "Firm" }] : [],
    volunteer: unpaidHours === undefined ? [] : [{ ...position, organization: "Club" }],
    education: [
      {
        institution: "School",
        studyType: degree?.[0] ?? "High school diploma",
        area: degree?.[1] ?? "General",
        endDate: "2008-06",
      },
    ],
  };
  const parsed = parseJsonResume(JSON.stringify(resume), { newId });
  if (!parsed.ok) throw new Error(`Cannot read the résumé: ${parsed.problem.code}`);
  const { record } = parsed.value;
  const positions = matchPositions(record, { catalogue, titles, today });
  const standing = standingOf({ catalogue, record, matches: positions, today });
  const goal = {
    id: "goal",
    title: catalogue.titles[row(occupationId)] ?? "",
    occupationId,
    why: "",
    limits: { hoursPerWeek, notThese: [] },
  };
  return makePlan({ catalogue, standing, goal, positions, today, newId });
}

const first = (plan: Plan): Route => {
  const [route] = plan.routes;
  if (route === undefined) throw new Error(`No route: ${plan.headline}`);
  return route;
};
const movesOf = (plan: Plan): readonly string[] =>
  first(plan)
    .stages.filter((stage) => stage.kind === "move")
    .map((stage) => stage.occupationId);
const credentialsOf = (plan: Plan): readonly string[] =>
  plan.routes.flatMap((route) => route.stages.flatMap((stage) => stage.credentialIds));
const NURSE: Person = {
  title: "Registered nurse",
  years: 8,
  degree: ["Bachelor", "Nursing"],
};
const DEVELOPER: Person = {
  title: "Software developer",
  years: 8,
  degree: ["Bachelor", "Computer science"],
};
const DRIVER: Person = { title: "Truck driver", years: 10 };

test("nobody is asked for some college, and no plan earns it for its own sake", () => {
  const said = catalogue.ids.filter(
    (_, at) => usualEducationOf(catalogue, at).said === SOME_COLLEGE,
  );
  expect(said).toContain("11-9081.00");
  for (const id of catalogue.ids) {
    expect(usualEducationOf(catalogue, row(id)).level, id).not.toBe(SOME_COLLEGE);
    expect(usualEducationOf(catalogue, row(id), 0.1).level, id).not.toBe(SOME_COLLEGE);
  }
  const waiter = planOf({ title: "Waiter", years: 4 }, "11-9081.00");
  expect(credentialsOf(waiter)).not.toContain("college-courses");
  expect(waiter.gaps.map((gap) => gap.title)).not.toContain("Some college");
});

test("where some college is usual, less of it makes landing somewhat harder, and more never does", () => {
  const chance = (degree?: readonly [string, string]): number =>
    first(
      planOf(
        { title: "Receptionist", years: 6, ...(degree === undefined ? {} : { degree }) },
        "43-1011.00",
      ),
    ).chance;
  expect(chance(["Associate", "Business"])).toBeGreaterThan(chance());
});

test("who holds the higher licence sits the lower one's exam, and does not go to its school", () => {
  const practical = planOf(NURSE, "29-2061.00");
  expect(credentialsOf(practical)).toContain("nclex-pn");
  expect(credentialsOf(practical)).not.toContain("practical-nursing");
  expect(first(practical).months.likely).toBeLessThan(12);
  // The other way round, the school is gone to.
  const registered = planOf({ title: "Licensed practical nurse", years: 8 }, "29-1141.00");
  expect(credentialsOf(registered)).toContain("lpn-rn-bridge");
  // An apprenticeship is schooling too: a plumber needs no general certificate to teach plumbing.
  const teacher = planOf({ title: "Plumber", years: 20 }, "25-2032.00");
  expect(credentialsOf(teacher)).not.toContain("postsecondary-certificate");
  expect(first(teacher).months.likely).toBeLessThan(36);
});

test("one kind of engineer comes to be another straight away", () => {
  const degree = ["Bachelor", "Mechanical engineering"] as const;
  const civil = planOf({ title: "Mechanical engineer", years: 10, degree }, "17-2051.00");
  expect(movesOf(civil)).toEqual(["17-2051.00"]);
  expect(first(civil).chance).toBeGreaterThan(0.7);
});

test("who wants to rise far is not offered more of the same pay as a second goal", () => {
  const plan = planOf({ title: "Truck driver", years: 25 }, "11-3071.00");
  const pay = catalogue.payMedian[row("53-3032.00")] ?? Number.NaN;
  // Diesel mechanics, near as they are in the lists, earn what drivers do.
  for (const { kind, route } of plan.backups) {
    const last = route.stages.findLast((stage) => stage.kind === "move");
    if (kind !== "nearest other goal" || last === undefined) continue;
    const other = catalogue.payMedian[row(last.occupationId)] ?? Number.NaN;
    expect(other / pay, route.name).toBeGreaterThanOrEqual(1.1);
  }
});

test("a far goal is reached by steps, not by one long shot", () => {
  // A driver leads drivers, and so comes to planning how goods move.
  expect(movesOf(planOf(DRIVER, "13-1081.00"))).toEqual(["53-1043.00", "13-1081.00"]);
  const janitor = planOf({ title: "Janitor", years: 5 }, "49-9021.00");
  expect(movesOf(janitor)).toEqual(["49-9071.00", "49-9021.00"]);
  expect(first(janitor).chance).toBeGreaterThan(0.5);
  const barista = planOf(
    { title: "Barista", years: 3, degree: ["Bachelor", "English"] },
    "15-1254.00",
  );
  expect(Math.max(...barista.routes.map((one) => one.chance))).toBeGreaterThan(0.2);
});

test("a course alone into another field is no sure thing, and not finishing it stops the route", () => {
  const plan = planOf(NURSE, "15-1252.00");
  expect(first(plan).chance).toBeLessThan(0.65);
  expect(first(plan).causes.map((cause) => cause.id)).toContain("credential:coding-bootcamp");
  const explained = first(plan).stages.flatMap((stage) => stage.explanation);
  expect(explained.some((one) => one.startsWith("It is another field"))).toBe(true);
  // In one's own field nothing of the kind is said.
  const own = first(planOf(DEVELOPER, "15-1253.00")).stages.flatMap((stage) => stage.explanation);
  expect(own.some((one) => one.startsWith("It is another field"))).toBe(false);
});

test("who leads the work has done it: a warehouse worker is not its manager within two years", () => {
  expect(usualExperienceOf(catalogue, row("11-3071.00"))).toMatchObject({ isAssumed: true });
  expect(usualExperienceOf(catalogue, row("11-3071.00")).months.likely).toBe(36);
  // What the incumbents say stands where it is more.
  expect(usualExperienceOf(catalogue, row("11-3121.00"))).toMatchObject({ isAssumed: false });
  const plan = planOf({ title: "Warehouse worker", years: 5 }, "11-3071.00");
  expect(plan.reach?.monthsLikely).toBeGreaterThan(36);
});

test("kin of kin counts through one that stands above both, not past a step between", () => {
  // A security guard and a private detective are both near kin of a police detective.
  expect(experienceCreditOf(catalogue, row("33-9032.00"), row("33-9021.00"))).toBe(0.4);
  // An HR assistant stands between a receptionist and an HR specialist.
  expect(experienceCreditOf(catalogue, row("43-4171.00"), row("13-1071.00"))).toBe(0);
});

test("who has done the work for years may lead it, and need not lead other work first", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Carpenter", "47-1011.00"],
    ["Warehouse worker", "53-1042.00"],
    ["Truck driver", "53-1043.00"],
    ["Hotel housekeeper", "37-1011.00"],
    ["Factory worker", "51-1011.00"],
  ];
  for (const [title, goal] of cases) {
    const plan = planOf({ title, years: 8 }, goal);
    expect(movesOf(plan), title).toEqual([goal]);
    expect(first(plan).chance, title).toBeGreaterThan(0.5);
  }
});

test("a beginner's certificate is not offered to someone years past it", () => {
  expect(credentialsOf(planOf(DEVELOPER, "11-3021.00"))).not.toContain("itil");
  const helper = planOf({ title: "Office clerk", years: 2 }, "43-4161.00");
  expect(credentialsOf(helper)).toContain("aphr");
});

test("someone who gives unpaid hours is told to give more or to begin somewhere, never to wait", () => {
  for (const hours of [3, 8]) {
    const president: Person = {
      title: "PTA president",
      years: 4,
      unpaidHours: 6,
      degree: ["Bachelor", "History"],
    };
    const plan = planOf(president, "13-1121.00", hours);
    const kinds = first(plan).stages.map((stage) => stage.kind);
    expect(kinds[0], `${hours} hours`).not.toBe("hold");
    for (const route of plan.routes) {
      for (const stage of route.stages) expect(stage.title).not.toMatch(/^Stay where/);
    }
  }
});

test("there is a second way, or a word on why there is none", () => {
  const cases: readonly (readonly [Person, string, boolean])[] = [
    [DEVELOPER, "11-3021.00", true],
    [{ title: "HR specialist", years: 5, degree: ["Bachelor", "Psychology"] }, "11-3121.00", true],
    [{ title: "Maintenance worker", years: 4 }, "47-2111.00", true],
    [NURSE, "29-1171.00", true],
    [{ title: "Truck driver", years: 6 }, "53-2011.00", false],
  ];
  for (const [person, goal, expected] of cases) {
    const plan = planOf(person, goal);
    expect(plan.backups.length > 0, person.title).toBe(expected);
    const said = plan.notices.some((notice) => notice.code === "backup/none");
    expect(said, person.title).toBe(!expected);
  }
});
