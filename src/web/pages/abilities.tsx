// What you can do: what the record speaks of most; then, against any occupation, one sentence, the dumbbells,
// and the table that opens each to where it comes from.

import "./abilities.css";
import { Button } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { AbilityPicture } from "../parts/ability-picture.tsx";
import { AbilityTable, ShownMost } from "../parts/ability-table.tsx";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { OccupationSearch } from "../parts/occupation-search.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { SkillTable } from "../parts/skill-table.tsx";

/** The furthest away, as the headline names them; more at once helps nobody. */
const SHOWN_AT_ONCE = 15;

export function AbilitiesPage() {
  const { occupation } = useSearch({ from: "/abilities" });
  const found = useAnswer("show-abilities", occupation === undefined ? {} : { occupation }, {
    keep: true,
  });
  if (found.isPending) return <Waiting>Looking at what you have done…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  return <Shown answer={found.data} isGoal={occupation === undefined} />;
}

interface ShownProps {
  readonly answer: ValueOf<"show-abilities">;
  readonly isGoal: boolean;
}

function Shown({ answer, isGoal }: ShownProps) {
  const { headline, speaksOf, speaksFrom, shownMost, occupation, notices } = answer;
  const { elements, skills, source } = answer;
  const [all, setAll] = useState(false);
  const shown = all ? elements : elements.slice(0, SHOWN_AT_ONCE);
  return (
    <>
      <h1>{speaksOf === "" ? headline : speaksOf}</h1>
      {speaksOf !== "" && (
        <>
          <p>{speaksFrom}</p>
          <details>
            <summary>How far, and from what</summary>
            <p className="quiet small">
              On levels from 0 to 7. What is typical of everyone is where everyone starts.
            </p>
            <ShownMost shown={shownMost} />
          </details>
        </>
      )}
      <p>
        A record shows only part of what one can do: what you have done, paid or not, and what you
        have studied.{" "}
        {elements.length > 0 && (
          <>
            Where you know better,{" "}
            <Link to="/rate" search={isGoal ? {} : { occupation: occupation.id }}>
              say it yourself
            </Link>
            .
          </>
        )}
      </p>
      <Notices notices={notices} />
      <Compare {...{ occupation, isGoal }} />
      {speaksOf !== "" && (
        <div role="status">
          <h2 className="against">{headline}</h2>
        </div>
      )}
      {elements.length > 0 && (
        <>
          <h2>
            {all || shown.length === elements.length
              ? `All ${elements.length} that are asked for`
              : `The ${shown.length} furthest away`}
            {(all || shown.length === elements.length) && (
              <span className="quiet">, furthest away first</span>
            )}
          </h2>
          <AbilityPicture elements={shown} />
          {elements.length > SHOWN_AT_ONCE && (
            <div className="buttons">
              <Button variant="light" onClick={() => setAll(!all)}>
                {all
                  ? `Show the ${SHOWN_AT_ONCE} furthest away`
                  : `Show all ${elements.length} that are asked for`}
              </Button>
            </div>
          )}
          <h2>Where it comes from</h2>
          <p className="quiet">
            Each opens to its evidence. What everyone starts from is called typical of everyone; it
            is nobody's credit and nobody's fault.
          </p>
          <AbilityTable elements={shown} />
          <p className="quiet small source">Levels asked for: {source}.</p>
        </>
      )}
      {skills.length > 0 && (
        <>
          <SkillTable skills={skills} />
          <p className="quiet small source">
            Which skills are asked for: {source.replace(/\.$/, "")}. The chances order skills;
            nobody has measured them.
          </p>
        </>
      )}
    </>
  );
}

function Notices({ notices }: Pick<ValueOf<"show-abilities">, "notices">) {
  if (notices.length === 0) return null;
  return (
    <ul className="notices">
      {notices.map(({ code, text }) => (
        <li key={code}>
          {text}
          {code === "position/not-counted" && (
            <>
              {" "}
              <Link to="/record">Go to the record</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface CompareProps {
  readonly occupation: ValueOf<"show-abilities">["occupation"];
  readonly isGoal: boolean;
}

function Compare({ occupation, isGoal }: CompareProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  return (
    <section className="compare" aria-label="Compared with">
      <p>
        Compared with <OccupationLink id={occupation.id} title={occupation.title} />
        {!isGoal && (
          <>
            {" · "}
            <Link to="/abilities" className="text-link">
              back to your goal
            </Link>
          </>
        )}
      </p>
      <OccupationSearch
        label="Compare with another occupation"
        everywhere
        value={typed}
        onType={setTyped}
        onChoose={({ id }) => {
          setTyped("");
          void navigate({ to: "/abilities", search: { occupation: id } });
        }}
      />
    </section>
  );
}
