// What a position is taken for and how sure that is, with the way to say otherwise: one press settles
// it, none of the choices is a choice too, and every word can be taken back. Nothing unsure counts until
// the person has said so.

import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { titleOf } from "../in-words.ts";
import { Dialog } from "./dialog.tsx";
import { OccupationLink } from "./occupation-link.tsx";
import { OccupationSearch } from "./occupation-search.tsx";
import { ProblemLine } from "./problem-note.tsx";

/** What confirm-occupation takes in an occupation's place. */
const NONE = "none";
const UNDO = "undo";

/** More choices than this at once are a list to search, not a question. */
const CHOICES_AT_ONCE = 3;
const MOST_CHOICES = 6;
/** Assumption: what is meant less than once in fifty times is no help in a list. */
const LEAST_CHANCE = 0.02;

/** True when the person's word is needed before the position counts. */
export function needsAWord(match: PositionMatch): boolean {
  return match.match.state === "unsure" || match.match.state === "none";
}

/** One line, "Taken for Cashiers", with how sure that is; or a question with its answers as buttons. */
export function TakenFor({ position }: { readonly position: PositionMatch }) {
  const [open, setOpen] = useState(false);
  const changes = useChanges();
  const place = useRef<HTMLDivElement>(null);
  const title = titleOf(position);
  const say = (occupation: string) =>
    changes.mutate(
      () => call("confirm-occupation", { position: position.positionId, occupation }),
      {
        onSuccess: () => {
          setOpen(false);
          // The button that was pressed is gone; a reader by keyboard stays where the answer is.
          place.current?.focus();
        },
      },
    );
  const likely = position.match.candidates.filter(({ confidence }) => confidence >= LEAST_CHANCE);
  const { state } = position.match;
  return (
    <div
      className="taken-for"
      data-asks={needsAWord(position) || undefined}
      ref={place}
      tabIndex={-1}
    >
      {position.formerWord !== undefined && (
        <p className="quiet">
          You had said {position.formerWord}; no catalogue has it any more. Added again, it counts
          as before.
        </p>
      )}
      {state === "unsure" && (
        <>
          <p>
            <strong>Not sure: is it one of these?</strong>
          </p>
          <div className="answers">
            {likely.slice(0, CHOICES_AT_ONCE).map((candidate) => (
              <Button
                key={candidate.occupationId}
                variant="default"
                size="compact-md"
                disabled={changes.isPending}
                aria-label={`${[candidate.occupation, asIn(candidate)].join(" ").trim()}: “${title}”`}
                onClick={() => say(candidate.occupationId)}
              >
                <Candidate candidate={candidate} />
              </Button>
            ))}
            <Words about={title} onPress={() => setOpen(true)}>
              Another…
            </Words>
            <Words about={title} onPress={() => say(NONE)}>
              None of these
            </Words>
          </div>
        </>
      )}
      {state === "none" && (
        <>
          <p>
            <strong>We know no occupation of that name. Which comes nearest?</strong>
          </p>
          <div className="answers">
            <Button
              variant="light"
              size="compact-md"
              aria-label={`Look for it: “${title}”`}
              onClick={() => setOpen(true)}
            >
              Look for it
            </Button>
            <Words about={title} onPress={() => say(NONE)}>
              Nothing is like it
            </Words>
          </div>
        </>
      )}
      {!needsAWord(position) && (
        <>
          <span>
            {state === "declined" ? (
              <>
                Taken for nothing on the list <span className="quiet">(you said so)</span>
              </>
            ) : (
              <>
                Taken for <OccupationLink {...occupationOf(position)} />{" "}
                <span className="quiet">
                  {state === "confirmed" ? "(you said so)" : "(sure, by its title)"}
                </span>
              </>
            )}
          </span>
          {state === "sure" && (
            <Words about={title} onPress={() => say(occupationOf(position).id)}>
              Yes, that is it
            </Words>
          )}
          <Words about={title} onPress={() => setOpen(true)}>
            {CHANGE_WORDS[state] ?? "Not this?"}
          </Words>
          {state !== "sure" && (
            <Words about={title} onPress={() => say(UNDO)}>
              Take it back
            </Words>
          )}
        </>
      )}
      {!open && <ProblemLine error={changes.error} />}
      {open && (
        <ChooseOccupation
          {...{ position, say }}
          error={changes.error}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** How the way to another answer is called, where it is not "Not this?". */
const CHANGE_WORDS: Readonly<Record<string, string>> = {
  confirmed: "Choose another",
  declined: "Choose one after all",
};

type TitleCandidate = PositionMatch["match"]["candidates"][number];

/** An occupation that may be meant, and by which of its names it was found: that tells a chance likeness. */
function Candidate({ candidate }: { readonly candidate: TitleCandidate }) {
  return (
    <span>
      {candidate.occupation} <span className="option-label">{asIn(candidate)}</span>
    </span>
  );
}

/** Returns "as in newborn photographer"; empty where the name says no more than the title. */
function asIn({ occupation, label }: TitleCandidate): string {
  const [title, name] = [occupation.toLowerCase(), label.toLowerCase()];
  return title.startsWith(name) ? "" : `as in ${label}`;
}

function occupationOf({ match }: PositionMatch): { id: string; title: string } {
  const [best] = match.candidates;
  return { id: best?.occupationId ?? "", title: best?.occupation ?? "" };
}

interface WordsProps {
  /** The position's title: read out with the words, since several stand on one page. */
  readonly about: string;
  readonly children: string;
  onPress(): void;
}

function Words({ about, children, onPress }: WordsProps) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={`${children}: “${about}”`}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}

interface ChooseOccupationProps {
  readonly position: PositionMatch;
  readonly error: Error | null;
  say(occupation: string): void;
  onClose(): void;
}

function ChooseOccupation({ position, error, say, onClose }: ChooseOccupationProps) {
  const [typed, setTyped] = useState("");
  // Where the person said that nothing is like it, what the title alone may mean is asked for anew.
  const declined = position.match.state === "declined";
  const asked = useAnswer("match-title", { title: position.title }, { enabled: declined });
  const { candidates } = asked.data ?? position.match;
  const near = candidates.filter(({ confidence }) => confidence >= LEAST_CHANCE);
  return (
    <Dialog
      title={
        <>
          What is “<bdi>{titleOf(position)}</bdi>” most like?
        </>
      }
      onClose={onClose}
    >
      <p className="quiet">
        Once you have chosen, it counts like everything else, and you can take it back.
        {near.length > 0 && " The nearest stand first."}
      </p>
      <ul className="choices">
        {near.slice(0, MOST_CHOICES).map((candidate) => (
          <li key={candidate.occupationId}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              onClick={() => say(candidate.occupationId)}
            >
              <Candidate candidate={candidate} />
            </Button>
          </li>
        ))}
      </ul>
      <OccupationSearch
        label={near.length > 0 ? "Or search for another" : "Search for it"}
        value={typed}
        onType={setTyped}
        onChoose={({ id }) => say(id)}
      />
      <ProblemLine error={error} />
      <div className="buttons">
        {!declined && (
          <Button variant="light" onClick={() => say(NONE)}>
            None of these
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          Leave it as it is
        </Button>
      </div>
    </Dialog>
  );
}
