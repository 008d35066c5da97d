// The ways in: a résumé file, an example, or the present position typed. What was there is replaced
// only after a word of warning.

import { Button } from "@mantine/core";
import { type DragEvent, useId, useRef, useState } from "react";
import { capital } from "../../domain/first-letter.ts";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { counted } from "../in-words.ts";
import { PositionForm } from "./position-form.tsx";
import { ProblemLine } from "./problem-note.tsx";

interface BringRecordProps {
  /** Kept where the brought record names none. */
  readonly country: string;
  /** How many positions the brought record takes the place of. */
  readonly replaces: number;
  /** Notes say what could not be read. */
  onDone(notes: readonly string[]): void;
}

export function BringRecord({ country, replaces, onDone }: BringRecordProps) {
  const changes = useChanges();
  const examples = useAnswer("list-examples", {});
  const [typing, setTyping] = useState(false);

  const bring = (work: () => Promise<{ readonly notes: readonly string[] }>) =>
    changes.mutate(async () => {
      const brought = await work();
      const { record } = await call("show-record", {});
      if (record.country === undefined && country !== "") await call("set-country", { country });
      onDone(brought.notes);
    });

  return (
    <div className="bring">
      {replaces > 0 && (
        <p className="asks">
          A file or an example takes the place of the {counted(replaces, "position")} that you have
          here. <a href="/data">Keep a copy first</a> if you want them back.{" "}
          <Button variant="subtle" size="compact-sm" onClick={() => onDone([])}>
            Keep what I have
          </Button>
        </p>
      )}
      <h3>Bring a résumé</h3>
      <FileDrop onText={(resume) => bring(() => call("import-resume", { resume }))} />
      {replaces === 0 && (
        <>
          <h3>Or start with what you do now</h3>
          {typing ? (
            <PositionForm
              button="Keep it"
              before={async () => country !== "" && call("set-country", { country })}
              onSaved={() => onDone([])}
              onCancel={() => setTyping(false)}
            />
          ) : (
            <Button variant="light" onClick={() => setTyping(true)}>
              Type it in
            </Button>
          )}
        </>
      )}
      <h3>Or look around with an example</h3>
      <ul className="examples">
        {(examples.data?.examples ?? []).map((example) => (
          <li key={example.name}>
            <button
              type="button"
              disabled={changes.isPending}
              onClick={() => bring(() => call("import-example", { name: example.name }))}
            >
              <strong>{capitalised(example.label)}</strong>
              {example.goal !== undefined && <span>wants to be: {example.goal}</span>}
            </button>
          </li>
        ))}
      </ul>
      <ProblemLine error={changes.error ?? examples.error} />
    </div>
  );
}

function FileDrop({ onText }: { onText(text: string): void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const id = useId();
  const read = async (file: File | undefined) => {
    if (file !== undefined) onText(await file.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the button does the same by keyboard
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        id={id}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        aria-label="A résumé file, JSON Resume"
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = ""; // The same file may be chosen again.
        }}
      />
      <Button variant="light" onClick={() => input.current?.click()} tabIndex={-1} aria-hidden>
        Choose a file
      </Button>
      <span className="quiet">
        or drop it here. A JSON Resume file, which many résumé sites export.
      </span>
    </div>
  );
}

function capitalised(label: string): string {
  return capital(label.replace(/^Example: /, ""));
}
