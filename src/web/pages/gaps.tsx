// Goal and gaps: where it goes and within which limits, and what stands between, a handful at a time.

import { monthsInWords } from "../../domain/length-of-time.ts";
import "../parts/picture.css";
import "./gaps.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dateInWords } from "../../domain/calendar-date.ts";
import type { Gap, GapKind, GapPart } from "../../domain/gaps/gap.ts";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords, US_DOLLAR } from "../../domain/money.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { call } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { chanceInWords, counted, hoursInWords, unbroken } from "../in-words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { GoalForm } from "../parts/goal-form.tsx";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";

/** More than a handful at once helps nobody. */
const SHOWN_AT_ONCE = 7;

/** The groups in the order in which they matter. */
const KINDS: readonly { readonly kind: GapKind; readonly heading: string }[] = [
  { kind: "licence", heading: "Licence" },
  { kind: "education", heading: "Education" },
  { kind: "experience", heading: "Experience" },
  { kind: "skill", heading: "Skills and knowledge" },
  { kind: "pay", heading: "Pay" },
  { kind: "network", heading: "People" },
  { kind: "headroom", heading: "Openings" },
  { kind: "direction", heading: "Where your position leads" },
  { kind: "find out", heading: "To find out" },
  { kind: "compass", heading: "How you want it" },
];

export function Gaps() {
  const found = useAnswer("find-gaps", {});
  const stored = useAnswer("show-record", {});
  if (found.isPending || stored.isPending) return <Waiting>Looking at what is asked…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  const { goal, goalOccupation, goalInWords, gaps } = found.data;
  const must = gaps.filter((gap) => gap.mustClose);
  return (
    <>
      <h1>{sentenceOf(gaps, must, goalInWords)}</h1>
      <GoalShown today={stored.data?.today ?? ""} {...{ goal, goalOccupation }} />
      {must.length > 0 && (
        <>
          <h2>These must be closed</h2>
          <p className="quiet">No route gets there without them.</p>
          <ul className="gaps">
            {must.map((gap) => (
              <GapShown key={gap.id} gap={gap} />
            ))}
          </ul>
        </>
      )}
      <Others gaps={gaps.filter((gap) => !gap.mustClose)} room={SHOWN_AT_ONCE - must.length} />
      <div className="buttons">
        <Button component={Link} to="/interview">
          Talk it through, a question at a time
        </Button>
        <Button component={Link} to="/routes" variant="light">
          See the routes
        </Button>
      </div>
    </>
  );
}

/** The goal is said as one person of it: "a registered nurse". */
function sentenceOf(gaps: readonly Gap[], must: readonly Gap[], goal: string): string {
  const between = gaps.filter(({ kind }) => kind !== "compass");
  if (between.length === 0)
    return `Nothing that a record can show stands between you and work as ${goal}.`;
  const [first] = must;
  if (first === undefined) {
    const stand = between.length === 1 ? "There is 1 gap" : `There are ${between.length} gaps`;
    const closed =
      between.length === 1 ? "it does not shut the door" : "none of them shuts the door";
    return `${stand} between you and work as ${goal}; ${closed}.`;
  }
  const asked = [...new Set(must.map(({ kind }) => ASKED[kind]))];
  const rest = between.length > must.length ? "; the rest can be worked on along the way" : "";
  return `Becoming ${goal} asks for ${asked.join(" and ")}${rest}.`;
}

/** What a gap that must be closed asks for, in a sentence. */
const ASKED: Readonly<Record<GapKind, string>> = {
  licence: "a licence",
  education: "more schooling",
  experience: "more experience",
  skill: "a skill",
  pay: "other pay",
  network: "people who know the work",
  headroom: "an opening",
  direction: "another direction",
  "find out": "something to find out",
  compass: "what you want otherwise",
};

interface GoalShownProps {
  readonly goal: Goal;
  readonly goalOccupation: string;
  readonly today: string;
}

function GoalShown({ goal, goalOccupation, today }: GoalShownProps) {
  const [editing, setEditing] = useState(false);
  const { hoursPerWeek, budget, payFloor, savings, refusals = [] } = goal.limits;
  return (
    <section className="goal" aria-label="The goal and its limits">
      <dl>
        <Fact name="Goal">
          <OccupationLink id={goal.occupationId} title={goalOccupation} />
        </Fact>
        <Fact name="By">{goal.by === undefined ? "no date" : dateInWords(goal.by)}</Fact>
        <Fact name="Time">{counted(hoursPerWeek, "hour")} a week</Fact>
        <Fact name="Money for fees">
          {budget === undefined ? "no limit given" : moneyInWords(budget)}
        </Fact>
        {payFloor !== undefined && (
          <Fact name="Pay never below">{moneyInWords(payFloor)} a year</Fact>
        )}
        {savings !== undefined && <Fact name="Put by">{moneyInWords(savings)}</Fact>}
        {refusals.length > 0 && (
          <Fact name="Said no to">
            <Link to="/routes">{counted(refusals.length, "stage")}</Link>
          </Fact>
        )}
      </dl>
      {goal.why !== "" && <blockquote>{goal.why}</blockquote>}
      <Button variant="light" onClick={() => setEditing(true)}>
        Change the goal or its limits
      </Button>
      {editing && (
        <Dialog title="The goal and its limits" onClose={() => setEditing(false)}>
          <GoalForm
            {...{ goal, goalOccupation, today }}
            button="Keep it"
            after={async () => {
              await call("keep-plan", {});
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        </Dialog>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Others({ gaps, room }: { readonly gaps: readonly Gap[]; readonly room: number }) {
  const near = gaps.slice(0, Math.max(1, room));
  const far = gaps.slice(near.length);
  if (gaps.length === 0) return null;
  return (
    <>
      <Grouped gaps={near} />
      {far.length > 0 && (
        <details>
          <summary>Show {counted(far.length, "smaller gap")}</summary>
          <Grouped gaps={far} />
        </details>
      )}
    </>
  );
}

function Grouped({ gaps }: { readonly gaps: readonly Gap[] }) {
  return KINDS.map(({ kind, heading }) => {
    const group = gaps.filter((gap) => gap.kind === kind).sort(restLast);
    if (group.length === 0) return null;
    return (
      <section key={kind} aria-label={heading}>
        <h2>{heading}</h2>
        {group.some(({ explanation }) => explanation.endsWith(SAID_ONCE)) && (
          <p className="quiet">
            Filled is what your record points to, hollow what the work asks for.{SAID_ONCE}
          </p>
        )}
        <ul className="gaps">
          {group.map((gap) => (
            <GapShown key={gap.id} gap={gap} />
          ))}
        </ul>
      </section>
    );
  });
}

/** It closes every explanation of a skill; here it stands once, above all of them. */
const SAID_ONCE = " You may be above that; a record shows only part of what one can do.";

/** What is left over of its kind comes last, however much it is in all. */
function restLast(a: Gap, b: Gap): number {
  return Number(a.id.endsWith(":smaller")) - Number(b.id.endsWith(":smaller"));
}

function GapShown({ gap }: { readonly gap: Gap }) {
  return (
    <li>
      <h3>
        {gap.title}
        {gap.unknown && <span className="quiet"> (your record cannot show it)</span>}
      </h3>
      <p>{unbroken(gap.explanation.replace(SAID_ONCE, ""))}</p>
      {gap.toDo !== undefined && (
        <p>
          To do: {gap.toDo.title}. <span className="quiet">Who helps: {gap.toDo.whoHelps}.</span>
        </p>
      )}
      {gap.kind === "skill" && <LevelPicture parts={gap.parts} />}
      {gap.parts.length > 0 && (
        <details>
          <summary>How this is worked out</summary>
          <Parts parts={gap.parts} />
        </details>
      )}
    </li>
  );
}

/** The figures with their sources; a source that several share is named once, under them. */
function Parts({ parts }: { readonly parts: readonly GapPart[] }) {
  const uses = Map.groupBy(parts, ({ source }) => source);
  const [shared, users] = [...uses].sort(([, a], [, b]) => b.length - a.length)[0] ?? ["", []];
  const oneForMany = users.length > 1;
  return (
    <>
      <table>
        <tbody>
          {parts.map((part) => (
            <tr key={part.label}>
              <th scope="row">
                {part.label}
                {!(oneForMany && part.source === shared) && (
                  <span className="quiet">{part.source}</span>
                )}
              </th>
              <td className="number">{valueInWords(part, US_DOLLAR)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {oneForMany && (
        <p className="quiet small source">
          {uses.size === 1 ? "Source: " : "Source of the others: "}
          {shared}
        </p>
      )}
    </>
  );
}

const MOST_LEVEL = 7;

/** The level believed (filled) and the level asked for (hollow) on one line from 0 to 7. */
function LevelPicture({ parts }: { readonly parts: readonly GapPart[] }) {
  const asked = parts.find(({ label }) => label === "Asked for")?.value;
  const believed = parts.find(({ label }) => label === "Believed")?.value;
  if (asked === undefined || believed === undefined) return null;
  const x = (level: number) => 8 + (level / MOST_LEVEL) * 264;
  return (
    <svg
      className="levels"
      viewBox="0 0 280 20"
      width="280"
      role="img"
      aria-label={`Believed ${believed.toFixed(1)}, asked for ${asked.toFixed(1)}, of ${MOST_LEVEL}`}
    >
      <path className="scale" d={`M${x(0)} 10 H${x(MOST_LEVEL)}`} />
      <path className="past" d={`M${x(0)} 10 H${x(believed)}`} />
      <path className="planned" d={`M${x(believed)} 10 H${x(asked)}`} />
      <circle className="is" cx={x(believed)} cy="10" r="6" />
      <circle className="want" cx={x(asked)} cy="10" r="6" />
    </svg>
  );
}

function valueInWords({ value, unit }: GapPart, currency: Currency): string {
  switch (unit) {
    case "level":
      return `level ${value.toFixed(1)}`;
    case "share":
      return value < 0.095
        ? `${Math.max(1, Math.round(value * 100))} in 100`
        : chanceInWords(value);
    case "months":
      return monthsInWords(value);
    case "hours":
      return hoursInWords(value);
    case "money":
      return moneyInWords({ amount: value, currency });
    case "count":
      return Math.round(value).toLocaleString("en");
  }
}
