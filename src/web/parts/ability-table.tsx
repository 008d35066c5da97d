// What the dumbbells show as a table, each row opened to where its estimate comes from.

import { Link, useSearch } from "@tanstack/react-router";
import type { ValueOf } from "../../http/client.ts";
import { chanceInWords } from "../in-words.ts";
import type { ShownAbility } from "./ability-picture.tsx";

/** A piece of evidence that moves an estimate by less than this, in levels, is not worth a line. */
const LEAST_SHOWN = 0.005;

export function AbilityTable({ elements }: { readonly elements: readonly ShownAbility[] }) {
  return (
    <table className="wide ability-table">
      <caption className="visually-hidden">
        What your record points to and what the work asks for, furthest away first
      </caption>
      <thead>
        <tr>
          <th scope="col">What, and where it comes from</th>
          <th scope="col" className="number">
            You, about
          </th>
          <th scope="col" className="number">
            8 in 10
          </th>
          <th scope="col" className="number">
            Asked for
          </th>
          <th scope="col">Distance</th>
        </tr>
      </thead>
      <tbody>
        {elements.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <details>
                <summary>{one.name}</summary>
                <Evidence one={one} />
              </details>
            </th>
            <td className="number" data-name="You, about">
              {one.mean.toFixed(1)}
            </td>
            <td className="number" data-name="8 in 10 of what is likely">
              {one.low.toFixed(1)}–{one.high.toFixed(1)}
            </td>
            <td className="number" data-name="Asked for">
              {one.required.toFixed(1)}
            </td>
            <td className="stays" data-name="Distance">
              {standingInWords(one)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Missed by less than this, in levels, is about what is asked. The same figure as the domain's. */
const ABOUT = 0.6;

function standingInWords({ aboutReached, mean, required, shortfall }: ShownAbility): string {
  if (mean >= required) return "reached";
  if (aboutReached) return shortfall < ABOUT ? "about reached" : "done in this work";
  return `${(required - mean).toFixed(1)} below`;
}

function Evidence({ one }: { readonly one: ShownAbility }) {
  const { occupation } = useSearch({ from: "/abilities" });
  return (
    <div className="evidence">
      <p>{one.comesFrom}</p>
      <Pieces of={one} />
      <p className="quiet small">
        {one.catalogueName}: importance {one.importance.toFixed(1)} of 5. The chance of having what
        is asked, as far as a record shows it: {chanceInWords(one.chance)}.
      </p>
      <p className="small">
        {one.rating !== undefined && <>You say {one.rating.level}. </>}
        <Link
          to="/rate"
          search={occupation === undefined ? { element: one.id } : { element: one.id, occupation }}
          className="text-link"
        >
          {one.rating === undefined ? "Say it yourself" : "Say it anew"}
          <span className="visually-hidden">: {one.name}</span>
        </Link>
      </p>
    </div>
  );
}

/** What the record speaks of most, whatever it is compared with, each with what raises it. */
export function ShownMost({ shown }: { readonly shown: ValueOf<"show-abilities">["shownMost"] }) {
  return (
    <ul className="shown-most">
      {shown.map((one) => (
        <li key={one.id} className="evidence">
          <h2>{one.name}</h2>
          <Pieces of={one} />
        </li>
      ))}
    </ul>
  );
}

/** The sum by which an estimate comes about. */
function Pieces({ of }: { readonly of: ValueOf<"show-abilities">["shownMost"][number] }) {
  const pieces = of.evidence.filter(({ levels }) => Math.abs(levels) >= LEAST_SHOWN);
  return (
    <dl className="figures small">
      <div>
        <dt>Typical of everyone</dt>
        <dd>{of.prior.toFixed(2)}</dd>
      </div>
      {pieces.map(({ id, label, levels }) => (
        <div key={id}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            {levels < 0 ? "−" : "+"}
            {Math.abs(levels).toFixed(2)}
          </dd>
        </div>
      ))}
      <div className="sum">
        <dt>You, about</dt>
        <dd>{of.mean.toFixed(2)}</dd>
      </div>
    </dl>
  );
}
