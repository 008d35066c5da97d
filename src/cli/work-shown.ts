// Long work in a terminal: a bar on the error stream where somebody watches it, plain lines where not,
// nothing where only the answer is wanted; and Ctrl+C, which stops the work and not the program, so that
// it can say what the state is. The second Ctrl+C ends the program.
// (The progress bar of the usual prompt library ends the process at Ctrl+C by itself, with no way to
// hear of it first.)

import type { Progress } from "../operations/progress.ts";

export interface WorkShown {
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Clears the bar and lets Ctrl+C be what it was. */
  end(): void;
}

export interface WorkOutput {
  readonly write: (text: string) => void;
  /** "bar" where it is a terminal, "lines" where it is a file or a pipe, "nothing" with --json. */
  readonly style: "bar" | "lines" | "nothing";
  readonly columns: number;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
  /** Calls back at Ctrl+C; returns how to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

const BAR_WIDTH = 28;
/** A line at most every so many tenths of the work, so that a log stays short. */
const LINE_STEP = 0.25;
/** Time left is guessed from here on. */
const LEAST_SHARE_FOR_GUESS = 0.05;
/** And after this long; shorter work needs no guess. */
const LEAST_MS_FOR_GUESS = 3000;
/** The bar is drawn anew at most this often. */
const REDRAW_MS = 80;

/** Begins to show work; end() must follow. */
export function showWork(output: WorkOutput): WorkShown {
  const controller = new AbortController();
  const stopListening = output.onInterrupt(() => {
    stopListening();
    controller.abort();
  });
  let label = "";
  /** When this stretch of work began, and at which share; a share that falls begins another. */
  let began = output.clock();
  let first = 0;
  let last = 0;
  let lastDrawn = Number.NEGATIVE_INFINITY;
  let lastStep = -1;
  const clear = () => {
    if (output.style === "bar" && label !== "") output.write("\r\u001b[K");
  };
  return {
    signal: controller.signal,
    progress(now, share) {
      if (output.style === "nothing" || controller.signal.aborted) return;
      const isNew = now !== label;
      if (isNew) [label, lastStep] = [now, -1];
      if (share !== undefined && share < last) [began, first] = [output.clock(), share];
      last = share ?? last;
      const left = timeLeft(last, first, output.clock() - began);
      if (output.style === "bar") {
        if (!isNew && output.clock() - lastDrawn < REDRAW_MS) return;
        lastDrawn = output.clock();
        const line = [share === undefined ? "" : bar(share), label, left].filter((part) => part);
        output.write(`\r\u001b[K${line.join("  ").slice(0, output.columns - 1)}`);
        return;
      }
      const step = share === undefined ? 0 : Math.floor(share / LINE_STEP);
      if (!isNew && step <= lastStep) return;
      lastStep = step;
      const percent = share === undefined ? "" : ` ${Math.round(share * 100)} %`;
      output.write(`${label}${percent}${left === "" ? "" : `, ${left}`}\n`);
    },
    end() {
      stopListening();
      clear();
    },
  };
}

function bar(share: number): string {
  const full = Math.round(Math.max(0, Math.min(1, share)) * BAR_WIDTH);
  const percent = `${Math.round(share * 100)} %`.padStart(5);
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)} ${percent}`;
}

function timeLeft(share: number, first: number, elapsed: number): string {
  const done = share - first;
  if (done < LEAST_SHARE_FOR_GUESS || elapsed < LEAST_MS_FOR_GUESS) return "";
  const seconds = (elapsed / done) * (1 - share) * 0.001;
  if (seconds < 10) return "a few seconds left";
  return seconds < 90
    ? `about ${Math.round(seconds / 10) * 10} seconds left`
    : `about ${Math.round(seconds / 60)} minutes left`;
}
