// Today: this week and this month of the kept plan on one page; what to press when something is done or
// something changed; and what making the plan anew would move.

import "./plan.css";
import "./today.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { inText } from "../../domain/first-letter.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { Replanned } from "../../domain/schedule/plan.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { counted, dayInWords, monthInWords } from "../in-words.ts";
import { MovedList } from "../parts/moved-list.tsx";
import { HoursDialog, MarkDialog } from "../parts/note-form.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { STATUS_WORDS, UNTIL_WORDS } from "../parts/step-standing.ts";

type Shown = ValueOf<"show-today">;

export function TodayPage() {
  const shown = useAnswer("show-today", {}, { keep: true });
  if (shown.isPending) return <Waiting>Looking at your week…</Waiting>;
  if (shown.isError) return <ProblemPage error={shown.error} />;
  return <TodayShown shown={shown.data} />;
}

function TodayShown({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <h1>{shown.sentence}</h1>
      <p className="quiet">
        {dateInWords(shown.today)}. On the way to: {shown.goalOccupation}.
      </p>
      <Anew shown={shown} />
      {shown.asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">How does this stand?</h2>
          <ul className="steps">
            {shown.asked.map(({ actionId, title, text }) => (
              <li key={actionId}>
                <h3>{title}</h3>
                <p>{text}</p>
                <StepButtons {...{ actionId, title }} today={shown.today} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Week shown={shown} />
      <Month shown={shown} />
      {shown.waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting">What only needs time</h2>
          <ul>
            {shown.waiting.map(({ actionId, title, text }) => (
              <li key={actionId}>
                {title}. <span className="quiet">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Invitation today={shown.today} />
      <EveryStep shown={shown} />
    </>
  );
}

function Week({ shown }: { readonly shown: Shown }) {
  const { week, weekFrom, weekTo, hoursPerWeek, hoursNoted, today } = shown;
  return (
    <section aria-labelledby="week">
      <h2 id="week">This week</h2>
      <p className="quiet figures">
        {dayInWords(weekFrom)} to {dayInWords(weekTo)}: {hoursNoted} of{" "}
        {counted(hoursPerWeek, "hour")} noted
      </p>
      <ul className="steps">
        {week.map(({ actionId, title, doneWhen, hours, classes, end }) => (
          <li key={actionId}>
            <h3>{title}</h3>
            <p>
              <span className="figures">{counted(hours, "hour")}</span>
              <span className="quiet">
                {" "}
                this week; planned until {dateInWords(end)}. Done when: {inText(doneWhen)}
              </span>
            </p>
            {classes.length > 0 && (
              <p className="figures">
                {classes.length === 1 ? "Class: " : "Classes: "}
                {classes
                  .map(({ date, from, to }) => `${dayInWords(date)}, ${from} to ${to}`)
                  .join("; ")}
              </p>
            )}
            <StepButtons {...{ actionId, title, today }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepButtonsProps {
  readonly actionId: string;
  readonly title: string;
  readonly today: CalendarDate;
}

function StepButtons({ actionId, title, today }: StepButtonsProps) {
  const changes = useChanges();
  const [open, setOpen] = useState<"hours" | "mark">();
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="buttons">
        <Button
          size="compact-md"
          variant="light"
          loading={changes.isPending}
          aria-label={`Done: ${title}`}
          onClick={() =>
            changes.mutate(() => call("mark-action", { action: actionId, mark: "done" }))
          }
        >
          Done
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`Note hours: ${title}`}
          onClick={() => setOpen("hours")}
        >
          Note hours
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`Something changed: ${title}`}
          onClick={() => setOpen("mark")}
        >
          Something changed
        </Button>
      </div>
      <ProblemLine error={changes.error} />
      {open === "hours" && <HoursDialog {...{ actionId, title, today }} onClose={close} />}
      {open === "mark" && <MarkDialog {...{ actionId, title, today }} onClose={close} />}
    </>
  );
}

function Month({ shown }: { readonly shown: Shown }) {
  const { milestones, month, monthHours, monthMoney: amount, currency } = shown;
  return (
    <section aria-labelledby="month">
      <h2 id="month">This month</h2>
      <p className="quiet figures">
        {monthInWords(month)}: {counted(Math.round(monthHours), "hour")}
        {amount >= 1 && ` · ${moneyInWords({ amount, currency })}`}
      </p>
      <ul>
        {milestones.map(({ id, title, date, isDone }) => (
          <li key={id}>
            {title}
            <span className="quiet figures by-day">
              {isDone ? " done" : ` by ${dayInWords(date)}`}
            </span>
          </li>
        ))}
      </ul>
      {milestones.length === 0 && <p>The plan asks for nothing this month.</p>}
    </section>
  );
}

/** What making the plan anew would move, looked at before it is kept; and what it moved. */
function Anew({ shown }: { readonly shown: Shown }) {
  const changes = useChanges();
  const [looked, setLooked] = useState<{ readonly kept: boolean; readonly moved: Replanned }>();
  const make = (keep: boolean) =>
    changes.mutate(async () => {
      const { plan } = await call("replan", { keep });
      if (plan.replanned !== undefined) setLooked({ kept: keep, moved: plan.replanned });
    });
  if (shown.wouldMove === undefined && looked?.kept !== true) return null;
  const isKept = shown.wouldMove === undefined;
  return (
    <section className="asks no-print" role="status" aria-label="The plan made anew">
      <p>{isKept ? looked?.moved.sentence : shown.wouldMove}</p>
      {looked !== undefined && <MovedList replanned={looked.moved} />}
      {isKept ? (
        <p>
          The new plan is kept, and the one before stays in <Link to="/data">your plans</Link>.
        </p>
      ) : (
        <div className="buttons">
          {looked === undefined && (
            <Button
              size="compact-md"
              variant="light"
              loading={changes.isPending}
              onClick={() => make(false)}
            >
              See what would move
            </Button>
          )}
          <Button
            size="compact-md"
            variant={looked === undefined ? "subtle" : "light"}
            loading={changes.isPending}
            onClick={() => make(true)}
          >
            Make the plan anew
          </Button>
        </div>
      )}
      <ProblemLine error={changes.error} />
    </section>
  );
}

/** A word on checking in, when the last time is over a week ago. */
function Invitation({ today }: { readonly today: CalendarDate }) {
  const listed = useAnswer("list-check-ins", { from: today }, { keep: true });
  const invitation = listed.data?.invitation;
  return invitation === undefined ? null : (
    <p className="no-print">
      {invitation} <Link to="/check-in">Check in</Link>
    </p>
  );
}

function EveryStep({ shown }: { readonly shown: Shown }) {
  return (
    <details>
      <summary>Every step, and how it stands</summary>
      <ul className="steps">
        {shown.actions.map(({ actionId, title, status, day, why, hours, hoursNoted }) => (
          <li key={actionId}>
            <h3>{title}</h3>
            <p>
              {STATUS_WORDS[status]}
              {day !== undefined && ` ${UNTIL_WORDS[status] ?? "on"} ${dateInWords(day)}`}
              <span className="quiet">
                {hours > 0 && `, ${hoursNoted} of ${counted(hours, "hour")} noted`}
                {why !== "" && `. ${why}`}
              </span>
            </p>
            {status === "open" || status === "under way" ? (
              <StepButtons {...{ actionId, title }} today={shown.today} />
            ) : (
              <OpenAgain {...{ actionId, title }} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each has its own word of what went wrong, which stays whatever is kept of another step. */
function OpenAgain({ actionId, title }: Pick<StepButtonsProps, "actionId" | "title">) {
  const changes = useChanges();
  return (
    <>
      <div className="buttons">
        <Button
          size="compact-md"
          variant="subtle"
          loading={changes.isPending}
          aria-label={`Open again: ${title}`}
          onClick={() =>
            changes.mutate(() => call("mark-action", { action: actionId, mark: "reopened" }))
          }
        >
          Open again
        </Button>
      </div>
      <ProblemLine error={changes.error} />
    </>
  );
}
