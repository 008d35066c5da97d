// Which credentials there are for an occupation, and the exam of a licence. The way to them, and what it takes a
// person, is moves/credential-path.ts's.

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
