// Where everything on the map stands: stages from left to right, or from top to bottom (on a phone, and
// where they would not fit beside each other), labels with room of their own. ELK lays it out, in a worker that comes from this server like any script.

import ElkApi, { type ELK, type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk-api.js";
import workerAddress from "elkjs/lib/elk-worker.min.js?url";
import type { Currency } from "../../domain/money.ts";
import { widthOf } from "../time-scale.ts";
import { GOAL, type MapLeg, type MapPlace, type RouteMapGraph, TODAY } from "./map-graph.ts";
import { kindInWords, legInWords } from "./map-words.ts";

export type MapDirection = "RIGHT" | "DOWN";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedPlace extends Point {
  readonly place: MapPlace;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLeg {
  readonly leg: MapLeg;
  /** An SVG path. */
  readonly path: string;
  /** The middle of its label. */
  readonly label: Point;
}

export interface PlacedMap {
  readonly places: readonly PlacedPlace[];
  readonly legs: readonly PlacedLeg[];
  readonly width: number;
  readonly height: number;
}

/** Of a place, in pixels; its height is what its words need. From top to bottom it is low, to be seen whole. */
const WIDTH = { narrow: 130, wide: 230 } as const;
/** A label: its figures in one line or in three, with some air beside them. */
const LABEL = { text: 13, line: 18, least: 64, air: 14 } as const;

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.edgeRouting": "SPLINES",
  "elk.layered.spacing.nodeNodeBetweenLayers": "12",
  "elk.layered.spacing.edgeNodeBetweenLayers": "10",
  "elk.spacing.nodeNode": "26",
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeLabel": "5",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.padding": "[top=12,left=6,bottom=12,right=6]",
} as const;

/** Between the figures of a leg that stand in one line. */
export const BETWEEN_FIGURES = " · ";

let elk: ELK | undefined;

export interface MapDrawing {
  readonly direction: MapDirection;
  /** There is room for wide places, and for the figures of a leg in one line. */
  readonly isWide: boolean;
  /** The route that is drawn as the throughline. */
  readonly mainId: string | undefined;
  readonly currency: Currency;
}

/** Returns the map laid out, what the main route passes as straight as it can be. */
export async function layOutMap(
  graph: RouteMapGraph,
  { direction, isWide, mainId, currency }: MapDrawing,
): Promise<PlacedMap> {
  const width = isWide ? WIDTH.wide : WIDTH.narrow;
  const heights = heightsOf(graph.places, width);
  elk ??= new ElkApi.default({ workerUrl: workerAddress });
  const laid = await elk.layout({
    id: "map",
    layoutOptions: { ...OPTIONS, "elk.direction": direction },
    children: graph.places.map((place) => ({
      id: place.id,
      width,
      height: heights.get(place.id) ?? 0,
      layoutOptions: constraintOf(place),
    })),
    edges: graph.legs.map((leg): ElkExtendedEdge => {
      const isMain = mainId !== undefined && leg.routeIds.includes(mainId);
      const weight = isMain ? "10" : "1";
      return {
        id: leg.id,
        sources: [leg.from],
        targets: [leg.to],
        labels: [
          {
            ...labelSizeOf(leg, currency, isWide),
            text: leg.id,
            layoutOptions: { "elk.edgeLabels.placement": "CENTER" },
          },
        ],
        layoutOptions: {
          "elk.layered.priority.straightness": weight,
          "elk.layered.priority.direction": weight,
        },
      };
    }),
  });
  return placedFrom(graph, laid);
}

function labelSizeOf(leg: MapLeg, currency: Currency, isWide: boolean) {
  const figures: readonly string[] = Object.values(legInWords(leg, currency));
  const lines = isWide ? [figures.join(BETWEEN_FIGURES)] : figures;
  const widths = lines.map((line) => widthOf(line, LABEL.text));
  return {
    width: Math.max(LABEL.least, ...widths.map((width) => width + LABEL.air)),
    height: lines.length * LABEL.line,
  };
}

function constraintOf({ id }: MapPlace): Record<string, string> {
  if (id === TODAY) return { "elk.layered.layering.layerConstraint": "FIRST" };
  return id === GOAL ? { "elk.layered.layering.layerConstraint": "LAST" } : {};
}

/** Measured in the page's own faces: each place is shown as it will be, unseen, and taken away again. */
function heightsOf(places: readonly MapPlace[], width: number): ReadonlyMap<string, number> {
  const unseen = document.createElement("div");
  unseen.className = "places-unseen";
  unseen.style.width = `${width}px`;
  unseen.ariaHidden = "true";
  for (const place of places) {
    const box = document.createElement("div");
    box.className = "place";
    box.dataset.main = "true";
    for (const [className, text] of [
      ["place-kind", kindInWords(place)],
      ["place-name", place.label],
    ] as const) {
      const line = document.createElement("span");
      line.className = className;
      line.textContent = text;
      box.append(line);
    }
    unseen.append(box);
  }
  document.body.append(unseen);
  const heights = [...unseen.children].map((box) => Math.ceil(box.getBoundingClientRect().height));
  unseen.remove();
  return new Map(places.map(({ id }, i) => [id, heights[i] ?? 0]));
}

function placedFrom(graph: RouteMapGraph, laid: ElkNode): PlacedMap {
  const boxes = new Map((laid.children ?? []).map((box) => [box.id, box]));
  const lines = new Map((laid.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    places: graph.places.map((place) => {
      const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(place.id) ?? {};
      return { place, x, y, width, height };
    }),
    legs: graph.legs.map((leg) => {
      const line = lines.get(leg.id);
      const { x = 0, y = 0, width = 0, height = 0 } = line?.labels?.[0] ?? {};
      return {
        leg,
        path: pathOf(line),
        label: { x: x + width / 2, y: y + height / 2 },
      };
    }),
    width: laid.width ?? 0,
    height: laid.height ?? 0,
  };
}

/** ELK's splines are cubic: after the start, each curve has two handles and an end. */
function pathOf(line: ElkExtendedEdge | undefined): string {
  return (line?.sections ?? [])
    .map(({ startPoint, bendPoints = [], endPoint }) => {
      const points = [...bendPoints, endPoint].map(({ x, y }) => `${x} ${y}`);
      let path = `M${startPoint.x} ${startPoint.y}`;
      for (let i = 0; i < points.length; i += 3) {
        const part = points.slice(i, i + 3);
        path += `${part.length === 3 ? "C" : part.length === 2 ? "Q" : "L"}${part.join(" ")}`;
      }
      return path;
    })
    .join("");
}
