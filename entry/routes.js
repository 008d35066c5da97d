// throughline/routes: every undominated path on a plain graph. Types: dist/domain/routes/pareto-paths.d.ts.

import { loadRoom } from "./load-room.js";

export const { paretoPaths } = loadRoom("domain/routes/pareto-paths");
