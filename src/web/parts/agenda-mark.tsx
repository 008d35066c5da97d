// Whose agenda hours served has one mark each, in every picture: mine is filled, the employer's striped, both
// is filled and striped, neither is an outline.

import "./agenda-mark.css";
import type { Agenda } from "../../domain/agenda/check-in.ts";

/** In the order in which they stand in pictures and tables. */
export const AGENDA_ORDER = [
  "mine",
  "both",
  "employer",
  "neither",
] as const satisfies readonly Agenda[];

/** Returns what the agenda is called; where nobody employs one there is no employer. */
export function agendaName(agenda: Agenda, hasEmployer: boolean): string {
  switch (agenda) {
    case "mine":
      return "Mine";
    case "employer":
      return hasEmployer ? "My employer’s" : "Of those I work for";
    case "both":
      return "Both";
    case "neither":
      return "Neither";
  }
}

interface AgendaBarProps {
  readonly agenda: Agenda;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Tells the stripes of several pictures apart. */
  readonly id: string;
}

/** A bar in the mark of its agenda. */
export function AgendaBar({ agenda, x, y, width, height, id }: AgendaBarProps) {
  const box = { x, y, width, height };
  return (
    <>
      <rect className={`agenda-${agenda}`} {...box} />
      {(agenda === "employer" || agenda === "both") && (
        <rect fill={`url(#${id}-${agenda})`} {...box} />
      )}
      <rect className={`agenda-edge agenda-edge-${agenda}`} {...box} />
    </>
  );
}

/** The stripes; once in each picture that has bars. */
export function AgendaStripes({ id }: { readonly id: string }) {
  return (
    <defs>
      {(["employer", "both"] as const).map((agenda) => (
        <pattern
          key={agenda}
          id={`${id}-${agenda}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={`stripe-${agenda}`} width="2.5" height="6" />
        </pattern>
      ))}
    </defs>
  );
}

/** The four marks with their names. */
export function AgendaLegend({
  id,
  hasEmployer,
}: {
  readonly id: string;
  readonly hasEmployer: boolean;
}) {
  return (
    <ul className="agenda-legend">
      {AGENDA_ORDER.map((agenda) => (
        <li key={agenda}>
          <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
            <AgendaStripes id={`${id}-${agenda}-legend`} />
            <AgendaBar
              agenda={agenda}
              id={`${id}-${agenda}-legend`}
              x={1}
              y={1}
              width={22}
              height={12}
            />
          </svg>{" "}
          {agendaName(agenda, hasEmployer)}
        </li>
      ))}
    </ul>
  );
}
