// The way up where a person works, as they described it: each position above theirs with the chance that
// one is theirs, and the way to describe it, change it and take it out.

import { RemoveDialog } from "./remove-dialog.tsx";
import "./ladder-list.css";
import { useState } from "react";
import type { OrganisationLadder } from "../../domain/record/organisation-ladder.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { Dialog } from "./dialog.tsx";
import { HeldList, HeldRow } from "./held-list.tsx";
import { LadderForm } from "./ladder-form.tsx";

type WayUp = ValueOf<"show-record">["waysUp"][number];

/** Nothing where no organisation is known in which there could be a way up. */
export function LadderList({ stored }: { readonly stored: ValueOf<"show-record"> }) {
  const { record, waysUp, currency } = stored;
  const [editing, setEditing] = useState<WayUp>();
  const [removing, setRemoving] = useState<OrganisationLadder>();
  if (waysUp.length === 0) return null;
  const ladderOf = (way: WayUp): OrganisationLadder | undefined =>
    record.ladders.find((one) => one.id === way.ladderId);
  const names = new Map(
    waysUp.flatMap(({ rungs }) =>
      rungs.map((rung) => [rung.occupationId ?? "", rung.occupation ?? ""] as const),
    ),
  );
  return (
    <>
      <h2>The way up where you are</h2>
      {record.ladders.length === 0 && (
        <p>
          What could you rise to, how often does such a position open, and who else would want it?
          Say what you know, and routes can lead up from where you are too.
        </p>
      )}
      <HeldList>
        {waysUp.map((way) => (
          <HeldRow
            key={way.ladderId ?? way.organisation}
            actions={
              way.ladderId === undefined
                ? [
                    {
                      name: "Describe the way up",
                      label: `Describe the way up: ${way.organisation}`,
                      act: () => setEditing(way),
                    },
                  ]
                : [
                    {
                      name: "Change",
                      label: `Change the way up: ${way.organisation}`,
                      act: () => setEditing(way),
                    },
                    {
                      name: "Remove",
                      label: `Remove the way up: ${way.organisation}`,
                      isRemoval: true,
                      act: () => setRemoving(ladderOf(way)),
                    },
                  ]
            }
          >
            <h3>
              <bdi>{way.organisation}</bdi>
            </h3>
            <Rungs way={way} />
          </HeldRow>
        ))}
      </HeldList>
      {editing !== undefined && (
        <Dialog title="The way up where you are" onClose={() => setEditing(undefined)}>
          <LadderForm
            organisation={editing.organisation}
            held={editing.held}
            ladder={ladderOf(editing)}
            heldRung={editing.heldRung ?? 0}
            {...{ currency, names }}
            onSaved={() => setEditing(undefined)}
            onCancel={() => setEditing(undefined)}
          />
        </Dialog>
      )}
      {removing !== undefined && (
        <RemoveDialog
          title={`Remove the way up at “${removing.organisation}”?`}
          remove={() => call("remove-ladder", { id: removing.id })}
          onClose={() => setRemoving(undefined)}
        >
          What you said of it leaves your record, and no route leads up it any more.
        </RemoveDialog>
      )}
    </>
  );
}

function Rungs({ way }: { readonly way: WayUp }) {
  if (way.ladderId === undefined) return <p className="quiet small">Nothing is described yet.</p>;
  const rungs = way.rungs.map((rung, place) => ({
    ...rung,
    place,
    key: `${place} ${rung.title}`,
  }));
  return (
    <ol className="rungs">
      {rungs.map(({ place, key, ...rung }) => (
        <li key={key} className={place === way.heldRung ? "held-now" : ""}>
          <p>
            <bdi>{rung.title}</bdi>
            {place === way.heldRung && <span className="quiet"> · you are here</span>}
            {place !== way.heldRung && rung.occupation !== undefined && (
              <span className="quiet small"> · taken for {rung.occupation}</span>
            )}
          </p>
          {rung.inWords !== "" && (
            <p className="quiet small">
              {rung.isRedFlag && <strong>Red flag. </strong>}
              {rung.inWords}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
