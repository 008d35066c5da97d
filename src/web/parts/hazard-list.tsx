// What can go wrong, each with its usual chance and where that comes from; every one can be changed.

import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { ProblemLine } from "./problem-note.tsx";

type Hazard = ValueOf<"show-backups">["hazards"][number];

/** The most that can be said: what is sure is no hazard. */
const MOST = 99;
const SPANS: Readonly<Record<Hazard["span"], string>> = {
  "each attempt": "of 100 attempts",
  "each month": "of 100 months",
  "a year": "of 100 years",
  "in all": "of 100 times",
};

export function HazardList({ hazards }: { readonly hazards: readonly Hazard[] }) {
  return (
    <ul className="hazards">
      {hazards.map((hazard) => (
        <HazardRow key={`${hazard.id} ${hazard.own}`} hazard={hazard} />
      ))}
    </ul>
  );
}

function HazardRow({ hazard }: { readonly hazard: Hazard }) {
  const { id, label, span, usual, own, source } = hazard;
  const stands = inHundred(own ?? usual);
  const [said, setSaid] = useState<number | string>(stands);
  const changes = useChanges();
  const keep = (chance: number | undefined) =>
    changes.mutate(() => call("set-hazard", { id, ...(chance === undefined ? {} : { chance }) }));
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof said === "number") keep(said / 100);
        }}
      >
        <NumberInput
          label={label}
          description={`Usually ${inHundred(usual)} ${SPANS[span]}: ${source}`}
          value={said}
          onChange={setSaid}
          min={0}
          max={MOST}
          decimalScale={1}
          suffix={` ${SPANS[span]}`}
          hideControls
        />
        <div className="buttons">
          <Button
            type="submit"
            variant="light"
            size="compact-md"
            aria-label={`Keep my own: ${label}`}
            loading={changes.isPending}
            disabled={typeof said !== "number" || said === stands}
          >
            Keep
          </Button>
          {own !== undefined && (
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={`Use the usual: ${label}`}
              disabled={changes.isPending}
              onClick={() => keep(undefined)}
            >
              Use the usual
            </Button>
          )}
        </div>
        <ProblemLine error={changes.error} />
      </form>
    </li>
  );
}

/** As exact as such a chance is: whole ones, tenths below one. */
function inHundred(chance: number): number {
  const hundred = chance * 100;
  return hundred < 1 ? Math.round(hundred * 10) / 10 : Math.round(hundred);
}
