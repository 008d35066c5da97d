// The check-ins that were kept, the newest first, each as it was said, to be changed or taken out.

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CheckIn } from "../../domain/agenda/check-in.ts";
import { dateInWords } from "../../domain/calendar-date.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { counted } from "../in-words.ts";
import { agendaName } from "./agenda-mark.tsx";
import { fieldsOf, type WordField } from "./check-in-fields.ts";
import { CheckInForm } from "./check-in-form.tsx";
import {
  type HorizonChoice,
  HorizonFilter,
  HorizonMark,
  isChosen,
  useHorizonEntries,
} from "./horizon-mark.tsx";
import { ProblemLine } from "./problem-note.tsx";

const WORDS: readonly (readonly [WordField, string])[] = [
  ["wins", "Went well"],
  ["whoHelped", "Helped"],
  ["whatChanged", "Changed"],
  ["onPlan", "On the plan"],
  ["onGoal", "On the goal"],
  ["keep", "Keep"],
  ["stop", "Stop"],
];

/** Shown at once; the others open. */
const SHOWN_AT_ONCE = 4;

interface HistoryProps {
  readonly checkIns: readonly CheckIn[];
  readonly shown: ValueOf<"show-agenda">;
  readonly today: string;
}

export function CheckInHistory({ checkIns, shown, today }: HistoryProps) {
  const [chosen, setChosen] = useState<HorizonChoice>("all");
  const horizons = useHorizonEntries();
  const entryOf = ({ id }: CheckIn) => horizons.get(`check-in:${id}`);
  const those = checkIns.filter((checkIn) => isChosen(chosen, entryOf(checkIn)));
  const [newer, older] = [those.slice(0, SHOWN_AT_ONCE), those.slice(SHOWN_AT_ONCE)];
  const list = (some: readonly CheckIn[]) => (
    <ul className="steps">
      {some.map((checkIn) => (
        <HistoryItem
          key={checkIn.id}
          {...{ checkIn, shown, today }}
          mark={<HorizonMark entry={entryOf(checkIn)} />}
        />
      ))}
    </ul>
  );
  return (
    <>
      {checkIns.length > 1 && (
        <HorizonFilter
          what="check-ins"
          entries={checkIns.map(entryOf)}
          {...{ chosen }}
          onChoose={setChosen}
        />
      )}
      {list(newer)}
      {older.length > 0 && (
        <details>
          <summary>{counted(older.length, "earlier check-in")}</summary>
          {list(older)}
        </details>
      )}
    </>
  );
}

interface ItemProps extends Omit<HistoryProps, "checkIns"> {
  readonly checkIn: CheckIn;
  readonly mark: ReactNode;
}

function HistoryItem({ checkIn, shown, today, mark }: ItemProps) {
  const changes = useChanges();
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(isOpen);
  // What was pressed to open and to close it is gone: the focus stays with its day.
  useEffect(() => {
    if (wasOpen.current !== isOpen) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const { id, date, kind, lines } = checkIn;
  const day = dateInWords(date);
  if (isOpen) {
    return (
      <li>
        <h3 ref={heading} tabIndex={-1}>
          {day}
        </h3>
        <CheckInForm
          first={fieldsOf(checkIn)}
          former={checkIn}
          {...{ shown, today }}
          onSaved={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      </li>
    );
  }
  return (
    <li>
      <h3 ref={heading} tabIndex={-1}>
        {day}
        {kind === "quarterly" && <span className="quiet">, looking back</span>}
      </h3>
      {mark}
      {lines.length > 0 && (
        <ul>
          {keyed(lines).map(({ key, line }) => (
            <li key={key}>
              <bdi>{nameOf(line)}</bdi>
              <span className="quiet figures"> {factsOf(line, shown.hasEmployer)}</span>
            </li>
          ))}
        </ul>
      )}
      {WORDS.flatMap(([field, label]) => {
        const text = checkIn[field];
        return text === undefined
          ? []
          : [
              <p key={field} className="said">
                <span className="quiet">{label}: </span>
                <bdi>{text}</bdi>
              </p>,
            ];
      })}
      {checkIn.driftAnswer !== undefined && (
        <p className="said">
          <span className="quiet">Hours and goal: </span>
          {checkIn.driftAnswer}
        </p>
      )}
      <div className="buttons">
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`Change: ${day}`}
          onClick={() => setOpen(true)}
        >
          Change
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          loading={changes.isPending}
          aria-label={`Remove: ${day}`}
          onClick={() =>
            changes.mutate(async () => {
              await call("remove-check-in", { id });
              // Before this one goes, and the focus with it.
              document.getElementById("kept")?.focus();
            })
          }
        >
          Remove
        </Button>
      </div>
      <ProblemLine error={changes.error} />
    </li>
  );
}

type Line = CheckIn["lines"][number];

/** Two lines may be alike in all they say: their places tell them apart. */
function keyed(lines: readonly Line[]): readonly { readonly key: string; readonly line: Line }[] {
  return lines.map((line, place) => ({ key: `line-${place}`, line }));
}

function nameOf({ what, action }: Line): string {
  return [what, action?.title ?? ""].filter((text) => text !== "").join(" · ") || "Hours";
}

function factsOf({ hours, agenda, energy }: Line, hasEmployer: boolean): string {
  return [
    ...(hours === undefined ? [] : [counted(Math.round(hours * 100) / 100, "hour")]),
    ...(agenda === undefined ? [] : [agendaName(agenda, hasEmployer).toLowerCase()]),
    ...(energy === undefined
      ? []
      : [`energy ${energy > 0 ? `+${energy}` : String(energy).replace("-", "−")}`]),
  ].join(", ");
}
