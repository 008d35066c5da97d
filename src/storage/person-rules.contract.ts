// The rules that let person tables spread over several machines, as a check of a schema's facts. Each
// engine's test reads the facts from its own catalogue.

import { CONTROL_TABLES } from "./schema.ts";

export interface TableFacts {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly notNull: boolean }[];
  /** Columns of the primary key and of every unique index, in order. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly { readonly to: string; readonly columns: readonly string[] }[];
}

/** Returns every breach as a sentence; empty when all is well. Tables not named as control are persons'. */
export function personRuleBreaches(tables: readonly TableFacts[]): readonly string[] {
  const isControl = (name: string) => CONTROL_TABLES.has(name);
  const breaches: string[] = [];
  for (const table of tables) {
    const personColumn = table.columns.find((column) => column.name === "person_id");
    for (const key of table.foreignKeys) {
      if (isControl(key.to)) continue;
      if (isControl(table.name)) breaches.push(`${table.name} refers back to ${key.to}`);
      else if (!key.columns.includes("person_id"))
        breaches.push(`${table.name} refers to ${key.to} without person_id`);
    }
    if (isControl(table.name)) continue;
    if (personColumn === undefined) breaches.push(`${table.name} has no person_id`);
    else if (!personColumn.notNull) breaches.push(`${table.name}.person_id may be null`);
    if (table.uniqueKeys.length === 0) breaches.push(`${table.name} has no primary key`);
    for (const key of table.uniqueKeys)
      if (key[0] !== "person_id")
        breaches.push(`${table.name} has a unique key (${key.join(", ")}) without person_id first`);
  }
  return breaches;
}
