// Where the person lives. The browser's language makes a guess; the person is asked all the same.

import { NativeSelect } from "@mantine/core";

/** ISO 3166-1 codes of the countries with a labour market of their own to plan in. */
const CODES =
  "AR AT AU BD BE BG BO BR CA CH CL CN CO CR CY CZ DE DK DO EC EE EG ES ET FI FR GB GE GH GR GT HK HN HR HU ID IE IL IN IS IT JM JP KE KR LK LT LU LV MA MD MT MX MY NG NI NL NO NP NZ PA PE PH PK PL PR PT PY RO RS SA SE SG SI SK SV TH TN TR TT TW TZ UA UG US UY VE VN ZA ZM ZW".split(
    " ",
  );

/** Returns the region of the browser's language where it names one that is listed; else empty. */
export function guessedCountry(): string {
  for (const language of navigator.languages) {
    const region = /-([A-Z]{2})\b/.exec(language)?.[1]; // Not every browser's is well formed.
    if (region !== undefined && CODES.includes(region)) return region;
  }
  return "";
}

/** Returns a country's English name. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}

interface CountrySelectProps {
  readonly value: string;
  readonly guessed: boolean;
  onChange(code: string): void;
}

export function CountrySelect({ value, guessed, onChange }: CountrySelectProps) {
  const known = value === "" || CODES.includes(value) ? CODES : [value, ...CODES];
  const choices = known
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <NativeSelect
      label="Country"
      description={
        guessed
          ? "Guessed from your browser’s language: change it if it is wrong"
          : "So that no figure from elsewhere is shown as if it were from there"
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: "", label: "Choose a country" }, ...choices]}
    />
  );
}
