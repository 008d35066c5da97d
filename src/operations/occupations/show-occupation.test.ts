// One occupation as the faces get it: of the starter catalogue, and of ESCO with what is borrowed; and the
// search through both.

import { expect, test } from "vitest";
import { localContexts } from "../../cli/local-context.ts";
import { blankCatalogue } from "../../domain/occupations/catalogue.ts";
import { titleEntriesOf } from "../../domain/titles/match-title.ts";
import { buildTitleIndex } from "../../domain/titles/title-index.ts";
import { searchOccupations } from "./search-occupations.ts";
import { showOccupation } from "./show-occupation.ts";

const NURSE = "http://data.europa.eu/esco/occupation/1";
const UNHEARD = "http://data.europa.eu/esco/occupation/2";
/** Made up, in ESCO's shape: names in small letters, skills held or not, no figures. */
const ESCO = {
  ...blankCatalogue("esco", [NURSE, UNHEARD]),
  titles: ["specialised nurse", "zzyzx qwfpb"],
  aliases: [["registered nurse"], []],
  place: "EU",
  skills: {
    ids: ["a", "b", "c"],
    names: ["apply hygiene", "listen actively", "teach nursing"],
    starts: Int32Array.from([0, 3, 3]),
    skills: Int32Array.from([0, 1, 2]),
    essential: Uint8Array.from([1, 1, 0]),
  },
};

const { signal } = new AbortController();
// It has no data folder: neither operation may open a store.
const starter = localContexts("/nonexistent/throughline").contextFor({ signal });
const both = {
  ...starter,
  esco: async () => ESCO,
  escoTitles: async () => buildTitleIndex(titleEntriesOf(ESCO)),
};

async function shown(context: typeof starter, id: string, country?: string) {
  const result = await showOccupation.run(context, { id, ...(country && { country }) });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

test("showOccupation() of every starter occupation says something and holds no gap in its words", async () => {
  const { ids } = await starter.catalogue();
  for (const id of ids) {
    const page = await shown(starter, id);
    expect(showOccupation.output.parse(page), id).toEqual(page);
    expect(JSON.stringify(page), id).not.toMatch(/NaN|undefined|\[object|null|" ?"[,}]\s| {2}/);
    expect(page.summary, id).toMatch(
      /^An? .* (typically earns|is counted within .* typically earn) \$[\d,]+ a year in the United States/,
    );
    expect(page.licences.length > 0 || page.licenceInWords !== "", id).toBe(true);
    expect(page.licenceInWords, id).not.toMatch(/\bnone is needed\b/);
    for (const list of [page.education, page.experience]) {
      const sum = list.reduce((total, { share }) => total + share, 0);
      if (list.length > 0) expect(Math.abs(sum - 1), id).toBeLessThan(0.06);
    }
  }
});

test("showOccupation() takes a six-digit code, and says figures of elsewhere where they stand", async () => {
  const page = await shown(starter, "29-1141", "GB");
  expect(page.id).toBe("29-1141.00");
  expect(page.figuresNote).toMatch(/those of the United States, borrowed/);
  expect(page.licenceInWords).toMatch(/where you live is unknown.*gov\.uk/);
  const here = await shown(starter, "29-1141.00", "US");
  expect([here.figuresNote, here.licenceInWords]).toEqual(["", ""]);
});

test("showOccupation() of ESCO gives skills, and borrows pay and schooling with their owner's name", async () => {
  const page = await shown(both, NURSE);
  expect(page).toMatchObject({
    catalogue: "esco",
    everydayName: "specialised nurse",
    skills: { essential: ["apply hygiene", "listen actively"], optional: ["teach nursing"] },
    elements: [],
    place: "US",
  });
  const pay = page.borrowed.find(({ figure }) => figure === "pay");
  expect(pay?.from.title).toMatch(/Nurse/);
  expect(page.summary).toMatch(/^The nearest to a specialised nurse that we know the pay of is/);
  // People are counted in one occupation alone.
  expect([page.employment, page.annualOpenings, page.outlookInWords]).toEqual([
    undefined,
    undefined,
    "",
  ]);
});

test("showOccupation() of ESCO with nothing near borrows nothing", async () => {
  const page = await shown(both, UNHEARD);
  expect([page.borrowed, page.payInWords, page.education]).toEqual([[], "", []]);
});

test("showOccupation() does not know a code that is in no list", async () => {
  for (const context of [starter, both]) {
    expect(await showOccupation.run(context, { id: "nowhere" })).toEqual({
      ok: false,
      problem: { code: "occupation/unknown", id: "nowhere" },
    });
  }
});

test("searchOccupations() looks where it is told, and says of each result where it is from", async () => {
  const find = async (context: typeof starter, catalogue: "working" | "esco" | "all") => {
    const found = await searchOccupations.run(context, {
      query: "registered nurse",
      limit: 5,
      catalogue,
    });
    if (!found.ok) throw new Error();
    return {
      searched: found.value.searched,
      from: found.value.occupations.slice(0, 2).map((one) => one.catalogue),
    };
  };
  expect(await find(both, "all")).toEqual({
    searched: ["working", "esco"],
    from: ["working", "esco"],
  });
  expect(await find(both, "esco")).toEqual({ searched: ["esco"], from: ["esco"] });
  expect(await find(starter, "all")).toMatchObject({ searched: ["working"] });
  expect(await find(starter, "esco")).toEqual({ searched: [], from: [] });
});

test("showOccupation() says whose figures they are where BLS counts it among others", async () => {
  const groups = (await starter.catalogue()).groups;
  const nurses = {
    ...blankCatalogue("bls", ["29-1140"]),
    titles: ["All nurses together"],
  };
  expect(groups).toContain("29-1141");
  const shelf = await starter.catalogues();
  const added = {
    ...starter,
    catalogues: async () => ({ ...shelf, findCatalogue: async () => nurses }),
  };
  expect((await shown(added, "29-1141.00")).figuresNote).toMatch(
    /^BLS counts it among “All nurses together” and says nothing of it alone/,
  );
  expect((await shown(starter, "29-1141.00")).figuresNote).toBe("");
});

test("showOccupation() says of which year pay is, by the release that it is from", async () => {
  const catalogue = await starter.catalogue();
  const said = async (bls: string) => {
    const release = ["O*NET 30.0", bls, catalogue.release].filter((part) => part !== "").join("; ");
    const context = { ...starter, catalogue: async () => ({ ...catalogue, release }) };
    return (await shown(context, "29-1141")).payInWords;
  };
  const wages = "BLS Occupational Employment and Wage Statistics";
  const projections = "BLS Employment Projections 2098–08";
  expect(await said("")).toContain("(in the United States, May 2024)");
  expect(await said(`${wages}, May 2097, ${projections}`)).toContain("States, May 2097)");
  expect(await said(projections)).toContain("(in the United States, 2098)");
  expect(await said(`${wages}, ${projections}`)).toContain("States, as in the release added)");
});
