// The types of throughline/schedule.

export {
  type Activity,
  type ActivitySchedule,
  type Project,
  scheduleActivities,
} from "../dist/domain/scheduler/schedule-activities.js";
