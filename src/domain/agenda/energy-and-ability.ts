// What one is good at and enjoys, against what one is good at and does not: the energy of check-ins beside
// the level estimates that everything else here uses.

import { hasPractised } from "../abilities/compare-abilities.ts";
import { chanceMeets } from "../abilities/estimate-levels.ts";
import { bandOf } from "../abilities/explain-level.ts";
import type { Standing } from "../abilities/standing.ts";
import { elementPhrase } from "../moves/element-phrases.ts";
import { type Catalogue, importanceOf } from "../occupations/catalogue.ts";
import { type DoneThing, LEAST_TIMES } from "./energy.ts";

/** From this mean on something gives energy, and from as far below 0 it takes some. Assumption. */
export const GIVES_FROM = 0.5;
/**
 * Somebody is good at an element when the chance that their level is above what is typical of everyone is at
 * least this. Assumption: two in three; with nothing on record it is one in two.
 */
export const GOOD_FROM_CHANCE = 2 / 3;
/**
 * Or when it is important, at least 3 of 5 ("important" on O*NET's scale IM), in work that they have done for
 * as long as it takes to learn, and nothing they say of themselves puts them below what is typical.
 */
export const IMPORTANT_FROM = 3;
export const TYPICAL_CHANCE = 0.5;

export const ENERGY_PLACES = ["gives", "between", "takes"] as const;
export type EnergyPlace = (typeof ENERGY_PLACES)[number];

/** "not shown" is no "not good": a record never shows all. "not known" where nothing could show it. */
export const ABILITY_PLACES = ["good", "not shown", "not known"] as const;
export type AbilityPlace = (typeof ABILITY_PLACES)[number];

export interface PlacedThing extends DoneThing {
  /** The name in plain words. */
  readonly inWords: string;
  readonly energyPlace: EnergyPlace;
  readonly abilityPlace: AbilityPlace;
  /** Of an element: the level believed, its 80 % band, and what is typical of everyone, 0–7. */
  readonly level:
    | {
        readonly mean: number;
        readonly low: number;
        readonly high: number;
        readonly typical: number;
      }
    | undefined;
}

/** Returns the things that were named in enough weeks, in the order given, each with its two places. */
export function placeThings(
  things: readonly DoneThing[],
  world: { readonly catalogue: Catalogue; readonly standing: Standing },
): readonly PlacedThing[] {
  return things
    .filter(({ weeks }) => weeks >= LEAST_TIMES)
    .flatMap((thing) => {
      const ability =
        thing.kind === "element" ? elementAbility(thing, world) : activityAbility(thing, world);
      return ability === undefined
        ? []
        : [{ ...thing, ...ability, energyPlace: energyPlaceOf(thing.energy) }];
    });
}

/** Returns where a mean energy lies. */
export function energyPlaceOf(energy: number): EnergyPlace {
  if (energy >= GIVES_FROM) return "gives";
  return energy <= -GIVES_FROM ? "takes" : "between";
}

type Ability = Pick<PlacedThing, "inWords" | "abilityPlace" | "level">;

/** Undefined for an element that this catalogue does not have. */
function elementAbility(
  { key }: DoneThing,
  { catalogue, standing }: { readonly catalogue: Catalogue; readonly standing: Standing },
): Ability | undefined {
  const index = catalogue.elements.findIndex(({ id }) => id === key);
  const element = catalogue.elements[index];
  if (element === undefined) return undefined;
  const { levels } = standing;
  const typical = element.priorMean;
  const chance = chanceMeets(levels, index, typical);
  const isGood =
    chance >= GOOD_FROM_CHANCE ||
    (chance >= TYPICAL_CHANCE && isPractised(index, { catalogue, standing }));
  return {
    inWords: elementPhrase(element),
    abilityPlace: isGood ? "good" : "not shown",
    level: { mean: levels.means[index] ?? typical, ...bandOf(levels, index), typical },
  };
}

function isPractised(
  element: number,
  { catalogue, standing }: { readonly catalogue: Catalogue; readonly standing: Standing },
): boolean {
  const rows = new Set(standing.levels.evidence.map(({ row }) => row));
  return [...rows].some(
    (row) =>
      importanceOf(catalogue, row, element) >= IMPORTANT_FROM &&
      hasPractised(catalogue, standing.levels, row),
  );
}

/** Work that was done for as long as it takes to learn is work one can do. */
function activityAbility(
  { name, positionIds }: DoneThing,
  { catalogue, standing }: { readonly catalogue: Catalogue; readonly standing: Standing },
): Ability {
  const rows = standing.levels.evidence
    .filter(({ id }) => positionIds.includes(id))
    .map(({ row }) => row);
  const isGood = rows.some((row) => hasPractised(catalogue, standing.levels, row));
  const abilityPlace = rows.length === 0 ? "not known" : isGood ? "good" : "not shown";
  return { inWords: `“${name}”`, abilityPlace, level: undefined };
}
