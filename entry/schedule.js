// throughline/schedule: activities that wait for each other and share resources, ending early, and what
// luck does to their dates.

import {
  boolean,
  checked,
  list,
  maybe,
  number,
  object,
  oneOf,
  record,
  seed,
  text,
  wholeFrom1,
} from "./check-input.js";
import { loadRoom } from "./load-room.js";

const steps = list(object({ from: number, amount: number }));
const capacity = (value) => (typeof value === "object" ? steps(value) : number(value));
const known = {
  id: text,
  demands: list(number),
  after: list(text),
  lags: maybe(record(number)),
  release: maybe(number),
  deadline: maybe(number),
  starts: maybe(list(number)),
  splittable: maybe(boolean),
  cost: maybe(number),
  reimbursement: maybe(object({ share: number, cap: maybe(number), delay: number })),
};
const changes = list(object({ period: number, amount: number }));
const shared = {
  capacities: list(capacity),
  money: maybe(
    object({ saved: number, perPeriod: maybe(number), changes: maybe(changes), floor: number }),
  ),
};
const certain = object({
  activities: list(
    object({
      ...known,
      duration: number,
      wait: maybe(number),
      effort: maybe(object({ resource: number, amount: number, leastPeriods: maybe(number) })),
    }),
  ),
  ...shared,
});

const normal = object({ mean: number, deviation: number });
const points = object({
  low: number,
  likely: number,
  high: number,
  shape: maybe(oneOf("pert", "triangular", "uniform")),
});
const amount = (value) => {
  if (typeof value !== "object" || value === null) return number(value);
  return "mean" in value ? normal(value) : points(value);
};
const uncertain = object({
  activities: list(
    object({
      ...known,
      duration: amount,
      wait: maybe(amount),
      effort: maybe(object({ resource: number, amount, leastPeriods: maybe(amount) })),
      search: maybe(object({ rate: amount, market: maybe(text) })),
      hasPace: maybe(boolean),
      attempts: maybe(
        object({
          passRate: number,
          share: maybe(number),
          wait: maybe(number),
          atMost: maybe(number),
        }),
      ),
    }),
  ),
  pace: maybe(amount),
  ...shared,
});

/** Typed arrays as plain ones, of which the engine makes lists of other things. */
const plain = (project) => ({ ...project, capacities: Array.from(project.capacities) });

const scheduling = loadRoom("domain/scheduler/schedule-activities");
const simulating = loadRoom("domain/scheduler/simulate-schedule");

export const scheduleActivities = checked(
  "schedule activities",
  { project: certain, options: maybe(object({ budget: maybe(wholeFrom1) })) },
  (project, options) => scheduling.scheduleActivities(plain(project), options),
);
export const simulateSchedule = checked(
  "simulate the schedule",
  {
    project: uncertain,
    options: maybe(
      object({
        draws: maybe(wholeFrom1),
        seed: maybe(seed),
        budget: maybe(wholeFrom1),
        order: maybe(list(text)),
        marks: maybe(list(object({ id: text, share: number }))),
      }),
    ),
  },
  (project, options) => simulating.simulateSchedule(plain(project), options),
);
