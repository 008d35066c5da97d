// The catalogue in memory: occupations, rated elements and what each occupation requires of them.
// Columnar: one typed array a column, an occupation is its row index. Reading files into it is
// sources/'s work. A missing number is NaN (floats) or 0 (zones); nothing is invented to fill one.

import { type Currency, type ThreePoint, US_DOLLAR } from "../money.ts";

/** Work activities are in some releases only. */
export const ELEMENT_GROUPS = ["skill", "knowledge", "ability", "activity"] as const;
export type ElementGroup = (typeof ELEMENT_GROUPS)[number];

/** What somebody at a level of an element can do, in plain words of our own, to rate oneself against. */
export interface Anchor {
  /** 0–7. */
  readonly level: number;
  readonly text: string;
}

/** A rated descriptor: importance 1–5 and level 0–7. */
export interface Element {
  /** O*NET element id, such as "2.A.1.a". */
  readonly id: string;
  readonly name: string;
  readonly group: ElementGroup;
  /** Employment-weighted mean and standard deviation of the level over all occupations. */
  readonly priorMean: number;
  readonly priorSd: number;
  /** Mean level over the occupations for which the catalogue does not list the element. */
  readonly unlistedLevel: number;
  /** Ascending by level; empty where nobody has written any. */
  readonly anchors: readonly Anchor[];
}

/**
 * Levels of education in order, O*NET's RL categories 1–12. An index into this list plus one is the
 * category.
 */
export const EDUCATION_LEVELS = [
  "less than high school",
  "high school",
  "post-secondary certificate",
  "some college",
  "associate's degree",
  "bachelor's degree",
  "post-baccalaureate certificate",
  "master's degree",
  "post-master's certificate",
  "first professional degree",
  "doctoral degree",
  "post-doctoral training",
] as const;
/** 1–12, see EDUCATION_LEVELS; 0 when not known. */
export type EducationLevel = number;

/** A legal condition to practise an occupation. What is not listed is unknown, never "none". */
export interface Licence {
  readonly occupation: number;
  /** "Registered nurse licence (RN)". */
  readonly name: string;
  readonly minimumEducation: EducationLevel;
  /**
   * The exam's name, or empty when there is none. What it takes stands in the credential template of
   * that same name; licence-paths.ts finds it.
   */
  readonly exam: string;
  /** Country (and region) it holds for, ISO codes: "US", "US-CA". */
  readonly place: string;
  readonly source: string;
  /** Ids of credential templates, any one of which leads to it (each then followed by the exam). */
  readonly credentials: readonly string[];
  /**
   * True where the law asks it for a part of the work alone, which the name then says ("…, to sign off
   * plans"). It keeps nobody out of the occupation, and the work does not show that one holds it.
   */
  readonly partOnly?: boolean;
}

/** A licence of an occupation that is named by its code, for catalogues in which it has a row. */
export type LicenceByCode = Omit<Licence, "occupation"> & { readonly occupationId: string };

/** A level within one occupation, so that a promotion shows where the code stays the same. */
export interface Rung {
  readonly occupation: number;
  readonly id: string;
  readonly name: string;
  /** 1 is the lowest. */
  readonly order: number;
  /** Words in a title that show this rung: "junior", "senior", "lead". */
  readonly titleWords: readonly string[];
  /** Months people usually spend on the rung below before they reach this one. */
  readonly usualMonthsBefore: number;
  readonly source: string;
}

export const CREDENTIAL_KINDS = ["course", "certificate", "degree", "exam", "licence"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** What it usually takes to earn a credential: defaults, each the person's to change. */
export interface CredentialTemplate {
  readonly id: string;
  readonly name: string;
  readonly kind: CredentialKind;
  /** Level that holding it gives; 0 when it changes none. */
  readonly educationLevel: EducationLevel;
  /** Level needed to begin; 0 when none is. */
  readonly entryLevel: EducationLevel;
  /** The person's own hours in all: class, clinical or placement, and study. */
  readonly hours: ThreePoint;
  readonly money: ThreePoint;
  readonly currency: Currency;
  /** Calendar months that it takes however many hours a week are given (terms, fixed sessions). */
  readonly minimumMonths: number;
  /** Weeks of waiting afterwards (results, the board's paperwork). */
  readonly waitWeeks: ThreePoint;
  /** Part of it happens in the daytime on working days and cannot be done in the evening. */
  readonly daytime: boolean;
  /** Share of first attempts that pass; NaN when there is no exam. */
  readonly passRate: number;
  /** Whether a place must be won by application. */
  readonly admission: boolean;
  /** Ids of credential templates that must be done first, all of them. */
  readonly after: readonly string[];
  /** Occupations (rows) that it prepares for; empty for a general one, such as any bachelor's degree. */
  readonly preparesFor: readonly number[];
  /** Where the figures come from, or "assumption". */
  readonly source: string;
}

/** A field of study and the occupations (rows) that its programmes prepare for (CIP–SOC). */
export interface StudyField {
  /** CIP code as text, such as "51.3801". */
  readonly cip: string;
  readonly name: string;
  /** Words that people write for it, lower case: "hr", "personnel management". */
  readonly keywords: readonly string[];
  readonly occupations: readonly number[];
}

/** Shares of incumbents by category, row-major: occupation × category, each row sums to 1 or is NaN. */
export interface IncumbentShares {
  /** Required level of education (RL), 12 categories. */
  readonly education: Float32Array;
  /** Related work experience (RW), 11 categories. */
  readonly experience: Float32Array;
  /** Training at the place of work, in classes (PT), 9 categories. */
  readonly inPlantTraining: Float32Array;
  /** Training on the job (OJ), 9 categories. */
  readonly onTheJobTraining: Float32Array;
}
export const EDUCATION_CATEGORIES = 12;
export const EXPERIENCE_CATEGORIES = 11;
export const TRAINING_CATEGORIES = 9;

/**
 * Skills that an occupation asks for without saying how much (ESCO): held or not, essential or optional.
 * A catalogue of rated elements has none.
 */
export interface SkillRequirements {
  /** Ascending; the position is the skill everywhere below. ESCO's URIs, or a label where it has none. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Skills of an occupation's row: from starts[row] to starts[row + 1] below, ascending in each row. */
  readonly starts: Int32Array;
  readonly skills: Int32Array;
  /** 1 essential, 0 optional. */
  readonly essential: Uint8Array;
}

export interface Catalogue {
  /** "starter", "onet", "esco", "bls". */
  readonly id: string;
  /** What it was made from, and the attribution that the licences ask for. */
  readonly release: string;
  readonly attribution: readonly string[];
  /** Country whose pay, openings, education and licences these are: "US". */
  readonly place: string;
  readonly currency: Currency;

  /**
   * In ascending order; the position is the row everywhere below. O*NET-SOC codes ("29-1141.00"), SOC
   * codes (BLS, "29-1141"), concept URIs (ESCO).
   */
  readonly ids: readonly string[];
  /** Code of the wider group that each is in: SOC 2018 ("29-1141") or ISCO-08 ("2221"); empty if none. */
  readonly groups: readonly string[];
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  /** Other names that people use for the occupation, without its title. */
  readonly aliases: readonly (readonly string[])[];
  /** What people in it do, a sentence each, as the release has them; may be empty. */
  readonly tasks: readonly (readonly string[])[];
  /** Job zone 1–5; 0 unknown. */
  readonly zones: Uint8Array;
  /** BLS typical entry education as an EducationLevel; 0 unknown. */
  readonly typicalEducation: Uint8Array;
  /** Thousands of people employed. */
  readonly employment: Float64Array;
  /** Thousands of openings a year. */
  readonly annualOpenings: Float64Array;
  /** Growth over the projection decade as a share: 0.05 is 5 %. */
  readonly growth: Float64Array;
  /** Annual pay at the 10th, 50th and 90th percentile. */
  readonly payLow: Float64Array;
  readonly payMedian: Float64Array;
  readonly payHigh: Float64Array;

  readonly elements: readonly Element[];
  /** occupation × element, row-major; NaN where the element is not listed for the occupation. */
  readonly importance: Float32Array;
  readonly level: Float32Array;

  /** Of no occupation in a catalogue of rated elements. */
  readonly skills: SkillRequirements;
  readonly incumbents: IncumbentShares;
  readonly licences: readonly Licence[];
  readonly rungs: readonly Rung[];
  readonly credentials: readonly CredentialTemplate[];
  readonly fields: readonly StudyField[];
  /** For each occupation the rows of related ones, nearest first (O*NET Related Occupations). */
  readonly related: readonly (readonly number[])[];
}

/** Returns a catalogue of these occupations of which nothing else is known; ids must be ascending. */
export function blankCatalogue(id: string, ids: readonly string[]): Catalogue {
  const count = ids.length;
  const unknown = (width: number) => new Float32Array(count * width).fill(Number.NaN);
  const figures = () => new Float64Array(count).fill(Number.NaN);
  const nothing = ids.map(() => []);
  return {
    id,
    release: "",
    attribution: [],
    place: "US",
    currency: US_DOLLAR,
    ids,
    groups: ids.map(() => ""),
    titles: ids.map(() => ""),
    descriptions: ids.map(() => ""),
    aliases: nothing,
    tasks: nothing,
    zones: new Uint8Array(count),
    typicalEducation: new Uint8Array(count),
    employment: figures(),
    annualOpenings: figures(),
    growth: figures(),
    payLow: figures(),
    payMedian: figures(),
    payHigh: figures(),
    elements: [],
    importance: new Float32Array(0),
    level: new Float32Array(0),
    skills: {
      ids: [],
      names: [],
      starts: new Int32Array(count + 1),
      skills: new Int32Array(0),
      essential: new Uint8Array(0),
    },
    incumbents: {
      education: unknown(EDUCATION_CATEGORIES),
      experience: unknown(EXPERIENCE_CATEGORIES),
      inPlantTraining: unknown(TRAINING_CATEGORIES),
      onTheJobTraining: unknown(TRAINING_CATEGORIES),
    },
    licences: [],
    rungs: [],
    credentials: [],
    fields: [],
    related: nothing,
  };
}

/** Returns the occupation's row, or −1 when the catalogue does not have it. */
export function rowOf(catalogue: Catalogue, occupationId: string): number {
  let low = 0;
  let high = catalogue.ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const id = catalogue.ids[middle] as string;
    if (id === occupationId) return middle;
    if (id < occupationId) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Returns the occupation's importance of an element, 1–5; 1 where it is not listed. */
export function importanceOf(catalogue: Catalogue, row: number, element: number): number {
  const value = catalogue.importance[row * catalogue.elements.length + element] ?? Number.NaN;
  return Number.isNaN(value) ? 1 : value;
}

/** Returns the occupation's level of an element, 0–7; the element's unlisted level where not listed. */
export function levelOf(catalogue: Catalogue, row: number, element: number): number {
  const value = catalogue.level[row * catalogue.elements.length + element] ?? Number.NaN;
  return Number.isNaN(value) ? (catalogue.elements[element]?.unlistedLevel ?? 0) : value;
}

/** Returns whether the occupation has ratings at all. */
export function isRated(catalogue: Catalogue, row: number): boolean {
  const width = catalogue.elements.length;
  for (let i = row * width; i < (row + 1) * width; i++) {
    if (!Number.isNaN(catalogue.level[i] ?? Number.NaN)) return true;
  }
  return false;
}
