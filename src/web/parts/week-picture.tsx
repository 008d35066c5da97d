// The job's week as a picture: the hours of each position held today, filled, and below them, hollow, the
// hours that the person wants to give to the goal. The table beside says the same.

import "./picture.css";
import "./week-picture.css";
import { hoursPerWeekInWords } from "../../domain/length-of-time.ts";
import { titleOf } from "../in-words.ts";
import { fitted } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const ROW = 40;
const BAR = 12;
const EDGE = 2;
/** A week of full-time work fills the picture, unless there is more. */
const FULL_WEEK = 40;
const HOURS_ROOM = 132;

interface WeekPictureProps {
  readonly positions: readonly {
    readonly positionId: string;
    readonly title: string;
    readonly organisation: string;
    readonly isPaid: boolean;
    readonly hoursPerWeek: number;
  }[];
  /** Hours a week for the goal; none where there is no goal. */
  readonly wanted: number | undefined;
}

export function WeekPicture({ positions, wanted }: WeekPictureProps) {
  const { ref, width } = useMeasuredWidth();
  const rows = [
    ...positions.map((position) => ({
      key: position.positionId,
      name: titleOf(position),
      hours: position.hoursPerWeek,
      look: position.isPaid ? "paid" : "unpaid",
    })),
    ...(wanted === undefined
      ? []
      : [{ key: "wanted", name: "For your goal, as you want it", hours: wanted, look: "wanted" }]),
  ];
  const most = Math.max(FULL_WEEK, ...rows.map(({ hours }) => hours));
  const room = width - 2 * EDGE - HOURS_ROOM;
  return (
    <figure className="picture week-picture">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${rows.length * ROW}`}
          width="100%"
          role="img"
          aria-label="Hours a week of what you hold today. The table below says the same."
        >
          {rows.map(({ key, name, hours, look }, row) => {
            const length = Math.max(BAR, (hours / most) * room);
            return (
              <g key={key} className={look}>
                <text x={EDGE} y={row * ROW + 13}>
                  {fitted(name, width - 2 * EDGE, TEXT)}
                </text>
                <rect x={EDGE} y={row * ROW + 20} width={length} height={BAR} rx={BAR / 2} />
                <text x={EDGE + length + 8} y={row * ROW + 31} className="quiet-text">
                  {hoursPerWeekInWords(hours)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}
