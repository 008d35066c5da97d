// What the plan's dates hang on: what drives the date of the goal, why each step begins and ends when it
// does, how sure each milestone is, and what is left of the savings.

import { dateInWords } from "../../domain/calendar-date.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { counted } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { DayCell, WideTable } from "./wide-table.tsx";

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
      <WideTable
        label="Why each step begins and ends when it does"
        columns={[
          "Step",
          "Why then",
          "Could begin later by",
          { figures: "A delay moves the goal" },
        ]}
      >
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
      </WideTable>
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
      <WideTable
        label="How sure each milestone is"
        columns={["Milestone", "Planned", "As likely as not by", "8 in 10 by", "19 in 20 by"]}
      >
        <tbody>
          {rows.map(({ id, title, date, odds }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <DayCell name="Planned" day={date} />
              <DayCell name="As likely as not by" day={odds.p50} />
              <DayCell name="8 in 10 by" day={odds.p80} />
              <DayCell name="19 in 20 by" day={odds.p95} />
            </tr>
          ))}
        </tbody>
      </WideTable>
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
