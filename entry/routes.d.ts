// The types of throughline/routes.

export { findRoutes } from "../dist/domain/routes/find-routes.js";
export {
  type ParetoPath,
  type PlainGraph,
  paretoPaths,
} from "../dist/domain/routes/pareto-paths.js";
export { settledPerson } from "../dist/domain/routes/settled-person.js";
