// Education as people write it, American and British, turned into a level and the occupations that the
// studies prepare for. What is not understood stays unknown; only what is finished counts.

import { type CalendarDate, lastDayOf } from "../calendar-date.ts";
import {
  type Catalogue,
  EDUCATION_LEVELS,
  type EducationLevel,
  type StudyField,
} from "../occupations/catalogue.ts";
import type { Education } from "../record/career-record.ts";
import { findPhrase, wordsOf } from "./written-words.ts";

function level(name: (typeof EDUCATION_LEVELS)[number]): EducationLevel {
  return EDUCATION_LEVELS.indexOf(name) + 1;
}

const LESS = level("less than high school");
const HIGH_SCHOOL = level("high school");
const CERTIFICATE = level("post-secondary certificate");
const SOME_COLLEGE = level("some college");
const ASSOCIATE = level("associate's degree");
const BACHELOR = level("bachelor's degree");
const POST_BACHELOR = level("post-baccalaureate certificate");
const MASTER = level("master's degree");
const POST_MASTER = level("post-master's certificate");
const PROFESSIONAL = level("first professional degree");
const DOCTOR = level("doctoral degree");
const POST_DOCTOR = level("post-doctoral training");

/**
 * Ways of writing a level, tried in this order on text in lower case without dots and apostrophes; what
 * one has matched is not read again, so "post-master's certificate" is no master's. British awards stand
 * where their level does (RQF and FHEQ): A-levels end school; an HNC is a first year of higher
 * education; an HND, a DipHE and a foundation degree stand with the associate's degree; a PGCE with the
 * post-baccalaureate certificates.
 */
const RULES: readonly (readonly [EducationLevel, RegExp])[] = [
  [POST_DOCTOR, /\bpost ?-?doc(?:toral|torate)?\b/g],
  [POST_MASTER, /\bpost ?-?masters?\b|\beducation specialist\b|\beds\b/g],
  [
    POST_BACHELOR,
    /\bpost ?-?(?:bachelors?|baccalaureate)\b|\b(?:post ?-?)?graduate (?:certificate|diploma)\b|\b(?:pgce|pgde|pgcert|pgdip|pg cert|pg dip|gdl)\b|\bpostgraduate certificate in education\b/g,
  ],
  [
    PROFESSIONAL,
    /\bdoctor of (?:medicine|osteopath\w*|juris\w*|law|pharmacy|dent\w*|veterinar\w*|optometry|chiropractic)\b|\bjuris doctor(?:ate)?\b|\b(?:jd|md|dds|dmd|dvm|pharmd|mbbs|mbchb|mb chb|bds)\b/g,
  ],
  [DOCTOR, /\b(?:phd|dphil|edd|dnp|dpt|dba|scd|psyd)\b|\bdoctor(?:ate|al)\b|\bdoctor of\b/g],
  [
    MASTER,
    /\bmasters\b|\bmaster (?:of|in|degree)\b|^master$|\b(?:ma|ms|msc|mba|meng|med|msw|mph|mpa|mfa|msn|mphil|mres|llm|march|mlis|mhrm)\b/g,
  ],
  [
    ASSOCIATE,
    /\bfoundation degree\b|\bfd(?:a|sc|eng)\b|\bhnd\b|\bhigher national diploma\b|\bdiphe\b|\bdip he\b|\bdiploma of higher education\b/g,
  ],
  [ASSOCIATE, /^associate$|\bassociate (?:of|in|degree)\b|\bassociates\b|\b(?:aas|adn|asn|aa)\b/g],
  [
    BACHELOR,
    /\bbachelors?\b|\bbaccalaureate degree\b|\b(?:ba|bs|bsc|bba|beng|bed|bsn|bfa|bsw|bcom|bm|llb|btech|barch)\b|\b(?:hons|honours) degree\b|\bundergraduate degree\b/g,
  ],
  [
    SOME_COLLEGE,
    /\bsome (?:college|university)\b|\bhnc\b|\bhigher national certificate\b|\bcert ?he\b/g,
  ],
  [CERTIFICATE, /\bpost ?-?secondary\b/g],
  [
    HIGH_SCHOOL,
    /\bhigh ?-?school\b|\bsecondary(?: school| education)?\b|\bsixth form\b|\b(?:ged|hiset|tasc)\b|\bgeneral educational development\b|\bhigh school equivalency\b|\b(?:i?gcses?|o ?-?levels?|a ?-?levels?|as ?-?levels?|a2)\b|\b(?:scottish )?highers\b|\badvanced highers?\b|\binternational baccalaureate\b|\bib diploma\b|\bleaving certificate\b|\babitur\b|\bmatura\b/g,
  ],
  [LESS, /\b(?:primary|elementary|middle) school\b|\bentry level certificate\b/g],
];

/** Vocational awards by RQF level, the number that stands with them. */
const VOCATIONAL = /\b(?:s?nvq|svq|btec|rqf|diploma|certificate|award|apprenticeship|level)\b/;
const LEVEL_NUMBER = /\blevel ?-?([1-8])\b|\bnvq ?-?([1-5])\b|\b([1-8]) (?:diploma|certificate)\b/;
const LEVEL_BY_RQF = [
  0,
  LESS,
  HIGH_SCHOOL,
  CERTIFICATE,
  SOME_COLLEGE,
  ASSOCIATE,
  BACHELOR,
  MASTER,
  DOCTOR,
] as const;

const CERTIFICATE_WORDS =
  /\bcertificate\b|\bdiploma\b|\bnvq\b|\bsvq\b|\bbtec\b|\bcity (?:and|&) guilds\b|\bapprenticeship\b|\b(?:trade|vocational|technical) (?:school|training|college)\b|\bjourneyman\b/;

/** A certificate, but of school or of nothing in particular. */
const NO_SUBJECT = /^(?:general(?: studies| education)?|college prep\w*|academic)?$/;

const UNFINISHED =
  /\b(?:in progress|ongoing|candidate|expected|anticipated|incomplete|unfinished|uncompleted|not (?:yet )?(?:finished|completed?)|did not (?:finish|complete|graduate)|dropped out|withdrew|coursework|credits? (?:toward|towards)|towards? an?|studying|pursuing|working on)\b/;
const SOME_SCHOOL = /\bsome (?:high|secondary) school\b/;

/**
 * Hours of study that a level stands for, beyond the one before it. Carnegie unit: a credit is an hour
 * of class and two of preparation a week for fifteen weeks, 45 hours (34 CFR 600.2). Credits are the
 * usual ones: certificate 30, associate 60, bachelor 120, master 36, professional 90. Assumption: some
 * college is a year, 30 credits; a graduate certificate 15; a doctorate 72.
 */
export const HOURS_PER_CREDIT = 45;
const CREDITS_BY_LEVEL = [0, 0, 0, 30, 30, 60, 120, 15, 36, 15, 90, 72, 0] as const;

/** Returns the hours of study that usually lead to the level; 0 for school and for what is not known. */
export function studyHoursOf(educationLevel: EducationLevel): number {
  return (CREDITS_BY_LEVEL[educationLevel] ?? 0) * HOURS_PER_CREDIT;
}

/**
 * Returns the hours in its field that study of the level shows at least, however few its own are: from a
 * master's degree on those of a first degree, which it rests on; else its own. Assumption: whoever writes only
 * the highest degree has not learnt less than with the first one.
 */
export function leastStudyHoursOf(educationLevel: EducationLevel): number {
  const own = studyHoursOf(educationLevel);
  return educationLevel >= MASTER ? Math.max(own, studyHoursOf(BACHELOR)) : own;
}

/**
 * Returns the level that the words stand for, 0 when they are not understood. The kind of study is read
 * first, the subject only when that says nothing ("BSc Nursing" written as the subject). Study that the
 * words call unfinished is some college when it was for a first degree, else 0.
 */
export function educationLevelOf(studyType: string, area: string): EducationLevel {
  const type = plain(studyType);
  const subject = plain(area);
  if (SOME_SCHOOL.test(type) || SOME_SCHOOL.test(subject)) return LESS;
  const read = highestOf(type, subject) || highestOf(openingOf(area), "");
  if (!UNFINISHED.test(type) && !UNFINISHED.test(subject)) return read;
  return read === BACHELOR || read === ASSOCIATE ? SOME_COLLEGE : 0;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.'’`]/g, "")
    .replace(/[^\p{L}\p{N}&-]+/gu, " ")
    .trim();
}

/** The first words of a subject, where an award may stand in front of it: "BA (Hons) History". */
function openingOf(area: string): string {
  return plain(area).split(" ").slice(0, 3).join(" ");
}

function highestOf(type: string, subject: string): EducationLevel {
  let rest = type;
  let highest = 0;
  for (const [found, pattern] of RULES) {
    const without = rest.replace(pattern, " ");
    if (without !== rest) highest = Math.max(highest, found);
    rest = without;
  }
  if (highest > 0) return highest;
  const number = VOCATIONAL.test(type)
    ? LEVEL_NUMBER.exec(type)?.slice(1).find(Boolean)
    : undefined;
  if (number !== undefined) return LEVEL_BY_RQF[Number(number)] ?? 0;
  if (!CERTIFICATE_WORDS.test(type)) return 0;
  const bare = /^(?:certificate|diploma)$/.test(type);
  if (!bare) return CERTIFICATE;
  if (/\bschool\b|\bged\b/.test(subject)) return HIGH_SCHOOL;
  return NO_SUBJECT.test(subject) ? 0 : CERTIFICATE;
}

/**
 * Returns whether the study is finished: its end lies on or before today, taking a month or a year to
 * its last day. With a start and no end it goes on; with neither it counts, as it was written down
 * without a word that it goes on.
 */
export function isFinished(education: Education, today: CalendarDate): boolean {
  if (education.end === undefined) return education.start === undefined;
  return lastDayOf(education.end) <= today;
}

/** Share of a subject's words that a single-word keyword must be, to be what was studied. */
const LEAST_SHARE = 0.5;

const SUBJECT_BREAK = /\s*(?:[,;/&+]|\band\b|\bwith\b|\bminor\b|\bmajor\b)\s*/i;
const FIELD_FILLER = new Set(["general", "other"]);

/**
 * Returns the fields that were studied, by the words of the subject: the longest phrases of the catalogue's
 * fields that stand in it ("practical nursing" is not "nursing"). Empty below a post-secondary certificate and
 * when nothing matches.
 */
export function studiedFieldsOf(
  catalogue: Catalogue,
  { studyType, area }: Pick<Education, "studyType" | "area">,
): readonly StudyField[] {
  if (educationLevelOf(studyType, area) < CERTIFICATE) return [];
  const byArea = fieldsIn(catalogue, area);
  const found = byArea.length > 0 ? byArea : fieldsIn(catalogue, studyType);
  return found.flatMap((field) => catalogue.fields[field] ?? []);
}

/**
 * Returns the rows of the occupations that the studies prepare for. Empty where no field is understood, and
 * for one that prepares for nothing in particular.
 */
export function studiedRowsOf(catalogue: Catalogue, education: Education): ReadonlySet<number> {
  return new Set(studiedFieldsOf(catalogue, education).flatMap(({ occupations }) => occupations));
}

interface FoundPhrase {
  readonly field: number;
  readonly start: number;
  readonly end: number;
}

function fieldsIn(catalogue: Catalogue, text: string): readonly number[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const found: FoundPhrase[] = [];
  const openings = new Set(words.map((word) => word.text.charAt(0)));
  const mayStand = (phrase: string) => openings.has(phrase.trimStart().charAt(0).toLowerCase());
  catalogue.fields.forEach((field, index) => {
    for (const phrase of [...field.keywords, ...field.name.split(/[/,]/)]) {
      if (!mayStand(phrase)) continue;
      const sought = wordsOf(phrase);
      if (sought.length === 0 || FIELD_FILLER.has(sought.map((word) => word.text).join(" ")))
        continue;
      const start = findPhrase(words, sought);
      if (start < 0) continue;
      if (sought.length === 1 && !standsAlone(text, words, start)) continue;
      found.push({ field: index, start, end: start + sought.length });
    }
  });
  const kept = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.end - other.start > one.end - one.start &&
          other.start < one.end &&
          one.start < other.end,
      ),
  );
  return [...new Set(kept.map((one) => one.field))];
}

/** Whether a one-word keyword makes up enough of its part of the subject, and is no chance "it". */
function standsAlone(
  text: string,
  words: readonly { readonly text: string; readonly capital: boolean }[],
  at: number,
): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.text.length <= 2 && !word.capital && words.length > 1) return false;
  return text.split(SUBJECT_BREAK).some((part) => {
    const inPart = wordsOf(part);
    return inPart.some((other) => other.text === word.text) && 1 / inPart.length >= LEAST_SHARE;
  });
}
