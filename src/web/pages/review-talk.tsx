// The page to bring to the talk with one's manager: read, changed as text, printed on one sheet.

import "./review-talk.css";
import { Button, Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Shown = ValueOf<"show-review-talk">;

export function ReviewTalkPage() {
  const shown = useAnswer("show-review-talk", {});
  if (shown.isPending) return <Waiting>Putting the page together…</Waiting>;
  if (shown.isError) return <ProblemPage error={shown.error} />;
  return <Page shown={shown.data} />;
}

function Page({ shown }: { readonly shown: Shown }) {
  const [text, setText] = useState<string>();
  const changes = useChanges();
  const keep = (input: { readonly text: string } | { readonly anew: true }) =>
    changes.mutate(() => call("save-review-talk", input), { onSuccess: () => setText(undefined) });
  return (
    <>
      <h1 className="no-print">{shown.sentence}</h1>
      <p className="quiet no-print">
        It stays on this machine until you print it. Leave out whatever is not safe to say there;
        the goal too, if need be.
      </p>
      {text === undefined ? (
        <>
          <Sheet text={shown.text} />
          <div className="buttons no-print">
            <Button onClick={() => window.print()}>Print it</Button>
            <Button variant="light" onClick={() => setText(shown.text)}>
              Change the words
            </Button>
            {shown.isOwn && (
              <Button
                variant="subtle"
                loading={changes.isPending}
                onClick={() => keep({ anew: true })}
              >
                Make it anew from my answers
              </Button>
            )}
            <Link to="/interview">Back to the interview</Link>
          </div>
        </>
      ) : (
        <form
          className="talk-form"
          onSubmit={(event) => {
            event.preventDefault();
            keep({ text });
          }}
        >
          <Textarea
            label="The page"
            description="A line that begins with a dash is a point; the line above the first of them is their heading"
            autosize
            minRows={12}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="buttons">
            <Button type="submit" loading={changes.isPending} disabled={text.trim() === ""}>
              Keep it
            </Button>
            <Button variant="subtle" onClick={() => setText(undefined)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      <ProblemLine error={changes.error} />
    </>
  );
}

interface Block {
  readonly heading: string | undefined;
  readonly points: readonly string[];
  readonly lines: readonly string[];
}

/** The text as blocks with blank lines between; the line right above points is their heading. */
function blocksOf(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const lines = block.split("\n").filter((line) => line.trim() !== "");
      const points = lines.filter((line) => line.startsWith("-"));
      const plain = lines.filter((line) => !line.startsWith("-"));
      const heading = points.length > 0 ? plain[0] : undefined;
      return {
        heading,
        points: points.map((line) => line.replace(/^-\s*/, "")),
        lines: heading === undefined ? plain : plain.slice(1),
      };
    });
}

function Sheet({ text }: { readonly text: string }) {
  return (
    <article className="talk" aria-label="The page for the talk">
      {blocksOf(text).map(({ heading, points, lines }) => (
        <section key={`${heading} ${lines.join()} ${points.join()}`}>
          {heading !== undefined && <h2>{heading}</h2>}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {points.length > 0 && (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
