// The store over any engine. Each call is one transaction about one person; what the world did wrong comes
// out as a StorageError, and a failed call leaves everything as it was.

import { Kysely, type Transaction } from "kysely";
import { cleanText } from "./clean-text.ts";
import type { Engine } from "./engine.ts";
import { duplicatePlan, failureOf, unknownPerson } from "./failure.ts";
import { GOALS, PROGRESS } from "./list-tables.ts";
import { forPerson } from "./one-person.ts";
import {
  addItems,
  deleteFeed,
  deleteItems,
  hasPerson,
  lockPerson,
  type Of,
  readFeed,
  readList,
  readPlan,
  readPlanSummaries,
  readRecord,
  writeFeed,
  writeItem,
  writePlan,
  writeRecord,
} from "./person-tables.ts";
import type { Tables } from "./schema.ts";
import type { Store } from "./store.ts";

/** Name of the setting that says which person this installation is for. */
const LOCAL_PERSON = "local-person";

/** Returns the store over an engine whose schema is up to date; closing it closes the engine. */
export async function sqlStore(engine: Engine): Promise<Store> {
  const database = new Kysely<Tables>({ dialect: await engine.dialect() });
  const transactions = personTransactions(engine, database);
  const { reading, writing } = transactions;
  return {
    engine: engine.name,
    listPersons: () => transactions.plain("read", () => listPersons(database)),
    addPerson: (personId) => transactions.adding(personId),

    async ensureLocalPerson(newId) {
      const personId = await transactions.plain("save to", () => localPerson(database, newId));
      // Not in one transaction with the choice, and need not be: whoever starts next finishes it.
      await transactions.adding(personId);
      return personId;
    },

    async deletePerson(personId) {
      await transactions.deleting(personId);
      await transactions.plain("save to", () => engine.forgetErased());
    },

    findRecord: (personId) =>
      reading(personId, async (of) => ((await hasPerson(of)) ? readRecord(of) : undefined)),
    changeRecord: (personId, change, goal) =>
      writing(personId, async (of) => {
        await writeRecord(of, change(await readRecord(of)));
        if (goal !== undefined) await writeItem(of, GOALS, goal);
        return readRecord(of);
      }),

    listGoals: (personId) => reading(personId, (of) => readList(of, GOALS)),
    saveGoal: (personId, goal) => writing(personId, (of) => writeItem(of, GOALS, goal)),
    deleteGoal: (personId, goalId) =>
      writing(personId, (of) => deleteItems(of, GOALS, [cleanText(goalId)])),

    listPlans: (personId) => reading(personId, readPlanSummaries),
    findPlan: (personId, planId) => reading(personId, (of) => readPlan(of, planId)),
    savePlan: (personId, plan) =>
      writing(personId, async (of) => {
        try {
          await writePlan(of, plan);
        } catch (error) {
          throw engine.faultOf(error) === "duplicate" ? duplicatePlan(plan.id, error) : error;
        }
      }),

    listProgress: (personId) => reading(personId, (of) => readList(of, PROGRESS)),
    addProgress: (personId, events) => writing(personId, (of) => addItems(of, PROGRESS, events)),

    findFeed: (personId) => reading(personId, readFeed),
    saveFeed: (personId, feed) => writing(personId, (of) => writeFeed(of, feed)),
    deleteFeed: (personId) => writing(personId, deleteFeed),

    async close() {
      await database.destroy();
      await engine.close();
    },
  };
}

/** Returns the ways into the database: nothing else here starts a transaction. */
function personTransactions(engine: Engine, database: Kysely<Tables>) {
  async function plain<T>(doing: "read" | "save to", work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw failureOf(engine, doing, error);
    }
  }
  const about = (transaction: Transaction<Tables>, personId: string): Of => ({
    transaction: forPerson(transaction, personId),
    personId,
  });
  return {
    plain,
    /** One state of the person's data throughout. */
    reading: <T>(id: string, work: (of: Of) => Promise<T>): Promise<T> =>
      plain("read", () =>
        database
          .transaction()
          .setIsolationLevel("repeatable read")
          .setAccessMode("read only")
          .execute((transaction) => work(about(transaction, cleanText(id)))),
      ),
    /** All of the work or nothing, after every write to the person that began before. */
    writing: <T>(id: string, work: (of: Of) => Promise<T>): Promise<T> =>
      plain("save to", () =>
        database.transaction().execute(async (transaction) => {
          const of = about(transaction, cleanText(id));
          if (!(await lockPerson(of))) throw unknownPerson(of.personId);
          return work(of);
        }),
      ),
    adding: (id: string): Promise<void> =>
      plain("save to", () =>
        database.transaction().execute(async (transaction) => {
          const of = about(transaction, cleanText(id));
          await of.transaction
            .insertInto("persons")
            .values({ person_id: of.personId, added_at: new Date().toISOString(), revision: 0 })
            .onConflict((conflict) => conflict.column("person_id").doNothing())
            .execute();
        }),
      ),
    /** Rows of the other tables go with the person's own: their foreign keys cascade. */
    deleting: (id: string): Promise<void> =>
      plain("save to", () =>
        database.transaction().execute(async (transaction) => {
          const { transaction: one, personId } = about(transaction, cleanText(id));
          await one.deleteFrom("persons").where("person_id", "=", personId).execute();
          await one
            .deleteFrom("settings")
            .where("name", "=", LOCAL_PERSON)
            .where("value", "=", personId)
            .execute();
        }),
      ),
  };
}

async function listPersons(database: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await database
    .selectFrom("persons")
    .select("person_id")
    .orderBy("added_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** Returns the installation's person, chosen once: of several at the same time, the first wins. */
async function localPerson(database: Kysely<Tables>, newId: () => string): Promise<string> {
  const chosen = () =>
    database
      .selectFrom("settings")
      .select("value")
      .where("name", "=", LOCAL_PERSON)
      .executeTakeFirst();
  const known = await chosen();
  if (known !== undefined) return known.value;
  const value = (await listPersons(database))[0] ?? cleanText(newId());
  await database
    .insertInto("settings")
    .values({ name: LOCAL_PERSON, value })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  return (await chosen())?.value ?? value;
}
