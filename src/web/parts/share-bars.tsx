// How answers are spread: one bar for each answer with its words and its share, so that the picture is
// its own table; the same as a table for who reads by ear.

import "./picture.css";
import { useMeasuredWidth } from "./measured-width.ts";

const BAR = 14;
const ROW = 26;
/** Narrower than this the words stand above their bars. */
const NARROW = 480;
const TALL_ROW = 42;
/** Of the words' column, and of the figure behind the bar. */
const WORDS = 240;
const FIGURE = 80;
const WIDEST = 640;

interface ShareBarsProps {
  readonly name: string;
  readonly shares: readonly { readonly label: string; readonly share: number }[];
}

export function ShareBars({ name, shares }: ShareBarsProps) {
  const { ref, width: place } = useMeasuredWidth();
  const width = Math.min(place, WIDEST);
  const isNarrow = width < NARROW;
  const row = isNarrow ? TALL_ROW : ROW;
  const left = isNarrow ? 0 : WORDS;
  const most = Math.max(...shares.map(({ share }) => share));
  const long = (share: number) => Math.max(2, (share / most) * (width - left - FIGURE));
  return (
    <div className="picture" ref={ref}>
      <svg viewBox={`0 0 ${width} ${row * shares.length}`} width={width} aria-hidden="true">
        {shares.map(({ label, share }, at) => {
          const top = at * row + (isNarrow ? row - BAR - 6 : (row - BAR) / 2);
          const base = top + BAR - 2;
          return (
            <g key={label}>
              <text x={0} y={isNarrow ? top - 6 : base}>
                {label}
              </text>
              <rect className="share" x={left} y={top} width={long(share)} height={BAR} />
              <text x={left + long(share) + 8} y={base}>
                {inHundred(share)}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="visually-hidden">
        <table>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ label, share }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{inHundred(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function inHundred(share: number): string {
  return `${Math.round(share * 100)} in 100`;
}
