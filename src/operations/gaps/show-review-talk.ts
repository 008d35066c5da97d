// The page to bring to the next talk with one's manager.

import { z } from "zod";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { interviewSituationOf } from "./interview-situation.ts";
import { reviewTalkShape, reviewTalkShown } from "./review-talk-shape.ts";

export const showReviewTalk = operation({
  input: z.object({}),
  output: reviewTalkShape,
  async run(context) {
    const situation = await interviewSituationOf(context);
    if (!situation.ok) return situation;
    return ok(await reviewTalkShown(context, situation.value));
  },
});
