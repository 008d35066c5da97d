// The decisions about work on the Record page: when, what, who decided, why, and what came of it; with the
// way to add, change and remove.

import { RemoveDialog } from "./remove-dialog.tsx";
import "./ladder-list.css";
import "./decision-list.css";
import { Button } from "@mantine/core";
import { useState } from "react";
import { dateInWords } from "../../domain/calendar-date.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import type { Decision } from "../../domain/record/decision.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { DecisionForm } from "./decision-form.tsx";
import { DecisionMark } from "./decision-mark.tsx";
import { Dialog } from "./dialog.tsx";
import { HeldList, HeldRow } from "./held-list.tsx";
import { HorizonMark, useHorizonEntries } from "./horizon-mark.tsx";

interface Editing {
  readonly decision: Decision | undefined;
  readonly asksOutcome: boolean;
}

/** A decision with who made it in words. */
export type DecisionShown = ValueOf<"list-decisions">["decisions"][number];

interface DecisionListProps {
  readonly record: CareerRecord;
  readonly decisions: readonly DecisionShown[];
  readonly today: string;
}

export function DecisionList({ record, decisions, today }: DecisionListProps) {
  const [editing, setEditing] = useState<Editing>();
  const [removing, setRemoving] = useState<Decision>();
  const horizons = useHorizonEntries();
  const newestFirst = [...decisions].reverse();
  const close = () => setEditing(undefined);
  return (
    <>
      <h2>Decisions</h2>
      {decisions.length === 0 && (
        <p>
          A career is the sum of positions and of the decisions about them: which were yours, and
          which were made for you? One or two are enough to begin with.
        </p>
      )}
      <HeldList>
        {newestFirst.map(({ decision, ...words }) => (
          <HeldRow
            key={decision.id}
            actions={[
              {
                name: "What came of it?",
                label: `What came of it: ${decision.what}`,
                act: () => setEditing({ decision, asksOutcome: true }),
              },
              {
                name: "Change",
                label: `Change ${decision.what}`,
                act: () => setEditing({ decision, asksOutcome: false }),
              },
              {
                name: "Remove",
                label: `Remove ${decision.what}`,
                isRemoval: true,
                act: () => setRemoving(decision),
              },
            ]}
          >
            <DecisionLine {...{ decision, ...words }} />
            <HorizonMark entry={horizons.get(`decision:${decision.id}`)} />
          </HeldRow>
        ))}
      </HeldList>
      <div className="buttons">
        <Button
          variant="light"
          onClick={() => setEditing({ decision: undefined, asksOutcome: false })}
        >
          Add a decision
        </Button>
      </div>
      {editing !== undefined && (
        <Dialog
          title={editing.decision === undefined ? "Add a decision" : "Change this decision"}
          onClose={close}
        >
          <DecisionForm {...editing} {...{ record, today }} onSaved={close} onCancel={close} />
        </Dialog>
      )}
      {removing !== undefined && (
        <RemoveDialog
          title={`Remove “${removing.what}”?`}
          remove={() => call("remove-decision", { id: removing.id })}
          onClose={() => setRemoving(undefined)}
        >
          It leaves your record for good, with what you said came of it.
        </RemoveDialog>
      )}
    </>
  );
}

function DecisionLine(shown: DecisionShown) {
  const { decision, decider, isMadeByOthers, about, outcomes } = shown;
  const { what, date, why, alternatives } = decision;
  return (
    <div className="decision">
      <h3>
        <DecisionMark isMadeByOthers={isMadeByOthers} /> <bdi>{what}</bdi>
      </h3>
      <p className="figures quiet small">
        {dateInWords(date)} · <bdi>{decider}</bdi>
        {about.length > 0 && (
          <>
            {" · about "}
            <bdi>{about.join(", ")}</bdi>
          </>
        )}
      </p>
      {why !== "" && (
        <p>
          <span className="quiet">Why: </span>
          <bdi>{why}</bdi>
        </p>
      )}
      {alternatives.length > 0 && (
        <p>
          <span className="quiet">What else there was: </span>
          <bdi>{alternatives.join("; ")}</bdi>
        </p>
      )}
      {outcomes.map((outcome) => (
        <p key={outcome}>
          <span className="quiet">What came of it, </span>
          <bdi>{outcome}</bdi>
        </p>
      ))}
      {isMadeByOthers && decision.outcomes.length === 0 && (
        <p className="quiet small">
          It was not your choice; what you made of it is yours, and may be said here.
        </p>
      )}
    </div>
  );
}
