// What earning one credential means in actions: win a place, do the course, pass the exam, send the
// paperwork. Hours, fees and waits come from the catalogue's template; what no template says is a
// named assumption here.

import { WEEKS_A_MONTH } from "../calendar-date.ts";
import type { ThreePoint } from "../money.ts";
import {
  countedAs,
  nameInSentence,
  withCredentialArticle,
} from "../moves/credential-in-sentence.ts";
import { ADMISSION_WAIT_MONTHS } from "../moves/credential-path.ts";
import type { CredentialTemplate, Licence } from "../occupations/catalogue.ts";
import type { Action } from "./plan.ts";

const NOTHING: ThreePoint = { low: 0, likely: 0, high: 0 };

/** Assumption: hours to ask for a place: forms, records, a letter, an interview. */
export const ADMISSION_HOURS: ThreePoint = { low: 5, likely: 10, high: 20 };
/** Weeks from asking for a place to the first day of class, as the routes count them. */
export const ADMISSION_WAIT_WEEKS: ThreePoint = {
  low: ADMISSION_WAIT_MONTHS.low * WEEKS_A_MONTH,
  likely: ADMISSION_WAIT_MONTHS.likely * WEEKS_A_MONTH,
  high: ADMISSION_WAIT_MONTHS.high * WEEKS_A_MONTH,
};
/** Assumption: forms and fingerprints for a licence, and the weeks until it comes. */
export const LICENCE_HOURS: ThreePoint = { low: 2, likely: 4, high: 8 };
export const LICENCE_WAIT_WEEKS: ThreePoint = { low: 1, likely: 2, high: 6 };
/** Assumption: the licence's fee where no exam's fee holds it already. */
export const LICENCE_MONEY: ThreePoint = { low: 25, likely: 75, high: 200 };

/** What all actions of one credential share. */
export interface CredentialSetting {
  readonly stageId: string;
  readonly closesGapIds: readonly string[];
  /** Actions to be done before anything of it. */
  readonly after: readonly string[];
}

/** Returns the action's id: the same credential has the same id on every route. */
export function credentialActionId(credentialId: string): string {
  return `credential:${credentialId}`;
}

/** Returns the actions that earn the credential, in order; the last one's end is its end. */
export function actionsForCredential(
  template: CredentialTemplate,
  setting: CredentialSetting,
): readonly Action[] {
  const actions: Action[] = [];
  let after = setting.after;
  if (template.admission) {
    actions.push({
      ...setting,
      id: `admission:${template.id}`,
      kind: "application",
      title: `Apply for a place: ${nameInSentence(template.name)}`,
      doneWhen: "You hold the offer of a place, with its first day",
      hours: ADMISSION_HOURS,
      money: NOTHING,
      minimumMonths: 0,
      waitWeeks: ADMISSION_WAIT_WEEKS,
      daytime: false,
      source: "assumption",
    });
    after = [`admission:${template.id}`];
  }
  actions.push({
    ...setting,
    id: credentialActionId(template.id),
    kind: template.kind,
    title: titleOf(template),
    doneWhen: doneWhenOf(template),
    hours: template.hours,
    money: template.money,
    minimumMonths: template.minimumMonths,
    waitWeeks: template.waitWeeks,
    ...(Number.isNaN(template.passRate) ? {} : { passRate: template.passRate }),
    after,
    daytime: template.daytime,
    source: template.source,
  });
  return actions;
}

function titleOf(template: CredentialTemplate): string {
  const name = withCredentialArticle(template.name);
  switch (template.kind) {
    case "exam":
      return countedAs(template) === "certificate"
        ? `Study for and earn ${name}`
        : `Study for and pass ${name}`;
    case "licence":
      return `Apply for ${name}`;
    case "course":
      return `Take and finish ${name}`;
    default:
      return Number.isNaN(template.passRate) ? `Earn ${name}` : `Study for and earn ${name}`;
  }
}

function doneWhenOf(template: CredentialTemplate): string {
  switch (template.kind) {
    case "exam":
      return "You have the letter that says you passed";
    case "licence":
      return "The licence is in your hands";
    case "course":
      return "You have the confirmation that you finished";
    case "degree":
      return "You have the degree, or the letter that says you will";
    case "certificate":
      return "You have the certificate";
  }
}

/** Returns the paperwork for a licence that no template describes; no fee when an exam's held it. */
export function licenceAction(
  licence: Licence,
  setting: CredentialSetting,
  feePaid: boolean,
): Action {
  return {
    ...setting,
    id: `licence:${licence.name}`,
    kind: "licence",
    title: `Apply for ${withCredentialArticle(licence.name)}`,
    doneWhen: "The licence is in your hands",
    hours: LICENCE_HOURS,
    money: feePaid ? NOTHING : LICENCE_MONEY,
    minimumMonths: 0,
    waitWeeks: LICENCE_WAIT_WEEKS,
    daytime: false,
    source: `${licence.source}; hours, fee and weeks: assumption`,
  };
}
