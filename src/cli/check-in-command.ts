// `throughline check-in`: the two minutes in the terminal, a question at a time, each of which Enter leaves
// open. Stopping keeps what was said so far. Without a terminal it shows what the check-ins come to.

import { saveCheckIn } from "../operations/agenda/save-check-in.ts";
import { showAgenda } from "../operations/agenda/show-agenda.ts";
import type { OperationContext } from "../operations/context.ts";
import { problemText } from "../operations/problem-text.ts";
import type { Asker } from "./asker.ts";
import { DONE, exitCodeOf } from "./exit-codes.ts";
import { nextCommandOf } from "./next-command.ts";
import { type Layout, paragraph } from "./text-layout.ts";

type Said = Parameters<typeof saveCheckIn.run>[1];
type Line = NonNullable<Said["lines"]>[number];

/** 7 × 24; save-check-in refuses more. */
const HOURS_IN_A_WEEK = 168;
/** Room that the guide line of a terminal conversation takes. */
const GUIDE = 4;

const NOT_SAID = { id: "not-said", label: "Leave it open" } as const;
const AGENDA_CHOICES = [
  NOT_SAID,
  { id: "mine", label: "Mine" },
  { id: "employer", label: "That of my employer, or of those I work for" },
  { id: "both", label: "Both" },
  { id: "neither", label: "Neither" },
] as const;
const ENERGY_CHOICES = [
  NOT_SAID,
  { id: "2", label: "It gave a lot" },
  { id: "1", label: "It gave some" },
  { id: "0", label: "Neither" },
  { id: "-1", label: "It took some" },
  { id: "-2", label: "It took a lot" },
] as const;

const WORDS = [
  ["wins", "What went well?"],
  ["whoHelped", "Who helped?"],
  ["whatChanged", "What changed?"],
] as const;

/** Holds the check-in and keeps it; returns the exit code. */
export async function holdCheckIn(
  context: OperationContext,
  asker: Asker,
  world: Layout & { readonly printError: (text: string) => void },
): Promise<number> {
  const layout = { ...world, columns: world.columns - GUIDE };
  const say = (text: string): void => asker.say(paragraph(text, layout));
  const fail = (problem: Parameters<typeof problemText>[0]): number => {
    world.printError(`${problemText(problem)}${nextCommandOf(problem.code)}\n`);
    return exitCodeOf(problem.code);
  };
  const before = await showAgenda.run(context, {});
  if (!before.ok) return fail(before.problem);
  say(before.value.sentence);
  say("Enter leaves a question open; Escape stops and keeps what was said.");
  const said = await askAll(asker, before.value.offered);
  const kept = await keep(context, said, say);
  if (!kept.ok) {
    if (kept.problem.code !== "check-in/nothing-said") return fail(kept.problem);
    say("Nothing was said, and nothing is kept. Any other day is as good.");
    return DONE;
  }
  say(kept.value.sentence);
  const after = await showAgenda.run(context, {});
  if (after.ok) say(after.value.sentence);
  return DONE;
}

/** More hours than a week has are left open, so that nothing else that was said is lost. */
async function keep(context: OperationContext, said: Said, say: (text: string) => void) {
  const kept = await saveCheckIn.run(context, said);
  if (kept.ok || kept.problem.code !== "check-in/too-many-hours") return kept;
  const lines = (said.lines ?? []).map(({ hours: _hours, ...line }) => line);
  const { noted: _noted, ...words } = said;
  const without = await saveCheckIn.run(context, { ...words, lines });
  if (!without.ok) return kept;
  const { hours, most } = kept.problem;
  say(
    `The week would come to ${Math.round(hours * 100) / 100} hours, and a week has ${most}. Everything else is kept; ` +
      "throughline list-check-ins and save-check-in put the hours right.",
  );
  return without;
}

interface Offered {
  readonly title: string;
  readonly hours: number;
}

/** What was said until the end, or until the person stopped. */
async function askAll(asker: Asker, offered: readonly Offered[]): Promise<Said> {
  const lines: Line[] = [];
  let said: Said = {};
  if (offered.length > 0) {
    const noted = offered.map(({ title, hours }) => `${hours} hours for “${title}”`).join(", ");
    const choices = [
      { id: "take", label: "Take them in" },
      { id: "leave", label: "Leave them" },
    ];
    const chosen = await asker.choose(`Noted this week: ${noted}`, choices, "take");
    if (chosen === undefined) return said;
    if (chosen === "take") said = { ...said, noted: true };
  }
  for (;;) {
    const what = await asker.write(
      lines.length === 0 ? "What did you do this week?" : "And what else?",
      "",
      () => undefined,
    );
    if (what === undefined) return { ...said, lines };
    if (what.trim() === "") break;
    const { line, stopped } = await askLine(what.trim(), asker);
    lines.push(line);
    if (stopped) return { ...said, lines };
  }
  for (const [field, question] of WORDS) {
    const text = await asker.write(question, "", () => undefined);
    if (text === undefined) break;
    said = { ...said, [field]: text.trim() };
  }
  return { ...said, lines };
}

async function askLine(
  what: string,
  asker: Asker,
): Promise<{ readonly line: Line; readonly stopped: boolean }> {
  let line: Line = { what };
  const hours = await asker.write("How many hours?", "", (text) =>
    isHours(text) ? undefined : `A number of hours up to ${HOURS_IN_A_WEEK}, or nothing`,
  );
  if (hours === undefined) return { line, stopped: true };
  if (hours.trim() !== "") line = { ...line, hours: hoursIn(hours) };
  const agenda = await asker.choose("Whose agenda did it serve?", AGENDA_CHOICES, NOT_SAID.id);
  if (agenda === undefined) return { line, stopped: true };
  if (agenda !== NOT_SAID.id) line = { ...line, agenda: agenda as NonNullable<Line["agenda"]> }; // one of the choices
  const energy = await asker.choose("Did it take or give energy?", ENERGY_CHOICES, NOT_SAID.id);
  if (energy === undefined) return { line, stopped: true };
  if (energy !== NOT_SAID.id) line = { ...line, energy: Number(energy) };
  return { line, stopped: false };
}

function isHours(text: string): boolean {
  const hours = hoursIn(text);
  return hours >= 0 && hours <= HOURS_IN_A_WEEK;
}

/** Half the world writes 2,5. */
function hoursIn(text: string): number {
  return Number(text.trim().replace(",", "."));
}
