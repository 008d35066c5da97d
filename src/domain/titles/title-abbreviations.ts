// Abbreviations in titles: a short general list, and those that a catalogue's own labels teach
// ("Registered Nurse (RN)"). An abbreviation may have several meanings; none is thrown away here.

import { wordsOfTitle } from "./normalise-title.ts";

/** Meanings by abbreviation, both in the words that wordsOfTitle gives; likelier meanings first. */
export type Abbreviations = ReadonlyMap<string, readonly (readonly string[])[]>;

/** How many meanings of one abbreviation are tried. */
const MOST_MEANINGS = 3;

/** Common usage in American and British vacancies and payrolls; general English, from no list. */
const GENERAL_ABBREVIATIONS: readonly (readonly [string, ...string[]])[] = [
  ["sr", "senior"],
  ["snr", "senior"],
  ["jr", "junior"],
  ["jnr", "junior"],
  ["asst", "assistant"],
  ["assoc", "associate"],
  ["mgr", "manager"],
  ["mngr", "manager"],
  ["dir", "director"],
  ["vp", "vice president"],
  ["svp", "senior vice president"],
  ["supv", "supervisor"],
  ["spvr", "supervisor"],
  ["coord", "coordinator"],
  ["rep", "representative"],
  ["tech", "technician", "technology"],
  ["eng", "engineer"],
  ["engr", "engineer"],
  ["dev", "developer"],
  ["admin", "administrative", "administrator"],
  ["exec", "executive"],
  ["secy", "secretary"],
  ["acct", "account", "accountant"],
  ["ops", "operations"],
  ["mktg", "marketing"],
  ["mfg", "manufacturing"],
  ["maint", "maintenance"],
  ["mech", "mechanic"],
  ["elec", "electrical"],
  ["dept", "department"],
  ["govt", "government"],
  ["hr", "human resources"],
  ["hrbp", "human resources business partner"],
  ["it", "information technology"],
  ["pr", "public relations"],
  ["qa", "quality assurance"],
  ["qc", "quality control"],
  ["pm", "project manager", "product manager"],
  ["po", "product owner"],
  ["ba", "business analyst"],
  ["pa", "personal assistant", "physician assistant"],
  ["ea", "executive assistant"],
  ["swe", "software engineer"],
  ["sde", "software development engineer"],
  ["sre", "site reliability engineer"],
  ["dba", "database administrator"],
  ["sysadmin", "systems administrator"],
  ["netadmin", "network administrator"],
  ["ui", "user interface"],
  ["ux", "user experience"],
  ["noc", "network operations center"],
  ["soc", "security operations center"],
  ["rn", "registered nurse"],
  ["lpn", "licensed practical nurse"],
  ["lvn", "licensed vocational nurse"],
  ["np", "nurse practitioner"],
  ["cna", "certified nursing assistant"],
  ["hca", "health care assistant"],
  ["hha", "home health aide"],
  ["ma", "medical assistant"],
  ["cma", "certified medical assistant"],
  ["emt", "emergency medical technician"],
  ["ot", "occupational therapist"],
  ["pt", "physical therapist"],
  ["slp", "speech language pathologist"],
  ["pta", "physical therapist assistant", "parent teacher association"],
  ["pto", "parent teacher organization"],
  ["ptsa", "parent teacher student association"],
  ["gp", "general practitioner"],
  ["md", "medical doctor", "managing director"],
  ["dr", "doctor", "driver"],
  ["csr", "customer service representative"],
  ["cs", "customer service"],
  ["bdr", "business development representative"],
  ["sdr", "sales development representative"],
  ["ae", "account executive"],
  ["ceo", "chief executive officer"],
  ["cfo", "chief financial officer"],
  ["coo", "chief operating officer"],
  ["cto", "chief technology officer"],
  ["cio", "chief information officer"],
  ["cpa", "certified public accountant"],
  ["ta", "teaching assistant", "talent acquisition"],
  ["esl", "english second language"],
  ["sen", "special education needs"],
  ["hgv", "heavy truck"],
  ["lgv", "heavy truck"],
  ["cdl", "commercial truck"],
  ["hvac", "heating air conditioning"],
];

/** "Chief Executive Officer (CEO)" and "CEO (Chief Executive Officer)". */
const BRACKETED = /^\s*([^()]+?)\s*\(([^()]+)\)\s*$/;

function bracketedSidesOf(label: string): readonly [string, string] | undefined {
  if (!label.includes("(")) return undefined;
  const match = BRACKETED.exec(label);
  return match === null ? undefined : [match[1] as string, match[2] as string];
}

/**
 * Returns the texts under which a label is filed: itself and, where it teaches an abbreviation
 * ("Registered Nurse (RN)"), both sides. "Cashier (bank)" stays whole, since not every cashier is one.
 */
export function textsOfLabel(label: string): readonly string[] {
  const sides = taughtBy(label) === undefined ? undefined : bracketedSidesOf(label);
  return sides === undefined ? [label] : [label, ...sides];
}

function isInitialsOf(short: string, words: readonly string[]): boolean {
  return short.length === words.length && words.every((word, i) => word[0] === short[i]);
}

/** What differs between the two sides once the words they share at both ends are taken off. */
function differenceOf(
  one: readonly string[],
  other: readonly string[],
): readonly [readonly string[], readonly string[]] {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  ) {
    end++;
  }
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** Returns the abbreviation that a label teaches, or undefined: initials of at least two words. */
function taughtBy(label: string): readonly [string, readonly string[]] | undefined {
  const sides = bracketedSidesOf(label);
  if (sides === undefined) return undefined;
  const [one, other] = differenceOf(wordsOfTitle(sides[0]), wordsOfTitle(sides[1]));
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const letters = short[0];
  if (short.length !== 1 || letters === undefined || long.length < 2) return undefined;
  return isInitialsOf(letters, long) ? [letters, long] : undefined;
}

/**
 * Returns the general abbreviations and those that the labels teach. What the labels teach comes first,
 * by how often it is taught, then in order of first appearance; at most three meanings each.
 */
export function abbreviationsOf(labels: Iterable<string>): Abbreviations {
  const counts = new Map<string, Map<string, number>>();
  for (const label of labels) {
    const taught = taughtBy(label);
    if (taught === undefined) continue;
    const meanings = counts.get(taught[0]) ?? new Map<string, number>();
    const meaning = taught[1].join(" ");
    meanings.set(meaning, (meanings.get(meaning) ?? 0) + 1);
    counts.set(taught[0], meanings);
  }
  const abbreviations = new Map<string, string[][]>();
  for (const [short, meanings] of counts) {
    const ordered = [...meanings].sort((a, b) => b[1] - a[1]);
    abbreviations.set(
      short,
      ordered.map(([meaning]) => meaning.split(" ")),
    );
  }
  for (const [short, ...meanings] of GENERAL_ABBREVIATIONS) {
    const known = abbreviations.get(short) ?? [];
    const have = new Set(known.map((words) => words.join(" ")));
    for (const meaning of meanings) {
      const words = wordsOfTitle(meaning);
      if (!have.has(words.join(" "))) known.push(words);
    }
    abbreviations.set(short, known);
  }
  for (const [short, meanings] of abbreviations) {
    abbreviations.set(short, meanings.slice(0, MOST_MEANINGS));
  }
  return abbreviations;
}

/** How many readings of one title are tried. */
const MOST_READINGS = 5;

/** Returns the words as they stand, then every reading with abbreviations written out, at most five. */
export function readingsOf(
  words: readonly string[],
  abbreviations: Abbreviations,
): readonly (readonly string[])[] {
  let readings: (readonly string[])[] = [[]];
  for (const word of words) {
    const meanings = abbreviations.get(word) ?? [];
    const options = [...meanings, [word]];
    readings = options
      .flatMap((option) => readings.map((reading) => [...reading, ...option]))
      .slice(0, MOST_READINGS - 1);
  }
  const plain = words.join(" ");
  return [words, ...readings.filter((reading) => reading.join(" ") !== plain)];
}
