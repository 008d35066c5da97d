// The questions on the seven dimensions, one screen each: how it is, how one wants it, what to think about.
// Every answer is kept as it is given, so that one can stop at any point and go on later.

import "../parts/sitting.css";
import "./assessment.css";
import { Button, Textarea } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { type KeptInTurn, useKeptInTurn } from "../kept-in-turn.ts";
import { AssessmentItem } from "../parts/assessment-item.tsx";
import { ProblemPage, UnkeptLine, Waiting } from "../parts/problem-note.tsx";
import { WantSlider } from "../parts/want-slider.tsx";

type Assessment = ValueOf<"show-assessment">;
type Shown = Assessment["dimensions"][number];

export function AssessmentPage() {
  const found = useAnswer("show-assessment", {}, { anew: true });
  // What one left off with must be there before the first screen is chosen by it.
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    if (!found.isFetching) setReady(true);
  }, [found.isFetching]);
  if (found.isPending || !isReady) return <Waiting>Looking for the questions…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  return <Sitting assessment={found.data} />;
}

/** What was said stays here as it was at the start, and changes as one answers. */
function Sitting({ assessment }: { readonly assessment: Assessment }) {
  const [{ dimensions, work }] = useState(assessment);
  const [place, setPlace] = useState(() => firstOpen(assessment));
  const { keep, keepAgain, error } = useKeptInTurn();
  const navigate = useNavigate();
  const top = useRef<HTMLHeadingElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current !== place) top.current?.focus();
    shown.current = place;
  }, [place]);
  const dimension = dimensions[place];
  if (dimension === undefined) return null;
  const isLast = place === dimensions.length - 1;
  const finish = () =>
    keep(
      "finish",
      () => call("answer-assessment", { finish: true }),
      () => navigate({ to: "/compass" }),
    );
  return (
    <>
      <h1>How it is for you, and how you want it.</h1>
      {place === 0 && <p>{work}</p>}
      <section aria-labelledby="dimension" className="screen sitting">
        <p className="quiet small figures">
          {place + 1} of {dimensions.length}
        </p>
        <progress
          value={place}
          max={dimensions.length}
          aria-label="How far through these you are"
        />
        <h2 id="dimension" ref={top} tabIndex={-1}>
          {dimension.name}: {dimension.about}
        </h2>
        <Screens {...{ dimensions, place, keep }} />
        <UnkeptLine error={error} onAgain={keepAgain} />
        <div className="buttons">
          <Button onClick={isLast ? finish : () => setPlace(place + 1)}>
            {isLast ? "That is all: show the compass" : "Next"}
          </Button>
          {place > 0 && (
            <Button variant="light" onClick={() => setPlace(place - 1)}>
              Back
            </Button>
          )}
          <Link to="/compass">Pause here</Link>
        </div>
      </section>
    </>
  );
}

/** The screen with the first question that has no answer; the first when all have one. */
function firstOpen({ dimensions }: Assessment): number {
  const place = dimensions.findIndex(({ items }) => items.some(({ value }) => value === undefined));
  return Math.max(0, place);
}

interface ScreensProps extends Pick<KeptInTurn, "keep"> {
  readonly dimensions: readonly Shown[];
  readonly place: number;
}

/** All screens hold what was said on them; one is seen. */
function Screens({ dimensions, place, keep }: ScreensProps) {
  return dimensions.map((dimension, at) => (
    <div key={dimension.id} hidden={at !== place}>
      <Screen {...{ dimension, keep }} />
    </div>
  ));
}

interface ScreenProps extends Pick<KeptInTurn, "keep"> {
  readonly dimension: Shown;
}

function Screen({ dimension, keep }: ScreenProps) {
  const [values, setValues] = useState<ReadonlyMap<string, number | null>>(
    new Map(dimension.items.flatMap(({ id, value }) => (value ? [[id, value]] : []))),
  );
  const [want, setWant] = useState(dimension.want);
  const [words, setWords] = useState(dimension.reflected ?? "");
  const kept = useRef(words);
  const answer = (id: string, value: number | null) => {
    setValues(new Map(values).set(id, value));
    keep(id, () => call("answer-assessment", { answers: { [id]: value } }));
  };
  return (
    <>
      {dimension.items.map((item) => (
        <AssessmentItem
          key={item.id}
          {...{ item }}
          value={values.get(item.id)}
          onChoose={(value) => answer(item.id, value)}
        />
      ))}
      <WantSlider
        {...{ dimension, want }}
        onChoose={(value) => {
          setWant(value ?? undefined);
          keep(`want:${dimension.id}`, () =>
            call("set-wants", { wants: { [dimension.id]: value } }),
          );
        }}
      />
      <Textarea
        className="reflection"
        label="To think about, if you like"
        description={dimension.reflection.join(" ")}
        placeholder="In your own words; nobody sees them but you"
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onBlur={() => {
          if (words === kept.current) return;
          kept.current = words;
          keep(`words:${dimension.id}`, () =>
            call("answer-assessment", { dimension: dimension.id, reflection: words }),
          );
        }}
      />
    </>
  );
}
