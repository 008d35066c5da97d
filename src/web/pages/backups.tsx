// Backups: the chance with and without them, when to go over to one, what to do if something goes wrong, what
// bad luck would do, what to find out next; and the chances behind all of it, to be changed.

import "./backups.css";
import { Link } from "@tanstack/react-router";
import { type CalendarDate, dateInWords } from "../../domain/calendar-date.ts";
import { capital } from "../../domain/first-letter.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { chanceInWords, monthInWords, unbroken } from "../in-words.ts";
import { BackupsPicture } from "../parts/backups-picture.tsx";
import { HazardList } from "../parts/hazard-list.tsx";
import { backupLetter } from "../parts/plan-picture.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Answer = ValueOf<"show-backups">;

export function BackupsPage() {
  const found = useAnswer("show-backups", {}, { keep: true });
  if (found.isPending) return <Waiting>Weighing your plan and its backups…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  return <Shown answer={found.data} />;
}

function Shown({ answer }: { readonly answer: Answer }) {
  const { headline, horizon, basis, now, backups, answers, scenarios, findOut } = answer;
  return (
    <>
      <h1>{unbroken(headline)}</h1>
      {horizon !== undefined && <p className="quiet">{horizon}</p>}
      <p className="quiet">{basis}</p>
      <section className="asks" aria-labelledby="now">
        <h2 id="now">What to do now</h2>
        <p>{now}</p>
      </section>
      <h2>When to go over</h2>
      {backups.length === 0 ? (
        <p>
          There is no backup that comes in time and could stand when this way falls.{" "}
          <Link to="/routes">Choose one among the routes</Link>
        </p>
      ) : (
        <div className="beside">
          <BackupsPicture answer={answer} />
          <Ways answer={answer} />
        </div>
      )}
      <h2>What to do if</h2>
      <table className="wide if-then">
        <thead>
          <tr>
            <th scope="col">If</th>
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ happens, doThen }) => (
            <tr key={happens}>
              <th scope="row">{capital(happens)}</th>
              <td>{unbroken(doThen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>What bad luck would do</h2>
      <p>
        Each line is one piece of bad luck and nothing else, by{" "}
        {monthInWords(answer.until as CalendarDate)}; you do not see it coming and answer as above.
      </p>
      <Scenarios answer={answer} scenarios={scenarios} />
      {findOut.length > 0 && (
        <>
          <h2>What to find out next</h2>
          <ol className="find-out">
            {findOut.map(({ title, ends, knowing }) => (
              <li key={title}>
                <strong>{title}.</strong> {unbroken(ends)} {unbroken(knowing)}
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>What can go wrong, and how often</h2>
      <p>
        These chances are behind everything on this page. Change those of which you know better;
        they are kept with your goal, and the days of the backups in a plan follow them. The plan’s
        other dates and its chance use the usual ones.
      </p>
      <HazardList hazards={answer.hazards} />
      <h2>What this rests on</h2>
      <ul>
        {answer.grounds.map((text) => (
          <li key={text}>{unbroken(text)}</li>
        ))}
      </ul>
    </>
  );
}

function Ways({ answer }: { readonly answer: Answer }) {
  return (
    <ol className="ways">
      {answer.backups.map((backup, index) => (
        <li key={backup.id}>
          <h3>
            <span className="letter">{backupLetter(index)}</span> {backup.name}
            <span className="quiet">
              {backup.kind === "same goal" ? ", to the same goal" : ", another goal near this one"}
            </span>
          </h3>
          <p>{unbroken(backup.text)}</p>
          {backup.otherDay !== undefined && (
            <p className="quiet">
              The <Link to="/plan">plan that you kept</Link> says{" "}
              {dateInWords(backup.otherDay as CalendarDate)}: so it was when it was made. Make it
              anew on <Link to="/today">Today</Link>, and it says what stands here.
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface ScenariosProps {
  readonly answer: Answer;
  readonly scenarios: Answer["scenarios"];
}

/** As things are comes first, so that each piece of bad luck can be held against it. */
function Scenarios({ answer, scenarios }: ScenariosProps) {
  const { alone, withBackups, backups } = answer;
  const rows = [
    {
      title: "As things are",
      rule: "",
      alone: alone.chance,
      chance: withBackups.chance,
      either: withBackups.either,
      half: withBackups.half,
    },
    ...scenarios,
  ];
  const hasOther = backups.some(({ kind }) => kind === "nearest other goal");
  return (
    <table className="wide">
      <thead>
        <tr>
          <th scope="col">What happens</th>
          <th scope="col">The goal, this way alone</th>
          <th scope="col">With the backups</th>
          {hasOther && <th scope="col">The goal or a near one</th>}
          <th scope="col">Half are there by</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">
              {row.title}
              {row.rule !== "" && <span className="quiet">{row.rule}</span>}
            </th>
            <td data-name="This way alone">{unbroken(capital(chanceInWords(row.alone)))}</td>
            <td data-name="With the backups">{unbroken(capital(chanceInWords(row.chance)))}</td>
            {hasOther && (
              <td data-name="The goal or a near one">
                {unbroken(capital(chanceInWords(row.either)))}
              </td>
            )}
            <td data-name="Half are there by">
              {row.half === undefined ? "Not in this time" : monthInWords(row.half as CalendarDate)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
