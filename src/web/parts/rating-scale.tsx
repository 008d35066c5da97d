// One thing to rate: the levels 0 to 7 as a list to choose from, with what somebody there can do.

import type { ValueOf } from "../../http/client.ts";

type Rateable = ValueOf<"show-rating-scale">["elements"][number];

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

interface RatingScaleProps {
  readonly element: Rateable;
  readonly level: number | undefined;
  onChoose(level: number): void;
}

export function RatingScale({ element, level, onChoose }: RatingScaleProps) {
  const anchors = new Map(element.anchors.map((anchor) => [anchor.level, anchor.text]));
  return (
    <fieldset className="rating-scale">
      <legend>
        What comes nearest to you?
        {element.catalogueName.toLowerCase() !== element.name.toLowerCase() && (
          <span className="quiet"> ({element.catalogueName})</span>
        )}
      </legend>
      {LEVELS.map((value) => {
        const anchor = anchors.get(value);
        return (
          <label key={value} data-anchor={anchor === undefined ? undefined : true}>
            <input
              type="radio"
              name={element.id}
              value={value}
              checked={level !== undefined && Math.round(level) === value}
              onChange={() => onChoose(value)}
            />
            <span className="figures">{value}</span>
            <span>{anchor ?? <span className="quiet">{betweenInWords(value)}</span>}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

function betweenInWords(level: number): string {
  if (level === 0) return "nothing of it yet";
  if (level === 1) return "a little";
  return level === 7 ? "beyond that; hardly anybody is further" : "between the two";
}
