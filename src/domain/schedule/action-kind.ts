// The kinds of things to do in a plan, and nothing else: what each takes is action-templates.ts's.

export const ACTION_KINDS = [
  "course",
  "certificate",
  "degree",
  "exam",
  "licence",
  "practice",
  "project",
  "volunteering",
  "application",
  "employers",
  "talk",
  "house move",
  "hold",
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
