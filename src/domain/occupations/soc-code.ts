// The SOC occupation within an O*NET-SOC code, which may divide it into specialities.

const SOC_LENGTH = "00-0000".length;

/** Returns the SOC 2018 code of an occupation's id: "29-1141" of "29-1141.03". */
export function socOf(id: string): string {
  return id.slice(0, SOC_LENGTH);
}
