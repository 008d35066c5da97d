// Plans that were kept: two of them side by side, what the later one has otherwise, and all of them to look at.

import "./plan.css";
import "./plans.css";
import { NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { counted } from "../in-words.ts";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { ScrollRegion } from "../parts/scroll-region.tsx";

type Kept = ValueOf<"list-plans">["plans"][number];
type Compared = ValueOf<"compare-plans">;

export function PlansPage() {
  const kept = useAnswer("list-plans", {});
  if (kept.isPending) return <Waiting>Looking for your plans…</Waiting>;
  if (kept.isError) return <ProblemPage error={kept.error} />;
  const { plans } = kept.data;
  const [one, other] = [plans.at(-2), plans.at(-1)];
  if (other === undefined) {
    return (
      <>
        <h1>No plan is kept yet.</h1>
        <p>
          <Link to="/gaps">Say what you are heading for</Link>, and make one.
        </p>
      </>
    );
  }
  return one === undefined ? (
    <>
      <h1>One plan is kept so far, so there is nothing to set beside it.</h1>
      <PlanList plans={plans} />
    </>
  ) : (
    <TwoPlans {...{ plans, one, other }} />
  );
}

interface TwoPlansProps {
  readonly plans: readonly Kept[];
  readonly one: Kept;
  readonly other: Kept;
}

function TwoPlans({ plans, one, other }: TwoPlansProps) {
  const [chosen, setChosen] = useState({ one: one.id, other: other.id });
  const compared = useAnswer("compare-plans", chosen, { keep: true });
  const choices = plans.toReversed().map((plan, i) => ({
    value: plan.id,
    label: nameOf(plan, plans.length - i),
  }));
  if (compared.isPending) return <Waiting>Setting the two side by side…</Waiting>;
  if (compared.isError) return <ProblemPage error={compared.error} />;
  return (
    <>
      <h1>{compared.data.sentence}</h1>
      <div className="form">
        <NativeSelect
          label="The earlier plan"
          value={chosen.one}
          onChange={(event) => setChosen({ ...chosen, one: event.currentTarget.value })}
          data={choices}
        />
        <NativeSelect
          label="The later plan"
          value={chosen.other}
          onChange={(event) => setChosen({ ...chosen, other: event.currentTarget.value })}
          data={choices}
        />
      </div>
      <Differences compared={compared.data} />
      <PlanList plans={plans} />
    </>
  );
}

/** "Plan 3, 3 May 2027": two of one day are told apart by their number. */
function nameOf({ madeOn }: Kept, number: number): string {
  // `as`: plans are made on days.
  return `Plan ${number}, ${dateInWords(madeOn as CalendarDate)}`;
}

function Differences({ compared }: { readonly compared: Compared }) {
  const { actions, hours, money } = compared;
  // `as`: it is a plan’s.
  const currency = compared.currency as Currency;
  const same = actions.length === 0 && hours.from === hours.to && money.from === money.to;
  if (same) return null;
  return (
    <>
      <h2>What differs</h2>
      <ScrollRegion label="What differs between the two plans">
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Ends in the earlier</th>
              <th scope="col">Ends in the later</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ actionId, title, from, to }) => (
              <tr key={actionId}>
                <th scope="row">{title}</th>
                <td>{endInWords(from)}</td>
                <td>{endInWords(to)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Hours in all</th>
              <td>{counted(Math.round(hours.from), "hour")}</td>
              <td>{counted(Math.round(hours.to), "hour")}</td>
            </tr>
            <tr>
              <th scope="row">Money in all</th>
              <td>{moneyInWords({ amount: Math.round(money.from), currency })}</td>
              <td>{moneyInWords({ amount: Math.round(money.to), currency })}</td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

function endInWords(day: string | undefined): string {
  // `as`: ends are days.
  return day === undefined ? "not in it" : dateInWords(day as CalendarDate);
}

/** Every plan, the newest first, and why it was made. */
function PlanList({ plans }: { readonly plans: readonly Kept[] }) {
  return (
    <>
      <h2>All plans</h2>
      <ol className="kept-plans" reversed>
        {plans.toReversed().map((plan) => (
          <li key={plan.id}>
            <Link to="/plan" search={{ id: plan.id }}>
              {plan.headline}
            </Link>{" "}
            <span className="quiet">
              Made on {dateInWords(plan.madeOn as CalendarDate)}. {plan.reason}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
