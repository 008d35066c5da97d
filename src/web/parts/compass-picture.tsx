// The compass as dots with bands: filled is how it is by the answers, hollow how it is wanted, the bar where
// 9 in 10 of such scores lie. Drawn by Observable Plot; the table beside says the same.

import "./picture.css";
import "./compass-picture.css";
import * as Plot from "@observablehq/plot";
import { useLayoutEffect, useRef } from "react";
import type { ValueOf } from "../../http/client.ts";
import { cspNonce } from "../csp-nonce.ts";
import { useMeasuredWidth } from "./measured-width.ts";

type Shown = ValueOf<"show-compass">["dimensions"][number];

const TEXT = 13;
const ROW = 76;
const EDGE = 10;
/** From the middle of a row up to its name, and down to its ends. */
const NAME_UP = 21;
const ENDS_DOWN = 20;
const MOST = 100;

interface CompassPictureProps {
  readonly dimensions: readonly Shown[];
  readonly band: number;
}

export function CompassPicture({ dimensions, band }: CompassPictureProps) {
  const { ref, width } = useMeasuredWidth();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = dots(dimensions, width);
    // Plot's own style element must carry the page's nonce before it is part of the page.
    for (const style of drawn.querySelectorAll("style")) style.nonce = cspNonce();
    // The picture is one thing to a reader by ear: its parts carry no names of their own.
    for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    place.current?.replaceChildren(drawn);
  }, [dimensions, width]);
  return (
    <figure className="picture compass-picture">
      <div ref={ref}>
        <div ref={place} />
      </div>
      <figcaption>
        Filled is how it is as you answered, hollow how you want it. The bar reaches {band} points
        to either side: about 9 in 10 of such scores lie within it, on assumptions until there are
        norms.
      </figcaption>
    </figure>
  );
}

function dots(dimensions: readonly Shown[], width: number): SVGSVGElement | HTMLElement {
  const rows = dimensions.map(({ id, name, jobLike, careerLike, is, want }) => ({
    ...{ id, name, jobLike, careerLike },
    score: is?.score,
    low: is?.low,
    high: is?.high,
    wanted: want?.score,
  }));
  const scored = rows.filter(({ score }) => score !== undefined);
  const wanted = rows.filter((row) => row.wanted !== undefined);
  const text = { y: "id", textAnchor: "start" } as const;
  const drawn = Plot.plot({
    width,
    height: rows.length * ROW,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: EDGE,
    marginRight: EDGE,
    style: { fontSize: `${TEXT}px`, fontFamily: "inherit", background: "none" },
    x: { domain: [0, MOST], axis: null },
    y: { domain: rows.map(({ id }) => id), axis: null },
    marks: [
      Plot.ruleY(rows, { y: "id", x1: 0, x2: MOST, className: "scale-line" }),
      Plot.ruleY(scored, { y: "id", x1: "low", x2: "high", className: "score-band" }),
      Plot.dot(wanted, { y: "id", x: "wanted", r: 6.5, className: "want" }),
      Plot.dot(scored, { y: "id", x: "score", r: 5.5, className: "is" }),
      Plot.text(rows, { ...text, x: 0, text: "name", dy: -NAME_UP, className: "dimension-name" }),
      Plot.text(rows, { ...text, x: 0, text: "jobLike", dy: ENDS_DOWN, className: "end-name" }),
      Plot.text(rows, {
        y: "id",
        x: MOST,
        text: "careerLike",
        textAnchor: "end",
        dy: ENDS_DOWN,
        className: "end-name",
      }),
    ],
  });
  drawn.setAttribute("role", "img");
  drawn.setAttribute(
    "aria-label",
    "Seven dimensions: how each is as you answered, and how you want it. The table below says the same.",
  );
  return drawn;
}
