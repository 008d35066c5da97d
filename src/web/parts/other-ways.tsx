// The further ways that nothing beats in everything, folded away: a table of what each takes.

import { monthsInWords } from "../../domain/length-of-time.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { ValueOf } from "../../http/client.ts";
import { chanceInWords } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

interface OtherWaysProps {
  readonly others: ValueOf<"find-routes">["others"];
  readonly currency: Currency;
}

export function OtherWays({ others, currency }: OtherWaysProps) {
  if (others.length === 0) return null;
  const count = others.length === 1 ? "One more way" : `${others.length} more ways`;
  return (
    <details>
      <summary>{count} that nothing beats in everything</summary>
      <p>
        Each is quicker, cheaper, likelier or better paid on the way than every other; those above
        are the ones we would look at first.
      </p>
      <ScrollRegion label="Further ways">
        <table>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">How long</th>
              <th scope="col">Fees</th>
              <th scope="col">Chance</th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ id, name, months, money, chance }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{monthsInWords(months)}</td>
                <td>{money >= 1 ? moneyInWords({ amount: money, currency }) : "none"}</td>
                <td>{chanceInWords(chance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
