// Describes what one can rise to in an organisation, or describes it anew.

import { z } from "zod";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Currency } from "../../domain/money.ts";
import { rowOf } from "../../domain/occupations/catalogue.ts";
import type { CareerRecord } from "../../domain/record/career-record.ts";
import {
  type LadderRung,
  MOST_RUNGS,
  type OrganisationLadder,
} from "../../domain/record/organisation-ladder.ts";
import { placedLaddersOf, titleKeyOf } from "../../domain/record/placed-ladders.ts";
import { organisationKeyOf } from "../../domain/record/stays.ts";
import { fail, ok } from "../../domain/result.ts";
import { operation } from "../operation.ts";
import { ladderSchema, moneySchema } from "./record-schema.ts";

/** Figures above these are slips: a working life has 720 months, and nobody counts so many colleagues. */
const MOST_MONTHS = 720;
const MOST_COUNTED = 1000;

const rungInput = z.object({
  title: z.string().trim().min(1),
  occupationId: z.string().optional(),
  annualPay: moneySchema
    .extend({
      amount: z.number().nonnegative(),
      currency: z.string().regex(/^[A-Z]{3}$/, "must be a three-letter code such as USD"),
    })
    .optional(),
  usualMonthsBefore: z.number().nonnegative().max(MOST_MONTHS).optional(),
  openingsAYear: z.number().nonnegative().max(MOST_COUNTED).optional(),
  othersWanting: z.number().nonnegative().max(MOST_COUNTED).optional(),
  note: z.string().trim().min(1).optional(),
});

export const saveLadder = operation({
  input: z.object({
    organisation: z.string().trim().min(1).meta({
      description: "With whom, as in the position there",
      positional: true,
    }),
    rungs: z
      .array(rungInput)
      .min(1)
      .max(MOST_RUNGS)
      .meta({
        description:
          "As JSON, from the position held to the top: title, and where known occupationId, annualPay, " +
          "usualMonthsBefore, openingsAYear, othersWanting, note",
      }),
    id: z.string().optional().meta({
      description: "Id of the ladder to change; without it that of the same organisation",
    }),
  }),
  output: z.object({
    ladder: ladderSchema,
    notes: z.array(z.string()).meta({ description: "What it does not lead to yet, and why" }),
  }),
  async run(context, input) {
    const catalogue = await context.catalogue();
    const unknown = input.rungs.find(
      ({ occupationId }) => occupationId !== undefined && rowOf(catalogue, occupationId) < 0,
    );
    if (unknown?.occupationId !== undefined)
      return fail({ code: "occupation/unknown", id: unknown.occupationId });
    const [store, personId] = [await context.store(), await context.personId()];
    const newId = context.newId();
    const record = await store.changeRecord(personId, (before) => {
      const known = ladderToChange(before, input);
      if (input.id !== undefined && known === undefined) return before;
      const ladder: OrganisationLadder = {
        id: known?.id ?? newId,
        organisation: input.organisation,
        rungs: input.rungs.map(rungOf),
      };
      return {
        ...before,
        ladders:
          known === undefined
            ? [...before.ladders, ladder]
            : before.ladders.map((other) => (other === known ? ladder : other)),
      };
    });
    const saved = ladderToChange(record, input);
    return saved === undefined
      ? fail({ code: "ladder/unknown", id: input.id ?? "" })
      : ok({ ladder: saved, notes: notesOn(saved, record, context.today) });
  },
});

function ladderToChange(
  { ladders }: CareerRecord,
  { id, organisation }: { readonly id?: string | undefined; readonly organisation: string },
): OrganisationLadder | undefined {
  return id === undefined
    ? ladders.find((one) => organisationKeyOf(one.organisation) === organisationKeyOf(organisation))
    : ladders.find((one) => one.id === id);
}

/** Leaves out what was not said. */
function rungOf({ title, annualPay, ...others }: z.output<typeof rungInput>): LadderRung {
  return {
    title,
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(annualPay === undefined
      ? {}
      : { annualPay: { ...annualPay, currency: annualPay.currency as Currency } }),
  };
}

/** What is harmless and yet worth a word: nobody works there, nothing is above, two have one name. */
function notesOn(
  { id, organisation, rungs }: OrganisationLadder,
  record: CareerRecord,
  today: CalendarDate,
): string[] {
  const isHeld = placedLaddersOf(record, today).some((one) => one.id === id);
  const keys = rungs.map(({ title }) => titleKeyOf(title));
  const twice = rungs.find((_, i) => keys.indexOf(keys[i] ?? "") < i);
  return [
    ...(isHeld
      ? []
      : [
          `Your record has no position with ${organisation} today: it is kept, and counts once there is one.`,
        ]),
    ...(rungs.length > 1
      ? []
      : ["There is nothing above it yet: with what one can rise to, it can become a way up."]),
    ...(twice === undefined
      ? []
      : [
          `More than one is called “${twice.title}”: with names of their own they can be told apart.`,
        ]),
  ];
}
