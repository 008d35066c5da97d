// Full-time months in hours, the unit in which practice, study and volunteering are compared.

import { WEEKS_A_MONTH } from "../calendar-date.ts";

/** Hours in a full-time month: 40 a week over the average month. */
export const FULL_TIME_HOURS_A_MONTH = 40 * WEEKS_A_MONTH;
