// Many texts in one array of UTF-16 units: a hundred thousand labels cost a few megabytes and are there as
// soon as their bytes are. A text becomes a string when somebody asks for it.

export interface PackedTexts {
  readonly units: Uint16Array;
  /** Where each text ends; it starts where the one before ends. */
  readonly ends: Int32Array;
}

/** Returns the texts, packed. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Int32Array(texts.length);
  let length = 0;
  for (const [i, text] of texts.entries()) {
    length += text.length;
    ends[i] = length;
  }
  const units = new Uint16Array(length);
  let at = 0;
  for (const text of texts) for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
  return { units, ends };
}

/** Returns one text; empty where there is none of that number. */
export function textAt({ units, ends }: PackedTexts, number: number): string {
  const end = ends[number] ?? 0;
  let text = "";
  for (let at = number > 0 ? (ends[number - 1] ?? end) : 0; at < end; at++) {
    text += String.fromCharCode(units[at] as number);
  }
  return text;
}

/** Returns whether each text ends at or after the one before, and the last where the units do. */
export function isWellPacked({ units, ends }: PackedTexts): boolean {
  let last = 0;
  for (let i = 0; i < ends.length; i++) {
    if ((ends[i] as number) < last) return false;
    last = ends[i] as number;
  }
  return last === units.length;
}
