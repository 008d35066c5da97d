// The pages and their addresses. Each page is loaded when it is first opened.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { Failed, NotFound, Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    component: lazyRouteComponent(() => import("./pages/start.tsx"), "Start"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/today",
    component: lazyRouteComponent(() => import("./pages/today.tsx"), "TodayPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/check-in",
    component: lazyRouteComponent(() => import("./pages/check-in.tsx"), "CheckInPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/record",
    component: lazyRouteComponent(() => import("./pages/record.tsx"), "RecordPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/horizons",
    component: lazyRouteComponent(() => import("./pages/horizons.tsx"), "HorizonsPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/gaps",
    component: lazyRouteComponent(() => import("./pages/gaps.tsx"), "Gaps"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/interview",
    // One question to look at or change; without one the next that has no answer.
    validateSearch: ({ question }): { question?: string } =>
      typeof question === "string" ? { question } : {},
    component: lazyRouteComponent(() => import("./pages/interview.tsx"), "InterviewPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/review-talk",
    component: lazyRouteComponent(() => import("./pages/review-talk.tsx"), "ReviewTalkPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/compass",
    component: lazyRouteComponent(() => import("./pages/compass.tsx"), "CompassPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/assessment",
    component: lazyRouteComponent(() => import("./pages/assessment.tsx"), "AssessmentPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/abilities",
    // Another occupation to compare with; without one the goal.
    validateSearch: ({ occupation }): { occupation?: string } =>
      typeof occupation === "string" ? { occupation } : {},
    component: lazyRouteComponent(() => import("./pages/abilities.tsx"), "AbilitiesPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/rate",
    // One thing alone, or what another occupation asks for; without either what the goal asks for.
    validateSearch: ({ element, occupation }): { element?: string; occupation?: string } => ({
      ...(typeof element === "string" ? { element } : {}),
      ...(typeof occupation === "string" ? { occupation } : {}),
    }),
    component: lazyRouteComponent(() => import("./pages/rate.tsx"), "RatePage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/routes",
    component: lazyRouteComponent(() => import("./pages/routes.tsx"), "Routes"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/springboards",
    // One position to look from, or unpaid work; without either from where the person stands today.
    validateSearch: ({ position, unpaid }): { position?: string; unpaid?: true } => ({
      ...(typeof position === "string" ? { position } : {}),
      ...(unpaid === true ? { unpaid } : {}),
    }),
    component: lazyRouteComponent(() => import("./pages/springboards.tsx"), "SpringboardsPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/plan",
    // An earlier plan by its id; without one the plan that was kept last.
    validateSearch: ({ id }): { id?: string } => (typeof id === "string" ? { id } : {}),
    component: lazyRouteComponent(() => import("./pages/plan.tsx"), "PlanPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/plans",
    component: lazyRouteComponent(() => import("./pages/plans.tsx"), "PlansPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/backups",
    component: lazyRouteComponent(() => import("./pages/backups.tsx"), "BackupsPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/occupations",
    // What is looked for stands in the address, so that going back finds it again.
    validateSearch: ({ find }): { find?: string } =>
      typeof find === "string" && find !== "" ? { find } : {},
    component: lazyRouteComponent(() => import("./pages/occupations.tsx"), "Occupations"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/occupation",
    validateSearch: ({ id }): { id: string } => ({ id: typeof id === "string" ? id : "" }),
    component: lazyRouteComponent(() => import("./pages/occupation.tsx"), "OccupationPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/catalogues",
    component: lazyRouteComponent(() => import("./pages/catalogues.tsx"), "Catalogues"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/data",
    component: lazyRouteComponent(() => import("./pages/data.tsx"), "Data"),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: "intent",
  defaultErrorComponent: Failed,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
