// The career statement: as it was kept; or a first draft of the person's own words, each with the answer it
// comes from, to edit and keep; and the former versions.

import { FormEnd } from "./form-end.tsx";
import "./career-statement.css";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";

type Shown = ValueOf<"show-statement">;

export function StatementSection() {
  const shown = useAnswer("show-statement", {});
  if (shown.data === undefined) return null;
  return <StatementShown shown={shown.data} />;
}

function StatementShown({ shown }: { readonly shown: Shown }) {
  const { statement, former, draft } = shown;
  const [isWriting, setWriting] = useState(false);
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">Your career statement</h2>
      {statement === undefined ? (
        <p>
          What do you work for, beyond the next task? A few sentences of your own; they stand on top
          of your plan, also on paper. They can change as often as you do.
        </p>
      ) : (
        <>
          <StatementWords text={statement.text} />
          <p className="quiet small">Kept on {dateInWords(statement.date)}</p>
        </>
      )}
      <div className="buttons">
        <Button variant="light" onClick={() => setWriting(true)}>
          {statement !== undefined
            ? "Change it"
            : draft.length > 0
              ? "Begin from what you have said"
              : "Write it"}
        </Button>
      </div>
      {former.length > 0 && <FormerStatements former={former} />}
      {isWriting && (
        <Dialog title="Your career statement" onClose={() => setWriting(false)}>
          <StatementForm shown={shown} onClose={() => setWriting(false)} />
        </Dialog>
      )}
    </section>
  );
}

/** The statement in the person's own words, line by line as they wrote it. */
export function StatementWords({ text }: { readonly text: string }) {
  return (
    <blockquote className="statement">
      <bdi>{text}</bdi>
    </blockquote>
  );
}

interface StatementFormProps {
  readonly shown: Shown;
  onClose(): void;
}

function StatementForm({ shown: { statement, draft, begin }, onClose }: StatementFormProps) {
  const changes = useChanges();
  const [text, setText] = useState(statement?.text ?? begin);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        changes.mutate(() => call("save-statement", { text }), { onSuccess: onClose });
      }}
    >
      <Textarea
        label="In your own words"
        description="What you work for, what you want to be of use for, what matters to you in it"
        value={text}
        rows={6}
        maxLength={1500}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {draft.length > 0 && (
        <details open={statement === undefined}>
          <summary>What you have said so far, and where</summary>
          <ul className="said-so-far">
            {draft.map((sentence) => (
              <li key={sentence.text}>
                <bdi>{sentence.text}</bdi>{" "}
                <span className="quiet small">
                  from <bdi>{sentence.from}</bdi>
                </span>
                {!text.includes(sentence.text) && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-label={`Put in: ${sentence.text}`}
                    onClick={() =>
                      setText(text === "" ? sentence.text : `${text}\n${sentence.text}`)
                    }
                  >
                    Put it in
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <FormEnd
        changes={changes}
        button="Keep it"
        disabled={text.trim() === ""}
        onCancel={onClose}
      />
    </form>
  );
}

function FormerStatements({ former }: { readonly former: Shown["former"] }) {
  const changes = useChanges();
  return (
    <details>
      <summary>
        {former.length === 1 ? "The former version" : `${former.length} former versions`}
      </summary>
      <ProblemLine error={changes.error} />
      <ul className="former">
        {former.map(({ id, text, date }) => (
          <li key={id}>
            <StatementWords text={text} />
            <p className="quiet small">
              Kept on {dateInWords(date)}{" "}
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-label={`Remove the version of ${dateInWords(date)}`}
                onClick={() => changes.mutate(() => call("remove-statement", { id }))}
              >
                Remove
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
