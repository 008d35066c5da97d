// Whose work a first-line supervisor leads, by SOC code: the classification gives supervisors a minor
// group of their own (SOC 2018, codes 33-1 to 53-1) and names in each title whom they lead. People are
// put in charge out of that work. Managers (11-) stand above whole fields; but for nurses' they are not here.

/** Supervisors' codes and the beginnings of the codes that they lead, after the titles of SOC 2018; forklift drivers have two. */
const LED_BY: readonly { readonly supervisor: string; readonly led: readonly string[] }[] = [
  { supervisor: "33-1011", led: ["33-301"] },
  { supervisor: "33-1012", led: ["33-302", "33-305"] },
  { supervisor: "33-1021", led: ["33-20"] },
  { supervisor: "33-1091", led: ["33-902", "33-903"] },
  // Detectives lead nobody, but come out of patrol (BLS, Occupational Outlook Handbook).
  { supervisor: "33-3021", led: ["33-305"] },
  // Nor do fire inspectors, who come out of firefighting (the same).
  { supervisor: "33-2021", led: ["33-2011"] },
  { supervisor: "35-1011", led: ["35-20"] },
  { supervisor: "35-1012", led: ["35-2", "35-3", "35-9"] },
  { supervisor: "37-1011", led: ["37-2"] },
  { supervisor: "37-1012", led: ["37-3"] },
  { supervisor: "39-1013", led: ["39-301"] },
  { supervisor: "39-1014", led: ["39-303", "39-309", "39-903"] },
  { supervisor: "39-1022", led: ["39-5", "39-6", "39-7", "39-901"] },
  { supervisor: "41-1011", led: ["41-2"] },
  { supervisor: "41-1012", led: ["41-3", "41-4", "41-9"] },
  { supervisor: "43-1011", led: ["43-2", "43-3", "43-4", "43-50", "43-51", "43-6", "43-9"] },
  { supervisor: "45-1011", led: ["45-2", "45-3", "45-4"] },
  { supervisor: "47-1011", led: ["47-2", "47-3", "47-4", "47-5"] },
  { supervisor: "49-1011", led: ["49-2", "49-3", "49-9"] },
  { supervisor: "51-1011", led: ["51-2", "51-3", "51-4", "51-5", "51-6", "51-7", "51-8", "51-9"] },
  { supervisor: "53-1042", led: ["53-705", "53-706"] },
  { supervisor: "53-1043", led: ["53-3", "53-4", "53-5", "53-702", "53-704", "53-705"] },
];

/**
 * Assumption: managers of a profession that has no first-line supervisors in SOC. A ward is led by one who
 * nursed (BLS, Occupational Outlook Handbook: health services managers begin in a clinical role or in an
 * administrative one, so that others may come to it too).
 */
const LED_PROFESSIONS: typeof LED_BY = [{ supervisor: "11-9111", led: ["29-1141"] }];

const IN_CHARGE = [...LED_BY, ...LED_PROFESSIONS];

/** First-line supervisors and head cooks, whoever they lead: minor groups 33-1 to 53-1 of SOC 2018. */
const SUPERVISORS = /^(3[3579]|4[13579]|5[13])-1/;

/** Returns whether people come to the occupation out of the work that it leads, by SOC or O*NET-SOC code. */
export function risesFromWork(id: string): boolean {
  return SUPERVISORS.test(id) || LED_BY.some(({ supervisor }) => id.startsWith(supervisor));
}

/**
 * Returns whether people are put in charge of the work by another supervisor's occupation and not by this one,
 * both by SOC or O*NET-SOC code: patrol is led by police sergeants, and so by no fire captain.
 */
export function isLedByAnother(supervisorId: string, workerId: string): boolean {
  return (
    risesFromWork(supervisorId) &&
    !leadsWorkOf(supervisorId, workerId) &&
    LED_BY.some(({ supervisor }) => leadsWorkOf(supervisor, workerId))
  );
}

/** Prison, police and fire officers and detectives. */
const RANKS: readonly string[] = ["33-1011", "33-1012", "33-1021", "33-3021"];

/** Returns whether the occupation is a rank of a sworn service: those are filled from its own. */
export function isRankOfItsOwn(id: string): boolean {
  return RANKS.some((rank) => id.startsWith(rank));
}

/** Returns whether the one is put in charge of the other out of that work, both by SOC or O*NET-SOC code. */
export function leadsWorkOf(supervisorId: string, workerId: string): boolean {
  const entry = IN_CHARGE.find(({ supervisor }) => supervisorId.startsWith(supervisor));
  return entry?.led.some((beginning) => workerId.startsWith(beginning)) ?? false;
}
