// What a bench says: one figure, its unit, the bar it is held to, and its ratio to a baseline of the
// same run, which is what can be compared between machines.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How good it must be, on a quiet two-core machine: at most (the default) or at least. */
  readonly bar?: number;
  readonly atLeast?: boolean;
  /** The same run's baseline, in the same unit, and what it is. */
  readonly baseline?: number;
  readonly baselineName?: string;
  /** How many times the baseline; made from the two where it is not given. */
  readonly ratio?: number;
  /** Why there is no figure: "the O*NET release is not here". */
  readonly skipped?: string;
}

/** Returns whether the figure is as good as its bar, or undefined where there is nothing to hold it to. */
export function meetsBar(figure: Figure): boolean | undefined {
  if (figure.bar === undefined || figure.skipped !== undefined) return undefined;
  return figure.atLeast ? figure.value >= figure.bar : figure.value <= figure.bar;
}

/** Returns how many times its baseline a figure is, or undefined without one. */
export function ratioOf(figure: Figure): number | undefined {
  if (figure.ratio !== undefined) return figure.ratio;
  if (figure.baseline === undefined || figure.baseline === 0) return undefined;
  return figure.value / figure.baseline;
}

/** Returns the middle value, the mean of the two middle ones for an even number; NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Multiply-adds in the kernel baseline: some 50 ms on the machine this was written on. */
const BASELINE_STEPS = 50_000_000;

/** Returns the milliseconds of a fixed multiply-add loop: the baseline for kernels. */
export function kernelBaseline(): number {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    let sum = 1;
    for (let step = 0; step < BASELINE_STEPS; step++) sum = sum * 0.999_999 + step * 1e-9;
    times.push(performance.now() - started);
    // The sum is used, so that no compiler leaves the loop out.
    if (!Number.isFinite(sum)) throw new RangeError("Cannot measure: the loop overflowed");
  }
  return medianOf(times);
}
