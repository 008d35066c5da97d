// A catalogue's country as it stands in a sentence.

const NAMES: Readonly<Record<string, string>> = { US: "the United States", EU: "Europe" };

/** Returns the country as it stands after "in": "the United States"; a code that is not known as it is. */
export function placeInWords(place: string): string {
  return NAMES[place] ?? place;
}
