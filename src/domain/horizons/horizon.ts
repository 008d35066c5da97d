// The three horizons, and the person's word on which one something belongs to. The rule that says it
// until then is horizon-rules.ts.

/** Job: now and this week. Work: some years and positions. Career: all of it, decades. */
export const HORIZONS = ["job", "work", "career"] as const;
export type Horizon = (typeof HORIZONS)[number];

/** The person's word on what something belongs to; it goes before every rule. */
export interface HorizonWord {
  /** What it is about: "position:…", "decision:…", "action:credential:cna". */
  readonly subject: string;
  /** One or more, in the order of HORIZONS. */
  readonly horizons: readonly Horizon[];
}
