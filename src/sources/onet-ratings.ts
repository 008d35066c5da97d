// O*NET's tables of rated elements: importance and level of skills, knowledge, abilities and, where the
// release has them, work activities.

import type { Catalogue, Element, ElementGroup } from "../domain/occupations/catalogue.ts";
import { weighElementPriors } from "../domain/occupations/element-priors.ts";
import {
  type Bounds,
  CODE,
  CodeFinder,
  isMissing,
  notePartlyKnown,
  numberIn,
  type OnetReading,
} from "./onet-table.ts";
import type { SourceFile } from "./source-files.ts";
import { openTable } from "./table-scan.ts";

/** Tables of rated elements by release: from 30.3 on, skills stand in two of them. */
export const RATED_TABLES: readonly (readonly [name: string, group: ElementGroup])[] = [
  ["Skills", "skill"],
  ["Essential Skills", "skill"],
  ["Transferable Skills", "skill"],
  ["Knowledge", "knowledge"],
  ["Abilities", "ability"],
  ["Work Activities", "activity"],
];

/** Bounds where the release has no Scales Reference (the same in all releases from 5 to 30). */
const USUAL_BOUNDS: Readonly<Record<string, Bounds>> = {
  IM: { least: 1, most: 5 },
  LV: { least: 0, most: 7 },
};

/**
 * A level that is left out is nearly always a low one (knowledge that hardly anybody in the occupation
 * has; in 30.0 those 4,860 levels have a median of 0.4, the others of 2.9), so the mean of those left
 * out stands for each of them. With fewer than this the mean of the others does. *Assumption.*
 */
const LEAST_SUPPRESSED = 5;

/** No release has more than 161; a file that names ever new ones must not fill the memory. */
const MOST_ELEMENTS = 500;

/** One rated element as its table is read: a value for each occupation, NaN where it has none. */
interface RatedElement {
  readonly id: string;
  readonly name: string;
  readonly group: ElementGroup;
  readonly importance: Float32Array;
  readonly level: Float32Array;
  /** Sum and number of the levels that the source advises against showing. */
  suppressedSum: number;
  suppressedCount: number;
}

/** Returns the elements in ascending order of their ids, and what each occupation asks of them. */
export function readRatings(
  reading: OnetReading,
): Pick<Catalogue, "elements" | "importance" | "level"> {
  const bounds = readBounds(reading);
  const found = new Map<string, RatedElement>();
  noteMissingRatings(reading);
  for (const [name, group] of RATED_TABLES) {
    const file = reading.tables.get(name);
    if (file !== undefined) readRatedTable(reading, file, { group, bounds, found });
  }
  const rated = [...found.values()]
    .filter(({ level }) => level.some((value) => !Number.isNaN(value)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return columnsOfRatings(reading, rated);
}

function noteMissingRatings({ tables, problems }: OnetReading): void {
  if (!tables.has("Skills")) {
    const halves = ["Essential Skills", "Transferable Skills"];
    const missing = halves.filter((name) => !tables.has(name));
    for (const name of missing.length === 2 ? ["Skills"] : missing) {
      problems.add({ code: "source/lacks-table", what: "ratings of skills", file: `${name}.txt` });
    }
  }
  for (const [name, what] of [
    ["Knowledge", "ratings of knowledge"],
    ["Abilities", "ratings of abilities"],
    ["Work Activities", "ratings of work activities"],
  ] as const) {
    if (!tables.has(name)) problems.add({ code: "source/lacks-table", what, file: `${name}.txt` });
  }
}

function readRatedTable(
  { problems, rowOfCode }: OnetReading,
  file: SourceFile,
  into: {
    readonly group: ElementGroup;
    readonly bounds: Readonly<Record<string, Bounds>>;
    readonly found: Map<string, RatedElement>;
  },
): void {
  const needed = [CODE, "Element ID", "Scale ID", "Data Value"];
  const optional = ["Element Name", "Recommend Suppress"];
  const rows = openTable(file, { needed, optional }, problems);
  if (rows === undefined) return;
  if (!rows.has("Recommend Suppress")) {
    problems.add({ code: "source/lacks-column", file: file.path, column: "Recommend Suppress" });
  }
  const finder = new CodeFinder(rowOfCode);
  let suppressed = 0;
  while (rows.next()) {
    const scale = rows.text("Scale ID");
    const bounds = into.bounds[scale];
    const text = rows.text("Data Value");
    if (bounds === undefined || isMissing(text)) continue;
    const row = finder.rowOf(rows);
    const id = rows.text("Element ID");
    if (row === -1) continue;
    if (id === "") {
      rows.note("source/bad-value", "Element ID");
      continue;
    }
    const value = numberIn(rows, "Data Value", bounds);
    if (Number.isNaN(value)) continue;
    const element = elementIn(into, id, rows.text("Element Name"), rowOfCode.size);
    if (element === undefined) {
      rows.note("source/unknown-id", "Element ID");
      continue;
    }
    if (rows.text("Recommend Suppress") === "Y") {
      suppressed += 1;
      if (scale === "LV") {
        element.suppressedSum += value;
        element.suppressedCount += 1;
      }
      continue;
    }
    const column = scale === "LV" ? element.level : element.importance;
    if (Number.isNaN(column[row])) column[row] = value;
    else rows.note("source/duplicate", "Element ID");
  }
  if (suppressed > 0) {
    problems.add({ code: "source/suppressed", file: file.path, count: suppressed });
  }
}

function elementIn(
  { found, group }: { readonly found: Map<string, RatedElement>; readonly group: ElementGroup },
  id: string,
  name: string,
  count: number,
): RatedElement | undefined {
  const known = found.get(id);
  if (known !== undefined) return known;
  if (found.size >= MOST_ELEMENTS) return undefined;
  const element: RatedElement = {
    id,
    name: name === "" ? id : name,
    group,
    importance: new Float32Array(count).fill(Number.NaN),
    level: new Float32Array(count).fill(Number.NaN),
    suppressedSum: 0,
    suppressedCount: 0,
  };
  found.set(id, element);
  return element;
}

function columnsOfRatings(
  { rowOfCode, problems }: OnetReading,
  rated: readonly RatedElement[],
): Pick<Catalogue, "elements" | "importance" | "level"> {
  const width = rated.length;
  const count = rowOfCode.size;
  const importance = new Float32Array(count * width);
  const level = new Float32Array(count * width);
  let known = 0;
  for (let row = 0; row < count; row++) {
    let any = false;
    for (const [place, element] of rated.entries()) {
      const value = element.level[row] ?? Number.NaN;
      level[row * width + place] = value;
      importance[row * width + place] = element.importance[row] ?? Number.NaN;
      any ||= !Number.isNaN(value);
    }
    if (any) known += 1;
  }
  notePartlyKnown(problems, "ratings", known, count);
  const blank: readonly Element[] = rated.map(({ id, name, group }) => ({
    id,
    name,
    group,
    priorMean: 0,
    priorSd: 1,
    unlistedLevel: 0,
    anchors: [],
  }));
  const ids = [...rowOfCode.keys()];
  const weighed = weighElementPriors(
    { elements: blank, level, ids },
    new Uint8Array(count).fill(1),
  );
  const elements = weighed.map((element, place) => {
    const { suppressedSum, suppressedCount } = rated[place] as RatedElement;
    const enough = suppressedCount >= LEAST_SUPPRESSED;
    const unlistedLevel = enough ? suppressedSum / suppressedCount : element.priorMean;
    return { ...element, unlistedLevel };
  });
  return { elements, importance, level };
}

function readBounds({ tables, problems }: OnetReading): Readonly<Record<string, Bounds>> {
  const file = tables.get("Scales Reference");
  const rows = file && openTable(file, { needed: ["Scale ID", "Minimum", "Maximum"] }, problems);
  const bounds: Record<string, Bounds> = { ...USUAL_BOUNDS };
  while (rows?.next()) {
    const id = rows.text("Scale ID");
    const least = Number(rows.text("Minimum"));
    const most = Number(rows.text("Maximum"));
    if (id in USUAL_BOUNDS && least < most) bounds[id] = { least, most };
  }
  return bounds;
}
