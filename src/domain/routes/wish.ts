// What a person may wish of a route, and the answer: the best there is in that regard, and why.

import type { LimitKind } from "./impossible-goal.ts";

export const WISH_KINDS = ["months", "money", "chance", "pay", "schooling", "moves"] as const;
export type WishKind = (typeof WISH_KINDS)[number];

/** What a person may wish of a route; what is left out is not wished for. */
export interface Wishes {
  readonly underMonths?: number | undefined;
  /** In the catalogue's currency. */
  readonly underFees?: number | undefined;
  /** 0–1. */
  readonly chanceAbove?: number | undefined;
  readonly noPayCut?: boolean | undefined;
  readonly noSchooling?: boolean | undefined;
  readonly oneMove?: boolean | undefined;
}

/** The best that any route does in one regard, and why it is no better. */
export interface WishAnswer {
  readonly wish: WishKind;
  /** The bound that was wished for; undefined for a yes or no, and where nothing was asked. */
  readonly asked: number | undefined;
  /** Whether a route within the limits does it. */
  readonly met: boolean;
  /**
   * The best of all routes: fewest months, least fees, highest chance, least yearly pay lost on the way,
   * fewest hours of schooling, fewest moves.
   */
  readonly best: number;
  readonly routeId: string;
  readonly routeName: string;
  /** What makes the best what it is, largest first; for a chance, how likely each cause is. */
  readonly parts: readonly { readonly title: string; readonly amount: number }[];
  readonly text: string;
  /** What changing a single limit would make of the best; largest change first. */
  readonly changes: readonly WishChange[];
}

export interface WishChange {
  readonly limit: LimitKind;
  readonly best: number;
  readonly text: string;
}
