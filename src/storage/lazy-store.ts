// The store that opening gives: it loads the query builder, whose import takes longer than opening the
// file, at the first call.

import type { Engine } from "./engine.ts";
import type { Store } from "./store.ts";

/** Returns the store over an engine whose schema is up to date; closing it closes the engine. */
export function lazyStore(engine: Engine): Store {
  let loading: Promise<Store> | undefined;
  const load = () => {
    loading ??= import("./sql-store.ts").then(({ sqlStore }) => sqlStore(engine));
    return loading;
  };
  return {
    engine: engine.name,
    listPersons: async () => (await load()).listPersons(),
    addPerson: async (personId) => (await load()).addPerson(personId),
    ensureLocalPerson: async (newId) => (await load()).ensureLocalPerson(newId),
    deletePerson: async (personId) => (await load()).deletePerson(personId),
    findRecord: async (personId) => (await load()).findRecord(personId),
    changeRecord: async (personId, change, goal) =>
      (await load()).changeRecord(personId, change, goal),
    listGoals: async (personId) => (await load()).listGoals(personId),
    saveGoal: async (personId, goal) => (await load()).saveGoal(personId, goal),
    deleteGoal: async (personId, goalId) => (await load()).deleteGoal(personId, goalId),
    listPlans: async (personId) => (await load()).listPlans(personId),
    findPlan: async (personId, planId) => (await load()).findPlan(personId, planId),
    savePlan: async (personId, plan) => (await load()).savePlan(personId, plan),
    listProgress: async (personId) => (await load()).listProgress(personId),
    addProgress: async (personId, events) => (await load()).addProgress(personId, events),
    findFeed: async (personId) => (await load()).findFeed(personId),
    saveFeed: async (personId, feed) => (await load()).saveFeed(personId, feed),
    deleteFeed: async (personId) => (await load()).deleteFeed(personId),
    close: async () => (loading === undefined ? engine.close() : (await loading).close()),
  };
}
