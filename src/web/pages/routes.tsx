// Routes: the sensible ways to the goal, each as a line with its stages and its reasons, and all of them
// side by side in one table.

import "./routes.css";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords, US_DOLLAR } from "../../domain/money.ts";
import type { Route } from "../../domain/routes/route.ts";
import { call } from "../../http/client.ts";
import { useAnswer, useChanges } from "../ask.ts";
import {
  capital,
  chanceInWords,
  counted,
  hoursInWords,
  monthsInWords,
  monthsRangeInWords,
  unbroken,
} from "../in-words.ts";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { OutOfReach } from "../parts/out-of-reach.tsx";
import { ProblemLine, ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { RoutePicture } from "../parts/route-picture.tsx";

export function Routes() {
  const found = useAnswer("find-routes", {});
  const kept = useAnswer("show-plan", {});
  if (found.isPending || kept.isPending) return <Waiting>Looking for ways to your goal…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  const { routes } = found.data;
  const currency = kept.data?.currency ?? US_DOLLAR;
  const chosenId = kept.data?.chosenRouteId;
  const months = Math.max(1, ...routes.map((route) => route.months.high));
  return (
    <>
      <h1>{sentenceOf(routes)}</h1>
      {routes.length > 0 && (
        <p className="quiet">
          Filled is where you are, hollow where you want to be; a small ring is a position on the
          way. The dashed line is the likely way, the band how much longer it may take. All are
          drawn to one scale.
        </p>
      )}
      <ol className="routes">
        {routes.map((route) => (
          <RouteShown
            key={route.id}
            chosen={route.id === chosenId}
            {...{ route, months, currency }}
          />
        ))}
      </ol>
      {routes.length > 1 && (
        <>
          <h2>Side by side</h2>
          <Comparison {...{ routes, currency }} />
        </>
      )}
      <OutOfReach wishes={found.data.wishes} impossible={found.data.impossible} />
    </>
  );
}

function sentenceOf(routes: readonly Route[]): string {
  const [first] = routes;
  if (first === undefined) {
    return "No way to this goal was found within these limits: another goal, or wider limits, may open one.";
  }
  const fastest = Math.min(...routes.map((route) => route.months.likely));
  const ways = routes.length === 1 ? "There is one way" : `There are ${routes.length} ways`;
  return `${ways} to your goal worth knowing; the shortest takes about ${monthsInWords(fastest)}.`;
}

interface RouteShownProps {
  readonly route: Route;
  readonly months: number;
  readonly currency: Currency;
  readonly chosen: boolean;
}

function RouteShown({ route, months, currency, chosen }: RouteShownProps) {
  const changes = useChanges();
  const navigate = useNavigate();
  const choose = () =>
    changes.mutate(async () => {
      await call("keep-plan", { route: route.id });
      await navigate({ to: "/plan" });
    });
  return (
    <li>
      <h2>{route.name}</h2>
      {(route.strengths.length > 0 || chosen) && (
        <p className="strengths">
          {chosen && <strong>The one you plan with. </strong>}
          {strengthsInWords(route)}
        </p>
      )}
      <RoutePicture route={route} months={months} />
      <p>{unbroken(route.why.replace(STRENGTHS_SAID, ""))}</p>
      {route.breaks.length > 0 && (
        <ul className="asks">
          {route.breaks.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>Its {counted(route.stages.length, "stage")}, with the reasons</summary>
        <ol className="stages">
          {route.stages.map((stage) => (
            <li key={stage.id}>
              <h3>
                {stage.kind === "prepare" ? (
                  stage.title
                ) : (
                  <OccupationLink id={stage.occupationId} title={stage.title} />
                )}
                <span className="quiet">, about {monthsInWords(stage.months.likely)}</span>
              </h3>
              {stage.explanation.map((reason) => (
                <p key={reason}>{unbroken(reason)}</p>
              ))}
            </li>
          ))}
        </ol>
        {route.causes.length > 0 && (
          <>
            <h3>What could stop it</h3>
            <ul>
              {route.causes.map((cause) => (
                <li key={cause.id}>
                  {cause.label}: {chanceInWords(cause.chance)}{" "}
                  <span className="quiet">({cause.source})</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {route.payChange !== undefined && (
          <p className="quiet">
            {route.payChange >= 0
              ? "Pay at the goal is higher by "
              : "Pay at the goal is lower by "}
            {moneyInWords({ amount: Math.abs(route.payChange), currency })} a year than now, by the
            typical figures.
          </p>
        )}
      </details>
      <div className="buttons">
        <Button
          variant={chosen ? "light" : "filled"}
          loading={changes.isPending}
          onClick={choose}
          aria-label={`${chosen ? "Plan with it again" : "Plan with this route"}: ${route.name}`}
        >
          {chosen ? "Plan with it again" : "Plan with this route"}
        </Button>
      </div>
      <ProblemLine error={changes.error} />
    </li>
  );
}

interface ComparisonProps {
  readonly routes: readonly Route[];
  readonly currency: Currency;
}

function Comparison({ routes, currency }: ComparisonProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label="The routes side by side" tabIndex={0}>
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col">Likely</th>
            <th scope="col">From, to</th>
            <th scope="col" className="number">
              Own time
            </th>
            <th scope="col" className="number">
              Fees
            </th>
            <th scope="col">Works out</th>
          </tr>
        </thead>
        <tbody>
          {routes.map((route) => (
            <tr key={route.id}>
              <th scope="row">{route.name}</th>
              <td data-name="Likely">{monthsInWords(route.months.likely)}</td>
              <td data-name="From, to">{monthsRangeInWords(route.months)}</td>
              <td className="number" data-name="Own time">
                {hoursInWords(route.hours.likely)}
              </td>
              <td className="number" data-name="Fees">
                {moneyInWords({ amount: route.money.likely, currency })}
              </td>
              <td data-name="Works out">{chanceInWords(route.chance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small below">
        The chances rest on the assumptions named with each stage.
      </p>
    </section>
  );
}

/** The reasons open with the strengths, which stand above the picture here. */
const STRENGTHS_SAID = /^Of these \d+, [^.]+\. /;

/** Returns "The fastest and the cheapest."; the balance goes without saying where there is more to say. */
function strengthsInWords({ strengths }: Route): string {
  const more = strengths.filter((strength) => strength !== "balanced");
  if (more.length === 0) {
    return strengths.length === 0 ? "" : "The best balance of time, money and chance.";
  }
  return `${capital(listed(more.map((strength) => `the ${strength}`)))}.`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
