// The check on openings, a place each: the chance within two years, its sum, and whose figures they are.

import type { ValueOf } from "../../http/client.ts";

type Openings = ValueOf<"show-interview">["openings"];

export function OpeningsList({ openings }: { readonly openings: Openings }) {
  return (
    <section aria-labelledby="openings">
      <h2 id="openings">Openings</h2>
      <ul className="came">
        {openings.map((check) => (
          <li key={check.place}>
            <h3>
              {check.title}
              {check.isRedFlag && <span className="flag"> Red flag: under an even chance</span>}
            </h3>
            <p>{check.inWords}</p>
            <p className="quiet small figures">{check.arithmetic}</p>
            <p className="quiet small">{check.sources.join(" ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
