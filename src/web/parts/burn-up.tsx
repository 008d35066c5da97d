// The plan's hours as they add up, month by month, to all that it takes: what is planned dashed,
// what was noted solid. Drawn by Observable Plot; the table beneath says the same.

import "./picture.css";
import "./ability-picture.css";
import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { Plan } from "../../domain/schedule/plan.ts";
import { useAnswer } from "../ask.ts";
import { cspNonce } from "../csp-nonce.ts";
import { counted, hoursInWords, monthInWords } from "../in-words.ts";
import { type HoursSummed, hoursSummed } from "./hours-summed.ts";
import { useMeasuredWidth } from "./measured-width.ts";
import { ScrollRegion } from "./scroll-region.tsx";

const TEXT = 13;
const HEIGHT = 220;
/** Room for the hours at the left, the years beneath. */
const MARGIN = { left: 52, bottom: 28, top: 12, right: 16 } as const;

interface BurnUpProps {
  readonly plan: Plan;
  /** What was noted is set beside the newest plan alone. */
  readonly earlier: boolean;
}

export function BurnUp({ plan, earlier }: BurnUpProps) {
  const { ref, width } = useMeasuredWidth();
  const place = useRef<HTMLDivElement>(null);
  const today = useAnswer("show-today", {}, { enabled: !earlier, keep: true });
  const { data } = today;
  const sums = useMemo(
    () => hoursSummed(plan, data?.planId === plan.id ? data : undefined),
    [plan, data],
  );
  const { months } = sums;
  useLayoutEffect(() => {
    const drawn = drawnSums(sums, width);
    // Plot's own style element must carry the page's nonce before it is part of the page.
    for (const style of drawn.querySelectorAll("style")) style.nonce = cspNonce();
    // The picture is one thing to a reader by ear: its parts carry no names of their own.
    for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", sumInWords(sums));
    place.current?.replaceChildren(drawn);
  }, [sums, width]);
  const hasNotes = sums.noted.length > 0;
  return (
    <figure className="picture no-print">
      <div ref={ref}>
        <div ref={place} />
      </div>
      <figcaption>{sumInWords(sums)}</figcaption>
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
                {hasNotes && (
                  <th scope="col" className="number">
                    Noted by then
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, hours, sum, noted }) => (
                <tr key={month}>
                  <th scope="row">{monthInWords(month)}</th>
                  <td className="number">{hours.toLocaleString("en")}</td>
                  <td className="number">{sum.toLocaleString("en")}</td>
                  {hasNotes && (
                    <td className="number">
                      {noted === undefined ? "" : noted.toLocaleString("en")}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

function sumInWords({ months, noted }: HoursSummed): string {
  const all = months.at(-1)?.sum ?? 0;
  const half = months.find(({ sum }) => sum >= all / 2);
  if (half === undefined) return "No hours are planned.";
  const planned = `half of them by ${monthInWords(half.month)}, ${hoursInWords(all)} in all`;
  const last = noted.at(-1);
  return last === undefined
    ? `Planned hours as they add up: ${planned}.`
    : `Hours as they add up. Planned, dashed: ${planned}. Noted, solid: ${counted(last.sum, "hour")} by now.`;
}

function drawnSums({ months, noted }: HoursSummed, width: number): SVGSVGElement | HTMLElement {
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
      ...(noted.length === 0
        ? []
        : [Plot.line([...noted], { x: "day", y: "sum", curve: "step-after", className: "past" })]),
    ],
  });
}
