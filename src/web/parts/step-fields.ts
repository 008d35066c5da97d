// What is typed about a step of the plan, and how it becomes what save-action takes: of a step that is
// there only what was changed. No component.

import { makeSession, type Session, type Weekday } from "../../domain/record/sessions.ts";
import type { ActionKind } from "../../domain/schedule/action-kind.ts";
import type { Action } from "../../domain/schedule/plan.ts";
import type { InputOf } from "../../http/client.ts";

/** One class as it is typed; the times may still be empty. */
export interface SessionFields {
  readonly key: string;
  readonly day: Weekday;
  readonly from: string;
  readonly to: string;
}

/** The fields as they stand; an empty text is nothing said. */
export interface StepFields {
  readonly title: string;
  readonly kind: ActionKind;
  readonly hours: number | string;
  readonly hoursLow: number | string;
  readonly hoursHigh: number | string;
  readonly money: number | string;
  readonly moneyLow: number | string;
  readonly moneyHigh: number | string;
  readonly months: number | string;
  readonly waitWeeks: number | string;
  readonly waitWeeksLow: number | string;
  readonly waitWeeksHigh: number | string;
  readonly whoHelps: string;
  readonly doneWhen: string;
  /** One on a line. */
  readonly questions: string;
  /** Days of the year, apart by commas or spaces. */
  readonly terms: string;
  readonly sessions: readonly SessionFields[];
  readonly sessionWeeks: number | string;
  readonly elsewhere: string;
  /** Ids of the steps that come first. */
  readonly after: readonly string[];
  /** In percent. */
  readonly share: number | string;
  readonly most: number | string;
  readonly afterMonths: number | string;
  readonly stayMonths: number | string;
}

/** Returns the fields of a step, or of none yet. */
export function stepFieldsOf(action: Action | undefined): StepFields {
  const back = action?.reimbursement;
  return {
    title: action?.title ?? "",
    kind: action?.kind ?? "talk",
    hours: action?.hours.likely ?? "",
    hoursLow: action?.hours.low ?? "",
    hoursHigh: action?.hours.high ?? "",
    money: action?.money.likely ?? "",
    moneyLow: action?.money.low ?? "",
    moneyHigh: action?.money.high ?? "",
    months: tenths(action?.minimumMonths),
    waitWeeks: tenths(action?.waitWeeks.likely),
    waitWeeksLow: tenths(action?.waitWeeks.low),
    waitWeeksHigh: tenths(action?.waitWeeks.high),
    whoHelps: action?.whoHelps ?? "",
    doneWhen: action?.doneWhen ?? "",
    questions: action?.questions?.join("\n") ?? "",
    terms: action?.terms?.join(", ") ?? "",
    sessions: (action?.sessions?.each ?? []).map((session, i) => ({ ...session, key: `${i}` })),
    sessionWeeks: action?.sessions?.weeks ?? "",
    elsewhere: action?.elsewhere ?? "",
    after: action?.after ?? [],
    share: back === undefined ? "" : Math.round(back.share * 100),
    most: back?.most ?? "",
    afterMonths: back?.afterMonths ?? "",
    stayMonths: back?.stayMonths ?? "",
  };
}

/** As many digits as one reads. */
function tenths(amount: number | undefined): number | string {
  return amount === undefined ? "" : Math.round(amount * 10) / 10;
}

/** Returns what the fields say that the step does not say already. */
export function inputOfStep(
  fields: StepFields,
  action: Action | undefined,
): InputOf<"save-action"> {
  const before = stepFieldsOf(action);
  const isChanged = (name: keyof StepFields) =>
    JSON.stringify(fields[name]) !== JSON.stringify(before[name]);
  const text = (name: "title" | "whoHelps" | "doneWhen") => {
    const said = fields[name].trim();
    return said !== "" && isChanged(name) ? { [name]: said } : {};
  };
  const amount = (name: keyof StepFields, key: string = name, unit = 1) => {
    const said = fields[name];
    return typeof said === "number" && isChanged(name) ? { [key]: said * unit } : {};
  };
  const list = (name: "questions" | "terms", apart: RegExp) => {
    const said = fields[name].split(apart).map((one) => one.trim());
    return isChanged(name) ? { [name]: said.filter((one) => one !== "") } : {};
  };
  const classes = isChanged("sessions") ? { sessions: fields.sessions.map(textOf) } : {};
  return {
    ...(action === undefined ? { kind: fields.kind } : { id: action.id }),
    ...text("title"),
    ...text("whoHelps"),
    ...text("doneWhen"),
    ...amount("hours"),
    ...amount("hoursLow"),
    ...amount("hoursHigh"),
    ...amount("money"),
    ...amount("moneyLow"),
    ...amount("moneyHigh"),
    ...amount("months"),
    ...amount("waitWeeks"),
    ...amount("waitWeeksLow"),
    ...amount("waitWeeksHigh"),
    ...list("questions", /\n/),
    ...list("terms", /[\s,;]+/),
    ...classes,
    ...amount("sessionWeeks"),
    ...(isChanged("elsewhere") ? { elsewhere: fields.elsewhere.trim() } : {}),
    ...(isChanged("after") ? { after: [...fields.after] } : {}),
    ...amount("share", "paidBackShare", 1 / 100),
    ...amount("most", "paidBackMost"),
    ...amount("afterMonths", "paidBackAfterMonths"),
    ...amount("stayMonths"),
  };
}

function textOf({ day, from, to }: SessionFields): string {
  const session: Session = { day, from: from.slice(0, 5), to: to.slice(0, 5) };
  return makeSession(session);
}

/** Returns the classes with one more: at the hours of the last one, a day later. */
export function withOneMoreSession(sessions: readonly SessionFields[]): readonly SessionFields[] {
  const last = sessions.at(-1);
  const key = `${Math.max(-1, ...sessions.map((one) => Number(one.key))) + 1}`;
  return last === undefined
    ? [{ key, day: "tue", from: "18:00", to: "20:00" }]
    : [...sessions, { ...last, key, day: NEXT_DAY[last.day] }];
}

const NEXT_DAY: Readonly<Record<Weekday, Weekday>> = {
  mon: "tue",
  tue: "wed",
  wed: "thu",
  thu: "fri",
  fri: "sat",
  sat: "sun",
  sun: "mon",
};
