// The plan month by month: what is to be done by its end, how many hours, how much money. The first
// year stands open, on a phone its first months; what is after it is folded, each part with what it takes.

import { useState } from "react";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Milestone } from "../../domain/schedule/plan.ts";
import { counted, dayInWords, hoursInWords, monthInWords } from "../in-words.ts";
import { isNarrowScreen } from "../narrow-screen.ts";
import {
  type HorizonChoice,
  HorizonFilter,
  HorizonGlimpse,
  isChosen,
  useHorizonEntries,
} from "./horizon-mark.tsx";

/** Months that are shown at once; a plan farther out is read when it comes nearer. */
const MONTHS_AT_ONCE = 12;
/** Of these, what stands open on a phone; on paper all of them do. */
const MONTHS_ON_A_PHONE = 3;

interface MonthListProps {
  readonly milestones: readonly Milestone[];
  readonly currency: Currency;
  /** "2026-11" */
  readonly thisMonth: string;
}

type Due = readonly [month: Milestone["month"], milestones: readonly Milestone[]];

export function MonthList({ milestones, currency, thisMonth }: MonthListProps) {
  const [chosen, setChosen] = useState<HorizonChoice>("all");
  const horizons = useHorizonEntries();
  const entryOf = ({ title }: Milestone) => horizons.get(`milestone:${title}`);
  const shown = milestones.filter((milestone) => isChosen(chosen, entryOf(milestone)));
  const months: Due[] = [...Map.groupBy(shown, (milestone) => milestone.month)];
  const near = months.slice(0, MONTHS_AT_ONCE);
  const [open] = useState(() => (isNarrowScreen() ? MONTHS_ON_A_PHONE : MONTHS_AT_ONCE));
  const next = near.slice(open);
  const years = [...Map.groupBy(months.slice(MONTHS_AT_ONCE), ([month]) => month.slice(0, 4))];
  const list = (part: readonly Due[]) => (
    <ol className="months">
      {part.map(([month, due]) => (
        <Month
          key={month}
          now={month === thisMonth}
          goingOn={subjectsOf(months[months.findIndex(([other]) => other === month) - 1])}
          {...{ month, due, currency, horizons }}
        />
      ))}
    </ol>
  );
  return (
    <>
      {horizons.size > 0 && (
        <HorizonFilter
          what="milestones"
          entries={milestones.map(entryOf)}
          {...{ chosen }}
          onChoose={setChosen}
        />
      )}
      {list(near.slice(0, open))}
      {next.length > 0 && (
        <details className="year print-open">
          <summary>
            {next.length === 1 ? "The month after" : `The ${next.length} months after`}
            <span className="quiet figures"> · {takenInWords(next, currency)}</span>
          </summary>
          {list(next)}
        </details>
      )}
      {years.map(([year, part]) => (
        <details key={year} className="year">
          <summary>
            {near.at(-1)?.[0].startsWith(year) ? `The rest of ${year}` : year}
            <span className="quiet figures"> · {yearInWords(part, currency)}</span>
          </summary>
          {list(part)}
        </details>
      ))}
    </>
  );
}

function yearInWords(months: readonly Due[], currency: Currency): string {
  return `${counted(months.length, "month")}, ${takenInWords(months, currency)}`;
}

function takenInWords(months: readonly Due[], currency: Currency): string {
  const { hours, money } = takenBy(months.flatMap(([, milestones]) => milestones));
  return [
    hours === 0 ? "no extra hours" : hoursInWords(hours),
    ...(money >= 1 ? [moneyInWords({ amount: Math.round(money), currency })] : []),
  ].join(", ");
}

function takenBy(due: readonly Milestone[]) {
  return {
    hours: Math.round(due.reduce((sum, milestone) => sum + milestone.hours, 0)),
    money: due.reduce((sum, milestone) => sum + milestone.money, 0),
  };
}

/** Between what a milestone is about and how far it is by then: "Earn the degree: 66 of 2,700 hours". */
const AFTER_SUBJECT = ": ";

function subjectOf({ title }: Milestone): string {
  const end = title.lastIndexOf(AFTER_SUBJECT);
  return end === -1 ? title : title.slice(0, end);
}

function subjectsOf(due: Due | undefined): ReadonlySet<string> {
  return new Set(due?.[1].map(subjectOf));
}

interface MonthProps {
  readonly month: Milestone["month"];
  readonly due: readonly Milestone[];
  readonly currency: Currency;
  readonly now: boolean;
  /** What the month before was about: of that, only how far it is now is new. */
  readonly goingOn: ReadonlySet<string>;
  readonly horizons: ReturnType<typeof useHorizonEntries>;
}

function Month({ month, due, currency, now, goingOn, horizons }: MonthProps) {
  const { hours, money } = takenBy(due);
  return (
    <li data-now={now || undefined}>
      <div className="month-head">
        <h3>{now ? "This month" : monthInWords(month)}</h3>
        <p className="figures quiet">
          {hours === 0 ? "no extra hours" : counted(hours, "hour")}
          {money >= 1 && ` · ${moneyInWords({ amount: money, currency })}`}
        </p>
      </div>
      <ul>
        {due.map((milestone) => (
          <li key={milestone.id}>
            <MilestoneWords milestone={milestone} goesOn={goingOn.has(subjectOf(milestone))} />
            <span className="quiet figures by-day"> by {dayInWords(milestone.date)}</span>
            <HorizonGlimpse entry={horizons.get(`milestone:${milestone.title}`)} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The title; where it goes on from the month before, what is new stands out and the rest is quiet. */
function MilestoneWords(props: { readonly milestone: Milestone; readonly goesOn: boolean }) {
  const { milestone, goesOn } = props;
  const subject = subjectOf(milestone);
  if (!goesOn || subject === milestone.title) return milestone.title;
  return (
    <>
      <span className="quiet">
        {subject}
        {AFTER_SUBJECT}
      </span>
      {milestone.title.slice(subject.length + AFTER_SUBJECT.length)}
    </>
  );
}
