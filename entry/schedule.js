// throughline/schedule: activities that wait for each other and share resources, ending early, and what
// luck does to their dates.

import { loadRoom } from "./load-room.js";

export const { scheduleActivities } = loadRoom("domain/scheduler/schedule-activities");
export const { simulateSchedule } = loadRoom("domain/scheduler/simulate-schedule");
