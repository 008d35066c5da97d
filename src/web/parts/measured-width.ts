// How wide a picture's place is: known before it is first painted, and again whenever it changes, so
// that no picture is ever shown scaled.

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Before the place is known, in pixels. */
const FIRST_WIDTH = 720;

/** Gives the width in whole pixels of the element that the ref is put on. */
export function useMeasuredWidth(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly width: number;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const measure = () => {
      const measured = Math.floor(place.getBoundingClientRect().width);
      if (measured > 0) setWidth(measured);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
