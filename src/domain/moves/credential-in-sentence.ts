// How a credential is called in a sentence: its name with small letters and an article, what it is counted
// as, and what one does to get several of them.

import { capital } from "../first-letter.ts";
import type { CredentialTemplate } from "../occupations/catalogue.ts";

/** Names that begin with one of these keep their capital inside a sentence. */
const PROPER_FIRST_WORDS: ReadonlySet<string> = new Set([
  "Adobe",
  "Amazon",
  "Cisco",
  "Google",
  "Linux",
  "Microsoft",
  "Salesforce",
]);

/**
 * Returns a name as it stands inside a sentence: its first letter is made small unless the name is a
 * proper one, as "Cisco Certified Network Associate" or "CPA exam" are.
 */
export function nameInSentence(name: string): string {
  const first = /^(?:[A-Z][a-z’']+|An?)(?= [a-z(]|,|-[a-z]|$)/.exec(name)?.[0];
  if (first === undefined || PROPER_FIRST_WORDS.has(first)) return name;
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Returns the name with its article: "the nursing exam (NCLEX-RN)", "a bachelor's degree". */
export function withCredentialArticle(name: string): string {
  const inside = nameInSentence(name);
  if (/^an? /.test(inside)) return inside;
  if (/^(bachelor|master|doctor|second bachelor)/.test(inside)) return `a ${inside}`;
  if (/^associate's/.test(inside)) return `an ${inside}`;
  const common =
    /\b(exam|examination|certificate|certification|degree|licen[cs]e|course|test|tests|associate|professional)\b/i;
  return inside !== name || common.test(name) ? `the ${inside}` : inside;
}

/**
 * Returns what people call it: an exam whose name is not that of an exam gives a certificate, as the
 * vendors' and associations' ones do ("CompTIA Security+"); all else is what the catalogue says.
 */
export function countedAs(
  template: Pick<CredentialTemplate, "kind" | "name">,
): CredentialTemplate["kind"] {
  if (template.kind !== "exam") return template.kind;
  return /\b(exams?|examination|tests?|assessment|rating)\b/i.test(template.name)
    ? "exam"
    : "certificate";
}

const VERBS: Readonly<Record<CredentialTemplate["kind"], string>> = {
  degree: "earn",
  certificate: "earn",
  course: "finish",
  exam: "pass",
  licence: "apply for",
};

/** What these give is not earned on a day but finished. */
const FINISHED =
  /^[^(]*\b(programme|apprenticeship|academy|school|training)$|^[^(]*\b(programme|academy|school)\b/;

/**
 * Returns what to do to get them, in their order, with a capital: "Earn the associate's degree in
 * nursing (ADN) and pass the exam". Exams and licences beside schooling are not named; empty for none.
 */
export function earnInWords(templates: readonly CredentialTemplate[]): string {
  const isMain = (one: CredentialTemplate): boolean =>
    !["exam", "licence"].includes(countedAs(one));
  const main = templates.filter(isMain);
  const shown = main.length > 0 ? main : templates;
  const parts: { readonly verb: string; readonly names: string[] }[] = [];
  for (const one of shown) {
    const verb = FINISHED.test(one.name) ? "finish" : VERBS[countedAs(one)];
    const name = withCredentialArticle(one.name).replace(/^an? (?=\S+'s)/, "the ");
    const last = parts.at(-1);
    if (last?.verb === verb) last.names.push(name);
    else parts.push({ verb, names: [name] });
  }
  const words = parts.map(({ verb, names }) => `${verb} ${names.join(" and ")}`);
  const exams = templates.filter((one) => !shown.includes(one) && countedAs(one) === "exam").length;
  if (exams > 0) words.push(exams === 1 ? "pass the exam" : "pass the exams");
  const text =
    words.length > 2 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join(" and ");
  return capital(text);
}
