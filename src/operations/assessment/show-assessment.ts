// The questions of the assessment, dimension by dimension, with what was answered so far in the present
// sitting. Everything needed to ask them in a conversation, on a page or on paper.

import { z } from "zod";
import { DIMENSION_WORDS, DIMENSIONS } from "../../domain/assessment/dimension.ts";
import { askedItems, type Item, WHAT_WORK_MEANS } from "../../domain/assessment/items.ts";
import { unansweredItems } from "../../domain/assessment/sitting.ts";
import { ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import {
  answerNoticeShape,
  dimensionInput,
  noticesOfSitting,
  presentSittingOf,
  sittingAnswer,
  sittingShape,
} from "./assessment-shape.ts";

const itemShape = z.object({
  id: z.string(),
  version: z.number(),
  question: z.string(),
  anchors: z.array(z.string()).meta({ description: "What stands at 1, 2, 3, 4 and 5" }),
  value: z.number().optional().meta({ description: "The answer so far" }),
});

export const showAssessment = operation({
  input: z.object({
    dimension: dimensionInput.optional().meta({
      description: "Only this dimension",
      positional: true,
    }),
    left: z.boolean().optional().meta({ description: "Only what has no answer yet" }),
  }),
  output: z.object({
    sentence: z.string(),
    work: z.string().meta({ description: "What “work” means in the questions" }),
    sitting: sittingShape.optional().meta({ description: "Absent where none is under way" }),
    dimensions: z.array(
      z.object({
        id: dimensionInput,
        name: z.string(),
        about: z.string().meta({ description: "To complete a sentence: how far ahead you look" }),
        jobLike: z.string(),
        careerLike: z.string(),
        items: z.array(itemShape),
        wantAnchors: z.array(z.string()),
        want: z.number().optional(),
        reflection: z.array(z.string()).meta({ description: "To think about; never scored" }),
        reflected: z.string().optional().meta({ description: "The person’s own words so far" }),
      }),
    ),
    notices: z.array(answerNoticeShape),
  }),
  async run(context, input) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = await store.findRecord(personId);
    const sitting = presentSittingOf(record?.sittings ?? [], context.today);
    const left = unansweredItems(sitting);
    const answerTo = ({ id, version }: Item) =>
      sitting?.answers.find(({ itemId, itemVersion }) => itemId === id && itemVersion === version)
        ?.value;
    const shown = DIMENSIONS.filter((one) => (input.dimension ?? one) === one);
    return ok({
      sentence: sentenceOf(left.length),
      work: WHAT_WORK_MEANS,
      ...(sitting === undefined ? {} : { sitting: sittingAnswer(sitting) }),
      dimensions: shown.map((dimension) => {
        const { anchors, reflection, ...words } = DIMENSION_WORDS[dimension];
        const want = sitting?.wants.find((one) => one.dimension === dimension)?.value;
        const said = sitting?.reflections.find((one) => one.dimension === dimension)?.text;
        const items = (input.left === true ? left : askedItems()).filter(
          (item) => item.dimension === dimension,
        );
        return {
          id: dimension,
          ...words,
          items: items.map((item) => {
            const { id, version, question, anchors: answers } = item;
            const value = answerTo(item);
            const shownItem = { id, version, question, anchors: [...answers] };
            return value === undefined ? shownItem : { ...shownItem, value };
          }),
          wantAnchors: [...anchors],
          ...(want === undefined ? {} : { want }),
          reflection: [...reflection],
          ...(said === undefined ? {} : { reflected: said }),
        };
      }),
      notices: noticesOfSitting(sitting),
    });
  },
});

/** Minutes an item takes, with its share of the sliders: 8.6 for all 35, measured in items.test.ts. */
const MINUTES_AN_ITEM = 0.25;

function sentenceOf(left: number): string {
  const asked = askedItems().length;
  if (left === 0) return `All ${asked} questions are answered.`;
  const minutes = Math.max(1, Math.round(left * MINUTES_AN_ITEM));
  const time = `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  if (left === asked)
    return `${asked} questions on seven dimensions, ${time}; pause whenever you like.`;
  const verb = asked - left === 1 ? "is" : "are";
  return `${asked - left} of ${asked} questions ${verb} answered; the rest takes ${time}.`;
}
