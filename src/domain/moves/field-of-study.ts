// Work that asks for a degree in its own field: which occupations, which degrees stand for it, and what a
// degree in another field counts as. What somebody's degree was in is the standing's; how to earn one is
// credential-path.ts's.

import type { Standing } from "../abilities/standing.ts";
import type { Catalogue, CredentialTemplate, EducationLevel } from "../occupations/catalogue.ts";

/** From here on a degree is a first degree or more. */
export const FIRST_DEGREE: EducationLevel = 6;

/**
 * Assumption: what a first degree in another field counts as where the field is asked for. Its general half
 * is credited, as an associate's degree is: about 60 of 120 credits.
 */
const OTHER_FIELD_COUNTS_AS: EducationLevel = 5;

/**
 * Assumption: who has done work of the family for this many full-time months is asked for no degree in its
 * field, as for the occupation itself (WORKED_MONTHS).
 */
const WORKED_IN_FAMILY_MONTHS = 12;

/** Work of one family, and the degrees that are taken for one in its field. */
export interface StudyFamily {
  /** How the codes of its occupations begin, and those of which that is not so. */
  readonly work: readonly string[];
  readonly except: readonly string[];
  /** How the CIP codes of the fields begin that stand for it, its own first. */
  readonly fields: readonly string[];
  /** "engineering or a field near it". */
  readonly inWords: string;
}

/**
 * Families whose occupations are entered by a degree in the field. Published: Occupational Outlook Handbook
 * (BLS), "How to become one" of engineers and architects, of life and of physical scientists and of
 * mathematical occupations, which name a bachelor's degree in the field or a related one; computing, business
 * and social work are left out, since it names others besides. Which fields (CIP 2020) count as related is an
 * assumption on the generous side.
 */
export const STUDY_FAMILIES: readonly StudyFamily[] = [
  {
    work: ["17-1", "17-2"],
    // Human factors: psychology leads there as well.
    except: ["17-2112.01"],
    fields: ["14", "04", "11", "15", "27", "29", "30", "40", "41"],
    inWords: "engineering or a field near it",
  },
  {
    work: ["19-1"],
    except: [],
    fields: ["26", "01", "03", "11", "14", "27", "30", "31", "40", "41", "51"],
    inWords: "a natural science",
  },
  {
    work: ["19-2"],
    // Climate policy, restoration planning: many fields lead there.
    except: ["19-2041.01", "19-2041.02", "19-2041.03"],
    fields: ["40", "01", "03", "04", "11", "14", "15", "26", "27", "29", "30", "41", "45.07"],
    inWords: "a natural science",
  },
  {
    work: ["15-2"],
    except: [],
    fields: ["27", "11", "14", "15", "26", "30", "40", "42", "45", "51", "52"],
    inWords: "mathematics or a field that uses much of it",
  },
];

/** What of a person decides whether a degree is in the field. */
type Studied = Pick<Standing, "degreeFields"> & Partial<Pick<Standing, "monthsByRow">>;

function isOf(id: string | undefined, { work, except }: StudyFamily): boolean {
  if (id === undefined || except.includes(id)) return false;
  return work.some((prefix) => id.startsWith(prefix));
}

/** Returns the family whose degree the occupation asks for; undefined for one that asks for none. */
export function studyFamilyOf(catalogue: Catalogue, row: number): StudyFamily | undefined {
  const id = catalogue.ids[row];
  return STUDY_FAMILIES.find((family) => isOf(id, family));
}

/** SOC codes of one profession begin with so many letters: "17-2" engineers, "19-1" life scientists. */
const PROFESSION_LETTERS = 4;

/** Returns whether both are entered by a degree of one family and are of one profession: two kinds of engineers. */
export function isOneProfession(catalogue: Catalogue, one: number, other: number): boolean {
  const family = studyFamilyOf(catalogue, one);
  const code = (row: number): string | undefined =>
    catalogue.ids[row]?.slice(0, PROFESSION_LETTERS);
  return (
    family !== undefined && family === studyFamilyOf(catalogue, other) && code(one) === code(other)
  );
}

/**
 * Returns the family whose degree the occupation asks for where the person's degree is known to be in another
 * field; undefined where it is in the field, where it is not known what it was in, where there is none, and
 * where such work was done for a year.
 */
export function missingFieldOf(
  catalogue: Catalogue,
  { degreeFields, monthsByRow }: Studied,
  row: number,
): StudyFamily | undefined {
  if (degreeFields === undefined) return undefined;
  const family = studyFamilyOf(catalogue, row);
  if (family === undefined) return undefined;
  for (const cip of degreeFields) {
    if (family.fields.some((prefix) => cip.startsWith(prefix))) return undefined;
  }
  let months = 0;
  for (const [done, count] of monthsByRow ?? []) {
    if (isOf(catalogue.ids[done], family)) months += count;
  }
  return months >= WORKED_IN_FAMILY_MONTHS ? undefined : family;
}

/** Returns the level as which schooling of this level counts for an occupation whose field is missing. */
export function levelInAnotherField(level: EducationLevel): EducationLevel {
  return Math.min(level, OTHER_FIELD_COUNTS_AS);
}

/** A search asks for the same again and again, so what was worked out for a catalogue is kept. */
const fieldsByCatalogue = new WeakMap<Catalogue, ReadonlyMap<number, readonly string[]>>();

function fieldsByRow(catalogue: Catalogue): ReadonlyMap<number, readonly string[]> {
  const known = fieldsByCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const byRow = new Map<number, string[]>();
  for (const { cip, occupations } of catalogue.fields) {
    for (const row of occupations) byRow.set(row, [...(byRow.get(row) ?? []), cip]);
  }
  fieldsByCatalogue.set(catalogue, byRow);
  return byRow;
}

/** Returns the CIP codes of the fields that prepare for the occupation; its family's own where none is listed. */
export function fieldsFor(catalogue: Catalogue, row: number): readonly string[] {
  const listed = fieldsByRow(catalogue).get(row);
  return listed ?? studyFamilyOf(catalogue, row)?.fields.slice(0, 1) ?? [];
}

/** A degree taken for an occupation of which it is not known what one studies for it. */
const SOME_OTHER_FIELD = "none listed";

/**
 * Returns the fields of the degrees held once the credentials are earned; a general degree is taken in the
 * field of the occupation it is for. Undefined where it was not known what a degree was in.
 */
export function degreeFieldsAfter(
  catalogue: Catalogue,
  { educationLevel, degreeFields }: Pick<Standing, "educationLevel" | "degreeFields">,
  earned: { readonly templates: readonly CredentialTemplate[]; readonly row: number },
): ReadonlySet<string> | undefined {
  const degrees = earned.templates.filter((one) => one.educationLevel >= FIRST_DEGREE);
  if (degrees.length === 0 || (degreeFields === undefined && educationLevel >= FIRST_DEGREE))
    return degreeFields;
  const rows = degrees.flatMap(({ preparesFor }) =>
    preparesFor.length === 0 ? [earned.row] : preparesFor,
  );
  const fields = new Set(degreeFields);
  for (const row of rows) {
    const family = studyFamilyOf(catalogue, row)?.fields.slice(0, 1) ?? [];
    for (const cip of [...family, ...fieldsFor(catalogue, row)]) fields.add(cip);
  }
  if (fields.size === 0) fields.add(SOME_OTHER_FIELD);
  return fields;
}
