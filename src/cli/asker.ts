// How a conversation is held in a terminal, as the interview sees it. clack-asker.ts is the real one; tests have
// one that answers from a list.

/** Somebody who can be asked. Each answer is undefined where the person would rather stop. */
export interface Asker {
  /** Says something that needs no answer. */
  readonly say: (text: string) => void;
  readonly choose: (
    question: string,
    options: readonly { readonly id: string; readonly label: string }[],
    first: string | undefined,
  ) => Promise<string | undefined>;
  /** Empty for nothing; `check` says what is wrong with a text, undefined where nothing is. */
  readonly write: (
    question: string,
    before: string,
    check: (text: string) => string | undefined,
  ) => Promise<string | undefined>;
}
