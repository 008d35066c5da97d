// Record: what has been done, paid and unpaid, as one line; what each position is taken for; and the
// way to add, change and remove.

import { RemoveDialog } from "../parts/remove-dialog.tsx";
import "./record.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { dateInWords, firstDayOf, yearOf } from "../../domain/calendar-date.ts";
import type { CareerRecord, Position } from "../../domain/record/career-record.ts";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { counted, titleOf } from "../in-words.ts";
import { DecisionList, type DecisionShown } from "../parts/decision-list.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { HeldList, HeldRow } from "../parts/held-list.tsx";
import {
  type HorizonChoice,
  HorizonFilter,
  HorizonMark,
  isChosen,
  useHorizonEntries,
} from "../parts/horizon-mark.tsx";
import { LadderList } from "../parts/ladder-list.tsx";
import { KIND_WORDS, PositionForm } from "../parts/position-form.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { RecordPicture } from "../parts/record-picture.tsx";
import { needsAWord, TakenFor } from "../parts/taken-for.tsx";

export function RecordPage() {
  const stored = useAnswer("show-record", {});
  const decided = useAnswer("list-decisions", {});
  if (stored.isPending || decided.isPending) return <Waiting>Opening your record…</Waiting>;
  if (stored.isError) return <ProblemPage error={stored.error} />;
  if (decided.isError) return <ProblemPage error={decided.error} />;
  return <RecordShown stored={stored.data} {...decided.data} />;
}

interface Held {
  readonly position: Position;
  readonly match: PositionMatch;
}

interface RecordShownProps {
  readonly stored: ValueOf<"show-record">;
  readonly decisions: readonly DecisionShown[];
}

function RecordShown({ stored, decisions }: RecordShownProps) {
  const { record, positions: matches, goal, goalInWords } = stored;
  const today = stored.today as CalendarDate; // The server's own day.
  const [editing, setEditing] = useState<Position | "new">();
  const [removing, setRemoving] = useState<Position>();
  const [chosen, setChosen] = useState<HorizonChoice>("all");
  const horizons = useHorizonEntries();
  const entryOf = ({ position }: Held) => horizons.get(`position:${position.id}`);
  const byId = new Map(matches.map((match) => [match.positionId, match]));
  const held = record.positions
    .flatMap((position): Held[] => {
      const match = byId.get(position.id);
      return match === undefined ? [] : [{ position, match }];
    })
    .sort((a, b) => ((a.position.start ?? "") < (b.position.start ?? "") ? 1 : -1));
  const shown = held.filter((one) => isChosen(chosen, entryOf(one)));
  const drawn = held.map(({ position, match }) => ({ ...position, paid: match.paid }));
  return (
    <>
      <h1>{sentenceOf(held, today)}</h1>
      <RecordPicture positions={drawn} decisions={decisions} {...{ goal, goalInWords, today }} />
      {held.length > 0 && <h2>Positions</h2>}
      {held.length > 1 && (
        <HorizonFilter
          what="positions"
          entries={held.map(entryOf)}
          {...{ chosen }}
          onChoose={setChosen}
        />
      )}
      <HeldList>
        {shown.map(({ position, match }) => (
          <HeldRow
            key={position.id}
            actions={[
              {
                name: "Change",
                label: `Change ${titleOf(position)}`,
                act: () => setEditing(position),
              },
              {
                name: "Remove",
                label: `Remove ${titleOf(position)}`,
                isRemoval: true,
                act: () => setRemoving(position),
              },
            ]}
          >
            <PositionLine {...{ position, match }} />
            <HorizonMark entry={horizons.get(`position:${position.id}`)} />
          </HeldRow>
        ))}
      </HeldList>
      <div className="buttons">
        <Button variant="light" onClick={() => setEditing("new")}>
          Add a position
        </Button>
        {held.length === 0 && (
          <Button variant="subtle" component={Link} to="/">
            Bring a résumé or an example
          </Button>
        )}
      </div>
      <DecisionList {...{ record, decisions, today }} />
      <LadderList stored={stored} />
      <OtherFacts record={record} />
      {editing !== undefined && (
        <Dialog
          title={editing === "new" ? "Add a position" : "Change this position"}
          onClose={() => setEditing(undefined)}
        >
          <PositionForm
            {...(editing === "new" ? {} : { position: editing })}
            button="Keep it"
            onSaved={() => setEditing(undefined)}
            onCancel={() => setEditing(undefined)}
          />
        </Dialog>
      )}
      {removing !== undefined && (
        <RemoveDialog
          title={
            <>
              Remove “<bdi>{titleOf(removing)}</bdi>”?
            </>
          }
          remove={() => call("remove-position", { id: removing.id })}
          onClose={() => setRemoving(undefined)}
        >
          It leaves your record for good. Plans that were kept stay as they are.
        </RemoveDialog>
      )}
    </>
  );
}

function sentenceOf(held: readonly Held[], today: CalendarDate): string {
  if (held.length === 0) return "Nothing is on record yet: add what you do now, paid or not.";
  const starts = held.flatMap(({ position }) =>
    position.start === undefined ? [] : [firstDayOf(position.start)],
  );
  const [first] = starts.sort();
  const years = first === undefined ? 0 : yearOf(today) - yearOf(first);
  const unpaid = held.filter(({ match }) => !match.paid).length;
  const asking = held.filter(({ match }) => needsAWord(match)).length;
  const span = years > 0 ? ` in ${counted(years, "year")}` : "";
  const lanes =
    unpaid === 0
      ? ""
      : unpaid === held.length
        ? ", all of them unpaid,"
        : `, ${unpaid}\u00a0of\u00a0them unpaid,`;
  const ask =
    asking === 0 ? "" : ` ${asking === 1 ? "One needs" : `${asking} need`} a word from you.`;
  return `You have held ${counted(held.length, "position")}${lanes}${span}.${ask}`;
}

function PositionLine({ position, match }: Held) {
  const kind = KIND_WORDS.find(({ value }) => value === position.kind)?.label ?? position.kind;
  const from = position.start === undefined ? undefined : dateInWords(position.start);
  const until = position.end === undefined ? "today" : dateInWords(position.end);
  return (
    <div>
      <h3>
        <bdi>{titleOf(position)}</bdi>
        {position.title !== "" && position.organisation !== "" && (
          <span className="quiet">
            , <bdi>{position.organisation}</bdi>
          </span>
        )}
      </h3>
      <p className="figures quiet small">
        {match.paid ? "Paid" : "Unpaid"} · {kind} ·{" "}
        {from === undefined ? "no dates given" : `${from} to ${until}`}
        {position.hoursPerWeek !== undefined &&
          ` · ${counted(position.hoursPerWeek, "hour")} a week`}
      </p>
      <TakenFor position={match} />
    </div>
  );
}

function OtherFacts({ record }: { readonly record: CareerRecord }) {
  const { educations, credentials, skills, selfRatings } = record;
  const rated = new Set(selfRatings.map(({ elementId }) => elementId)).size;
  return (
    <>
      {educations.length > 0 && (
        <>
          <h2>Education</h2>
          <ul>
            {educations.map((education) => (
              <li key={education.id}>
                <bdi>
                  {[education.studyType, education.area, education.institution]
                    .filter((part) => part !== "")
                    .join(", ")}
                </bdi>
                {education.end !== undefined && (
                  <span className="quiet"> ({dateInWords(education.end)})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {credentials.length > 0 && (
        <>
          <h2>Certificates and licences</h2>
          <ul>
            {credentials.map((credential) => (
              <li key={credential.id}>
                <bdi>
                  {[credential.name, credential.issuer].filter((part) => part !== "").join(", ")}
                </bdi>
                {credential.date !== undefined && (
                  <span className="quiet"> ({dateInWords(credential.date)})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {rated > 0 && (
        <>
          <h2>What you say of yourself</h2>
          <p>
            You have rated yourself in {counted(rated, "thing")}.{" "}
            <Link to="/abilities">See what you can do</Link> or <Link to="/rate">go on rating</Link>
            .
          </p>
        </>
      )}
      {skills.length > 0 && (
        <>
          <h2>Skills, in your words</h2>
          <ul>
            {skills.map(({ id, name, level, keywords }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                <span className="quiet">
                  {[level, ...keywords].filter((part) => part !== "").map((part) => `, ${part}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
