// What only the printed plan has: where the person stands, and the lines on which those who agreed on it
// sign. A coach or an employment office keeps it as an individual plan.

import { dateInWords } from "../../domain/calendar-date.ts";
import type { Plan } from "../../domain/schedule/plan.ts";

/** As many gaps as an adviser reads; those that must be closed come first. */
const GAPS_ON_PAPER = 6;

export function StandOnPaper({ plan }: { readonly plan: Plan }) {
  const present = plan.positions.filter((position) => position.present);
  const gaps = [...plan.gaps].sort((a, b) => Number(b.mustClose) - Number(a.mustClose));
  return (
    <section className="only-print">
      <h2>Where I stand on {dateInWords(plan.madeOn)}</h2>
      <p>
        {present.length === 0
          ? "No position at present."
          : present
              .map(({ title, organisation, paid }) =>
                [
                  title,
                  organisation === "" ? "" : `, ${organisation}`,
                  paid ? "" : " (unpaid)",
                ].join(""),
              )
              .join("; ")}
      </p>
      {gaps.length > 0 && (
        <p>
          Still open:{" "}
          {gaps
            .slice(0, GAPS_ON_PAPER)
            .map(({ title }) => title)
            .join("; ")}
          .
        </p>
      )}
    </section>
  );
}

const SIGNERS = ["Name", "Coach or adviser"] as const;

export function Signatures() {
  return (
    <section className="only-print signatures">
      <h2>Agreed on</h2>
      <p>We look at this plan together again on: ______________________</p>
      <div className="signers">
        {SIGNERS.map((who) => (
          <p key={who}>
            <span className="line" />
            {who}, date and signature
          </p>
        ))}
      </div>
    </section>
  );
}
