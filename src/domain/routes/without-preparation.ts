// What a step asks for that is made where one is known: nothing is earned before it, and what is missing
// is learned in the position.

import type { Standing } from "../abilities/standing.ts";
import type { ThreePoint } from "../money.ts";
import { knownUnmetShare } from "../moves/levels-after.ts";
import { missingExperienceOf } from "../moves/prepare-for.ts";
import { usualExperienceOf } from "../moves/usual-requirements.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { RouteStep } from "./route-step.ts";

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

/** Returns a step's `prepared` with nothing to earn. */
export function withoutPreparation(question: {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly row: number;
}): Pick<RouteStep, "prepared"> {
  const { catalogue, standing, row } = question;
  return {
    prepared: {
      preparation: {
        credentialIds: [],
        experienceMonths: missingExperienceOf(catalogue, standing, row),
        skillMonths: 0,
        hours: NOTHING,
        money: NOTHING,
        months: NOTHING,
        explanation: [],
      },
      templates: [],
      required: [],
      levels: standing.levels,
      unmet: knownUnmetShare(catalogue, row, standing.levels),
      practiceHours: NOTHING,
      experienceNeeded: usualExperienceOf(catalogue, row).months,
      schoolingMissing: false,
      someCollegeMissing: false,
      anotherField: false,
    },
  };
}
