// Skills that an occupation asks for without saying how much (ESCO): how likely each is held, opened to
// where that comes from.

import { capital } from "../../domain/first-letter.ts";
import type { ValueOf } from "../../http/client.ts";
import { chanceInWords } from "../in-words.ts";

type Skill = ValueOf<"show-abilities">["skills"][number];

const SHOWN_AT_ONCE = 15;

export function SkillTable({ skills }: { readonly skills: readonly Skill[] }) {
  return [
    { heading: "Essential to this work", list: skills.filter(({ essential }) => essential) },
    { heading: "Asked for in some of it", list: skills.filter(({ essential }) => !essential) },
  ].map(({ heading, list }) => {
    const rest = list.slice(SHOWN_AT_ONCE);
    if (list.length === 0) return null;
    return (
      <section key={heading} aria-label={heading}>
        <h2>
          {heading}
          <span className="quiet">, furthest away first</span>
        </h2>
        <Table name={heading} skills={list.slice(0, SHOWN_AT_ONCE)} />
        {rest.length > 0 && (
          <details>
            <summary>{rest.length} more</summary>
            <Table name={`${heading}: the others`} skills={rest} />
          </details>
        )}
      </section>
    );
  });
}

function Table({ name, skills }: { readonly name: string; readonly skills: readonly Skill[] }) {
  return (
    <table className="wide ability-table">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <th scope="col">Skill, and where it comes from</th>
          <th scope="col">You hold it</th>
          <th scope="col">Typical of everyone</th>
        </tr>
      </thead>
      <tbody>
        {skills.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <details>
                <summary>{capital(one.name)}</summary>
                <div className="evidence">
                  <p>{one.comesFrom}</p>
                </div>
              </details>
            </th>
            <td className="stays" data-name="You hold it">
              {chanceInWords(one.chance)}
            </td>
            <td data-name="Typical of everyone">{chanceInWords(one.prior)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
