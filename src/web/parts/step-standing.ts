// How a step of the plan stands, in a few words, as the pages say it. No component.

import { dateInWords } from "../../domain/calendar-date.ts";
import type { ValueOf } from "../../http/client.ts";
import { counted } from "../in-words.ts";

export type StepStanding = ValueOf<"show-today">["actions"][number];
type Status = StepStanding["status"];

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  open: "Open",
  "under way": "Under way",
  late: "Late, expected",
  blocked: "Waits",
  done: "Done",
  dropped: "Left out",
};

/** What stands before the day of a step that is not over. */
export const UNTIL_WORDS: Readonly<Partial<Record<Status, string>>> = {
  late: "by",
  blocked: "until",
};

/** Returns "Late, expected by 3 May 2027; 12 of 40 hours noted"; nothing for a step nobody has begun. */
export function standingInWords({ status, day, why, hours, hoursNoted }: StepStanding): string {
  const isOver = status === "done" || status === "dropped";
  const noted = hoursNoted > 0 && !isOver ? `${hoursNoted} of ${counted(hours, "hour")} noted` : "";
  const state = [
    STATUS_WORDS[status],
    ...(day === undefined ? [] : [UNTIL_WORDS[status] ?? "on", dateInWords(day)]),
  ].join(" ");
  const parts = [status === "open" ? "" : state, noted].filter((part) => part !== "");
  return `${parts.join("; ")}${why === "" ? "" : `: ${why}`}`;
}
