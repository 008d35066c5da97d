// One way to the goal: its picture, its reasons, its stages, and what can be done with it.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { capital } from "../../domain/first-letter.ts";
import { monthsInWords } from "../../domain/length-of-time.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { Goal } from "../../domain/record/goal.ts";
import type { Route } from "../../domain/routes/route.ts";
import { listInWords } from "../../domain/words-in-a-row.ts";
import { chanceInWords, counted, unbroken } from "../in-words.ts";
import { MAIN_WORDS, type MainKind } from "../route-map/map-words.ts";
import { OccupationLink } from "./occupation-link.tsx";
import { RoutePicture } from "./route-picture.tsx";

interface RouteShownProps {
  readonly route: Route;
  readonly goal: Goal;
  readonly months: number;
  readonly currency: Currency;
  /** It is drawn as the throughline. */
  readonly isMain: boolean;
  readonly mainKind: MainKind;
  /** It is shown as something to fall back on, not among the best ways. */
  readonly isBackupWay: boolean;
  readonly isBusy: boolean;
  onPlan(): void;
  onBackup(): void;
  onPin(): void;
}

export function RouteShown(props: RouteShownProps) {
  const { route, goal, months, currency, isMain, mainKind, isBackupWay } = props;
  const isBackup = goal.choice?.backupIds.includes(route.id) === true;
  const strengths = strengthsInWords(route);
  return (
    <li>
      <h3>{route.name}</h3>
      {(strengths !== "" || isMain || isBackup || isBackupWay) && (
        <p className="strengths">
          {isMain && <strong>{MAIN_WORDS[mainKind].sentence} </strong>}
          {isBackup && <strong>The one you fall back on. </strong>}
          {isBackupWay && !isBackup && "Something to fall back on. "}
          {strengths}
        </p>
      )}
      <RoutePicture route={route} months={months} />
      <p>{unbroken(route.why.replace(STRENGTHS_SAID, ""))}</p>
      {route.breaks.length > 0 && (
        <ul className="asks">
          {route.breaks.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      <Stages {...{ route, currency }} />
      <Answers {...props} isBackup={isBackup} />
    </li>
  );
}

function Stages({ route, currency }: Pick<RouteShownProps, "route" | "currency">) {
  return (
    <details>
      <summary>Its {counted(route.stages.length, "stage")}, with the reasons</summary>
      <ol className="stages">
        {route.stages.map((stage) => (
          <li key={stage.id}>
            <h4>
              {stage.kind === "prepare" ? (
                stage.title
              ) : (
                <OccupationLink id={stage.occupationId} title={stage.title} />
              )}
              <span className="quiet">, about {monthsInWords(stage.months.likely)}</span>
            </h4>
            {stage.explanation.map((reason) => (
              <p key={reason}>{unbroken(reason)}</p>
            ))}
          </li>
        ))}
      </ol>
      {route.causes.length > 0 && (
        <>
          <h4>What could stop it</h4>
          <ul>
            {route.causes.map((cause) => (
              <li key={cause.id}>
                {cause.label}: {chanceInWords(cause.chance)}{" "}
                <span className="quiet">({cause.source})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {route.payChange !== undefined && (
        <p className="quiet">
          {route.payChange >= 0 ? "Pay at the goal is higher by " : "Pay at the goal is lower by "}
          {moneyInWords({ amount: Math.abs(route.payChange), currency })} a year than now, by the
          typical figures.
        </p>
      )}
    </details>
  );
}

interface AnswersProps extends RouteShownProps {
  readonly isBackup: boolean;
}

function Answers(props: AnswersProps) {
  const { route, goal, isMain, mainKind, isBackupWay, isBackup, isBusy } = props;
  const { onPlan, onBackup, onPin } = props;
  const isPlans = isMain && mainKind === "plan";
  const isPinned = goal.choice?.pinnedIds.includes(route.id) === true;
  return (
    <div className="buttons">
      {isPlans ? (
        <Link to="/plan">See your plan</Link>
      ) : (
        !isBackupWay && (
          <Button
            variant={isMain ? "filled" : "outline"}
            disabled={isBusy}
            onClick={onPlan}
            aria-label={`Make this my plan: ${route.name}`}
          >
            Make this my plan
          </Button>
        )
      )}
      {!isMain && (
        <Button
          variant="light"
          disabled={isBusy}
          onClick={onBackup}
          aria-label={`${isBackup ? "No longer a backup" : "Keep as backup"}: ${route.name}`}
        >
          {isBackup ? "No longer a backup" : "Keep as backup"}
        </Button>
      )}
      <Button
        variant="subtle"
        disabled={isBusy}
        onClick={onPin}
        aria-label={`${isPinned ? "Unpin" : "Pin for comparing"}: ${route.name}`}
      >
        {isPinned ? "Unpin" : "Pin for comparing"}
      </Button>
    </div>
  );
}

/** The reasons have the strengths too, which stand above the picture here. */
const STRENGTHS_SAID = /Of these \d+, [^.]+\. /;

/** Returns "The fastest and the cheapest."; the balance goes without saying where there is more to say. */
function strengthsInWords({ strengths }: Route): string {
  const more = strengths.filter((strength) => strength !== "balanced");
  if (more.length === 0) {
    return strengths.length === 0 ? "" : "The best balance of time, money and chance.";
  }
  return `${capital(listInWords(more.map((strength) => `the ${strength}`)))}.`;
}
