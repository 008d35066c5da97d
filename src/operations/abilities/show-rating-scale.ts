// What is best rated next, with what the levels mean, the present rating and the present estimate.

import { z } from "zod";
import { elementsToRate } from "../../domain/abilities/compare-abilities.ts";
import { bandOf } from "../../domain/abilities/explain-level.ts";
import { newestRatingsOf } from "../../domain/abilities/self-rating.ts";
import { elementTitle } from "../../domain/moves/element-phrases.ts";
import { demandOf } from "../../domain/moves/occupation-demand.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { ELEMENT_GROUPS } from "../../domain/occupations/catalogue.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { regardOf } from "../situation.ts";
import {
  anchorShape,
  estimateShape,
  GENERAL_ANCHORS,
  noticeShape,
  noticesOf,
  occupationShape,
  ratingShape,
  regardInput,
} from "./abilities-schema.ts";
import { findElement } from "./find-element.ts";

/** A sitting: about three minutes. */
const USUAL_COUNT = 10;

const scaleShape = z.object({
  id: z.string(),
  name: z.string(),
  catalogueName: z.string(),
  group: z.enum(ELEMENT_GROUPS),
  required: z.number().optional().meta({ description: "Level that the occupation asks for" }),
  /** Ascending by level. */
  anchors: z.array(anchorShape).meta({ description: "What somebody at a level can do" }),
  rating: ratingShape.optional().meta({ description: "The person's own, newest" }),
  estimate: estimateShape,
});

export const showRatingScale = operation({
  input: z.object({
    ...regardInput,
    count: z.number().int().min(1).max(200).default(USUAL_COUNT).meta({
      description: "How many to show",
    }),
    element: z.string().optional().meta({ description: "Only this one, by its id or name" }),
  }),
  output: z.object({
    occupation: occupationShape,
    rated: z.number().meta({ description: "How many of what it asks for are rated" }),
    total: z.number(),
    /** What is not rated yet first; then what matters most and is least certain. */
    elements: z.array(scaleShape),
    notices: z.array(noticeShape),
  }),
  async run(context, input) {
    const regard = await regardOf(context, input);
    if (!regard.ok) return regard;
    const { catalogue, record, positions, standing, row } = regard.value;
    const { levels } = standing;
    const order = elementsToRate(catalogue, levels, row);
    const only = input.element === undefined ? undefined : findElement(catalogue, input.element);
    if (only === -1) return fail({ code: "element/unknown", text: input.element ?? "" });
    const shown = only === undefined ? order.slice(0, input.count) : [only];
    const demand = demandOf(catalogue, row);
    const ratings = new Map(newestRatingsOf(record.selfRatings).map((one) => [one.elementId, one]));
    const isRated = (element: number) => ratings.has(catalogue.elements[element]?.id ?? "");
    return ok({
      occupation: {
        id: catalogue.ids[row] ?? "",
        title: catalogue.titles[row] ?? "",
        inWords: withArticle(plainNameOf(catalogue, row)),
      },
      rated: order.filter(isRated).length,
      total: order.length,
      elements: shown.flatMap((element) => {
        const described = catalogue.elements[element];
        if (described === undefined) return [];
        const { id, name, group, anchors } = described;
        const required = demand.levels[demand.elements.indexOf(element)];
        const rating = ratings.get(id);
        return [
          {
            id,
            name: elementTitle(described),
            catalogueName: name,
            group,
            ...(required === undefined ? {} : { required }),
            anchors: anchors.length > 0 ? [...anchors] : [...GENERAL_ANCHORS],
            ...(rating === undefined ? {} : { rating: { level: rating.level, date: rating.date } }),
            estimate: { mean: levels.means[element] ?? 0, ...bandOf(levels, element) },
          },
        ];
      }),
      notices: noticesOf(record, positions).filter(({ code }) => code === "ratings/flat"),
    });
  },
});
