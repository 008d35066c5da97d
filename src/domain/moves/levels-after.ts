// Levels after more of something: a credential earned, an occupation held. A search asks for the same
// ones again and again, so what was worked out for given levels is kept as long as those levels are.

import { withEvidence } from "../abilities/estimate-levels.ts";
import type { Evidence, LevelEstimates } from "../abilities/level-estimate.ts";
import type { Catalogue, CredentialTemplate } from "../occupations/catalogue.ts";
import { FULL_TIME_HOURS_A_MONTH } from "./full-time.ts";
import type { Shortfall } from "./move.ts";
import { shortfallsOf, unmetShareOf } from "./occupation-demand.ts";
import { licencesOf } from "./usual-requirements.ts";

interface Known {
  readonly catalogue: Catalogue;
  /** What was added to the levels it all began with, in an order that is not that of the adding. */
  readonly added: readonly string[];
  /** By what was added: whoever did the same things in another order stands the same. */
  readonly after: Map<string, LevelEstimates>;
  readonly unmet: Map<number, number>;
  readonly shortfalls: Map<number, readonly Shortfall[]>;
}

const knownByLevels = new WeakMap<LevelEstimates, Known>();

function knownOf(catalogue: Catalogue, levels: LevelEstimates): Known {
  const known = knownByLevels.get(levels);
  if (known !== undefined && known.catalogue === catalogue) return known;
  const fresh = {
    catalogue,
    added: [],
    after: new Map<string, LevelEstimates>(),
    unmet: new Map<number, number>(),
    shortfalls: new Map<number, readonly Shortfall[]>(),
  };
  knownByLevels.set(levels, fresh);
  return fresh;
}

function levelsAfter(
  catalogue: Catalogue,
  levels: LevelEstimates,
  key: string,
  evidence: readonly Evidence[],
): LevelEstimates {
  if (evidence.length === 0) return levels;
  const { added, after } = knownOf(catalogue, levels);
  const all = [...added, key].sort();
  const whole = all.join("; ");
  const known = after.get(whole);
  if (known !== undefined) return known;
  const result = withEvidence(catalogue, levels, evidence);
  after.set(whole, result);
  knownByLevels.set(result, {
    catalogue,
    added: all,
    after,
    unmet: new Map(),
    shortfalls: new Map(),
  });
  return result;
}

/** Returns the levels after so many full-time months in an occupation. */
export function levelsAfterHolding(
  catalogue: Catalogue,
  levels: LevelEstimates,
  row: number,
  months: number,
): LevelEstimates {
  const key = `held ${row} ${months}`;
  return levelsAfter(catalogue, levels, key, [
    {
      id: `planned:${key}:${levels.evidence.length}`,
      label: `${catalogue.titles[row] ?? ""}, planned`,
      kind: "paid work",
      row,
      fullTimeMonths: months,
      yearsSinceEnd: 0,
    },
  ]);
}

/** Returns the levels after the credentials are earned; their evidence is for what they prepare for. */
export function levelsAfterEarning(
  catalogue: Catalogue,
  levels: LevelEstimates,
  templates: readonly CredentialTemplate[],
  row: number,
): LevelEstimates {
  const evidence: Evidence[] = [];
  for (const template of templates) {
    // A general degree taken on the way to an occupation is taken in its field.
    const isOwn = template.preparesFor.includes(row) || isGeneralDegree(template);
    const shown = isOwn ? row : template.preparesFor[0];
    if (shown === undefined || isLicenceExam(catalogue, template)) continue;
    evidence.push({
      id: `planned:${template.id}`,
      label: template.name,
      kind: template.kind === "degree" ? "education" : "credential",
      row: shown,
      fullTimeMonths: template.hours.likely / FULL_TIME_HOURS_A_MONTH,
      yearsSinceEnd: 0,
    });
  }
  const key = `earned for ${row}: ${evidence.map((one) => one.id).join()}`;
  return levelsAfter(catalogue, levels, key, evidence);
}

function isGeneralDegree(template: CredentialTemplate): boolean {
  return template.kind === "degree" && template.preparesFor.length === 0;
}

/** An exam for a licence shows nothing besides the programme before it. */
function isLicenceExam(catalogue: Catalogue, template: CredentialTemplate): boolean {
  if (template.kind === "licence") return true;
  return (
    template.kind === "exam" &&
    template.preparesFor.some((row) => licencesOf(catalogue, row).length > 0)
  );
}

/** Returns `unmetShareOf`, worked out once for the same levels. */
export function knownUnmetShare(catalogue: Catalogue, row: number, levels: LevelEstimates): number {
  const { unmet } = knownOf(catalogue, levels);
  const known = unmet.get(row);
  if (known !== undefined) return known;
  const share = unmetShareOf(catalogue, row, levels);
  unmet.set(row, share);
  return share;
}

/** Returns `shortfallsOf`, worked out once for the same levels. */
export function knownShortfalls(
  catalogue: Catalogue,
  row: number,
  levels: LevelEstimates,
): readonly Shortfall[] {
  const { shortfalls } = knownOf(catalogue, levels);
  const known = shortfalls.get(row);
  if (known !== undefined) return known;
  const result = shortfallsOf(catalogue, row, levels);
  shortfalls.set(row, result);
  return result;
}
