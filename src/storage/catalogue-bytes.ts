// A catalogue as bytes, for catalogue.db, and back. Big columns lie as they are in memory; the short lists
// (elements, licences, rungs, credentials) are JSON in the block's head.

import { createHash } from "node:crypto";
import type { Currency } from "../domain/money.ts";
import type {
  Catalogue,
  CredentialTemplate,
  Element,
  Licence,
  Rung,
} from "../domain/occupations/catalogue.ts";
import type { Crosswalks } from "../domain/occupations/crosswalks.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import {
  type Column,
  type DamageProblem,
  makeColumnBytes,
  parseColumnBytes,
} from "./column-bytes.ts";

/** Raised with every change of what a catalogue holds: bytes of before are then read no more. */
export const CATALOGUE_LAYOUT = 1;

/** What stands in the head; it has no nulls, so that a null can mean NaN. */
interface CatalogueHead {
  readonly layout: number;
  readonly id: string;
  readonly release: string;
  readonly attribution: readonly string[];
  readonly place: string;
  readonly currency: Currency;
  readonly elements: readonly Element[];
  readonly licences: readonly Licence[];
  readonly rungs: readonly Rung[];
  readonly credentials: readonly CredentialTemplate[];
}

/** Returns the catalogue as bytes: the same bytes for the same catalogue. */
export function makeCatalogueBytes(catalogue: Catalogue): Uint8Array {
  const { id, release, attribution, place, currency } = catalogue;
  const { elements, licences, rungs, credentials, fields, skills, incumbents } = catalogue;
  const head: CatalogueHead = {
    layout: CATALOGUE_LAYOUT,
    ...{ id, release, attribution, place, currency },
    ...{ elements, licences, rungs, credentials },
  };
  const columns = new Map<string, Column>([
    ["ids", catalogue.ids],
    ["groups", catalogue.groups],
    ["titles", catalogue.titles],
    ["descriptions", catalogue.descriptions],
    ...listsOf("aliases", catalogue.aliases),
    ...listsOf("tasks", catalogue.tasks),
    ["zones", catalogue.zones],
    ["typicalEducation", catalogue.typicalEducation],
    ["employment", catalogue.employment],
    ["annualOpenings", catalogue.annualOpenings],
    ["growth", catalogue.growth],
    ["payLow", catalogue.payLow],
    ["payMedian", catalogue.payMedian],
    ["payHigh", catalogue.payHigh],
    ["importance", catalogue.importance],
    ["level", catalogue.level],
    ["skills.ids", skills.ids],
    ["skills.names", skills.names],
    ["skills.starts", skills.starts],
    ["skills.skills", skills.skills],
    ["skills.essential", skills.essential],
    ["incumbents.education", incumbents.education],
    ["incumbents.experience", incumbents.experience],
    ["incumbents.inPlantTraining", incumbents.inPlantTraining],
    ["incumbents.onTheJobTraining", incumbents.onTheJobTraining],
    ["fields.cip", fields.map((field) => field.cip)],
    ["fields.name", fields.map((field) => field.name)],
    ...listsOf(
      "fields.keywords",
      fields.map((field) => field.keywords),
    ),
    ...rowListsOf(
      "fields.occupations",
      fields.map((field) => field.occupations),
    ),
    ...rowListsOf("related", catalogue.related),
  ]);
  return makeColumnBytes({ head, columns });
}

/** Returns the catalogue that was made into these bytes, which it keeps using, or that they are damaged. */
export function parseCatalogueBytes(bytes: Uint8Array): Result<Catalogue, DamageProblem> {
  const parsed = parseColumnBytes(bytes);
  if (!parsed.ok) return parsed;
  const { columns } = parsed.value;
  // as: the checksum held, so head and columns are what makeCatalogueBytes() wrote
  const { layout, ...head } = parsed.value.head as CatalogueHead;
  if (layout !== CATALOGUE_LAYOUT) return fail({ code: "columns/other-version", found: layout });
  const column = <C extends Column>(name: string) => columns.get(name) as C; // as: the same
  const texts = (name: string) => column<readonly string[]>(name);
  const [cips, names] = [texts("fields.cip"), texts("fields.name")];
  const keywords = listsAt(columns, "fields.keywords");
  const occupations = rowListsAt(columns, "fields.occupations");
  return ok({
    ...head,
    ids: texts("ids"),
    groups: texts("groups"),
    titles: texts("titles"),
    descriptions: texts("descriptions"),
    aliases: listsAt(columns, "aliases"),
    tasks: listsAt(columns, "tasks"),
    zones: column<Uint8Array>("zones"),
    typicalEducation: column<Uint8Array>("typicalEducation"),
    employment: column<Float64Array>("employment"),
    annualOpenings: column<Float64Array>("annualOpenings"),
    growth: column<Float64Array>("growth"),
    payLow: column<Float64Array>("payLow"),
    payMedian: column<Float64Array>("payMedian"),
    payHigh: column<Float64Array>("payHigh"),
    importance: column<Float32Array>("importance"),
    level: column<Float32Array>("level"),
    skills: {
      ids: texts("skills.ids"),
      names: texts("skills.names"),
      starts: column<Int32Array>("skills.starts"),
      skills: column<Int32Array>("skills.skills"),
      essential: column<Uint8Array>("skills.essential"),
    },
    incumbents: {
      education: column<Float32Array>("incumbents.education"),
      experience: column<Float32Array>("incumbents.experience"),
      inPlantTraining: column<Float32Array>("incumbents.inPlantTraining"),
      onTheJobTraining: column<Float32Array>("incumbents.onTheJobTraining"),
    },
    fields: cips.map((cip, i) => ({
      cip,
      name: names[i] ?? "",
      keywords: keywords[i] ?? [],
      occupations: occupations[i] ?? [],
    })),
    related: rowListsAt(columns, "related"),
  });
}

/** Lists of strings, one after another, and how many are in each. */
function listsOf(name: string, lists: readonly (readonly string[])[]): [string, Column][] {
  return [
    [name, lists.flat()],
    [`${name}.counts`, Int32Array.from(lists, (list) => list.length)],
  ];
}

function rowListsOf(name: string, lists: readonly (readonly number[])[]): [string, Column][] {
  return [
    [name, Int32Array.from(lists.flat())],
    [`${name}.counts`, Int32Array.from(lists, (list) => list.length)],
  ];
}

function listsAt(columns: ReadonlyMap<string, Column>, name: string): (readonly string[])[] {
  const all = columns.get(name) as readonly string[]; // as: listsOf() wrote it
  return cut(columns, name, (from, to) => all.slice(from, to));
}

function rowListsAt(columns: ReadonlyMap<string, Column>, name: string): (readonly number[])[] {
  const all = columns.get(name) as Int32Array; // as: rowListsOf() wrote it
  return cut(columns, name, (from, to) => Array.from(all.subarray(from, to)));
}

function cut<List>(
  columns: ReadonlyMap<string, Column>,
  name: string,
  slice: (from: number, to: number) => List,
): List[] {
  const lists: List[] = [];
  let from = 0;
  for (const count of columns.get(`${name}.counts`) as Int32Array) {
    lists.push(slice(from, from + count));
    from += count;
  }
  return lists;
}

/** Returns crosswalks as bytes: the same bytes for the same crosswalks. */
export function makeCrosswalkBytes(crosswalks: Crosswalks): Uint8Array {
  return makeColumnBytes({ head: { layout: CATALOGUE_LAYOUT, crosswalks }, columns: new Map() });
}

/** Returns the crosswalks that were made into these bytes, or that they are damaged. */
export function parseCrosswalkBytes(bytes: Uint8Array): Result<Crosswalks, DamageProblem> {
  const parsed = parseColumnBytes(bytes);
  if (!parsed.ok) return parsed;
  // as: the checksum held, so this is what makeCrosswalkBytes() wrote
  const { layout, crosswalks } = parsed.value.head as { layout: number; crosswalks: Crosswalks };
  if (layout !== CATALOGUE_LAYOUT) return fail({ code: "columns/other-version", found: layout });
  return ok(crosswalks);
}

/** Returns what tells one content from another: SHA-256 of the bytes, in hex. */
export function contentHashOf(columns: Uint8Array): string {
  return createHash("sha256").update(columns).digest("hex");
}
