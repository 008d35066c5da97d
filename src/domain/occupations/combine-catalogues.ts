// The working catalogue: O*NET's occupations with everything that the starter catalogue knows laid over
// them (other names, rungs, licences, credentials, anchors) and BLS's figures in them. What plans are
// made from. Reading files and keeping the result are others' work.

import { singularTitle } from "../moves/plain-name.ts";
import { stemOf } from "../titles/normalise-title.ts";
import { textsOfLabel } from "../titles/title-abbreviations.ts";
import { type BlsFigures, blsFiguresOf } from "./bls-figures.ts";
import {
  type Catalogue,
  type CredentialTemplate,
  EDUCATION_CATEGORIES,
  type Element,
  EXPERIENCE_CATEGORIES,
  type IncumbentShares,
  type Licence,
  type LicenceByCode,
  type Rung,
  type StudyField,
  TRAINING_CATEGORIES,
} from "./catalogue.ts";
import type { Crosswalks } from "./crosswalks.ts";
import { weighElementPriors } from "./element-priors.ts";

/**
 * Importance, 1–5, from which an element counts as one that an occupation asks for. O*NET rates all of them for
 * every occupation; below this they say what is not asked. The starter catalogue lists from here up, and
 * what moves and fit take for usual was measured so (data/starter/SOURCES.md, requirements).
 */
export const LISTED_IMPORTANCE = 2.75;

export interface CatalogueParts {
  readonly starter: Catalogue;
  readonly onet?: Catalogue | undefined;
  readonly bls?: Catalogue | undefined;
  readonly crosswalks?: Crosswalks | undefined;
  /** Licences of occupations that only a full release has. */
  readonly licencesElsewhere?: readonly LicenceByCode[];
}

/**
 * Returns one catalogue of O*NET's occupations and of those that only the starter has. Where both speak of one,
 * O*NET's words and ratings hold and the starter fills what is missing; BLS's figures, where there are
 * any, hold before the starter's. With the starter alone it is the starter itself.
 */
export function combineCatalogues(parts: CatalogueParts): Catalogue {
  const { starter, onet, bls, crosswalks } = parts;
  if (onet === undefined && bls === undefined && crosswalks === undefined) return starter;
  const full = onet ?? starter;
  const ids = [...new Set([...full.ids, ...starter.ids])].sort();
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const world: World = {
    ids,
    full: rowsOf(full, ids),
    starter: rowsOf(starter, ids),
    rowInWorking: (id) => rowOf.get(id) ?? -1,
  };
  const groups = pick(world, (catalogue, row) => catalogue.groups[row], "");
  const titles = pick(world, (catalogue, row) => catalogue.titles[row], "");
  const requirements = requirementsOf(world);
  const figures = figuresOf(world, groups, bls, requirements);
  const elements = weighed(requirements, ids, figures, starter, bls !== undefined);
  return {
    id: "working",
    release: releasesOf([onet, bls], starter),
    attribution: attributionsOf([onet, bls], starter),
    place: starter.place,
    currency: starter.currency,
    ids,
    groups,
    titles,
    descriptions: pick(world, (catalogue, row) => catalogue.descriptions[row], ""),
    aliases: aliasesOf(world, titles),
    tasks: pick(world, (catalogue, row) => nonEmpty(catalogue.tasks[row]), []),
    zones: Uint8Array.from(pick(world, (catalogue, row) => catalogue.zones[row] || undefined, 0)),
    ...figures,
    elements,
    importance: requirements.importance,
    level: requirements.level,
    skills: { ...full.skills, starts: new Int32Array(ids.length + 1) },
    incumbents: incumbentsOf(world),
    licences: licencesOf(world, groups, parts.licencesElsewhere ?? []),
    rungs: starter.rungs.map((rung): Rung => moved(world, rung)),
    credentials: starter.credentials.map(
      (credential): CredentialTemplate => ({
        ...credential,
        preparesFor: movedRows(world, credential.preparesFor),
      }),
    ),
    fields: fieldsOf(world, groups, crosswalks),
    related: pick(
      world,
      (catalogue, row) => {
        const others = catalogue.related[row] ?? [];
        return nonEmpty(others.map((other) => world.rowInWorking(catalogue.ids[other] ?? "")));
      },
      [],
    ),
  };
}

/** By what a line of attribution names its source: an O*NET release with its number, as CC BY asks; BLS. */
const SOURCE_NAME = /O\*NET [\d.]+ Database|U\.S\. Bureau of Labor Statistics/;

/** Returns each source's line once: the releases', then the starter's of sources that they do not name. */
function attributionsOf(
  releases: readonly (Catalogue | undefined)[],
  starter: Catalogue,
): readonly string[] {
  const own = releases.flatMap((catalogue) => catalogue?.attribution ?? []);
  const rest = starter.attribution.filter((line) => {
    const name = SOURCE_NAME.exec(line)?.[0];
    return name === undefined || !own.some((said) => said.includes(name));
  });
  return [...new Set([...own, ...rest])];
}

/** One of the two catalogues that are laid over each other, with its row for each row of the result. */
interface Laid {
  readonly catalogue: Catalogue;
  /** −1 where it does not have the occupation. */
  readonly rows: Int32Array;
}

interface World {
  readonly ids: readonly string[];
  readonly full: Laid;
  readonly starter: Laid;
  readonly rowInWorking: (id: string) => number;
}

function rowsOf(catalogue: Catalogue, ids: readonly string[]): Laid {
  const known = new Map(catalogue.ids.map((id, row) => [id, row]));
  return { catalogue, rows: Int32Array.from(ids, (id) => known.get(id) ?? -1) };
}

/** For each row what the full catalogue has; else what the starter has; else the fallback. */
function pick<Value>(
  { ids, full, starter }: World,
  read: (catalogue: Catalogue, row: number) => Value | undefined,
  fallback: Value,
): Value[] {
  return ids.map((_, row) => {
    for (const { catalogue, rows } of [full, starter]) {
      const own = rows[row] ?? -1;
      const value = own < 0 ? undefined : read(catalogue, own);
      if (value !== undefined && value !== "") return value;
    }
    return fallback;
  });
}

function nonEmpty<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  return items === undefined || items.length === 0 ? undefined : items;
}

/**
 * Other names of each occupation: the starter's first, as they are chosen, then the release's; for an
 * occupation that only the release has, one person of it first, since that is how it is called in a
 * sentence. Each once, whatever its capitals, none the title, and none that is another's (ownersOf). Of two
 * letters alone, such as O*NET's "Dr" for naturopaths, only what the starter chose is a name: they stand for
 * too many things.
 */
function aliasesOf(world: World, titles: readonly string[]): readonly (readonly string[])[] {
  const owners = ownersOf(world, titles);
  return world.ids.map((_, row) => {
    const [full, starter] = [world.full, world.starter].map(({ catalogue, rows }) => {
      const own = rows[row] ?? -1;
      return own < 0 ? undefined : [...(catalogue.aliases[own] ?? []), catalogue.titles[own] ?? ""];
    });
    const title = titles[row] ?? "";
    const known = new Set(["", title.toLowerCase()]);
    const isAnothers = (name: string) => owners.get(labelKeyOf(name))?.has(row) === false;
    const released = (full ?? []).filter((name) => name.length > 2);
    const names = [...(starter ?? [singularTitle(title)]), ...released];
    return names
      .flatMap((name) => ownSidesOf(name, isAnothers))
      .filter((name) => {
        const key = name.toLowerCase();
        if (known.has(key)) return false;
        known.add(key);
        return true;
      });
  });
}

/**
 * A name as it is where no side of it is another's; else the sides that are not: "Chief Technical Officer (CTO)"
 * without the letters, when the starter knows whose they are.
 */
function ownSidesOf(name: string, isAnothers: (name: string) => boolean): readonly string[] {
  const [whole = name, ...sides] = textsOfLabel(name);
  if (isAnothers(whole)) return [];
  return sides.some(isAnothers) ? sides.filter((side) => !isAnothers(side)) : [name];
}

/**
 * Whose a name is where it is somebody's above all: the occupation whose title it is, else the ones for which
 * the starter chose it. O*NET gives "Cashier" to three occupations and "Administrative Assistant" to
 * four; whoever writes it means the first.
 */
function ownersOf(
  { ids, starter }: World,
  titles: readonly string[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const owners = new Map<string, Set<number>>();
  const own = (label: string, row: number) => {
    const key = labelKeyOf(label);
    owners.set(key, (owners.get(key) ?? new Set<number>()).add(row));
  };
  titles.forEach(own);
  const isTitle = new Set(owners.keys());
  ids.forEach((_, row) => {
    for (const alias of starter.catalogue.aliases[starter.rows[row] ?? -1] ?? []) {
      if (!isTitle.has(labelKeyOf(alias))) own(alias, row);
    }
  });
  return owners;
}

/** A label without capitals, signs, plurals and British spelling: "Counsellors" and "counselor" are one. */
function labelKeyOf(label: string): string {
  return label
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .map(stemOf)
    .join(" ")
    .trim();
}

interface Requirements {
  readonly elements: readonly Element[];
  readonly importance: Float32Array;
  readonly level: Float32Array;
  /** Levels as rated, those of elements that are not asked for included. */
  readonly rated: Float32Array;
}

/**
 * What is asked of each occupation: the full catalogue's ratings from LISTED_IMPORTANCE up; the starter's for
 * elements that the full one does not have, or where it has rated none of the occupation.
 */
function requirementsOf({ ids, full, starter }: World): Requirements {
  const anchors = new Map(starter.catalogue.elements.map((element) => [element.id, element]));
  const elements = full.catalogue.elements.map((element) => ({
    ...element,
    anchors: anchors.get(element.id)?.anchors ?? element.anchors,
  }));
  const own = new Set(elements.map((element) => element.id));
  elements.push(...starter.catalogue.elements.filter((element) => !own.has(element.id)));
  const width = elements.length;
  const unknown = () => new Float32Array(ids.length * width).fill(Number.NaN);
  const [importance, level, rated] = [unknown(), unknown(), unknown()];
  const placeOf = new Map(elements.map((element, place) => [element.id, place]));
  const unlisted = elements.map(() => ({ sum: 0, count: 0 }));
  // The starter first: the full catalogue's ratings take the place of its own.
  for (const { catalogue, rows } of [starter, full]) {
    const isFull = catalogue === full.catalogue;
    const places = catalogue.elements.map((element) => placeOf.get(element.id) ?? -1);
    rows.forEach((from, row) => {
      if (from < 0) return;
      const first = from * places.length;
      if (isFull && catalogue.level.subarray(first, first + places.length).every(Number.isNaN))
        return;
      places.forEach((place, element) => {
        const at = row * width + place;
        const ratedLevel = catalogue.level[first + element] ?? Number.NaN;
        const ratedImportance = catalogue.importance[first + element] ?? Number.NaN;
        const isListed = ratedImportance >= LISTED_IMPORTANCE - 1e-6;
        // Asked for, but its level was too imprecise to publish: the starter keeps it for that reason.
        if (isFull && isListed && Number.isNaN(ratedLevel) && (level[at] ?? Number.NaN) >= 0)
          return;
        rated[at] = ratedLevel;
        importance[at] = isListed ? ratedImportance : Number.NaN;
        level[at] = isListed ? ratedLevel : Number.NaN;
        const rest = unlisted[place];
        if (!isFull || isListed || Number.isNaN(ratedLevel) || rest === undefined) return;
        rest.sum += ratedLevel;
        rest.count += 1;
      });
    });
  }
  const starterElements = new Map(starter.catalogue.elements.map((one) => [one.id, one]));
  return {
    elements: elements.map((element, place): Element => {
      const rest = unlisted[place];
      const measured = rest !== undefined && rest.count > 0 ? rest.sum / rest.count : undefined;
      const known = starterElements.get(element.id)?.unlistedLevel ?? element.unlistedLevel;
      return { ...element, unlistedLevel: measured ?? known };
    }),
    importance,
    level,
    rated,
  };
}

/** The elements with their priors: over people where BLS says how many, else the starter's. */
function weighed(
  { elements, rated }: Requirements,
  ids: readonly string[],
  { employment }: BlsFigures,
  starter: Catalogue,
  hasPeople: boolean,
): readonly Element[] {
  if (hasPeople) return weighElementPriors({ elements, level: rated, ids }, employment);
  const known = new Map(starter.elements.map((element) => [element.id, element]));
  return elements.map((element) => {
    const { priorMean, priorSd } = known.get(element.id) ?? element;
    return { ...element, priorMean, priorSd };
  });
}

/**
 * BLS's figures where the occupation's group has a row, else the starter's. A table that was not added (wages
 * without projections, or the other way round) leaves a whole column unknown: there the starter's figures
 * stand, and its band of pay is kept whole beside a median alone.
 */
function figuresOf(
  world: World,
  groups: readonly string[],
  bls: Catalogue | undefined,
  requirements: Requirements,
): BlsFigures {
  const { starter, ids } = world;
  const width = requirements.elements.length;
  const isRated = ids.map((_, row) =>
    requirements.rated.subarray(row * width, (row + 1) * width).some((level) => level >= 0),
  );
  const figures = bls === undefined ? undefined : blsFiguresOf(bls, { ids, groups, isRated });
  type Column = Exclude<keyof BlsFigures, "typicalEducation" | "hasRow">;
  const isTold = (name: Column) => bls?.[name].some((figure) => !Number.isNaN(figure)) === true;
  const hasBand = isTold("payLow");
  const column = (name: Column) => {
    const told = isTold(name) ? figures : undefined;
    const isBandAlone = name === "payMedian" && !hasBand;
    return Float64Array.from(ids, (_, row) => {
      const from = starter.rows[row] ?? -1;
      const own = starter.catalogue[name][from] ?? Number.NaN;
      const isKept = isBandAlone && !Number.isNaN(starter.catalogue.payLow[from] ?? Number.NaN);
      return told?.hasRow[row] === 1 && !isKept ? (told[name][row] ?? Number.NaN) : own;
    });
  };
  return {
    hasRow: figures?.hasRow ?? new Uint8Array(ids.length),
    typicalEducation: Uint8Array.from(ids, (_, row) => {
      const own = starter.catalogue.typicalEducation[starter.rows[row] ?? -1] ?? 0;
      return figures?.typicalEducation[row] || own;
    }),
    employment: column("employment"),
    annualOpenings: column("annualOpenings"),
    growth: column("growth"),
    payLow: column("payLow"),
    payMedian: column("payMedian"),
    payHigh: column("payHigh"),
  };
}

function incumbentsOf(world: World): IncumbentShares {
  const shares = (name: keyof IncumbentShares, width: number) => {
    const column = new Float32Array(world.ids.length * width).fill(Number.NaN);
    world.ids.forEach((_, row) => {
      for (const { catalogue, rows } of [world.starter, world.full]) {
        const from = rows[row] ?? -1;
        const own = catalogue.incumbents[name].subarray(from * width, (from + 1) * width);
        if (from >= 0 && own.some((share) => share >= 0)) column.set(own, row * width);
      }
    });
    return column;
  };
  return {
    education: shares("education", EDUCATION_CATEGORIES),
    experience: shares("experience", EXPERIENCE_CATEGORIES),
    inPlantTraining: shares("inPlantTraining", TRAINING_CATEGORIES),
    onTheJobTraining: shares("onTheJobTraining", TRAINING_CATEGORIES),
  };
}

/**
 * The starter's licences, and those of occupations that only the full catalogue has. A part of a wider
 * occupation ("29-1141.04", a nurse's speciality) of which nothing is listed has the licences of the
 * whole ("29-1141.00"). *Assumption*: a speciality is practised under the licence of its profession.
 */
function licencesOf(
  world: World,
  groups: readonly string[],
  elsewhere: readonly LicenceByCode[],
): readonly Licence[] {
  const licences = world.starter.catalogue.licences.map(
    (licence): Licence => moved(world, licence),
  );
  const listed = new Set(licences.map(({ occupation, name }) => `${occupation} ${name}`));
  for (const { occupationId, ...licence } of elsewhere) {
    const occupation = world.rowInWorking(occupationId);
    if (occupation < 0 || listed.has(`${occupation} ${licence.name}`)) continue;
    licences.push({ ...licence, occupation });
  }
  const known = new Set(licences.map(({ occupation }) => occupation));
  const whole = licences.filter(({ occupation }) => world.ids[occupation]?.endsWith(WHOLE));
  world.ids.forEach((id, row) => {
    if (known.has(row) || id.endsWith(WHOLE) || NOT_UNDER_THE_WHOLE.has(id)) return;
    const parent = world.rowInWorking(`${groups[row]}${WHOLE}`);
    const inherited = whole.filter(({ occupation }) => occupation === parent);
    licences.push(...inherited.map((licence) => ({ ...licence, occupation: row })));
  });
  return licences;
}

/** Ending of O*NET-SOC codes that are all of their SOC occupation, or what is not in its parts. */
const WHOLE = ".00";

/**
 * Parts that are not practised under the licence of the whole: therapists of low vision are certified and
 * not licensed; police records officers and analysts need not be sworn in; customs is federal.
 */
const NOT_UNDER_THE_WHOLE: ReadonlySet<string> = new Set([
  "29-1122.01",
  "33-3021.02",
  "33-3021.06",
  "33-3051.04",
]);

/** All fields of the crosswalk with the starter's words for them, and those that only the starter has. */
function fieldsOf(
  world: World,
  groups: readonly string[],
  crosswalks: Crosswalks | undefined,
): readonly StudyField[] {
  const own = new Map(world.starter.catalogue.fields.map((field) => [field.cip, field]));
  if (crosswalks === undefined) {
    return [...own.values()].map((field) => ({
      ...field,
      occupations: movedRows(world, field.occupations),
    }));
  }
  const rowsOfGroup = new Map<string, number[]>();
  groups.forEach((group, row) => {
    rowsOfGroup.set(group, [...(rowsOfGroup.get(group) ?? []), row]);
  });
  const fields = crosswalks.studyFields.map((field): StudyField => {
    const starters = own.get(field.cip);
    own.delete(field.cip);
    return {
      cip: field.cip,
      name: starters?.name ?? field.name,
      keywords: starters?.keywords ?? [],
      occupations: field.socs.flatMap((soc) => rowsOfGroup.get(soc) ?? []).sort((a, b) => a - b),
    };
  });
  const rest = [...own.values()].map((field) => ({
    ...field,
    occupations: movedRows(world, field.occupations),
  }));
  return [...fields, ...rest].sort((a, b) => (a.cip < b.cip ? -1 : a.cip > b.cip ? 1 : 0));
}

/** The thing at its occupation's row in the result; the starter's occupations all have one. */
function moved<Thing extends { readonly occupation: number }>(world: World, thing: Thing): Thing {
  const id = world.starter.catalogue.ids[thing.occupation] ?? "";
  return { ...thing, occupation: world.rowInWorking(id) };
}

function movedRows(world: World, rows: readonly number[]): readonly number[] {
  return rows.map((row) => world.rowInWorking(world.starter.catalogue.ids[row] ?? ""));
}

function releasesOf(added: readonly (Catalogue | undefined)[], starter: Catalogue): string {
  return [...added.map((catalogue) => catalogue?.release), starter.release]
    .filter((release) => release !== undefined && release !== "")
    .join("; ");
}
