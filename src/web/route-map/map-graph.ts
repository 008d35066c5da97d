// The routes as one map: places (today, what is earned, served or worked as on the way, the goal) and the
// legs between them. What is the same thing in two routes is one place. No component, no layout.

import { capital } from "../../domain/first-letter.ts";
import type { ThreePoint } from "../../domain/money.ts";
import type { Route, Stage } from "../../domain/routes/route.ts";

export const TODAY = "today";
export const GOAL = "goal";

/** A stage, and the route whose it is. */
export interface StageOfRoute {
  readonly route: Route;
  readonly stage: Stage;
}

export interface MapPlace {
  readonly id: string;
  readonly kind: "today" | "goal" | "earned" | "position" | "served";
  readonly label: string;
  /** What leads here and what is done here, of every route through it. */
  readonly stages: readonly StageOfRoute[];
  readonly routeIds: readonly string[];
}

export interface MapLeg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly routeIds: readonly string[];
  /** The likely figures, from the least to the most of the routes along it. */
  readonly months: Span;
  readonly money: Span;
  readonly chance: Span;
}

interface Span {
  readonly least: number;
  readonly most: number;
}

export interface RouteMapGraph {
  readonly places: readonly MapPlace[];
  readonly legs: readonly MapLeg[];
}

/** How things are called on the map. */
export interface MapWords {
  /** By "occupation:ID" and "credential:ID". */
  readonly names: Readonly<Record<string, string>>;
  /** What the person works as now; undefined where nothing is known. */
  readonly present: string | undefined;
  /** One person of the goal's occupation: "a registered nurse". */
  readonly goalInWords: string;
}

interface Building {
  readonly places: Map<string, { -readonly [K in keyof MapPlace]: MapPlace[K] }>;
  readonly legs: Map<string, { from: string; to: string; routeIds: string[]; figures: Figures[] }>;
}

interface Figures {
  readonly months: number;
  readonly money: number;
  readonly chance: number;
}

/** Returns the map of the routes, the first ones first; today and the goal alone where there is no route. */
export function routeMapOf(routes: readonly Route[], words: MapWords): RouteMapGraph {
  const building: Building = { places: new Map(), legs: new Map() };
  const { present, goalInWords } = words;
  const today = present === undefined ? "Today" : `Today: ${present}`;
  addPlace(building, { id: TODAY, kind: "today", label: today }, undefined, []);
  for (const route of routes) addRoute(building, route, words);
  const goal = goalInWords.replace(/^an? /, "");
  addPlace(building, { id: GOAL, kind: "goal", label: capital(goal) }, undefined, []);
  return {
    places: [...building.places.values()],
    legs: [...building.legs].map(([id, { figures, ...leg }]) => ({
      id,
      ...leg,
      months: spanOf(figures.map(({ months }) => months)),
      money: spanOf(figures.map(({ money }) => money)),
      chance: spanOf(figures.map(({ chance }) => chance)),
    })),
  };
}

function addRoute(building: Building, route: Route, words: MapWords): void {
  let from = TODAY;
  let pending: Stage[] = [];
  mark(building, TODAY, route);
  for (const stage of route.stages) {
    pending.push(stage);
    const isLast = stage === route.stages.at(-1);
    const place = isLast
      ? { id: GOAL, kind: "goal" as const, label: capital(words.goalInWords.replace(/^an? /, "")) }
      : placeOf(stage, words);
    // A stay is done where one is already; practising leads on to what it is for.
    if (place === undefined || place.id === from) {
      if (stage.kind === "hold") addPlace(building, { id: from }, route, [stage]);
      continue;
    }
    const led = pending.filter((one) => one.kind !== "hold" || isLast);
    addPlace(building, place, route, led);
    addLeg(building, { from, to: place.id }, route, pending);
    from = place.id;
    pending = [];
  }
}

/** The place that a stage leads to; undefined for one that leads to none of its own. */
function placeOf(
  stage: Stage,
  { names }: MapWords,
): Pick<MapPlace, "id" | "kind" | "label"> | undefined {
  const occupation = names[`occupation:${stage.occupationId}`] ?? stage.title;
  switch (stage.kind) {
    case "prepare": {
      if (stage.credentialIds.length === 0) return undefined;
      const ids = [...stage.credentialIds].sort();
      const label = stage.credentialIds.map((id) => names[`credential:${id}`] ?? id).join(" + ");
      return { id: `earned:${ids.join()}`, kind: "earned", label };
    }
    case "move":
      // A rung of the same occupation has a title of its own.
      return {
        id: `position:${stage.occupationId}:${stage.title}`,
        kind: "position",
        label: capital(occupation),
      };
    case "serve":
      return {
        id: `served:${stage.occupationId}`,
        kind: "served",
        label: `Unpaid work as ${occupation}`,
      };
    case "hold":
      return undefined;
  }
}

function addPlace(
  { places }: Building,
  place: Pick<MapPlace, "id"> & Partial<Pick<MapPlace, "kind" | "label">>,
  route: Route | undefined,
  stages: readonly Stage[],
): void {
  const known = places.get(place.id) ?? {
    id: place.id,
    kind: place.kind ?? "position",
    label: place.label ?? "",
    stages: [],
    routeIds: [],
  };
  if (route !== undefined) {
    known.stages = [...known.stages, ...stages.map((stage) => ({ route, stage }))];
    if (!known.routeIds.includes(route.id)) known.routeIds = [...known.routeIds, route.id];
  }
  places.set(place.id, known);
}

function mark(building: Building, id: string, route: Route): void {
  addPlace(building, { id }, route, []);
}

function addLeg(
  { legs }: Building,
  { from, to }: { readonly from: string; readonly to: string },
  route: Route,
  stages: readonly Stage[],
): void {
  const id = `${from} > ${to}`;
  const leg = legs.get(id) ?? { from, to, routeIds: [], figures: [] };
  leg.routeIds.push(route.id);
  leg.figures.push({
    months: sumOf(stages, (stage) => stage.months),
    money: sumOf(stages, (stage) => stage.money),
    chance: stages.reduce((product, stage) => product * stage.chance, 1),
  });
  legs.set(id, leg);
}

function sumOf(stages: readonly Stage[], of: (stage: Stage) => ThreePoint): number {
  return stages.reduce((sum, stage) => sum + of(stage).likely, 0);
}

function spanOf(values: readonly number[]): Span {
  return { least: Math.min(...values), most: Math.max(...values) };
}
