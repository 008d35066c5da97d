// The plan's hours as they add up, month by month, to all that it takes: dashed, since all of it is
// planned. Drawn by Observable Plot; the table beneath says the same.

import "./picture.css";
import "./ability-picture.css";
import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { Milestone } from "../../domain/schedule/plan.ts";
import { cspNonce } from "../csp-nonce.ts";
import { hoursInWords, monthInWords } from "../in-words.ts";
import { useMeasuredWidth } from "./measured-width.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const TEXT = 13;
const HEIGHT = 220;
/** Room for the hours at the left, the years beneath. */
const MARGIN = { left: 52, bottom: 28, top: 12, right: 16 } as const;

interface SummedMonth {
  readonly month: Milestone["month"];
  readonly day: Date;
  readonly hours: number;
  readonly sum: number;
}

export function BurnUp({ milestones }: { readonly milestones: readonly Milestone[] }) {
  const { ref, width } = useMeasuredWidth();
  const place = useRef<HTMLDivElement>(null);
  const months = useMemo(() => summedMonths(milestones), [milestones]);
  useLayoutEffect(() => {
    const drawn = drawnSums(months, width);
    // Plot's own style element must carry the page's nonce before it is part of the page.
    for (const style of drawn.querySelectorAll("style")) style.nonce = cspNonce();
    // The picture is one thing to a reader by ear: its parts carry no names of their own.
    for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", sumInWords(months));
    place.current?.replaceChildren(drawn);
  }, [months, width]);
  return (
    <figure className="picture no-print">
      <div ref={ref}>
        <div ref={place} />
      </div>
      <figcaption>{sumInWords(months)}</figcaption>
      <details>
        <summary>The hours as a table</summary>
        <ScrollRegion label="Hours by month, as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col" className="number">
                  Hours
                </th>
                <th scope="col" className="number">
                  In all by then
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, hours, sum }) => (
                <tr key={month}>
                  <th scope="row">{monthInWords(month)}</th>
                  <td className="number">{hours.toLocaleString("en")}</td>
                  <td className="number">{sum.toLocaleString("en")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

function summedMonths(milestones: readonly Milestone[]): readonly SummedMonth[] {
  let sum = 0;
  return [...Map.groupBy(milestones, ({ month }) => month)].map(([month, due]) => {
    const hours = due.reduce((all, milestone) => all + milestone.hours, 0);
    sum += hours;
    // At the end of the month, which is the first day of the next.
    const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1));
    return { month, day, hours, sum };
  });
}

function sumInWords(months: readonly SummedMonth[]): string {
  const all = months.at(-1)?.sum ?? 0;
  const half = months.find(({ sum }) => sum >= all / 2);
  return half === undefined
    ? "No hours are planned."
    : `Planned hours as they add up: half of them by ${monthInWords(half.month)}, ${hoursInWords(all)} in all.`;
}

function drawnSums(months: readonly SummedMonth[], width: number): SVGSVGElement | HTMLElement {
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginBottom: MARGIN.bottom,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    style: { fontSize: `${TEXT}px`, fontFamily: "inherit", background: "none" },
    x: { type: "utc", label: null },
    y: { label: null, zero: true },
    marks: [
      Plot.gridY({ ticks: 4, className: "axis-grid" }),
      Plot.axisY({ ticks: 4, tickSize: 0, label: null, className: "axis-labels" }),
      Plot.axisX({ ticks: 4, tickSize: 0, label: null, className: "axis-labels" }),
      Plot.line([...months], { x: "day", y: "sum", className: "planned" }),
    ],
  });
}
