// Why no route does what a person may wish for: under so many months or so much money, a better chance,
// no pay cut, no schooling, one move only. For each the best that any route does, which stages make it
// so, and what changing one limit would make of it, reckoned anew. Its sentences are wish-in-words.ts's.

import { lowerFirst } from "../first-letter.ts";
import { hoursPerWeekInWords, monthsInWords } from "../length-of-time.ts";
import { nameInSentence } from "../moves/credential-in-sentence.ts";
import { plainNameOf } from "../moves/plain-name.ts";
import { rowOf } from "../occupations/catalogue.ts";
import { credentialOf } from "../occupations/licence-paths.ts";
import { consideredRoutes, isHeldAlready } from "./find-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import { LIMIT_KINDS, type LimitKind } from "./impossible-goal.ts";
import {
  type LimitQuestion,
  leastThatWorks,
  liftedOf,
  MOST_HOURS_THAT_WOULD_DO,
  withLimits,
} from "./relax-limits.ts";
import type { Stage } from "./route.ts";
import { payNowOf } from "./route-graph.ts";
import {
  WISH_KINDS,
  type WishAnswer,
  type WishChange,
  type Wishes,
  type WishKind,
} from "./wish.ts";
import { becomesInWords, metInWords, unmetInWords } from "./wish-in-words.ts";

/** Assumption: how much more a week is tried where nobody asked for a length, half as much again. */
export const HOURS_TRIED_SHARE = 1.5;
/** Schooling of fewer hours than this is a day or two and nobody's reason to say no. Assumption. */
export const SCHOOLING_FROM_HOURS = 20;

interface Regard {
  readonly wish: WishKind;
  readonly measure: (question: LimitQuestion, one: FoundRoute) => number;
  /** Less of a change than this is none. */
  readonly noChange: number;
}

const REGARDS: Readonly<Record<WishKind, Regard>> = {
  months: { wish: "months", measure: (_, one) => one.route.months.likely, noChange: 1 },
  money: { wish: "money", measure: (_, one) => one.route.money.likely, noChange: 1 },
  // What is best is least in all regards, so that the chance is that of failing.
  chance: { wish: "chance", measure: (_, one) => 1 - one.route.chance, noChange: 0.005 },
  pay: { wish: "pay", measure: payCutOf, noChange: 100 },
  schooling: { wish: "schooling", measure: schoolingHoursOf, noChange: 1 },
  moves: { wish: "moves", measure: (_, one) => one.rows.length, noChange: 1 },
};

/**
 * Returns, for each wish, whether a route does it and why none does better. Without wishes: the least
 * months and fees and the best chance there are, and a pay cut, schooling or a second move where no route
 * goes without. Routes within the limits; where there are none, all of them. Empty when there is no route.
 */
export function explainWishes(question: LimitQuestion, wishes: Wishes = {}): readonly WishAnswer[] {
  const row = rowOf(question.catalogue, question.goal.occupationId);
  if (row < 0 || isHeldAlready(question, row)) return [];
  const routes = consideredRoutes(question, row);
  if (routes.length === 0) return [];
  const asked: Readonly<Record<WishKind, number | undefined>> = {
    months: wishes.underMonths,
    money: wishes.underFees,
    chance: wishes.chanceAbove,
    pay: wishes.noPayCut === true ? 0 : undefined,
    schooling: wishes.noSchooling === true ? 0 : undefined,
    moves: wishes.oneMove === true ? 1 : undefined,
  };
  const variants = variantsOf(question);
  const isAsking = WISH_KINDS.some((wish) => asked[wish] !== undefined);
  return WISH_KINDS.flatMap((wish) => {
    if (isAsking && asked[wish] === undefined) return [];
    const answer = answerOf(
      question,
      { regard: REGARDS[wish], asked: asked[wish] },
      { routes, variants },
    );
    const isNews = isAsking || !answer.met;
    return isNews ? [answer] : [];
  });
}

function bestOf(
  question: LimitQuestion,
  { measure }: Regard,
  routes: readonly FoundRoute[],
): FoundRoute | undefined {
  return routes.reduce<FoundRoute | undefined>((best, one) => {
    if (best === undefined) return one;
    const by =
      measure(question, one) - measure(question, best) ||
      one.route.stages.length - best.route.stages.length ||
      (one.route.id < best.route.id ? -1 : 1);
    return by < 0 ? one : best;
  }, undefined);
}

/** How much less a year the worst paid step pays than now; 0 where pay is not known. */
function payCutOf({ catalogue, standing }: LimitQuestion, one: FoundRoute): number {
  const now = payNowOf(catalogue, standing);
  if (now === undefined) return 0;
  const pays = one.rows.map((row) => catalogue.payMedian[row] ?? Number.NaN);
  return Math.max(0, ...pays.filter((pay) => !Number.isNaN(pay)).map((pay) => now - pay));
}

/** The hours of courses, certificates and degrees; exams and practice are no schooling. */
function schoolingHoursOf({ catalogue }: LimitQuestion, one: FoundRoute): number {
  const hours = one.route.stages
    .flatMap((stage) => stage.credentialIds)
    .map((id) => credentialOf(catalogue, id))
    .filter((template) => template !== undefined && template.kind !== "exam")
    .filter((template) => template?.kind !== "licence")
    .reduce((sum, template) => sum + (template?.hours.likely ?? 0), 0);
  return hours < SCHOOLING_FROM_HOURS ? 0 : hours;
}

function answerOf(
  question: LimitQuestion,
  { regard, asked }: { readonly regard: Regard; readonly asked: number | undefined },
  {
    routes,
    variants,
  }: { readonly routes: readonly FoundRoute[]; readonly variants: readonly Variant[] },
): WishAnswer {
  const { wish, measure } = regard;
  const one = bestOf(question, regard, routes) as FoundRoute;
  const least = measure(question, one);
  const best = wish === "chance" ? 1 - least : least;
  const met = isMet(wish, best, asked);
  const parts = partsOf(question, wish, one);
  const changes = met ? [] : changesOf({ question, variants }, regard, { least, asked });
  const [change] = changes;
  const bound = asked ?? 0;
  const isStillOver = wish === "months" && changes.every((one) => one.best >= bound);
  const limitsSaid = !isStillOver
    ? ""
    : asked !== undefined
      ? `Not even ${MOST_HOURS_THAT_WOULD_DO} hours a week bring it under ${monthsInWords(asked)}.`
      : change === undefined
        ? `More hours a week do not shorten it, not even ${MOST_HOURS_THAT_WOULD_DO}.`
        : "";
  return {
    wish,
    asked,
    met,
    best,
    routeId: one.route.id,
    routeName: one.route.name,
    parts,
    text: met
      ? metInWords(question, wish, one, best)
      : [unmetInWords(question, wish, one, { parts, best, asked }), change?.text ?? "", limitsSaid]
          .filter((sentence) => sentence !== "")
          .join(" "),
    changes,
  };
}

/** Without a bound a wish is met when nothing better could be wished for. */
function isMet(wish: WishKind, best: number, asked: number | undefined): boolean {
  switch (wish) {
    case "months":
      return asked !== undefined && best < asked;
    case "money":
      return asked === undefined ? best < 1 : best < asked || best < 1;
    case "chance":
      return asked !== undefined && best > asked;
    case "pay":
    case "schooling":
      return best <= 0;
    case "moves":
      return best <= 1;
  }
}

function partsOf(question: LimitQuestion, wish: WishKind, one: FoundRoute): WishAnswer["parts"] {
  const { catalogue } = question;
  const { stages } = one.route;
  const inOrder = (parts: WishAnswer["parts"]) =>
    parts.filter((part) => part.amount > 0).sort((a, b) => b.amount - a.amount);
  switch (wish) {
    case "months":
      return inOrder(stages.map((stage) => ({ title: stage.title, amount: stage.months.likely })));
    case "money":
      return inOrder(stages.flatMap((stage) => feesOf(question, stage)));
    case "chance":
      return inOrder(
        one.route.causes.map((cause) => ({ title: cause.label, amount: cause.chance })),
      );
    case "pay": {
      const now = payNowOf(catalogue, question.standing) ?? 0;
      return inOrder(
        one.rows.map((row) => ({
          title: plainNameOf(catalogue, row),
          amount: now - (catalogue.payMedian[row] ?? now),
        })),
      );
    }
    case "schooling":
      return inOrder(
        stages
          .flatMap((stage) => stage.credentialIds)
          .map((id) => credentialOf(catalogue, id))
          .filter((template) => template !== undefined && template.kind !== "exam")
          .map((template) => ({
            title: template?.name ?? "",
            amount: template?.kind === "licence" ? 0 : (template?.hours.likely ?? 0),
          })),
      );
    case "moves":
      return one.rows.map((row) => ({ title: plainNameOf(catalogue, row), amount: 1 }));
  }
}

/** The fees of a stage by what is earned in it, where they add up to the stage's. */
function feesOf({ catalogue }: LimitQuestion, stage: Stage): WishAnswer["parts"] {
  const single = stage.credentialIds.map((id) => {
    const template = credentialOf(catalogue, id);
    return {
      title: template === undefined ? id : nameInSentence(template.name),
      amount: template?.money.likely ?? 0,
    };
  });
  const sum = single.reduce((total, part) => total + part.amount, 0);
  return Math.abs(sum - stage.money.likely) < 1
    ? single
    : [{ title: lowerFirst(stage.title), amount: stage.money.likely }];
}

/** The routes there would be with one limit changed; each looked for once, when first asked for. */
interface Variant {
  readonly limit: LimitKind;
  /** "With 12 hours a week instead of 8". */
  readonly words: string;
  readonly question: LimitQuestion;
  readonly routes: () => readonly FoundRoute[];
}

function variantOf(question: LimitQuestion, limit: LimitKind, words: string): Variant {
  let routes: readonly FoundRoute[] | undefined;
  return {
    limit,
    words,
    question,
    routes: () => {
      const row = rowOf(question.catalogue, question.goal.occupationId);
      routes ??= consideredRoutes(question, row);
      return routes;
    },
  };
}

/** The limits that are set, each lifted alone, and more hours a week: half as many again, then the most. */
function variantsOf(question: LimitQuestion): readonly Variant[] {
  const { limits } = question.goal;
  const more = [Math.ceil(HOURS_TRIED_SHARE * limits.hoursPerWeek), MOST_HOURS_THAT_WOULD_DO];
  const isSet: Readonly<Record<Exclude<LimitKind, "hours" | "date">, boolean>> = {
    budget: limits.budget !== undefined,
    "pay floor": limits.payFloor !== undefined,
    "savings floor": limits.savings !== undefined && limits.savingsFloor !== undefined,
    savings: limits.savings !== undefined,
    "not this": limits.notThese.length + (limits.refusals?.length ?? 0) > 0,
  };
  return [
    ...more
      .filter((hours) => hours > limits.hoursPerWeek && hours <= MOST_HOURS_THAT_WOULD_DO)
      .map((hours) => withHours(question, hours)),
    ...LIMIT_KINDS.flatMap((limit) =>
      limit === "hours" || limit === "date" || !isSet[limit]
        ? []
        : [variantOf(liftedOf(question, limit), limit, LIFTED_WORDS[limit])],
    ),
  ];
}

function withHours(question: LimitQuestion, hoursPerWeek: number): Variant {
  const { limits } = question.goal;
  return variantOf(
    withLimits(question, { ...limits, hoursPerWeek }),
    "hours",
    `With ${hoursPerWeekInWords(hoursPerWeek)} instead of ${limits.hoursPerWeek}`,
  );
}

const LIFTED_WORDS: Readonly<Record<Exclude<LimitKind, "hours" | "date">, string>> = {
  budget: "Without the limit on fees",
  "pay floor": "Without the least pay",
  "savings floor": "With savings allowed to run out",
  savings: "If savings did not matter",
  "not this": "With what you ruled out let in again",
};

/** What each single limit, changed, would make of the best, largest change first; one for each limit. */
function changesOf(
  {
    question,
    variants,
  }: { readonly question: LimitQuestion; readonly variants: readonly Variant[] },
  regard: Regard,
  { least, asked }: { readonly least: number; readonly asked: number | undefined },
): readonly WishChange[] {
  const { wish, measure } = regard;
  const leastIn = (variant: Variant): number => {
    const one = bestOf(variant.question, regard, variant.routes());
    return one === undefined ? Number.POSITIVE_INFINITY : measure(variant.question, one);
  };
  const enough = wish === "months" ? hoursFor(question, leastIn, asked) : undefined;
  const changed = [...(enough === undefined ? [] : [enough]), ...variants]
    .map((variant) => ({ variant, left: leastIn(variant) }))
    .filter(({ left }) => least - left >= regard.noChange)
    .filter(
      ({ variant }, i, all) => all.findIndex((one) => one.variant.limit === variant.limit) === i,
    );
  return changed
    .sort(
      (a, b) =>
        a.left - b.left ||
        LIMIT_KINDS.indexOf(a.variant.limit) - LIMIT_KINDS.indexOf(b.variant.limit),
    )
    .map(({ variant, left }) => ({
      limit: variant.limit,
      best: wish === "chance" ? 1 - left : left,
      text: `${variant.words} ${becomesInWords(variant.question, wish, left)}.`,
    }));
}

/** The fewest whole hours a week with which a route is under the months asked for. */
function hoursFor(
  question: LimitQuestion,
  leastIn: (variant: Variant) => number,
  asked: number | undefined,
): Variant | undefined {
  if (asked === undefined) return undefined;
  const given = Math.floor(question.goal.limits.hoursPerWeek);
  const hours = leastThatWorks(
    given,
    MOST_HOURS_THAT_WOULD_DO,
    (value) => leastIn(withHours(question, value)) < asked,
  );
  return hours === undefined ? undefined : withHours(question, hours);
}
