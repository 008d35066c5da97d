// What a person is believed to be able to do: for each rated element a distribution over levels, with
// the evidence it came from. The shape only; estimate-levels.ts computes it.

/** One piece of what the record shows, in the form that the estimate takes. */
export interface Evidence {
  /** Id of the position, education or credential. */
  readonly id: string;
  /** As shown: "Receptionist, Elm Street Surgery". */
  readonly label: string;
  readonly kind: "paid work" | "unpaid work" | "education" | "credential";
  /** Catalogue row of the occupation that it is evidence for. */
  readonly row: number;
  /** Months at 40 hours a week. */
  readonly fullTimeMonths: number;
  /** Years since it ended, 0 while it goes on. */
  readonly yearsSinceEnd: number;
  /**
   * Share of it that speaks for this occupation, 0–1; 1 when left out. A field of study that prepares
   * for several occupations speaks for each in part. Work ignores it.
   */
  readonly share?: number;
  /**
   * Months at 40 hours a week that study of this kind shows at least, whatever else was studied: a higher
   * degree rests on what a first one teaches. Its own months when left out.
   */
  readonly leastMonths?: number;
}

/** What the person says of their own level of an element, as far as it counts today. */
export interface CountedRating {
  /** Index of the element. */
  readonly element: number;
  readonly level: number;
  /** Exponent of its factor, above 0, at most 1: less when it is old, or one of many that are alike. */
  readonly weight: number;
}

/** How much of the change from the prior one piece of evidence explains. */
export interface Attribution {
  readonly evidenceId: string;
  readonly label: string;
  readonly kind: Evidence["kind"] | "self-rating";
  /** Levels that it moves the mean by; they sum to the whole change. Below 0 where it pulls down. */
  readonly levels: number;
  /** The same as a share of all pulls, up and down: without their signs these sum to 1. */
  readonly share: number;
}

export interface LevelEstimate {
  readonly elementId: string;
  readonly element: string;
  readonly mean: number;
  /** 10th and 90th percentile: the 80 % band. */
  readonly low: number;
  readonly high: number;
  /** Mean of what everyone starts from. */
  readonly prior: number;
  /** Strongest first; empty when nothing but the prior speaks. */
  readonly attribution: readonly Attribution[];
}

/** What one person is believed to be able to do. */
export interface LevelEstimates {
  /** Grid of levels, ascending, shared by all elements. */
  readonly grid: Float64Array;
  /** element × grid point, row-major; each row sums to 1. */
  readonly probabilities: Float64Array;
  /** Mean level of each element. */
  readonly means: Float64Array;
  readonly evidence: readonly Evidence[];
  /** At most one for each element. */
  readonly ratings: readonly CountedRating[];
  /**
   * One element's row of probabilities, where they are reckoned element by element as they are asked for;
   * probabilities and means then are as well. Left out where all are there.
   */
  readonly massesOf?: (element: number) => Float64Array;
}
