// The types of throughline/schedule.

export type {
  Activity,
  CapacityStep,
  Effort,
  Money,
  Project,
} from "../dist/domain/scheduler/project.js";
export {
  type ActivitySchedule,
  type EngineName,
  scheduleActivities,
} from "../dist/domain/scheduler/schedule-activities.js";
export {
  type ScheduleSimulation,
  type Search,
  type SimulatedActivity,
  type SimulationOptions,
  type Spread,
  simulateSchedule,
  type UncertainActivity,
  type UncertainProject,
} from "../dist/domain/scheduler/simulate-schedule.js";
export type { UncertainAmount } from "../dist/domain/scheduler/uncertain-amount.js";
