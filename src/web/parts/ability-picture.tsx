// Abilities as dumbbells: filled is what the record points to, hollow what the work asks for, the bar
// where 8 in 10 of what is likely lie. Drawn by Observable Plot; the table beside says the same.

import "./picture.css";
import "./ability-picture.css";
import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef } from "react";
import type { ValueOf } from "../../http/client.ts";
import { cspNonce } from "../csp-nonce.ts";
import { useMeasuredWidth } from "./measured-width.ts";

export type ShownAbility = ValueOf<"show-abilities">["elements"][number];

const TEXT = 13;
const ROW = 46;
const AXIS = 34;
const EDGE = 10;
const MOST_LEVEL = 7;
/** The name stands above its line. */
const NAME_UP = 15;

export function AbilityPicture({ elements }: { readonly elements: readonly ShownAbility[] }) {
  const { ref, width } = useMeasuredWidth();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = dumbbells(elements, width);
    // Plot's own style element must carry the page's nonce before it is part of the page.
    for (const style of drawn.querySelectorAll("style")) style.nonce = cspNonce();
    // The picture is one thing to a reader by ear: its parts carry no names of their own.
    for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    place.current?.replaceChildren(drawn);
  }, [elements, width]);
  return (
    <figure className="picture abilities-picture">
      <div ref={ref}>
        <div ref={place} />
      </div>
      <figcaption>
        Filled is what your record points to, hollow what the work asks for, on levels from 0 to 7.
        The bar is where 8 in 10 of what is likely lie.
      </figcaption>
    </figure>
  );
}

function dumbbells(elements: readonly ShownAbility[], width: number): SVGSVGElement | HTMLElement {
  const rows = [...elements];
  const drawn = Plot.plot({
    width,
    height: AXIS + rows.length * ROW,
    marginTop: AXIS,
    marginBottom: 0,
    marginLeft: EDGE,
    marginRight: EDGE,
    style: { fontSize: `${TEXT}px`, fontFamily: "inherit", background: "none" },
    x: { domain: [0, MOST_LEVEL], axis: null },
    y: { domain: rows.map(({ id }) => id), axis: null },
    marks: [
      Plot.axisX({
        anchor: "top",
        ticks: MOST_LEVEL + 1,
        tickSize: 0,
        label: null,
        className: "axis-labels",
      }),
      Plot.gridX({ ticks: MOST_LEVEL + 1, className: "axis-grid" }),
      Plot.ruleY(rows, { y: "id", x1: "low", x2: "high", dy: 8, className: "level-band" }),
      Plot.ruleY(rows, { y: "id", x1: "mean", x2: "required", dy: 8, className: "level-way" }),
      Plot.dot(rows, { y: "id", x: "required", r: 6.5, dy: 8, className: "want" }),
      Plot.dot(rows, { y: "id", x: "mean", r: 5.5, dy: 8, className: "is" }),
      Plot.text(rows, {
        y: "id",
        x: 0,
        text: "name",
        textAnchor: "start",
        dy: 8 - NAME_UP - 4,
        className: "level-name",
      }),
    ],
  });
  drawn.setAttribute("role", "img");
  drawn.setAttribute(
    "aria-label",
    `${rows.length} abilities: what your record points to and what the work asks for. The table below says the same.`,
  );
  return drawn;
}
