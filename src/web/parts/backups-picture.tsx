// The throughline with its backups: each branches off on the day on which one would go over to it. The
// words under the picture say the same.

import "./picture.css";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import type { ValueOf } from "../../http/client.ts";
import { monthInWords, shortMonth } from "../in-words.ts";
import { latestOf, linesOf, ticksOf, timeScale, widthOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";
import { backupLetter } from "./plan-picture.tsx";

const TEXT = 13;
const LINE = 16;
const EDGE = 10;
const AXIS_Y = 16;
const SPINE_Y = 72;
const BRANCH_TOP = 118;
const TICK_ROOM = 74;
const BEND = 22;
/** Room for a branch's words beside its line before they go to the other side. */
const GAP = 8;

type Answer = ValueOf<"show-backups">;

/** What a backup's day is, before its month. */
const DAY_WORDS = {
  "go over": "best from",
  "last day": "last day in",
  "look again": "look again in",
} as const;

export function BackupsPicture({ answer }: { readonly answer: Answer }) {
  const { ref, width } = useMeasuredWidth();
  // as: the operation's days are calendar dates.
  const [today, until] = [answer.madeOn as CalendarDate, answer.until as CalendarDate];
  const half = answer.withBackups.half as CalendarDate | undefined;
  const dated = answer.backups.flatMap((backup, index) =>
    backup.day === undefined
      ? []
      : [
          {
            day: backup.day as CalendarDate,
            name: backup.name,
            letter: backupLetter(index),
            when: DAY_WORDS[backup.means ?? "look again"],
          },
        ],
  );
  const to = latestOf([until, ...dated.map(({ day }) => day)]);
  const scale = timeScale({ from: today, to }, { left: EDGE, right: width - EDGE });
  const ticks = ticksOf(scale, Math.max(2, Math.floor(width / TICK_ROOM)));
  let top = BRANCH_TOP;
  const branches = dated.map((one) => {
    const words = `${one.letter}  ${one.name}, ${one.when} ${shortMonth(one.day)}`;
    const lines = linesOf(words, width - 2 * EDGE, TEXT);
    const branch = { ...one, lines, y: top };
    top += 26 + lines.length * LINE;
    return branch;
  });
  const height = top + 4;
  const end = scale.x(half ?? until);
  return (
    <figure className="picture">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width="100%"
          role="img"
          aria-label={`From today to ${monthInWords(until)}${branches.map(({ name, day, when }) => `; ${name} branches off, ${when} ${monthInWords(day)}`).join("")}. The list below says the same.`}
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
          <g className="deadline">
            <line x1={scale.x(until)} x2={scale.x(until)} y1={AXIS_Y + 26} y2={height} />
          </g>
          <g className="spine">
            <path className="planned" d={`M${scale.x(today)} ${SPINE_Y} H${end}`} />
            <path className="whisker" d={`M${end} ${SPINE_Y} H${scale.x(until)}`} />
          </g>
          {branches.map(({ day, y, letter }) => (
            <g className="branch" key={letter}>
              <path
                strokeDasharray="2 7"
                strokeLinecap="round"
                d={`M${scale.x(day)} ${SPINE_Y} C${scale.x(day)} ${y - 4} ${scale.x(day)} ${y} ${Math.min(width - EDGE, scale.x(day) + BEND)} ${y} H${width - EDGE}`}
              />
              <rect
                x={scale.x(day) - 4}
                y={SPINE_Y - 4}
                width="8"
                height="8"
                transform={`rotate(45 ${scale.x(day)} ${SPINE_Y})`}
              />
            </g>
          ))}
          {branches.map(({ day, lines, y, letter }) => (
            <g className="branch" key={letter}>
              {lines.map((line, index) => (
                <text
                  key={line}
                  x={startOf(scale.x(day) + BEND + GAP, lines, width)}
                  y={y + LINE + 2 + index * LINE}
                >
                  {line}
                </text>
              ))}
            </g>
          ))}
          <circle className="is" cx={scale.x(today)} cy={SPINE_Y} r="6" />
          {half !== undefined && <circle className="want" cx={end} cy={SPINE_Y} r="7" />}
          <text x={Math.max(0, scale.x(today) - 6)} y={SPINE_Y - 16}>
            today
          </text>
          {half !== undefined && <GoalLabel x={end} width={width} day={half} />}
        </svg>
      </div>
      <figcaption>
        The line is the way you chose, to the goal where half of those who reach it by{" "}
        {dateInWords(until.slice(0, 7) as CalendarDate)} are there. A backup branches off where you
        would go over to it, or weigh it.
      </figcaption>
    </figure>
  );
}

interface GoalLabelProps {
  readonly x: number;
  readonly width: number;
  readonly day: CalendarDate;
}

function GoalLabel({ x, width, day }: GoalLabelProps) {
  const text = `goal, half by ${shortMonth(day)}`;
  const room = widthOf(text, TEXT);
  const left = Math.min(
    width - room - EDGE / 2,
    Math.max(widthOf("today", TEXT) + 2 * EDGE, x - room / 2),
  );
  return (
    <text x={left} y={SPINE_Y - 16}>
      {text}
    </text>
  );
}

/** A branch's words begin at its line, or as far left as they need. */
function startOf(x: number, lines: readonly string[], width: number): number {
  const longest = Math.max(...lines.map((line) => widthOf(line, TEXT)));
  return Math.max(EDGE, Math.min(x, width - EDGE - longest));
}

function anchorAt(x: number, width: number): "start" | "middle" | "end" {
  if (x < TICK_ROOM / 2) return "start";
  return x > width - TICK_ROOM / 2 ? "end" : "middle";
}
