// A sitting: the assessment as it was answered once, from the first answer until it is finished, with what
// was wanted and what was thought about it. Kept for good, so that one can look back. Pure changes to it;
// scoring is score-assessment.ts's.

import type { CalendarDate } from "../calendar-date.ts";
import { DIMENSIONS, type Dimension } from "./dimension.ts";
import { askedItems, ITEMS, type Item } from "./items.ts";
import type { ItemAnswer } from "./score-assessment.ts";

/** How the person would like a dimension to be. */
export interface Want {
  readonly dimension: Dimension;
  /** 1 to 5, between anchors too. */
  readonly value: number;
}

/** What the person wrote on a dimension's reflection, as said. */
export interface Reflection {
  readonly dimension: Dimension;
  readonly text: string;
}

export interface Sitting {
  readonly id: string;
  readonly started: CalendarDate;
  /** Undefined while it is paused or under way. */
  readonly finished?: CalendarDate;
  /** Each item at most once, in the version that was asked. */
  readonly answers: readonly ItemAnswer[];
  /** Each dimension at most once, in the order of DIMENSIONS; so are reflections. */
  readonly wants: readonly Want[];
  readonly reflections: readonly Reflection[];
}

/** Returns a sitting with nothing answered yet. */
export function newSitting(id: string, started: CalendarDate): Sitting {
  return { id, started, answers: [], wants: [], reflections: [] };
}

/** Returns the sitting with an item answered in its present version; null takes the answer back. */
export function withItemAnswer(sitting: Sitting, item: Item, value: number | null): Sitting {
  const others = sitting.answers.filter(({ itemId }) => itemId !== item.id);
  const answer = { itemId: item.id, itemVersion: item.version };
  return { ...sitting, answers: value === null ? others : [...others, { ...answer, value }] };
}

/** Returns the sitting with what is wanted of a dimension; null takes it back. */
export function withWant(sitting: Sitting, dimension: Dimension, value: number | null): Sitting {
  const others = sitting.wants.filter((want) => want.dimension !== dimension);
  const wants = value === null ? others : [...others, { dimension, value }];
  return { ...sitting, wants: inOrder(wants) };
}

/** Returns the sitting with the person's words on a dimension; an empty text takes them back. */
export function withReflection(sitting: Sitting, dimension: Dimension, text: string): Sitting {
  const others = sitting.reflections.filter((one) => one.dimension !== dimension);
  const reflections = text.trim() === "" ? others : [...others, { dimension, text }];
  return { ...sitting, reflections: inOrder(reflections) };
}

function inOrder<T extends { readonly dimension: Dimension }>(list: readonly T[]): readonly T[] {
  const placeOf = ({ dimension }: T): number => DIMENSIONS.indexOf(dimension);
  return [...list].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Returns whether nothing was said in it at all. */
export function isUntouched({ answers, wants, reflections }: Sitting): boolean {
  return answers.length + wants.length + reflections.length === 0;
}

/**
 * Returns the items that are asked now and have no answer in the sitting, in the order of ITEMS. While it is
 * open an item that has changed since is asked again, since its old answer stands beside other words; until
 * then the old answer counts. One that is finished is asked nothing any more.
 */
export function unansweredItems(
  sitting: Sitting | undefined,
  items: readonly Item[] = ITEMS,
): readonly Item[] {
  const isFinished = sitting?.finished !== undefined;
  return askedItems(items).filter(
    ({ id, version }) =>
      sitting?.answers.some(
        ({ itemId, itemVersion }) => itemId === id && (isFinished || itemVersion === version),
      ) !== true,
  );
}
