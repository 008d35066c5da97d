// The compass as sentences: what is so, without a verdict. A place on a scale is told by the end that it is
// nearer to, and only where its band leaves no doubt about that.

import { dateInWords } from "../calendar-date.ts";
import { capital } from "../first-letter.ts";
import { listInWords } from "../words-in-a-row.ts";
import { type DimensionPicture, type Direction, isFarApart } from "./compass.ts";
import { DIMENSION_WORDS } from "./dimension.ts";
import type { DimensionScore } from "./score-assessment.ts";

const MIDDLE = 50;

/** Returns the end that a score is nearer to; undefined where its band has the middle in it. */
export function endOf({ low, high }: Pick<DimensionScore, "low" | "high">): Direction | undefined {
  if (high < MIDDLE) return "job";
  return low > MIDDLE ? "career" : undefined;
}

const COUNT_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven"] as const;

/** Returns the one sentence that says what is so across the dimensions. */
export function compassHeadline(pictures: readonly DimensionPicture[]): string {
  const scored = pictures.flatMap(({ is }) => is ?? []);
  if (scored.length === 0) {
    return pictures.some(({ answered }) => answered > 0)
      ? "You have begun; a dimension shows once four of its questions are answered."
      : "Seven dimensions, from job-like to career-like: which do you have, and which do you want?";
  }
  const ends = scored.map(endOf);
  const countOf = (end: Direction | undefined): number => ends.filter((one) => one === end).length;
  const parts = (
    [
      ["job", "nearer to the job-like end"],
      ["career", "nearer to the career-like end"],
      [undefined, "in between"],
    ] as const
  )
    .map(([end, words]) => ({ count: countOf(end), words }))
    .filter(({ count }) => count > 0);
  const [only] = parts;
  const of =
    scored.length === pictures.length
      ? `of ${inWords(scored.length)} dimensions`
      : `of the ${inWords(scored.length)} you answered`;
  const is =
    parts.length === 1 && only !== undefined
      ? `${allInWords(only.count, pictures.length)} ${only.words}`
      : `${of} ${listInWords(
          parts.map(({ count, words }, place) => {
            const verb = place > 0 ? "" : count === 1 ? " lies" : " lie";
            return `${inWords(count)}${verb} ${words}`;
          }),
        )}`;
  const wanted = pictures.filter(({ is: now, want }) => now !== undefined && want !== undefined);
  const apart = wanted.filter(({ apart: direction }) => direction !== undefined).length;
  const want =
    wanted.length === 0
      ? ""
      : apart === 0
        ? `, and ${wanted.length === scored.length ? "that is" : "where you said so it is"} about how you want it`
        : `; you want ${apart === pictures.length ? "all " : ""}${inWords(apart)} otherwise`;
  return `${capital(is)}${want}.`;
}

function allInWords(count: number, all: number): string {
  if (count === all) return `all ${inWords(count)} lie`;
  if (count === 1) return "the one you answered lies";
  return count === 2 ? "both you answered lie" : `all ${inWords(count)} you answered lie`;
}

function inWords(count: number): string {
  return COUNT_WORDS[count] ?? String(count);
}

/** Returns one or two sentences on a dimension: how it is, how it is wanted. */
export function dimensionInWords(picture: DimensionPicture): string {
  const { dimension, is, want, apart, answered, asked } = picture;
  const { jobLike, careerLike } = DIMENSION_WORDS[dimension];
  const endWords = (direction: Direction): string =>
    `“${direction === "job" ? jobLike : careerLike}”`;
  if (is === undefined) {
    const given = answered === 0 ? "Not answered yet." : `${answered} of ${asked} answered so far.`;
    if (want === undefined) return given;
    return `${given} You want it ${wantInWords(picture)}.`;
  }
  const end = endOf(is);
  const now =
    end === undefined
      ? "As you answered, in between."
      : `As you answered, nearer to ${endWords(end)}.`;
  if (want === undefined) return now;
  if (apart === undefined) return `${now} You want it about as it is.`;
  const how = isFarApart(is.score, want.score) ? "more" : "a little more";
  return `${now} You want it ${how} towards ${endWords(apart)}.`;
}

function wantInWords({ dimension, want }: DimensionPicture): string {
  const { jobLike, careerLike } = DIMENSION_WORDS[dimension];
  const score = want?.score ?? MIDDLE;
  if (score === MIDDLE) return "in the middle";
  return `more towards “${score < MIDDLE ? jobLike : careerLike}”`;
}

/** Returns what is known of change since the sitting before; empty while there was only one. */
export function changeInWords({ change, dimension }: DimensionPicture): string {
  if (change === undefined) return "";
  const since = dateInWords(change.before.date);
  if (change.towards === undefined) return `No clear change since ${since}.`;
  const { jobLike, careerLike } = DIMENSION_WORDS[dimension];
  return `It has moved towards “${change.towards === "job" ? jobLike : careerLike}” since ${since}.`;
}
