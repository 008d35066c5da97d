// Pay as a range: the middle as a line, nine in ten to one in ten as a band, from nothing on, so that
// lengths can be compared. An end that is not known is left open.

import "./picture.css";
import { widthOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const EDGE = 2;
const BAND_Y = 30;
const BAND = 18;
const HEIGHT = 76;
/** Room to the right of the highest figure, as a share of it. */
const ROOM = 1.12;
/** Widest that a range reads well. */
const WIDEST = 640;
const GAP = 8;

interface PayPictureProps {
  readonly low: number | undefined;
  readonly median: number | undefined;
  readonly high: number | undefined;
  money(amount: number): string;
}

export function PayPicture({ low, median, high, money }: PayPictureProps) {
  const { ref, width: place } = useMeasuredWidth();
  const width = Math.min(place, WIDEST);
  const most = Math.max(low ?? 0, median ?? 0, high ?? 0) * ROOM;
  const x = (amount: number) => EDGE + (amount / most) * (width - 2 * EDGE);
  const from = x(low ?? 0);
  const to = high === undefined ? width - EDGE : x(high);
  const name = [
    ...(low === undefined ? [] : [`nine in ten earn ${money(low)} or more`]),
    ...(median === undefined ? [] : [`half ${money(median)} or more`]),
    ...(high === undefined ? [] : [`one in ten ${money(high)} or more`]),
  ].join(", ");
  const ends = [
    ...(low === undefined ? [] : [{ amount: low, at: from }]),
    ...(high === undefined ? [] : [{ amount: high, at: to }]),
  ];
  return (
    <div className="picture" ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        role="img"
        aria-label={`Pay a year: ${name}`}
      >
        <path className="pay-scale" d={`M${x(0)} ${BAND_Y + BAND / 2} H${width - EDGE}`} />
        <rect
          className="pay-band"
          data-open={high === undefined || low === undefined || undefined}
          x={from}
          y={BAND_Y}
          width={Math.max(1, to - from)}
          height={BAND}
        />
        {median !== undefined && (
          <>
            <path className="pay-middle" d={`M${x(median)} ${BAND_Y - 5} V${BAND_Y + BAND + 5}`} />
            <text
              className="pay-median"
              x={inside(x(median), money(median), width)}
              y={BAND_Y - 12}
            >
              {money(median)}
            </text>
          </>
        )}
        {spread(ends, money, width).map(({ amount, left }) => (
          <text key={amount} x={left} y={BAND_Y + BAND + 22}>
            {money(amount)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Returns where a centred text begins so that it stays inside the picture. */
function inside(at: number, text: string, width: number): number {
  const long = widthOf(text, TEXT);
  return Math.max(0, Math.min(width - long, at - long / 2));
}

/** Returns the ends' texts, moved apart where they would touch. */
function spread(
  ends: readonly { readonly amount: number; readonly at: number }[],
  money: (amount: number) => string,
  width: number,
) {
  let free = 0;
  return ends.map(({ amount, at }) => {
    const left = Math.max(free, inside(at, money(amount), width));
    free = left + widthOf(money(amount), TEXT) + GAP;
    return { amount, left };
  });
}
