// One route as a throughline on a scale that all the routes share: the stages as stretches, a mark where
// a position begins, the goal hollow, and a band that widens as the months grow uncertain.

import { monthsInWords } from "../../domain/length-of-time.ts";
import "./picture.css";
import type { Route, Stage } from "../../domain/routes/route.ts";
import { widthOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const EDGE = 10;
const LINE_Y = 40;
const BAND = 11;
const HEIGHT = 76;

/** A stage's kind as a word over its stretch. */
const KIND_WORDS: Readonly<Record<Stage["kind"], string>> = {
  prepare: "prepare",
  move: "find",
  hold: "work",
  serve: "serve",
};

interface RoutePictureProps {
  readonly route: Route;
  /** Months at the right edge, the same for every route on the page. */
  readonly months: number;
}

interface Reached {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
  /** Months between the low and the high of everything up to here. */
  readonly spread: number;
}

export function RoutePicture({ route, months }: RoutePictureProps) {
  const { ref, width } = useMeasuredWidth();
  const x = (month: number) => EDGE + (month / months) * (width - 2 * EDGE);
  const reached = reachedOf(route.stages);
  const end = reached.at(-1)?.to ?? 0;
  const late = Math.min(months, Math.max(end, route.months.high));
  const widest = Math.max(1, ...reached.map(({ spread }) => spread));
  const half = (spread: number) => (spread / widest) * BAND;
  const upper = reached.map(({ to, spread }) => `L${x(to)} ${LINE_Y - half(spread)}`).join(" ");
  const lower = reached
    .toReversed()
    .map(({ to, spread }) => `L${x(to)} ${LINE_Y + half(spread)}`)
    .join(" ");
  const text = monthsInWords(end);
  return (
    <div ref={ref} className="picture">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width="100%"
        role="img"
        aria-label={`${route.name}: ${reached.map(({ stage, from, to }) => `${stage.title}, ${monthsInWords(to - from)}`).join("; ")}`}
      >
        <path
          className="route-band"
          d={`M${x(0)} ${LINE_Y} ${upper} H${x(late)} V${LINE_Y + BAND} ${lower} Z`}
        />
        <path className="planned" d={`M${x(0)} ${LINE_Y} H${x(end)}`} />
        {reached.map(({ stage, from, to }) => {
          const room = x(to) - x(from);
          const word = KIND_WORDS[stage.kind];
          return (
            <g key={stage.id}>
              {room > widthOf(word, TEXT) + 12 && (
                <text
                  className="quiet-text"
                  x={(x(from) + x(to)) / 2}
                  y={LINE_Y - 19}
                  textAnchor="middle"
                >
                  {word}
                </text>
              )}
            </g>
          );
        })}
        {positionsOf(reached, end, x).map((month) => (
          <circle key={month} className="between" cx={x(month)} cy={LINE_Y} r="4.5" />
        ))}
        <circle className="is" cx={x(0)} cy={LINE_Y} r="6" />
        <circle className="want" cx={x(end)} cy={LINE_Y} r="7" />
        <text
          x={Math.min(width - widthOf(text, TEXT), Math.max(0, x(end) - widthOf(text, TEXT) / 2))}
          y={LINE_Y + 29}
        >
          {text}
        </text>
      </svg>
    </div>
  );
}

/** Nearer to another mark than this, in pixels, two would run into one. */
const MARK_ROOM = 14;

/** Returns the months in which a position on the way begins, as far as they can be told apart. */
function positionsOf(reached: readonly Reached[], end: number, x: (month: number) => number) {
  const begun: number[] = [];
  for (const { stage, to } of reached) {
    const before = x(begun.at(-1) ?? 0);
    const free = x(to) - before >= MARK_ROOM && x(end) - x(to) >= MARK_ROOM;
    if (stage.kind === "move" && free) begun.push(to);
  }
  return begun;
}

function reachedOf(stages: readonly Stage[]): Reached[] {
  const reached: Reached[] = [];
  for (const stage of stages) {
    const before = reached.at(-1);
    const from = before?.to ?? 0;
    const spread = (before?.spread ?? 0) + stage.months.high - stage.months.low;
    reached.push({ stage, from, to: from + stage.months.likely, spread });
  }
  return reached;
}
