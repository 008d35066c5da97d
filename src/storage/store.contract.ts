// What every store must do, whatever engine is under it. Called by sqlite-store.test.ts on a real file and
// by postgres-store.test.ts on a real server.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckIn } from "../domain/agenda/check-in.ts";
import type { CalendarFeed } from "../domain/calendar/calendar-feed.ts";
import type { CalendarDate, PartialDate } from "../domain/calendar-date.ts";
import type { HorizonWord } from "../domain/horizons/horizon.ts";
import type { Currency } from "../domain/money.ts";
import type { CareerRecord, NamedSkill } from "../domain/record/career-record.ts";
import type { Decision } from "../domain/record/decision.ts";
import { anyGoal, anyPlan, anyProgress, anyRecord } from "./any-record.contract.ts";
import { makeJson, parseJson } from "./json-codec.ts";
import { MIGRATIONS } from "./migrations.ts";
import { personRuleBreaches, type TableFacts } from "./person-rules.contract.ts";
import { StorageError, type Store } from "./store.ts";

/** An empty database of its own that can be opened, also several times at once. */
export interface Place {
  open(): Promise<Store>;
  /** Runs SQL behind the store's back; returns rows. */
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  tableFacts(): Promise<readonly TableFacts[]>;
  remove(): Promise<void>;
}

/** Generated cases for each round trip: each is some twenty statements with a flush. */
const ROUND_TRIPS = { numRuns: 40 };

export function testStore(name: string, makePlace: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place;
    let store: Store;
    let count = 0;
    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterAll(async () => {
      await store?.close();
      await place?.remove();
    });

    async function newPerson(): Promise<string> {
      const personId = `person-${++count}`;
      await store.addPerson(personId);
      return personId;
    }

    test("findRecord() gives back any record that changeRecord() saved, cleaned", async () => {
      const personId = await newPerson();
      await fc.assert(
        fc.asyncProperty(anyRecord, async (record) => {
          const saved = await store.changeRecord(personId, () => record);
          expect(saved).toEqual(stored(record));
          expect(await store.findRecord(personId)).toEqual(saved);
        }),
        ROUND_TRIPS,
      );
    });

    test("listGoals() gives back any goal that saveGoal() saved", async () => {
      const personId = await newPerson();
      await fc.assert(
        fc.asyncProperty(anyGoal, async (goal) => {
          await store.saveGoal(personId, goal);
          expect(await store.listGoals(personId)).toEqual([stored(goal)]);
          await store.deleteGoal(personId, goal.id);
          expect(await store.listGoals(personId)).toEqual([]);
        }),
        ROUND_TRIPS,
      );
    });

    test("findPlan() gives back any plan that savePlan() kept, the newest last", async () => {
      const personId = await newPerson();
      const ids: string[] = [];
      await fc.assert(
        fc.asyncProperty(anyPlan, async (plan) => {
          await store.savePlan(personId, plan);
          ids.push(plan.id);
          expect(await store.findPlan(personId, plan.id)).toEqual(stored(plan));
        }),
        { ...ROUND_TRIPS, endOnFailure: true },
      );
      const summaries = await store.listPlans(personId);
      expect(summaries.map((summary) => summary.id)).toEqual(ids);
    });

    test("listProgress() gives back all that addProgress() added, in order; a second time adds nothing", async () => {
      const personId = await newPerson();
      const all: unknown[] = [];
      await fc.assert(
        fc.asyncProperty(anyProgress, async (events) => {
          await store.addProgress(personId, events);
          await store.addProgress(personId, events);
          all.push(...events.map(stored));
          expect(await store.listProgress(personId)).toEqual(all);
        }),
        { ...ROUND_TRIPS, endOnFailure: true },
      );
      await expect(store.addProgress("nobody", [])).rejects.toMatchObject({
        code: "storage/unknown-person",
      });
    });

    test("text comes back in form NFC, without NUL or half a surrogate pair", async () => {
      const personId = await newPerson();
      const dirty = "a\0b \ud83d e\u0301 👩🏽‍⚕️ \udc69!";
      const record = await store.changeRecord(personId, (before) => ({
        ...before,
        label: dirty,
        skills: [skill("s-1", dirty)],
        unread: { [dirty]: [dirty] },
      }));
      const clean = "ab \ufffd \u00e9 👩🏽‍⚕️ \ufffd!";
      expect(record.label).toBe(clean);
      expect(record.skills[0]?.name).toBe(clean);
      expect(record.unread).toEqual({ [clean]: [clean] });
    });

    test("an id with a NUL in it is not found, and harms nothing", async () => {
      expect(await store.findRecord("nobody\0")).toBeUndefined();
      expect(await store.findPlan(await newPerson(), "no\0plan")).toBeUndefined();
    });

    test("lists keep their order through changes", async () => {
      const personId = await newPerson();
      const orders = [
        ["a", "b", "c", "d"],
        ["d", "b"],
        ["b", "x", "d", "a"],
        ["Z", "a", "é", "B"],
      ];
      for (const ids of orders) {
        const skills = ids.map((id) => skill(id, `skill ${id}`));
        await store.changeRecord(personId, (before) => ({ ...before, skills }));
        expect((await store.findRecord(personId))?.skills).toEqual(skills);
      }
    });

    test("a long record is saved whole", async () => {
      const personId = await newPerson();
      const skills = Array.from({ length: 1200 }, (_, i) => skill(`s-${i}`, `skill ${i}`));
      await store.changeRecord(personId, (before) => ({ ...before, skills }));
      expect((await store.findRecord(personId))?.skills).toEqual(skills);
    });

    test("self-ratings keep their order, two of one element both, and go when they are taken away", async () => {
      const personId = await newPerson();
      const speaking = { elementId: "2.A.1.d", level: 3.5, date: "2026-11" as PartialDate };
      const earlier = { ...speaking, level: 2, date: "2024" as PartialDate };
      const writing = { ...speaking, elementId: "2.A.1.c" };
      for (const selfRatings of [
        [speaking, writing, earlier],
        [earlier],
        [writing, speaking],
        [],
      ]) {
        await store.changeRecord(personId, (before) => ({ ...before, selfRatings }));
        expect((await store.findRecord(personId))?.selfRatings).toEqual(selfRatings);
      }
    });

    test("ladders keep the order and every word of their rungs, and go when they are taken away", async () => {
      const personId = await newPerson();
      const rungs = [
        { title: "Receptionist" },
        {
          title: "Front-desk lead",
          occupationId: "43-4171.00",
          annualPay: { amount: 41000, currency: "USD" as Currency },
          usualMonthsBefore: 18,
          openingsAYear: 0.5,
          othersWanting: 2,
          note: "Ask Mrs Lee",
        },
      ];
      const elm = { id: "l-1", organisation: "Elm Street", rungs };
      const oak = { id: "l-2", organisation: "Oak Road", rungs: [{ title: "Volunteer" }] };
      for (const ladders of [[elm, oak], [oak, elm], [oak], []]) {
        await store.changeRecord(personId, (before) => ({ ...before, ladders }));
        expect((await store.findRecord(personId))?.ladders).toEqual(ladders);
      }
    });

    test("answers of the interview keep their order and every word, and go when they are taken away", async () => {
      const personId = await newPerson();
      const first = {
        id: "a-1",
        questionId: "stone",
        questionVersion: 1,
        date: "2026-11-27" as CalendarDate,
        choice: "no",
        words: "same house,\nother work",
        numbers: { openings: 0.25 },
        effects: [{ kind: "adds" as const, gapId: "direction:stone", text: "It leads elsewhere." }],
      };
      const second = { ...first, id: "a-2", choice: "partly", effects: [] };
      for (const interviewAnswers of [[first], [first, second], [second], []]) {
        await store.changeRecord(personId, (before) => ({ ...before, interviewAnswers }));
        expect((await store.findRecord(personId))?.interviewAnswers).toEqual(interviewAnswers);
      }
    });

    test("sittings keep their order, versions and every word, and go when they are taken away", async () => {
      const personId = await newPerson();
      const first = {
        id: "s-1",
        started: "2026-11-27" as CalendarDate,
        finished: "2026-12-01" as CalendarDate,
        answers: [{ itemId: "commit-now", itemVersion: 1, value: 5 }],
        wants: [{ dimension: "commitment" as const, value: 3.5 }],
        reflections: [{ dimension: "commitment" as const, text: "It grew on me,\nslowly." }],
      };
      const { finished: _finished, ...second } = { ...first, id: "s-2", answers: [] };
      for (const sittings of [[first], [first, second], [second], []]) {
        await store.changeRecord(personId, (before) => ({ ...before, sittings }));
        expect((await store.findRecord(personId))?.sittings).toEqual(sittings);
      }
    });

    test("check-ins keep their order and every word, and go when they are taken away", async () => {
      const personId = await newPerson();
      const first: CheckIn = {
        id: "c-1",
        kind: "weekly",
        date: "2026-11-27" as CalendarDate,
        lines: [{ what: "The rota", hours: 2.5, agenda: "employer", energy: -1 }],
        wins: "Kept the Friday free",
      };
      const other: CheckIn = { ...first, id: "c-2", kind: "quarterly", lines: [], keep: "Fridays" };
      for (const checkIns of [[first], [first, other], [other, first], [other], []]) {
        await store.changeRecord(personId, (before) => ({ ...before, checkIns }));
        expect((await store.findRecord(personId))?.checkIns).toEqual(checkIns);
      }
    });

    test("decisions, words on horizons and statements keep order and words, and go when taken away", async () => {
      const personId = await newPerson();
      const first: Decision = {
        id: "d-1",
        what: "Left nursing school",
        date: "2014-03" as PartialDate,
        alternatives: ["Stay part-time", "Move in with my sister"],
        why: "Money",
        decidedBy: "circumstances",
        who: "",
        touches: ["e-1", "p-2"],
        outcomes: [{ date: "2016" as PartialDate, text: "I missed the wards" }],
      };
      const second: Decision = { ...first, id: "d-2", decidedBy: "me", outcomes: [] };
      const word: HorizonWord = { subject: "decision:d-1", horizons: ["work", "career"] };
      const statement = { id: "s-1", text: "To be of use", date: "2026-11-27" as CalendarDate };
      for (const decisions of [[first, second], [second, first], [second], []]) {
        const change = { decisions, horizonWords: [word], statements: [statement] };
        await store.changeRecord(personId, (before) => ({ ...before, ...change }));
        expect(await store.findRecord(personId)).toMatchObject(change);
      }
    });

    test("changeRecord() with a goal saves both, or neither", async () => {
      const personId = await newPerson();
      const label = (text: string) => (before: CareerRecord) => ({ ...before, label: text });
      await store.changeRecord(personId, label("first"), goalOf("one", "nurse"));
      expect((await store.listGoals(personId)).map((goal) => goal.id)).toEqual(["one"]);
      const impossible = { ...goalOf("two", "x"), weight: Number.NaN };
      await expect(
        store.changeRecord(personId, label("second"), impossible),
      ).rejects.toBeInstanceOf(RangeError);
      expect((await store.findRecord(personId))?.label).toBe("first");
      expect((await store.listGoals(personId)).map((goal) => goal.id)).toEqual(["one"]);
    });

    test("saveGoal() replaces a goal in its place and adds a new one at the end", async () => {
      const personId = await newPerson();
      for (const id of ["one", "two", "three"]) await store.saveGoal(personId, goalOf(id, id));
      await store.saveGoal(personId, goalOf("one", "changed"));
      await store.deleteGoal(personId, "two");
      await store.saveGoal(personId, goalOf("two", "again"));
      const goals = await store.listGoals(personId);
      expect(goals.map((goal) => [goal.id, goal.title])).toEqual([
        ["one", "changed"],
        ["three", "three"],
        ["two", "again"],
      ]);
    });

    test("savePlan() refuses a second plan of the same id and keeps the first", async () => {
      const personId = await newPerson();
      const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 1 });
      if (plan === undefined) throw new Error("Cannot sample a plan");
      await store.savePlan(personId, plan);
      const second = store.savePlan(personId, { ...plan, headline: "another" });
      await expect(second).rejects.toMatchObject({ code: "storage/duplicate" });
      await expect(second).rejects.toBeInstanceOf(StorageError);
      expect(await store.findPlan(personId, plan.id)).toEqual(stored(plan));
      expect(await store.listPlans(personId)).toHaveLength(1);
    });

    test("changeRecord() saves nothing when the change throws", async () => {
      const personId = await newPerson();
      const before = await store.changeRecord(personId, (record) => ({ ...record, label: "kept" }));
      const failing = store.changeRecord(personId, () => {
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await store.findRecord(personId)).toEqual(before);
    });

    test("changeRecord() saves nothing when the record cannot be stored", async () => {
      const personId = await newPerson();
      const before = await store.changeRecord(personId, (record) => ({ ...record, label: "kept" }));
      const twice = store.changeRecord(personId, (record) => ({
        ...record,
        label: "changed",
        skills: [skill("same", "one"), skill("same", "other")],
      }));
      await expect(twice).rejects.toThrow(RangeError);
      const infinite = store.changeRecord(personId, (record) => ({
        ...record,
        label: "changed",
        unread: { size: Number.POSITIVE_INFINITY },
      }));
      await expect(infinite).rejects.toThrow("unread" in before ? "not finite" : "");
      expect(await store.findRecord(personId)).toEqual(before);
    });

    test("changes made at the same time are all kept", async () => {
      const personId = await newPerson();
      const other = await place.open();
      const changes = Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? store : other).changeRecord(personId, addOne),
      );
      await Promise.all(changes);
      expect(await other.findRecord(personId)).toMatchObject({ label: "20" });
      await other.close();
    });

    test("an unknown person has no record, and cannot be written to", async () => {
      expect(await store.findRecord("stranger")).toBeUndefined();
      expect(await store.listGoals("stranger")).toEqual([]);
      expect(await store.listPlans("stranger")).toEqual([]);
      const unknown = { code: "storage/unknown-person" };
      await expect(store.changeRecord("stranger", addOne)).rejects.toMatchObject(unknown);
      await expect(store.saveGoal("stranger", goalOf("g", "g"))).rejects.toMatchObject(unknown);
      await store.deletePerson("stranger");
      expect(await store.listPersons()).not.toContain("stranger");
    });

    test("a new person has an empty record; adding them again changes nothing", async () => {
      const personId = await newPerson();
      expect(await store.findRecord(personId)).toEqual(stored(emptyRecord()));
      const saved = await store.changeRecord(personId, addOne);
      await store.addPerson(personId);
      expect(await store.findRecord(personId)).toEqual(saved);
    });

    test("a person has one feed: a new one takes its place, and a deleted one is gone", async () => {
      const personId = await newPerson();
      expect(await store.findFeed(personId)).toBeUndefined();
      expect(await store.deleteFeed(personId)).toBe(false);
      expect(await store.saveFeed(personId, feedOf("one"))).toBe(false);
      expect(await store.findFeed(personId)).toEqual(feedOf("one"));
      expect(await store.saveFeed(personId, feedOf("two"))).toBe(true);
      expect(await store.findFeed(personId)).toEqual(feedOf("two"));
      const other = await newPerson();
      expect(await store.findFeed(other)).toBeUndefined();
      expect(await store.deleteFeed(other)).toBe(false);
      expect(await store.deleteFeed(personId)).toBe(true);
      expect(await store.findFeed(personId)).toBeUndefined();
      await expect(store.saveFeed("nobody", feedOf("one"))).rejects.toMatchObject({
        code: "storage/unknown-person",
      });
    });

    test("persons are apart: the same ids, other contents", async () => {
      const [one, other] = [await newPerson(), await newPerson()];
      for (const personId of [one, other]) {
        await store.saveGoal(personId, goalOf("goal", personId));
        await store.changeRecord(personId, (record) => ({
          ...record,
          skills: [skill("skill", personId)],
        }));
      }
      await store.deleteGoal(one, "goal");
      expect((await store.listGoals(other)).map((goal) => goal.title)).toEqual([other]);
      expect((await store.findRecord(one))?.skills[0]?.name).toBe(one);
    });

    test("deletePerson() removes every row of theirs and of nobody else", async () => {
      const [gone, stays] = [await newPerson(), await newPerson()];
      const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 2 });
      const [record] = fc.sample(anyRecord, { numRuns: 1, seed: 2 });
      const progress = fc.sample(anyProgress, { numRuns: 3, seed: 2 }).flat();
      if (plan === undefined || record === undefined) throw new Error("Cannot sample");
      for (const personId of [gone, stays]) {
        await store.changeRecord(personId, () => record);
        await store.saveGoal(personId, goalOf("goal", "goal"));
        await store.savePlan(personId, plan);
        await store.addProgress(personId, progress);
        await store.saveFeed(personId, feedOf(personId));
      }
      await store.deletePerson(gone);
      for (const { name } of (await place.tableFacts()).filter(hasPersonId)) {
        const rows = await place.run(`select 1 from ${name} where person_id = '${gone}'`);
        expect(rows, name).toEqual([]);
      }
      expect(await store.findRecord(gone)).toBeUndefined();
      expect(await store.findRecord(stays)).toEqual(stored(record));
      expect(await store.listPlans(stays)).toHaveLength(1);
      expect(await store.findFeed(stays)).toEqual(feedOf(stays));
      expect(await store.listProgress(stays)).toHaveLength(progress.length);
    });

    test("every person table obeys the rules for person_id", async () => {
      const facts = await place.tableFacts();
      expect(facts.filter(hasPersonId).map((table) => table.name)).toContain("positions");
      expect(personRuleBreaches(facts)).toEqual([]);
    });

    test("a store that is opened again has everything", async () => {
      const personId = await newPerson();
      const saved = await store.changeRecord(personId, addOne);
      const again = await place.open();
      expect(await again.findRecord(personId)).toEqual(saved);
      expect(await again.listPersons()).toEqual(await store.listPersons());
      await again.close();
      await again.close();
    });

    test("a closed store refuses, and does not hang", async () => {
      const closed = await place.open();
      await closed.close();
      await expect(closed.listPersons()).rejects.toThrow();
    });
  });

  describe(`${name}, from empty`, () => {
    async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
      const place = await makePlace();
      try {
        await work(place);
      } finally {
        await place.remove();
      }
    }

    test("ensureLocalPerson() makes one person, however many ask at once", () =>
      withPlace(async (place) => {
        const stores = await Promise.all([place.open(), place.open(), place.open()]);
        let made = 0;
        const ids = await Promise.all(
          [...stores, ...stores].map((store) => store.ensureLocalPerson(() => `p-${++made}`)),
        );
        expect(new Set(ids).size).toBe(1);
        expect(await stores[0]?.listPersons()).toEqual([ids[0]]);
        await Promise.all(stores.map((store) => store.close()));
      }));

    test("ensureLocalPerson() takes the oldest person there is, and a new one after a deletion", () =>
      withPlace(async (place) => {
        const store = await place.open();
        await store.addPerson("first");
        expect(await store.ensureLocalPerson(() => "second")).toBe("first");
        await store.deletePerson("first");
        expect(await store.ensureLocalPerson(() => "second")).toBe("second");
        expect(await store.ensureLocalPerson(() => "third")).toBe("second");
        expect(await store.listPersons()).toEqual(["second"]);
        await store.close();
      }));

    test("opening a database of a newer version says so and changes nothing", () =>
      withPlace(async (place) => {
        await (await place.open()).close();
        const newer = MIGRATIONS.length + 4;
        await place.run(`insert into schema_versions values (${newer}, 'later', 'then')`);
        const before = await place.run("select * from schema_versions order by version");
        await expect(place.open()).rejects.toMatchObject({
          name: "StorageError",
          code: "storage/newer-version",
          message: expect.stringContaining(
            `(schema ${newer}, this one knows ${MIGRATIONS.length}). Update Throughline`,
          ),
        });
        expect(await place.run("select * from schema_versions order by version")).toEqual(before);
      }));

    test("stores that start at once on an empty database share the migration", () =>
      withPlace(async (place) => {
        const stores = await Promise.all([place.open(), place.open(), place.open()]);
        const rows = await place.run("select version from schema_versions order by version");
        expect(rows.map((row) => row.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
        await Promise.all(stores.map((store) => store.close()));
      }));
  });
}

/** Returns what storing makes of a value: text cleaned, undefined fields gone. */
function stored<T>(value: T): T {
  return parseJson(makeJson(value)) as T;
}

function hasPersonId(table: TableFacts): boolean {
  return table.columns.some((column) => column.name === "person_id");
}

function emptyRecord(): CareerRecord {
  return {
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
}

function addOne(record: CareerRecord): CareerRecord {
  return { ...record, label: String(Number(record.label) + 1) };
}

function skill(id: string, name: string): NamedSkill {
  return {
    id,
    name,
    level: "",
    keywords: [],
    provenance: { source: "typed", state: "stated" },
    unread: {},
  };
}

function goalOf(id: string, title: string) {
  return {
    id,
    title,
    occupationId: "29-1141.00",
    why: "",
    limits: { hoursPerWeek: 8, notThese: [] },
  };
}

function feedOf(secretHash: string): CalendarFeed {
  const options = { parts: ["actions"], checkIns: "weekly", reminder: "day-before" } as const;
  return { secretHash, madeOn: "2026-11-27" as CalendarDate, options };
}
