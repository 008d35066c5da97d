import fc from "fast-check";
import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { smallStanding } from "../../../test/fixtures/small-standing.ts";
import type { CalendarDate } from "../calendar-date.ts";
import { findGaps } from "../gaps/find-gaps.ts";
import type { Goal } from "../record/goal.ts";
import { type InterviewAnswer, SKIPPED, UNKNOWN } from "../record/interview-answer.ts";
import { takeAnswer } from "./answer-question.ts";
import { answeredGaps, conversationOf, INTERVIEW } from "./conversation.ts";
import { knownOf } from "./known.ts";
import type { Said } from "./question.ts";

const TODAY = "2026-11-27" as CalendarDate;
const catalogue = smallCatalogue();
const standing = smallStanding(catalogue, { months: { [SMALL.receptionist]: 48 }, education: 2 });
const goalOf = (occupationId: string): Goal => ({
  id: "goal",
  title: "",
  occupationId,
  why: "",
  limits: { hoursPerWeek: 8, notThese: [] },
});
const goal = goalOf(SMALL.registeredNurse);
const known = knownOf({ catalogue, standing, goal, mainPositionId: "position" });

/** Answers the questions one after another, as a person would; each must be asked at its turn. */
function answersTo(said: readonly (readonly [string, Said])[], about = known): InterviewAnswer[] {
  const answers: InterviewAnswer[] = [];
  for (const [id, one] of said) {
    const question = INTERVIEW.find((other) => other.id === id);
    if (question === undefined) throw new Error(id);
    const turns = conversationOf(answers, about).turns.map((turn) => turn.question);
    expect(turns).toContain(question);
    const world = { answers, known: about, today: TODAY, id: `a-${answers.length}` };
    answers.push(takeAnswer(question, one, world).answer);
  }
  return answers;
}

const choice = (id: string): Said => ({ choice: id });
const gapIds = (answers: readonly InterviewAnswer[], about = known): string[] =>
  answeredGaps(conversationOf(answers, about), about).added.map(({ id }) => id);
const turnIds = (answers: readonly InterviewAnswer[], about = known): string[] =>
  conversationOf(answers, about).turns.map(({ question }) => question.id);

test("conversationOf() asks a receptionist in the same house whether it is a stepping stone, and why they are there if not", () => {
  expect(turnIds([])).toContain("stone");
  expect(turnIds([])).not.toContain("why");
  const other = answersTo([["sector", choice("other")]]);
  expect(turnIds(other)).not.toContain("stone");
  expect(turnIds(other)).toContain("why");
  const near = answersTo([
    ["sector", choice("close")],
    ["stone", choice("no")],
    ["why", choice("income")],
  ]);
  expect(turnIds(near)).toContain("deliberately");
  expect(gapIds(near)).toEqual(["direction:stone"]);
});

test("an earlier answer changed sets later ones aside, and they count again when it is changed back", () => {
  const first = answersTo([
    ["sector", choice("close")],
    ["stone", choice("no")],
  ]);
  const changed = [...first, ...answersTo([["sector", choice("other")]])];
  expect(conversationOf(changed, known).setAside.map(({ questionId }) => questionId)).toEqual([
    "stone",
  ]);
  expect(gapIds(changed)).toEqual(["direction:sector"]);
  const back = [...changed, ...answersTo([["sector", choice("same")]])];
  expect(gapIds(back)).toEqual(["direction:stone"]);
});

test("takeAnswer() says what a changed answer takes off the list again", () => {
  const answers = answersTo([["track", choice("no")]]);
  const question = INTERVIEW.find(({ id }) => id === "track");
  const world = { answers, known, today: TODAY, id: "b" };
  const { answer } = takeAnswer(question as NonNullable<typeof question>, choice("yes"), world);
  expect(answer.effects).toContainEqual({
    kind: "removes",
    gapId: "direction:track",
    text: "No longer on your list: A path that leads up from somewhere.",
  });
});

test("an answer about another goal or another position is kept and does not count", () => {
  const answers = answersTo([["sector", choice("other")]]);
  const elsewhere = knownOf({
    catalogue,
    standing,
    goal: goalOf(SMALL.hrManager),
    mainPositionId: "position",
  });
  expect(conversationOf(answers, elsewhere).setAside).toHaveLength(1);
  const gone = knownOf({ catalogue, standing, goal, mainPositionId: undefined });
  expect(gapIds(answers, gone)).toEqual([]);
});

test("the interview goes with nothing on record and no goal, and asks about neither", () => {
  const nobody = smallStanding(catalogue);
  const nothing = knownOf({ catalogue, standing: nobody, mainPositionId: undefined });
  expect(turnIds([], nothing)).toEqual(["direction", "doing", "rest"]);
  for (const { question } of conversationOf([], nothing).turns) {
    expect(question.ask(nothing, new Map())).not.toMatch(/undefined|NaN/);
  }
});

test("takeAnswer() asks back gently where the record shows otherwise, and keeps the answer as it was said", () => {
  const stone = INTERVIEW.find(({ id }) => id === "stone") as (typeof INTERVIEW)[number];
  const world = { answers: answersTo([["sector", choice("same")]]), known, today: TODAY, id: "b" };
  const { doubt, answer } = takeAnswer(stone, choice("yes"), world);
  expect(doubt).toContain("counts none of it as experience");
  expect(answer.choice).toBe("yes");
  const experience = INTERVIEW.find(({ id }) => id === "experience") as typeof stone;
  const years = smallStanding(catalogue, { months: { [SMALL.registeredNurse]: 40 } });
  const heldBefore = { ...known, standing: years, main: undefined };
  expect(takeAnswer(experience, choice("none"), { ...world, known: heldBefore }).doubt).toContain(
    "Your record counts 3½ years",
  );
});

test("findGaps() takes in what was answered: a tight house is a red flag, someone known is no question any more", () => {
  const answers = answersTo([
    ["openings-here", { choice: "sometimes", numbers: { openings: 1 / 3, others: 4 } }],
    ["whom", { choice: "one", words: "Maria from the ward" }],
  ]);
  const gaps = findGaps({
    catalogue,
    standing: { ...standing, interview: { answers, mainPositionId: "position" } },
    goal,
    today: TODAY,
  });
  const headroom = gaps.find(({ id }) => id === "headroom");
  expect(headroom?.unknown).toBe(false);
  expect(headroom?.parts.at(-1)?.value).toBeCloseTo(0.125, 3);
  expect(gaps.map(({ id }) => id)).not.toContain("network");
});

test("things not known are gathered in one gap, each with what to ask", () => {
  const answers = answersTo([
    ["track", choice(UNKNOWN)],
    ["openings-near", choice(UNKNOWN)],
  ]);
  const [gap] = answeredGaps(conversationOf(answers, known), known).added;
  expect(gap?.title).toBe("Two things to find out");
  expect(gap?.toDo?.questions).toHaveLength(2);
  expect(gap?.toDo?.hours.likely).toBe(3);
});

test("law: whatever is answered, at most seven gaps come out, skipping adds none, and the order of other questions' answers is all the same", () => {
  const anyAnswers = fc
    .array(fc.tuple(fc.nat(INTERVIEW.length - 1), fc.nat(9), fc.option(fc.string())), {
      maxLength: 25,
    })
    .map((picks) =>
      picks.map(([place, pick, words], i): InterviewAnswer => {
        const question = INTERVIEW[place] as (typeof INTERVIEW)[number];
        const options = [...question.options(known).map(({ id }) => id), UNKNOWN, SKIPPED];
        const said = {
          choice: options[pick % options.length] ?? SKIPPED,
          ...(words === null ? {} : { words }),
        };
        return takeAnswer(question, said, { answers: [], known, today: TODAY, id: `a-${i}` })
          .answer;
      }),
    );
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const of = (list: readonly InterviewAnswer[]) =>
        findGaps({
          catalogue,
          standing: { ...standing, interview: { answers: list, mainPositionId: "position" } },
          goal,
          today: TODAY,
        });
      const gaps = of(answers);
      expect(gaps.length).toBeLessThanOrEqual(7);
      expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
      expect(gaps.filter(({ mustClose }) => mustClose)).toHaveLength(2);
      const newestFirst = new Map(answers.map((answer) => [answer.questionId, answer]));
      expect(of([...newestFirst.values()].reverse())).toEqual(gaps);
      const skipped = answers.map((answer) => ({ ...answer, choice: SKIPPED }));
      expect(of(skipped)).toEqual(of([]));
    }),
    { numRuns: 60 },
  );
});

test("an experience that one does not know is not said to be on record already", () => {
  const experience = INTERVIEW.find(({ id }) => id === "experience");
  const [said] = experience?.comesTo({ choice: UNKNOWN }, known) ?? [];
  expect(said?.text).toMatch(/^Kept\. Your record counts none so far/);
});
