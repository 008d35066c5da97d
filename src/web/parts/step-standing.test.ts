import { expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { type StepStanding, standingInWords } from "./step-standing.ts";

const OPEN: StepStanding = {
  ...{ actionId: "a", title: "A", doneWhen: "", status: "open", hours: 40, hoursNoted: 0, why: "" },
  day: undefined,
};
const day = "2027-05-03" as CalendarDate;

test("standingInWords() says what became of a step, and nothing where nobody has begun it", () => {
  expect(standingInWords(OPEN)).toBe("");
  expect(standingInWords({ ...OPEN, hoursNoted: 12 })).toBe("12 of 40 hours noted");
  expect(standingInWords({ ...OPEN, status: "late", day, hoursNoted: 12, why: "Ill" })).toBe(
    "Late, expected by 3 May 2027; 12 of 40 hours noted: Ill",
  );
  expect(standingInWords({ ...OPEN, status: "done", day, hoursNoted: 12 })).toBe(
    "Done on 3 May 2027",
  );
  expect(standingInWords({ ...OPEN, status: "blocked", day })).toBe("Waits until 3 May 2027");
});
