// What the dates of an action hang on: the shape only; what-binds.ts finds it.

export const BEGIN_BOUNDS = ["now", "after", "day", "hours", "term", "money"] as const;
export const END_BOUNDS = ["hours", "shared", "months", "search", "classes", "moment"] as const;

/** What holds a date where it is, and the actions that do. */
export interface Bound<Kind> {
  readonly kind: Kind;
  /** Ids of the actions that it waits for, or that have the hours; else empty. */
  readonly actionIds: readonly string[];
}

export interface Bounds {
  /**
   * - now: nothing stands before it
   * - after: something must be done and waited for first
   * - day: a day or an answer that was noted must come first
   * - hours: others have the hours until then
   * - term: it begins on days of the year only
   * - money: enough must be put by for it
   */
  readonly begins: Bound<(typeof BEGIN_BOUNDS)[number]> & {
    /** Days that are waited after what is done first; 0 where nothing is. */
    readonly waitDays: number;
  };
  /**
   * - hours: it has all the hours that there are
   * - shared: others have some of them
   * - months: it lasts so many months at least
   * - search: until the search succeeds
   * - classes: with its last class
   * - moment: it takes no time
   */
  readonly ends: Bound<(typeof END_BOUNDS)[number]>;
  /** Both in one sentence. */
  readonly sentence: string;
}
