// Whether the page is shown on a phone, for what is folded there and stands open on a desk. The same width
// as in words.css, where a table begins to be read row by row.

const NARROW_SCREEN = "(max-width: 42rem)";

/** Returns whether the screen is narrow now; what it folds, the person opens, so that a turn of the phone changes nothing. */
export function isNarrowScreen(): boolean {
  return window.matchMedia(NARROW_SCREEN).matches;
}
