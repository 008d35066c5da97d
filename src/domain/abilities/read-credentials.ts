// Certificates and licences as people write them, found among the catalogue's credential templates and
// licences. Whole words only, and nothing left over: a name that says more than the template does
// ("Registered Nurse First Assistant") is another certificate, and stays unknown.

import { type CalendarDate, firstDayOf, lastDayOf } from "../calendar-date.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import type { Credential, Education } from "../record/career-record.ts";
import {
  type CredentialName,
  credentialNameOf,
  GENERIC,
  lettersOf,
  listOf,
  SHORT_ABBREVIATION,
  stemOf,
} from "./credential-name.ts";
import { educationLevelOf } from "./read-education.ts";
import { findPhrase, type WrittenWord, wordsOf } from "./written-words.ts";

/** What of the catalogue one written certificate stands for; both empty when it is not known. */
export interface HeldCredential {
  readonly templates: readonly CredentialTemplate[];
  /** Names of licences (Licence.name). */
  readonly licences: readonly string[];
}

/** Names of American states and territories, a licence's usual company. Published: USPS. */
const PLACES = listOf(
  "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii " +
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan " +
    "minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york north south " +
    "carolina dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas utah vermont " +
    "virginia west washington wisconsin wyoming columbia district puerto rico",
);

/** Words of degrees, which say the level and not the subject. */
const DEGREE_WORDS = listOf(
  "aa aas adn as asn associate associates ba bachelor bachelors bs bsc bsn diploma doctor doctorate " +
    "general ma master masters ms msc msn applied arts postsecondary school science",
);

/** Words that say it is not held (yet, or any more), unless the template itself carries them. */
const NOT_HELD = listOf(
  "candidate eligible expired instructor lapsed pending planned prep preparation progress revoked " +
    "scheduled studying toward towards",
);

/**
 * Returns whether the credential was earned on or before today, as far as that is said. What was learnt for it
 * does not go when it expires.
 */
export function isEarned({ date }: Credential, today: CalendarDate): boolean {
  return date === undefined || firstDayOf(date) <= today;
}

/**
 * Returns whether the credential is held today: earned, and not expired. An expiry of a month or a year
 * holds to its last day.
 */
export function isInForce(credential: Credential, today: CalendarDate): boolean {
  if (!isEarned(credential, today)) return false;
  return credential.expires === undefined || lastDayOf(credential.expires) >= today;
}

/** Returns what the certificate's name stands for in the catalogue, in the catalogue's order. */
export function heldCredentialsOf(
  catalogue: Catalogue,
  credential: Pick<Credential, "name" | "issuer">,
): HeldCredential {
  const words = wordsOf(credential.name);
  const issuer = new Set(wordsOf(credential.issuer).map((word) => word.text));
  const saysDegree = words.some(
    (word) => DEGREE_WORDS.has(word.text) && !GENERIC.has(word.text) && word.text !== "associate",
  );
  return {
    templates: catalogue.credentials.filter(
      (template) =>
        matchesName(credentialNameOf(template), words, issuer) &&
        (template.kind !== "degree" ||
          saysDegree ||
          namesAbbreviation(credentialNameOf(template), words)),
    ),
    licences: [
      ...new Set(
        catalogue.licences
          .filter((licence) => matchesName(credentialNameOf(licence), words, issuer))
          .map((licence) => licence.name),
      ),
    ],
  };
}

/**
 * Returns the ids of the credential templates that finished studies amount to: the general ones up to
 * their level, and those of the same subject up to their level.
 */
export function templatesStudied(
  catalogue: Catalogue,
  education: Pick<Education, "studyType" | "area">,
): readonly string[] {
  const level = educationLevelOf(education.studyType, education.area);
  const words = wordsOf(`${education.studyType} ${education.area}`);
  const rest = words.filter((word) => !DEGREE_WORDS.has(word.text) && !GENERIC.has(word.text));
  return catalogue.credentials
    .filter((template) => {
      if (template.educationLevel === 0 || template.educationLevel > level) return false;
      // One for those who have a degree already is not shown by that degree.
      if (template.preparesFor.length === 0) return template.entryLevel < template.educationLevel;
      const subject = credentialNameOf(template).core.filter((stem) => !DEGREE_STEMS.has(stem));
      return (
        subject.length > 0 &&
        sameStems(
          subject,
          rest.map((word) => stemOf(word.text)),
        )
      );
    })
    .map((template) => template.id);
}

const DEGREE_STEMS: ReadonlySet<string> = new Set([...DEGREE_WORDS].map(stemOf));

function sameStems(one: readonly string[], other: readonly string[]): boolean {
  return one.every((stem) => other.includes(stem)) && other.every((stem) => one.includes(stem));
}

/** Where one of the name's abbreviations stands among the words, as a set of places; else undefined. */
function placesOfAbbreviation(
  name: CredentialName,
  words: readonly WrittenWord[],
): ReadonlySet<number> | undefined {
  for (const abbreviation of name.abbreviations) {
    const start = findPhrase(words, abbreviation);
    if (start < 0) continue;
    const places = abbreviation.map((_, i) => start + i);
    const capital = places.every((place) => words[place]?.capital === true);
    if (capital || lettersOf(abbreviation).length > SHORT_ABBREVIATION) return new Set(places);
  }
  return undefined;
}

function namesAbbreviation(name: CredentialName, words: readonly WrittenWord[]): boolean {
  return placesOfAbbreviation(name, words) !== undefined;
}

function matchesName(
  name: CredentialName,
  words: readonly WrittenWord[],
  issuer: ReadonlySet<string>,
): boolean {
  const { own, core } = name;
  if (words.some((word) => NOT_HELD.has(word.text) && !own.has(word.text))) return false;

  const leftOver = (taken: ReadonlySet<number>): readonly WrittenWord[] =>
    words.filter(
      (word, i) =>
        !taken.has(i) &&
        !GENERIC.has(word.text) &&
        !PLACES.has(word.text) &&
        !issuer.has(word.text) &&
        !/\d/.test(word.text) &&
        !own.has(word.text) &&
        !core.includes(stemOf(word.text)),
    );

  const places = placesOfAbbreviation(name, words);
  if (places !== undefined) {
    const rest = words.filter((_, i) => !places.has(i));
    return leftOver(places).length === 0 || spellsOut(name, rest, issuer);
  }
  if (spellsOut(name, words, issuer)) return true;
  const stems = words.map((word) => stemOf(word.text));
  const issuerStems = [...issuer].map(stemOf);
  return (
    core.some((stem) => stems.includes(stem)) &&
    core.every((stem) => stems.includes(stem) || issuerStems.includes(stem)) &&
    leftOver(new Set()).length === 0
  );
}

/**
 * Whether the initials of the words spell one of the name's abbreviations ("Cisco Certified Network
 * Associate": CCNA) or its last part ("SHRM Certified Professional": SHRM-CP), with nothing but generic
 * words around them, and a word or the issuer in common with the name where it has words ("CPA exam"
 * has none).
 */
function spellsOut(
  name: CredentialName,
  words: readonly WrittenWord[],
  issuer: ReadonlySet<string>,
): boolean {
  const core = new Set(name.core);
  const known = (text: string) => core.has(stemOf(text));
  const texts = words.map((word) => word.text);
  const byIssuer = [...issuer].some(known);
  const withIssuer = [...issuer].filter(known).concat(texts);
  return name.abbreviations.some((abbreviation) => {
    const whole = lettersOf(abbreviation);
    const onlyAbbreviated = core.size === 1 && core.has(stemOf(whole));
    const lastPart = abbreviation.length > 1 ? (abbreviation.at(-1)?.text ?? "") : "";
    const last = lastPart.length > 1 ? lastPart : "";
    return [texts, withIssuer].some((sequence) =>
      [whole, last].some((letters) => {
        const inside = windowSpelling(letters, sequence);
        if (inside === undefined || (letters === whole && letters.length < 3)) return false;
        if (!byIssuer && !onlyAbbreviated && !sequence.some(known)) return false;
        return sequence.every(
          (text, i) =>
            (i >= inside && i < inside + letters.length) ||
            known(text) ||
            GENERIC.has(text) ||
            PLACES.has(text) ||
            issuer.has(text),
        );
      }),
    );
  });
}

/** Where the first so many words begin whose initials are the letters; undefined when none do. */
function windowSpelling(letters: string, texts: readonly string[]): number | undefined {
  const start = texts
    .map((text) => text.charAt(0))
    .join("")
    .indexOf(letters);
  return letters === "" || start < 0 ? undefined : start;
}
