// One occupation: one sentence, then what it pays, how many openings there are, how people come to it,
// what it asks for, and where each figure is from. Sentences before pictures, tables behind them.

import { capital, lowerFirst } from "../../domain/first-letter.ts";
import { monthsInWords } from "../../domain/length-of-time.ts";
import "../parts/picture.css";
import "./occupation.css";
import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { hoursRangeInWords } from "../in-words.ts";
import { DemandTable } from "../parts/demand-table.tsx";
import { MakeGoal } from "../parts/make-goal.tsx";
import { MovesFrom } from "../parts/moves-from.tsx";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { PayPicture } from "../parts/pay-picture.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";
import { ShareBars } from "../parts/share-bars.tsx";

type Shown = ValueOf<"show-occupation">;

const ALIASES_AT_ONCE = 12;
const SKILLS_AT_ONCE = 15;
const TASKS_AT_ONCE = 4;
const RELATED_AT_ONCE = 6;
const CREDENTIALS_AT_ONCE = 3;

export function OccupationPage() {
  const { id } = useSearch({ from: "/occupation" });
  const stored = useAnswer("show-record", {});
  const country = stored.data?.record.country;
  const found = useAnswer(
    "show-occupation",
    { id, ...(country === undefined ? {} : { country }) },
    { enabled: !stored.isPending },
  );
  if (found.isError) return <ProblemPage error={found.error} />;
  if (found.isPending) return <Waiting>Looking it up…</Waiting>;
  return <Page shown={found.data} stored={stored.data} />;
}

interface PageProps {
  readonly shown: Shown;
  readonly stored: ValueOf<"show-record"> | undefined;
}

function Page({ shown, stored }: PageProps) {
  const money = (amount: number) => moneyInWords({ amount, currency: shown.currency as Currency }); // As: the catalogue's own.
  const pay = (amount: number) => money(amount / (shown.payHoursInYear ?? 1));
  return (
    <>
      <p className="quiet small figures">
        {capital(shown.title)}
        {shown.catalogue === "working" ? ` · ${shown.id}` : " · European list (ESCO)"}
      </p>
      <h1>{shown.summary}</h1>
      {shown.description !== "" && <p>{shown.description}</p>}
      {shown.figuresNote !== "" && <p className="asks">{shown.figuresNote}</p>}
      <Choices {...{ shown, stored }} />

      <Tasks shown={shown} />
      <Part name="Pay" of={shown} figures={["pay"]}>
        {shown.payInWords === "" ? (
          <p>What it pays is not in our data. An advertisement for it often says.</p>
        ) : (
          <>
            <p>{shown.payInWords}</p>
            <PayPicture
              money={pay}
              low={shown.payLow}
              median={shown.payMedian}
              high={shown.payHigh}
            />
          </>
        )}
      </Part>

      <Part name="Openings" of={shown}>
        {shown.outlookInWords === "" ? (
          <p>How many people work in it and how many openings come up is not in our data.</p>
        ) : (
          <p>{shown.outlookInWords}</p>
        )}
      </Part>

      <WaysIn shown={shown} money={money} />
      <Asked shown={shown} />

      {shown.related.length > 0 && (
        <Part name="Related occupations" of={shown}>
          <p className="quiet">
            Alike in what is done and known; that says nothing of a way there.
          </p>
          <Related list={shown.related.slice(0, RELATED_AT_ONCE)} />
          {shown.related.length > RELATED_AT_ONCE && (
            <details>
              <summary>{shown.related.length - RELATED_AT_ONCE} more alike</summary>
              <Related list={shown.related.slice(RELATED_AT_ONCE)} />
            </details>
          )}
        </Part>
      )}
      {shown.catalogue === "working" && <MovesFrom id={shown.id} />}
      {shown.aliases.length > 0 && <AlsoCalled aliases={shown.aliases} />}
      <Sources shown={shown} />
    </>
  );
}

function Related({ list }: { readonly list: Shown["related"] }) {
  return (
    <ul className="flow">
      {list.map((other) => (
        <li key={other.id}>
          <OccupationLink {...other} />
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly name: string;
  readonly of: Shown;
  /** The figures that stand here; what is borrowed of them is said at once. */
  readonly figures?: readonly Shown["borrowed"][number]["figure"][];
  readonly children: ReactNode;
}

function Part({ name, of, figures = [], children }: PartProps) {
  const lenders = new Map(
    of.borrowed
      .filter(({ figure }) => figures.includes(figure))
      .map(({ from }) => [from.id, from] as const),
  );
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {lenders.size > 0 && (
        <p className="borrowed small">
          Borrowed from the nearest occupation that has it:{" "}
          {[...lenders.values()].map((from, at) => (
            <span key={from.id}>
              {at > 0 && ", "}
              <OccupationLink {...from} />
            </span>
          ))}
          .
        </p>
      )}
      {children}
    </section>
  );
}

/** What one would do all day is what most people ask first. */
function Tasks({ shown }: { readonly shown: Shown }) {
  const rest = shown.tasks.slice(TASKS_AT_ONCE);
  if (shown.tasks.length === 0) return null;
  return (
    <Part name="What people in it do" of={shown}>
      <ul>
        {shown.tasks.slice(0, TASKS_AT_ONCE).map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul>
            {rest.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  );
}

function Choices({ shown, stored }: PageProps) {
  const isGoal = stored?.goal?.occupationId === shown.id;
  const nearest = shown.borrowed[0]?.from;
  if (shown.catalogue === "esco") {
    return (
      <div className="buttons">
        <CompareButton id={shown.id} />
        {nearest === undefined ? (
          <span className="quiet">Plans are made with the list that has pay and schooling.</span>
        ) : (
          <span>
            Plans are made with the list that has pay and schooling. The nearest there:{" "}
            <OccupationLink {...nearest} />
          </span>
        )}
      </div>
    );
  }
  return (
    <div className="buttons">
      {isGoal ? (
        <Button component={Link} to="/gaps" variant="light" className="wraps">
          This is your goal: see what stands between
        </Button>
      ) : (
        <MakeGoal occupation={shown} stored={stored} />
      )}
      <CompareButton id={shown.id} />
    </div>
  );
}

function CompareButton({ id }: { readonly id: string }) {
  return (
    <Button
      variant="light"
      renderRoot={(props) => <Link {...props} to="/abilities" search={{ occupation: id }} />}
    >
      Compare with what I can do
    </Button>
  );
}

interface WaysInProps {
  readonly shown: Shown;
  money(amount: number): string;
}

function WaysIn({ shown, money }: WaysInProps) {
  // One sentence for each of the two that is known.
  const trainings = shown.trainingInWords;
  const workTraining = shown.inPlantTraining.length > 0 ? (trainings[0] ?? "") : "";
  const jobTraining = trainings.at(-1) ?? "";
  const isKnown =
    shown.zoneInWords !== "" ||
    shown.education.length > 0 ||
    shown.typicalEducation !== undefined ||
    shown.experience.length > 0;
  return (
    <>
      <Part
        name="How people come to it"
        of={shown}
        figures={["zone", "typicalEducation", "education", "experience"]}
      >
        {!isKnown && (
          <p>Which schooling and experience it takes is not in our data. Advertisements say.</p>
        )}
        {shown.zoneInWords !== "" && <p>{shown.zoneInWords}</p>}
        {shown.educationInWords !== "" && <p>{shown.educationInWords}</p>}
        {shown.education.length > 0 && (
          <ShareBars
            name="Schooling that people in this work say a newcomer needs"
            shares={shown.education}
          />
        )}
        {shown.typicalEducation !== undefined && (
          <p className="quiet">
            The Bureau of Labor Statistics gives as the typical way in:{" "}
            {shown.typicalEducationInWords}.
          </p>
        )}
        <Answers
          sentence={shown.experienceInWords}
          name="Related experience"
          shares={shown.experience}
        />
        <Answers
          sentence={workTraining}
          name="Training at the place of work"
          shares={shown.inPlantTraining}
        />
        <Answers
          sentence={jobTraining}
          name="Training on the job"
          shares={shown.onTheJobTraining}
        />
      </Part>

      <Part name="Licence" of={shown}>
        {shown.licences.length > 0 && (
          <ul>
            {shown.licences.map((licence) => (
              <li key={`${licence.name} ${licence.place}`}>
                {licence.name}
                <span className="quiet">
                  {" "}
                  ({licence.place})
                  {licence.minimumEducation !== "" && `: at least ${licence.minimumEducation}`}
                  {licence.exam !== "" && `, then ${licence.exam}`}. Source: {licence.source}.
                </span>
              </li>
            ))}
          </ul>
        )}
        {shown.licenceInWords !== "" && <p>{shown.licenceInWords}</p>}
      </Part>

      {shown.credentials.length > 0 && (
        <Part name="What leads to it" of={shown}>
          <Credentials list={shown.credentials.slice(0, CREDENTIALS_AT_ONCE)} money={money} />
          {shown.credentials.length > CREDENTIALS_AT_ONCE && (
            <details>
              <summary>
                {shown.credentials.length - CREDENTIALS_AT_ONCE} more that lead to it
              </summary>
              <Credentials list={shown.credentials.slice(CREDENTIALS_AT_ONCE)} money={money} />
            </details>
          )}
          <details>
            <summary>Where these figures are from</summary>
            <ul>
              {shown.credentials.map(({ id, name, source }) => (
                <li key={id} className="small">
                  {name}
                  <span className="quiet">: {source}</span>
                </li>
              ))}
            </ul>
          </details>
        </Part>
      )}
      {shown.rungs.length > 1 && (
        <Part name="Levels within it" of={shown}>
          <ol>
            {shown.rungs.map((rung) => (
              <li key={rung.name}>
                {rung.name}
                {rung.usualMonthsBefore > 0 && (
                  <span className="quiet">
                    , usually after {monthsInWords(rung.usualMonthsBefore)} on the level below
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Part>
      )}
    </>
  );
}

interface CredentialsProps {
  readonly list: Shown["credentials"];
  money(amount: number): string;
}

function Credentials({ list, money }: CredentialsProps) {
  return (
    <ul className="credentials">
      {list.map((credential) => (
        <li key={credential.id}>
          {credential.name}
          <span className="quiet figures small">
            {credential.months >= 1 && `at least ${monthsInWords(credential.months)}, `}
            {hoursRangeInWords(credential.hours)}, {feesInWords(credential.money, money)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function feesInWords(
  { low, high }: { low: number; high: number },
  money: (amount: number) => string,
) {
  if (high < 1) return "no fees";
  return low === high ? `${money(high)} in fees` : `${money(low)} to ${money(high)} in fees`;
}

/** What most say in a sentence, which opens to all answers. */
function Answers({
  sentence,
  name,
  shares,
}: {
  readonly sentence: string;
  readonly name: string;
  readonly shares: Shown["experience"];
}) {
  if (shares.length === 0) return null;
  return (
    <details className="answers-of">
      <summary>
        {name}: <span className="said">{withoutEnd(sentence, name)}</span>
      </summary>
      <ShareBars name={`${name}: all answers`} shares={shares} />
    </details>
  );
}

/** The name stands before it: "half name at most 2 years of related experience" says it twice. */
function withoutEnd(sentence: string, name: string): string {
  return lowerFirst(sentence.replace(` of ${name.toLowerCase()}`, "").replace(/\.$/, ""));
}

function Asked({ shown }: { readonly shown: Shown }) {
  const { essential, optional } = shown.skills;
  const isUnknown = shown.elements.length === 0 && essential.length + optional.length === 0;
  return (
    <Part name="What it asks for" of={shown}>
      {isUnknown && <p>What it asks for, and how much of it, nobody has rated in our data.</p>}
      {shown.elements.length > 0 && <DemandTable elements={shown.elements} />}
      <SkillList name="Essential" skills={essential} />
      <SkillList name="Useful, not always asked for" skills={optional} />
    </Part>
  );
}

function SkillList({
  name,
  skills,
}: {
  readonly name: string;
  readonly skills: readonly string[];
}) {
  const rest = skills.slice(SKILLS_AT_ONCE);
  if (skills.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul className="flow">
        {skills.slice(0, SKILLS_AT_ONCE).map((skill) => (
          <li key={skill}>{skill}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>
            {rest.length} more: {name.toLowerCase()}
          </summary>
          <ul className="flow">
            {rest.map((skill) => (
              <li key={skill}>{skill}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function AlsoCalled({ aliases }: { readonly aliases: readonly string[] }) {
  const rest = aliases.slice(ALIASES_AT_ONCE);
  return (
    <section aria-label="Also called">
      <h2>Also called</h2>
      <p>{capital(aliases.slice(0, ALIASES_AT_ONCE).join(", "))}.</p>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more names</summary>
          <p>{capital(rest.join(", "))}.</p>
        </details>
      )}
    </section>
  );
}

function Sources({ shown }: { readonly shown: Shown }) {
  return (
    <section aria-label="Where this is from">
      <h2>Where this is from</h2>
      <p className="quiet small">{shown.release}</p>
      {shown.attribution.map((text) => (
        <p key={text} className="quiet small">
          {text}
        </p>
      ))}
    </section>
  );
}
