// The Store port: what the house needs kept, in domain words. Only storage/ knows SQL. Every row that
// belongs to a person carries person_id first, and no call here touches two persons.

import type { CalendarFeed } from "../domain/calendar/calendar-feed.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { CareerRecord } from "../domain/record/career-record.ts";
import type { Goal } from "../domain/record/goal.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import type { ProgressEvent } from "../domain/schedule/progress.ts";

export interface PlanSummary {
  readonly id: string;
  readonly madeOn: CalendarDate;
  readonly goalId: string;
  readonly headline: string;
}

/**
 * Where records, goals and plans are kept. Every promise that a write gives resolves after a flush. Text
 * is cleaned as it is written: Unicode form NFC, no NUL, U+FFFD for half a surrogate pair.
 */
export interface Store {
  readonly engine: "sqlite" | "postgres";

  /** Returns the ids of all persons, oldest first. */
  listPersons(): Promise<readonly string[]>;
  /** Makes the person if there is none of that id; does nothing otherwise. */
  addPerson(personId: string): Promise<void>;
  /**
   * Returns the person whose installation this is, and makes them if need be: the oldest person, or one
   * of a new id when there is none. Two processes that start at once get the same one.
   */
  ensureLocalPerson(newId: () => string): Promise<string>;
  /** Removes the person and every row of theirs. */
  deletePerson(personId: string): Promise<void>;

  /** Returns the record, empty lists where nothing was saved; undefined for an unknown person. */
  findRecord(personId: string): Promise<CareerRecord | undefined>;
  /**
   * Reads the record, applies the change and saves what it returns, all in one write transaction, so
   * that two processes never lose each other's change. Returns what was saved. A goal given with it
   * is saved as by saveGoal, in the same transaction: both or neither.
   */
  changeRecord(
    personId: string,
    change: (record: CareerRecord) => CareerRecord,
    goal?: Goal,
  ): Promise<CareerRecord>;

  /** Returns the goals, the newest last. */
  listGoals(personId: string): Promise<readonly Goal[]>;
  /**
   * Saves a goal, replacing one of the same id in its place.
   * @throws StorageError "storage/unknown-person"
   */
  saveGoal(personId: string, goal: Goal): Promise<void>;
  deleteGoal(personId: string, goalId: string): Promise<void>;

  /** Returns all plans ever kept, the newest last; none is overwritten. */
  listPlans(personId: string): Promise<readonly PlanSummary[]>;
  findPlan(personId: string, planId: string): Promise<Plan | undefined>;
  /** Keeps a plan for good; a second one of the same id is refused with a StorageError. */
  savePlan(personId: string, plan: Plan): Promise<void>;

  /** Returns everything noted about actions, in the order in which it was added; nothing is ever removed. */
  listProgress(personId: string): Promise<readonly ProgressEvent[]>;
  /**
   * Adds notes about actions, all or none. One whose id is there already stays as it is.
   * @throws StorageError "storage/unknown-person"
   */
  addProgress(personId: string, events: readonly ProgressEvent[]): Promise<void>;

  /** Returns the one address at which other programs may read the person's calendar. */
  findFeed(personId: string): Promise<CalendarFeed | undefined>;
  /** Saves it in place of the former one; returns whether there was one. */
  saveFeed(personId: string, feed: CalendarFeed): Promise<boolean>;
  /** Returns whether there was one. */
  deleteFeed(personId: string): Promise<boolean>;

  close(): Promise<void>;
}

/** The world failed: disk, lock, network, or a database that this version must not touch. */
export class StorageError extends Error {
  override readonly name = "StorageError";
  /** A stable code: "storage/cannot-open", "storage/newer-version", "storage/busy", "storage/full", … */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
