import { expect, test } from "vitest";
import { SMALL, smallCatalogue } from "../../../test/fixtures/small-catalogue.ts";
import { chooseRoutes } from "./choose-routes.ts";
import type { FoundRoute } from "./found-route.ts";
import type { Route, Stage } from "./route.ts";
import { withSharedCauses } from "./shared-causes.ts";

const catalogue = smallCatalogue();

interface Made {
  readonly id: string;
  readonly months: number;
  readonly money?: number;
  readonly chance?: number;
  readonly through?: readonly string[];
  readonly programme?: string;
  readonly isPayUnknown?: boolean;
}

/** A route of made-up figures: one stage holds them all, the others are moves that take nothing. */
function made(said: Made): FoundRoute {
  const { id, months, money = 0, chance = 0.5, through = [], programme, isPayUnknown } = said;
  const point = (value: number) => ({ low: value, likely: value, high: value });
  const ids = [...through, SMALL.registeredNurse];
  const stageOf = (kind: Stage["kind"], occupationId: string, i: number): Stage => ({
    id: `${id}:${i}`,
    kind,
    title: `${kind} ${occupationId}`,
    occupationId,
    credentialIds: kind === "prepare" && programme !== undefined ? [programme] : [],
    shortfalls: [],
    months: point(i === 0 ? months : 0),
    hours: point(0),
    money: point(i === 0 ? money : 0),
    chance: i === 0 ? chance : 1,
    causes: [],
    explanation: [],
  });
  const stages = [
    stageOf("prepare", ids[0] ?? "", 0),
    ...ids.map((one, i) => stageOf("move", one, i + 1)),
  ];
  const route: Route = {
    id,
    name: id,
    goalId: "goal",
    stages,
    strengths: [],
    months: point(months),
    hours: point(0),
    money: point(money),
    chance,
    payForgone: isPayUnknown === true ? undefined : 0,
    payChange: 0,
    causes: [],
    withinLimits: true,
    breaks: [],
    why: "",
  };
  const one = {
    route,
    costs: [months, money, -Math.log(chance), 0],
    rows: ids.map((occupationId) => catalogue.ids.indexOf(occupationId)),
  };
  return withSharedCauses(one);
}

const idsOf = (routes: readonly Route[]): readonly string[] => routes.map((route) => route.id);

test("chooseRoutes() does not show a long shot for what it saves where a likelier route is known", () => {
  const stone = [SMALL.practicalNurse];
  const likely = made({ id: "likely", months: 48, money: 9000, through: stone });
  const longShot = made({ id: "long shot", months: 24, money: 0, chance: 0.04 });
  expect(idsOf(chooseRoutes(catalogue, [likely, longShot]))).toEqual(["likely"]);
  const known = made({ id: "known", months: 24, money: 0, chance: 0.12 });
  expect(idsOf(chooseRoutes(catalogue, [likely, known]))).toContain("known");
  const alike = made({ id: "alike", months: 48, money: 9000, chance: 0.1, through: stone });
  expect(idsOf(chooseRoutes(catalogue, [alike, longShot]))).toContain("long shot");
});

test("chooseRoutes() shows a cheaper route only where each further year saves something", () => {
  const quick = made({ id: "quick", months: 21, money: 8000 });
  const slow = (money: number) => made({ id: "slow", months: 63, money });
  expect(idsOf(chooseRoutes(catalogue, [quick, slow(7200)]))).toEqual(["quick"]);
  const shown = chooseRoutes(catalogue, [quick, slow(6000)]);
  expect(shown.find((route) => route.id === "slow")?.strengths).toContain("cheapest");
});

test("chooseRoutes() shows the cheapest of those that are worth their years", () => {
  const quick = made({ id: "quick", months: 20, money: 8000 });
  const cheaper = made({ id: "cheaper", months: 26, money: 6000 });
  const cheapest = made({ id: "cheapest", months: 120, money: 5900 });
  expect(idsOf(chooseRoutes(catalogue, [quick, cheaper, cheapest]))).toEqual(["quick", "cheaper"]);
});

test("chooseRoutes() adds another schooling only where it does not take far longer", () => {
  const first = made({ id: "first", months: 89, programme: "nursing-associate" });
  const other = (months: number) =>
    made({ id: "other", months, money: 100, programme: "practical-nursing" });
  expect(idsOf(chooseRoutes(catalogue, [first, other(174)]))).toEqual(["first"]);
  const through = made({
    id: "through",
    months: 120,
    programme: "practical-nursing",
    through: [SMALL.practicalNurse],
  });
  expect(idsOf(chooseRoutes(catalogue, [first, through]))).toEqual(["first", "through"]);
});

test("chooseRoutes() says in the balance whose pay is unknown, and nothing where all is known", () => {
  const sumOf = (mine: boolean, theirs: boolean) =>
    chooseRoutes(catalogue, [
      made({ id: "a", months: 20, isPayUnknown: mine }),
      made({ id: "b", months: 30, chance: 0.6, isPayUnknown: theirs }),
    ])[0]?.balance;
  expect(sumOf(false, false)).toMatch(/ = 32; the next best, “b”, comes to 39\.$/);
  expect(sumOf(true, true)).toMatch(/ = 32, pay unknown and not counted; .* comes to 39\.$/);
  expect(sumOf(false, true)).toMatch(/ = 32; .* comes to 39, its pay unknown\.$/);
});
