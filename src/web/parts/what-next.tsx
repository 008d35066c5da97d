// What next: two or three links by what is not done yet, for someone who has just begun. Nothing has to be done, and
// what is done is not asked for again.

import { Link } from "@tanstack/react-router";
import type { ValueOf } from "../../http/client.ts";

type CareerRecord = ValueOf<"show-record">["record"];

/** More than so many are a list of chores. */
const MOST_LINKS = 3;

interface NextThing {
  readonly to: "/interview" | "/compass" | "/horizons" | "/check-in";
  readonly title: string;
  readonly about: string;
  /** Whether it is of use before anything is on record. */
  readonly isFirst: boolean;
  readonly isDone: (record: CareerRecord) => boolean;
}

const THINGS: readonly NextThing[] = [
  {
    to: "/interview",
    title: "Talk it through",
    about: "one question at a time about where you are and what could come; stop wherever you like",
    isFirst: true,
    isDone: ({ interviewAnswers }) => interviewAnswers.length > 0,
  },
  {
    to: "/compass",
    title: "Look at seven sides of your work",
    about: "how each is for you, and how you want it; under ten minutes, with nothing to pass",
    isFirst: true,
    isDone: ({ sittings }) => sittings.length > 0,
  },
  {
    to: "/horizons",
    title: "See near and far side by side",
    about: "this week, the last years and all of it; and a sentence or two on what you work for",
    isFirst: false,
    isDone: ({ statements }) => statements.length > 0,
  },
  {
    to: "/check-in",
    title: "Look back at your week",
    about: "two minutes, whenever you think of it",
    isFirst: false,
    isDone: ({ checkIns }) => checkIns.length > 0,
  },
];

export function WhatNext({ record }: { readonly record: CareerRecord | undefined }) {
  const hasPositions = (record?.positions.length ?? 0) > 0;
  const open = THINGS.filter(
    ({ isFirst, isDone }) => (isFirst || hasPositions) && (record === undefined || !isDone(record)),
  ).slice(0, MOST_LINKS);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="what-next">
      <h2 id="what-next">{hasPositions ? "What next" : "Nothing at hand to bring?"}</h2>
      <p>
        {hasPositions
          ? "In any order, and only what you like:"
          : "You can begin without a record, too:"}
      </p>
      <ul className="what-next">
        {open.map(({ to, title, about }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
            <span className="quiet">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
