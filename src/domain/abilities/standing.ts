// Where a person stands: everything that moves, gaps and routes read about them, computed once from
// the record. The shape only; standing-of.ts computes it.

import type { WantApart } from "../assessment/compass.ts";
import type { EducationLevel } from "../occupations/catalogue.ts";
import type { InterviewAnswer } from "../record/interview-answer.ts";
import type { PositionMatch } from "../schedule/plan.ts";
import type { LevelEstimates } from "./level-estimate.ts";

export interface Standing {
  readonly matches: readonly PositionMatch[];
  /**
   * Catalogue rows of the occupations held now, paid first, then by hours a week; when nothing is held
   * now, the last one held; empty when no position is matched with confidence.
   */
  readonly presentRows: readonly number[];
  readonly levels: LevelEstimates;
  /** Highest level finished; 0 when the record says nothing. */
  readonly educationLevel: EducationLevel;
  /** The education that shows it, as written; empty when none. */
  readonly educationLabel: string;
  /** Rows of the occupations that the person's finished studies prepare for. */
  readonly studiedRows: ReadonlySet<number>;
  /**
   * CIP codes of the fields that the degrees held (a bachelor's or more) were in; left out where there is none
   * and where it is not known what one of them was in.
   */
  readonly degreeFields?: ReadonlySet<string> | undefined;
  /** Ids of the catalogue's credential templates that the record shows as held. */
  readonly heldCredentialIds: ReadonlySet<string>;
  /** Names of licences (Licence.name) that the record shows as held. */
  readonly heldLicences: ReadonlySet<string>;
  /** Full-time months by occupation row, paid and unpaid, not faded, overlaps counted by hours. */
  readonly monthsByRow: ReadonlyMap<number, number>;
  /** Yearly pay now as the record says, in the catalogue's currency; undefined when not said. */
  readonly annualPay: number | undefined;
  /** Employers now, lower case, for failure causes. */
  readonly presentOrganisations: readonly string[];
  /** True when the person lives where the catalogue's figures are from. */
  readonly figuresAreLocal: boolean;
  /** What was answered in the gap interview, and the position it asks about; absent before the first answer. */
  readonly interview?:
    | {
        readonly answers: readonly InterviewAnswer[];
        readonly mainPositionId: string | undefined;
      }
    | undefined;
  /** What the person wants otherwise than it is, on the seven dimensions; none when left out. */
  readonly wantsApart?: readonly WantApart[];
}
