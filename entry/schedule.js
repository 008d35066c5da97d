// throughline/schedule: activities that wait for each other and share resources, ending early.

import { loadRoom } from "./load-room.js";

export const { scheduleActivities } = loadRoom("domain/scheduler/schedule-activities");
