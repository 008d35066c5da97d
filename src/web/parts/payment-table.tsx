// What is paid for which step and when, what comes back from the employer, and how long one must stay for it.

import { dateInWords } from "../../domain/calendar-date.ts";
import { type Currency, moneyInWords } from "../../domain/money.ts";
import type { Payment } from "../../domain/schedule/plan.ts";
import { shortMonth } from "../in-words.ts";
import { ScrollRegion } from "./scroll-region.tsx";

interface PaymentTableProps {
  readonly payments: readonly Payment[];
  readonly currency: Currency;
}

/** Nothing to show where nothing is paid. */
export function PaymentTable({ payments, currency }: PaymentTableProps) {
  if (payments.length === 0) return null;
  const money = (amount: number) => moneyInWords({ amount, currency });
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  const back = payments.reduce((sum, payment) => sum + payment.back, 0);
  return (
    <>
      <h2>What you pay, and when</h2>
      <ScrollRegion label="What you pay, and when, as a table">
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">When</th>
              <th scope="col" className="number">
                You pay
              </th>
              <th scope="col" className="number">
                Comes back
              </th>
            </tr>
          </thead>
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.actionId}>
                <th scope="row">{payment.title}</th>
                <td data-name="When">{whenInWords(payment)}</td>
                <td className="number" data-name="You pay">
                  {money(payment.amount)}
                </td>
                <td className="number" data-name="Comes back">
                  {payment.back < 1 ? "not known" : money(payment.back)}
                  {payment.backOn !== undefined && ` in ${shortMonth(payment.backOn)}`}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                In all
              </th>
              <td className="number" data-name="You pay">
                {money(paid)}
              </td>
              <td className="number" data-name="Comes back">
                {back < 1 ? "ask your employer" : money(back)}
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {payments.map(
        ({ actionId, title, back: amount, stayUntil }) =>
          stayUntil !== undefined && (
            <p key={actionId}>
              {title}: if you leave your employer before {dateInWords(stayUntil)}, you may have to
              give back {money(amount)}.
            </p>
          ),
      )}
    </>
  );
}

function whenInWords({ from, to }: Payment): string {
  return from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
}
