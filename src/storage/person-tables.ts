// What is read and written of one person, inside a transaction that is about that person alone.

import type { Transaction } from "kysely";
import type { CalendarFeed } from "../domain/calendar/calendar-feed.ts";
import { type CareerRecord, EMPTY_RECORD, type Unread } from "../domain/record/career-record.ts";
import type { Plan } from "../domain/schedule/plan.ts";
import { cleanText } from "./clean-text.ts";
import { makeJson, parseJson } from "./json-codec.ts";
import {
  CHECK_INS,
  CREDENTIALS,
  DECISIONS,
  EDUCATIONS,
  HORIZON_WORDS,
  INTERVIEW_ANSWERS,
  itemOf,
  LADDERS,
  type ListRow,
  type ListShape,
  POSITIONS,
  rowOf,
  SELF_RATINGS,
  SITTINGS,
  SKILLS,
  STATEMENTS,
} from "./list-tables.ts";
import type { Tables } from "./schema.ts";
import type { PlanSummary } from "./store.ts";

/** A transaction, and the one person it is about. */
export interface Of {
  readonly transaction: Transaction<Tables>;
  readonly personId: string;
}

/**
 * Raises the person's count of writes, which holds every other write to this person back until the
 * transaction ends. Returns false for an unknown person.
 */
export async function lockPerson({ transaction, personId }: Of): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("persons")
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function hasPerson({ transaction, personId }: Of): Promise<boolean> {
  const row = await transaction
    .selectFrom("persons")
    .select("person_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function readRecord(of: Of): Promise<CareerRecord> {
  const header = await of.transaction
    .selectFrom("record_headers")
    .selectAll()
    .where("person_id", "=", of.personId)
    .executeTakeFirst();
  return {
    label: header?.label ?? EMPTY_RECORD.label,
    ...(header?.country == null ? {} : { country: header.country }),
    positions: await readList(of, POSITIONS),
    educations: await readList(of, EDUCATIONS),
    credentials: await readList(of, CREDENTIALS),
    skills: await readList(of, SKILLS),
    selfRatings: (await readList(of, SELF_RATINGS)).map(({ id: _place, ...rating }) => rating),
    ladders: await readList(of, LADDERS),
    interviewAnswers: await readList(of, INTERVIEW_ANSWERS),
    sittings: await readList(of, SITTINGS),
    checkIns: await readList(of, CHECK_INS),
    decisions: await readList(of, DECISIONS),
    horizonWords: (await readList(of, HORIZON_WORDS)).map(({ id: _place, ...word }) => word),
    statements: await readList(of, STATEMENTS),
    unread: header === undefined ? {} : (parseJson(header.unread) as Unread), // written by writeRecord only
  };
}

export async function writeRecord(of: Of, record: CareerRecord): Promise<void> {
  const header = {
    label: cleanText(record.label),
    country: record.country === undefined ? null : cleanText(record.country),
    unread: makeJson(record.unread),
  };
  await of.transaction
    .insertInto("record_headers")
    .values({ person_id: of.personId, ...header })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(header))
    .execute();
  await writeList(of, POSITIONS, record.positions);
  await writeList(of, EDUCATIONS, record.educations);
  await writeList(of, CREDENTIALS, record.credentials);
  await writeList(of, SKILLS, record.skills);
  const ratings = record.selfRatings.map((rating, place) => ({ ...rating, id: String(place) }));
  await writeList(of, SELF_RATINGS, ratings);
  await writeList(of, LADDERS, record.ladders);
  await writeList(of, INTERVIEW_ANSWERS, record.interviewAnswers);
  await writeList(of, SITTINGS, record.sittings);
  await writeList(of, CHECK_INS, record.checkIns);
  await writeList(of, DECISIONS, record.decisions);
  const words = record.horizonWords.map((word, place) => ({ ...word, id: String(place) }));
  await writeList(of, HORIZON_WORDS, words);
  await writeList(of, STATEMENTS, record.statements);
}

/** Returns the items in order. */
export async function readList<Item extends { readonly id: string }>(
  of: Of,
  shape: ListShape<Item>,
): Promise<readonly Item[]> {
  const rows = await readRows(of, shape);
  return rows.map((row) => itemOf(shape, row));
}

/** Saves one item in its place, or at the end of the list when its id is new. */
export async function writeItem<Item extends { readonly id: string }>(
  of: Of,
  shape: ListShape<Item>,
  item: Item,
): Promise<void> {
  const rows = await readRows(of, shape);
  const old = rows.find((row) => row.id === cleanText(item.id));
  const ordinal = old?.ordinal ?? (rows.at(-1)?.ordinal ?? -1) + 1;
  const row = rowOf(shape, of.personId, { item, ordinal });
  if (old === undefined) await insertRows(of, shape, [row]);
  else await updateRow(of, shape, row);
}

/** Adds items at the end of the list; one whose id is there already is left as it is. */
export async function addItems<Item extends { readonly id: string }>(
  of: Of,
  shape: ListShape<Item>,
  items: readonly Item[],
): Promise<void> {
  const rows = await readRows(of, shape);
  const ids = new Set(rows.map((row) => row.id));
  let ordinal = rows.at(-1)?.ordinal ?? -1;
  const added: ListRow[] = [];
  for (const item of items) {
    if (ids.has(cleanText(item.id))) continue;
    ids.add(cleanText(item.id));
    ordinal += 1;
    added.push(rowOf(shape, of.personId, { item, ordinal }));
  }
  await insertRows(of, shape, added);
}

export async function deleteItems<Item>(
  { transaction, personId }: Of,
  shape: ListShape<Item>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .deleteFrom(shape.table)
    .where("person_id", "=", personId)
    .where("id", "in", [...ids])
    .execute();
}

/** Makes the table hold exactly these items in this order, and writes no row that stays as it is. */
async function writeList<Item extends { readonly id: string }>(
  of: Of,
  shape: ListShape<Item>,
  items: readonly Item[],
): Promise<void> {
  const old = new Map((await readRows(of, shape)).map((row) => [row.id, row]));
  const rows = items.map((item, ordinal) => rowOf(shape, of.personId, { item, ordinal }));
  const ids = new Set(rows.map((row) => row.id));
  if (ids.size < rows.length)
    throw new RangeError(`Cannot save the ${shape.table}: two of them have the same id`);
  await deleteItems(
    of,
    shape,
    [...old.keys()].filter((id) => !ids.has(id)),
  );
  const added = rows.filter((row) => !old.has(row.id));
  for (const row of rows) {
    const before = old.get(row.id);
    if (before !== undefined && !sameRow(before, row)) await updateRow(of, shape, row);
  }
  await insertRows(of, shape, added);
}

async function readRows<Item>(
  { transaction, personId }: Of,
  shape: ListShape<Item>,
): Promise<readonly ListRow[]> {
  const rows = await transaction
    .selectFrom(shape.table)
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("ordinal")
    .execute();
  return rows as ListRow[]; // the table's own columns come too, and are text or null
}

async function updateRow<Item>(of: Of, shape: ListShape<Item>, row: ListRow): Promise<void> {
  await of.transaction
    .updateTable(shape.table)
    .set(row)
    .where("person_id", "=", of.personId)
    .where("id", "=", row.id)
    .execute();
}

/** Rows per statement: an engine takes at least 32,766 values in one, a row has at most 10. */
const ROWS_AT_ONCE = 500;

async function insertRows<Item>(
  { transaction }: Of,
  shape: ListShape<Item>,
  rows: readonly ListRow[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
    await transaction
      .insertInto(shape.table)
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .execute();
}

function sameRow(one: ListRow, other: ListRow): boolean {
  return Object.entries(other).every(([column, value]) => one[column] === value);
}

export async function readPlanSummaries({ transaction, personId }: Of): Promise<PlanSummary[]> {
  const rows = await transaction
    .selectFrom("plans")
    .select(["id", "made_on", "goal_id", "headline"])
    .where("person_id", "=", personId)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    madeOn: row.made_on as PlanSummary["madeOn"], // written from a plan's own date
    goalId: row.goal_id,
    headline: row.headline,
  }));
}

export async function readPlan(
  { transaction, personId }: Of,
  planId: string,
): Promise<Plan | undefined> {
  const row = await transaction
    .selectFrom("plans")
    .select("body")
    .where("person_id", "=", personId)
    .where("id", "=", cleanText(planId))
    .executeTakeFirst();
  return row === undefined ? undefined : (parseJson(row.body) as Plan); // written by writePlan only
}

/** Adds the plan as the newest; the engine's error for a duplicate key passes through. */
export async function writePlan({ transaction, personId }: Of, plan: Plan): Promise<void> {
  const newest = await transaction
    .selectFrom("plans")
    .select("ordinal")
    .where("person_id", "=", personId)
    .orderBy("ordinal", "desc")
    .limit(1)
    .executeTakeFirst();
  await transaction
    .insertInto("plans")
    .values({
      person_id: personId,
      id: cleanText(plan.id),
      ordinal: (newest?.ordinal ?? -1) + 1,
      made_on: cleanText(plan.madeOn),
      goal_id: cleanText(plan.goal.id),
      headline: cleanText(plan.headline),
      body: makeJson(plan),
    })
    .execute();
}

export async function readFeed({ transaction, personId }: Of): Promise<CalendarFeed | undefined> {
  const row = await transaction
    .selectFrom("calendar_feeds")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    secretHash: row.secret_hash,
    madeOn: row.made_on as CalendarFeed["madeOn"], // these two are written by writeFeed only
    options: parseJson(row.options) as CalendarFeed["options"],
  };
}

/** Writes the feed in place of the former one; returns whether there was one. */
export async function writeFeed(of: Of, feed: CalendarFeed): Promise<boolean> {
  const replaced = await deleteFeed(of);
  await of.transaction
    .insertInto("calendar_feeds")
    .values({
      person_id: of.personId,
      secret_hash: cleanText(feed.secretHash),
      made_on: cleanText(feed.madeOn),
      options: makeJson(feed.options),
    })
    .execute();
  return replaced;
}

/** Returns whether there was one. */
export async function deleteFeed({ transaction, personId }: Of): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom("calendar_feeds")
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
