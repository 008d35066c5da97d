// "Make this my goal": sets an occupation as the goal. A goal that is there is never replaced unasked.

import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call, type ValueOf } from "../../http/client.ts";
import { useChanges } from "../ask.ts";
import { goForNearer } from "../change-goal.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";

interface MakeGoalProps {
  readonly occupation: { readonly id: string; readonly title: string };
  /** What is stored, for the goal that it would take the place of; undefined where there is none. */
  readonly stored: ValueOf<"show-record"> | undefined;
  readonly variant?: "filled" | "light" | "subtle";
}

/** Shows the button, asks where another goal is set, then goes to the gaps. */
export function MakeGoal({ occupation, stored, variant = "filled" }: MakeGoalProps) {
  const changes = useChanges();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const goal = stored?.goal;
  const { id, title } = occupation;
  const makeGoal = () =>
    changes.mutate(async () => {
      if (goal === undefined) await call("set-goal", { goal: id });
      else await goForNearer(goal, { id, title: id });
      await navigate({ to: "/gaps" });
    });
  return (
    <>
      <Button
        variant={variant}
        loading={changes.isPending}
        onClick={() => (goal === undefined ? makeGoal() : setAsking(true))}
        {...(variant === "filled" ? {} : { "aria-label": `Make this my goal: ${title}` })}
      >
        Make this my goal
      </Button>
      {!asking && <ProblemLine error={changes.error} />}
      {asking && (
        <Dialog title={`Make “${title}” your goal?`} onClose={() => setAsking(false)}>
          <p>
            It takes the place of {stored?.goalOccupation ?? "the goal you have now"}. The date, the
            hours and the money stay as they are; plans that were kept stay too.
          </p>
          <ProblemLine error={changes.error} />
          <div className="buttons">
            <Button loading={changes.isPending} onClick={makeGoal}>
              Make it my goal
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              Leave my goal as it is
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
