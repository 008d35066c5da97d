// Fills the fact columns of data/starter/ from the public releases in ../shared/data: titles, zones,
// education, employment, pay, element levels, incumbents, related occupations, fields of study. The
// choice of occupations, descriptions, aliases, rungs, licences and credentials is written by hand in
// the CSVs and is kept. Run: node bench/fill-starter.ts. To add an occupation, add its id and
// description to occupations.csv and its names to aliases.csv, then run it again.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Elements of lower importance are not listed (scale 1–5): they hardly tell occupations apart. */
const LISTED_IMPORTANCE = 2.75;
const SHARED = new URL("../../shared/data/", import.meta.url);
const STARTER = new URL("../data/starter/", import.meta.url);
/**
 * Detailed SOC codes that BLS publishes only as a wider row (May 2024 OEWS; projections 2024–34), all of
 * them, so that a row's people are divided among everyone in it.
 */
const WIDER_ROWS: Readonly<Record<string, string>> = {
  "13-1021": "13-1020",
  "13-1022": "13-1020",
  "13-1023": "13-1020",
  "13-2022": "13-2020",
  "13-2023": "13-2020",
  "21-1011": "21-1018",
  "21-1014": "21-1018",
  "25-2055": "25-2052",
  "25-2056": "25-2052",
  "25-9042": "25-9045",
  "25-9043": "25-9045",
  "25-9049": "25-9045",
  "29-2011": "29-2010",
  "29-2012": "29-2010",
  "31-1121": "31-1120",
  "31-1122": "31-1120",
  "39-7011": "39-7010",
  "39-7012": "39-7010",
  "47-4091": "47-4090",
  "47-4099": "47-4090",
  "51-2022": "51-2028",
  "51-2023": "51-2028",
  "51-2092": "51-2090",
  "51-2099": "51-2090",
  "53-1042": "53-1047",
  "53-1043": "53-1047",
  "53-1044": "53-1047",
  "53-1049": "53-1047",
};
/** BLS typical entry education, in its words, as O*NET RL categories. */
const BLS_EDUCATION: Readonly<Record<string, number>> = {
  "No formal educational credential": 1,
  "High school diploma or equivalent": 2,
  "Postsecondary nondegree award": 3,
  "Some college, no degree": 4,
  "Associate's degree": 5,
  "Bachelor's degree": 6,
  "Master's degree": 8,
  "Doctoral or professional degree": 11,
};

type Row = Readonly<Record<string, string>>;

function readZipTable(name: string): readonly Row[] {
  const zip = new URL("onet_text.zip", SHARED).pathname;
  const text = execFileSync("unzip", ["-p", zip, `*/${name}.txt`], { maxBuffer: 1 << 28 });
  return parse(text, { columns: true, delimiter: "\t", quote: false, relax_column_count: true });
}

function readTable(url: URL): readonly Row[] {
  return parse(readFileSync(url), { columns: true, bom: true });
}

function cell(row: Row | undefined, column: string): string {
  return row?.[column] ?? "";
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function writeTable(name: string, header: readonly string[], rows: readonly string[][]): void {
  const lines = [header, ...rows].map((row) => row.map(quoted).join(","));
  writeFileSync(new URL(name, STARTER), `${lines.join("\n")}\n`);
  console.log(`${name}: ${rows.length} rows`);
}

/** The number without its sign of grouping; empty where BLS gives a mark ("#", "*", "N/A"). */
function figure(text: string): string {
  const value = Number(text.replaceAll(",", ""));
  return text.trim() === "" || Number.isNaN(value) ? "" : String(value);
}

function socOf(id: string): string {
  const soc = id.slice(0, 7);
  return WIDER_ROWS[soc] ?? soc;
}

function rounded(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

interface Rating {
  importance: number;
  level: number;
  /** O*NET recommends to suppress the level, as too imprecise. */
  imprecise: boolean;
}

function readRatings(): { ratings: Map<string, Map<string, Rating>>; elements: string[][] } {
  const ratings = new Map<string, Map<string, Rating>>();
  const elements = new Map<string, string[]>();
  const groups = [
    ["Skills", "skill"],
    ["Knowledge", "knowledge"],
    ["Abilities", "ability"],
  ] as const;
  for (const [table, group] of groups) {
    for (const row of readZipTable(table)) {
      const suppressed = cell(row, "Recommend Suppress") === "Y";
      const element = cell(row, "Element ID");
      elements.set(element, [element, cell(row, "Element Name"), group]);
      const id = cell(row, "O*NET-SOC Code");
      const own = ratings.get(id) ?? new Map<string, Rating>();
      ratings.set(id, own);
      const rating = own.get(element) ?? {
        importance: Number.NaN,
        level: Number.NaN,
        imprecise: false,
      };
      own.set(element, rating);
      const value = Number(cell(row, "Data Value"));
      if (cell(row, "Scale ID") === "IM" && !suppressed) rating.importance = value;
      if (cell(row, "Scale ID") === "LV") {
        rating.level = value;
        rating.imprecise = suppressed;
      }
    }
  }
  const sorted = [...elements.values()].sort((a, b) => (cellOf(a) < cellOf(b) ? -1 : 1));
  return { ratings, elements: sorted };
}

function cellOf(row: readonly string[]): string {
  return row[0] ?? "";
}

function main(): void {
  if (!existsSync(SHARED)) {
    console.error(
      "Cannot fill data/starter: the public releases are not here\n" +
        `Expected them in ${SHARED.pathname} (onet_text.zip, bls/, crosswalks/). The CSVs are complete as they are`,
    );
    process.exitCode = 1;
    return;
  }
  const starter = readTable(new URL("occupations.csv", STARTER));
  const ids = starter.map((row) => cell(row, "id")).sort();
  const known = new Set(ids);
  const { ratings, elements } = readRatings();

  const projections = new Map<string, Row>();
  for (const row of readTable(new URL("bls/bls_ep_table_1_2_clean.csv", SHARED)))
    projections.set(cell(row, "soc"), row);
  const wages = new Map<string, Row>();
  for (const row of readTable(new URL("bls/national_M2024_dl.csv", SHARED))) {
    const code = cell(row, "OCC_CODE");
    if (cell(row, "O_GROUP") === "detailed" || !wages.has(code)) wages.set(code, row);
  }
  const titles = new Map<string, string>();
  for (const row of readZipTable("Occupation Data"))
    titles.set(cell(row, "O*NET-SOC Code"), cell(row, "Title"));
  const zones = new Map<string, string>();
  for (const row of readZipTable("Job Zones"))
    zones.set(cell(row, "O*NET-SOC Code"), cell(row, "Job Zone"));

  // How many O*NET occupations have one SOC code, and how many rated ones stand behind one BLS row, so
  // that its people are not counted twice.
  const sharers = new Map<string, number>();
  for (const id of titles.keys()) {
    const own = id.slice(0, 7);
    sharers.set(own, (sharers.get(own) ?? 0) + 1);
  }
  const ratedSharers = new Map<string, number>();
  for (const id of ratings.keys()) {
    ratedSharers.set(socOf(id), (ratedSharers.get(socOf(id)) ?? 0) + 1);
  }

  fillOccupations();
  fillElements();
  fillRequirements();
  fillIncumbents();
  fillRelated();
  fillFields();

  function fillOccupations(): void {
    const header = [
      "id",
      "title",
      "description",
      "zone",
      "typical_education",
      "employment_thousands",
      "growth_percent",
      "annual_openings_thousands",
      "pay_p10",
      "pay_median",
      "pay_p90",
      "bls_row",
      "bls_row_shared_by",
    ];
    const descriptions = new Map(starter.map((row) => [cell(row, "id"), cell(row, "description")]));
    const rows = ids.map((id) => {
      const soc = socOf(id);
      const projection = projections.get(soc);
      const wage = wages.get(soc);
      // The .00 occupation is its SOC code itself; a part of it gets an equal share (an assumption). A
      // row wider than one SOC code is divided equally among its codes.
      const own = id.slice(0, 7);
      const codes = Object.values(WIDER_ROWS).filter((wider) => wider === soc).length;
      const shared = (id.endsWith(".00") ? 1 : (sharers.get(own) ?? 1)) * Math.max(1, codes);
      const people = figure(cell(projection, "employment_2024"));
      const openings = figure(cell(projection, "annual_openings"));
      const education = BLS_EDUCATION[cell(projection, "typical_education")];
      return [
        id,
        titles.get(id) ?? "",
        descriptions.get(id) ?? "",
        zones.get(id) ?? "",
        education === undefined ? "" : String(education),
        people === "" ? "" : rounded(Number(people) / shared, 1),
        figure(cell(projection, "employment_change_pct")),
        openings === "" ? "" : rounded(Number(openings) / shared, 1),
        figure(cell(wage, "A_PCT10")),
        figure(cell(wage, "A_MEDIAN")),
        figure(cell(wage, "A_PCT90")),
        soc,
        String(shared),
      ];
    });
    writeTable("occupations.csv", header, rows);
  }

  function fillElements(): void {
    const rows = elements.map(([id = "", name = "", group = ""]) => {
      let weights = 0;
      let sum = 0;
      let squares = 0;
      let unlisted = 0;
      let unlistedCount = 0;
      for (const [occupation, own] of ratings) {
        const rating = own.get(id);
        if (rating === undefined || rating.imprecise || Number.isNaN(rating.level)) continue;
        const soc = socOf(occupation);
        const people = Number(cell(projections.get(soc), "employment_2024"));
        const weight = people > 0 ? people / (ratedSharers.get(soc) ?? 1) : 0;
        weights += weight;
        sum += weight * rating.level;
        squares += weight * rating.level * rating.level;
        if (rating.importance < LISTED_IMPORTANCE) {
          unlisted += rating.level;
          unlistedCount += 1;
        }
      }
      const mean = sum / weights;
      const deviation = Math.sqrt(squares / weights - mean * mean);
      const rest = unlistedCount === 0 ? mean : unlisted / unlistedCount;
      return [id, name, group, rounded(mean, 2), rounded(deviation, 2), rounded(rest, 2)];
    });
    const header = ["id", "name", "group", "prior_mean", "prior_sd", "unlisted_level"];
    writeTable("elements.csv", header, rows);
  }

  function fillRequirements(): void {
    const rows: string[][] = [];
    for (const id of ids) {
      for (const [element = ""] of elements) {
        const rating = ratings.get(id)?.get(element);
        if (rating === undefined || !(rating.importance >= LISTED_IMPORTANCE)) continue;
        if (Number.isNaN(rating.level)) continue;
        // An important element keeps an imprecise level, marked: a software developer without
        // programming would be the greater error.
        const figures = [rounded(rating.importance, 1), rounded(rating.level, 1)];
        rows.push([id, element, ...figures, rating.imprecise ? "yes" : ""]);
      }
    }
    writeTable(
      "requirements.csv",
      ["occupation", "element", "importance", "level", "imprecise"],
      rows,
    );
  }

  function fillIncumbents(): void {
    const scales = [
      ["RL", 12],
      ["RW", 11],
    ] as const;
    const columns = scales.flatMap(([scale, count]) =>
      Array.from({ length: count }, (_, i) => `${scale} ${i + 1}`),
    );
    const shares = new Map<string, string>();
    const imprecise = new Set<string>();
    for (const row of readZipTable("Education, Training, and Experience")) {
      const id = cell(row, "O*NET-SOC Code");
      const key = `${id} ${cell(row, "Scale ID")} ${cell(row, "Category")}`;
      if (!known.has(id) || !columns.some((column) => key === `${id} ${column}`)) continue;
      // O*NET marks single categories as too imprecise. Leaving one out would falsify the others, so
      // the distribution stays whole and the row says that it is rough.
      shares.set(key, rounded(Number(cell(row, "Data Value")) / 100, 2));
      if (cell(row, "Recommend Suppress") === "Y") imprecise.add(id);
    }
    const rows = ids
      .filter((id) => columns.some((column) => shares.has(`${id} ${column}`)))
      .map((id) => {
        const own = columns.map((column) => shares.get(`${id} ${column}`) ?? "0");
        return [id, ...own, imprecise.has(id) ? "yes" : "no"];
      });
    const header = columns.map((column) => column.toLowerCase().replace(" ", "_"));
    writeTable("incumbents.csv", ["occupation", ...header, "imprecise"], rows);
  }

  function fillRelated(): void {
    const related = new Map<string, { id: string; place: number }[]>();
    for (const row of readZipTable("Related Occupations")) {
      const id = cell(row, "O*NET-SOC Code");
      const other = cell(row, "Related O*NET-SOC Code");
      if (!known.has(id) || !known.has(other)) continue;
      const own = related.get(id) ?? [];
      own.push({ id: other, place: Number(cell(row, "Index")) });
      related.set(id, own);
    }
    const rows = ids.map((id) => {
      const own = (related.get(id) ?? []).sort((a, b) => a.place - b.place);
      return [id, own.map((other) => other.id).join("; ")];
    });
    writeTable("related.csv", ["occupation", "related"], rows);
  }

  function fillFields(): void {
    const crosswalk = readTable(new URL("crosswalks/nces_CIP2020_SOC2018_Crosswalk.csv", SHARED));
    const rows = readTable(new URL("fields.csv", STARTER)).map((row) => {
      const cip = cell(row, "cip");
      const own = crosswalk.filter((line) => cell(line, "CIP2020Code") === cip);
      if (own.length === 0) console.error(`fields.csv: no field ${cip} in CIP 2020`);
      const socs = new Set(own.map((line) => cell(line, "SOC2018Code")));
      const occupations = ids.filter((id) => socs.has(id.slice(0, 7)));
      const name = cell(own[0], "CIP2020Title").replace(/\.$/, "");
      return [cip, name, cell(row, "keywords"), occupations.join("; ")];
    });
    rows.sort((a, b) => (cellOf(a) < cellOf(b) ? -1 : 1));
    writeTable("fields.csv", ["cip", "name", "keywords", "occupations"], rows);
  }
}

main();
