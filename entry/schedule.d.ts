// The types of throughline/schedule.

export type { Activity, CapacityStep, Money, Project } from "../dist/domain/scheduler/project.js";
export {
  type ActivitySchedule,
  type EngineName,
  scheduleActivities,
} from "../dist/domain/scheduler/schedule-activities.js";
