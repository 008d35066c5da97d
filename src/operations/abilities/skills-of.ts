// The person's skills against an occupation of a catalogue without levels (ESCO): positions are matched
// to that catalogue by its own titles, and what it lacks is borrowed from the working catalogue.

import { comesFromInWords } from "../../domain/abilities/abilities-in-words.ts";
import { borrowedLearningOf } from "../../domain/abilities/borrowed-learning.ts";
import {
  compareSkills,
  LIKELY_HELD,
  skillsInWords,
} from "../../domain/abilities/compare-skills.ts";
import { evidenceOf } from "../../domain/abilities/evidence-of.ts";
import { estimateSkills } from "../../domain/abilities/held-skills.ts";
import { plainNameOf, singularTitle, withArticle } from "../../domain/moves/plain-name.ts";
import { type Catalogue, rowOf } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { matchTitle } from "../../domain/titles/match-title.ts";
import type { TitleIndex } from "../../domain/titles/title-index.ts";
import type { TitleMatch } from "../../domain/titles/title-match.ts";
import type { OperationContext } from "../context.ts";
import { matchPositions } from "../record/match-positions.ts";
import type { AbilityNotice } from "./abilities-schema.ts";

interface SkilledPerson {
  readonly record: CareerRecord;
  /** As the working catalogue has them. */
  readonly positions: readonly PositionMatch[];
  readonly working: { readonly catalogue: Catalogue; readonly titles: TitleIndex };
}

/** Returns the skills of the row of ESCO, furthest away first, with the sentence and the notices. */
export async function skillsOf(
  context: OperationContext,
  person: SkilledPerson,
  listed: { readonly catalogue: Catalogue; readonly titles: TitleIndex; readonly row: number },
) {
  const { catalogue, titles, row } = listed;
  const { record, working } = person;
  const { today } = context;
  const matches = matchPositions(record, { catalogue, titles, today }).map((match, i) =>
    bySecondName(match, person.positions[i], { catalogue, titles, working: working.catalogue }),
  );
  const evidence = evidenceOf({ catalogue, record, matches, today });
  const crosswalk = (await (await context.catalogues()).findCrosswalks())?.isco;
  const borrowed = new Map(
    [...new Set(evidence.map((piece) => piece.row))].map((of) => [
      of,
      borrowedLearningOf(catalogue, of, { ...working, crosswalk }),
    ]),
  );
  const estimates = estimateSkills(catalogue, evidence, (of) => borrowed.get(of)?.months ?? 0);
  const compared = compareSkills(catalogue, estimates, row);
  const inWords = withArticle(singularTitle(catalogue.titles[row] ?? ""));
  return {
    headline: skillsInWords(compared, inWords),
    inWords,
    skills: compared.map(({ attribution, ...skill }) => ({
      ...skill,
      likelyHeld: skill.chance >= LIKELY_HELD,
      comesFrom: comesFromInWords(attribution),
      evidence: attribution.map(({ evidenceId, ...piece }) => ({ id: evidenceId, ...piece })),
    })),
    notices: [
      ...lendersInWords(
        working.catalogue,
        [...borrowed.values()].flatMap(({ from }) => from),
      ),
      ...notCounted(matches),
    ],
  };
}

/**
 * A position whose title is not sure to be in the list, since several there may be called so, is the one
 * whose own title it is; else it is tried by the everyday name of what it is taken for in the working
 * catalogue, which the person may have confirmed.
 */
function bySecondName(
  match: PositionMatch,
  known: PositionMatch | undefined,
  names: {
    readonly catalogue: Catalogue;
    readonly titles: TitleIndex;
    readonly working: Catalogue;
  },
): PositionMatch {
  const { catalogue, titles, working } = names;
  if (match.match.state !== "unsure" && match.match.state !== "none") return match;
  const own = namesake(catalogue, match.match, match.title);
  if (own !== undefined) return { ...match, match: own };
  if (known?.match.state !== "confirmed" && known?.match.state !== "sure") return match;
  const row = rowOf(working, known.match.candidates[0]?.occupationId ?? "");
  if (row < 0) return match;
  const name = plainNameOf(working, row);
  const second = matchTitle(titles, name, {
    names: (id) => catalogue.titles[rowOf(catalogue, id)] ?? id,
  });
  const found = second.state === "sure" ? second : namesake(catalogue, second, name);
  return found === undefined ? match : { ...match, match: found };
}

/** The match as sure where one of its candidates has the name as its own title. */
function namesake(catalogue: Catalogue, match: TitleMatch, name: string): TitleMatch | undefined {
  const wanted = name.trim().toLowerCase();
  const own = match.candidates.filter(
    ({ occupationId }) =>
      catalogue.titles[rowOf(catalogue, occupationId)]?.toLowerCase() === wanted,
  );
  return own.length === 1 ? { ...match, state: "sure", candidates: own } : undefined;
}

function lendersInWords(working: Catalogue, rows: readonly number[]): AbilityNotice[] {
  if (rows.length === 0) return [];
  const titles = [...new Set(rows)].map((row) => working.titles[row] ?? "");
  return [
    {
      code: "learning/borrowed",
      text: `This list does not say how long an occupation takes to learn. That is borrowed from what comes nearest: ${titles.join("; ")}.`,
    },
  ];
}

function notCounted(matches: readonly PositionMatch[]): AbilityNotice[] {
  const unsure = matches.filter(({ match }) => match.state === "unsure" || match.state === "none");
  if (unsure.length === 0) return [];
  const named = unsure.map(({ title, organisation }) => `“${title || organisation}”`);
  return [
    {
      code: "position/not-counted",
      text: `${named.join(", ")} ${unsure.length === 1 ? "does" : "do"} not count here, since it is not sure which occupation of this list ${unsure.length === 1 ? "it is" : "they are"}.`,
    },
  ];
}
