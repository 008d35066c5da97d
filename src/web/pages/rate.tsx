// Rate yourself: one thing a screen, on a scale whose levels say what somebody there can do. What the
// record points to is shown only after the answer, so that it does not lead it.

import "../parts/sitting.css";
import "./rate.css";
import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { useKeptInTurn } from "../kept-in-turn.ts";
import { ProblemPage, UnkeptLine, Waiting } from "../parts/problem-note.tsx";
import { RatingScale } from "../parts/rating-scale.tsx";

type Scale = ValueOf<"show-rating-scale">;
type Rated = ValueOf<"rate-yourself">["rated"][number];

export function RatePage() {
  const search = useSearch({ from: "/rate" });
  const found = useAnswer("show-rating-scale", search);
  const [round, setRound] = useState(0);
  if (found.isPending) return <Waiting>Looking for what is worth asking…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  const { occupation, rated, total, elements } = found.data;
  return (
    <>
      <h1>{sentenceOf(found.data)}</h1>
      <p>
        Nobody sees this but you. Choose what comes nearest, for today; skip what you cannot say. It
        is kept at once, and you can change it at any time.
      </p>
      {elements.length === 0 ? (
        <p>There is nothing to rate for {occupation.title}.</p>
      ) : (
        <Sitting
          key={`${occupation.id} ${search.element ?? ""} ${round}`}
          scale={found.data}
          regard={search.occupation === undefined ? {} : { occupation: search.occupation }}
          onMore={rated < total ? () => setRound(round + 1) : undefined}
        />
      )}
    </>
  );
}

function sentenceOf({ rated, total, occupation }: Scale): string {
  const things = `${total} things that work as ${occupation.inWords} asks for`;
  if (rated === 0) return `Say for yourself how far you are in the ${things}.`;
  if (rated >= total) return `You have rated all ${things}.`;
  return `You have rated ${rated} of the ${things}.`;
}

interface SittingProps {
  /** The occupation looked at where it is another than the goal. */
  readonly regard: { readonly occupation?: string };
  readonly scale: Scale;
  readonly onMore: (() => void) | undefined;
}

/** The list stays as it was at the start, though every answer changes what would be best asked next. */
function Sitting({ scale, onMore, regard }: SittingProps) {
  const [{ elements }] = useState(scale);
  const [place, setPlace] = useState(0);
  const [levels, setLevels] = useState<ReadonlyMap<string, number>>(
    new Map(elements.flatMap(({ id, rating }) => (rating ? [[id, rating.level]] : []))),
  );
  const [results, setResults] = useState<ReadonlyMap<string, Rated>>(new Map());
  const { keep: keepOne, keepAgain, error } = useKeptInTurn();
  const top = useRef<HTMLHeadingElement>(null);
  const shown = useRef(0);
  useEffect(() => {
    if (shown.current !== place) top.current?.focus();
    shown.current = place;
  }, [place]);
  const element = elements[place];

  /** Keeps one answer after the other, so that the last one given is the one that stays. */
  const keep = (id: string, level: number | null) => {
    const next = new Map(levels);
    if (level === null) next.delete(id);
    else next.set(id, level);
    setLevels(next);
    keepOne(id, async () => {
      const { rated } = await call("rate-yourself", { ratings: { [id]: level } });
      // What it was before this sitting is what the change is told from.
      setResults((before) =>
        rated.reduce((all, one) => {
          const first = before.get(one.id)?.before ?? one.before;
          return new Map(all).set(one.id, { ...one, before: first });
        }, before),
      );
    });
  };

  if (element === undefined) {
    return (
      <Done
        {...{ results, onMore, regard }}
        head={top}
        onBack={() => setPlace(elements.length - 1)}
      />
    );
  }
  const level = levels.get(element.id);
  const last = place === elements.length - 1;
  return (
    <section aria-label="Rate yourself" className="sitting">
      {elements.length > 1 && (
        <>
          <p className="quiet small figures">
            {place + 1} of {elements.length}
          </p>
          <progress
            value={place}
            max={elements.length}
            aria-label="How far through these you are"
          />
        </>
      )}
      <h2 ref={top} tabIndex={-1}>
        {element.name}
      </h2>
      <RatingScale
        key={element.id}
        {...{ element, level }}
        onChoose={(chosen) => keep(element.id, chosen)}
      />
      <div role="status" className="changed">
        <Changed result={results.get(element.id)} />
      </div>
      <FlatNote notices={scale.notices} />
      <UnkeptLine error={error} onAgain={keepAgain} />
      <div className="buttons">
        <Button onClick={() => setPlace(place + 1)}>
          {level === undefined ? "Skip this" : last ? "That is all" : "Next"}
        </Button>
        {place > 0 && (
          <Button variant="light" onClick={() => setPlace(place - 1)}>
            Back
          </Button>
        )}
        {level !== undefined && (
          <Button variant="subtle" onClick={() => keep(element.id, null)}>
            Take my rating back
          </Button>
        )}
        <Link to="/abilities" search={regard}>
          Pause here
        </Link>
      </div>
    </section>
  );
}

function Changed({ result }: { readonly result: Rated | undefined }) {
  if (result === undefined) return null;
  const [from, to] = [result.before.mean.toFixed(1), result.after.mean.toFixed(1)];
  const kept = result.level === undefined ? "Taken back." : "Kept.";
  return (
    <p>
      {kept}{" "}
      {from === to
        ? `What is believed of you stays at level ${to}, with what your record shows.`
        : `With what your record shows, what is believed of you goes from level ${from} to ${to}.`}
    </p>
  );
}

function FlatNote({ notices }: Pick<Scale, "notices">) {
  return notices.map(({ code, text }) => (
    <p key={code} className="asks">
      {text}
    </p>
  ));
}

interface DoneProps extends Pick<SittingProps, "regard"> {
  readonly results: ReadonlyMap<string, Rated>;
  readonly head: React.RefObject<HTMLHeadingElement | null>;
  readonly onMore: (() => void) | undefined;
  onBack(): void;
}

function Done({ results, head, onMore, regard, onBack }: DoneProps) {
  const rated = [...results.values()].filter(({ level }) => level !== undefined);
  return (
    <section aria-label="What changed">
      <h2 ref={head} tabIndex={-1}>
        {rated.length === 0 ? "Nothing was changed" : "What your answers changed"}
      </h2>
      {rated.length > 0 && (
        <table className="rated">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="number">
                You say
              </th>
              <th scope="col" className="number">
                Before
              </th>
              <th scope="col" className="number">
                Now
              </th>
            </tr>
          </thead>
          <tbody>
            {rated.map(({ id, name, level, before, after }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="number">{level}</td>
                <td className="number">{before.mean.toFixed(1)}</td>
                <td className="number">{after.mean.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="buttons">
        <Button renderRoot={(props) => <Link {...props} to="/abilities" search={regard} />}>
          See what you can do
        </Button>
        {onMore !== undefined && (
          <Button variant="light" onClick={onMore}>
            Rate more
          </Button>
        )}
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
      </div>
    </section>
  );
}
