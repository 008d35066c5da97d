// The mark of the horizons everywhere: three lines, the job's the shortest, the career's the longest, solid
// where something belongs; the filter by them; and the way to say otherwise.

import "./horizon-mark.css";
import { Button, Checkbox } from "@mantine/core";
import { useId, useState } from "react";
import type { Horizon } from "../../domain/horizons/horizon.ts";
import { call, type ValueOf } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";

export type EntryShown = ValueOf<"show-horizons">["entries"][number];

/** The horizons, with the length of their line in the mark. */
const LINES: readonly { readonly horizon: Horizon; readonly length: number }[] = [
  { horizon: "job", length: 5 },
  { horizon: "work", length: 10 },
  { horizon: "career", length: 16 },
];

/** Returns what belongs where, by subject ("position:…"); empty until it is known. */
export function useHorizonEntries(): ReadonlyMap<string, EntryShown> {
  const shown = useAnswer("show-horizons", {});
  return new Map(shown.data?.entries.map((entry) => [entry.subject, entry]));
}

/** Returns "job, work and career", "career". */
function horizonsInWords(horizons: readonly Horizon[]): string {
  if (horizons.length < 2) return horizons.join("");
  return `${horizons.slice(0, -1).join(", ")} and ${horizons.at(-1)}`;
}

/** The three lines in a line of text; words beside them say the same. */
export function HorizonLines({ horizons }: { readonly horizons: readonly Horizon[] }) {
  return (
    <svg viewBox="0 0 18 14" width="18" height="14" aria-hidden="true" className="horizon-lines">
      {LINES.map(({ horizon, length }, place) => (
        <line
          key={horizon}
          className={horizons.includes(horizon) ? "belongs" : ""}
          x1="1"
          x2={1 + length}
          y1={2 + place * 5}
          y2={2 + place * 5}
        />
      ))}
    </svg>
  );
}

/** Which horizons an entry belongs to, seen as lines and heard as words. */
export function HorizonGlimpse({ entry }: { readonly entry: EntryShown | undefined }) {
  if (entry === undefined) return null;
  return (
    <span className="no-print">
      {" "}
      <HorizonLines horizons={entry.horizons} />
      <span className="visually-hidden">({horizonsInWords(entry.horizons)})</span>
    </span>
  );
}

/** Which horizons an entry belongs to, and the way to say otherwise; nothing while that is not known. */
export function HorizonMark({ entry }: { readonly entry: EntryShown | undefined }) {
  const [isChanging, setChanging] = useState(false);
  if (entry === undefined) return null;
  return (
    <>
      <Button
        className="horizon-mark"
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`${horizonsInWords(entry.horizons)}: change the horizon of ${entry.title}`}
        onClick={() => setChanging(true)}
        leftSection={<HorizonLines horizons={entry.horizons} />}
      >
        {horizonsInWords(entry.horizons)}
      </Button>
      {isChanging && <HorizonDialog entry={entry} onClose={() => setChanging(false)} />}
    </>
  );
}

interface HorizonDialogProps {
  readonly entry: EntryShown;
  onClose(): void;
}

function HorizonDialog({ entry, onClose }: HorizonDialogProps) {
  const changes = useChanges();
  const [horizons, setHorizons] = useState<readonly string[]>(entry.horizons);
  const keep = (said: readonly string[]) =>
    changes.mutate(
      () =>
        call("set-horizons", {
          subject: entry.subject,
          horizons: LINES.map(({ horizon }) => horizon).filter((one) => said.includes(one)),
        }),
      { onSuccess: onClose },
    );
  return (
    <Dialog title="What does it belong to?" onClose={onClose}>
      <p>
        <bdi>{entry.title}</bdi>. {entry.why}
      </p>
      <Checkbox.Group
        label="One or more; your word counts"
        value={[...horizons]}
        onChange={setHorizons}
      >
        <Checkbox value="job" label="Job: now and this week" mt="xs" />
        <Checkbox value="work" label="Work: some years, several positions" mt="xs" />
        <Checkbox value="career" label="Career: all of it" mt="xs" />
      </Checkbox.Group>
      <ProblemLine error={changes.error} />
      <div className="buttons">
        <Button
          loading={changes.isPending}
          disabled={horizons.length === 0}
          onClick={() => keep(horizons)}
        >
          Keep it
        </Button>
        {entry.isOwnWord && (
          <Button variant="subtle" onClick={() => keep([])}>
            Let the rule say it
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}

/** What a list is filtered by; "all" shows everything. */
export type HorizonChoice = Horizon | "all";

interface HorizonFilterProps {
  /** What is filtered, such as "positions": it names the choice. */
  readonly what: string;
  readonly chosen: HorizonChoice;
  /** The entries of the list, to count. */
  readonly entries: readonly (EntryShown | undefined)[];
  onChoose(choice: HorizonChoice): void;
}

/** Chooses one horizon or all, with how many entries each has. */
export function HorizonFilter({ what, chosen, entries, onChoose }: HorizonFilterProps) {
  const name = useId();
  const choices = [
    { choice: "all" as const, label: "All", count: entries.length },
    ...LINES.map(({ horizon }) => ({
      choice: horizon,
      label: horizon.charAt(0).toUpperCase() + horizon.slice(1),
      count: entries.filter((entry) => entry?.horizons.includes(horizon)).length,
    })),
  ];
  return (
    <fieldset className="horizon-filter no-print">
      <legend className="quiet small">Show the {what} of</legend>
      {choices.map(({ choice, label, count }) => (
        <label key={choice}>
          <input
            type="radio"
            {...{ name }}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
          <span>
            {label} <span className="figures">{count}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Returns whether the list shows the entry under that choice; while nothing is known, it does. */
export function isChosen(choice: HorizonChoice, entry: EntryShown | undefined): boolean {
  return choice === "all" || entry === undefined || entry.horizons.includes(choice);
}
