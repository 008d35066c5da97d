// Whose agenda the hours of each week served: one bar a week, its parts in the marks of their agendas; and
// the same as a table.

import "./picture.css";
import { useId } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import type { ValueOf } from "../../http/client.ts";
import { counted, dayInWords } from "../in-words.ts";
import {
  AGENDA_ORDER,
  AgendaBar,
  AgendaLegend,
  AgendaStripes,
  agendaName,
} from "./agenda-mark.tsx";
import { useMeasuredWidth } from "./measured-width.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const ROW = 34;
const BAR = 18;
/** Of the column of days, and of the hours behind the bar. */
const DAYS = 104;
const FIGURE = 76;
const WIDEST = 760;

type Shown = ValueOf<"show-agenda">;
type Week = Shown["weeks"][number];

export function AgendaPicture({ shown }: { readonly shown: Shown }) {
  const { weeks, hasEmployer } = shown;
  const id = useId();
  const { ref, width: place } = useMeasuredWidth();
  const width = Math.min(place, WIDEST);
  const most = Math.max(...weeks.map(saidIn), 1);
  const long = (hours: number) => (hours / most) * (width - DAYS - FIGURE);
  return (
    <figure className="picture">
      <AgendaLegend {...{ id, hasEmployer }} />
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${ROW * weeks.length}`}
          width={width}
          role="img"
          aria-label={`Hours by agenda in ${counted(weeks.length, "week")}. The table below says the same.`}
        >
          <AgendaStripes id={id} />
          {weeks.map((week, row) => {
            const y = row * ROW + (ROW - BAR) / 2;
            let x = DAYS;
            return (
              <g key={week.monday}>
                <text x={0} y={y + BAR - 4}>
                  {dayInWords(week.monday as CalendarDate)}
                </text>
                {AGENDA_ORDER.filter((agenda) => week.hours[agenda] > 0).map((agenda) => {
                  const length = long(week.hours[agenda]);
                  const bar = (
                    <AgendaBar key={agenda} {...{ agenda, id, x, y }} width={length} height={BAR} />
                  );
                  x += length;
                  return bar;
                })}
                <text x={x + 8} y={y + BAR - 4}>
                  {rounded(saidIn(week))} h{week.unsaid > 0 && ` + ${rounded(week.unsaid)}`}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption>
        Each bar is a week that you noted, from its Monday. Weeks without a check-in are not here,
        and count for nothing.
        {shown.unsaid > 0 && " After the plus: hours of which you did not say whose they were."}
      </figcaption>
      <details>
        <summary>The weeks as a table</summary>
        <ScrollRegion label="Hours by week and agenda, as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Week from</th>
                {AGENDA_ORDER.map((agenda) => (
                  <th scope="col" className="number" key={agenda}>
                    {agendaName(agenda, hasEmployer)}
                  </th>
                ))}
                <th scope="col" className="number">
                  Not said
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.monday}>
                  <th scope="row">{dateInWords(week.monday as CalendarDate)}</th>
                  {AGENDA_ORDER.map((agenda) => (
                    <td className="number" key={agenda}>
                      {rounded(week.hours[agenda])}
                    </td>
                  ))}
                  <td className="number">{rounded(week.unsaid)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">In all</th>
                {AGENDA_ORDER.map((agenda) => (
                  <td className="number" key={agenda}>
                    {rounded(shown.hours[agenda])}
                  </td>
                ))}
                <td className="number">{rounded(shown.unsaid)}</td>
              </tr>
            </tfoot>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

/** Hours whose agenda was said. */
function saidIn({ hours }: Week): number {
  return AGENDA_ORDER.reduce((sum, agenda) => sum + hours[agenda], 0);
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
