// What a stage can be refused by, in words: "working as a medical assistant", "the practical nursing
// certificate". Which subjects a stage has is refusals.ts's.

import { withCredentialArticle } from "../moves/credential-in-sentence.ts";
import { plainNameOf, withArticle } from "../moves/plain-name.ts";
import { type Catalogue, rowOf } from "../occupations/catalogue.ts";
import type { Refusal, RefusalReason } from "../record/goal.ts";

export const SUBJECT_KINDS = ["occupation", "credential", "serve", "hold"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface StageSubject {
  readonly kind: SubjectKind;
  /** An occupation's id, or a credential template's. */
  readonly id: string;
}

/** Returns the kind and the id of "occupation:31-9092.00"; undefined for any other text. */
export function parseStageSubject(text: string): StageSubject | undefined {
  const at = text.indexOf(":");
  const kind = SUBJECT_KINDS.find((one) => one === text.slice(0, at));
  const id = text.slice(at + 1);
  return kind === undefined || id === "" ? undefined : { kind, id };
}

/** Returns what the subject is, as it stands after "no to"; undefined where the catalogue does not know it. */
export function subjectInWords(catalogue: Catalogue, text: string): string | undefined {
  const subject = parseStageSubject(text);
  if (subject === undefined) return undefined;
  const { kind, id } = subject;
  if (kind === "credential") {
    const template = catalogue.credentials.find((one) => one.id === id);
    return template === undefined ? undefined : withCredentialArticle(template.name);
  }
  const row = rowOf(catalogue, id);
  if (row < 0) return undefined;
  const one = withArticle(plainNameOf(catalogue, row));
  switch (kind) {
    case "occupation":
      return `working as ${one}`;
    case "serve":
      return `volunteering as ${one}`;
    case "hold":
      return `staying on as ${one}`;
  }
}

const REASON_WORDS: Readonly<Record<RefusalReason, string>> = {
  "not this": "not this",
  hours: "not at these hours",
  place: "not in this place",
};

/** Returns why it was refused, as it is said: "not at these hours". */
export function reasonInWords(reason: RefusalReason): string {
  return REASON_WORDS[reason];
}

/** Returns the refusals that a route with these subjects meets, in the order in which they were said. */
export function refusalsMet(
  subjects: readonly string[],
  refusals: readonly Refusal[],
): readonly Refusal[] {
  const met = new Set(subjects);
  return refusals.filter(({ subject }) => met.has(subject));
}
