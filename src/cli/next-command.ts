// What to type next after a problem. The problem's own sentence is the same on every face; the command
// that helps is the terminal's.

const NEXT_COMMANDS: Readonly<Record<string, string>> = {
  "goal/none": "--goal TITLE, or throughline set-goal TITLE",
  "goal/no-match": "throughline search-occupations WORDS",
  "occupation/not-named": "--occupation TITLE, or throughline set-goal TITLE",
  "occupation/unknown": "throughline search-occupations WORDS",
  "assessment/unknown-item": "throughline show-assessment",
  "assessment/nothing-said": "throughline show-assessment",
  "assessment/no-value": "throughline show-assessment",
  "element/unknown": "throughline show-rating-scale",
  "rating/nothing-said": "throughline show-rating-scale",
  "record/none": "throughline import-resume FILE",
  "position/unknown": "throughline show-record",
  "ladder/unknown": "throughline show-record",
  "decision/unknown": "throughline list-decisions",
  "statement/unknown": "throughline show-statement",
  "decision/unknown-entry": "throughline show-record",
  "question/not-asked": "throughline show-interview",
  "plan/no-actions": "throughline keep-plan",
  "plan/none": "throughline keep-plan",
  "action/unknown": "throughline show-today",
  "plan/unknown": "throughline list-plans",
};

/** Returns what to add to the problem's sentence, with its brackets; empty where nothing helps. */
export function nextCommandOf(problemCode: string): string {
  const command = NEXT_COMMANDS[problemCode];
  return command === undefined ? "" : ` (${command})`;
}
