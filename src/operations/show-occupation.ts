// One occupation: what it is, what it asks, what it pays, and where the figures are from.

import { z } from "zod";
import { EDUCATION_LEVELS, importanceOf, levelOf, rowOf } from "../domain/occupations/catalogue.ts";
import { fail, ok } from "../domain/result.ts";
import { operation } from "./operation.ts";

const ELEMENTS_SHOWN = 12;

export const showOccupation = operation({
  input: z.object({
    id: z.string().meta({ description: "Occupation code, such as 29-1141.00", positional: true }),
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    aliases: z.array(z.string()),
    place: z.string(),
    currency: z.string(),
    zone: z.number().optional(),
    typicalEducation: z.string().optional(),
    payLow: z.number().optional(),
    payMedian: z.number().optional(),
    payHigh: z.number().optional(),
    annualOpenings: z.number().optional(),
    growth: z.number().optional(),
    licences: z.array(
      z.object({
        name: z.string(),
        minimumEducation: z.string(),
        exam: z.string(),
        place: z.string(),
        source: z.string(),
      }),
    ),
    /** Most important first. */
    elements: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        group: z.string(),
        importance: z.number(),
        level: z.number(),
      }),
    ),
    related: z.array(z.object({ id: z.string(), title: z.string() })),
    attribution: z.array(z.string()),
  }),
  async run(context, input) {
    const catalogue = await context.catalogue();
    const row = rowOf(catalogue, input.id);
    if (row < 0) return fail({ code: "occupation/unknown", id: input.id });
    const known = <K extends string>(key: K, value: number | undefined) =>
      value === undefined || Number.isNaN(value) ? {} : ({ [key]: value } as Record<K, number>);
    const zone = catalogue.zones[row] ?? 0;
    const education = EDUCATION_LEVELS[(catalogue.typicalEducation[row] ?? 0) - 1];
    const listed = catalogue.elements
      .map((element, index) => ({
        id: element.id,
        name: element.name,
        group: element.group,
        importance: importanceOf(catalogue, row, index),
        level: levelOf(catalogue, row, index),
      }))
      .filter((element) => element.importance > 1)
      .sort((a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1));
    return ok({
      id: input.id,
      title: catalogue.titles[row] ?? "",
      description: catalogue.descriptions[row] ?? "",
      aliases: [...(catalogue.aliases[row] ?? [])],
      place: catalogue.place,
      currency: catalogue.currency,
      ...(zone === 0 ? {} : { zone }),
      ...(education === undefined ? {} : { typicalEducation: education }),
      ...known("payLow", catalogue.payLow[row]),
      ...known("payMedian", catalogue.payMedian[row]),
      ...known("payHigh", catalogue.payHigh[row]),
      ...known("annualOpenings", catalogue.annualOpenings[row]),
      ...known("growth", catalogue.growth[row]),
      licences: catalogue.licences
        .filter((licence) => licence.occupation === row)
        .map((licence) => ({
          name: licence.name,
          minimumEducation: EDUCATION_LEVELS[licence.minimumEducation - 1] ?? "not stated",
          exam: licence.exam,
          place: licence.place,
          source: licence.source,
        })),
      elements: listed.slice(0, ELEMENTS_SHOWN),
      related: (catalogue.related[row] ?? []).map((other) => ({
        id: catalogue.ids[other] ?? "",
        title: catalogue.titles[other] ?? "",
      })),
      attribution: [...catalogue.attribution],
    });
  },
});
