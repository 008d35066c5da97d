// What can be wrong in a source's files: a code, where it is, and what stood there. A bad row is left
// out and reported; the rows around it are kept.

export type SourceProblem =
  | { readonly code: "source/missing-file"; readonly file: string }
  | { readonly code: "source/unreadable-file"; readonly file: string; readonly reason: string }
  | { readonly code: "source/missing-column"; readonly file: string; readonly column: string }
  | {
      readonly code: "source/bad-value" | "source/unknown-id" | "source/duplicate";
      readonly file: string;
      /** 1 is the header. */
      readonly line: number;
      readonly column: string;
      readonly value: string;
    };
