// What gives energy and what takes it, beside what one is good at: a dot for each thing on a line from taking
// to giving, filled where one is good at it and hollow where the record does not show it; and a table.

import "./picture.css";
import type { ValueOf } from "../../http/client.ts";
import { linesOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";
import { ScrollRegion } from "./scroll-region.tsx";

type Thing = ValueOf<"show-agenda">["energy"]["things"][number];

const TEXT = 13;
const LINE = 17;
const ROW = 30;
const TOP = 26;
const EDGE = 12;
const WIDEST = 760;
/** Narrower than this the names stand above their lines. */
const NARROW = 520;
const NAMES = 280;
/** Things that the picture holds; the table has all. */
const DRAWN_AT_MOST = 12;
/** The ends of the scale. */
const [LOWEST, HIGHEST] = [-2, 2] as const;

const ABILITY_WORDS: Readonly<Record<Thing["abilityPlace"], string>> = {
  good: "You are good at it",
  "not shown": "Not shown by your record yet",
  "not known": "Not known",
};

export function EnergyPicture({ things }: { readonly things: readonly Thing[] }) {
  const { ref, width: place } = useMeasuredWidth();
  const width = Math.min(place, WIDEST);
  const isNarrow = width < NARROW;
  const left = isNarrow ? EDGE : NAMES;
  const drawn = [...things].slice(0, DRAWN_AT_MOST).sort((a, b) => b.energy - a.energy);
  const room = isNarrow ? width : NAMES - 24;
  let bottom = TOP;
  const rows = drawn.map((thing) => {
    const lines = linesOf(thing.name, room, TEXT);
    const height = isNarrow ? lines.length * LINE + ROW : Math.max(ROW, lines.length * LINE + 10);
    const top = bottom;
    bottom += height;
    return { thing, lines, top, y: isNarrow ? bottom - ROW / 2 : top + height / 2 };
  });
  const at = (energy: number) =>
    left + ((energy - LOWEST) / (HIGHEST - LOWEST)) * (width - EDGE - left);
  return (
    <figure className="picture">
      <div ref={ref}>
        <svg
          viewBox={`0 0 ${width} ${bottom}`}
          width={width}
          role="img"
          aria-label="What gives energy and what takes it. The table below says the same."
        >
          <g className="axis">
            <text x={left} y={14}>
              takes energy
            </text>
            <text x={width - EDGE} y={14} textAnchor="end">
              gives energy
            </text>
            <line x1={at(0)} x2={at(0)} y1={TOP - 4} y2={bottom} />
          </g>
          {rows.map(({ thing, lines, top, y }) => (
            <g key={`${thing.kind} ${thing.key}`}>
              <g className="axis">
                <line x1={left} x2={width - EDGE} y1={y} y2={y} />
              </g>
              {lines.map((text, index) => (
                <text
                  key={text}
                  x={0}
                  y={
                    isNarrow
                      ? top + (index + 1) * LINE
                      : y + 5 + (index - (lines.length - 1) / 2) * LINE
                  }
                >
                  {text}
                </text>
              ))}
              <circle
                className={thing.abilityPlace === "good" ? "is" : "want"}
                cx={at(thing.energy)}
                cy={y}
                r={thing.abilityPlace === "good" ? 7.5 : 6.5}
              />
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        Filled: you are good at it, by your record and your own word. Hollow: your record does not
        show it yet, which does not say that you are not.
      </figcaption>
      <details>
        <summary>Energy and ability as a table</summary>
        <ScrollRegion label="Energy and ability, as a table">
          <table className="wide">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">How good</th>
                <th scope="col" className="number">
                  Energy, −2 to 2
                </th>
                <th scope="col" className="number">
                  Level, 0 to 7
                </th>
                <th scope="col" className="number">
                  Weeks
                </th>
                <th scope="col" className="number">
                  Hours
                </th>
              </tr>
            </thead>
            <tbody>
              {things.map((thing) => (
                <tr key={`${thing.kind} ${thing.key}`}>
                  <th scope="row">
                    <bdi>{thing.name}</bdi>
                  </th>
                  <td data-name="How good">{ABILITY_WORDS[thing.abilityPlace]}</td>
                  <td data-name="Energy" className="number">
                    {signed(thing.energy)}
                  </td>
                  <td data-name="Level" className="number">
                    {thing.level === undefined
                      ? "–"
                      : `${thing.level.mean.toFixed(1)} (typical ${thing.level.typical.toFixed(1)})`}
                  </td>
                  <td data-name="Weeks" className="number">
                    {thing.weeks}
                  </td>
                  <td data-name="Hours" className="number">
                    {Math.round(thing.hours * 10) / 10}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

function signed(energy: number): string {
  const text = Math.abs(energy).toFixed(1);
  if (text === "0.0") return "0.0";
  return energy > 0 ? `+${text}` : `−${text}`;
}
