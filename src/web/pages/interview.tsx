// The interview: one question at a time, with what is known beside it; what each answer came to, right there;
// and the whole conversation below, where any answer can be changed.

import "../parts/sitting.css";
import "./rate.css";
import "./interview.css";
import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { dateInWords, parsePartialDate } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { InterviewQuestion, type SaidHere } from "../parts/interview-question.tsx";
import { OpeningsList } from "../parts/openings-list.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Shown = ValueOf<"show-interview">;
type Taken = ValueOf<"answer-question">;

export function InterviewPage() {
  const { question } = useSearch({ from: "/interview" });
  const shown = useAnswer("show-interview", question === undefined ? {} : { question }, {
    keep: true,
  });
  if (shown.isPending) return <Waiting>Looking at what you have said…</Waiting>;
  if (shown.isError) return <ProblemPage error={shown.error} />;
  return <Conversation shown={shown.data} />;
}

function Conversation({ shown }: { readonly shown: Shown }) {
  const [taken, setTaken] = useState<{ readonly id: string; readonly answer: Taken }>();
  const changes = useChanges();
  const navigate = useNavigate();
  const head = useRef<HTMLHeadingElement>(null);
  const at = shown.turn?.id;
  const before = useRef(at);
  useEffect(() => {
    // After an answer the next question is where one reads on.
    if (before.current !== at) head.current?.focus();
    before.current = at;
  }, [at]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const goTo = (question: string | undefined) =>
    navigate({ to: "/interview", search: question === undefined ? {} : { question } });
  const answer = (id: string, said: SaidHere) =>
    changes.mutate(async () => {
      const result = await call("answer-question", { question: id, ...said });
      setTaken({ id, answer: result });
      // Whoever went elsewhere while it was kept is not called back.
      if (isHere.current) await goTo(undefined);
    });
  const place = shown.turns.findIndex(({ id }) => id === at);
  const former = shown.turns[place < 0 ? shown.turns.length - 1 : place - 1];
  return (
    <>
      <h1>{shown.sentence}</h1>
      <p className="quiet">
        {[shown.position, shown.goalInWords && `towards work as ${shown.goalInWords}`]
          .filter(Boolean)
          .join(" · ")}
        {shown.goalInWords === undefined && (
          <>
            {shown.position !== undefined && " · "}No goal yet; it goes without one, and one can be
            set on <Link to="/">Start</Link>.
          </>
        )}
      </p>
      <div role="status" className="taken">
        {taken !== undefined && <WhatCame {...taken} onChange={() => goTo(taken.id)} />}
      </div>
      {shown.turn === undefined ? (
        <section className="sitting" aria-labelledby="question">
          <h2 id="question" ref={head} tabIndex={-1}>
            That is all there is to ask for now
          </h2>
          <p>
            What came of it is below, and in your gaps and your plan. Any answer can be changed.
          </p>
        </section>
      ) : (
        <section className="sitting" aria-labelledby="question">
          <p className="quiet small figures">
            {place + 1} of about {shown.asked}
          </p>
          <progress
            value={shown.answered}
            max={shown.asked}
            aria-label="Questions answered so far"
          />
          <h2 id="question" ref={head} tabIndex={-1}>
            {shown.turn.question}
          </h2>
          <InterviewQuestion
            key={`${shown.turn.id} ${shown.turn.answer?.id ?? ""}`}
            turn={shown.turn}
            waits={changes.isPending}
            onAnswer={(said) => answer(shown.turn?.id ?? "", said)}
          />
        </section>
      )}
      <ProblemLine error={changes.error} />
      <div className="buttons">
        {former !== undefined && (
          <Button variant="light" onClick={() => goTo(former.id)}>
            Back
          </Button>
        )}
        {shown.turn?.answer !== undefined && (
          <Button variant="subtle" onClick={() => goTo(undefined)}>
            Leave it as it is
          </Button>
        )}
        <Link to="/gaps">Pause here: everything is kept</Link>
      </div>
      <Came shown={shown} />
      <SaidSoFar shown={shown} />
    </>
  );
}

/** What the last answer came to, and the gentle question back where there is one. */
function WhatCame({ answer, onChange }: { readonly answer: Taken; onChange(): void }) {
  return (
    <section className="asks" aria-label="What your last answer came to">
      <p className="quiet small">You said: {answer.said}</p>
      {answer.effects.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {answer.aside !== undefined && <p>{answer.aside}</p>}
      {answer.doubt !== undefined && (
        <>
          <p>{answer.doubt}</p>
          <p className="quiet small">Your answer stands as you gave it.</p>
          <div className="buttons">
            <Button size="compact-md" variant="light" onClick={onChange}>
              Look at it again
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** What the answers came to together: gaps with what to do, openings with their sums, what is open now. */
function Came({ shown }: { readonly shown: Shown }) {
  const { gaps, openings, atHand, turns } = shown;
  return (
    <>
      {gaps.length > 0 && (
        <section aria-labelledby="came">
          <h2 id="came">What your answers put on the list</h2>
          <ul className="came">
            {gaps.map(({ id, title, explanation, toDo }) => (
              <li key={id}>
                <h3>{title}</h3>
                <p>{explanation}</p>
                {toDo !== undefined && (
                  <p>
                    To do: {toDo.title}. <span className="quiet">Who helps: {toDo.whoHelps}.</span>
                  </p>
                )}
                {toDo?.questions !== undefined && (
                  <ul>
                    {toDo.questions.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {openings.length > 0 && <OpeningsList openings={openings} />}
      {atHand.length > 0 && shown.answered > 0 && (
        <section aria-labelledby="at-hand">
          <h2 id="at-hand">Open to you now, one or two levels below the goal</h2>
          <p className="quiet">As far as your record and the public figures tell.</p>
          <ul>
            {atHand.map(({ occupationId, inWords, why }) => (
              <li key={occupationId}>
                <Link to="/occupation" search={{ id: occupationId }}>
                  {inWords.replace(/^an? /, "")}
                </Link>
                . {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      {turns.some(({ id }) => id === "review") && (
        <p>
          <Link to="/review-talk">The page for the talk with your manager</Link>
        </p>
      )}
    </>
  );
}

function SaidSoFar({ shown }: { readonly shown: Shown }) {
  const said = shown.turns.filter((turn) => turn.said !== undefined);
  if (said.length === 0 && shown.setAside.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 id="said">What you have said</h2>
      <dl className="said">
        {said.map((turn) => (
          <div key={turn.id}>
            <dt>{turn.question}</dt>
            <dd>
              {turn.said}{" "}
              <span className="quiet small">
                {turn.date !== undefined && dayOf(turn.date)}.{" "}
                <Link
                  to="/interview"
                  search={{ question: turn.id }}
                  aria-label={`Change the answer to: ${turn.question}`}
                >
                  Change
                </Link>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {shown.setAside.length > 0 && (
        <details>
          <summary>Kept, and not counted now: {shown.setAside.length}</summary>
          <p className="quiet">
            They are about another goal, another position, or a question that does not come up after
            what you said since.
          </p>
          <dl className="said">
            {shown.setAside.map((turn) => (
              <div key={turn.id}>
                <dt>{turn.question}</dt>
                <dd>{turn.said}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function dayOf(text: string): string {
  const date = parsePartialDate(text);
  return date.ok ? dateInWords(date.value) : text;
}
