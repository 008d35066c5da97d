// What else is known of a position beside its title says of its match: caring for one's own and serving in
// the forces are not the trade whose words they share, and whoever learns or helps is not yet what they help.
// It never makes a match surer.

import { licencesOf } from "../moves/usual-requirements.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { PositionKind } from "../record/career-record.ts";
import { MOST_CANDIDATES } from "./match-title.ts";
import { wordsOfTitle } from "./normalise-title.ts";
import type { TitleCandidate, TitleMatch } from "./title-match.ts";

/**
 * Codes of the paid work that is most like caring for one's own: home health and personal care aides and
 * nursing assistants, childcare workers and nannies, tutors, housekeeping cleaners (SOC 2018).
 * Assumption: which they are.
 */
const CARE_WORK: readonly string[] = [
  "31-1121",
  "31-1122",
  "31-1131",
  "39-9011",
  "25-3041",
  "37-2012",
];

/** Codes of the occupations of the armed forces (SOC 2018, major group 55). */
const MILITARY = "55-";

/** Titles that say that a position was in the armed forces, whatever kind was given. */
const IN_THE_FORCES =
  /\b(army|navy|naval|marine corps|air force|military|infantry\w*|platoon|regiment\w*|combat)\b/i;

/** Words that say that someone helps, learns or once was or wished to be what else the title names. */
const NOT_YET: ReadonlySet<string> = new Set(
  "student trainee helper assistant aide mate apprentice intern cadet shadow retired former aspiring wanted friend".split(
    " ",
  ),
);

/** What of a position decides beside its title. */
export interface MatchedPosition {
  readonly kind: PositionKind;
  readonly paid: boolean;
}

/**
 * Returns the match as the position's kind allows: of unpaid caring the work of care first and nothing else
 * that the law asks a licence for, sure only of work of care without one; of the forces sure only of their own
 * occupations, or of a civil one that the title names word for word where none of theirs is like it; of
 * whoever learns or helps never sure of a licensed occupation whose label does not say so; and of a volunteer
 * only where the label has all that the title says. At most ten candidates. What the person confirmed stands.
 */
export function matchForPosition(
  match: TitleMatch,
  { kind, paid }: MatchedPosition,
  catalogue: Catalogue,
): TitleMatch {
  const { title, state } = match;
  const trimmed = { ...match, candidates: match.candidates.slice(0, MOST_CANDIDATES) };
  if (state !== "sure" && state !== "unsure") return trimmed;
  if (kind === "caring" && !paid) return ofCaring(match, catalogue);
  const [best] = match.candidates;
  if (state !== "sure" || best === undefined) return trimmed;
  const inForces = kind === "military" || IN_THE_FORCES.test(title);
  const isDoubtful =
    (inForces && isDoubtfulInForces(title, best, trimmed.candidates)) ||
    (isNotYet(title, best) && isLicensed(catalogue, best.occupationId)) ||
    isOnlyGivingTime(title, best) ||
    wordsOfTitle(title).every((word) => NOT_YET.has(word));
  return isDoubtful ? { ...trimmed, state: "unsure" } : trimmed;
}

function ofCaring(match: TitleMatch, catalogue: Catalogue): TitleMatch {
  const isCare = ({ occupationId }: TitleCandidate): boolean =>
    CARE_WORK.some((code) => occupationId.startsWith(code));
  const others = match.candidates.filter(
    (one) => !isCare(one) && !isLicensed(catalogue, one.occupationId),
  );
  const candidates = [...match.candidates.filter(isCare), ...others].slice(0, MOST_CANDIDATES);
  const [first] = candidates;
  if (first === undefined) return { ...match, state: "none", candidates };
  const isSure =
    match.state === "sure" &&
    first.occupationId === match.candidates[0]?.occupationId &&
    isCare(first) &&
    !isLicensed(catalogue, first.occupationId);
  return { ...match, state: isSure ? "sure" : "unsure", candidates };
}

function isLicensed(catalogue: Catalogue, id: string): boolean {
  return licencesOf(catalogue, rowOf(catalogue, id)).length > 0;
}

function isDoubtfulInForces(
  title: string,
  best: TitleCandidate,
  candidates: readonly TitleCandidate[],
): boolean {
  if (best.occupationId.startsWith(MILITARY)) return false;
  const key = (text: string): string => wordsOfTitle(text).toSorted().join(" ");
  return (
    key(title) !== key(best.label) ||
    candidates.some(({ occupationId }) => occupationId.startsWith(MILITARY))
  );
}

/** Whether it is taken for a label of volunteers that has not all the title says: what else it was is not known. */
function isOnlyGivingTime(title: string, { label }: TitleCandidate): boolean {
  const said = new Set(wordsOfTitle(label));
  return said.has("volunteer") && wordsOfTitle(title).some((word) => !said.has(word));
}

/** Whether the title says that one learns or helps, and the label that it was found by does not. */
function isNotYet(title: string, { label }: TitleCandidate): boolean {
  const said = new Set(wordsOfTitle(label));
  return wordsOfTitle(title).some((word) => NOT_YET.has(word) && !said.has(word));
}
