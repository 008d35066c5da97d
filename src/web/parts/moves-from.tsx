// The moves from an occupation: what we would look at, and where people go. Two tables, never one: what is
// common is not therefore good.

import { useState } from "react";
import { capital } from "../../domain/first-letter.ts";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { hoursInWords } from "../in-words.ts";
import { isNarrowScreen } from "../narrow-screen.ts";
import { OccupationLink } from "./occupation-link.tsx";
import { ProblemLine } from "./problem-note.tsx";

type Moves = ValueOf<"show-moves">;
type Suggested = Moves["suggested"][number];
type Common = Moves["common"][number];

/** On a phone the first few stand open; the rest is folded. */
const ON_A_PHONE = 3;

export function MovesFrom({ id }: { readonly id: string }) {
  const found = useAnswer("show-moves", { id });
  const [open] = useState(() => (isNarrowScreen() ? ON_A_PHONE : Number.POSITIVE_INFINITY));
  if (found.isError) return <ProblemLine error={found.error} />;
  if (found.isPending) return null;
  const { suggested, suggestedInWords, common, commonInWords } = found.data;
  const currency = found.data.currency as Currency; // as: it is a catalogue's, held to the schema
  return (
    <>
      {suggestedInWords !== "" && (
        <section aria-label="What we would look at next">
          <h2>What we would look at next</h2>
          <p>{suggestedInWords}</p>
          {suggested.length > 0 && (
            <MoveTable
              name="What we would look at next"
              moves={suggested.slice(0, open)}
              currency={currency}
            />
          )}
          {suggested.length > open && (
            <details>
              <summary>{suggested.length - open} more to look at</summary>
              <MoveTable
                name="More that we would look at"
                moves={suggested.slice(open)}
                currency={currency}
              />
            </details>
          )}
        </section>
      )}
      <section aria-label="Where people go">
        <h2>Where people go</h2>
        <p>{commonInWords}</p>
        {common.length > 0 && (
          <details>
            <summary>The {common.length} most common, in a table</summary>
            <MoveTable name="Where people go" moves={common} currency={currency} isCommon />
          </details>
        )}
      </section>
    </>
  );
}

interface MoveTableProps {
  readonly name: string;
  readonly moves: readonly (Suggested | Common)[];
  readonly currency: Currency;
  readonly isCommon?: boolean;
}

function MoveTable({ name, moves, currency, isCommon = false }: MoveTableProps) {
  return (
    <table className="wide" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">Occupation</th>
          <th scope="col">To prepare</th>
          <th scope="col" className="number">
            Already met
          </th>
          <th scope="col" className="number">
            Change in pay
          </th>
          <th scope="col" className="number">
            Of 100 who leave
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={move.id}>
            <th scope="row">
              <OccupationLink id={move.id} title={move.title} />
              <span className="quiet">{notesOf(move, isCommon).join(" ")}</span>
            </th>
            <td data-name="To prepare">{move.preparationInWords}</td>
            <td className="number" data-name="Already met">
              {Math.round(move.fit * 100)} %
            </td>
            <td className="number" data-name="Change in pay a year">
              {payOf(move, currency)}
            </td>
            <td className="number" data-name="Of 100 who leave">
              {move.likelihood < 0.01 ? "under 1" : Math.round(move.likelihood * 100)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A licence and a step down are said in words beside the name, never by a colour. */
function notesOf(move: Suggested | Common, isCommon: boolean): string[] {
  const { licences, stepDownInWords } = move;
  const hours = "licenceHours" in move ? move.licenceHours : undefined;
  const time = hours === undefined ? "" : `, ${hoursInWords(hours)}`;
  return [
    ...(stepDownInWords === "" ? [] : [`${capital(stepDownInWords)}.`]),
    ...(licences.length === 0 ? [] : [`First: ${licences.join(" and ")}${time}.`]),
    ...("why" in move && !isCommon ? move.why.slice(0, 1) : []),
  ];
}

function payOf({ payChange }: Suggested | Common, currency: Currency): string {
  if (payChange === undefined) return "not known";
  const amount = Math.round(payChange / 100) * 100;
  if (amount === 0) return "about the same";
  return `${amount < 0 ? "" : "+"}${moneyInWords({ amount, currency })}`;
}
