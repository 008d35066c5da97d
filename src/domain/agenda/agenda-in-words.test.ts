import { expect, test } from "vitest";
import {
  NURSE,
  PLANNED_HOURS,
  WORKED_CHECK_INS,
  WORKED_NOTES,
  WORKED_TODAY,
} from "../../../test/fixtures/worked-check-ins.ts";
import { addDays } from "../calendar-date.ts";
import { agendaInWords, driftInWords, driftQuestion } from "./agenda-in-words.ts";
import { agendaSharesOf } from "./agenda-shares.ts";
import type { Agenda, CheckIn } from "./check-in.ts";
import { driftOf } from "./drift.ts";

function headline(checkIns: readonly CheckIn[], today = WORKED_TODAY, hasEmployer = true): string {
  return agendaInWords({ checkIns, shares: agendaSharesOf(checkIns, today), hasEmployer });
}

function allOn(agenda: Agenda): readonly CheckIn[] {
  return WORKED_CHECK_INS.map((one) => ({ ...one, lines: [{ what: "", hours: 5, agenda }] }));
}

test("agendaInWords() says whose agenda the hours served, as docs/method/agenda.md reckons", () => {
  const { hours, shares } = agendaSharesOf(WORKED_CHECK_INS, WORKED_TODAY);
  expect(hours).toEqual({ mine: 10, employer: 180, both: 10, neither: 0 });
  expect(shares).toEqual({ mine: 0.05, employer: 0.9, both: 0.05, neither: 0 });
  expect(headline(WORKED_CHECK_INS)).toBe(
    "Of the hours you noted in the last 8 weeks, about 9 in 10 served your employer’s agenda, about 1 in 20 your own and about 1 in 20 both.",
  );
});

test("agendaInWords() has a word for nothing yet, one week, a year away, and one agenda alone", () => {
  expect(headline([])).toMatch(/^Two minutes a week/);
  expect(headline(WORKED_CHECK_INS.slice(0, 1))).toMatch(
    /^One week has hours so far\. From 3 weeks/,
  );
  expect(headline(WORKED_CHECK_INS, addDays(WORKED_TODAY, 400))).toMatch(/^Welcome back\./);
  expect(headline(allOn("mine"))).toMatch(/^All of the hours .* served your own agenda\.$/);
  expect(headline(allOn("employer"), WORKED_TODAY, false)).toMatch(
    /served the agenda of those you work for\.$/,
  );
  expect(headline(allOn("neither"), WORKED_TODAY, false)).not.toMatch(/employer/);
});

test("agendaInWords() says neither that nothing was noted where words were, nor that weeks lack where agendas do", () => {
  const inWords: CheckIn = { id: "w", kind: "weekly", date: WORKED_TODAY, lines: [], wins: "Rest" };
  expect(headline([inWords])).toMatch(/^What you noted lately is in your own words/);
  const unsaid = WORKED_CHECK_INS.map((one) => ({ ...one, lines: [{ what: "", hours: 30 }] }));
  expect(headline(unsaid)).toMatch(/^5 weeks have hours\. Say of more of them whose agenda/);
});

test("driftInWords() gives hours against hours, and the question leaves the choice", () => {
  const facts = {
    checkIns: WORKED_CHECK_INS,
    notes: WORKED_NOTES,
    towards: NURSE,
    plannedIn: () => PLANNED_HOURS,
  };
  expect(driftInWords(driftOf(facts, WORKED_TODAY))).toBe(
    "For the 5 weeks with hours since 19 October 2026 your plan had laid out 30 hours; 10 hours went to its steps.",
  );
  expect(driftInWords(driftOf({ ...facts, checkIns: [] }, WORKED_TODAY))).toBeUndefined();
  expect(driftQuestion()).not.toMatch(/should|must|fail|miss|only/i);
});
