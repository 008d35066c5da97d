// What a person says of a plan's steps: one of their own, or what is different about one of Throughline's.
// own-actions.ts puts it into the plan.

import { parsePartialDate } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import type { ActionKind } from "../schedule/action-kind.ts";
import type { Sessions } from "./sessions.ts";

/** What an employer pays back of a fee, and on which conditions. */
export interface Reimbursement {
  /** Of the fee, 0–1. */
  readonly share: number;
  /** Paid back at most, in the plan's currency; undefined for no cap. */
  readonly most?: number;
  /** Months from the end of the step until the money is there. */
  readonly afterMonths: number;
  /** Months to stay afterwards: who leaves sooner pays it back; 0 for none. */
  readonly stayMonths: number;
}

/** A step of the person's own, or a change to the step of the plan that has its id. */
export interface OwnAction {
  /** Begins with OWN_ID for a step of the person's own. */
  readonly id: string;
  /** A step of one's own has kind and title; a change has what it changes, here and below. */
  readonly kind?: ActionKind;
  readonly title?: string;
  readonly doneWhen?: string;
  readonly whoHelps?: string;
  readonly questions?: readonly string[];
  readonly hours?: ThreePoint;
  readonly money?: ThreePoint;
  readonly minimumMonths?: number;
  readonly waitWeeks?: ThreePoint;
  /** Days of each year on which alone it can begin, "09-01". */
  readonly terms?: readonly string[];
  /** Of a search: the place of the position, where it takes a move of house. */
  readonly elsewhere?: string;
  /** Classes at fixed hours, from the day it begins. */
  readonly sessions?: Sessions;
  /** Ids of the steps that come first, instead of those that the step has by itself. */
  readonly after?: readonly string[];
  readonly reimbursement?: Reimbursement;
}

/** What the ids of a person's own steps begin with. */
export const OWN_ID = "own:";

/** More steps of one's own than this are no plan any more. Assumption. */
export const MOST_OWN_ACTIONS = 60;

/** Returns whether it is a step of the person's own, not a change to one of Throughline's. */
export function isOwnStep({ id }: Pick<OwnAction, "id">): boolean {
  return id.startsWith(OWN_ID);
}

/** Returns whether the text is a day that every year has, "09-01". */
export function isDayOfYear(text: string): boolean {
  return /^\d\d-\d\d$/.test(text) && parsePartialDate(`2001-${text}`).ok;
}
