// What unpaid and military positions are taken for, on the starter and, where it is present, on all of O*NET:
// caring is never a licensed trade, and the forces are not the trades whose words they share.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { CalendarDate } from "../src/domain/calendar-date.ts";
import { US_DOLLAR } from "../src/domain/money.ts";
import { licencesOf } from "../src/domain/moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../src/domain/occupations/catalogue.ts";
import { combineCatalogues } from "../src/domain/occupations/combine-catalogues.ts";
import {
  EMPTY_RECORD,
  type Position,
  type PositionKind,
} from "../src/domain/record/career-record.ts";
import { matchForPosition } from "../src/domain/titles/match-for-position.ts";
import { titleEntriesOf } from "../src/domain/titles/match-title.ts";
import { buildTitleIndex, type TitleIndex } from "../src/domain/titles/title-index.ts";
import type { TitleMatch } from "../src/domain/titles/title-match.ts";
import { openSource } from "../src/host/open-source.ts";
import { matchPositions } from "../src/operations/record/match-positions.ts";
import { readOnet } from "../src/sources/onet.ts";
import { readStarter, STARTER_FILES } from "../src/sources/starter.ts";

const ROOT = new URL("../", import.meta.url);
const SHARED = fileURLToPath(new URL("../../shared/data/", import.meta.url));
const isHere = existsSync(join(SHARED, "onet_text.zip"));
const skipped = isHere ? "" : " (skipped: the public releases are not here)";

const read = readStarter(
  new Map(STARTER_FILES.map((file) => [file, readFileSync(new URL(`data/starter/${file}`, ROOT))])),
);
const starter = read.catalogue;

interface World {
  readonly catalogue: Catalogue;
  readonly titles: TitleIndex;
}
const worldOf = (catalogue: Catalogue): World => ({
  catalogue,
  titles: buildTitleIndex(titleEntriesOf(catalogue)),
});
const onStarter = worldOf(starter);
let onFull: World;

beforeAll(async () => {
  if (!isHere) return;
  const opened = await openSource(join(SHARED, "onet_text.zip"), {
    kind: "onet",
    temporaryFolder: "/nowhere",
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const onet = readOnet(opened.value.files).catalogue;
  onFull = worldOf(combineCatalogues({ starter, licencesElsewhere: read.licencesElsewhere, onet }));
}, 60_000);

function matchOf(
  { catalogue, titles }: World,
  kind: PositionKind,
  title: string,
  more: Partial<Position> = {},
): TitleMatch {
  const position: Position = {
    id: "p",
    kind,
    title,
    organisation: "",
    highlights: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
    ...more,
  };
  const record = { ...EMPTY_RECORD, positions: [position] };
  const today = "2026-11-27" as CalendarDate;
  const [match] = matchPositions(record, { catalogue, titles, today });
  if (match === undefined) throw new Error("no match");
  return match.match;
}

const CARING = [
  "Care of a newborn",
  "Full-time parent",
  "Full time mother",
  "Cared for my mother",
  "Nursing my mother",
  "Midwife to my sister",
  "Dentist visits with my father",
  "Registered nurse for my son",
  "Home schooling",
  "Parental leave",
  "Looking after my grandmother with dementia",
];

function expectCareOnly(world: World): void {
  for (const title of CARING) {
    const { state, candidates } = matchOf(world, "caring", title);
    const [best] = candidates;
    const licences = (id = ""): number =>
      licencesOf(world.catalogue, rowOf(world.catalogue, id)).length;
    if (state === "sure") expect(licences(best?.occupationId), title).toBe(0);
    for (const { occupationId } of candidates) {
      if (/^(31-11|39-9011|25-3041|37-2012)/.test(occupationId)) continue;
      expect(licences(occupationId), `${title}: ${occupationId}`).toBe(0);
    }
    expect(best?.occupationId, title).toMatch(/^(31-11|39-9011|25-3041|37-2012)/);
  }
  expect(matchOf(world, "caring", "Full-time parent").state).toBe("sure");
  expect(matchOf(world, "caring", "Family caregiver").state).toBe("sure");
}

test("unpaid caring is matched among the work of care, and never sure of a licensed occupation", () => {
  expectCareOnly(onStarter);
});

test.runIf(isHere)(`unpaid caring is so on all of O*NET too${skipped}`, () => {
  expectCareOnly(onFull);
});

test("caring for pay, and what the person confirmed, is matched as any other position", () => {
  const pay = { amount: 20, currency: US_DOLLAR, period: "hour" } as const;
  expect(matchOf(onStarter, "caring", "Registered nurse", { pay }).state).toBe("sure");
  const confirmed = matchOf(onStarter, "caring", "Nursing my mother", {
    confirmedOccupation: "29-1141.00",
  });
  expect(confirmed.state).toBe("confirmed");
  expect(confirmed.candidates).toHaveLength(10);
});

test("who learns, helps or gives time is not sure of what the label does not say", () => {
  for (const title of ["Midwife helper", "Midwife's assistant", "Pilot student", "Nurse trainee"]) {
    expect(matchOf(onStarter, "employment", title).state, title).toBe("unsure");
  }
  expect(matchOf(onStarter, "volunteering", "Hospital radio volunteer").state).toBe("unsure");
  expect(matchOf(onStarter, "volunteering", "Hospital volunteer").state).toBe("sure");
  for (const title of ["Apprentice electrician", "Plumber's mate", "Dental assistant"]) {
    expect(matchOf(onStarter, "employment", title).state, title).toBe("sure");
  }
  expect(matchOf(onStarter, "employment", "Landscape architect").state).toBe("unsure");
  expect(matchOf(onStarter, "employment", "Architect").state).toBe("sure");
});

test.runIf(isHere)(`the forces are sure of their own occupations${skipped}`, () => {
  expect(matchOf(onFull, "military", "Tank driver").state).toBe("unsure");
  expect(matchOf(onFull, "employment", "Tank driver").state).toBe("sure");
  expect(matchOf(onFull, "military", "Platoon commander").state).toBe("unsure");
  const rifleman = matchOf(onFull, "military", "Rifleman");
  expect(rifleman.state).toBe("sure");
  expect(rifleman.candidates[0]?.occupationId).toMatch(/^55-/);
});

test("matchForPosition() takes no civil trade for the forces' on a likeness of meaning alone", () => {
  // As an encoder gives it: .76, by a label that shares one word of two.
  const match: TitleMatch = {
    title: "Army medic",
    state: "sure",
    candidates: [
      {
        occupationId: "53-3011.00",
        occupation: "Ambulance Drivers",
        label: "Medic Technician",
        score: 0.8,
        confidence: 0.76,
      },
    ],
  };
  for (const kind of ["military", "employment"] as const) {
    expect(matchForPosition(match, { kind, paid: true }, starter).state).toBe("unsure");
  }
  const civil = { ...match, title: "Medic" };
  expect(matchForPosition(civil, { kind: "employment", paid: true }, starter).state).toBe("sure");
  expect(matchForPosition(civil, { kind: "military", paid: true }, starter).state).toBe("unsure");
});
