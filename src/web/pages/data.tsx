// Data: what is kept and where, how to take it along, how to delete it, and whose figures these are.

import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { downloadFile } from "../download-file.ts";
import { CalendarSection } from "../parts/calendar-section.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemLine } from "../parts/problem-note.tsx";

/** What delete-everything asks to be typed. */
const DELETE_WORDS = "delete everything";
/** An occupation of every catalogue; its answer carries the catalogue's sources. */
const ANY_OCCUPATION = "29-1141.00";

export function Data() {
  const stored = useAnswer("show-record", {});
  const plans = useAnswer("list-plans", {});
  const occupation = useAnswer("show-occupation", { id: ANY_OCCUPATION });
  const changes = useChanges();
  const [deleting, setDeleting] = useState(false);
  const none = stored.isError || stored.data?.record.positions.length === 0;
  const kept = plans.data?.plans ?? [];
  const nothing = none && kept.length === 0 && stored.data?.goal === undefined;
  return (
    <>
      <h1>Everything you write here stays on this machine, and you can take it or delete it.</h1>
      <p>
        No account, no telemetry, and no request to anyone. It lies in one file, in the data folder
        that the terminal names when Throughline starts.
      </p>

      <h2>Take it along</h2>
      <p>
        Your record and your goal as a JSON Resume file, which other programs read too. Bringing it
        back here gives the same record.
      </p>
      <div className="buttons">
        <Button
          variant="light"
          disabled={none}
          onClick={() =>
            changes.mutate(async () => {
              const { resume } = await call("export-record", {});
              downloadFile(
                "throughline-record.json",
                JSON.stringify(resume, null, 2),
                "application/json",
              );
            })
          }
        >
          Download the record
        </Button>
        {none && <span className="quiet">There is none yet.</span>}
      </div>
      <ProblemLine error={changes.error} />

      <CalendarSection hasPlan={kept.length > 0} />

      {kept.length > 0 && (
        <>
          <h2>Plans that were kept</h2>
          <p>
            <Link to="/plans">
              {kept.length === 1
                ? "The one plan"
                : `All ${kept.length} plans, two of them side by side`}
            </Link>
          </p>
        </>
      )}

      <h2>Delete it</h2>
      <p>The record, the goal and every plan, for good.</p>
      <div className="buttons">
        <Button
          variant="outline"
          color="alert"
          disabled={nothing}
          onClick={() => setDeleting(true)}
        >
          Delete everything
        </Button>
      </div>
      {deleting && <DeleteDialog onClose={() => setDeleting(false)} />}

      <h2>Catalogues</h2>
      <p>
        What plans are made from. Full public releases can be{" "}
        <Link to="/catalogues">added and removed</Link>.
      </p>

      <h2>Whose figures these are</h2>
      <ul>
        {(occupation.data?.attribution ?? []).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>

      <h2>For programs</h2>
      <p>
        Everything here can be asked for over HTTP too: see{" "}
        <a href="/api">the list of operations</a>.
      </p>
    </>
  );
}

function DeleteDialog({ onClose }: { onClose(): void }) {
  const changes = useChanges();
  const [typed, setTyped] = useState("");
  const ready = typed.trim().toLowerCase() === DELETE_WORDS;
  return (
    <Dialog title="Delete everything?" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            changes.mutate(() => call("delete-everything", { confirm: DELETE_WORDS }), {
              onSuccess: onClose,
            });
          }
        }}
      >
        <p>This cannot be undone. Download the record first if you may want it back.</p>
        <TextInput
          label={`Type “${DELETE_WORDS}”`}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemLine error={changes.error} />
        <div className="buttons">
          <Button type="submit" color="alert" disabled={!ready} loading={changes.isPending}>
            Delete everything
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
