// The plan month by month: what is to be done by its end, how many hours, how much money.

import type { Currency } from "../../domain/money.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Milestone } from "../../domain/schedule/plan.ts";
import { counted, dayInWords, monthInWords } from "../in-words.ts";

/** Months that are shown at once; a plan farther out is read when it comes nearer. */
const MONTHS_AT_ONCE = 12;

interface MonthListProps {
  readonly milestones: readonly Milestone[];
  readonly currency: Currency;
  /** "2026-11" */
  readonly thisMonth: string;
}

export function MonthList({ milestones, currency, thisMonth }: MonthListProps) {
  const months = [...Map.groupBy(milestones, (milestone) => milestone.month)];
  const [near, far] = [months.slice(0, MONTHS_AT_ONCE), months.slice(MONTHS_AT_ONCE)];
  const list = (part: typeof months) => (
    <ol className="months">
      {part.map(([month, due]) => (
        <Month key={month} now={month === thisMonth} {...{ month, due, currency }} />
      ))}
    </ol>
  );
  return (
    <>
      {list(near)}
      {far.length > 0 && (
        <details>
          <summary>The {counted(far.length, "month")} after that</summary>
          {list(far)}
        </details>
      )}
    </>
  );
}

interface MonthProps {
  readonly month: Milestone["month"];
  readonly due: readonly Milestone[];
  readonly currency: Currency;
  readonly now: boolean;
}

function Month({ month, due, currency, now }: MonthProps) {
  const hours = Math.round(due.reduce((sum, milestone) => sum + milestone.hours, 0));
  const money = due.reduce((sum, milestone) => sum + milestone.money, 0);
  return (
    <li data-now={now || undefined}>
      <div className="month-head">
        <h3>{now ? "This month" : monthInWords(month)}</h3>
        <p className="figures quiet">
          {hours === 0 ? "waiting" : counted(hours, "hour")}
          {money >= 1 && ` · ${moneyInWords({ amount: money, currency })}`}
        </p>
      </div>
      <ul>
        {due.map((milestone) => (
          <li key={milestone.id}>
            {milestone.title}
            <span className="quiet figures by-day"> by {dayInWords(milestone.date)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
