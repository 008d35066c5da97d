import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { type SmallPerson, smallStanding } from "../../../test/fixtures/small-standing.ts";
import { readStarter, STARTER_FILES } from "../../sources/starter.ts";
import { US_DOLLAR } from "../money.ts";
import { directionOf } from "../moves/assess-move.ts";
import { countedEducationOf, pathToCredential } from "../moves/credential-path.ts";
import { levelsAfterEarning } from "../moves/levels-after.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import { rowOf } from "../occupations/catalogue.ts";
import type { Limits } from "../record/goal.ts";
import { careerFieldOf, OTHER_FIELD } from "./career-fields.ts";
import { distinctOpeners, findOpeners } from "./open-most.ts";
import type { SpringboardOrigin, SpringboardQuestion } from "./springboard-search.ts";
import {
  findSpringboards,
  furtherRows,
  MOST_PREPARING_MONTHS,
  OPEN_CHANCE,
  OPEN_WITHIN_MONTHS,
  wantedRows,
  wayAtHand,
  withoutSpecialities,
} from "./springboards.ts";
import { springboardsInWords, whyListed } from "./springboards-in-words.ts";

const small = smallCatalogue();
const STARTER = new URL("../../../data/starter/", import.meta.url);
const starter = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(file, STARTER))])),
).catalogue;
const CALL_CENTRE: SmallPerson = { months: { "43-4051.00": 48 }, education: 2 };

function question(
  person: SmallPerson,
  limits: Partial<Limits> = {},
  catalogue: Catalogue = small,
): SpringboardQuestion {
  const standing = smallStanding(catalogue, person);
  return {
    catalogue,
    standing,
    limits: { hoursPerWeek: 8, notThese: [], ...limits },
    origin: { kind: "today", rows: standing.presentRows },
  };
}

const idsOf = (asked: SpringboardQuestion): readonly string[] =>
  findSpringboards(asked).map(({ row }) => asked.catalogue.ids[row] ?? "");

test("findSpringboards() opens the management of health services to a registered nurse", () => {
  const nurse: SmallPerson = { months: { "29-1141.00": 60 }, education: 6 };
  expect(idsOf(question(nurse, {}, starter))).toContain("11-9111.00");
});

test("findSpringboards() opens sales and leading a team to a call-centre agent, before other desks", () => {
  const boards = findSpringboards(question(CALL_CENTRE, {}, starter));
  const fields = boards.slice(0, 8).map(({ field }) => field);
  expect(fields).toContain("Sales");
  expect(fields).toContain("Leading and managing");
  expect(fields.filter((field) => field === "Office and administration").length).toBeLessThan(3);
  const sales = boards.find(({ row }) => starter.ids[row] === "41-3091.00");
  expect(sales).toMatchObject({ throughRow: undefined, direction: "up" });
});

test("findSpringboards() keeps to the rule that it states", () => {
  for (const catalogue of [small, starter]) {
    for (const id of [SMALL.receptionist, SMALL.retailSalesperson, SMALL.medicalAssistant]) {
      const asked = question({ months: { [id]: 36 }, education: 2 }, {}, catalogue);
      for (const board of findSpringboards(asked)) {
        expect(board.chance).toBeGreaterThanOrEqual(OPEN_CHANCE);
        expect(board.months.likely).toBeLessThanOrEqual(OPEN_WITHIN_MONTHS);
        expect(board.preparingMonths).toBeLessThanOrEqual(MOST_PREPARING_MONTHS);
        expect(directionOf(catalogue, rowOf(catalogue, id), board.row)).not.toBe("down");
        const moves = board.stages.filter(({ kind }) => kind === "move");
        expect(moves.length).toBe(board.throughRow === undefined ? 1 : 2);
      }
    }
  }
});

test("findSpringboards() gives a licensed occupation with its preparation alone", () => {
  const boards = findSpringboards(question(CALL_CENTRE, {}, starter));
  const insurance = boards.find(({ row }) => starter.ids[row] === "41-3021.00");
  expect(insurance?.credentialIds).toEqual(["insurance-prelicensing", "insurance-exam"]);
  expect(insurance?.licences.length).toBe(1);
  expect(idsOf(question({ months: { [SMALL.receptionist]: 48 } }))).not.toContain(
    SMALL.registeredNurse,
  );
});

test("findSpringboards() is within the budget and the pay floor, and leaves out what is refused", () => {
  const free = findSpringboards(
    question(CALL_CENTRE, { budget: { amount: 0, currency: US_DOLLAR } }, starter),
  );
  expect(free.length).toBeGreaterThan(0);
  expect(free.every(({ money }) => money.likely === 0)).toBe(true);
  const payFloor = { amount: 60_000, currency: US_DOLLAR };
  const paid = findSpringboards(question(CALL_CENTRE, { payFloor }, starter));
  expect(paid.length).toBeGreaterThan(0);
  for (const { row, throughRow } of paid) {
    for (const one of [row, throughRow ?? row])
      expect(starter.payMedian[one]).toBeGreaterThanOrEqual(60_000);
  }
  const refusals = [{ subject: "credential:sales-training", reason: "not this" as const }];
  const left = findSpringboards(question(CALL_CENTRE, { refusals }, starter));
  expect(left.flatMap(({ credentialIds }) => credentialIds)).not.toContain("sales-training");
});

test("findSpringboards() looks from another position's work, and from unpaid work", () => {
  const asked = question(
    { months: { [SMALL.receptionist]: 24, "35-3031.00": 24 }, education: 2 },
    {},
    starter,
  );
  const waiter: SpringboardOrigin = { kind: "position", rows: [rowOf(starter, "35-3031.00")] };
  const fields = findSpringboards({ ...asked, origin: waiter }).map(({ field }) => field);
  expect(fields).toContain("Food and hospitality");
  const unpaid: SpringboardOrigin = { kind: "unpaid work", rows: [rowOf(starter, "27-2022.00")] };
  for (const { stages } of findSpringboards({ ...asked, origin: unpaid })) {
    // Unpaid hours are never waited in.
    expect(stages[0]?.kind).not.toBe("hold");
  }
});

const SOME_STARTS = ["43-4171.00", "41-2031.00", "43-4051.00", "31-9092.00", "47-2061.00"];

test("law: what is refused never appears, neither at the end nor on the way", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SOME_STARTS), fc.nat(), (start, pick) => {
      const person = { months: { [start]: 36 }, education: 2 };
      const ids = idsOf(question(person, {}, starter));
      const refused = ids[pick % Math.max(1, ids.length)];
      if (refused === undefined) return;
      const asked = question(person, { notThese: [refused] }, starter);
      const row = rowOf(starter, refused);
      for (const board of findSpringboards(asked)) {
        expect(board.row).not.toBe(row);
        expect(board.throughRow).not.toBe(row);
      }
    }),
    { numRuns: 8 },
  );
});

test("law: more months, more hours a week and more money never close a career", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SOME_STARTS),
      fc.integer({ min: 24, max: 90 }),
      fc.integer({ min: 0, max: 36 }),
      fc.integer({ min: 0, max: 20 }),
      (start, months, more, hours) => {
        const at = (held: number, hoursPerWeek: number, amount: number) =>
          idsOf(
            question(
              { months: { [start]: held }, education: 2 },
              { hoursPerWeek, budget: { amount, currency: US_DOLLAR } },
              starter,
            ),
          );
        const before = at(months, 5, 500);
        expect(at(months + more, 5 + hours, 500 + 100 * hours)).toEqual(
          expect.arrayContaining([...before]),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test("law: a credential held besides never closes a career", () => {
  const starts = starter.credentials.filter(({ kind }) => kind !== "degree");
  fc.assert(
    fc.property(
      fc.constantFrom(...SOME_STARTS),
      fc.constantFrom(...starts),
      (start, { id, educationLevel }) => {
        const held = { months: { [start]: 36 }, education: 2 };
        const more = { ...held, education: Math.max(2, educationLevel), credentials: [id] };
        expect(idsOf(question(more, {}, starter))).toEqual(
          expect.arrayContaining([...idsOf(question(held, {}, starter))]),
        );
      },
    ),
    { numRuns: 20 },
  );
});

test("law: the order in which things are given does not matter", () => {
  const months = { "43-4051.00": 48, "41-2031.00": 30, "35-3031.00": 20 };
  const person: SmallPerson = { months, education: 2, credentials: ["first-aid", "osha-10"] };
  const asked = question(person, { notThese: ["43-1011.00", "41-1011.00"] }, starter);
  const { standing } = asked;
  const rows = [...standing.monthsByRow.keys()];
  const origin = { kind: "position" as const, rows };
  const turned: SpringboardQuestion = {
    ...asked,
    origin: { ...origin, rows: rows.toReversed() },
    limits: { ...asked.limits, notThese: [...asked.limits.notThese].reverse() },
    standing: {
      ...standing,
      monthsByRow: new Map([...standing.monthsByRow].reverse()),
      heldCredentialIds: new Set([...standing.heldCredentialIds].reverse()),
    },
  };
  expect(idsOf(turned)).toEqual(idsOf({ ...asked, origin }));
});

/** The openers by trying every candidate on every door, with nothing passed over. */
function openersByTrying(asked: SpringboardQuestion): ReadonlyMap<string, readonly number[]> {
  const { catalogue, standing, limits } = asked;
  const { hoursPerWeek } = limits;
  const open = findSpringboards(asked);
  const free = new Set(open.filter((one) => one.credentialIds.length === 0).map(({ row }) => row));
  const doors = [...new Set([...wantedRows(asked), ...open.map(({ row }) => row)])].filter(
    (row) => !free.has(row) && wayAtHand(asked, row) === undefined,
  );
  const found = new Map<string, readonly number[]>();
  const keep = (id: string, rows: readonly number[]): void => {
    if (rows.length > 0)
      found.set(
        id,
        [...new Set(rows)].sort((a, b) => a - b),
      );
  };
  for (const template of catalogue.credentials) {
    if (template.kind === "licence") continue;
    const row = template.preparesFor[0] ?? -1;
    const ask = { catalogue, schooling: standing, row, hoursPerWeek, avoid: new Set<string>() };
    const templates = pathToCredential(ask, template)?.templates ?? [];
    const path = pathToCredential(ask, template);
    if (templates.length === 0) continue;
    if (path === undefined || path.months.likely > OPEN_WITHIN_MONTHS) continue;
    const ids = new Set(templates.map(({ id }) => id));
    const more = {
      ...standing,
      levels: levelsAfterEarning(
        catalogue,
        standing.levels,
        templates.filter(({ preparesFor }) => preparesFor.length > 0),
        row,
      ),
      educationLevel: Math.max(
        standing.educationLevel,
        ...templates.map(({ educationLevel }) => educationLevel),
      ),
      heldCredentialIds: new Set([...standing.heldCredentialIds, ...ids]),
    };
    keep(template.id, [
      ...doors.filter((door) => wayAtHand({ ...asked, standing: more }, door) !== undefined),
      ...open
        .filter((one) => one.credentialIds.length > 0)
        .filter((one) => one.credentialIds.every((id) => ids.has(id)))
        .map((one) => one.row),
    ]);
  }
  catalogue.elements.forEach(({ id, group }, element) => {
    if (group !== "skill" && group !== "knowledge") return;
    const { grid, probabilities, means } = standing.levels;
    const raised = probabilities.slice();
    const first = element * grid.length;
    const before = probabilities.subarray(first, first + grid.length);
    // A level is twenty steps of the grid; what would lie above its end lies at its end.
    for (let at = 0; at < grid.length; at++) {
      const from = at - 20;
      let mass = from < 0 ? 0 : (before[from] ?? 0);
      if (at === grid.length - 1) mass = before.subarray(from).reduce((sum, one) => sum + one, 0);
      raised[first + at] = mass;
    }
    const levels = { ...standing.levels, probabilities: raised, means };
    const more = { ...asked, standing: { ...standing, levels } };
    keep(
      id,
      doors.filter((door) => wayAtHand(more, door) !== undefined),
    );
  });
  return found;
}

test.each([
  ["a receptionist in the small catalogue", { [SMALL.receptionist]: 40 }, small],
  ["a salesperson in the small catalogue", { [SMALL.retailSalesperson]: 30 }, small],
  ["a practical nurse in the small catalogue", { [SMALL.practicalNurse]: 30 }, small],
  ["a call-centre agent in the starter", CALL_CENTRE.months, starter],
  ["a receptionist in the starter", { "43-4171.00": 60 }, starter],
  ["a security guard in the starter", { "33-9032.00": 60 }, starter],
  ["a cashier without a diploma in the starter", { "41-2011.00": 60 }, starter, 1],
] as const)("findOpeners() finds what trying everything finds, for %s", (...given) => {
  const [, months, catalogue, education = 2, hoursPerWeek = 8] = given;
  const asked = question({ months: months ?? {}, education }, { hoursPerWeek }, catalogue);
  const openers = findOpeners(asked);
  const found = new Map(
    openers.map(({ id, opens }) => [id, opens.map(({ row }) => row).sort((a, b) => a - b)]),
  );
  expect(found).toEqual(openersByTrying(asked));
  openers.forEach((one, i) => {
    const next = openers[i + 1];
    if (next === undefined) return;
    const [a, b] = [one.opens.length, next.opens.length];
    expect(a > b || (a === b && one.hours.likely <= next.hours.likely)).toBe(true);
  });
});

test("findOpeners() supposes nothing beyond the budget or refused", () => {
  const asked = question(CALL_CENTRE, {}, starter);
  const [first] = findOpeners(asked);
  expect(first?.id).toBe("sales-training");
  expect(countedEducationOf(asked.standing)).toBe(2);
  const refusals = [{ subject: "credential:sales-training", reason: "not this" as const }];
  const budget = { amount: 100, currency: US_DOLLAR };
  for (const limits of [{ refusals }, { budget }]) {
    const ids = findOpeners(question(CALL_CENTRE, limits, starter)).map(({ id }) => id);
    expect(ids).not.toContain("sales-training");
  }
});

test("whyListed() gives the arithmetic of chance and gain", () => {
  const asked = question(CALL_CENTRE, {}, starter);
  const boards = findSpringboards(asked);
  const direct = boards.find(({ row }) => starter.ids[row] === "41-3091.00");
  if (direct === undefined) throw new Error("Cannot find account executives");
  const why = whyListed(starter, asked.origin, direct).join(" ");
  expect(why).toMatch(/A month as a customer service rep\S* counts as/);
  expect(why).toMatch(/0\.\d\d × \$[\d,]+ a year × \d\.\d of 10 years = about \$[\d,]+/);
  expect(springboardsInWords(starter, asked.origin, boards)).toMatch(
    /^From work as a customer service rep\S* \d+ careers are open within two moves: in leading and managing, /,
  );
  expect(springboardsInWords(starter, asked.origin, [])).toMatch(/no career is open/);
});

test("distinctOpeners() leaves out what asks for more and opens no more", () => {
  const asked = question({ months: { "41-2011.00": 48 }, education: 1 }, {}, starter);
  const [first, ...others] = distinctOpeners(findOpeners(asked));
  expect(first?.credentialIds).toEqual(["ged"]);
  const opened = new Set(first?.opens.map(({ row }) => row));
  for (const { credentialIds, opens } of others) {
    const isMore = opens.some(({ row }) => !opened.has(row));
    expect(isMore || !credentialIds.includes("ged")).toBe(true);
  }
});

test("findSpringboards() leaves a degree's own field to those who studied or work in it", () => {
  const ids = (start: string) =>
    idsOf(question({ months: { [start]: 60 }, education: 6 }, {}, starter));
  for (const start of ["13-2011.00", "13-1071.00", "43-6014.00"])
    for (const id of ids(start)) expect(id).not.toMatch(/^(17|19-1|19-2)/);
});

test("findSpringboards() keeps the specialities of what is held out, withoutSpecialities() of what is shown", () => {
  const asked = question({ months: { "29-1141.00": 60 }, education: 6 }, {}, starter);
  expect(idsOf(asked).some((id) => id.startsWith("29-1141"))).toBe(false);
  const boards = findSpringboards(question(CALL_CENTRE, {}, starter));
  const shown = withoutSpecialities(starter, boards);
  expect(shown.every((one) => boards.includes(one))).toBe(true);
  const further = furtherRows(question(CALL_CENTRE, {}, starter), boards);
  expect(further.some((row) => boards.some((one) => one.row === row))).toBe(false);
});

test("careerFieldOf() names every occupation of the starter by what people call its field", () => {
  for (const id of starter.ids) expect(careerFieldOf(id)).not.toBe(OTHER_FIELD);
  expect(careerFieldOf("11-2021.00")).toBe("Marketing and public relations");
  expect(careerFieldOf("43-1011.00")).toBe("Leading and managing");
  expect(careerFieldOf("http://data.europa.eu/esco/occupation/x")).toBe(OTHER_FIELD);
});
