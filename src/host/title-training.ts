// Learning titles, once however many wait for it: who asks while it is under way joins it and hears the
// same. What is learnt, and where, is others' work.

import type {
  TrainingOutcome,
  TrainingState,
  WorkCall,
} from "../operations/catalogues/catalogue-work.ts";
import type { Progress } from "../operations/progress.ts";

export interface TitleTrainingOptions {
  /** Does the work and keeps its result. */
  readonly learn: (signal: AbortSignal, progress: Progress) => Promise<"trained" | "stopped">;
  /** Whether there is anything to learn, and whether it was. */
  readonly need: () => Promise<"not-needed" | "untrained" | "trained">;
  /** Whether it goes on when who asked for it goes away. */
  readonly outlivesCalls: boolean;
  /** Aborts when the program ends. */
  readonly closing: AbortSignal;
}

export interface TitleTraining {
  train(call: WorkCall): Promise<TrainingOutcome>;
  state(): Promise<TrainingState>;
  /** Returns whether any was under way. */
  stop(): boolean;
  /** Resolves when none is under way any more. */
  ended(): Promise<void>;
}

interface Running {
  readonly stop: () => void;
  readonly outcome: Promise<TrainingOutcome>;
  readonly listeners: Set<Progress>;
  readonly startedAt: number;
  label: string;
  share: number;
}

/** Time left is guessed from here on; before, it would jump about. */
const LEAST_SHARE_FOR_GUESS = 0.02;

/** Returns the training of one shelf; nothing runs yet. */
export function makeTitleTraining(options: TitleTrainingOptions): TitleTraining {
  let running: Running | undefined;
  /** All that was begun, what was stopped and still winds up included. */
  let begun: Promise<unknown> = Promise.resolve();

  function start(): Running {
    const stopping = new AbortController();
    const signal = AbortSignal.any([stopping.signal, options.closing]);
    const started: Running = {
      stop: () => stopping.abort(),
      listeners: new Set(),
      startedAt: performance.now(),
      label: "Learning titles",
      share: 0,
      outcome: options
        .learn(signal, (label, share) => {
          started.label = label;
          started.share = share ?? started.share;
          for (const listener of started.listeners) listener(started.label, started.share);
        })
        .finally(() => {
          if (running === started) running = undefined;
        }),
    };
    begun = Promise.allSettled([begun, started.outcome]);
    return started;
  }

  return {
    async train({ signal, progress }) {
      if (running === undefined) {
        const need = await options.need();
        if (need !== "untrained") return need;
        if (signal.aborted) return "stopped";
        running ??= start();
      }
      const joined = running;
      joined.listeners.add(progress);
      progress(joined.label, joined.share);
      let leave = () => {};
      const left = new Promise<"stopped">((resolve) => {
        leave = () => (options.outlivesCalls ? resolve("stopped") : joined.stop());
        signal.addEventListener("abort", leave);
      });
      try {
        return await Promise.race([joined.outcome, left]);
      } finally {
        signal.removeEventListener("abort", leave);
        joined.listeners.delete(progress);
      }
    },
    async state() {
      if (running === undefined) return { state: await options.need() };
      const { label, share, startedAt } = running;
      const seconds = (performance.now() - startedAt) / 1000;
      const secondsLeft =
        share < LEAST_SHARE_FOR_GUESS ? undefined : Math.round((seconds / share) * (1 - share));
      return { state: "training", label, share, secondsLeft };
    },
    stop() {
      const stopped = running;
      // Whoever asks from now on begins anew, and does not join what is about to end.
      running = undefined;
      stopped?.stop();
      return stopped !== undefined;
    },
    async ended() {
      await begun; // Whoever waited for it has heard.
    },
  };
}
