// What is typed about a step of the plan, and how it becomes what save-action takes: of a step that is
// there only what was changed. No component.

import type { ActionKind } from "../../domain/schedule/action-kind.ts";
import type { ScheduledAction } from "../../domain/schedule/plan.ts";
import type { InputOf } from "../../http/client.ts";

/** The fields as they stand; an empty text is nothing said. */
export interface StepFields {
  readonly title: string;
  readonly kind: ActionKind;
  readonly hours: number | string;
  readonly money: number | string;
  readonly whoHelps: string;
  readonly doneWhen: string;
  /** In percent. */
  readonly share: number | string;
  readonly most: number | string;
  readonly afterMonths: number | string;
  readonly stayMonths: number | string;
}

/** Returns the fields of a step, or of none yet. */
export function stepFieldsOf(action: ScheduledAction | undefined): StepFields {
  const back = action?.reimbursement;
  return {
    title: action?.title ?? "",
    kind: action?.kind ?? "talk",
    hours: action?.hours.likely ?? "",
    money: action?.money.likely ?? "",
    whoHelps: action?.whoHelps ?? "",
    doneWhen: action?.doneWhen ?? "",
    share: back === undefined ? "" : Math.round(back.share * 100),
    most: back?.most ?? "",
    afterMonths: back?.afterMonths ?? "",
    stayMonths: back?.stayMonths ?? "",
  };
}

/** Returns what the fields say that the step does not say already. */
export function inputOfStep(
  fields: StepFields,
  action: ScheduledAction | undefined,
): InputOf<"save-action"> {
  const before = stepFieldsOf(action);
  const changed = (name: keyof StepFields) => fields[name] !== before[name];
  const text = (name: "title" | "whoHelps" | "doneWhen") => {
    const said = fields[name].trim();
    return said !== "" && changed(name) ? { [name]: said } : {};
  };
  const amount = (name: keyof StepFields, key: string, unit = 1) => {
    const said = fields[name];
    return typeof said === "number" && changed(name) ? { [key]: said * unit } : {};
  };
  return {
    ...(action === undefined ? { kind: fields.kind } : { id: action.id }),
    ...text("title"),
    ...text("whoHelps"),
    ...text("doneWhen"),
    ...amount("hours", "hours"),
    ...amount("money", "money"),
    ...amount("share", "paidBackShare", 1 / 100),
    ...amount("most", "paidBackMost"),
    ...amount("afterMonths", "paidBackAfterMonths"),
    ...amount("stayMonths", "stayMonths"),
  };
}
