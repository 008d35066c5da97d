// How one would like a dimension to be: a slider over its five anchors, in halves. Until it is moved it says
// nothing, and can be brought back to that.

import { Button } from "@mantine/core";
import { useId } from "react";
import type { ValueOf } from "../../http/client.ts";

type Shown = ValueOf<"show-assessment">["dimensions"][number];

const LEAST = 1;
const MIDDLE = 3;
const MOST = 5;
const STEP = 0.5;

interface WantSliderProps {
  readonly dimension: Pick<Shown, "jobLike" | "careerLike" | "wantAnchors">;
  readonly want: number | undefined;
  /** Null takes it back. */
  onChoose(value: number | null): void;
}

export function WantSlider({ dimension, want, onChoose }: WantSliderProps) {
  const id = useId();
  const { jobLike, careerLike, wantAnchors } = dimension;
  const words = want === undefined ? "Not said yet" : anchorInWords(wantAnchors, want);
  const sayMiddle = () => {
    if (want === undefined) onChoose(MIDDLE);
  };
  return (
    <div className="want-slider">
      <label htmlFor={id}>And how would you like it?</label>
      <input
        id={id}
        type="range"
        min={LEAST}
        max={MOST}
        step={STEP}
        value={want ?? MIDDLE}
        data-unsaid={want === undefined ? true : undefined}
        aria-valuetext={words}
        aria-describedby={`${id}-words`}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
        onClick={sayMiddle}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === " ") sayMiddle();
        }}
      />
      <div className="want-ends quiet small" aria-hidden="true">
        <span>{jobLike}</span>
        <span>{careerLike}</span>
      </div>
      <p id={`${id}-words`}>
        {want === undefined ? (
          <span className="quiet">
            Not said yet. Move it; a press on it, or Enter, says the middle.
          </span>
        ) : (
          <strong>{words}</strong>
        )}
        {want !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChoose(null)}>
            Take it back
          </Button>
        )}
      </p>
    </div>
  );
}

function anchorInWords(anchors: readonly string[], value: number): string {
  const [below = "", above = ""] = [anchors[Math.floor(value) - 1], anchors[Math.ceil(value) - 1]];
  return below === above ? below : `Between “${below}” and “${above}”`;
}
