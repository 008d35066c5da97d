// What is said of one place on the map: why it is on the way, its figures, what could stop it; and the
// person's no to it.

import { Button, NativeSelect } from "@mantine/core";
import { type RefObject, useState } from "react";
import { capital, lowerFirst } from "../../domain/first-letter.ts";
import { monthsInWords, monthsRangeInWords } from "../../domain/length-of-time.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { RefusalReason } from "../../domain/record/goal.ts";
import { subjectsOf } from "../../domain/routes/refusals.ts";
import type { Stage } from "../../domain/routes/route.ts";
import { chanceInWords, hoursInWords, unbroken } from "../in-words.ts";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { GOAL, type MapPlace, type StageOfRoute, TODAY } from "./map-graph.ts";

interface StagePanelProps {
  readonly place: MapPlace;
  readonly names: Readonly<Record<string, string>>;
  readonly goalId: string;
  readonly currency: Currency;
  readonly isBusy: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  onRefuse(subject: string, reason: RefusalReason): void;
  onBack(): void;
}

export function StagePanel(props: StagePanelProps) {
  const { place, names, goalId, currency, heading, onBack } = props;
  const told = distinct(place.stages);
  const occupation = told.find(({ stages: [first] }) => first?.stage.kind === "move");
  return (
    <section
      className="stage-panel"
      aria-label={`About: ${place.label}`}
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {occupation === undefined ? (
          place.label
        ) : (
          <OccupationLink id={occupation.stages[0]?.stage.occupationId ?? ""} title={place.label} />
        )}
      </h2>
      {told.length === 0 && <p>{place.id === TODAY ? EVERY_WAY : "Nothing more is asked here."}</p>}
      {told.map(({ key, stages }) => {
        const stage = stages[0]?.stage;
        return stage === undefined ? null : (
          <StageTold
            key={key}
            {...{ stage, currency }}
            ways={
              stages.length < place.routeIds.length ? stages.map(({ route }) => route.name) : []
            }
            isOnly={told.length === 1}
          />
        );
      })}
      <Refuse key={place.id} {...props} subjects={subjectsAt(place, goalId)} names={names} />
    </section>
  );
}

const EVERY_WAY = "Here you are. Every way begins here.";

interface Told {
  readonly key: string;
  readonly stages: readonly StageOfRoute[];
}

/** The stages of a place, those told once that are the same on several routes. */
function distinct(stages: readonly StageOfRoute[]): readonly Told[] {
  const told = new Map<string, StageOfRoute[]>();
  for (const one of stages) {
    const { title, months, money, hours } = one.stage;
    const key = JSON.stringify([title, months.likely, money.likely, hours.likely].map(rounded));
    told.set(key, [...(told.get(key) ?? []), one]);
  }
  return [...told].map(([key, of]) => ({ key, stages: of }));
}

function rounded(value: string | number): string | number {
  return typeof value === "number" ? Math.round(value) : value;
}

interface StageToldProps {
  readonly stage: Stage;
  readonly currency: Currency;
  /** The ways on which it is so, where that differs. */
  readonly ways: readonly string[];
  /** Nothing else is said of the place: its reasons are open at once. */
  readonly isOnly: boolean;
}

function StageTold({ stage, currency, ways, isOnly }: StageToldProps) {
  const { months, hours, money } = stage;
  const saysCauses = stage.explanation.some((reason) => reason.includes("What can stop it"));
  return (
    <>
      <h3>{stage.title}</h3>
      {ways.length > 0 && <p className="quiet small">On this way: {ways.join("; ")}.</p>}
      <p className="stage-figures">
        About {monthsInWords(months.likely)} ({monthsRangeInWords(months)}),{" "}
        {hours.likely < 1 ? "none of your own hours" : `${hoursInWords(hours.likely)} of your own`},{" "}
        {money.likely < 1
          ? "no fees"
          : `${moneyInWords({ amount: money.likely, currency })} in fees`}
        . It works out {chanceInWords(stage.chance)} times.
      </p>
      <details open={isOnly}>
        <summary>Why, and what could stop it</summary>
        <ul>
          {stage.explanation.map((reason) => (
            <li key={reason}>{unbroken(reason)}</li>
          ))}
        </ul>
        {stage.causes.length > 0 && !saysCauses && (
          <>
            <p className="causes-title">What could stop it:</p>
            <ul>
              {stage.causes.map((cause) => (
                <li key={cause.id}>
                  {cause.label}: {chanceInWords(cause.chance)}{" "}
                  <span className="quiet">({cause.source})</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
}

const REASONS: readonly { readonly reason: RefusalReason; readonly label: string }[] = [
  { reason: "not this", label: "Not this" },
  { reason: "hours", label: "Not at these hours" },
  { reason: "place", label: "Not in this place" },
];

interface RefuseProps extends StagePanelProps {
  readonly subjects: readonly string[];
}

function Refuse({ place, subjects, names, isBusy, onRefuse }: RefuseProps) {
  const [first] = subjects;
  const [chosen, setChosen] = useState(first);
  if (first === undefined || chosen === undefined) {
    return place.id === GOAL ? (
      <p className="quiet">This is the goal itself. Another one is set under Goal and gaps.</p>
    ) : null;
  }
  const subject = subjects.includes(chosen) ? chosen : first;
  const what = subjectName(subject, names);
  return (
    <fieldset className="refuse" aria-label={`Say no to: ${what}`}>
      {subjects.length > 1 ? (
        <NativeSelect
          label="You can say no to a part of it, and the ways are looked for again:"
          value={subject}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={subjects.map((value) => ({ value, label: subjectName(value, names) }))}
        />
      ) : (
        <p>You can say no to this ({lowerFirst(what)}), and the ways are looked for again:</p>
      )}
      <div className="buttons">
        {REASONS.map(({ reason, label }) => (
          <Button
            key={reason}
            variant="light"
            disabled={isBusy}
            onClick={() => onRefuse(subject, reason)}
          >
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** What can be refused at a place; never the goal. */
export function subjectsAt(place: MapPlace, goalId: string): readonly string[] {
  const all = place.stages.flatMap(({ stage }) => subjectsOf(stage));
  return [...new Set(all)].filter((subject) => subject !== `occupation:${goalId}`);
}

/** Returns what a subject is called: "Working as a medical assistant", "Nursing exam (NCLEX-RN)". */
function subjectName(subject: string, names: Readonly<Record<string, string>>): string {
  const at = subject.indexOf(":");
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)];
  if (kind === "credential") return capital(names[subject] ?? id);
  const occupation = names[`occupation:${id}`] ?? id;
  const verb = { serve: "Volunteering as", hold: "Staying on as" }[kind] ?? "Working as";
  return `${verb} ${occupation}`;
}
