import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { blankCatalogue, type Catalogue, rowOf } from "./catalogue.ts";
import { combineCatalogues, LISTED_IMPORTANCE } from "./combine-catalogues.ts";

const starter = smallCatalogue();
const ELEMENTS = starter.elements.slice(0, 3);

/** The starter's nurses with a speciality, an occupation that only the release has, and a remainder. */
const IDS = [
  "15-1299.00",
  "15-1299.01",
  "15-1299.02",
  SMALL.registeredNurse,
  "29-1141.04",
  "35-3023.01",
];
const TITLES = [
  "Computer Occupations, All Other",
  "Web Administrators",
  "Geographic Information Systems Technologists",
  "Registered Nurses",
  "Clinical Nurse Specialists",
  "Baristas",
];

function onetOf(more: Partial<Catalogue> = {}): Catalogue {
  const width = ELEMENTS.length;
  const ratings = (value: number) =>
    Float32Array.from(IDS.flatMap((id) => ELEMENTS.map(() => (id === IDS[0] ? NaN : value))));
  const importance = ratings(4);
  importance[width * 3] = LISTED_IMPORTANCE - 0.5;
  return {
    ...blankCatalogue("onet", IDS),
    release: "O*NET 99",
    attribution: ["O*NET says"],
    titles: TITLES,
    descriptions: IDS.map((id) => (id === SMALL.registeredNurse ? "Full words." : "")),
    groups: IDS.map((id) => id.slice(0, 7)),
    aliases: IDS.map((id) =>
      id === "29-1141.04" ? ["CNS", "Registered Nurse", "Receptionist"] : ["Barista", "Webmaster"],
    ),
    zones: Uint8Array.from(IDS, () => 4),
    elements: ELEMENTS,
    importance,
    level: ratings(5),
    related: IDS.map((_, row) => (row === 3 ? [4, 5] : [])),
    ...more,
  };
}

const bls: Catalogue = {
  ...blankCatalogue("bls", ["15-1299", "29-1141", "43-4171"]),
  release: "BLS 99",
  employment: Float64Array.of(400, 3000, 900),
  annualOpenings: Float64Array.of(40, 190, 120),
  growth: Float64Array.of(0.1, 0.06, -0.01),
  payMedian: Float64Array.of(104_000, 93_600, 37_000),
  typicalEducation: Uint8Array.of(6, 0, 2),
};

function rowIn(catalogue: Catalogue, id: string): number {
  const row = rowOf(catalogue, id);
  expect(row, id).toBeGreaterThanOrEqual(0);
  return row;
}

test("combineCatalogues() of the starter alone is the starter itself", () => {
  expect(combineCatalogues({ starter })).toBe(starter);
  expect(combineCatalogues({ starter, onet: undefined, licencesElsewhere: [] })).toBe(starter);
});

test("combineCatalogues() has the release's occupations and those of the starter, in order", () => {
  const working = combineCatalogues({ starter, onet: onetOf() });
  expect(working.ids).toEqual([...new Set([...IDS, ...starter.ids])].sort());
  const nurse = rowIn(working, SMALL.registeredNurse);
  expect(working.descriptions[nurse]).toBe("Full words.");
  const receptionist = rowIn(working, SMALL.receptionist);
  expect(working.descriptions[receptionist]).toBe(
    starter.descriptions[rowOf(starter, SMALL.receptionist)],
  );
  expect(working.related[nurse]?.map((row) => working.ids[row])).toEqual([
    "29-1141.04",
    "35-3023.01",
  ]);
  expect(working.attribution).toContain("O*NET says");
  expect(working.release).toContain("O*NET 99");
});

test("a name that is another's title, or the starter's choice, is nobody else's", () => {
  const working = combineCatalogues({ starter, onet: onetOf() });
  const aliases = (id: string) => working.aliases[rowIn(working, id)];
  // One person of it comes first where the starter has no name for it.
  expect(aliases("29-1141.04")).toEqual(["clinical nurse specialist", "CNS"]);
  expect(aliases("35-3023.01")).toEqual(["barista", "Webmaster"]);
  expect(aliases("15-1299.01")?.includes("Barista")).toBe(false);
  expect(aliases(SMALL.receptionist)?.slice(0, 2)).toEqual(
    starter.aliases[rowOf(starter, SMALL.receptionist)]?.slice(0, 2),
  );
});

test("a side of a name in brackets that is another's is cut off, and two letters alone are the starter's", () => {
  const onet = onetOf({
    aliases: IDS.map((id) =>
      id === "29-1141.04" ? ["Front Office Colleague (FOC)", "Dr", "Counsellor Aide"] : [],
    ),
  });
  const chosen = smallCatalogue({
    aliases: starter.aliases.map((names, row) =>
      row === rowOf(starter, SMALL.receptionist) ? [...names, "FOC", "counselor aide"] : names,
    ),
  });
  const working = combineCatalogues({ starter: chosen, onet });
  expect(working.aliases[rowIn(working, "29-1141.04")]).toEqual([
    "clinical nurse specialist",
    "Front Office Colleague",
  ]);
});

test("a BLS table that was not added takes no figure away, and a band of pay stays whole", () => {
  const nurse = (catalogue: Catalogue) => rowOf(catalogue, SMALL.registeredNurse);
  const unknown = () => new Float64Array(bls.ids.length).fill(Number.NaN);
  const own = nurse(starter);
  const wages = combineCatalogues({
    starter,
    bls: {
      ...bls,
      annualOpenings: unknown(),
      growth: unknown(),
      payLow: Float64Array.of(1, 66_000, 2),
      payHigh: Float64Array.of(3, 135_000, 4),
    },
  });
  expect(wages.annualOpenings[nurse(wages)]).toBe(starter.annualOpenings[own]);
  expect(wages.growth[nurse(wages)]).toBe(starter.growth[own]);
  expect(wages.payLow[nurse(wages)]).toBe(66_000);
  expect(wages.payMedian[nurse(wages)]).toBe(93_600);
  const projections = combineCatalogues({
    starter,
    bls: { ...bls, payLow: unknown(), payHigh: unknown() },
  });
  expect(projections.growth[nurse(projections)]).toBe(0.06);
  for (const name of ["payLow", "payMedian", "payHigh"] as const) {
    expect(projections[name][nurse(projections)]).toBe(starter[name][own]);
  }
});

test("what the release rates under the listed importance is not asked; the starter fills what it lacks", () => {
  const working = combineCatalogues({ starter, onet: onetOf() });
  const width = working.elements.length;
  expect(working.elements.map((element) => element.id)).toEqual(
    starter.elements.map((element) => element.id),
  );
  const nurse = rowIn(working, SMALL.registeredNurse);
  expect(working.importance[nurse * width]).toBeNaN();
  expect(working.level[nurse * width]).toBeNaN();
  expect(working.level[nurse * width + 1]).toBe(5);
  expect(working.elements[0]?.unlistedLevel).toBe(5);
  // An element that the release does not have, and an occupation that it does not have.
  const own = rowOf(starter, SMALL.registeredNurse) * width + 4;
  expect(working.level[nurse * width + 4]).toEqual(starter.level[own]);
  const receptionist = rowIn(working, SMALL.receptionist);
  expect([...working.level.subarray(receptionist * width, (receptionist + 1) * width)]).toEqual([
    ...starter.level.subarray(
      rowOf(starter, SMALL.receptionist) * width,
      (rowOf(starter, SMALL.receptionist) + 1) * width,
    ),
  ]);
});

test("BLS's people are counted once: a whole has them, a remainder's parts share them", () => {
  const working = combineCatalogues({ starter, onet: onetOf(), bls });
  const people = (id: string) => working.employment[rowIn(working, id)];
  const openings = (id: string) => working.annualOpenings[rowIn(working, id)];
  const pay = (id: string) => working.payMedian[rowIn(working, id)];
  expect([people(SMALL.registeredNurse), people("29-1141.04")]).toEqual([3000, NaN]);
  expect([pay(SMALL.registeredNurse), pay("29-1141.04")]).toEqual([93_600, 93_600]);
  expect(["15-1299.00", "15-1299.01", "15-1299.02"].map(people)).toEqual([NaN, 200, 200]);
  expect(["15-1299.00", "15-1299.01", "15-1299.02"].map(openings)).toEqual([NaN, 20, 20]);
  // BLS has a row for the receptionists, none for HR managers; a missing education stays the starter's.
  expect(people(SMALL.receptionist)).toBe(900);
  expect(people(SMALL.hrManager)).toBe(starter.employment[rowOf(starter, SMALL.hrManager)]);
  expect(working.typicalEducation[rowIn(working, SMALL.registeredNurse)]).toBe(
    starter.typicalEducation[rowOf(starter, SMALL.registeredNurse)],
  );
});

test("no sum over occupations counts anybody twice, whatever is described", () => {
  const law = fc.property(
    fc.uniqueArray(fc.constantFrom(".00", ".01", ".02", ".03"), { minLength: 1 }),
    fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    (endings, described) => {
      const ids = endings.map((ending) => `29-1141${ending}`).sort();
      const onet = onetOf({
        ...blankCatalogue("onet", ids),
        groups: ids.map(() => "29-1141"),
        titles: ids,
        elements: ELEMENTS,
        importance: new Float32Array(ids.length * ELEMENTS.length).fill(4),
        level: Float32Array.from({ length: ids.length * ELEMENTS.length }, (_, i) =>
          described[Math.floor(i / ELEMENTS.length)] ? 3 : NaN,
        ),
      });
      const working = combineCatalogues({
        starter: { ...blankCatalogue("starter", []), elements: ELEMENTS },
        onet,
        bls,
      });
      const sum = working.employment.filter((people) => people > 0).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(3000, 6);
    },
  );
  fc.assert(law);
});

test("priors are over people where BLS is there, else the starter's; anchors are the starter's", () => {
  const anchors = [{ level: 2, text: "Plain words." }];
  const anchored = {
    ...starter,
    elements: starter.elements.map((element) => ({ ...element, anchors })),
  };
  const without = combineCatalogues({ starter: anchored, onet: onetOf() });
  expect(without.elements[0]).toMatchObject({ priorMean: starter.elements[0]?.priorMean, anchors });
  const weighed = combineCatalogues({ starter: anchored, onet: onetOf(), bls });
  expect(weighed.elements[0]?.anchors).toEqual(anchors);
  expect(weighed.elements[0]?.priorMean).not.toBe(starter.elements[0]?.priorMean);
});

test("a part that is not practised under the licence of the whole does not inherit it", () => {
  const ids = ["29-1141.00", "29-1141.01", "33-3021.00", "33-3021.06"];
  const onet = { ...blankCatalogue("onet", ids), groups: ids.map((id) => id.slice(0, 7)) };
  const sworn = {
    ...{ occupationId: "33-3021.00", name: "Sworn in", minimumEducation: 2, exam: "" },
    ...{ place: "US", source: "made up", credentials: [] },
  };
  const working = combineCatalogues({ starter, onet, licencesElsewhere: [sworn] });
  const licensed = (id: string) =>
    working.licences.some(({ occupation }) => working.ids[occupation] === id);
  expect(["29-1141.01", "33-3021.00", "33-3021.06"].map(licensed)).toEqual([true, true, false]);
});

test("licences, rungs and credentials stay with their occupations; a speciality has its profession's licence", () => {
  const licence = {
    name: "Barista card",
    minimumEducation: 0,
    exam: "",
    place: "US",
    source: "made up",
    credentials: [],
  };
  const working = combineCatalogues({
    starter,
    onet: onetOf(),
    licencesElsewhere: [
      { ...licence, occupationId: "35-3023.01" },
      { ...licence, occupationId: "99-9999.00" },
    ],
  });
  const licencesOf = (catalogue: Catalogue, id: string) =>
    catalogue.licences
      .filter(({ occupation }) => catalogue.ids[occupation] === id)
      .map(({ name }) => name);
  for (const id of Object.values(SMALL)) {
    expect(licencesOf(working, id)).toEqual(licencesOf(starter, id));
  }
  expect(licencesOf(working, SMALL.registeredNurse).length).toBeGreaterThan(0);
  expect(licencesOf(working, "29-1141.04")).toEqual(licencesOf(starter, SMALL.registeredNurse));
  expect(licencesOf(working, "35-3023.01")).toEqual(["Barista card"]);
  const named = (catalogue: Catalogue) => ({
    rungs: catalogue.rungs.map((rung) => [catalogue.ids[rung.occupation], rung.id]),
    credentials: catalogue.credentials.map((one) => [
      one.id,
      one.preparesFor.map((row) => catalogue.ids[row]),
    ]),
  });
  expect(named(working)).toEqual(named(starter));
});

test("fields of study are the crosswalk's with the starter's words, over every occupation of the code", () => {
  const [known] = starter.fields;
  if (known === undefined) throw new Error("the small catalogue has a field");
  const crosswalks = {
    isco: [],
    soc2010: [],
    studyFields: [
      { cip: "00.0001", name: "Coffee", socs: ["35-3023", "99-9999"] },
      { cip: known.cip, name: "Another name", socs: ["29-1141"] },
    ],
  };
  const working = combineCatalogues({ starter, onet: onetOf(), crosswalks });
  expect(working.fields[0]).toEqual({
    cip: "00.0001",
    name: "Coffee",
    keywords: [],
    occupations: [rowOf(working, "35-3023.01")],
  });
  const field = working.fields.find(({ cip }) => cip === known.cip);
  expect(field?.keywords).toEqual(known.keywords);
  expect(field?.occupations.map((row) => working.ids[row])).toEqual([
    SMALL.registeredNurse,
    "29-1141.04",
  ]);
  expect(working.fields.map(({ cip }) => cip)).toEqual(
    working.fields.map(({ cip }) => cip).toSorted(),
  );
  expect(working.fields.length).toBe(starter.fields.length + 1);
});

test("combineCatalogues() names a source once, and another release of it as well", () => {
  const ofStarter = ["from the O*NET 30.0 Database, rounded", "Fields of study: CIP"];
  const of = (line: string) =>
    combineCatalogues({
      starter: { ...starter, attribution: ofStarter },
      onet: onetOf({ attribution: [line] }),
    }).attribution;
  const [same, other] = ["from the O*NET 30.0 Database", "from the O*NET 29.3 Database"];
  expect(of(same)).toEqual([same, "Fields of study: CIP"]);
  expect(of(other)).toEqual([other, ...ofStarter]);
});
