// The ways to a licence: for each credential that leads to it, what must be done in which order, down
// to the exam. What it takes a person in months is moves/' work.

import type { Catalogue, CredentialTemplate, Licence } from "./catalogue.ts";

type Templates = readonly CredentialTemplate[];
/** A search asks for the same templates again and again; kept by the list that they stand in. */
const templatesById = new WeakMap<Templates, ReadonlyMap<string, CredentialTemplate>>();

/** Returns the credential template of that id, or undefined. */
export function credentialOf(catalogue: Catalogue, id: string): CredentialTemplate | undefined {
  const { credentials } = catalogue;
  const known = templatesById.get(credentials);
  if (known !== undefined) return known.get(id);
  const fresh = new Map(credentials.map((one) => [one.id, one]));
  templatesById.set(credentials, fresh);
  return fresh.get(id);
}

const templatesByRow = new WeakMap<Templates, ReadonlyMap<number, Templates>>();

/** Returns the credential templates that prepare for the occupation, in the catalogue's order. */
export function credentialsFor(catalogue: Catalogue, row: number): Templates {
  const { credentials } = catalogue;
  let known = templatesByRow.get(credentials);
  if (known === undefined) {
    const fresh = new Map<number, CredentialTemplate[]>();
    for (const one of credentials) {
      for (const served of new Set(one.preparesFor)) {
        const list = fresh.get(served);
        if (list === undefined) fresh.set(served, [one]);
        else list.push(one);
      }
    }
    known = fresh;
    templatesByRow.set(credentials, known);
  }
  return known.get(row) ?? [];
}

/** Returns the template of the licence's exam, or undefined when it has none on the list. */
export function examOf(catalogue: Catalogue, licence: Licence): CredentialTemplate | undefined {
  if (licence.exam === "") return undefined;
  return catalogue.credentials.find((credential) => credential.name === licence.exam);
}

/**
 * Returns the credential with everything that must be done before it and is not held yet, first
 * things first; empty when it is held itself, or unknown. A held one counts with all that led to it.
 */
export function stepsTo(
  catalogue: Catalogue,
  credentialId: string,
  held: ReadonlySet<string>,
): readonly CredentialTemplate[] {
  const steps: CredentialTemplate[] = [];
  const seen = new Set<string>(held);
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const credential = credentialOf(catalogue, id);
    if (credential === undefined) return;
    for (const before of credential.after) visit(before);
    steps.push(credential);
  };
  visit(credentialId);
  return steps;
}

/**
 * Returns the ways to the licence in the catalogue's order, each a list of credential templates in the
 * order to earn them, the exam last, without those already held. A way with nothing left is an empty
 * list; a licence without credentials has the exam alone as its way, or none.
 */
export function pathsToLicence(
  catalogue: Catalogue,
  licence: Licence,
  held: ReadonlySet<string>,
): readonly (readonly CredentialTemplate[])[] {
  const exam = examOf(catalogue, licence);
  const examSteps = exam === undefined ? [] : stepsTo(catalogue, exam.id, held);
  if (licence.credentials.length === 0) return exam === undefined ? [] : [examSteps];
  return licence.credentials.map((id) => {
    const steps = stepsTo(catalogue, id, held);
    return [...steps, ...examSteps.filter((step) => !steps.includes(step))];
  });
}
