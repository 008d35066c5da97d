// What the check-ins come to, and the check-ins themselves, as text. Sentences come with the answers; here is
// only their layout.

import { type CalendarDate, dateInWords } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { heading, type Layout, paragraph, quiet } from "./text-layout.ts";

type AgendaShown = OperationTypes["show-agenda"]["output"];
type Listed = OperationTypes["list-check-ins"]["output"];
type CheckIn = Listed["checkIns"][number];

/** Returns whose agenda the weeks served, the energy and the plan's hours as text, ending with a newline. */
export function printAgenda(shown: AgendaShown, layout: Layout): string {
  const { sentence, weeks, unsaid, hasEmployer, energy, drift, next, offered } = shown;
  const item = (text: string): string => paragraph(text, layout, "  · ", "    ");
  const block = (title: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : [heading(title, layout), ...lines].join("\n");
  const asked = drift?.question;
  const blocks = [
    heading(paragraph(sentence, layout), layout),
    block("Hours by week", [
      ...weeks.map(({ monday, hours, unsaid: open }) =>
        item(`from ${day(monday)}: ${hoursInWords({ hours, unsaid: open, hasEmployer })}`),
      ),
      ...(unsaid > 0 ? [item("Hours whose agenda was not said are in no share.")] : []),
    ]),
    block("Energy, and what you are good at", [
      ...(energy.sentence === undefined ? [] : [paragraph(energy.sentence, layout)]),
      ...energy.things.map(({ name, energy: mean, abilityPlace, weeks: count }) =>
        item(`${name}: energy ${signed(mean)} in ${count} weeks; ${ABILITY_WORDS[abilityPlace]}`),
      ),
    ]),
    block("Your plan", [
      ...(drift?.sentence === undefined ? [] : [paragraph(drift.sentence, layout)]),
      ...(asked === undefined
        ? []
        : [
            paragraph(asked, layout),
            quiet('throughline save-check-in --drift-answer "busy time"', layout),
            quiet('(or "fewer hours", "another goal", "fine as it is")', layout),
          ]),
    ]),
    block(
      "Noted this week, to take in with --noted",
      offered.map(({ title, hours }) => item(`${hours} h  ${title}`)),
    ),
    next.invitation === undefined
      ? ""
      : [
          paragraph(next.invitation, layout),
          quiet("throughline save-check-in --mine 3 --employer 38 --wins …", layout),
        ].join("\n"),
    next.timeToLookBack
      ? [
          "A quarter has gone by: twenty minutes to look back, if you like.",
          quiet("throughline save-check-in --kind quarterly --keep … --stop …", layout),
        ].join("\n")
      : "",
  ];
  return `${blocks.filter((text) => text !== "").join("\n\n")}\n`;
}

const ABILITY_WORDS: Readonly<
  Record<AgendaShown["energy"]["things"][number]["abilityPlace"], string>
> = {
  good: "you are good at it",
  "not shown": "your record does not show it yet",
  "not known": "how good you are at it is not known",
};

const AGENDA_WORDS = {
  mine: "mine",
  employer: "of those I work for",
  both: "both",
  neither: "neither",
} as const;

type HoursSaid = Pick<AgendaShown, "hours" | "unsaid" | "hasEmployer">;

function hoursInWords({ hours, unsaid, hasEmployer }: HoursSaid): string {
  const employer = hasEmployer ? "my employer’s" : AGENDA_WORDS.employer;
  const said = Object.entries({ ...AGENDA_WORDS, employer }).flatMap(([agenda, words]) => {
    const count = hours[agenda as keyof typeof AGENDA_WORDS]; // its keys are the agendas
    return count > 0 ? [`${rounded(count)} ${words}`] : [];
  });
  return [...said, ...(unsaid > 0 ? [`${rounded(unsaid)} not said`] : [])].join(", ");
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

function signed(energy: number): string {
  const text = energy.toFixed(1);
  return energy > 0 ? `+${text}` : text.replace("-", "−");
}

/** Returns the check-ins as text, the newest first, ending with a newline. */
export function printCheckIns({ checkIns, invitation }: Listed, layout: Layout): string {
  const blocks = [
    ...checkIns.map((one) => printCheckIn(one, layout)),
    ...(checkIns.length === 0 ? ["No check-ins yet."] : []),
    ...(invitation === undefined ? [] : [quiet(invitation, layout)]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const WORDS = [
  ["wins", "Went well"],
  ["whoHelped", "Helped"],
  ["whatChanged", "Changed"],
  ["onPlan", "On the plan"],
  ["onGoal", "On the goal"],
  ["keep", "Keep"],
  ["stop", "Stop"],
] as const;

function printCheckIn(checkIn: CheckIn, layout: Layout): string {
  const { id, date, kind, lines, driftAnswer } = checkIn;
  const title = `${day(date)}${kind === "quarterly" ? ", looking back" : ""}`;
  return [
    `${heading(title, layout)}  ${quiet(id, layout)}`,
    ...lines.map(({ what, action, hours, agenda, energy }) => {
      const facts = [
        ...(hours === undefined ? [] : [`${rounded(hours)} h`]),
        ...(agenda === undefined ? [] : [AGENDA_WORDS[agenda]]),
        ...(energy === undefined ? [] : [`energy ${signed(energy)}`]),
      ].join(", ");
      const name = [what, action?.title ?? ""].filter((text) => text !== "").join(" — ");
      return paragraph(
        [name, facts].filter((text) => text !== "").join(": "),
        layout,
        "  · ",
        "    ",
      );
    }),
    ...WORDS.flatMap(([field, label]) => {
      const text = checkIn[field];
      return text === undefined ? [] : [paragraph(`${label}: ${text}`, layout, "  ", "    ")];
    }),
    ...(driftAnswer === undefined ? [] : [`  Hours and goal: ${driftAnswer}`]),
  ].join("\n");
}

function day(date: CalendarDate | string): string {
  return dateInWords(date as CalendarDate); // what an operation gives as a day is one
}
