// What a plan made anew moved against the one before, step by step, with why; and what was left out.

import { dateInWords } from "../../domain/calendar-date.ts";
import type { Replanned } from "../../domain/schedule/plan.ts";

export function MovedList({ replanned }: { readonly replanned: Replanned }) {
  const missing = replanned.settled.filter(({ neededFor }) => neededFor.length > 0);
  if (replanned.moved.length === 0 && missing.length === 0) return null;
  return (
    <ul className="moved">
      {replanned.moved.map(({ actionId, title, from, to, why }) => (
        <li key={actionId}>
          <strong>{title}</strong>
          <span className="figures">
            {dateInWords(from)} → {dateInWords(to)}
          </span>
          <span className="quiet">{why}</span>
        </li>
      ))}
      {missing.map(({ actionId, title, neededFor }) => (
        <li key={actionId}>
          <strong>{title}</strong>
          <span className="quiet">
            Left out; it was to come before {neededFor.join("; ")}. The plan goes on without it.
          </span>
        </li>
      ))}
    </ul>
  );
}
