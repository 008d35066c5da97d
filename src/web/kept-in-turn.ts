// Keeps what is said on a page as it is said, one thing after the other. What could not be kept stays told,
// whatever is kept after it, until it is said again or tried again.

import { useRef, useState } from "react";
import { useChanges } from "./ask.ts";

/** Something said that is not kept yet. */
interface Unkept {
  readonly error: Error;
  readonly work: () => Promise<unknown>;
}

export interface KeptInTurn {
  /** Keeps one thing; saying the same thing anew takes its place. `after` runs once nothing is left unkept. */
  keep(what: string, work: () => Promise<unknown>, after?: () => void): void;
  /** Tries to keep again whatever is not kept. */
  keepAgain(): void;
  /** The newest of what went wrong; null where all is kept. */
  readonly error: Error | null;
  /** Whether something is being kept just now. */
  readonly isPending: boolean;
}

/** Gives the way to keep one thing after the other, so that the last one said is the one that stays. */
export function useKeptInTurn(): KeptInTurn {
  const changes = useChanges();
  const queue = useRef(Promise.resolve());
  const unkept = useRef<ReadonlyMap<string, Unkept>>(new Map());
  const [error, setError] = useState<Error | null>(null);
  const tell = (what: string, failed: Unkept | undefined): void => {
    const left = new Map(unkept.current);
    left.delete(what);
    if (failed !== undefined) left.set(what, failed);
    unkept.current = left;
    setError([...left.values()].at(-1)?.error ?? null);
  };
  const keep: KeptInTurn["keep"] = (what, work, after) =>
    changes.mutate(
      () => {
        const kept = queue.current.then(async () => {
          await work();
        });
        queue.current = kept.then(
          () => tell(what, undefined),
          (failure: Error) => tell(what, { error: failure, work }),
        );
        return kept;
      },
      {
        onSuccess: () => {
          if (unkept.current.size === 0) after?.();
        },
      },
    );
  const keepAgain = (): void => {
    for (const [what, { work }] of unkept.current) keep(what, work);
  };
  return { keep, keepAgain, error, isPending: changes.isPending };
}
