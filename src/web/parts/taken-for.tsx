// What a position is taken for and how sure that is, with the way to say otherwise. Nothing unsure
// counts until the person has said so.

import { Button } from "@mantine/core";
import { useState } from "react";
import type { PositionMatch } from "../../domain/schedule/plan.ts";
import { call } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { titleOf } from "../in-words.ts";
import { Dialog } from "./dialog.tsx";
import { type FoundOccupation, OccupationSearch } from "./occupation-search.tsx";
import { ProblemLine } from "./problem-note.tsx";

/** True when the person's word is needed before the position counts. */
export function needsAWord(match: PositionMatch): boolean {
  return match.match.state === "unsure" || match.match.state === "none";
}

/** One line: "Taken for Cashiers", its state as a word, and a button to change it. */
export function TakenFor({ position }: { readonly position: PositionMatch }) {
  const [open, setOpen] = useState(false);
  const asks = needsAWord(position);
  const best = position.match.candidates[0]?.occupation;
  return (
    <div className="taken-for" data-asks={asks || undefined}>
      <span>
        {asks ? (
          <strong>Which occupation comes nearest?</strong>
        ) : (
          <>
            Taken for {best}
            <span className="quiet">
              {position.match.state === "confirmed" ? " (you said so)" : " (by its title)"}
            </span>
          </>
        )}
      </span>{" "}
      <Button
        variant={asks ? "light" : "subtle"}
        size="compact-sm"
        onClick={() => setOpen(true)}
        aria-label={`${asks ? "Choose" : "Not this?"} What “${titleOf(position)}” is taken for`}
      >
        {asks ? "Choose" : "Not this?"}
      </Button>
      {open && <ChooseOccupation position={position} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ChooseOccupation(props: { readonly position: PositionMatch; onClose(): void }) {
  const { position, onClose } = props;
  const changes = useChanges();
  const [typed, setTyped] = useState("");
  const choose = (occupation: FoundOccupation) =>
    changes.mutate(
      () =>
        call("confirm-occupation", { position: position.positionId, occupation: occupation.id }),
      { onSuccess: onClose },
    );
  return (
    <Dialog title={`What is “${titleOf(position)}” most like?`} onClose={onClose}>
      <p className="quiet">
        Once you have chosen, it counts like everything else.
        {position.match.candidates.length > 0 && " The nearest stand first."}
      </p>
      <ul className="choices">
        {position.match.candidates.slice(0, MOST_CHOICES).map((candidate) => (
          <li key={candidate.occupationId}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              onClick={() => choose({ id: candidate.occupationId, title: candidate.occupation })}
            >
              {candidate.occupation}
            </Button>
          </li>
        ))}
      </ul>
      <OccupationSearch
        label={position.match.candidates.length > 0 ? "Or search for another" : "Search for it"}
        value={typed}
        onType={setTyped}
        onChoose={choose}
      />
      <ProblemLine error={changes.error} />
      <div className="buttons">
        <Button variant="subtle" onClick={onClose}>
          Leave it as it is
        </Button>
      </div>
    </Dialog>
  );
}

const MOST_CHOICES = 6;
