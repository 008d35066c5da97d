// Every step of the plan as a table: what the picture shows, with the figures and their sources.

import { Button } from "@mantine/core";
import { useState } from "react";
import { inText } from "../../domain/first-letter.ts";
import { moneyInWords } from "../../domain/money.ts";
import { sessionsInWords } from "../../domain/record/sessions.ts";
import type { Plan, ScheduledAction } from "../../domain/schedule/plan.ts";
import { useAnswer } from "../ask.ts";
import {
  type HorizonChoice,
  HorizonFilter,
  HorizonMark,
  isChosen,
  useHorizonEntries,
} from "./horizon-mark.tsx";
import { StepForm } from "./step-form.tsx";
import { type StepStanding, standingInWords } from "./step-standing.ts";
import { DayCell, WideTable } from "./wide-table.tsx";

interface StepTableProps {
  readonly plan: Plan;
  /** Steps of an earlier plan are to look at only. */
  readonly earlier: boolean;
}

export function StepTable({ plan, earlier }: StepTableProps) {
  const [changing, setChanging] = useState<ScheduledAction | "new">();
  // How the steps stand is known of the newest plan alone; the table does not wait for it.
  const today = useAnswer("show-today", {}, { enabled: !earlier, keep: true });
  const standings = today.data?.planId === plan.id ? today.data.actions : [];
  return (
    <>
      <Steps {...{ plan, standings }} change={earlier ? undefined : setChanging} />
      {!earlier && (
        <Button className="no-print" variant="light" onClick={() => setChanging("new")}>
          Add a step of your own
        </Button>
      )}
      {changing !== undefined && (
        <StepForm
          action={changing === "new" ? undefined : changing}
          plan={plan}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

interface StepsProps {
  readonly plan: Plan;
  readonly standings: readonly StepStanding[];
  readonly change: ((action: ScheduledAction) => void) | undefined;
}

function Steps({ plan, standings, change }: StepsProps) {
  const standingOf = new Map(standings.map((standing) => [standing.actionId, standing]));
  const inPlan = new Set(plan.actions.map(({ id }) => id));
  const settled = standings.filter(({ actionId }) => !inPlan.has(actionId));
  const [chosen, setChosen] = useState<HorizonChoice>("all");
  const horizons = useHorizonEntries();
  // On a phone a step is folded to its name and its last day until it is opened; elsewhere all of it stands there.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // What belongs where is known of the newest plan alone.
  const entryOf = ({ id }: ScheduledAction) =>
    change === undefined ? undefined : horizons.get(`action:${id}`);
  const shown = plan.actions.filter((action) => isChosen(chosen, entryOf(action)));
  return (
    <>
      {change !== undefined && (
        <HorizonFilter
          what="steps"
          entries={plan.actions.map(entryOf)}
          {...{ chosen }}
          onChoose={setChosen}
        />
      )}
      <WideTable
        className="step-table"
        label="Every step"
        columns={[
          "Step",
          "From",
          "Planned until",
          "8 in 10 by",
          { figures: "Hours" },
          { figures: "Money" },
        ]}
      >
        <tbody>
          {shown.map((action) => (
            <tr key={action.id} data-open={opened.has(action.id) || undefined}>
              <th scope="row">
                <span className="step-title">
                  <bdi>{action.title}</bdi>
                </span>
                <Standing standing={standingOf.get(action.id)} />
                {action.sessions !== undefined && (
                  <span className="quiet">Classes: {sessionsInWords(action.sessions)}</span>
                )}
                <div className="on-opening">
                  <span className="quiet">
                    Done when: <bdi>{inText(action.doneWhen)}</bdi>
                  </span>
                  {action.whoHelps !== undefined && (
                    <span className="quiet">
                      Who helps: <bdi>{action.whoHelps}</bdi>
                    </span>
                  )}
                  {action.critical && <span className="quiet">Decides the date</span>}
                  {action.questions !== undefined && action.questions.length > 0 && (
                    <details className="print-open">
                      <summary>What to ask</summary>
                      <ol className="questions">
                        {action.questions.map((question) => (
                          <li className="question" key={question}>
                            {question}
                          </li>
                        ))}
                      </ol>
                    </details>
                  )}
                  <span className="no-print">
                    <HorizonMark entry={entryOf(action)} />
                  </span>
                </div>
                <Button
                  className="opener no-print"
                  variant="subtle"
                  size="compact-sm"
                  aria-expanded={opened.has(action.id)}
                  aria-label={`${opened.has(action.id) ? "Less" : "More"}: ${action.title}`}
                  onClick={() => setOpened(opened.symmetricDifference(new Set([action.id])))}
                >
                  {opened.has(action.id) ? "Less" : "More"}
                </Button>
                {change !== undefined && (
                  <Button
                    className="no-print"
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Change: ${action.title}`}
                    onClick={() => change(action)}
                  >
                    Change
                  </Button>
                )}
              </th>
              <DayCell name="From" day={action.start} />
              <DayCell name="Planned until" day={action.end} />
              <DayCell name="8 in 10 by" className="stays" day={action.endP80} />
              <td className="number" data-name="Hours">
                {Math.round(action.hours.likely).toLocaleString("en")}
              </td>
              <td className="number" data-name="Money">
                {action.money.likely < 1
                  ? "none"
                  : moneyInWords({ amount: action.money.likely, currency: plan.currency })}
              </td>
            </tr>
          ))}
          {chosen === "all" &&
            settled.map((standing) => (
              <tr key={standing.actionId}>
                <th scope="row">
                  <span className="step-title">
                    <bdi>{standing.title}</bdi>
                  </span>
                  <Standing standing={standing} />
                </th>
                <td colSpan={3} />
                <td className="number" data-name="Hours">
                  {standing.hoursNoted.toLocaleString("en")} noted
                </td>
                <td />
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              In all
            </th>
            <td className="number" data-name="Hours">
              {Math.round(plan.totals.hours).toLocaleString("en")}
            </td>
            <td className="number" data-name="Money">
              {moneyInWords({ amount: plan.totals.money, currency: plan.currency })}
            </td>
          </tr>
        </tfoot>
      </WideTable>
    </>
  );
}

/** Nothing where it is simply open. */
function Standing({ standing }: { readonly standing: StepStanding | undefined }) {
  const words = standing === undefined ? "" : standingInWords(standing);
  return words === "" ? null : <span className="standing">{words}</span>;
}
