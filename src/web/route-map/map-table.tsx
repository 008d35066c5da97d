// What the map shows, as a table: every leg from one place to the next, with its figures and its ways.

import type { Currency } from "../../domain/money.ts";
import type { Route } from "../../domain/routes/route.ts";
import { ScrollRegion } from "../parts/scroll-region.tsx";
import type { RouteMapGraph } from "./map-graph.ts";
import { legInWords, MAIN_WORDS, type MainKind } from "./map-words.ts";

interface MapTableProps {
  readonly graph: RouteMapGraph;
  readonly routes: readonly Route[];
  readonly mainId: string | undefined;
  readonly mainKind: MainKind;
  readonly currency: Currency;
}

export function MapTable({ graph, routes, mainId, mainKind, currency }: MapTableProps) {
  const labels = new Map(graph.places.map(({ id, label }) => [id, label]));
  const names = new Map(routes.map(({ id, name }) => [id, name]));
  return (
    <ScrollRegion label="The map as a table">
      <table className="wide map-table">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col">From</th>
            <th scope="col">Takes</th>
            <th scope="col" className="number">
              Fees
            </th>
            <th scope="col">Works out</th>
            <th scope="col">On the way</th>
          </tr>
        </thead>
        <tbody>
          {graph.legs.map((leg) => {
            const { months, money, chance } = legInWords(leg, currency);
            return (
              <tr key={leg.id}>
                <th scope="row">{labels.get(leg.to)}</th>
                <td data-name="From">{labels.get(leg.from)}</td>
                <td data-name="Takes">{months}</td>
                <td className="number" data-name="Fees">
                  {money}
                </td>
                <td data-name="Works out">{chance}</td>
                <td data-name="On the way">
                  {leg.routeIds
                    .map(
                      (id) =>
                        `${names.get(id) ?? id}${id === mainId ? ` (${MAIN_WORDS[mainKind].note})` : ""}`,
                    )
                    .join("; ")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
