// The stages that were answered with no, each to be allowed again.

import { Button } from "@mantine/core";
import { capital } from "../../domain/first-letter.ts";
import type { RefusalReason } from "../../domain/record/goal.ts";
import type { ValueOf } from "../../http/client.ts";

type ShownRefusal = ValueOf<"find-routes">["refusals"][number];

interface RefusalListProps {
  readonly refusals: readonly ShownRefusal[];
  readonly isBusy: boolean;
  onAllow(refusal: ShownRefusal): void;
}

const REASON_WORDS: Readonly<Record<RefusalReason, string>> = {
  "not this": "not this",
  hours: "not at these hours",
  place: "not in this place",
};

export function RefusalList({ refusals, isBusy, onAllow }: RefusalListProps) {
  if (refusals.length === 0) return null;
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals">What you said no to</h2>
      <ul className="refusals">
        {refusals.map((refusal) => (
          <li key={refusal.subject}>
            <span>
              {capital(refusal.what)}: <span className="quiet">{REASON_WORDS[refusal.reason]}</span>
            </span>
            <Button
              variant="subtle"
              disabled={isBusy}
              onClick={() => onAllow(refusal)}
              aria-label={`Allow again: ${refusal.what}`}
            >
              Allow again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
