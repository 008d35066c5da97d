// What an occupation asks for as a table with a small picture in each cell: how important (a bar), and
// at which level (hollow, since it is what is wanted, on a line from 0 to 7).

import { useState } from "react";
import { capital } from "../../domain/first-letter.ts";
import type { ValueOf } from "../../http/client.ts";
import { isNarrowScreen } from "../narrow-screen.ts";

type Element = ValueOf<"show-occupation">["elements"][number];

/** The first are what most people want to know; the rest is folded. */
const SHOWN_AT_ONCE = 10;
const ON_A_PHONE = 6;

const GROUPS = [
  { group: "skill", one: "skill", heading: "skills" },
  { group: "knowledge", one: "field of knowledge", heading: "fields of knowledge" },
  { group: "ability", one: "ability", heading: "abilities" },
  { group: "activity", one: "thing done", heading: "things done" },
] as const;

export function DemandTable({ elements }: { readonly elements: readonly Element[] }) {
  const [open] = useState(() => (isNarrowScreen() ? ON_A_PHONE : SHOWN_AT_ONCE));
  const rest = elements.slice(open);
  return (
    <>
      <p className="quiet">
        The most important first. The bar is how important it is, from 1 to 5; the ring is the level
        asked for, from 0 to 7.
      </p>
      <Table name="What matters most" elements={elements.slice(0, open)} />
      {GROUPS.map(({ group, one, heading }) => {
        const others = rest.filter((element) => element.group === group);
        if (others.length === 0) return null;
        return (
          <details key={group}>
            <summary>
              {others.length} more {others.length === 1 ? one : heading}
            </summary>
            <Table name={`More ${heading}`} elements={others} />
          </details>
        );
      })}
    </>
  );
}

function Table({
  name,
  elements,
}: {
  readonly name: string;
  readonly elements: readonly Element[];
}) {
  return (
    <table className="wide demands">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">How important</th>
          <th scope="col">Level asked for</th>
        </tr>
      </thead>
      <tbody>
        {elements.map((element) => (
          <tr key={element.id}>
            <th scope="row">
              {capital(element.phrase)}
              {element.name.toLowerCase() !== element.phrase.toLowerCase() && (
                <span className="quiet">{element.name}</span>
              )}
            </th>
            <td data-name="How important">
              <span className="measured">
                <ImportancePicture importance={element.importance} />
                {element.importance.toFixed(1)}
              </span>
            </td>
            <td data-name="Level asked for">
              {element.level === undefined ? (
                <span className="quiet">not given</span>
              ) : (
                <span className="measured">
                  <LevelPicture level={element.level} />
                  {element.level.toFixed(1)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WIDTH = 96;
const HEIGHT = 14;
const INSET = 6;

function ImportancePicture({ importance }: { readonly importance: number }) {
  const long = ((importance - 1) / 4) * WIDTH;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className="ground" x={0} y={4} width={WIDTH} height={6} />
      <rect className="share" x={0} y={4} width={Math.max(1, long)} height={6} />
    </svg>
  );
}

function LevelPicture({ level }: { readonly level: number }) {
  const x = INSET + (level / 7) * (WIDTH - 2 * INSET);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path className="scale" d={`M${INSET} 7 H${WIDTH - INSET}`} />
      <circle className="want" cx={x} cy={7} r={4.5} />
    </svg>
  );
}
