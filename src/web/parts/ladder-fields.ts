// What a person types about one position on a ladder, and what is kept of it.

import type { LadderRung } from "../../domain/record/organisation-ladder.ts";
import type { InputOf } from "../../http/client.ts";

/** One position in the form; numbers as the boxes hold them, empty when not said. */
export interface RungFields {
  /** Tells the boxes apart while rungs come and go. */
  readonly key: string;
  readonly title: string;
  /** Openings a year as text; empty when not known. */
  readonly openings: string;
  readonly others: number | string;
  readonly pay: number | string;
  readonly months: number | string;
  /** The kind of work, where the person chose one. */
  readonly occupationId: string | undefined;
  readonly occupation: string;
  readonly note: string;
}

/** How often one opens, as people can say it; an in-between is not known to anybody. */
export const OPENINGS_WORDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: "", label: "I do not know" },
  { value: "3", label: "Several times a year" },
  { value: "1", label: "About once a year" },
  { value: "0.5", label: "About once in two years" },
  { value: String(1 / 3), label: "About once in three years" },
  { value: "0.2", label: "About once in five years" },
  { value: "0", label: "Never: it is full" },
];

/** Returns the boxes for a rung, or empty ones. */
export function rungFieldsOf(
  key: string,
  rung: LadderRung | undefined,
  occupation: string,
): RungFields {
  return {
    key,
    title: rung?.title ?? "",
    openings: rung?.openingsAYear === undefined ? "" : String(rung.openingsAYear),
    others: rung?.othersWanting ?? "",
    pay: rung?.annualPay?.amount ?? "",
    months: rung?.usualMonthsBefore ?? "",
    occupationId: rung?.occupationId,
    occupation: rung?.occupationId === undefined ? "" : occupation,
    note: rung?.note ?? "",
  };
}

type RungInput = InputOf<"save-ladder">["rungs"][number];

/** Returns what is kept; a pay that stays keeps its own currency. */
export function rungOfFields(
  fields: RungFields,
  former: LadderRung | undefined,
  currency: string,
): RungInput {
  const { title, openings, others, pay, months, occupationId, note } = fields;
  return {
    title: title.trim(),
    ...(occupationId === undefined ? {} : { occupationId }),
    ...(typeof pay === "number"
      ? { annualPay: { amount: pay, currency: former?.annualPay?.currency ?? currency } }
      : {}),
    ...(typeof months === "number" ? { usualMonthsBefore: months } : {}),
    ...(openings === "" ? {} : { openingsAYear: Number(openings) }),
    ...(typeof others === "number" ? { othersWanting: others } : {}),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
}

/** Returns the choices, with the one that is said where it is none of them. */
export function openingsChoices(said: string): { value: string; label: string }[] {
  const known = OPENINGS_WORDS.map(({ value, label }) => ({ value, label }));
  return known.some(({ value }) => value === said)
    ? known
    : [...known, { value: said, label: `${said} a year` }];
}
