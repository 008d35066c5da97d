// A gap: one thing that stands between the person and the goal, with its size and its evidence. The
// shape only; find-gaps.ts computes them.

import type { ThreePoint } from "../money.ts";
import type { ActionKind } from "../schedule/action-kind.ts";

export const GAP_KINDS = [
  "licence",
  "education",
  "experience",
  "skill",
  "pay",
  "network",
  "headroom",
  "direction",
  "find out",
  "compass",
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** One line of a gap's arithmetic: what, how much, and where the figure comes from. */
export interface GapPart {
  readonly label: string;
  readonly value: number;
  readonly unit: "level" | "share" | "months" | "hours" | "money" | "count";
  readonly source: string;
}

/** What is done about a gap that the person's own answer gave. */
export interface GapToDo {
  readonly kind: ActionKind;
  readonly title: string;
  /** How one sees that it is done. */
  readonly doneWhen: string;
  readonly whoHelps: string;
  /** What to ask; none when left out. */
  readonly questions?: readonly string[] | undefined;
  readonly hours: ThreePoint;
}

export interface Gap {
  /** Stable within one catalogue: kind and what it is about, "skill:2.A.1.a", "licence:29-1141.00". */
  readonly id: string;
  readonly kind: GapKind;
  /** A short noun phrase: "Nursing licence (RN)". */
  readonly title: string;
  /** One or two plain sentences: what is asked, what the record shows. */
  readonly explanation: string;
  /** 0–1, how much of the goal's demand it leaves open within its kind; larger first. */
  readonly size: number;
  /** True when no route reaches the goal without closing it (a licence, a legal minimum). */
  readonly mustClose: boolean;
  /** True when the record cannot show it and the person should check: said as a question. */
  readonly unknown: boolean;
  readonly parts: readonly GapPart[];
  /** Of a gap that an answer of the interview gave; what closes any other is the plan's to say. */
  readonly toDo?: GapToDo | undefined;
}
