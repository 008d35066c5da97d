// The plan as a picture: the throughline from today to the goal with its band, and under it the steps
// in time. Planned is dashed, what is uncertain has a thin line to its later day. The table says the same.

import "./picture.css";
import { type CalendarDate, dateInWords, lastDayOf } from "../../domain/calendar-date.ts";
import type { Plan, ScheduledAction } from "../../domain/schedule/plan.ts";
import { shortMonth } from "../in-words.ts";
import { latestOf, linesOf, type TimeScale, ticksOf, timeScale, widthOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const EDGE = 10;
const AXIS_Y = 16;
const SPINE_Y = 80;
const BAND = 9;
/** The first step's words; lower where a label had to make way for a backup's letter. */
const ROWS_TOP = 156;
const LABEL_DOWN = 64;
const LINE = 16;
const ROW = 42;
const BAR = 10;
const TICK_ROOM = 74;

/** With more steps than this only the line itself is printed; the table beneath has the steps. */
const MOST_ON_PAPER = 10;

/** The letter by which the picture and the list name a backup. */
export function backupLetter(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}

export function PlanPicture({ plan }: { readonly plan: Plan }) {
  const { ref, width } = useMeasuredWidth();
  const { reach, actions } = plan;
  if (reach === undefined || actions.length === 0) return null;
  const by = plan.goal.by === undefined ? undefined : lastDayOf(plan.goal.by);
  const switches = branchesOf(plan);
  const to = latestOf([
    reach.p80,
    ...actions.map((action) => action.endP80),
    ...switches.map(([day]) => day),
    ...(by ? [by] : []),
  ]);
  const scale = timeScale({ from: plan.madeOn, to }, { left: EDGE, right: width - EDGE });
  const rows = rowsOf(actions, width);
  const height = rows.reduce((top, row) => top + row.height, ROWS_TOP) + 4;
  const ticks = ticksOf(scale, Math.max(2, Math.floor(width / TICK_ROOM)));
  return (
    <figure className="picture plan-picture" data-many={rows.length > MOST_ON_PAPER || undefined}>
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          role="img"
          aria-label={`From today to the goal: likely ${dateInWords(reach.p50)}, in 8 of 10 runs by ${dateInWords(reach.p80)}. The table below says the same for every step.`}
        >
          <g className="axis">
            {ticks.map(({ day, label }) => (
              <g key={day}>
                <line x1={scale.x(day)} x2={scale.x(day)} y1={AXIS_Y + 8} y2={height} />
                <text x={scale.x(day)} y={AXIS_Y} textAnchor={anchorAt(scale.x(day), width)}>
                  {label}
                </text>
              </g>
            ))}
          </g>
          {by !== undefined && <Deadline x={scale.x(by)} width={width} height={height} day={by} />}
          <Spine scale={scale} reach={reach} />
          {switches.some(([day]) => day > reach.p80) && (
            <path
              className="whisker"
              d={`M${scale.x(reach.p80)} ${SPINE_Y} H${scale.x(latestOf(switches.map(([day]) => day)))}`}
            />
          )}
          {switches.map(([day, letters]) => (
            <Branch key={day} x={scale.x(day)} width={width} letters={letters} />
          ))}
          <SpineLabels
            switches={switches.map(([day]) => scale.x(day))}
            {...{ scale, reach, width }}
          />
          {rows.map((row) => (
            <Row key={row.action.id} row={row} {...{ scale, width }} />
          ))}
        </svg>
      </div>
      <figcaption>
        Dashed is planned. A thin line runs to the day by which the step is done in 8 of 10
        simulated runs. Filled steps decide the date: a slip there moves the goal.
        {switches.length > 0 &&
          " Where a letter branches off, that backup must be begun by then to be of use."}
      </figcaption>
    </figure>
  );
}

function anchorAt(x: number, width: number): "start" | "middle" | "end" {
  if (x < TICK_ROOM / 2) return "start";
  return x > width - TICK_ROOM / 2 ? "end" : "middle";
}

interface SpineProps {
  readonly scale: TimeScale;
  readonly width: number;
  readonly reach: NonNullable<Plan["reach"]>;
}

function Spine({ scale, reach }: Omit<SpineProps, "width">) {
  const [today, likely, late] = [scale.x(scale.from), scale.x(reach.p50), scale.x(reach.p80)];
  const [top, bottom] = [SPINE_Y - BAND, SPINE_Y + BAND];
  return (
    <g className="spine">
      <path
        className="band"
        d={`M${today} ${SPINE_Y} L${likely} ${top} H${late} V${bottom} H${likely} Z`}
      />
      <path className="planned" d={`M${today} ${SPINE_Y} H${likely}`} />
      <circle className="is" cx={today} cy={SPINE_Y} r="6" />
      <circle className="want" cx={likely} cy={SPINE_Y} r="7" />
    </g>
  );
}

/** Over everything else, so that no line runs through the words. */
function SpineLabels(props: SpineProps & { readonly switches: readonly number[] }) {
  const { scale, reach, width, switches } = props;
  const [today, likely, late] = [scale.x(scale.from), scale.x(reach.p50), scale.x(reach.p80)];
  const likelyText = `likely ${shortMonth(reach.p50)}`;
  const lateText = `8 in 10 by ${shortMonth(reach.p80)}`;
  const [likelyRoom, lateRoom] = [widthOf(likelyText, TEXT), widthOf(lateText, TEXT)];
  const likelyX = Math.min(
    width - likelyRoom - EDGE / 2,
    Math.max(today + widthOf("today", TEXT) + EDGE, likely - likelyRoom / 2),
  );
  const lateX = Math.max(0, late - lateRoom);
  const crossed = switches.some((x) => x > lateX - 2 * EDGE && x < lateX + lateRoom + EDGE);
  return (
    <g>
      <text x={Math.max(0, today - 6)} y={SPINE_Y - 16}>
        today
      </text>
      <text x={likelyX} y={SPINE_Y - 16}>
        {likelyText}
      </text>
      <text className="quiet-text" x={lateX} y={SPINE_Y + (crossed ? LABEL_DOWN : 26)}>
        {lateText}
      </text>
    </g>
  );
}

/** Returns the days on which backups leave the line, with their letters: "A, B". */
function branchesOf(plan: Plan): [CalendarDate, string][] {
  const dated = plan.backups.flatMap(({ switchBy }, index) =>
    // `as`: a backup's last day is a calendar date.
    switchBy === undefined ? [] : [{ day: switchBy as CalendarDate, letter: backupLetter(index) }],
  );
  return [...Map.groupBy(dated, ({ day }) => day)].map(([day, group]) => [
    day,
    group.map(({ letter }) => letter).join(", "),
  ]);
}

interface BranchProps {
  readonly x: number;
  readonly width: number;
  readonly letters: string;
}

/** A backup leaves the line on its last day; towards the left where the right has no room. */
function Branch({ x, width, letters }: BranchProps) {
  const down = SPINE_Y + 44;
  const side = x + 24 + widthOf(letters, TEXT) > width ? -1 : 1;
  const bend = `C${x} ${SPINE_Y + 26} ${x} ${down} ${x + side * 16} ${down}`;
  return (
    <g className="branch">
      <path d={`M${x} ${SPINE_Y} ${bend}`} />
      <rect
        x={x - 4}
        y={SPINE_Y - 4}
        width="8"
        height="8"
        transform={`rotate(45 ${x} ${SPINE_Y})`}
      />
      <text x={x + side * 20} y={down + 4} textAnchor={side === 1 ? "start" : "end"}>
        {letters}
      </text>
    </g>
  );
}

interface DeadlineProps {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly day: CalendarDate;
}

function Deadline({ x, width, height, day }: DeadlineProps) {
  const text = `wanted by ${shortMonth(day)}`;
  const room = widthOf(text, TEXT) / 2;
  return (
    <g className="deadline">
      <line x1={x} x2={x} y1={AXIS_Y + 26} y2={height} />
      <text
        x={Math.min(width - EDGE - room, Math.max(room, x))}
        y={AXIS_Y + 20}
        textAnchor="middle"
      >
        {text}
      </text>
    </g>
  );
}

interface PlacedRow {
  readonly action: ScheduledAction;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

/** Gives each step as many lines as its words need. */
function rowsOf(actions: readonly ScheduledAction[], width: number): PlacedRow[] {
  let top = ROWS_TOP;
  return actions.map((action) => {
    const lines = linesOf(action.title, width - 2 * EDGE, TEXT);
    const height = ROW + (lines.length - 1) * LINE;
    const row = { action, lines, top, height };
    top += height;
    return row;
  });
}

interface RowProps {
  readonly row: PlacedRow;
  readonly scale: TimeScale;
  readonly width: number;
}

/** A stretch shorter than this is a point in the picture. */
const SHORTEST_BAR = 10;

function Row({ row, scale, width }: RowProps) {
  const { action, lines, top } = row;
  const start = scale.x(action.start);
  const end = Math.max(start + SHORTEST_BAR, scale.x(action.end));
  const late = Math.max(end, scale.x(action.endP80));
  const longest = Math.max(...lines.map((line) => widthOf(line, TEXT)));
  const overflows = start + longest > width - EDGE;
  // Several lines stand as one block, flush left; one line may end flush right.
  const flushRight = overflows && lines.length === 1;
  const left = overflows ? Math.max(EDGE, width - EDGE - longest) : start;
  const middle = top + 24 + (lines.length - 1) * LINE;
  return (
    <g
      className="step"
      data-critical={action.critical || undefined}
      data-point={end - start < 2 * BAR || undefined}
    >
      {lines.map((line, index) => (
        <text
          key={line}
          x={flushRight ? width - EDGE : left}
          y={top + 12 + index * LINE}
          textAnchor={flushRight ? "end" : "start"}
        >
          {line}
        </text>
      ))}
      {late > end && (
        <path className="whisker" d={`M${end} ${middle} H${late} M${late} ${middle - 4} v8`} />
      )}
      <rect x={start} y={middle - BAR / 2} width={end - start} height={BAR} rx={BAR / 2} />
    </g>
  );
}
