// Springboards: what where one stands opens within two moves, field by field, the one thing that would open
// most, and all of it in one table.

import { capital, lowerFirst } from "../../domain/first-letter.ts";
import { monthsInWords } from "../../domain/length-of-time.ts";
import "./springboards.css";
import { Button, NativeSelect } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Currency } from "../../domain/money.ts";
import { moneyInWords } from "../../domain/money.ts";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { chanceInWords, hoursInWords, unbroken } from "../in-words.ts";
import { FieldPicture } from "../parts/field-picture.tsx";
import { MakeGoal } from "../parts/make-goal.tsx";
import { OccupationLink } from "../parts/occupation-link.tsx";
import { ProblemPage, Waiting } from "../parts/problem-note.tsx";

type Answer = ValueOf<"find-springboards">;
type Career = Answer["fields"][number]["careers"][number];
type Stored = ValueOf<"show-record"> | undefined;

/** Careers of a field at once; more at once helps nobody choose. */
const SHOWN_AT_ONCE = 2;

export function SpringboardsPage() {
  const { position, unpaid } = useSearch({ from: "/springboards" });
  const found = useAnswer(
    "find-springboards",
    {
      ...(position === undefined ? {} : { position }),
      ...(unpaid === undefined ? {} : { unpaid }),
    },
    { keep: true },
  );
  const stored = useAnswer("show-record", {});
  if (found.isPending) return <Waiting>Looking at what this opens…</Waiting>;
  if (found.isError) return <ProblemPage error={found.error} />;
  return <Shown answer={found.data} stored={stored.data} />;
}

interface ShownProps {
  readonly answer: Answer;
  readonly stored: Stored;
}

function Shown({ answer, stored }: ShownProps) {
  const { headline, fields, openers, further, rule, order, notices, from } = answer;
  const currency = answer.currency as Currency; // as: it is a catalogue's, held to the schema
  const [opener, ...otherOpeners] = openers;
  return (
    <>
      <h1>{headline}</h1>
      <LookFrom answer={answer} />
      {opener !== undefined && (
        <section className="asks opener" aria-labelledby="opener">
          <h2 id="opener">The one thing that would open most</h2>
          <p>
            <strong>{openerName(opener)}</strong>: {hoursInWords(opener.hours.likely)} of your own
            time, {feesInWords(opener.money.likely, currency)}. With it nothing else is left to earn
            on the way to <CareerNames careers={opener.opens} />.
          </p>
          {otherOpeners.length > 0 && (
            <details>
              <summary>What would open most after that</summary>
              <ul>
                {otherOpeners.map((one) => (
                  <li key={one.id}>
                    {openerName(one)}, {hoursInWords(one.hours.likely)},{" "}
                    {feesInWords(one.money.likely, currency)}: <CareerNames careers={one.opens} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
      {fields.length > 0 && (
        <>
          {fields.length > 1 && <FieldPicture fields={fields} from={capital(from.label)} />}
          <p className="quiet">
            In each field the first is the one that is likely to bring most. The chances rest on
            assumptions; they stand with each career, with the reason why it is here.
          </p>
        </>
      )}
      {fields.map((field) => (
        <Field key={field.name} {...{ field, currency, stored }} isOnly={fields.length === 1} />
      ))}
      {further.length > 0 && (
        <>
          <h2>Further off</h2>
          <p>
            What you do counts for <CareerNames careers={further} /> too. They ask for more
            preparing or more experience than a springboard does; make one your goal to see its
            routes.
          </p>
        </>
      )}
      {fields.length > 0 && (
        <details className="side-by-side">
          <summary>All of them side by side, in a table</summary>
          <SideBySide {...{ fields, currency }} />
        </details>
      )}
      <h2>What is shown here</h2>
      <p>{rule}</p>
      <p>{order}</p>
      <ul>
        {notices.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {fields.length === 0 && (
        <p>
          <Link to="/occupations">Look at any occupation</Link>, or{" "}
          <Link to="/record">add to your record</Link>: what you do unpaid counts too.
        </p>
      )}
    </>
  );
}

/** Today, a position or unpaid work; the choice stands in the address. */
function LookFrom({ answer }: { readonly answer: Answer }) {
  const navigate = useNavigate();
  const { from, origins } = answer;
  const keyOf = (one: Answer["origins"][number]): string => one.positionId ?? one.kind;
  if (origins.length < 2) return null;
  return (
    <div className="look-from">
      <NativeSelect
        label="Look from"
        value={keyOf(from)}
        data={origins.map((one) => ({ value: keyOf(one), label: one.label }))}
        onChange={({ currentTarget }) => {
          const chosen = origins.find((one) => keyOf(one) === currentTarget.value);
          void navigate({
            to: "/springboards",
            search:
              chosen?.positionId !== undefined
                ? { position: chosen.positionId }
                : chosen?.kind === "unpaid work"
                  ? { unpaid: true }
                  : {},
          });
        }}
      />
    </div>
  );
}

interface FieldProps {
  readonly field: Answer["fields"][number];
  readonly currency: Currency;
  readonly stored: Stored;
  readonly isOnly: boolean;
}

function Field({ field, currency, stored, isOnly }: FieldProps) {
  const [all, setAll] = useState(isOnly);
  const { name, careers } = field;
  // One more hidden would take the place of its own button.
  const isLong = careers.length > SHOWN_AT_ONCE + 1;
  const label = all ? `Show the first ${SHOWN_AT_ONCE}` : `Show all ${careers.length}`;
  const shown = all || !isLong ? careers : careers.slice(0, SHOWN_AT_ONCE);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ol className="careers">
        {shown.map((career) => (
          <CareerShown key={career.id} {...{ career, currency, stored }} />
        ))}
      </ol>
      {isLong && (
        <Button variant="light" onClick={() => setAll(!all)} aria-label={`${label}: ${name}`}>
          {label}
        </Button>
      )}
    </section>
  );
}

interface CareerShownProps {
  readonly career: Career;
  readonly currency: Currency;
  readonly stored: Stored;
}

function CareerShown({ career, currency, stored }: CareerShownProps) {
  const { id, name, title, through, months, chance, money, needs, why, stages } = career;
  return (
    <li>
      <h3>
        <OccupationLink id={id} title={capital(name)} />
      </h3>
      <p>
        {through === undefined ? (
          "One move"
        ) : (
          <>
            Two moves, by way of <OccupationLink id={through.id} title={through.name} />
          </>
        )}
        ; about {monthsInWords(months.likely)}, {feesInWords(money.likely, currency)}. It works out
        in {unbroken(chanceInWords(chance))}, and {payInWords(career, currency)}.
      </p>
      {needs.length > 0 && <p className="quiet">To earn first: {needs.join("; ")}.</p>}
      <details>
        <summary aria-label={`How, and why it is here: ${name}`}>How, and why it is here</summary>
        <ol>
          {stages.map((stage) => (
            <li key={stage.title}>
              {stage.title}
              <span className="quiet">, about {monthsInWords(stage.months.likely)}</span>
            </li>
          ))}
        </ol>
        {why.map((sentence) => (
          <p key={sentence}>{unbroken(sentence)}</p>
        ))}
        <p>
          You meet about {Math.round(career.fit * 100)}&nbsp;% of what it asks for today.{" "}
          <Link to="/abilities" search={{ occupation: id }}>
            Compare what you can do
          </Link>
        </p>
      </details>
      {stored !== undefined && stored.goal?.occupationId === id ? (
        <p className="quiet">This is your goal.</p>
      ) : (
        <MakeGoal occupation={{ id, title }} stored={stored} variant="subtle" />
      )}
    </li>
  );
}

interface SideBySideProps {
  readonly fields: Answer["fields"];
  readonly currency: Currency;
}

/** Every career, best first, whichever its field. */
function SideBySide({ fields, currency }: SideBySideProps) {
  const careers = fields
    .flatMap(({ name, careers: inField }) => inField.map((career) => ({ field: name, career })))
    .sort(
      (a, b) =>
        (b.career.gain ?? Number.NEGATIVE_INFINITY) - (a.career.gain ?? Number.NEGATIVE_INFINITY),
    );
  return (
    <section aria-label="The careers side by side">
      <table className="wide">
        <thead>
          <tr>
            <th scope="col">Career</th>
            <th scope="col">Likely</th>
            <th scope="col">Works out</th>
            <th scope="col" className="number">
              Fees
            </th>
            <th scope="col" className="number">
              Pay a year
            </th>
            <th scope="col" className="number">
              Over ten years
            </th>
          </tr>
        </thead>
        <tbody>
          {careers.map(({ field, career }) => (
            <tr key={career.id}>
              <th scope="row">
                {capital(career.name)}
                <span className="quiet">
                  {field}; {career.through === undefined ? "one move" : `by ${career.through.name}`}
                </span>
              </th>
              <td data-name="Likely">{monthsInWords(career.months.likely)}</td>
              <td data-name="Works out">{chanceInWords(career.chance)}</td>
              <td className="number" data-name="Fees">
                {moneyInWords({ amount: career.money.likely, currency })}
              </td>
              <td className="number" data-name="Pay a year">
                {signed(career.payChange, currency)}
              </td>
              <td className="number" data-name="Over ten years">
                {signed(
                  career.gain === undefined ? undefined : Math.round(career.gain / 1000) * 1000,
                  currency,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small below">
        Pay a year is the typical pay there less yours now. Over ten years: the chance, times that,
        times the years left once you are there, less the fees.
      </p>
    </section>
  );
}

function CareerNames({ careers }: { readonly careers: Answer["openers"][number]["opens"] }) {
  return careers.map(({ id, name }, i) => (
    <span key={id}>
      {i === 0 ? "" : i === careers.length - 1 ? " and " : ", "}
      <OccupationLink id={id} title={name} />
    </span>
  ));
}

function openerName({ kind, name }: Answer["openers"][number]): string {
  return kind === "skill" ? `Better at ${lowerFirst(name)}, by a course or practice` : name;
}

function feesInWords(amount: number, currency: Currency): string {
  return amount < 0.5 ? "no fees" : `${moneyInWords({ amount, currency })} of fees`;
}

function payInWords({ payChange, direction }: Career, currency: Currency): string {
  const level = direction === "up" ? "is a step up" : "is at the level that you have now";
  if (payChange === undefined) return level;
  const amount = roundedMoney(payChange, currency);
  return `${level}: typically ${amount} a year ${payChange < 0 ? "less" : "more"} than now`;
}

function signed(amount: number | undefined, currency: Currency): string {
  if (amount === undefined) return "not known";
  return `${amount < 0 ? "−" : "+"}${roundedMoney(amount, currency)}`;
}

/** In hundreds: medians are no finer. */
function roundedMoney(amount: number, currency: Currency): string {
  return moneyInWords({ amount: Math.round(Math.abs(amount) / 100) * 100, currency });
}
