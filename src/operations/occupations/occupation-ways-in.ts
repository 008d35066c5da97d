// The ways into an occupation as lists for the faces: credentials that lead to it, its rungs, and how to
// check a licence that is not listed.

import type {
  Catalogue,
  CredentialTemplate,
  Licence,
  Rung,
} from "../../domain/occupations/catalogue.ts";
import { examOf } from "../../domain/occupations/licence-paths.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";

/** Returns the credentials that prepare for the occupation or lead to its licence, in catalogue order. */
export function credentialsFor(catalogue: Catalogue, row: number) {
  const licences = catalogue.licences.filter((licence) => licence.occupation === row);
  const leading = new Set(licences.flatMap(({ credentials }) => credentials));
  const exams = new Set(licences.map((licence) => examOf(catalogue, licence)?.id));
  return catalogue.credentials
    .filter(({ id, preparesFor }) => leading.has(id) || exams.has(id) || preparesFor.includes(row))
    .map(shownCredential);
}

function shownCredential(credential: CredentialTemplate) {
  return {
    id: credential.id,
    name: credential.name,
    kind: credential.kind,
    months: credential.minimumMonths,
    hours: { ...credential.hours },
    money: { ...credential.money },
    currency: credential.currency,
    source: credential.source,
  };
}

/** Returns the occupation's rungs, lowest first. */
export function rungsOf(catalogue: Catalogue, row: number) {
  const order = (a: Rung, b: Rung) => a.order - b.order;
  return catalogue.rungs
    .filter(({ occupation }) => occupation === row)
    .sort(order)
    .map(({ name, usualMonthsBefore, source }) => ({ name, usualMonthsBefore, source }));
}

/** Where to ask, by country; a site's name, never an address that could have moved. */
const WHERE_TO_ASK: Readonly<Record<string, string>> = {
  US: "ask your state's licensing board, or use the License Finder of CareerOneStop (U.S. Department of Labor)",
  GB: "look in the Regulated Professions Register (gov.uk), or ask the professional body",
};
const ASK_ELSEWHERE =
  "ask the professional body or the employment service where you live; for European countries the European Commission keeps a Regulated Professions Database";

/** Returns what to do where no licence is listed for the country (empty: anywhere); empty where one is. */
export function howToCheckLicence(
  licences: readonly Licence[],
  { place }: Catalogue,
  country: string,
): string {
  const isListed = licences.some(
    (one) => one.place === country || one.place.startsWith(`${country}-`),
  );
  if (isListed) return "";
  const how = WHERE_TO_ASK[country] ?? ASK_ELSEWHERE;
  const here = country === place ? ` in ${placeInWords(place)}` : " where you live";
  return `Whether a licence is needed${here} is unknown: none is on our list, which does not mean that there is none. Please check: ${how}.`;
}
