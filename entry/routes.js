// throughline/routes: every undominated path on a plain graph, and a person's routes to a goal.

import { loadRoom } from "./load-room.js";

export const { paretoPaths } = loadRoom("domain/routes/pareto-paths");
export const { findRoutes } = loadRoom("domain/routes/find-routes");
export const { settledPerson } = loadRoom("domain/routes/settled-person");
