// Check-in: two minutes on what was done and what it gave; what many of them come to; and all of them.

import "./today.css";
import "./check-in.css";
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DriftAnswer } from "../../domain/agenda/check-in.ts";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { unbroken } from "../in-words.ts";
import { AgendaPicture } from "../parts/agenda-picture.tsx";
import { newFields } from "../parts/check-in-fields.ts";
import { CheckInForm } from "../parts/check-in-form.tsx";
import { CheckInHistory } from "../parts/check-in-history.tsx";
import { CoursePicture } from "../parts/course-picture.tsx";
import { EnergyPicture } from "../parts/energy-picture.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { ScrollRegion } from "../parts/scroll-region.tsx";

type Shown = ValueOf<"show-agenda">;
type Listed = ValueOf<"list-check-ins">;

export function CheckInPage() {
  const shown = useAnswer("show-agenda", {}, { keep: true, anew: true });
  const listed = useAnswer("list-check-ins", {}, { keep: true, anew: true });
  if (shown.isPending || listed.isPending) return <Waiting>Looking at your check-ins…</Waiting>;
  if (shown.isError) return <ProblemPage error={shown.error} />;
  if (listed.isError) return <ProblemPage error={listed.error} />;
  return <CheckInShown shown={shown.data} listed={listed.data} />;
}

interface PageProps {
  readonly shown: Shown;
  readonly listed: Listed;
}

function CheckInShown({ shown, listed }: PageProps) {
  const { sentence, weeks, energy, drift } = shown;
  const { checkIns } = listed;
  return (
    <>
      <h1>{unbroken(sentence)}</h1>
      <NewCheckIn {...{ shown, listed }} />
      {drift !== undefined && <Course drift={drift} />}
      {weeks.length > 0 && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">Whose agenda the hours served</h2>
          <AgendaPicture shown={shown} />
        </section>
      )}
      {energy.things.length > 0 && (
        <section aria-labelledby="energy">
          <h2 id="energy">What gives you energy</h2>
          {energy.sentence !== undefined && <p>{energy.sentence}</p>}
          <EnergyPicture things={energy.things} />
        </section>
      )}
      {checkIns.length > 0 && (
        <section aria-labelledby="kept">
          <h2 id="kept" tabIndex={-1}>
            What you kept
          </h2>
          <CheckInHistory {...{ checkIns, shown }} today={listed.today} />
        </section>
      )}
    </>
  );
}

/** The form, empty again once it was kept. */
function NewCheckIn({ shown, listed }: PageProps) {
  const [kept, setKept] = useState({ times: 0, sentence: "" });
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone with its form: the focus goes to what came of it.
  useEffect(() => {
    if (kept.times > 0) told.current?.focus();
  }, [kept.times]);
  const last = listed.checkIns.find(({ lines }) => lines.length > 0);
  const { today } = listed;
  const first = newFields({ today, last, ...shown.choices, offered: shown.offered });
  return (
    <section aria-labelledby="now">
      <h2 id="now">Your week</h2>
      <p className="quiet">
        {dateInWords(today as CalendarDate)}. Rough figures will do, and anything may stay empty.
        {shown.next.timeToLookBack &&
          " Some months have gone by since you last looked back: there is room for it below."}
      </p>
      <p role="status" className="kept" ref={told} tabIndex={-1}>
        {kept.sentence}
      </p>
      <CheckInForm
        key={kept.times}
        {...{ first, shown, today }}
        former={undefined}
        onSaved={(sentence) => setKept({ times: kept.times + 1, sentence })}
      />
    </section>
  );
}

const ANSWERS: readonly { readonly answer: DriftAnswer; readonly label: string }[] = [
  { answer: "busy time", label: "A busy time" },
  { answer: "fewer hours", label: "I have fewer hours now" },
  { answer: "another goal", label: "My goal is changing" },
  { answer: "fine as it is", label: "It is fine as it is" },
];

/** Said after an answer, with where to go if one wants to. */
const AFTER_WORDS: Readonly<Record<DriftAnswer, string>> = {
  "busy time": "You said it is a busy time. The plan waits.",
  "fewer hours":
    "You said there are fewer hours now. The plan can follow: Goal and gaps has the hours.",
  "another goal": "You said your goal is changing. Goal and gaps is where another one is set.",
  "fine as it is": "You said it is fine as it is.",
};

/** The hours that went to the plan, and the question when they long went elsewhere. */
function Course({ drift }: { readonly drift: NonNullable<Shown["drift"]> }) {
  const changes = useChanges();
  const told = useRef<HTMLParagraphElement>(null);
  const { sentence, question, answer, weeks, goal } = drift;
  if (sentence === undefined) return null;
  // Once answered, the buttons are gone: the focus goes to what is said then.
  const say = (driftAnswer: DriftAnswer) =>
    changes.mutate(() => call("save-check-in", { driftAnswer }), {
      onSuccess: () => told.current?.focus(),
    });
  return (
    <section aria-labelledby="course">
      <h2 id="course">Your hours and your goal</h2>
      <p>
        {sentence} <span className="quiet">The goal: {goal}.</span>
      </p>
      {question !== undefined && (
        <div className="asks">
          <p>{question}</p>
          <div className="answers">
            {ANSWERS.map(({ answer: driftAnswer, label }) => (
              <Button
                key={driftAnswer}
                variant="light"
                loading={changes.isPending}
                onClick={() => say(driftAnswer)}
              >
                {label}
              </Button>
            ))}
          </div>
          <ProblemLine error={changes.error} />
        </div>
      )}
      <p role="status" className="quiet" ref={told} tabIndex={-1}>
        {answer !== undefined && AFTER_WORDS[answer]}
      </p>
      <CoursePicture weeks={weeks} />
      <details>
        <summary>Planned and done, week by week</summary>
        <ScrollRegion label="Planned and done by week, as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Week from</th>
                <th scope="col" className="number">
                  Hours planned
                </th>
                <th scope="col" className="number">
                  Hours for the plan
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ monday, planned, spent }) => (
                <tr key={monday}>
                  <th scope="row">{dateInWords(monday as CalendarDate)}</th>
                  <td className="number">{Math.round(planned * 10) / 10}</td>
                  <td className="number">{Math.round(spent * 10) / 10}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}
