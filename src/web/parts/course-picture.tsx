// The hours that the plan laid out for each week and those that went to it: hollow is what was planned, filled
// what was done. The table beside it is the page's.

import "./picture.css";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { ValueOf } from "../../http/client.ts";
import { counted, dayInWords } from "../in-words.ts";
import { useMeasuredWidth } from "./measured-width.ts";

type Week = NonNullable<ValueOf<"show-agenda">["drift"]>["weeks"][number];

const ROW = 30;
/** Of the column of days, and of the figures behind the line. */
const DAYS = 104;
const FIGURE = 92;
const EDGE = 8;
const WIDEST = 640;

export function CoursePicture({ weeks }: { readonly weeks: readonly Week[] }) {
  const { ref, width: place } = useMeasuredWidth();
  const width = Math.min(place, WIDEST);
  const most = Math.max(...weeks.flatMap(({ planned, spent }) => [planned, spent]), 1);
  const end = width - FIGURE - EDGE;
  const at = (hours: number) => DAYS + (hours / most) * (end - DAYS);
  return (
    <figure className="picture">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${ROW * weeks.length}`}
          width={width}
          role="img"
          aria-label={`Hours planned and hours done in ${counted(weeks.length, "week")}. The table below says the same.`}
        >
          {weeks.map(({ monday, planned, spent }, row) => {
            const y = row * ROW + ROW / 2;
            return (
              <g key={monday}>
                <text x={0} y={y + 5}>
                  {dayInWords(monday as CalendarDate)}
                </text>
                <g className="axis">
                  <line x1={DAYS} x2={end} y1={y} y2={y} />
                </g>
                <circle className="want" cx={at(planned)} cy={y} r={6.5} />
                <circle className="is" cx={at(spent)} cy={y} r={5.5} />
                <text x={end + EDGE + 6} y={y + 5}>
                  {rounded(spent)} of {rounded(planned)} h
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption>
        Hollow is what your plan had laid out for the week, filled what went to its steps. Weeks of
        which nothing was said are not here.
      </figcaption>
    </figure>
  );
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
