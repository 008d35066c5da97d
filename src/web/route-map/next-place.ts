// From place to place by the arrow keys: which one is next in a direction. No component.

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The step of each arrow key. */
export const STEPS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** What lies aside of the way one goes weighs so much more than what lies ahead. */
const ASIDE = 3;

/** Returns the nearest place in the direction; undefined where there is none. */
export function nextPlace<Place extends Box>(
  places: readonly Place[],
  from: Place,
  step: Point,
): Place | undefined {
  const middle = (one: Place): Point => ({
    x: one.x + one.width / 2,
    y: one.y + one.height / 2,
  });
  const here = middle(from);
  let best: { place: Place; distance: number } | undefined;
  for (const place of places) {
    const there = middle(place);
    const ahead = (there.x - here.x) * step.x + (there.y - here.y) * step.y;
    const aside = Math.abs((there.x - here.x) * step.y) + Math.abs((there.y - here.y) * step.x);
    if (ahead <= 1) continue;
    const distance = ahead + ASIDE * aside;
    if (best === undefined || distance < best.distance) best = { place, distance };
  }
  return best?.place;
}
