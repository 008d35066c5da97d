// The record: everything a person has done, paid and unpaid, as they said it. Facts only; what is
// believed from them (occupations, levels) is computed elsewhere and never written back here.

import type { CheckIn } from "../agenda/check-in.ts";
import type { Sitting } from "../assessment/sitting.ts";
import type { PartialDate } from "../calendar-date.ts";
import type { HorizonWord } from "../horizons/horizon.ts";
import type { Pay } from "../money.ts";
import type { CareerStatement } from "./career-statement.ts";
import type { Decision } from "./decision.ts";
import type { InterviewAnswer } from "./interview-answer.ts";
import type { OrganisationLadder } from "./organisation-ladder.ts";

export const POSITION_KINDS = [
  "employment",
  "self-employment",
  "volunteering",
  "caring",
  "military",
  "internship",
  "board",
  "creative",
] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

/** Kinds that are unpaid unless the person says otherwise; they stand in the unpaid lane. */
export const UNPAID_KINDS: ReadonlySet<PositionKind> = new Set(["volunteering", "caring", "board"]);

/** Kinds of positions in which somebody employs one. Whose agenda other work serves is for the person to say. */
export const EMPLOYED_KINDS: ReadonlySet<PositionKind> = new Set([
  "employment",
  "military",
  "internship",
]);

/** How a fact came in: typed here, imported from a named format, or inferred. */
export type FactSource = "typed" | "inferred" | `imported from ${string}`;
export const FACT_STATES = ["stated", "confirmed", "verified"] as const;
export type FactState = (typeof FACT_STATES)[number];

export interface Provenance {
  readonly source: FactSource;
  readonly state: FactState;
}

/** Fields of a foreign format that the record has no place for, kept so that nothing is lost. */
export type Unread = Readonly<Record<string, unknown>>;

/**
 * The person's word that no occupation of the catalogue is like a position; it stands where the
 * confirmed occupation's id would, and its title is not guessed at again.
 */
export const NO_OCCUPATION = "none";

/** One stretch with one organisation in one capacity, paid or unpaid. */
export interface Position {
  readonly id: string;
  readonly kind: PositionKind;
  readonly title: string;
  /** Empty when not said. Positions with the same organisation (ignoring case) are one stay. */
  readonly organisation: string;
  /** Undefined when the person gave none; then its length is unknown and it counts for no time. */
  readonly start?: PartialDate;
  /** Undefined when it goes on today. */
  readonly end?: PartialDate;
  readonly hoursPerWeek?: number;
  readonly pay?: Pay;
  readonly location?: string;
  readonly summary?: string;
  readonly highlights: readonly string[];
  /** The occupation that the person confirmed or chose, or NO_OCCUPATION; undefined until then. */
  readonly confirmedOccupation?: string;
  readonly provenance: Provenance;
  readonly unread: Unread;
}

export interface Education {
  readonly id: string;
  readonly institution: string;
  /** "Bachelor", "A-levels", "GED": as written. */
  readonly studyType: string;
  /** "Nursing", "Business administration": as written. */
  readonly area: string;
  readonly start?: PartialDate;
  readonly end?: PartialDate;
  readonly courses: readonly string[];
  readonly provenance: Provenance;
  readonly unread: Unread;
}

/** A certificate or a licence that the person holds. */
export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly date?: PartialDate;
  readonly expires?: PartialDate;
  readonly provenance: Provenance;
  readonly unread: Unread;
}

export interface NamedSkill {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly keywords: readonly string[];
  readonly provenance: Provenance;
  readonly unread: Unread;
}

/**
 * The person's own word on their level of one element, on the anchored scale. Of several for one element
 * the newest counts.
 */
export interface SelfRating {
  /** The catalogue's element id, such as "2.A.1.d". */
  readonly elementId: string;
  /** 0–7. */
  readonly level: number;
  /** When it was given. */
  readonly date: PartialDate;
}

/** Everything on record about one person. Lists keep the order they were given in. */
export interface CareerRecord {
  /** What the person goes by here; may be empty. */
  readonly label: string;
  /** ISO 3166-1 alpha-2 code; undefined when not said. */
  readonly country?: string;
  readonly positions: readonly Position[];
  readonly educations: readonly Education[];
  readonly credentials: readonly Credential[];
  readonly skills: readonly NamedSkill[];
  readonly selfRatings: readonly SelfRating[];
  /** What can be risen to in an organisation, one ladder each; empty where none was described. */
  readonly ladders: readonly OrganisationLadder[];
  /** Of the gap interview, the newest last; former answers stay. */
  readonly interviewAnswers: readonly InterviewAnswer[];
  /** The assessment as it was answered, the newest last; at most the last one is unfinished. */
  readonly sittings: readonly Sitting[];
  /** In the order in which they were made; empty where there was none. */
  readonly checkIns: readonly CheckIn[];
  /** Decisions about work, the person's and others'. */
  readonly decisions: readonly Decision[];
  /** The person's words on what belongs to which horizon, each subject once. */
  readonly horizonWords: readonly HorizonWord[];
  /** Every career statement that was kept, the newest last. */
  readonly statements: readonly CareerStatement[];
  /** Top-level fields of the imported document that have no place above. */
  readonly unread: Unread;
}

export const EMPTY_RECORD: CareerRecord = {
  label: "",
  positions: [],
  educations: [],
  credentials: [],
  skills: [],
  selfRatings: [],
  ladders: [],
  interviewAnswers: [],
  sittings: [],
  checkIns: [],
  decisions: [],
  horizonWords: [],
  statements: [],
  unread: {},
};
