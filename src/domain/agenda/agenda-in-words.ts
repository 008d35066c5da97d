// What check-ins come to, in sentences. They inform: nobody is praised for a share, nor scolded.

import { dateInWords } from "../calendar-date.ts";
import { listInWords } from "../words-in-a-row.ts";
import { AGENDA_WEEKS, type AgendaShares, LEAST_HOURS, LEAST_WEEKS } from "./agenda-shares.ts";
import { AGENDAS, type Agenda, type CheckIn } from "./check-in.ts";
import { type Drift, LASTING_WEEKS } from "./drift.ts";
import type { PlacedThing } from "./energy-and-ability.ts";

/** A share below this is left out of a sentence, and one as near to 1 is "nearly all". Assumption. */
const HARDLY_ANY = 0.05;

/** What hours served, where it stands first, and after another. */
const AGENDA_WORDS: Readonly<Record<Agenda, readonly [string, string]>> = {
  mine: ["your own agenda", "your own"],
  employer: ["your employer’s agenda", "your employer’s"],
  both: ["both your employer’s agenda and your own", "both"],
  neither: ["neither your employer’s agenda nor your own", "neither"],
};

/** Who works for themselves, unpaid, or not at present works for somebody, and has no employer. */
const NO_EMPLOYER_WORDS: typeof AGENDA_WORDS = {
  mine: AGENDA_WORDS.mine,
  employer: ["the agenda of those you work for", "that of those you work for"],
  both: ["both your own agenda and that of those you work for", "both"],
  neither: ["neither your own agenda nor that of those you work for", "neither"],
};

interface Headlined {
  readonly checkIns: readonly CheckIn[];
  readonly shares: AgendaShares;
  /** Whether somebody employs the person today (EMPLOYED_KINDS). */
  readonly hasEmployer: boolean;
}

/** Returns the sentence that the page of check-ins opens with. */
export function agendaInWords({ checkIns, shares, hasEmployer }: Headlined): string {
  if (checkIns.length === 0) {
    return "Two minutes a week: what you did, whose agenda it served, and what it gave you.";
  }
  const { weeks, from } = shares;
  if (weeks.length === 0) {
    return checkIns.some(({ date }) => date >= from)
      ? `What you noted lately is in your own words. With hours beside it, this page says whose agenda they served.`
      : `Welcome back. Nothing is noted since ${dateInWords(from)}; what was before stays in your history.`;
  }
  if (shares.shares === undefined && shares.unsaid > 0 && hasEnoughHours(shares)) {
    return `${weeks.length} weeks have hours. Say of more of them whose agenda they served, and this page adds it up.`;
  }
  if (shares.shares === undefined) {
    return `${weeks.length === 1 ? "One week has" : `${weeks.length} weeks have`} hours so far. From ${LEAST_WEEKS} weeks and ${LEAST_HOURS} hours on, this page says whose agenda they served.`;
  }
  const parts = AGENDAS.map((agenda) => ({ agenda, share: shares.shares?.[agenda] ?? 0 }))
    .filter(({ share }) => share >= HARDLY_ANY)
    .sort((a, b) => b.share - a.share);
  const words = hasEmployer ? AGENDA_WORDS : NO_EMPLOYER_WORDS;
  const span = `in the last ${AGENDA_WEEKS} weeks`;
  const [first] = parts;
  if (first !== undefined && first.share > 1 - HARDLY_ANY) {
    const amount = first.share === 1 ? "All" : "Nearly all";
    return `${amount} of the hours you noted ${span} served ${words[first.agenda][0]}.`;
  }
  const said = parts.map(({ agenda, share }, place) => {
    // Below a tenth tenths would double it.
    const tenths = share < 0.1 ? "about 1 in 20" : `about ${Math.round(share * 10)} in 10`;
    return place === 0 ? `${tenths} served ${words[agenda][0]}` : `${tenths} ${words[agenda][1]}`;
  });
  return `Of the hours you noted ${span}, ${listInWords(said)}.`;
}

/** Whether the hours would be enough, had their agenda been said. */
function hasEnoughHours({ weeks, hours, unsaid }: AgendaShares): boolean {
  const all = AGENDAS.reduce((sum, agenda) => sum + hours[agenda], unsaid);
  return weeks.length >= LEAST_WEEKS && all >= LEAST_HOURS;
}

/** Returns what was noted for the plan; undefined on too little, or without a plan. */
export function driftInWords({ weeks, planned, spent, share }: Drift): string | undefined {
  const [first] = weeks;
  if (share === undefined || first === undefined) return undefined;
  const done =
    spent === 0 ? "none were noted for its steps" : `${inHours(spent)} went to its steps`;
  return `For the ${weeks.length} weeks with hours since ${dateInWords(first.monday)} your plan had laid out ${inHours(planned)}; ${done}.`;
}

/** Returns the question that is asked when it lasts. */
export function driftQuestion(): string {
  return `For ${LASTING_WEEKS} of these weeks in a row, fewer than half of the planned hours went to your plan. That may be just right for now. How is it?`;
}

function inHours(hours: number): string {
  const rounded = hours < 10 ? Math.round(hours * 2) / 2 : Math.round(hours);
  return `${rounded} ${rounded === 1 ? "hour" : "hours"}`;
}

/** Things that one sentence names at most. */
const NAMED_AT_MOST = 3;

/** Returns what one is good at and enjoys, and what not; undefined when nothing can be said yet. */
export function energyInWords(things: readonly PlacedThing[]): string | undefined {
  const good = things.filter(({ abilityPlace }) => abilityPlace === "good");
  const namesOf = (place: PlacedThing["energyPlace"], among: readonly PlacedThing[]) =>
    among
      .filter(({ energyPlace }) => energyPlace === place)
      .toSorted((a, b) => Math.abs(b.energy) - Math.abs(a.energy))
      .slice(0, NAMED_AT_MOST)
      .map(({ inWords }) => inWords);
  const [gives, takes] = [namesOf("gives", good), namesOf("takes", good)];
  const fresh = namesOf(
    "gives",
    things.filter(({ abilityPlace }) => abilityPlace === "not shown"),
  );
  const sentences = [
    ...(gives.length === 0
      ? []
      : [
          `You are good at ${listInWords(gives)}, and ${gives.length === 1 ? "it gives" : "they give"} you energy.`,
        ]),
    ...(takes.length === 0
      ? []
      : [
          `You are ${gives.length === 0 ? "" : "also "}good at ${listInWords(takes)}, and ${takes.length === 1 ? "it takes" : "they take"} energy.`,
        ]),
    ...(fresh.length === 0
      ? []
      : [`What gives you energy and your record does not show yet: ${listInWords(fresh)}.`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}
