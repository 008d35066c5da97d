// What the plan's dates hang on: what drives the date of the goal, why each step begins and ends when it
// does, how sure each milestone is, and what is left of the savings.

import { dateInWords } from "../../domain/calendar-date.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { counted, shortMonth } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** What is known of the order of the steps. */
const NO_EARLIER = "The hours you give allow no earlier end, whatever the order of the steps.";
const PERHAPS_EARLIER =
  "The order of the steps is the best of many that were tried; a better one may exist.";

/** Nothing to show of plans that were kept before the dates said what they hang on. */
export function DateGrounds({ plan }: { readonly plan: Plan }) {
  const { drivers = [], placement, savings = [] } = plan;
  const isSaid = plan.actions.some(({ bounds }) => bounds !== undefined);
  if (!isSaid) return null;
  return (
    <section aria-labelledby="date-grounds" className="no-print">
      <h2 id="date-grounds">What the dates hang on</h2>
      <p>
        {drivers.map(({ sentence }) => sentence).join(" ")}{" "}
        {placement?.isEarliest !== undefined &&
          (placement.isEarliest ? NO_EARLIER : PERHAPS_EARLIER)}
      </p>
      <Bounds plan={plan} />
      <Odds plan={plan} />
      {savings.length > 0 && <Savings plan={plan} />}
    </section>
  );
}

function Bounds({ plan }: { readonly plan: Plan }) {
  return (
    <details>
      <summary>Why each step begins and ends when it does</summary>
      <ScrollRegion label="Why each step begins and ends when it does, as a table">
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Why then</th>
              <th scope="col">Could begin later by</th>
              <th scope="col" className="number">
                A delay moves the goal
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.actions.map(({ id, title, bounds, slackDays, criticality = 0 }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td data-name="Why then">{bounds?.sentence}</td>
                <td data-name="Could begin later by">
                  {slackDays === 0 ? "not at all" : counted(slackDays, "day")}
                </td>
                <td className="number" data-name="A delay moves the goal">
                  {Math.round(criticality * 100)} in 100 runs
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function Odds({ plan }: { readonly plan: Plan }) {
  const rows = plan.milestones.flatMap(({ id, title, date, odds }) =>
    odds === undefined ? [] : [{ id, title, date, odds }],
  );
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>How sure each milestone is</summary>
      <ScrollRegion label="How sure each milestone is, as a table">
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">Milestone</th>
              <th scope="col">Planned</th>
              <th scope="col">As likely as not by</th>
              <th scope="col">8 in 10 by</th>
              <th scope="col">19 in 20 by</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, date, odds }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td data-name="Planned" title={dateInWords(date)}>
                  {shortMonth(date)}
                </td>
                <td data-name="As likely as not by" title={dateInWords(odds.p50)}>
                  {shortMonth(odds.p50)}
                </td>
                <td data-name="8 in 10 by" title={dateInWords(odds.p80)}>
                  {shortMonth(odds.p80)}
                </td>
                <td data-name="19 in 20 by" title={dateInWords(odds.p95)}>
                  {shortMonth(odds.p95)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function Savings({ plan: { savings = [], currency, goal } }: { readonly plan: Plan }) {
  const money = (amount: number) => moneyInWords({ amount, currency });
  const lowest = savings.reduce((least, one) => (one.left < least.left ? one : least));
  const floor = goal.limits.savingsFloor?.amount ?? 0;
  return (
    <>
      <p>
        Your savings are lowest in {dateInWords(lowest.month)}: {money(lowest.left)}
        {floor > 0 && `, where you want to keep ${money(floor)}`}.
      </p>
      <details>
        <summary>What is left of your savings, month by month</summary>
        <ScrollRegion label="What is left of your savings, as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">End of</th>
                <th scope="col" className="number">
                  Left
                </th>
              </tr>
            </thead>
            <tbody>
              {savings.map(({ month, left }) => (
                <tr key={month}>
                  <th scope="row">{dateInWords(month)}</th>
                  <td className="number">{money(left)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </>
  );
}
