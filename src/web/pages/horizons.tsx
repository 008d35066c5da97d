// Job, work, career: the three horizons of one career, each with what is going on in it, a picture and its
// table; whether one crowds out the others; the career statement; and what belongs where.

import "./horizons.css";
import "./record.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { addMonths, type CalendarDate, type PartialDate } from "../../domain/calendar-date.ts";
import type { Horizon } from "../../domain/horizons/horizon.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { counted, shortMonth, titleOf, unbroken } from "../in-words.ts";
import { StatementSection } from "../parts/career-statement.tsx";
import type { DecisionShown } from "../parts/decision-list.tsx";
import {
  type EntryShown,
  type HorizonChoice,
  HorizonFilter,
  HorizonLines,
  HorizonMark,
  isChosen,
} from "../parts/horizon-mark.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { RecordPicture } from "../parts/record-picture.tsx";
import { ScrollRegion } from "../parts/scroll-region.tsx";
import { WeekPicture } from "../parts/week-picture.tsx";

type Shown = ValueOf<"show-horizons">;
type Fact = Shown["job"]["facts"][number];

/** The years that the horizon of work looks back, as its rule has them. */
const WORK_MONTHS = 120;

export function HorizonsPage() {
  const shown = useAnswer("show-horizons", {});
  const stored = useAnswer("show-record", {});
  const decided = useAnswer("list-decisions", {});
  if (shown.isPending || stored.isPending || decided.isPending) {
    return <Waiting>Looking near and far…</Waiting>;
  }
  if (shown.isError) return <ProblemPage error={shown.error} />;
  if (stored.isError) return <ProblemPage error={stored.error} />;
  if (decided.isError) return <ProblemPage error={decided.error} />;
  return <HorizonsShown shown={shown.data} stored={stored.data} {...decided.data} />;
}

interface HorizonsShownProps {
  readonly shown: Shown;
  readonly stored: ValueOf<"show-record">;
  readonly decisions: readonly DecisionShown[];
}

function HorizonsShown({ shown, stored, decisions }: HorizonsShownProps) {
  const { sentence, crowding, job, work, career } = shown;
  const { record, goal, goalInWords } = stored;
  const today = shown.today as CalendarDate; // The server's own day.
  const isPaid = new Map(career.positions.map((one) => [one.positionId, one.isPaid]));
  const drawn = record.positions.map((one) => ({ ...one, paid: isPaid.get(one.id) ?? true }));
  const from = addMonths(today, -WORK_MONTHS);
  const recent = drawn.filter(({ end }) => end === undefined || end >= from.slice(0, end.length));
  const left = new Map(career.positions.map((one) => [one.positionId, one.left ?? 0]));
  const wanted = goal?.limits.hoursPerWeek;
  return (
    <>
      <h1>{sentence}</h1>
      <p>{unbroken(crowding.sentence)}</p>
      {crowding.grounds !== "" && <p className="quiet small">{crowding.grounds}</p>}
      <div className="horizons">
        <Horizons horizon="job" title="Job: now and this week" facts={job.facts}>
          {job.positions.length > 0 && (
            <>
              <WeekPicture positions={job.positions} wanted={wanted} />
              <JobTable positions={job.positions} wanted={wanted} />
            </>
          )}
        </Horizons>
        <Horizons horizon="work" title="Work: the last ten years" facts={work.facts}>
          {work.stays.length > 0 && (
            <>
              <RecordPicture
                positions={recent}
                decisions={decisions.filter(({ decision }) => decision.date >= from.slice(0, 4))}
                goal={undefined}
                {...{ goalInWords: undefined, today, from }}
              />
              <WorkTable stays={work.stays} />
            </>
          )}
        </Horizons>
        <Horizons horizon="career" title="Career: all of it" facts={career.facts}>
          {career.positions.length + decisions.length > 0 && (
            <>
              <RecordPicture positions={drawn} {...{ decisions, goal, goalInWords, today, left }} />
              {career.positions.length > 0 && (
                <>
                  <p>
                    What you did long ago fades in what it still gives you: by half in ten years,
                    never to nothing. The fainter a bar, the less of it still counts.
                  </p>
                  <FadingTable positions={career.positions} />
                </>
              )}
            </>
          )}
        </Horizons>
      </div>
      <StatementSection />
      <Everything entries={shown.entries} />
    </>
  );
}

interface HorizonsProps {
  readonly horizon: Horizon;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly children: ReactNode;
}

/** One horizon: its facts, each with the way to where it can be changed, its picture and its table. */
function Horizons({ horizon, title, facts, children }: HorizonsProps) {
  return (
    <section className="horizon" aria-labelledby={`horizon-${horizon}`}>
      <h2 id={`horizon-${horizon}`}>
        <HorizonLines horizons={[horizon]} /> {title}
      </h2>
      <ul className="facts">
        {facts.map((fact) => (
          <li key={fact.text}>
            <bdi>{unbroken(fact.text)}</bdi> <FactLink fact={fact} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** The page on which a fact can be changed, and how the link is called. */
const PLACES: Readonly<Record<Fact["place"], { to: string; label: string }>> = {
  positions: { to: "/record", label: "Record" },
  decisions: { to: "/record", label: "Record" },
  goal: { to: "/gaps", label: "Goal and gaps" },
  plan: { to: "/plan", label: "Plan" },
  abilities: { to: "/abilities", label: "Abilities" },
  "check-ins": { to: "/check-in", label: "Check-in" },
};

function FactLink({ fact }: { readonly fact: Fact }) {
  const { to, label } = PLACES[fact.place];
  return (
    <span className="small">
      <Link to={to}>{label}</Link>
    </span>
  );
}

interface JobTableProps {
  readonly positions: Shown["job"]["positions"];
  readonly wanted: number | undefined;
}

function JobTable({ positions, wanted }: JobTableProps) {
  return (
    <table className="wide">
      <caption className="visually-hidden">What you hold today</caption>
      <thead>
        <tr>
          <th scope="col">What you hold today</th>
          <th scope="col" className="number">
            Hours a week
          </th>
          <th scope="col">Pay</th>
          <th scope="col">What it is about</th>
        </tr>
      </thead>
      <tbody>
        {positions.map((one) => (
          <tr key={one.positionId}>
            <th scope="row">
              <bdi>{titleOf(one)}</bdi>
              {one.organisation !== "" && (
                <span className="quiet">
                  <bdi>{one.organisation}</bdi>
                </span>
              )}
            </th>
            <td className="number" data-name="Hours a week">
              {one.hoursPerWeek}
              {!one.areHoursSaid && <span className="quiet"> (usual)</span>}
            </td>
            <td data-name="Pay">{one.pay ?? (one.isPaid ? "not said" : "unpaid")}</td>
            <td className="own-words" data-name="What it is about">
              {one.about === "" ? <span className="quiet">not said</span> : <bdi>{one.about}</bdi>}
            </td>
          </tr>
        ))}
        {wanted !== undefined && (
          <tr>
            <th scope="row">For your goal, as you want it</th>
            <td className="number" data-name="Hours a week">
              {wanted}
            </td>
            <td data-name="Pay">none</td>
            <td data-name="What it is about">
              <Link to="/today">This week of the plan</Link>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function stretchInWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined) return "no dates";
  const until = end === undefined ? "today" : shortMonth(end as PartialDate); // as it is on record
  return `${shortMonth(start as PartialDate)} to ${until}`;
}

function WorkTable({ stays }: { readonly stays: Shown["work"]["stays"] }) {
  return (
    <table className="wide">
      <caption className="visually-hidden">Where you were in the last ten years</caption>
      <thead>
        <tr>
          <th scope="col">With whom</th>
          <th scope="col">As what</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {stays.map((one) => (
          <tr key={`${one.organisation} ${one.start} ${one.positions.join()}`}>
            <th scope="row">
              {one.organisation === "" ? (
                <span className="quiet">no organisation</span>
              ) : (
                <bdi>{one.organisation}</bdi>
              )}
            </th>
            <td className="own-words" data-name="As what">
              <bdi>{one.positions.filter((title) => title !== "").join(", then ")}</bdi>
              {!one.isPaid && <span className="quiet"> (unpaid)</span>}
            </td>
            <td data-name="When">{stretchInWords(one.start, one.end)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows that a table shows at once; the rest is folded. */
const ROWS_AT_ONCE = 12;

function FadingTable({ positions }: { readonly positions: Shown["career"]["positions"] }) {
  const more = positions.slice(ROWS_AT_ONCE);
  return (
    <>
      <FadingRows positions={positions.slice(0, ROWS_AT_ONCE)} />
      {more.length > 0 && (
        <details>
          <summary>{counted(more.length, "earlier position")}</summary>
          <FadingRows positions={more} />
        </details>
      )}
    </>
  );
}

function FadingRows({ positions }: { readonly positions: Shown["career"]["positions"] }) {
  return (
    <ScrollRegion label="How much each position still gives, as a table">
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Position</th>
            <th scope="col">When</th>
            <th scope="col" className="number">
              Still counts
            </th>
            <th scope="col" className="number">
              Share of all that counts
            </th>
          </tr>
        </thead>
        <tbody>
          {positions.map((one) => (
            <tr key={one.positionId}>
              <th scope="row">
                <bdi>{titleOf(one)}</bdi>
                {!one.isPaid && <span className="quiet">unpaid</span>}
              </th>
              <td data-name="When">{stretchInWords(one.start, one.end)}</td>
              <td className="number" data-name="Still counts">
                {one.left === undefined ? "unknown" : percent(one.left)}
              </td>
              <td className="number" data-name="Share of all that counts">
                {percent(one.shareOfAll)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "under 1%" : `${whole}%`;
}

/** The kinds of entries as their list is called. */
const KINDS: Readonly<Record<EntryShown["kind"], string>> = {
  position: "Positions",
  education: "Education",
  credential: "Certificates and licences",
  skill: "Skills",
  ladder: "Ways up",
  decision: "Decisions",
  goal: "Goal",
  action: "Steps of the plan",
  milestone: "Milestones",
  "check-in": "Check-ins",
};

function Everything({ entries }: { readonly entries: readonly EntryShown[] }) {
  const [chosen, setChosen] = useState<HorizonChoice>("all");
  const shown = entries.filter((entry) => isChosen(chosen, entry));
  const kinds = [...Map.groupBy(shown, ({ kind }) => kind)];
  if (entries.length === 0) {
    return (
      <div className="buttons">
        <Button variant="light" component={Link} to="/record">
          Add what you do
        </Button>
      </div>
    );
  }
  return (
    <section aria-labelledby="belongs">
      <h2 id="belongs">What belongs where</h2>
      <p>
        A rule says it, and gives its reason; your word goes before it. The same marks and the same
        choice stand with your record, your plan and your check-ins.
      </p>
      <HorizonFilter what="entries" {...{ chosen, entries }} onChoose={setChosen} />
      {kinds.map(([kind, list]) => (
        <details key={kind} className="kind">
          <summary>
            {KINDS[kind]} <span className="quiet figures">{list.length}</span>
          </summary>
          <ul>
            {list.map((entry) => (
              <li key={entry.subject}>
                <bdi>{entry.title}</bdi> <HorizonMark entry={entry} />
                <span className="quiet small why">{entry.why}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
