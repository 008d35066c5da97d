import { expect, test } from "vitest";
import { personRuleBreaches, type TableFacts } from "./person-rules.contract.ts";

const sound: TableFacts = {
  name: "notes",
  columns: [
    { name: "person_id", notNull: true },
    { name: "id", notNull: true },
  ],
  uniqueKeys: [["person_id", "id"]],
  foreignKeys: [{ to: "persons", columns: ["person_id"] }],
};

test("personRuleBreaches() finds nothing wrong with a sound table", () => {
  expect(personRuleBreaches([sound])).toEqual([]);
});

test("personRuleBreaches() finds each planted fault", () => {
  const faults: readonly (readonly [Partial<TableFacts>, string])[] = [
    [{ uniqueKeys: [["id"]] }, "notes has a unique key (id) without person_id first"],
    [{ uniqueKeys: [] }, "notes has no primary key"],
    [
      {
        uniqueKeys: [
          ["person_id", "id"],
          ["id", "person_id"],
        ],
      },
      "notes has a unique key (id, person_id) without person_id first",
    ],
    [{ columns: [{ name: "person_id", notNull: false }] }, "notes.person_id may be null"],
    [{ columns: [{ name: "id", notNull: true }] }, "notes has no person_id"],
    [
      { foreignKeys: [{ to: "goals", columns: ["goal_id"] }] },
      "notes refers to goals without person_id",
    ],
    [{ name: "settings", uniqueKeys: [] }, "settings refers back to persons"],
  ];
  for (const [fault, sentence] of faults)
    expect(personRuleBreaches([{ ...sound, ...fault }])).toEqual([sentence]);
});
