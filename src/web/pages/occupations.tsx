// Occupations: one box to type into, and what is found as one types; each leads to its page. The words
// may be anybody's: slips, parts and British names are forgiven by the search.

import "./occupations.css";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { capital } from "../../domain/first-letter.ts";
import type { InputOf, ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { counted } from "../in-words.ts";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { ProblemLine } from "../parts/problem-note.tsx";

const MOST_SHOWN = 12;
/** Assumption: longer than the time between two letters. */
const PAUSE_MS = 400;
/** To begin with: everyday words from different corners of working life. */
const IDEAS = ["nurse", "electrician", "teaching assistant", "van driver", "web developer", "chef"];

type Where = NonNullable<InputOf<"search-occupations">["catalogue"]>;
type Found = ValueOf<"search-occupations">["occupations"][number];

export function Occupations() {
  const { query, look, keep } = useQueryInAddress();
  const [where, setWhere] = useState<Where>("all");
  const list = useRef<HTMLOListElement>(null);
  const found = useAnswer(
    "search-occupations",
    { query, limit: MOST_SHOWN, catalogue: where },
    { keep: true },
  );
  const country = useAnswer("show-record", {}).data?.record.country;
  const isAbroad = (one: Found) => country !== undefined && country !== one.place;
  const isAsked = query.trim() !== "";
  const occupations = isAsked ? (found.data?.occupations ?? []) : [];
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>("a") ?? [])];
  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      // In the list back to the words; in the box the words are taken away, as a search box does.
      const box = document.getElementById("find");
      event.preventDefault();
      if (event.target === box) look("");
      box?.focus();
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const all = links();
    if (step === 0 || all.length === 0) return;
    const at = all.indexOf(event.target as HTMLElement); // As: what has the focus is an element.
    const next = at + step;
    event.preventDefault();
    if (next < 0) document.getElementById("find")?.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  };
  return (
    <>
      <h1>Look at any kind of work: what it asks, what it pays, and how people come to it.</h1>
      <search className="find">
        <TextInput
          id="find"
          label="Find an occupation"
          description="Any words for it; a part is enough, and spelling need not be right"
          size="lg"
          value={query}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => look(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") links()[0]?.click();
            walk(event);
          }}
        />
        {(found.data?.searched.length ?? 1) > 1 || where !== "all" ? (
          <NativeSelect
            label="Where to look"
            size="lg"
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value as Where)} // As: the choices are exactly these.
            data={[
              { value: "all", label: "Everywhere" },
              { value: "working", label: "What plans are made with" },
              { value: "esco", label: "The European list (ESCO)" },
            ]}
          />
        ) : null}
      </search>
      <ProblemLine error={found.error} />
      <p role="status" className="visually-hidden">
        {isAsked &&
          found.data !== undefined &&
          (occupations.length === 0
            ? "Nothing is like it"
            : `${counted(occupations.length, "occupation")} found; the arrow down leads to them`)}
      </p>
      {occupations.length > 0 && (
        <ol
          className="found"
          ref={list}
          aria-label="Occupations found"
          onClickCapture={keep}
          onKeyDown={walk}
        >
          {occupations.map((one) => (
            <FoundOccupation key={one.id} one={one} isAbroad={isAbroad(one)} />
          ))}
        </ol>
      )}
      {isAsked && found.isSuccess && occupations.length === 0 && !found.isPlaceholderData && (
        <p>
          Nothing is like “<bdi>{query.trim()}</bdi>”. Try a word for what one does all day, or the
          words of an advertisement.
        </p>
      )}
      {!isAsked && <Beginnings look={look} />}
    </>
  );
}

/** The words stand in the address once typing pauses, so that going back finds them again. */
function useQueryInAddress() {
  const { find = "" } = useSearch({ from: "/occupations" });
  const navigate = useNavigate();
  const [query, setQuery] = useState(find);
  const written = useRef(find);
  const write = (words: string) => {
    if (words === written.current) return;
    written.current = words;
    void navigate({
      to: "/occupations",
      search: words === "" ? {} : { find: words },
      replace: true,
    });
  };
  const writeLater = useDebouncedCallback(write, PAUSE_MS);
  useEffect(() => {
    if (find === written.current) return;
    written.current = find;
    setQuery(find);
  }, [find]);
  return {
    query,
    look(words: string) {
      setQuery(words);
      writeLater(words);
    },
    /** Called before one leaves the page in the middle of typing. */
    keep: () => write(query),
  };
}

interface FoundOccupationProps {
  readonly one: Found;
  /** The figures are of another country than the person's. */
  readonly isAbroad: boolean;
}

function FoundOccupation({ one, isAbroad }: FoundOccupationProps) {
  const isOther = one.label.toLowerCase() !== one.title.toLowerCase();
  const facts = [
    ...(one.payInWords === ""
      ? []
      : [
          `${one.payInWords}${isAbroad ? ` in ${one.placeInWords}` : ""}${one.countedWithin === undefined ? "" : `, as all within ${one.countedWithin}`}`,
        ]),
    ...(one.education === undefined ? [] : [one.education]),
    ...(one.catalogue === "esco" ? ["from the European list (ESCO)"] : []),
  ];
  return (
    <li>
      <h2>
        <OccupationLink id={one.id} title={capital(one.title)} />
      </h2>
      {isOther && (
        <p className="quiet small">
          also called <bdi>{one.label}</bdi>
        </p>
      )}
      <p>{firstSentence(one.description)}</p>
      {facts.length > 0 && <p className="quiet small figures">{facts.join(" · ")}</p>}
    </li>
  );
}

/** One line is enough to choose by; the page has the rest. */
function firstSentence(text: string): string {
  const [first = ""] = text.split(/(?<=[.!?])\s+(?=[A-Z])/);
  return first;
}

function Beginnings({ look }: { look(query: string): void }) {
  const stored = useAnswer("show-record", {});
  const goal = stored.data?.goal;
  const goalTitle = stored.data?.goalOccupation;
  const known = new Map(
    (stored.data?.positions ?? [])
      .filter(({ match }) => match.state === "sure" || match.state === "confirmed")
      .flatMap(({ match }) => match.candidates.slice(0, 1))
      .map(({ occupationId, occupation }) => [occupationId, occupation]),
  );
  if (goal !== undefined) known.delete(goal.occupationId);
  return (
    <>
      <p className="ideas">
        <span className="quiet">For instance:</span>
        {IDEAS.map((idea) => (
          <Button
            key={idea}
            variant="light"
            size="compact-md"
            onClick={() => {
              look(idea);
              document.getElementById("find")?.focus();
            }}
          >
            {idea}
          </Button>
        ))}
      </p>
      {goal !== undefined && goalTitle !== undefined && (
        <p>
          Your goal: <OccupationLink id={goal.occupationId} title={goalTitle} />
        </p>
      )}
      {known.size > 0 && (
        <>
          <h2>What you have done so far</h2>
          <ul>
            {[...known].map(([id, title]) => (
              <li key={id}>
                <OccupationLink id={id} title={title} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet small">
        What a person of some title does differs from place to place; these pages say what is usual.{" "}
        <Link to="/catalogues">Where the figures come from</Link>
      </p>
    </>
  );
}
