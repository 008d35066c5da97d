// The plan in a calendar: what it shall hold, the file for any calendar, and the address for one on this
// machine, with plain words on how far each reaches.

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CalendarOptions, CalendarPart } from "../../domain/calendar/calendar-feed.ts";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import { downloadFile } from "../download-file.ts";
import { ProblemLine } from "./problem-note.tsx";

/** What the operations take. */
interface Options extends CalendarOptions {
  readonly parts: CalendarPart[];
}

const EVERYTHING: Options = {
  parts: ["actions", "milestones", "tripwires"],
  checkIns: "monthly",
  reminder: "none",
};

const PARTS: readonly { readonly part: CalendarPart; readonly label: string }[] = [
  { part: "actions", label: "Actions, from their first day to their last" },
  { part: "milestones", label: "Milestones, and the day of the goal" },
  { part: "tripwires", label: "Tripwires: the days on which to choose" },
];

interface CalendarSectionProps {
  /** Whether a plan was kept; without one there is nothing to show. */
  readonly hasPlan: boolean;
}

export function CalendarSection({ hasPlan }: CalendarSectionProps) {
  const [options, setOptions] = useState(EVERYTHING);
  const changes = useChanges();
  return (
    <section id="calendar">
      <h2>Your calendar</h2>
      <p>
        The plan as whole days in the calendar that you use anyway. Entries are marked private and
        take no time, so that a calendar you share shows no one what they are.
      </p>
      {!hasPlan && <p className="quiet">There is no plan yet.</p>}
      {hasPlan && (
        <>
          <OptionBoxes options={options} say={(said) => setOptions({ ...options, ...said })} />
          <h3>A file for any calendar, on your phone too</h3>
          <p>
            Open it on the phone, or bring it in where your calendar imports files. After the plan
            was made again, bring in a new one: entries move where they moved, and what is no longer
            in the plan is marked as cancelled.
          </p>
          <div className="buttons">
            <Button
              variant="light"
              loading={changes.isPending}
              onClick={() =>
                changes.mutate(async () => {
                  const { fileName, calendar } = await call("export-calendar", options);
                  downloadFile(fileName, calendar, "text/calendar");
                })
              }
            >
              Download the calendar
            </Button>
          </div>
          <ProblemLine error={changes.error} />
          <FeedAddress options={options} />
        </>
      )}
    </section>
  );
}

interface OptionBoxesProps {
  readonly options: Options;
  say(said: Partial<Options>): void;
}

function OptionBoxes({ options, say }: OptionBoxesProps) {
  return (
    <div className="form">
      <fieldset>
        <legend>What it holds</legend>
        {PARTS.map(({ part, label }) => (
          <Checkbox
            key={part}
            mt="xs"
            label={label}
            checked={options.parts.includes(part)}
            onChange={(event) => {
              const rest = options.parts.filter((one) => one !== part);
              say({ parts: event.currentTarget.checked ? [...rest, part] : rest });
            }}
          />
        ))}
      </fieldset>
      <div className="pair">
        <NativeSelect
          label="Asks you to look back"
          value={options.checkIns}
          onChange={
            (event) => say({ checkIns: event.currentTarget.value as Options["checkIns"] }) // as: of the options below
          }
          data={[
            { value: "monthly", label: "once a month" },
            { value: "weekly", label: "every Sunday" },
            { value: "none", label: "never" },
          ]}
        />
        <NativeSelect
          label="Reminds you, at nine"
          value={options.reminder}
          onChange={
            (event) => say({ reminder: event.currentTarget.value as Options["reminder"] }) // as: of the options below
          }
          data={[
            { value: "none", label: "not at all" },
            { value: "same-day", label: "on the day" },
            { value: "day-before", label: "the day before" },
            { value: "week-before", label: "a week before" },
          ]}
        />
      </div>
    </div>
  );
}

function FeedAddress({ options }: { readonly options: Options }) {
  const stored = useAnswer("show-feed", {});
  const changes = useChanges();
  /** Known only where it was made, until the page is left. */
  const [address, setAddress] = useState<string>();
  const { feed } = stored.data ?? {};
  const make = () =>
    changes.mutate(async () => {
      const { path } = await call("make-feed", options);
      setAddress(`${window.location.origin}${path}`);
    });
  const end = () =>
    changes.mutate(async () => {
      await call("revoke-feed", {});
      setAddress(undefined);
    });
  return (
    <>
      <h3>An address for a calendar on this machine</h3>
      <p>
        A calendar program on this machine can subscribe to the plan and follows it by itself, while
        Throughline runs. <strong>No phone can reach it</strong>, and no calendar on the web: this
        machine answers itself alone. For those, take the file.
      </p>
      {address !== undefined && <NewAddress key={address} address={address} />}
      {address === undefined && feed !== undefined && (
        <p>
          There has been an address since {dateInWords(feed.madeOn as CalendarDate)}; it gives what
          was chosen then. It was shown once and is not kept: if it is lost, make a new one, and the
          old one ends.
        </p>
      )}
      <div className="buttons">
        <Button variant="light" loading={changes.isPending} onClick={make}>
          {feed === undefined ? "Make an address" : "Make a new address"}
        </Button>
        {feed !== undefined && (
          <Button variant="subtle" color="alert" disabled={changes.isPending} onClick={end}>
            End the address
          </Button>
        )}
      </div>
      <ProblemLine error={changes.error} />
    </>
  );
}

function NewAddress({ address }: { readonly address: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  return (
    <div className="asks">
      <TextInput
        label="The address, shown this once"
        description="Whoever has it can read the plan here, so keep it as you keep a key."
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="buttons">
        <Button
          size="compact-md"
          onClick={() =>
            navigator.clipboard.writeText(address).then(
              () => setCopied("yes"),
              () => setCopied("refused"),
            )
          }
        >
          Copy the address
        </Button>
        <span role="status" className="quiet">
          {copied === "yes" && "Copied."}
          {copied === "refused" && "The browser did not let it be copied: mark it and copy it."}
        </span>
      </div>
    </div>
  );
}
