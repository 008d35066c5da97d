// Long work on catalogues as operations see it: adding one, and learning titles from what is there. How
// it is done beside everything else (a worker thread) is host/'s.

import type { Result } from "../../domain/result.ts";
import type { OpeningProblem } from "../../sources/opened-source.ts";
import type { SourceProblem } from "../../sources/source-problem.ts";
import type { CatalogueKind } from "../../storage/catalogue-shelf.ts";
import type { Progress } from "../progress.ts";

export type CatalogueProblem =
  | OpeningProblem
  /** It could be opened, but the reader found no occupation, or no code, in it. */
  | {
      readonly code: "catalogue/empty";
      readonly kind: CatalogueKind;
      readonly problems: readonly SourceProblem[];
    }
  | { readonly code: "catalogue/cancelled"; readonly kind: CatalogueKind }
  | { readonly code: "catalogue/busy" }
  | { readonly code: "catalogue/unknown-upload"; readonly id: string };

export interface AddRequest {
  readonly kind: CatalogueKind;
  /** A path, an address, or "upload:ID". */
  readonly location: string;
}

export interface AddedCatalogue {
  /** Whether it took the place of what was there. */
  readonly replaced: boolean;
  /** Tables from before that it completes, by their names in a sentence; empty where it stands alone. */
  readonly kept: readonly string[];
  /** What in it could not be used, in the order found; what it lacks stands on the shelf. */
  readonly leftOut: readonly SourceProblem[];
}

/** The caller: told how far it is; going away ends what belongs to them. */
export interface WorkCall {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What is known of learning titles at this moment. */
export type TrainingState =
  /** Nothing was added: the starter's titles are matched by their words. */
  | { readonly state: "not-needed" }
  /** Titles are matched by their words until they are learnt. */
  | { readonly state: "untrained" }
  | {
      readonly state: "training";
      readonly label: string;
      /** 0–1. */
      readonly share: number;
      /** Undefined in the first moments. */
      readonly secondsLeft: number | undefined;
    }
  | { readonly state: "trained" };

export type TrainingOutcome = "trained" | "stopped" | "not-needed";

export interface CatalogueWork {
  /** Reads a release and puts it on the shelf: all of it or, with a problem or an aborted signal, nothing. */
  add(request: AddRequest, call: WorkCall): Promise<Result<AddedCatalogue, CatalogueProblem>>;
  trainingState(): Promise<TrainingState>;
  /**
   * Learns titles from what is on the shelf, or joins those who wait for the same. In a server it goes on
   * when the caller goes away, who then hears "stopped" no more.
   */
  train(call: WorkCall): Promise<TrainingOutcome>;
  /** Stops the learning that is under way; returns whether there was any. */
  stopTraining(): boolean;
}
