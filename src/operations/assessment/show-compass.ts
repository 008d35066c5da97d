// The compass: for each dimension how it is by the answers, how the person wants it, what the record shows
// apart from both, and what has changed since earlier sittings. Works with an empty record too.

import { z } from "zod";
import { compassOf } from "../../domain/assessment/compass.ts";
import {
  changeInWords,
  compassHeadline,
  dimensionInWords,
} from "../../domain/assessment/compass-in-words.ts";
import { DIMENSION_WORDS } from "../../domain/assessment/dimension.ts";
import { recordSigns } from "../../domain/assessment/record-signs.ts";
import { BAND, CLEAR_CHANGE } from "../../domain/assessment/score-assessment.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import { EMPTY_RECORD } from "../../domain/record/career-record.ts";
import type { Goal } from "../../domain/record/goal.ts";
import { ok } from "../../domain/result.ts";
import type { OperationContext } from "../context.ts";
import { operation } from "../operation.ts";
import { matchPositions } from "../record/match-positions.ts";
import {
  answerNoticeShape,
  dimensionInput,
  noticesOfSitting,
  sittingAnswer,
  sittingShape,
} from "./assessment-shape.ts";

const scoreShape = z.object({
  score: z.number().meta({ description: "0 (job-like) to 100 (career-like); neither is better" }),
  low: z.number(),
  high: z.number(),
  date: z.string(),
  sittingId: z.string(),
});

const wantShape = z.object({
  value: z.number().meta({ description: "As on the slider, 1 to 5" }),
  score: z.number().meta({ description: "The same from 0 to 100" }),
  date: z.string(),
});

export const showCompass = operation({
  input: z.object({}),
  output: z.object({
    sentence: z.string(),
    dimensions: z.array(
      z.object({
        id: dimensionInput,
        name: z.string(),
        jobLike: z.string(),
        careerLike: z.string(),
        inWords: z.string(),
        is: scoreShape.optional().meta({ description: "By your answers; absent without them" }),
        want: wantShape.optional(),
        apart: z.enum(["career", "job"]).optional().meta({
          description: "Towards which end you want it, where that is outside the band",
        }),
        change: z.string().meta({ description: "Since the sitting before; may be empty" }),
        hasChanged: z.boolean(),
        history: z.array(scoreShape).meta({ description: "The oldest first" }),
        wants: z.array(wantShape),
        answered: z.number(),
        asked: z.number(),
        reflected: z.string().meta({ description: "The newest of your own words; may be empty" }),
        recordShows: z.array(z.string()),
        recordCannotShow: z.string(),
      }),
    ),
    sittings: z.array(sittingShape).meta({ description: "The oldest first" }),
    notices: z.array(answerNoticeShape),
    band: z
      .number()
      .meta({ description: "Points either way within which 9 in 10 lie, on assumptions" }),
    clearChange: z.number().meta({ description: "Points from which a change is told" }),
    today: z.string(),
  }),
  async run(context) {
    const [store, personId] = [await context.store(), await context.personId()];
    const record = (await store.findRecord(personId)) ?? EMPTY_RECORD;
    const goal = (await store.listGoals(personId)).at(-1);
    const pictures = compassOf(record.sittings);
    const signs = await signsOf(context, record, goal);
    return ok({
      sentence: compassHeadline(pictures),
      dimensions: pictures.map((picture, place) => {
        const { dimension, is, want, apart, reflection, history, wants } = picture;
        const { name, jobLike, careerLike } = DIMENSION_WORDS[dimension];
        const shown = signs[place];
        return {
          ...{ id: dimension, name, jobLike, careerLike },
          inWords: dimensionInWords(picture),
          ...(is === undefined ? {} : { is }),
          ...(want === undefined ? {} : { want }),
          ...(apart === undefined ? {} : { apart }),
          change: changeInWords(picture),
          hasChanged: picture.change?.towards !== undefined,
          history: [...history],
          wants: [...wants],
          answered: picture.answered,
          asked: picture.asked,
          reflected: reflection,
          recordShows: [...(shown?.facts ?? [])],
          recordCannotShow: shown?.silence ?? "",
        };
      }),
      sittings: record.sittings.map(sittingAnswer),
      notices: noticesOfSitting(record.sittings.at(-1)),
      band: BAND,
      clearChange: CLEAR_CHANGE,
      today: context.today,
    });
  },
});

async function signsOf(context: OperationContext, record: CareerRecord, goal: Goal | undefined) {
  const [catalogue, titles] = [await context.catalogue(), await context.titles()];
  const { today } = context;
  const matches = matchPositions(record, { catalogue, titles, today });
  return recordSigns({ record, matches, catalogue, goal, today });
}
