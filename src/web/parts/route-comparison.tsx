// Two to four routes side by side, a column each.

import { capital } from "../../domain/first-letter.ts";
import { monthsInWords, monthsRangeInWords } from "../../domain/length-of-time.ts";
import "./route-comparison.css";
import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { dateInWords, type PartialDate } from "../../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { Route } from "../../domain/routes/route.ts";
import type { RouteArrival } from "../../domain/schedule/route-arrivals.ts";
import { chanceInWords, hoursInWords, monthInWords } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

/** As many as can be read side by side. */
export const MOST_COMPARED = 4;
export const LEAST_COMPARED = 2;

export interface Comparable {
  readonly route: Route;
  /** What sets it apart: "your plan’s", "pinned", or why it is not among the ways any more. */
  readonly notes: readonly string[];
}

interface RouteComparisonProps {
  readonly all: readonly Comparable[];
  readonly chosenIds: readonly string[];
  readonly currency: Currency;
  /** When each is likely to be there. */
  readonly arrivals: readonly RouteArrival[];
  /** The date of the goal, where it has one. */
  readonly by: PartialDate | undefined;
  onChoose(ids: readonly string[]): void;
}

export function RouteComparison(props: RouteComparisonProps) {
  const { all, chosenIds, onChoose } = props;
  const chosen = all.filter(({ route }) => chosenIds.includes(route.id));
  return (
    <>
      <fieldset className="compared">
        <legend>Choose two to four ways</legend>
        {all.map(({ route, notes }) => {
          const isChosen = chosenIds.includes(route.id);
          return (
            <Checkbox
              key={route.id}
              label={`${route.name}${notes.length === 0 ? "" : ` (${notes.map((note) => note.replace(/\.$/, "")).join("; ")})`}`}
              checked={isChosen}
              disabled={!isChosen && chosen.length >= MOST_COMPARED}
              onChange={() =>
                onChoose(
                  isChosen
                    ? chosenIds.filter((id) => id !== route.id)
                    : [...chosen.map((one) => one.route.id), route.id],
                )
              }
            />
          );
        })}
      </fieldset>
      {chosen.length < LEAST_COMPARED ? (
        <p className="quiet">Choose at least two to see them side by side.</p>
      ) : (
        <SideBySide {...props} chosen={chosen} />
      )}
    </>
  );
}

interface SideBySideProps extends RouteComparisonProps {
  readonly chosen: readonly Comparable[];
}

function SideBySide({ chosen, currency, arrivals, by }: SideBySideProps) {
  const money = (amount: number) => moneyInWords({ amount, currency });
  const rows: readonly (readonly [string, (route: Route) => ReactNode])[] = [
    ["Likely", ({ months }) => monthsInWords(months.likely)],
    ["From, to", ({ months }) => monthsRangeInWords(months)],
    [
      by === undefined ? "Likely there" : `There by ${dateInWords(by)}`,
      ({ id }) => arrivalInWords(arrivals.find(({ routeId }) => routeId === id)),
    ],
    ["Own time", ({ hours }) => hoursInWords(hours.likely)],
    ["Fees", (route) => (route.money.likely < 1 ? "none" : money(route.money.likely))],
    ["Works out", ({ chance }) => chanceInWords(chance)],
    ["Pay on the way", ({ payForgone }) => forgoneInWords(payForgone, money)],
    ["Pay at the goal", ({ payChange }) => changeInWords(payChange, money)],
    ["New positions", ({ stages }) => stages.filter(({ kind }) => kind === "move").length],
    ["Best at", ({ strengths }) => (strengths.length === 0 ? "—" : capital(strengths.join(", ")))],
    ["What could stop it", ({ causes }) => <Causes causes={causes} />],
    [
      by === undefined ? "Within your limits" : "Within your other limits",
      ({ breaks }) => (breaks.length === 0 ? "yes" : breaks.join("; ")),
    ],
  ];
  return (
    <>
      <p className="quiet small more-aside">
        There is more to the side: draw the table to the left.
      </p>
      <ScrollRegion label="The chosen ways side by side">
        <table className="side-by-side">
          <thead>
            <tr>
              <td />
              {chosen.map(({ route, notes }) => (
                <th scope="col" key={route.id}>
                  {route.name}
                  {notes.map((note) => (
                    <span key={note} className="quiet">
                      {note}
                    </span>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, of]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {chosen.map(({ route }) => (
                  <td key={route.id}>{of(route)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

/** Causes named in a column; the others are with the way itself. */
const CAUSES_NAMED = 3;

function Causes({ causes }: Pick<Route, "causes">) {
  const named = [...causes].sort((a, b) => b.chance - a.chance).slice(0, CAUSES_NAMED);
  const others = causes.length - named.length;
  if (named.length === 0) return "nothing we know of";
  return (
    <ul>
      {named.map(({ id, label, chance }) => (
        <li key={id}>
          {label}: {chanceInWords(chance)}
        </li>
      ))}
      {others > 0 && (
        <li>
          and {others} that {others === 1 ? "is" : "are"} less likely
        </li>
      )}
    </ul>
  );
}

function arrivalInWords(arrival: RouteArrival | undefined): string {
  if (arrival === undefined) return "not known";
  const about = `about ${monthInWords(arrival.day)}`;
  if (arrival.inTime === undefined) return about;
  return arrival.inTime ? `yes, ${about}` : `no, ${about}`;
}

/** Less than so much a year, or in all, is no difference that anybody feels. */
const SAME_PAY = 1000;

function forgoneInWords(forgone: number | undefined, money: (amount: number) => string): string {
  if (forgone === undefined) return "not known";
  if (Math.abs(forgone) < SAME_PAY) return "as if you stayed";
  const amount = money(Math.round(Math.abs(forgone) / SAME_PAY) * SAME_PAY);
  return `${amount} ${forgone > 0 ? "less" : "more"} in all than staying`;
}

function changeInWords(change: number | undefined, money: (amount: number) => string): string {
  if (change === undefined) return "not known";
  if (Math.abs(change) < SAME_PAY) return "as now";
  return `${money(Math.abs(change))} a year ${change > 0 ? "more" : "less"} than now`;
}
