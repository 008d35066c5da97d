// The record as a picture: the throughline from the first position to today, and on to the goal; above
// it what was paid, below it what was not, two lanes of equal weight. The table beside says the same.

import { capital } from "../../domain/first-letter.ts";
import "./decision-list.css";
import "./picture.css";
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateInWords,
  daysBetween,
  firstDayOf,
  lastDayOf,
  type PartialDate,
} from "../../domain/calendar-date.ts";
import type { Position } from "../../domain/record/career-record.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { shortMonth, titleOf } from "../in-words.ts";
import { fitted, latestOf, ticksOf, timeScale, widthOf } from "../time-scale.ts";
import type { DecisionShown } from "./decision-list.tsx";
import { DecisionDiamond, DecisionMark } from "./decision-mark.tsx";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const EDGE = 10;
const AXIS_Y = 16;
const LANES_TOP = 30;
const ROW = 44;
const BAR = 12;
const LANE_ROOM = 6;
/** Above and below the line stand the lanes' names, today and the goal. */
const SPINE_ROOM = 68;
/** Left of this the lanes' names stand. */
const LANE_NAME = 56;
const TICK_ROOM = 74;
const MOST_PAST_GOAL_MONTHS = 12;
/** With more positions than this the names would stand in each other's way: the table has them. */
const MOST_NAMED = 24;
const NAMELESS_ROW = 18;
/** What has faded is still to be seen. */
const FAINTEST = 0.15;

interface RecordPictureProps {
  readonly positions: readonly (Position & { readonly paid: boolean })[];
  readonly decisions: readonly DecisionShown[];
  /** Where the picture begins; without it with the first position or decision. */
  readonly from?: CalendarDate;
  /** Share of each position that still counts, by id: its bar is as faint as that. */
  readonly left?: ReadonlyMap<string, number>;
  readonly goal: Goal | undefined;
  /** "a registered nurse" */
  readonly goalInWords: string | undefined;
  readonly today: CalendarDate;
}

interface Placed {
  readonly position: Position;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly row: number;
}

export function RecordPicture(props: RecordPictureProps) {
  const { positions, decisions, goal, goalInWords, today, left } = props;
  const { ref, width } = useMeasuredWidth();
  const dated = positions.filter(({ start }) => start !== undefined);
  const starts = dated.flatMap(({ start }) => (start === undefined ? [] : [firstDayOf(start)]));
  const decided = decisions.map(({ decision: { date } }) => firstDayOf(date));
  const [earliest] = [...starts, ...decided].sort();
  if (earliest === undefined) return null;
  const first = props.from !== undefined && props.from > earliest ? props.from : earliest;
  const isNamed = dated.length <= MOST_NAMED;
  const rowHeight = isNamed ? ROW : NAMELESS_ROW;

  const by = goal?.by === undefined ? undefined : lastDayOf(goal.by);
  const to = latestOf([addMonths(today, MOST_PAST_GOAL_MONTHS), ...(by ? [by] : [])]);
  const whole = timeScale({ from: first, to }, { left: EDGE, right: width - EDGE });
  // What began before the picture does enters at its edge.
  const scale = { ...whole, x: (day: CalendarDate) => Math.max(EDGE, whole.x(day)) };
  const room = { scale, width, isNamed, left };
  const paid = placed(
    dated.filter((position) => position.paid),
    today,
    room,
  );
  const unpaid = placed(
    dated.filter((position) => !position.paid),
    today,
    room,
  );
  // Equal weight: both lanes have the height of the fuller one.
  const rows = 1 + Math.max(0, ...[...paid, ...unpaid].map(({ row }) => row));
  const lane = rows * rowHeight + LANE_ROOM;
  const spine = LANES_TOP + lane + SPINE_ROOM / 2;
  const height = LANES_TOP + 2 * lane + SPINE_ROOM;
  const now = scale.x(today);
  const want = by === undefined ? width - EDGE : scale.x(by);
  const goalText = capital(goalInWords ?? goal?.title ?? "");
  return (
    <figure className="picture">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          role="img"
          aria-label={`From ${dateInWords(first)} to today${goal === undefined ? "" : ", and on to the goal"}: paid positions above the line, unpaid ones below it${decisions.length > 0 ? ", decisions on it" : ""}. The list below says the same.`}
        >
          <g className="axis">
            {ticksOf(scale, Math.max(2, Math.floor(width / TICK_ROOM))).map(({ day, label }) => (
              <g key={day}>
                <line x1={scale.x(day)} x2={scale.x(day)} y1={AXIS_Y + 8} y2={height} />
                <text
                  x={Math.max(18, Math.min(width - 18, scale.x(day)))}
                  y={AXIS_Y}
                  textAnchor="middle"
                >
                  {label}
                </text>
              </g>
            ))}
          </g>
          <text className="quiet-text" x={EDGE} y={spine - 11}>
            paid
          </text>
          <text className="quiet-text" x={EDGE} y={spine + 21}>
            unpaid
          </text>
          {paid.map((entry) => (
            <Bar
              key={entry.position.id}
              lane="paid"
              {...{ entry, ...room }}
              y={LANES_TOP + LANE_ROOM + (rows - 1 - entry.row) * rowHeight}
            />
          ))}
          {unpaid.map((entry) => (
            <Bar
              key={entry.position.id}
              lane="unpaid"
              {...{ entry, ...room }}
              y={LANES_TOP + lane + SPINE_ROOM + entry.row * rowHeight}
            />
          ))}
          <g className="spine">
            <path className="past" d={`M${EDGE} ${spine} H${now}`} />
            {goal !== undefined && <path className="planned" d={`M${now} ${spine} H${want}`} />}
            {decisions.map(({ decision, isMadeByOthers }) => (
              <DecisionDiamond
                key={decision.id}
                x={Math.max(EDGE, scale.x(middleOf(decision.date)))}
                y={spine}
                isMadeByOthers={isMadeByOthers}
              />
            ))}
            <circle className="is" cx={now} cy={spine} r="6" />
            {goal !== undefined && <circle className="want" cx={want} cy={spine} r="7" />}
            <text
              x={Math.max(now, EDGE + LANE_NAME + widthOf("today", TEXT) / 2)}
              y={spine + 23}
              textAnchor={now > width - 40 ? "end" : "middle"}
            >
              today
            </text>
            {goal !== undefined && (
              <text x={width - EDGE} y={spine - 15} textAnchor="end">
                {fitted(
                  by === undefined ? goalText : `${goalText}, ${shortMonth(by)}`,
                  width - 2 * EDGE - LANE_NAME,
                  TEXT,
                )}
              </text>
            )}
          </g>
        </svg>
      </div>
      {decisions.length > 0 && (
        <figcaption className="quiet small">
          <DecisionMark isMadeByOthers={false} /> a decision of yours,{" "}
          <DecisionMark isMadeByOthers /> one that others or circumstances made
        </figcaption>
      )}
    </figure>
  );
}

/** A decision stands in the middle of what its date can mean. */
function middleOf(date: PartialDate): CalendarDate {
  const [from, to] = [firstDayOf(date), lastDayOf(date)];
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}

interface Room {
  readonly scale: { x(day: CalendarDate): number };
  readonly width: number;
  readonly isNamed: boolean;
  readonly left: ReadonlyMap<string, number> | undefined;
}

/** Gives each position the lowest row in which neither its bar nor its name meets another's. */
function placed(positions: readonly Position[], today: CalendarDate, room: Room): Placed[] {
  const rowEnds: number[] = [];
  return positions
    .map((position) => ({
      position,
      start: position.start === undefined ? today : firstDayOf(position.start),
      end: position.end === undefined ? today : lastDayOf(position.end),
    }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map((entry) => {
      const { left, right } = extentOf(entry, room);
      const free = rowEnds.findIndex((end) => end <= left);
      const row = free === -1 ? rowEnds.length : free;
      rowEnds[row] = right;
      return { ...entry, row };
    });
}

/** The name, and how much of it still counts where that is asked. */
function nameOf({ position }: Omit<Placed, "row">, { width, left }: Room): string {
  const still = left?.get(position.id);
  const percent = still === undefined ? "" : ` · ${Math.round(still * 100)}%`;
  return `${fitted(titleOf(position), width - 2 * EDGE - widthOf(percent, TEXT), TEXT)}${percent}`;
}

function extentOf(entry: Omit<Placed, "row">, room: Room) {
  const { scale, width, isNamed } = room;
  const [start, end] = [scale.x(entry.start), scale.x(entry.end)];
  if (!isNamed) return { left: start, right: Math.max(end, start + BAR) };
  const text = widthOf(nameOf(entry, room), TEXT);
  const overflows = start + text > width - EDGE;
  return {
    left: overflows ? Math.min(start, width - EDGE - text) : start,
    right: Math.max(end, start + text),
  };
}

interface BarProps extends Room {
  readonly entry: Placed;
  readonly lane: "paid" | "unpaid";
  readonly y: number;
}

function Bar({ entry, lane, y, ...room }: BarProps) {
  const { scale, width, isNamed, left } = room;
  const start = scale.x(entry.start);
  const end = Math.max(start + BAR, scale.x(entry.end));
  const title = nameOf(entry, room);
  const opacity = Math.max(FAINTEST, left?.get(entry.position.id) ?? 1);
  const bar = (
    <rect width={end - start - 2} height={BAR} x={start} rx={BAR / 2} opacity={opacity} />
  );
  if (!isNamed) {
    return (
      <g className={`held ${lane}`} transform={`translate(0 ${y})`}>
        {bar}
      </g>
    );
  }
  const overflows = start + widthOf(title, TEXT) > width - EDGE;
  return (
    <g className={`held ${lane}`}>
      <text
        x={overflows ? width - EDGE : start}
        y={y + 10}
        textAnchor={overflows ? "end" : "start"}
      >
        {title}
      </text>
      <g transform={`translate(0 ${y + 17})`}>{bar}</g>
    </g>
  );
}
