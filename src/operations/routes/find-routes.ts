// The sensible ways from here to the goal, the backups of the one that is chosen or recommended, and
// what the person answered to them; what no route does, and what would make it fit where none does.

import { z } from "zod";
import { findGaps } from "../../domain/gaps/find-gaps.ts";
import { fullLaddersInWords } from "../../domain/gaps/headroom.ts";
import { plainNameOf, withArticle } from "../../domain/moves/plain-name.ts";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import { placeInWords } from "../../domain/occupations/place-in-words.ts";
import { ok } from "../../domain/result.ts";
import { explainWishes } from "../../domain/routes/explain-wishes.ts";
import { findOtherRoutes } from "../../domain/routes/find-routes.ts";
import { explainImpossible } from "../../domain/routes/relax-limits.ts";
import { routeInALine } from "../../domain/routes/route-in-words.ts";
import { arrivalOf } from "../../domain/schedule/explain-infeasible.ts";
import { missedDateInWords, routeArrivals } from "../../domain/schedule/route-arrivals.ts";
import { operation } from "../operation.ts";
import { backupSchema, impossibleSchema, routeSchema, wishSchema } from "../plan/plan-schema.ts";
import { goalSchema } from "../record/record-schema.ts";
import { situationInput, situationOf } from "../situation.ts";
import {
  everyRouteOf,
  missingRoutesOf,
  namesIn,
  refusalShape,
  refusalsInWords,
  waysOf,
} from "./route-answers.ts";

const wishInput = {
  underMonths: z.number().optional().meta({
    description: "Wish: a route of fewer months than this; why there is none is told",
  }),
  underFees: z.number().optional().meta({ description: "Wish: a route with fees under this" }),
  chanceAbove: z
    .number()
    .optional()
    .meta({ description: "Wish: a route that works out more often than this, 0 to 1" }),
  noPayCut: z.boolean().optional().meta({ description: "Wish: a route that never pays less" }),
  noSchooling: z
    .boolean()
    .optional()
    .meta({ description: "Wish: a route without further schooling" }),
  oneMove: z.boolean().optional().meta({ description: "Wish: a route of a single move" }),
};

const otherRoute = z.object({
  id: z.string(),
  name: z.string(),
  months: z.number(),
  money: z.number(),
  chance: z.number(),
  payForgone: z.number().optional(),
  text: z.string().meta({ description: "Its name with what it takes, in a sentence" }),
});

export const findRoutes = operation({
  input: z.object({ ...situationInput, ...wishInput }),
  output: z.object({
    goal: goalSchema,
    goalInWords: z.string().meta({ description: "One person of it: a registered nurse" }),
    present: z.string().optional().meta({ description: "What the person works as now" }),
    currency: z.string(),
    ladderNotes: z
      .array(z.string())
      .meta({ description: "Where you work and none opens above, so that no way leads up there" }),
    figuresNote: z.string().optional().meta({
      description: "Where fees, pay and openings are from, when not from the person's country",
    }),
    routes: z
      .array(routeSchema)
      .meta({ description: "The one that the plan takes by itself first" }),
    others: z.array(otherRoute).meta({
      description:
        "The further routes within the limits that no route beats in months, fees, chance and pay on the way",
    }),
    backups: z.array(backupSchema),
    wishes: z
      .array(wishSchema)
      .meta({ description: "What no route does and why; what was wished for, where it was said" }),
    arrivals: z
      .array(
        z.object({
          routeId: z.string(),
          day: z.string(),
          inTime: z.boolean().optional().meta({
            description: "By the goal's date; absent where the goal has none",
          }),
        }),
      )
      .meta({
        description:
          "When each route is likely to be there, delays and second attempts counted, as in the plan. " +
          "A route's own withinLimits says nothing of the date",
      }),
    dateMissed: z.string().optional().meta({
      description: "That none of the ways to the goal is likely to be there by its date",
    }),
    impossible: impossibleSchema
      .optional()
      .meta({ description: "What would make it fit, where no route is within the limits" }),
    missing: z
      .array(z.object({ id: z.string(), route: routeSchema.optional(), why: z.string() }))
      .meta({ description: "What was chosen or pinned and is not among the routes, and why" }),
    refusals: z.array(refusalShape).meta({ description: "The stages answered with no" }),
    names: z
      .record(z.string(), z.string())
      .meta({ description: "Names by subject: occupation:CODE and credential:ID" }),
  }),
  async run(context, input) {
    const situation = await situationOf(context, input);
    if (!situation.ok) return situation;
    const { catalogue, standing, goal } = situation.value;
    const ways = waysOf(context, situation.value);
    const missing = missingRoutesOf(context, situation.value, ways);
    const [present] = standing.presentRows;
    const everything = [
      ...ways.routes,
      ...ways.backups.map(({ route }) => route),
      ...missing.flatMap(({ route }) => (route === undefined ? [] : [route])),
    ];
    const question = { ...situation.value, today: context.today };
    // The plan's own clock, so that both tell the same.
    const planning = { ...question, gaps: findGaps(question) };
    const arrival = arrivalOf(planning);
    const arrivals = routeArrivals(planning, everything, ways.plans);
    const isShown = (id: string) => everyRouteOf(ways).some((route) => route.id === id);
    const dateMissed = missedDateInWords(
      arrivals.filter(({ routeId }) => isShown(routeId)),
      goal.by,
    );
    const impossible = explainImpossible(question, arrival);
    return ok({
      goal,
      goalInWords: withArticle(plainNameOf(catalogue, rowOf(catalogue, goal.occupationId))),
      ...(present === undefined ? {} : { present: plainNameOf(catalogue, present) }),
      currency: catalogue.currency,
      ...(standing.figuresAreLocal
        ? {}
        : {
            figuresNote: `Fees, pay and openings are figures for ${placeInWords(catalogue.place)}; where you live they differ.`,
          }),
      routes: [...ways.routes],
      others: findOtherRoutes(question, ways.routes).map((route) => ({
        id: route.id,
        name: route.name,
        months: route.months.likely,
        money: route.money.likely,
        chance: route.chance,
        ...(route.payForgone === undefined ? {} : { payForgone: route.payForgone }),
        text: routeInALine(catalogue, route),
      })),
      backups: [...ways.backups],
      wishes: [...explainWishes(question, input)],
      arrivals: [...arrivals],
      ladderNotes: [...fullLaddersInWords(situation.value.ladders)],
      ...(dateMissed === undefined ? {} : { dateMissed }),
      ...(impossible === undefined ? {} : { impossible }),
      missing: missing.map(({ id, route, why }) => ({
        id,
        ...(route === undefined ? {} : { route }),
        why,
      })),
      refusals: refusalsInWords(catalogue, goal),
      names: namesIn(catalogue, everything),
    });
  },
});
