// From what a person writes for an element (its id, its name, its plain phrase) to its place in the
// catalogue.

import { elementPhrase } from "../../domain/moves/element-phrases.ts";
import type { Catalogue } from "../../domain/occupations/catalogue.ts";

/** Returns the index of the element, or −1. Case does not matter. */
export function findElement(catalogue: Catalogue, text: string): number {
  const wanted = text.trim().toLowerCase();
  return catalogue.elements.findIndex((element) =>
    [element.id, element.name, elementPhrase(element)].some((one) => one.toLowerCase() === wanted),
  );
}
