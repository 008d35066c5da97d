// What the answers of the interview make of a plan's actions: something to do about each gap of the person's own
// word, fees that the employer pays back, and whom to talk with first.

import type { Standing } from "../abilities/standing.ts";
import type { Gap } from "../gaps/gap.ts";
import { conversationOf } from "../interview/conversation.ts";
import { knownOf } from "../interview/known.ts";
import type { Given } from "../interview/question.ts";
import type { Catalogue } from "../occupations/catalogue.ts";
import type { Goal } from "../record/goal.ts";
import type { Reimbursement } from "../record/own-action.ts";
import type { PlacedLadder } from "../record/placed-ladders.ts";
import type { Action } from "./plan.ts";

/** Assumption: months until an employer has paid a fee back. */
export const PAID_BACK_AFTER_MONTHS = 2;

const NOTHING = { low: 0, likely: 0, high: 0 };

/** Where an action comes from that an answer gave. */
export const ANSWER_SOURCE = "your answer in the interview; hours assumed";

/** Returns the answers that count towards this goal; empty where there are none. */
export function givenAnswers({
  catalogue,
  standing,
  goal,
  ladders,
}: {
  readonly catalogue: Catalogue;
  readonly standing: Standing;
  readonly goal: Goal;
  readonly ladders?: readonly PlacedLadder[];
}): Given {
  if (standing.interview === undefined) return new Map();
  const { answers, mainPositionId } = standing.interview;
  return conversationOf(answers, knownOf({ catalogue, standing, goal, mainPositionId, ladders }))
    .given;
}

/** Returns one action for each gap that says itself what to do, at any time from the start. */
export function answeredActions(gaps: readonly Gap[], stageId: string): readonly Action[] {
  return gaps.flatMap(({ id, toDo }) =>
    toDo === undefined
      ? []
      : [
          {
            id: `answer:${id}`,
            kind: toDo.kind,
            title: toDo.title,
            doneWhen: toDo.doneWhen,
            stageId,
            closesGapIds: [id],
            hours: toDo.hours,
            money: NOTHING,
            minimumMonths: 0,
            waitWeeks: NOTHING,
            after: [],
            daytime: false,
            source: ANSWER_SOURCE,
            whoHelps: toDo.whoHelps,
            ...(toDo.questions === undefined ? {} : { questions: toDo.questions }),
          },
        ],
  );
}

const PAID_FOR: ReadonlySet<Action["kind"]> = new Set(["course", "certificate", "degree", "exam"]);

/** Returns what the employer pays back of the action's fee, as it was answered; undefined where nothing is known. */
export function reimbursementSaid(
  { kind, money }: Pick<Action, "kind" | "money">,
  given: Given,
): Reimbursement | undefined {
  const said = given.get("reimburses");
  const share = said?.numbers?.share ?? 0;
  if (said?.choice !== "yes" || share <= 0 || !PAID_FOR.has(kind) || money.likely <= 0)
    return undefined;
  return {
    share: share / 100,
    ...(said.numbers?.most === undefined ? {} : { most: said.numbers.most }),
    afterMonths: PAID_BACK_AFTER_MONTHS,
    stayMonths: said.numbers?.stay ?? 0,
  };
}
