// From one work to the fields that it opens: one line each, dashed since nothing of it is done, to a hollow
// mark with the field's name and how many careers of it are open.

import "./picture.css";
import { counted } from "../in-words.ts";
import { widthOf } from "../time-scale.ts";
import { useMeasuredWidth } from "./measured-width.ts";

const TEXT = 13;
const EDGE = 12;
const ROW = 46;
/** Of the width, how far the lines go before the names begin. */
const LINE_SHARE = 0.3;
const LONGEST_LINE = 220;

interface FieldPictureProps {
  readonly fields: readonly {
    readonly name: string;
    /** Best first; never empty. */
    readonly careers: readonly { readonly name: string }[];
  }[];
  readonly from: string;
}

/** Draws the fields from the top down in the order given. */
export function FieldPicture({ fields, from }: FieldPictureProps) {
  const { ref, width } = useMeasuredWidth();
  const height = fields.length * ROW;
  const start = height / 2;
  const end = Math.min(LONGEST_LINE, width * LINE_SHARE);
  const most = Math.max(...fields.map(({ careers }) => careers.length));
  const room = Math.floor((width - end - 16) / (widthOf("n", TEXT) || 1));
  return (
    <div ref={ref} className="picture">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={`${from}, to ${fields.map(({ name, careers }) => `${name}: ${counted(careers.length, "career")}`).join("; ")}`}
      >
        {fields.map(({ name, careers }, i) => {
          const y = ROW * (i + 0.5);
          const bend = EDGE + (end - EDGE) / 2;
          return (
            <g key={name}>
              <path
                className="planned"
                d={`M${EDGE} ${start} C${bend} ${start} ${bend} ${y} ${end} ${y}`}
              />
              <circle
                className="want"
                cx={end}
                cy={y}
                r={4 + 5 * Math.sqrt(careers.length / most)}
              />
              <text x={end + 18} y={y - 2} className="field-name">
                {cut(name, room)}
              </text>
              <text x={end + 18} y={y + 15} className="quiet-text">
                {withFirst(careers, room)}
              </text>
            </g>
          );
        })}
        <circle className="is" cx={EDGE} cy={start} r="8" />
      </svg>
    </div>
  );
}

/** How many there are and, where there is room, which is the first. */
function withFirst(careers: readonly { readonly name: string }[], most: number): string {
  const count = counted(careers.length, "career");
  const text =
    careers.length === 1
      ? `${count}: ${careers[0]?.name}`
      : `${count}, the first ${careers[0]?.name}`;
  return text.length <= most ? text : count;
}

function cut(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, Math.max(1, most - 1))}…`;
}
