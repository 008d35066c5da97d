// Plan: one sentence that says what is so, the picture, what would make it fit, the months, the steps,
// the backups, and what all of it rests on. On a phone the later months and the steps are folded.

import "./plan.css";
import "./today.css";
import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { calendarMonthOf, dateInWords, monthsBetween } from "../../domain/calendar-date.ts";
import { costsInWords, moneyInWords } from "../../domain/money.ts";
import type { Goal } from "../../domain/record/goal.ts";
import type { Plan, PositionMatch } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { chanceInWords, counted, hoursInWords } from "../in-words.ts";
import { AnswerThatFits } from "../parts/answer-that-fits.tsx";
import { BackupList } from "../parts/backup-list.tsx";
import { StatementWords } from "../parts/career-statement.tsx";
import { DateGrounds } from "../parts/date-grounds.tsx";
import { MonthList } from "../parts/month-list.tsx";
import { MovedList } from "../parts/moved-list.tsx";
import { PaymentTable } from "../parts/payment-table.tsx";
import { Signatures, StandOnPaper } from "../parts/plan-on-paper.tsx";
import { PlanPicture } from "../parts/plan-picture.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { StepTable } from "../parts/step-table.tsx";

/** The library that draws it weighs more than the page: the words are there before it. */
const BurnUp = lazy(() =>
  import("../parts/burn-up.tsx").then((module) => ({ default: module.BurnUp })),
);

export function PlanPage() {
  const { id } = useSearch({ from: "/plan" });
  const kept = useAnswer("show-plan", id === undefined ? {} : { id });
  if (kept.isPending) return <Waiting>Opening your plan…</Waiting>;
  if (kept.isError) return <ProblemPage error={kept.error} />;
  return <PlanShown plan={kept.data} earlier={id !== undefined} />;
}

interface PlanShownProps {
  readonly plan: Plan;
  /** It was asked for by its id, to look back at. */
  readonly earlier: boolean;
}

function PlanShown({ plan, earlier }: PlanShownProps) {
  const route = plan.routes.find(({ id }) => id === plan.chosenRouteId);
  return (
    <>
      <h1>{plan.headline}</h1>
      <Statement plan={plan} earlier={earlier} />
      <p className="quiet">{goalInWords(plan)}</p>
      {earlier ? (
        <p className="asks">
          This plan was made on {dateInWords(plan.madeOn)}. <Link to="/plan">See the newest</Link>
        </p>
      ) : (
        <Stale plan={plan} />
      )}
      <WhatMoved plan={plan} />
      <Notices plan={plan} />
      {plan.actions.length > 0 && (
        <>
          <StandOnPaper plan={plan} />
          <h2>The way there</h2>
          <Summary plan={plan} routeName={route?.name} />
          <PlanPicture plan={plan} />
        </>
      )}
      {!earlier && <AnswerThatFits plan={plan} />}
      {plan.actions.length > 0 && (
        <>
          <h2>Month by month</h2>
          <MonthList
            milestones={plan.milestones}
            currency={plan.currency}
            thisMonth={calendarMonthOf(plan.madeOn)}
          />
          <Suspense fallback={null}>
            <BurnUp plan={plan} earlier={earlier} />
          </Suspense>
          <h2>Every step</h2>
          <StepTable plan={plan} earlier={earlier} />
          <DateGrounds plan={plan} />
          <PaymentTable payments={plan.payments ?? []} currency={plan.currency} />
        </>
      )}
      {plan.backups.length > 0 && (
        <>
          <h2>If it goes another way</h2>
          <BackupList backups={plan.backups} />
          <p className="no-print">
            <Link to="/backups">What they do for the chance, and what bad luck would do</Link>
          </p>
        </>
      )}
      {route !== undefined && (
        <>
          <h2>What this rests on</h2>
          <Grounds plan={plan} />
        </>
      )}
      {plan.actions.length > 0 && <Signatures />}
      <div className="buttons no-print">
        <Button variant="light" onClick={() => window.print()}>
          Print this plan
        </Button>
        <Button variant="subtle" component={Link} to="/data" hash="calendar">
          Put it in your calendar
        </Button>
        <Button variant="subtle" component={Link} to="/today">
          This week and this month
        </Button>
        <Button variant="subtle" component={Link} to="/plans">
          Plans before this one
        </Button>
        <Button variant="subtle" component={Link} to="/routes">
          Compare other routes
        </Button>
      </div>
    </>
  );
}

/** What all of it is for, in the person's own words; where there is none, the way to write it. */
function Statement({ plan: { statement }, earlier }: PlanShownProps) {
  if (statement !== undefined) return <StatementWords text={statement} />;
  if (earlier) return null;
  return (
    <p className="no-print">
      <Link to="/horizons" hash="statement">
        Say in your own words what it is for
      </Link>
    </p>
  );
}

/** Returns the goal and its limits on one line, so that the plan says on paper too what it is for. */
function goalInWords({ goal, goalOccupation }: Plan): string {
  const { hoursPerWeek, budget } = goal.limits;
  const title = goal.title === goal.occupationId ? goalOccupation : goal.title;
  return [
    `Goal: ${title}`,
    ...(goal.by === undefined ? [] : [`by ${dateInWords(goal.by)}`]),
    `${counted(hoursPerWeek, "hour")} a week${otherWeeks(goal)}`,
    ...(budget === undefined ? [] : [`at most ${moneyInWords(budget)} in fees`]),
  ].join(", ");
}

/** " (2 in May 2027, exams)": each stretch of weeks, as it was said. */
function otherWeeks({ limits: { weeks = [] } }: Goal): string {
  const said = weeks.map(({ from, to, hoursPerWeek, why }) => {
    const days = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
    return `${hoursPerWeek} in ${days}${why === "" ? "" : `, ${why}`}`;
  });
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

/** Against the plan before, in one made anew; and what is done or left out by now. */
function WhatMoved({ plan: { replanned } }: { readonly plan: Plan }) {
  if (replanned === undefined) return null;
  return (
    <section aria-labelledby="moved">
      <h2 id="moved">What moved</h2>
      <p>
        {replanned.sentence}{" "}
        <Link to="/plan" search={{ id: replanned.fromId }} className="no-print">
          See the plan before
        </Link>
      </p>
      <MovedList replanned={replanned} />
      {replanned.settled.length > 0 && (
        <ul>
          {replanned.settled.map(({ actionId, title, outcome, on }) => (
            <li key={actionId}>
              {title}
              <span className="quiet">
                {" "}
                {outcome === "done" ? "done on" : "left out on"} {dateInWords(on)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The plan was kept for a goal, or on a day, that is no longer today's. */
function Stale({ plan }: { readonly plan: Plan }) {
  const stored = useAnswer("show-record", {});
  const changes = useChanges();
  if (stored.data === undefined) return null;
  const { goal, positions } = stored.data;
  const same = goal !== undefined && gistOf(goal, positions) === gistOf(plan.goal, plan.positions);
  const old = monthsBetween(plan.madeOn, stored.data.today as Plan["madeOn"]) >= 1;
  if ((same && !old) || goal === undefined) return null;
  return (
    <div className="asks no-print" role="status">
      <p>
        {same
          ? `This plan was made on ${dateInWords(plan.madeOn)}.`
          : "Your record or your goal has changed since this plan was made."}
      </p>
      <Button
        size="compact-md"
        variant="light"
        loading={changes.isPending}
        onClick={() => changes.mutate(() => call("keep-plan", {}))}
      >
        Make it again
      </Button>
      <ProblemLine error={changes.error} />
    </div>
  );
}

/** What a plan follows from, as text to compare. */
function gistOf(
  { occupationId, by, limits, choice, ownActions = [] }: Goal,
  positions: readonly PositionMatch[],
): string {
  const { hoursPerWeek, budget, payFloor, notThese } = limits;
  const { savings, savingsFloor, savedPerMonth, refusals = [], weeks = [] } = limits;
  return JSON.stringify([
    [occupationId, by, hoursPerWeek, budget?.amount, payFloor?.amount, notThese],
    [savings?.amount, savingsFloor?.amount, savedPerMonth?.amount],
    refusals.map(({ subject }) => subject),
    [choice?.routeId, choice?.backupIds ?? []],
    [weeks, ownActions],
    positions.map(({ positionId, title, present, match }) => [
      positionId,
      title,
      present,
      match.state,
      match.candidates[0]?.occupationId,
    ]),
  ]);
}

/** Notices that a word of the person on their record answers. */
const ASKS_WHAT_IT_IS: ReadonlySet<string> = new Set(["title/unsure", "title/none", "title/gone"]);

function Notices({ plan }: { readonly plan: Plan }) {
  if (plan.notices.length === 0) return null;
  return (
    <ul className="notices">
      {plan.notices.map((notice) => (
        <li key={notice.text}>
          {notice.text}{" "}
          {ASKS_WHAT_IT_IS.has(notice.code) && <Link to="/record">Say what it is</Link>}
        </li>
      ))}
    </ul>
  );
}

interface SummaryProps {
  readonly plan: Plan;
  readonly routeName: string | undefined;
}

function Summary({ plan, routeName }: SummaryProps) {
  const { reach, totals, goal, currency, chanceByDate } = plan;
  return (
    <p>
      {routeName !== undefined && `${routeName}: `}
      {hoursInWords(totals.hours)} of your own time, at {goal.limits.hoursPerWeek} a week
      {totals.money >= 1 &&
        `, and ${costsInWords({ amount: totals.money, currency }, plan.actions)}`}
      .
      {reach !== undefined &&
        ` If it works out: as likely as not by ${dateInWords(calendarMonthOf(reach.p50))}, 8 times in 10 by ${dateInWords(calendarMonthOf(reach.p80))}.`}
      {goal.by !== undefined &&
        chanceByDate !== undefined &&
        ` The chance that it works out by ${dateInWords(goal.by)}: ${chanceInWords(chanceByDate)}, on these assumptions.`}
    </p>
  );
}

function Grounds({ plan }: { readonly plan: Plan }) {
  const sources = [...Map.groupBy(plan.actions, (action) => action.source)];
  return (
    <>
      <p>
        The dates come from many simulated runs of these steps: each time hours, waits, exams and
        searches turn out a little differently. They are as good as the figures below; where it says
        assumption, it is one. Made on {dateInWords(plan.madeOn)}, within{" "}
        {counted(plan.goal.limits.hoursPerWeek, "hour")} a week.
      </p>
      <details className="print-open">
        <summary>The figures behind each step</summary>
        <ul>
          {sources.map(([source, actions]) => (
            <li key={source}>
              {actions.map(({ title }) => title).join("; ")}
              <span className="quiet"> — {source}</span>
            </li>
          ))}
        </ul>
      </details>
      {plan.figures !== undefined && (
        <>
          <p className="quiet small">Occupations and figures: {plan.figures.release}.</p>
          {plan.figures.attribution.map((text) => (
            <p key={text} className="quiet small">
              {text}
            </p>
          ))}
        </>
      )}
    </>
  );
}
