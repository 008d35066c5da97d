// Where each release is published, and what of it can be downloaded without a person: the defaults of
// `catalogue add`. Addresses of one release change with the next; the pages stay.

import type { SourceKind } from "./wanted-files.ts";

export interface OfficialAddress {
  readonly kind: SourceKind;
  readonly name: string;
  /** The page on which a person finds it. */
  readonly page: string;
  /** What can be downloaded as it is; undefined where the page must be used. */
  readonly download: string | undefined;
  /** What to do on the page, where it must be used; else what the download is. */
  readonly how: string;
}

/** The release that is downloaded where none is named, with its own pattern of addresses. */
export const ONET_DEFAULT_RELEASE = "30.0";

/** Returns the address of the text edition of an O*NET release such as "30.0". */
export function onetAddressOf(release: string): string {
  const version = release.replace(".", "_");
  return `https://www.onetcenter.org/dl_files/database/db_${version}_text.zip`;
}

/** In the order in which they are shown. */
export const OFFICIAL_ADDRESSES: readonly OfficialAddress[] = [
  {
    kind: "onet",
    name: "O*NET database, text edition",
    page: "https://www.onetcenter.org/database.html",
    download: onetAddressOf(ONET_DEFAULT_RELEASE),
    how: "One zip; other releases have the same address with their own number",
  },
  {
    kind: "esco",
    name: "ESCO classification, English, CSV",
    page: "https://esco.ec.europa.eu/en/use-esco/download",
    download: undefined,
    how: "Choose the version, “classification”, English and CSV; the link to the zip comes by e-mail",
  },
  {
    kind: "bls",
    name: "BLS Employment Projections",
    page: "https://data.bls.gov/projections/occupationProj",
    download: undefined,
    how: "Press “Download CSV” above the table",
  },
  {
    kind: "bls",
    name: "BLS Occupational Employment and Wage Statistics, national",
    page: "https://www.bls.gov/oes/tables.htm",
    download: undefined,
    how: "Take the newest “National” zip in a browser; the server turns programs away",
  },
  {
    kind: "crosswalks",
    name: "Fields of study: CIP 2020 × SOC 2018",
    page: "https://nces.ed.gov/ipeds/cipcode/resources.aspx?y=56",
    download: undefined,
    how: "Take “CIP 2020 to SOC 2018 Crosswalk”",
  },
  {
    kind: "crosswalks",
    name: "SOC 2010 × SOC 2018, and ISCO-08 × SOC 2010",
    page: "https://www.bls.gov/soc/2018/crosswalks.htm",
    download: undefined,
    how: "Take both crosswalks; an old .xls must be saved as CSV first",
  },
];

/** Returns the pages on which a person finds what there is of a kind, each once. */
export function officialPagesOf(kind: SourceKind): readonly string[] {
  const own = OFFICIAL_ADDRESSES.filter((address) => address.kind === kind);
  return [...new Set(own.map(({ page }) => page))];
}
