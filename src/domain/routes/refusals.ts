// What of a route the person has said no to, found by what a stage is about: an occupation, a credential,
// a stay, unpaid work. Why they said no is theirs; the search only leaves it out.

import type { Limits } from "../record/goal.ts";
import type { Stage } from "./route.ts";

/** Returns the subjects under which a stage can be refused, as in Refusal.subject. */
export function subjectsOf(
  stage: Pick<Stage, "kind" | "occupationId" | "credentialIds">,
): string[] {
  switch (stage.kind) {
    case "prepare":
      return stage.credentialIds.map((id) => `credential:${id}`);
    case "move":
      return [`occupation:${stage.occupationId}`];
    case "hold":
      return [`hold:${stage.occupationId}`];
    case "serve":
      return [`serve:${stage.occupationId}`];
  }
}

/** Returns every subject that the limits leave out, those of `notThese` as occupations. */
export function refusedSubjects(limits: Limits): ReadonlySet<string> {
  return new Set([
    ...limits.notThese.map((id) => `occupation:${id}`),
    ...(limits.refusals ?? []).map((refusal) => refusal.subject),
  ]);
}

/** Returns the ids refused of one kind of subject: "credential", "occupation", "hold" or "serve". */
export function refusedIds(limits: Limits, kind: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const subject of refusedSubjects(limits)) {
    if (subject.startsWith(`${kind}:`)) ids.add(subject.slice(kind.length + 1));
  }
  return ids;
}
