// Start: where you live, what you have done, where you want to go; then the plan. It comes back to the
// same three steps later, filled with what is known.

import "./start.css";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { codeOf, useAnswer, useChanges } from "../ask.ts";
import { counted, titleOf } from "../in-words.ts";
import { BringRecord } from "../parts/bring-record.tsx";
import { CountrySelect, guessedCountry } from "../parts/country-select.tsx";
import { GoalForm } from "../parts/goal-form.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { needsAWord, TakenFor } from "../parts/taken-for.tsx";
import { WhatNext } from "../parts/what-next.tsx";

export function Start() {
  const stored = useAnswer("show-record", {});
  if (stored.isPending) return <Waiting>Looking for your record…</Waiting>;
  if (stored.isError && codeOf(stored.error) !== "record/none") {
    return <ProblemPage error={stored.error} />;
  }
  return <Steps stored={stored.isError ? undefined : stored.data} />;
}

function Steps({ stored }: { readonly stored: ValueOf<"show-record"> | undefined }) {
  const navigate = useNavigate();
  const changes = useChanges();
  const [chosen, setChosen] = useState<string>();
  const [bringing, setBringing] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const known = stored?.record.country;
  const country = chosen ?? known ?? guessedCountry();
  const positions = stored?.positions ?? [];
  const begun = positions.length > 0;
  const keepCountry = async () => {
    if (country !== "" && country !== known) await call("set-country", { country });
  };
  const chooseCountry = (code: string) => {
    setChosen(code);
    if (code !== "") changes.mutate(() => call("set-country", { country: code }));
  };

  return (
    <>
      <h1>
        {begun
          ? "Your record is here. Say where you want to go, and see what it takes."
          : "See the way from where you are to where you want to be: in steps, with dates and a second way."}
      </h1>
      {!begun && (
        <p>
          Three short questions, then a first plan. It stays on this machine: no account, and
          nothing is sent anywhere.
        </p>
      )}
      <p className="quiet small">
        If this is your employer’s machine, they may be able to see what you do here.
      </p>

      <ol className="steps">
        <li>
          <h2>Where you live</h2>
          <CountrySelect
            value={country}
            guessed={known === undefined && chosen === undefined && country !== ""}
            onChange={chooseCountry}
          />
          <ProblemLine error={changes.error} />
        </li>
        <li>
          <h2>What you have done</h2>
          {begun && !bringing ? (
            <Known positions={positions} notes={notes} onReplace={() => setBringing(true)} />
          ) : (
            <BringRecord
              country={country}
              replaces={positions.length}
              onDone={(unread) => {
                setNotes(unread);
                setBringing(false);
              }}
            />
          )}
        </li>
        <li data-later={!begun || undefined}>
          <h2>Where you want to go</h2>
          {begun ? (
            <GoalForm
              key={stored?.goal?.id ?? "none"}
              goal={stored?.goal}
              goalOccupation={stored?.goalOccupation}
              today={stored?.today ?? ""}
              button="Make the plan"
              before={keepCountry}
              after={async () => {
                await call("keep-plan", {});
                await navigate({ to: "/plan" });
              }}
            />
          ) : (
            <p className="quiet">This comes next, once there is a record to start from.</p>
          )}
        </li>
      </ol>
      <WhatNext record={stored?.record} />
    </>
  );
}

interface KnownProps {
  readonly positions: ValueOf<"show-record">["positions"];
  /** What could not be read of a record that was just brought. */
  readonly notes: readonly string[];
  onReplace(): void;
}

function Known({ positions, notes, onReplace }: KnownProps) {
  const asking = positions.filter(needsAWord);
  const present = positions.filter((position) => position.present);
  return (
    <>
      <p>
        Your record holds {counted(positions.length, "position")}
        {present.length > 0 && `; today: ${present.map(titleOf).join(", ")}`}.
      </p>
      {notes.length > 0 && (
        <div role="status" className="asks">
          <p>All of it is here but for this:</p>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}.</li>
            ))}
          </ul>
        </div>
      )}
      {asking.length > 0 && (
        <div className="asks">
          <p>
            {asking.length === 1
              ? "One of them needs a word from you, then it counts like everything else:"
              : `${asking.length} of them need a word from you, then they count like everything else:`}
          </p>
          <ul>
            {asking.map((position) => (
              <li key={position.positionId}>
                “{titleOf(position)}”
                {position.title !== "" &&
                  position.organisation !== "" &&
                  ` with ${position.organisation}`}
                <TakenFor position={position} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="buttons">
        <Button component={Link} to="/record" variant="light">
          See and correct it
        </Button>
        <Button variant="subtle" onClick={onReplace}>
          Bring another record
        </Button>
      </div>
    </>
  );
}
