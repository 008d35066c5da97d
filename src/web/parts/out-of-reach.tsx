// Beside the routes: what no route does and why, and where none fits the limits, what would make it fit
// and which goals near it fit as things are.

import { Link } from "@tanstack/react-router";
import type { ImpossibleGoal } from "../../domain/routes/impossible-goal.ts";
import type { WishAnswer } from "../../domain/routes/wish.ts";
import { unbroken } from "../in-words.ts";
import { OccupationLink } from "./occupation-link.tsx";

/** Where on the page it stands, for links to it. */
export const WOULD_FIT = "would-fit";

interface OutOfReachProps {
  readonly wishes: readonly WishAnswer[];
  readonly impossible: ImpossibleGoal | undefined;
}

export function OutOfReach({ wishes, impossible }: OutOfReachProps) {
  return (
    <>
      {impossible !== undefined && <WhatWouldFit {...impossible} />}
      {wishes.length > 0 && (
        <section aria-labelledby="no-route">
          <h2 id="no-route">What no route does</h2>
          <ul>
            {wishes.map((answer) => (
              <li key={answer.wish}>{unbroken(answer.text)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function WhatWouldFit({ text, relaxations, nearerGoals }: ImpossibleGoal) {
  const helping = relaxations.filter((one) => one.helps);
  const others = relaxations.filter((one) => !one.helps);
  return (
    <section aria-labelledby={WOULD_FIT}>
      <h2 id={WOULD_FIT} tabIndex={-1}>
        What would make it fit
      </h2>
      <p>{unbroken(text)}</p>
      {helping.length > 0 && (
        <ul>
          {helping.map((one) => (
            <li key={one.text}>{unbroken(one.text)}</li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            {helping.length > 0 ? "What does not help alone" : "What each change alone would do"}
          </summary>
          <ul>
            {others.map((one) => (
              <li key={one.text}>{unbroken(one.text)}</li>
            ))}
          </ul>
        </details>
      )}
      {nearerGoals.length > 0 && (
        <>
          <h3>Goals near it that fit as things are</h3>
          <ul>
            {nearerGoals.map((goal) => (
              <li key={goal.occupationId}>
                <OccupationLink id={goal.occupationId} title={goal.everydayName} />
                {unbroken(goal.text.slice(goal.everydayName.length))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        Hours, money, date and what you rule out are yours to change with{" "}
        <Link to="/">the goal</Link>.
      </p>
    </section>
  );
}
