// What is already known before a question is put: the position held, the goal, what the catalogue says of both.
// Nothing here is asked or believed of the person; it stands beside the question.

import type { Standing } from "../abilities/standing.ts";
import type { Gap } from "../gaps/gap.ts";
import { experienceCreditOf } from "../moves/experience-credit.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { CareerRecord, Position } from "../record/career-record.ts";
import type { Goal } from "../record/goal.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import { careerFieldOf } from "../routes/career-fields.ts";
import { opensCredentialTrack } from "../routes/stepping-stones.ts";
import type { PositionAtHand } from "./positions-at-hand.ts";

/** Assumption: where a month counts as half a month or more, the position is a stepping stone. */
export const STONE_CREDIT = 0.5;

/** The position that is asked about. */
export interface MainPosition {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly paid: boolean;
  /** Row of the occupation that it is surely taken for; -1 when that is not known. */
  readonly row: number;
}

export interface Known {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal | undefined;
  /** -1 without a goal. */
  readonly goalRow: number;
  readonly main: MainPosition | undefined;
  readonly ladders: readonly PlacedLadder[];
  /** Computed from the record, without answers; empty where they are not looked at. */
  readonly gaps: readonly Gap[];
  /** Lower positions that are open now; undefined where they are not looked at. */
  readonly atHand: readonly PositionAtHand[] | undefined;
  /** For words alone; nothing that an answer comes to depends on it. */
  readonly record: CareerRecord | undefined;
}

export interface KnownInputs {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal?: Goal | undefined;
  readonly mainPositionId: string | undefined;
  readonly ladders?: readonly PlacedLadder[] | undefined;
  readonly gaps?: readonly Gap[];
  readonly atHand?: readonly PositionAtHand[];
  readonly record?: CareerRecord;
}

/** Returns what is known; a goal that the catalogue does not have is none. */
export function knownOf(inputs: KnownInputs): Known {
  const { catalogue, standing, goal, mainPositionId, ladders = [], gaps = [] } = inputs;
  const goalRow = goal === undefined ? -1 : rowOf(catalogue, goal.occupationId);
  const match = standing.matches.find(({ positionId }) => positionId === mainPositionId);
  const isKnown = match?.match.state === "confirmed" || match?.match.state === "sure";
  const id = isKnown ? match?.match.candidates[0]?.occupationId : undefined;
  return {
    catalogue,
    standing,
    goal: goalRow < 0 ? undefined : goal,
    goalRow,
    main:
      match === undefined
        ? undefined
        : {
            id: match.positionId,
            title: match.title,
            organisation: match.organisation,
            paid: match.paid,
            row: id === undefined ? -1 : rowOf(catalogue, id),
          },
    ladders,
    gaps,
    atHand: inputs.atHand,
    record: inputs.record,
  };
}

/** Returns the position of the record that is asked about. */
export function mainInRecord({ main, record }: Known): Position | undefined {
  return record?.positions.find(({ id }) => id === main?.id);
}

/** Returns "a registered nurse"; "where you want to go" without a goal. */
export function goalInWords({ catalogue, goalRow }: Known): string {
  return goalRow < 0 ? "where you want to go" : withArticle(plainNameOf(catalogue, goalRow));
}

/** Returns "Receptionist at Elm Street Surgery"; empty without a position. */
export function mainInWords({ main }: Known): string {
  if (main === undefined) return "";
  const title = main.title.trim() === "" ? "A position" : main.title.trim();
  return main.organisation === "" ? title : `${title}, ${main.organisation}`;
}

/** Returns the field of an occupation, in small letters; undefined when it is not known. */
export function fieldOf({ catalogue }: Known, row: number): string | undefined {
  const id = catalogue.ids[row];
  return id === undefined ? undefined : careerFieldOf(id);
}

/** Returns the share of a month in the present position that counts for the goal; undefined when not known. */
export function creditToGoal({ catalogue, main, goalRow }: Known): number | undefined {
  if (main === undefined || main.row < 0 || goalRow < 0) return undefined;
  return experienceCreditOf(catalogue, main.row, goalRow);
}

/** Returns whether the present position opens the training for the goal, as a nursing assistant's does. */
export function opensTrackToGoal({ catalogue, main, goalRow }: Known): boolean {
  return (
    main !== undefined &&
    main.row >= 0 &&
    goalRow >= 0 &&
    opensCredentialTrack(catalogue, main.row, goalRow)
  );
}

/** Returns whether there is a goal that the catalogue knows. */
export function hasGoal(known: Known): boolean {
  return known.goalRow >= 0;
}

/** Returns whether what is mostly done, for pay, is the goal already. */
export function holdsGoal({ main, goalRow }: Known): boolean {
  return main?.paid === true && goalRow >= 0 && main.row === goalRow;
}
