// A table of steps or milestones that is wide on a desk and a list of names and values on a phone: its heads,
// and the cell of a day, which says the month and, at a touch of the pointer, the day.

import type { ReactNode } from "react";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { shortMonth } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

interface WideTableProps {
  readonly label: string;
  /** Its heads, from the left; those of figures stand at the right of their column. */
  readonly columns: readonly (string | { readonly figures: string })[];
  readonly className?: string;
  /** The body, and the foot where there is one. */
  readonly children: ReactNode;
}

export function WideTable({ label, columns, className = "", children }: WideTableProps) {
  return (
    <ScrollRegion label={`${label}, as a table`}>
      <table className={`wide ${className}`.trim()}>
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === "string" ? (
                <th scope="col" key={column}>
                  {column}
                </th>
              ) : (
                <th scope="col" className="number" key={column.figures}>
                  {column.figures}
                </th>
              ),
            )}
          </tr>
        </thead>
        {children}
      </table>
    </ScrollRegion>
  );
}

interface DayCellProps {
  readonly name: string;
  readonly day: CalendarDate;
  readonly className?: string;
}

export function DayCell({ name, day, className }: DayCellProps) {
  return (
    <td data-name={name} className={className} title={dateInWords(day)}>
      {shortMonth(day)}
    </td>
  );
}
