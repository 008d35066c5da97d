// What can be wrong with the input of an operation: the shape that every face passes on.

export interface InputIssue {
  /** Where, "limits.hours"; empty for the input as a whole. */
  readonly path: string;
  /** What is asked, "must be a number". */
  readonly message: string;
}

export interface InputProblem {
  readonly code: "input/invalid";
  readonly issues: readonly InputIssue[];
}
