// What the terminal says of the calendar's address.

import { type CalendarDate, dateInWords } from "../domain/calendar-date.ts";
import type { OperationTypes } from "../operations/catalog.ts";
import { DEFAULT_PORT } from "./default-port.ts";
import { type Layout, paragraph } from "./text-layout.ts";

/** Returns the address that was made, and how far it reaches. */
export function printFeedMade(
  { path, replaced }: OperationTypes["make-feed"]["output"],
  layout: Layout,
): string {
  return [
    paragraph("Subscribe to this address in a calendar program on this machine:", layout),
    "",
    `  http://127.0.0.1:${DEFAULT_PORT}${path}`,
    "",
    paragraph(
      `It is shown this once: whoever has it can read the plan.${replaced ? " The address before it has ended." : ""} ` +
        `It answers while "throughline serve" runs on this machine (with --port, the port is another), ` +
        "and never reaches a phone or a calendar on the web: for those, bring in the file of " +
        '"throughline export-calendar --out plan.ics".',
      layout,
    ),
    "",
  ].join("\n");
}

/** Returns whether there is an address, and what it gives. */
export function printFeed({ feed }: OperationTypes["show-feed"]["output"], layout: Layout): string {
  if (feed === undefined) {
    return `${paragraph('Nothing can read your plan as a calendar. "throughline make-feed" makes an address for it.', layout)}\n`;
  }
  const parts = [...(feed.parts ?? []), ...(feed.checkIns === "none" ? [] : ["check-ins"])];
  // as: dates cross the wire as text
  const madeOn = dateInWords(feed.madeOn as CalendarDate);
  return `${paragraph(
    `Since ${madeOn} calendar programs that know the address can read the plan: ${parts.join(", ")}. The address itself is not kept. "throughline revoke-feed" ends it.`,
    layout,
  )}\n`;
}
