// What a page says when there is nothing to show: it waits, or it says what is missing and where to
// begin.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { codeOf } from "../ask.ts";

/** A wait shorter than this needs no word; measured here: most answers take under 100 ms. */
const QUIET_MS = 400;

/** Says that an answer is being worked out, once it takes noticeably long. */
export function Waiting({ children = "Working it out…" }: { readonly children?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="quiet">
      {late ? children : ""}
    </p>
  );
}

/** A whole page for a problem: the sentence, and the way on. */
export function ProblemPage({ error }: { readonly error: Error }) {
  const { title, text, to, label } = NEXT[codeOf(error)] ?? {
    title: "This could not be shown",
    text: `${error.message}.`,
    to: "/",
    label: "Back to the start",
  };
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <Button component={Link} to={to}>
          {label}
        </Button>
      </p>
    </>
  );
}

interface Next {
  readonly title: string;
  readonly text: string;
  readonly to: "/" | "/gaps" | "/plan" | "/occupations";
  readonly label: string;
}

const NEXT: Readonly<Record<string, Next>> = {
  "record/none": {
    title: "There is no record yet",
    text: "Bring a résumé, look around with an example, or write down what you do now.",
    to: "/",
    label: "Start here",
  },
  "goal/none": {
    title: "There is no goal yet",
    text: "Say what you are heading for, and within which limits. Gaps, routes and a plan follow from it.",
    to: "/",
    label: "Set a goal",
  },
  "occupation/not-named": {
    title: "There is nothing to look at yet",
    text: "What you can do is seen against an occupation: say what you are heading for, or what you do now.",
    to: "/",
    label: "Start here",
  },
  "occupation/unknown": {
    title: "There is no such occupation here",
    text: "It may be in a list that was taken away again. Any words for it will find what is near.",
    to: "/occupations",
    label: "Look for it",
  },
  "plan/none": {
    title: "There is no plan yet",
    text: "A plan needs what you have done and what you are heading for. Both take a few minutes.",
    to: "/",
    label: "Make a plan",
  },
};

/** A problem beside the thing that caused it. */
export function ProblemLine({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <p role="alert" className="problem">
      {error.message}.
    </p>
  );
}

interface UnkeptLineProps {
  readonly error: Error | null;
  onAgain(): void;
}

/** That something said could not be kept, and the way to try again; the answers on the page stay as they are. */
export function UnkeptLine({ error, onAgain }: UnkeptLineProps) {
  if (error === null) return null;
  return (
    <div role="alert" className="problem">
      <p>{error.message}. Not all of what you said is kept.</p>
      <Button size="compact-md" variant="light" onClick={onAgain}>
        Try to keep it again
      </Button>
    </div>
  );
}
