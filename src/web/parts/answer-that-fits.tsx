// Where the goal does not fit its limits: what binds, and what each single change would make of it.
// Every change is one press away.

import { Button } from "@mantine/core";
import { useState } from "react";
import { calendarMonthOf, dateInWords } from "../../domain/calendar-date.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Plan } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { changeGoal, goForNearer } from "../change-goal.ts";
import { counted, unbroken } from "../in-words.ts";
import { isNarrowScreen } from "../narrow-screen.ts";
import { OccupationLink } from "./occupation-link.tsx";
import { ProblemLine } from "./problem-note.tsx";

/** Nearer goals that stand open on a phone; the others are named there and folded. */
const NEARER_ON_A_PHONE = 1;

export function AnswerThatFits({ plan }: { readonly plan: Plan }) {
  const changes = useChanges();
  const [open] = useState(() => (isNarrowScreen() ? NEARER_ON_A_PHONE : Number.MAX_SAFE_INTEGER));
  const { infeasibility, goal } = plan;
  if (infeasibility === undefined) return null;
  const { earliest, hoursPerWeek, budget, payFloor, nearerGoals } = infeasibility;
  const alone = [
    ...(infeasibility.relaxations ?? []).map(({ text }) => text),
    ...(infeasibility.leftOutText === undefined ? [] : [infeasibility.leftOutText]),
  ];
  const then = (work: () => Promise<unknown>) =>
    changes.mutate(async () => {
      await work();
      await call("keep-plan", {});
    });
  const busy = changes.isPending;
  const nearer = (goals: typeof nearerGoals) => (
    <ul className="options">
      {goals.map(({ occupationId, occupation, everydayName, explanation }) => (
        <li key={occupationId}>
          <p>
            <strong>
              <OccupationLink id={occupationId} title={everydayName} />.
            </strong>{" "}
            {unbroken(explanation)}
          </p>
          <Button
            disabled={busy}
            variant="light"
            aria-label={`Plan for this first: ${everydayName}`}
            onClick={() => then(() => goForNearer(goal, { id: occupationId, title: occupation }))}
          >
            Plan for this first
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="fits" className="fits">
      <h2 id="fits">What would make it fit</h2>
      <p>{unbroken(infeasibility.explanation)}</p>
      {alone.length > 0 && (
        <p className="quiet">{unbroken(`Each limit by itself: ${alone.join(" ")}`)}</p>
      )}
      <ul className="options">
        {hoursPerWeek !== undefined && (
          <li>
            <p>
              <strong>More hours.</strong> {hoursPerWeek} a week instead of{" "}
              {goal.limits.hoursPerWeek}, by the same date.
            </p>
            <Button
              disabled={busy}
              variant="light"
              onClick={() => then(() => changeGoal(goal, { hours: hoursPerWeek }))}
            >
              Plan with {hoursPerWeek} hours a week
            </Button>
          </li>
        )}
        {earliest !== undefined && (
          <li>
            <p>
              <strong>A later date.</strong> The same {counted(goal.limits.hoursPerWeek, "hour")} a
              week.
            </p>
            <Button
              disabled={busy}
              variant="light"
              onClick={() => then(() => changeGoal(goal, { by: calendarMonthOf(earliest) }))}
            >
              Plan for {dateInWords(calendarMonthOf(earliest))}
            </Button>
          </li>
        )}
        {budget !== undefined && (
          <li>
            <p>
              <strong>More money.</strong> All else stays as it is.
            </p>
            <Button
              disabled={busy}
              variant="light"
              onClick={() => then(() => changeGoal(goal, { budget }))}
            >
              Plan with {moneyInWords({ amount: budget, currency: plan.currency })}
            </Button>
          </li>
        )}
        {payFloor !== undefined && (
          <li>
            <p>
              <strong>Less pay on the way.</strong> All else stays as it is.
            </p>
            <Button
              disabled={busy}
              variant="light"
              onClick={() => then(() => changeGoal(goal, { payFloor }))}
            >
              Plan with at least {moneyInWords({ amount: payFloor, currency: plan.currency })} a
              year
            </Button>
          </li>
        )}
      </ul>
      {nearerGoals.length > 0 && (
        <>
          <h3>Or something nearer first, on the way</h3>
          {nearer(nearerGoals.slice(0, open))}
          {nearerGoals.length > open && (
            <details className="print-open">
              <summary>
                {nearerGoals.length - open} more:{" "}
                {nearerGoals
                  .slice(open)
                  .map(({ everydayName }) => everydayName)
                  .join(", ")}
              </summary>
              {nearer(nearerGoals.slice(open))}
            </details>
          )}
        </>
      )}
      <ProblemLine error={changes.error} />
    </section>
  );
}
