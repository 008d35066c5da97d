// Work that is done when it is first needed, and then kept.

/** Gives what the work gave; `begun` gives it only where somebody has asked before. */
export interface Once<Value> {
  (): Promise<Value>;
  begun(): Promise<Value> | undefined;
}

/** Returns a function that does the work at its first call, and again only after it has failed. */
export function once<Value>(work: () => Promise<Value>): Once<Value> {
  let value: Promise<Value> | undefined;
  const ask = () => {
    value ??= work().catch((error) => {
      value = undefined; // The next call tries again: the disk may be back.
      throw error;
    });
    return value;
  };
  return Object.assign(ask, { begun: () => value });
}
