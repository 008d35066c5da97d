// The map of all ways: places from today to the goal, the plan's way as one solid line, the others dashed.
// Worked by mouse, finger or keyboard: arrow keys go from place to place, plus and minus change the size.
// The table below it says the same.

import "@xyflow/react/dist/base.css";
import "./route-map.css";
import { Button } from "@mantine/core";
import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Currency } from "../../domain/money.ts";
import { useMeasuredWidth } from "../parts/measured-width.ts";
import type { MapPlace, RouteMapGraph } from "./map-graph.ts";
import {
  BETWEEN_FIGURES,
  layOutMap,
  type MapDirection,
  type PlacedLeg,
  type PlacedMap,
  type PlacedPlace,
} from "./map-layout.ts";
import { kindInWords, legInWords, type MainKind, placeInWords } from "./map-words.ts";
import { nextPlace, STEPS } from "./next-place.ts";

interface RouteMapProps {
  readonly graph: RouteMapGraph;
  /** The route drawn as the throughline. */
  readonly mainId: string | undefined;
  readonly mainKind: MainKind;
  readonly count: number;
  readonly currency: Currency;
  readonly selectedId: string | undefined;
  onSelect(place: MapPlace): void;
  /** Goes on from a place to what is said of it. */
  onOpen(place: MapPlace): void;
}

/** Narrower than this, stages go from top to bottom. */
const NARROW = 600;
/** Smaller than this it could not be read; a map that is wider then is shown in full size, to be moved. */
const LEAST_ZOOM = 0.84;
/** As high as a map may be to be seen whole on a desk, under the words above it. */
const SEEN_HEIGHT = 600;
const SMALLEST_ZOOM = 0.4;
const MOST_ZOOM = 2;
const ZOOM_STEP = 1.2;

type PlaceNode = Node<{ placed: PlacedPlace; isMain: boolean; direction: MapDirection }, "place">;
type LegEdge = Edge<
  { placed: PlacedLeg; isMain: boolean; isWide: boolean; currency: Currency },
  "leg"
>;

export function RouteMap(props: RouteMapProps) {
  const { ref, width } = useMeasuredWidth();
  const [wanted, setWanted] = useState<MapDirection>();
  const laid = useLaidMap(props, width, wanted);
  return (
    <div ref={ref} className="route-map">
      {laid === undefined ? (
        <p role="status" className="quiet map-waits">
          Drawing the map…
        </p>
      ) : (
        <Drawn
          key={laid.direction}
          {...props}
          {...laid}
          width={width}
          onTurn={() => setWanted(laid.direction === "RIGHT" ? "DOWN" : "RIGHT")}
        />
      )}
    </div>
  );
}

interface LaidMap {
  readonly placed: PlacedMap;
  readonly direction: MapDirection;
  readonly isWide: boolean;
}

/**
 * The graph laid out, as wanted, else from left to right where all of it can be read so and from top to
 * bottom where not, so that today and the goal are both seen; the former one until the next is there, and
 * nothing before the first.
 */
function useLaidMap(
  { graph, mainId, currency }: RouteMapProps,
  width: number,
  wanted: MapDirection | undefined,
): LaidMap | undefined {
  const [laid, setLaid] = useState<LaidMap>();
  const isNarrow = width < NARROW;
  useEffect(() => {
    let isWanted = true;
    const layOut = async (direction: MapDirection): Promise<LaidMap> => {
      const isWide = direction === "DOWN" && !isNarrow;
      const placed = await layOutMap(graph, { direction, isWide, mainId, currency });
      return { placed, direction, isWide };
    };
    const fitting = async (): Promise<LaidMap> => {
      if (wanted !== undefined) return layOut(wanted);
      if (isNarrow) return layOut("DOWN");
      const aside = await layOut("RIGHT");
      return aside.placed.width * LEAST_ZOOM > width ? layOut("DOWN") : aside;
    };
    void fitting().then((next) => {
      if (isWanted) setLaid(next);
    });
    return () => {
      isWanted = false;
    };
  }, [graph, mainId, currency, wanted, width, isNarrow]);
  return laid;
}

interface DrawnProps extends RouteMapProps {
  readonly placed: PlacedMap;
  readonly width: number;
  readonly direction: MapDirection;
  readonly isWide: boolean;
  /** Draws it the other way round: from the left to the right, or from the top to the bottom. */
  onTurn(): void;
}

function Drawn(props: DrawnProps) {
  const { placed, width, direction, isWide, mainId, mainKind, count, currency, selectedId } = props;
  const { onSelect, onOpen } = props;
  const flow = useRef<ReactFlowInstance<PlaceNode, LegEdge>>(undefined);
  const place = useRef<HTMLElement>(null);
  const fit = fitOf(placed, width, isWide);
  const [zoom, setZoom] = useState(fit.zoom);
  useEffect(() => {
    void flow.current?.setViewport(fitOf(placed, width, isWide));
  }, [placed, width, isWide]);
  const isMainOf = (routeIds: readonly string[]) =>
    mainId !== undefined && routeIds.includes(mainId);
  const nodes = placed.places.map((one): PlaceNode => {
    const { x, y, width: boxWidth, height, place: of } = one;
    const isMain = isMainOf(of.routeIds);
    return {
      id: of.id,
      type: "place",
      position: { x, y },
      width: boxWidth,
      height,
      data: { placed: one, isMain, direction },
      selected: of.id === selectedId,
      ariaRole: "button",
      ariaLabel: placeInWords(of, { count, mainId, mainKind }),
      domAttributes: {
        "aria-roledescription": undefined,
        "aria-pressed": of.id === selectedId,
      },
    };
  });
  const edges = placed.legs
    .map(
      (one): LegEdge => ({
        id: one.leg.id,
        type: "leg",
        source: one.leg.from,
        target: one.leg.to,
        data: { placed: one, isMain: isMainOf(one.leg.routeIds), isWide, currency },
        domAttributes: { "aria-hidden": true },
      }),
    )
    // The throughline lies on top.
    .sort((a, b) => Number(a.data?.isMain) - Number(b.data?.isMain));
  const sized = (by: number) => {
    const next = Math.min(MOST_ZOOM, Math.max(SMALLEST_ZOOM, zoom * by));
    void flow.current?.zoomTo(next);
  };
  const focusOn = (one: PlacedPlace) => {
    const node = place.current?.querySelector<HTMLElement>(
      `[data-id="${CSS.escape(one.place.id)}"]`,
    );
    node?.focus({ preventScroll: true });
  };
  const keyed = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const id = target?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
    const here = placed.places.find((one) => one.place.id === id);
    const step = STEPS[event.key];
    if (step !== undefined && here !== undefined) {
      const next = nextPlace(placed.places, here, step);
      if (next !== undefined) focusOn(next);
    } else if (event.key === "+" || event.key === "=") sized(ZOOM_STEP);
    else if (event.key === "-") sized(1 / ZOOM_STEP);
    else if (event.key === "0") void flow.current?.setViewport(fit);
    else if ((event.key === "Enter" || event.key === " ") && here !== undefined) {
      onSelect(here.place);
      onOpen(here.place);
    } else return;
    event.preventDefault();
  };
  const focused = (target: EventTarget) => {
    const id = target instanceof HTMLElement ? target.dataset.id : undefined;
    const here = placed.places.find((one) => one.place.id === id);
    if (here === undefined || !(target as HTMLElement).matches(":focus-visible")) return;
    onSelect(here.place);
    const { x, y, zoom: now } = flow.current?.getViewport() ?? { x: 0, y: 0, zoom: 1 };
    const left = here.x * now + x;
    const top = here.y * now + y;
    const isSeen =
      left >= 0 &&
      left + here.width * now <= width &&
      top >= 0 &&
      top + here.height * now <= fit.height;
    if (!isSeen) {
      void flow.current?.setCenter(here.x + here.width / 2, here.y + here.height / 2, {
        zoom: now,
      });
    }
  };
  const isCut = placed.width * zoom > width + 1;
  return (
    <>
      <section
        ref={place}
        className="map-canvas"
        data-cut={isCut || undefined}
        aria-label="Map of the ways, from today to the goal"
        style={{ height: fit.height }}
        onKeyDown={keyed}
        onFocus={(event) => focused(event.target)}
      >
        <ReactFlow<PlaceNode, LegEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultViewport={{ x: fit.x, y: fit.y, zoom: fit.zoom }}
          minZoom={SMALLEST_ZOOM}
          maxZoom={MOST_ZOOM}
          onInit={(instance) => {
            flow.current = instance;
          }}
          onMove={(_, viewport) => setZoom(viewport.zoom)}
          onNodeClick={(_, node) => onSelect(node.data.placed.place)}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          panActivationKeyCode={null}
          proOptions={{ hideAttribution: true }}
          aria-label="Map of the ways"
        />
      </section>
      <div className="map-tools">
        <span className="buttons">
          <Button variant="subtle" size="compact-md" onClick={() => sized(ZOOM_STEP)}>
            Larger
          </Button>
          <Button variant="subtle" size="compact-md" onClick={() => sized(1 / ZOOM_STEP)}>
            Smaller
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => void flow.current?.setViewport(fit)}
          >
            As at first
          </Button>
          <Button variant="subtle" size="compact-md" onClick={props.onTurn}>
            {direction === "RIGHT" ? "From top to bottom" : "From left to right"}
          </Button>
        </span>
        {isCut && (
          <span className="quiet">
            There is more to the side: drag the map, or go there with the arrow keys.
          </span>
        )}
      </div>
    </>
  );
}

/** The whole map where it can be read so, else as much as there is room for, from its beginning on. */
function fitOf({ width, height }: PlacedMap, room: number, isWide: boolean) {
  const whole = Math.min(1, room / width);
  const seen = isWide ? Math.max(LEAST_ZOOM, Math.min(whole, SEEN_HEIGHT / height)) : whole;
  const zoom = whole < LEAST_ZOOM ? 1 : seen;
  return { x: Math.max(0, (room - width * zoom) / 2), y: 0, zoom, height: height * zoom };
}

function PlaceShown({ data }: NodeProps<PlaceNode>) {
  const { placed, isMain, direction } = data;
  const { place } = placed;
  const isDown = direction === "DOWN";
  return (
    <div className="place" data-kind={place.kind} data-main={isMain || undefined}>
      <Handle type="target" position={isDown ? Position.Top : Position.Left} />
      <span className="place-kind">{kindInWords(place)}</span>{" "}
      <span className="place-name">{place.label}</span>
      <Handle type="source" position={isDown ? Position.Bottom : Position.Right} />
    </div>
  );
}

/** The line's width in pixels where it always, and where it never works out. */
const LINE_WIDTH = { sure: 7, unsure: 1.5 } as const;

/** Returns how thick a line is drawn for the chance that it works out. */
function lineWidthOf(chance: number): number {
  return LINE_WIDTH.unsure + (LINE_WIDTH.sure - LINE_WIDTH.unsure) * chance;
}

function LegShown({ id, data }: EdgeProps<LegEdge>) {
  if (data === undefined) return null;
  const { placed, isMain, isWide, currency } = data;
  const { months, money, chance } = legInWords(placed.leg, currency);
  const { x, y } = placed.label;
  return (
    <>
      <BaseEdge
        id={id}
        path={placed.path}
        interactionWidth={0}
        className={isMain ? "leg leg-main" : "leg"}
        style={{ strokeWidth: lineWidthOf(placed.leg.chance.least) }}
      />
      <EdgeLabelRenderer>
        <div
          className="leg-label figures"
          data-main={isMain || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          {isWide ? (
            <span>
              <strong>{months}</strong>
              {BETWEEN_FIGURES}
              {money}
              {BETWEEN_FIGURES}
              {chance}
            </span>
          ) : (
            <>
              <strong>{months}</strong>
              <span>{money}</span>
              <span>{chance}</span>
            </>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

const NODE_TYPES = { place: PlaceShown };
const EDGE_TYPES = { leg: LegShown };
