// How the codes of different classifications lead to each other: fields of study to occupations, ISCO and
// the SOC of 2010 to the SOC of 2018. Codes are text.

/** Everything that the crosswalk files say, each list in ascending order of its first code. */
export interface Crosswalks {
  /** CIP 2020 field, and the SOC 2018 codes that its programmes prepare for. */
  readonly studyFields: readonly {
    readonly cip: string;
    readonly name: string;
    readonly socs: readonly string[];
  }[];
  /** ISCO-08 unit group to SOC 2018; `partial` where only a part of the group is meant. */
  readonly isco: readonly {
    readonly isco: string;
    readonly soc: string;
    readonly partial: boolean;
  }[];
  /** SOC 2010 code to SOC 2018 code. */
  readonly soc2010: readonly { readonly from: string; readonly to: string }[];
}
