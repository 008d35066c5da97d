import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, sql, type Transaction } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { forPerson } from "./one-person.ts";
import type { Tables } from "./schema.ts";
import { connect } from "./sqlite-connection.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { sqliteEngine } from "./sqlite-engine.ts";

let folder: string;
let database: Kysely<Tables>;
let close: () => Promise<void>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-store-"));
  const connection = await connect(join(folder, "a.db"), 1000);
  const engine = sqliteEngine(connection, folder, 1000);
  await migrate(engine);
  database = new Kysely<Tables>({ dialect: sqliteDialect(connection, 1000) });
  close = () => engine.close();
});
afterAll(async () => {
  await database.destroy();
  await close();
  rmSync(folder, { recursive: true });
});

function asOne(work: (transaction: Transaction<Tables>) => Promise<unknown>): Promise<unknown> {
  return database.transaction().execute((transaction) => work(forPerson(transaction, "one")));
}

const person = (id: string) => ({ person_id: id, added_at: "2026-01-01T00:00:00Z", revision: 0 });
const REFUSED: Readonly<Record<string, (in_: Transaction<Tables>) => Promise<unknown>>> = {
  "a select without a person": (in_) => in_.selectFrom("goals").selectAll().execute(),
  "a select of another person": (in_) =>
    in_.selectFrom("goals").selectAll().where("person_id", "=", "other").execute(),
  "a select of this person or another": (in_) =>
    in_
      .selectFrom("goals")
      .selectAll()
      .where((row) => row.or([row("person_id", "=", "one"), row("id", "=", "x")]))
      .execute(),
  "a select of several persons": (in_) =>
    in_.selectFrom("goals").selectAll().where("person_id", "in", ["one", "other"]).execute(),
  "a select of everyone else": (in_) =>
    in_.selectFrom("goals").selectAll().where("person_id", "!=", "one").execute(),
  "a join": (in_) =>
    in_
      .selectFrom("goals")
      .innerJoin("plans", "plans.goal_id", "goals.id")
      .select("plans.id")
      .where("goals.person_id", "=", "one")
      .execute(),
  "an update of all": (in_) => in_.updateTable("persons").set({ revision: 1 }).execute(),
  "a deletion of another person": (in_) =>
    in_.deleteFrom("persons").where("person_id", "=", "other").execute(),
  "an insertion for another person": (in_) =>
    in_.insertInto("persons").values(person("other")).execute(),
  "an insertion for two persons": (in_) =>
    in_
      .insertInto("persons")
      .values([person("one"), person("other")])
      .execute(),
  "plain SQL": (in_) => sql`delete from goals`.execute(in_),
};

for (const [what, query] of Object.entries(REFUSED))
  test(`a transaction about one person refuses ${what}`, async () => {
    await expect(asOne(query)).rejects.toThrow("not about one person alone");
  });

test("a transaction about one person lets that person's queries through", async () => {
  await asOne(async (in_) => {
    await in_.insertInto("persons").values(person("one")).execute();
    await in_.updateTable("persons").set({ revision: 1 }).where("person_id", "=", "one").execute();
    const rows = await in_
      .selectFrom("persons")
      .selectAll()
      .where("person_id", "=", "one")
      .where("revision", "=", 1)
      .execute();
    expect(rows).toHaveLength(1);
    await in_.deleteFrom("persons").where("person_id", "=", "one").execute();
  });
});
