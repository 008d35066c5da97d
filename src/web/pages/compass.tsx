// Compass: seven dimensions from job-like to career-like. How it is by the answers, how one wants it, apart
// from both what the record shows, and what has changed. It informs; neither end is better.

import "./compass.css";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { unbroken } from "../in-words.ts";
import { CompassPicture } from "../parts/compass-picture.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { ScrollRegion } from "../parts/scroll-region.tsx";

type Compass = ValueOf<"show-compass">;
type Shown = Compass["dimensions"][number];

export function CompassPage() {
  const found = useAnswer("show-compass", {}, { keep: true, anew: true });
  if (found.isPending) return <Waiting>Looking at what you said…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  const compass = found.data;
  const hasAny = compass.dimensions.some(({ is, want }) => is !== undefined || want !== undefined);
  return (
    <>
      <h1>{unbroken(compass.sentence)}</h1>
      <p>
        Neither end is better: a job that simply supports a family can satisfy wholly. Nothing is
        added up, and nobody sees this but you.
      </p>
      <NextStep compass={compass} />
      {compass.notices.map(({ code, text }) => (
        <p key={code} className="asks">
          {text}
        </p>
      ))}
      {hasAny && (
        <>
          <h2>How it is, and how you want it</h2>
          <CompassPicture dimensions={compass.dimensions} band={compass.band} />
          <Figures compass={compass} />
        </>
      )}
      <h2>{hasAny ? "One by one" : "What your record shows so far"}</h2>
      {compass.dimensions.map((one) => (
        <DimensionShown key={one.id} {...{ one, hasAny }} />
      ))}
      <History compass={compass} />
    </>
  );
}

/** To begin, to go on, or to take it again. */
function NextStep({ compass }: { readonly compass: Compass }) {
  const changes = useChanges();
  const navigate = useNavigate();
  const newest = compass.sittings.at(-1);
  const anew = () =>
    changes.mutate(() => call("answer-assessment", { anew: true }), {
      onSuccess: () => navigate({ to: "/assessment" }),
    });
  // What is wanted can be said by itself: the answers are those of the last time that there were some.
  const answered = compass.sittings.findLast((one) => one.answered > 0);
  if (newest === undefined || answered === undefined) {
    return (
      <div className="buttons">
        <Button component={Link} to="/assessment">
          Begin
        </Button>
        <span className="quiet">35 questions, about nine minutes; pause whenever you like</span>
      </div>
    );
  }
  const isPaused = answered.finished === undefined && answered === newest;
  const begun = dateInWords(answered.started as CalendarDate);
  const canSee = isPaused || (answered === newest && answered.finished === compass.today);
  const isFresh = newest.answered === 0 && newest.finished === undefined;
  return (
    <section className="asks no-print" aria-label="Your answers">
      <p>
        {isPaused
          ? `You paused: ${answered.answered} of ${answered.asked} questions ${answered.answered === 1 ? "is" : "are"} answered, from ${begun} on.`
          : `These are your answers of ${dateInWords((answered.finished ?? answered.started) as CalendarDate)}. Once things have changed, or half a year has passed, take it again; these stay.`}
      </p>
      <div className="buttons">
        {canSee && (
          <Button component={Link} to="/assessment" size="compact-md">
            {isPaused ? "Go on" : "Look at my answers again"}
          </Button>
        )}
        {isFresh ? (
          <Button component={Link} to="/assessment" size="compact-md" variant="light">
            Begin anew
          </Button>
        ) : (
          <Button size="compact-md" variant="light" loading={changes.isPending} onClick={anew}>
            Begin anew
          </Button>
        )}
      </div>
      <ProblemLine error={changes.error} />
    </section>
  );
}

function Figures({ compass }: { readonly compass: Compass }) {
  const { dimensions, clearChange } = compass;
  const hasChange = dimensions.some(({ history }) => history.length > 1);
  return (
    <details>
      <summary>The same as a table</summary>
      <table className="wide compass-table">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col" className="number">
              As you answered
            </th>
            <th scope="col" className="number">
              Likely
            </th>
            <th scope="col" className="number">
              You want
            </th>
            {hasChange && <th scope="col">Since before</th>}
          </tr>
        </thead>
        <tbody>
          {dimensions.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name}
                <span className="quiet">
                  0 {one.jobLike}, 100 {one.careerLike}
                </span>
              </th>
              <td className="number" data-name="As you answered">
                {one.is === undefined ? "–" : Math.round(one.is.score)}
              </td>
              <td className="number" data-name="Likely">
                {one.is === undefined
                  ? "–"
                  : `${Math.round(one.is.low)} to ${Math.round(one.is.high)}`}
              </td>
              <td className="number" data-name="You want">
                {one.want === undefined ? "–" : Math.round(one.want.score)}
              </td>
              {hasChange && (
                <td data-name="Since before">
                  {one.change === "" ? "–" : one.hasChanged ? "changed" : "no clear change"}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        A score needs four of a dimension’s five questions; nothing missing is filled in. A change
        is told from {clearChange} points on: less may well be chance.
      </p>
    </details>
  );
}

function DimensionShown({ one, hasAny }: { readonly one: Shown; readonly hasAny: boolean }) {
  const said = [one.inWords, one.change].filter((text) => text !== "").join(" ");
  return (
    <section aria-labelledby={one.id} className={hasAny ? "dimension" : "dimension unsaid"}>
      <h3 id={one.id}>
        {one.name}
        <span className="quiet">
          {" "}
          from “{one.jobLike}” to “{one.careerLike}”
        </span>
      </h3>
      {hasAny && <p>{said}</p>}
      {one.reflected !== "" && (
        <blockquote>
          <bdi>{one.reflected}</bdi>
        </blockquote>
      )}
      <div className="record-shows">
        {hasAny && <h4>Your record</h4>}
        <ul>
          {one.recordShows.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          <li className="quiet">{one.recordCannotShow}</li>
        </ul>
      </div>
    </section>
  );
}

/** All sittings side by side, once there are several. */
function History({ compass }: { readonly compass: Compass }) {
  const { dimensions, sittings } = compass;
  const scored = sittings.filter(({ id }) =>
    dimensions.some(({ history }) => history.some(({ sittingId }) => sittingId === id)),
  );
  if (scored.length < 2) return null;
  return (
    <details>
      <summary>All {scored.length} times you answered</summary>
      <ScrollRegion label="All times you answered">
        <table>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              {scored.map(({ id, finished, started }) => (
                <th scope="col" className="number" key={id}>
                  {dateInWords((finished ?? started) as CalendarDate)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dimensions.map(({ id, name, history }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {scored.map((sitting) => (
                  <td className="number" key={sitting.id}>
                    {scoreInWords(history.find(({ sittingId }) => sittingId === sitting.id))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function scoreInWords(found: Shown["history"][number] | undefined): string {
  if (found === undefined) return "–";
  return `${Math.round(found.score)} (${Math.round(found.low)} to ${Math.round(found.high)})`;
}
