// A box to type a title into, with the catalogue's occupations that are near it: a combobox, whose list the
// arrows walk, Enter takes from and Escape closes. Typing alone is enough; choosing makes it sure.

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect } from "react";
import type { ValueOf } from "../../http/client.ts";
import { useAnswer } from "../ask.ts";
import { counted } from "../in-words.ts";

const SUGGESTIONS = 7;
/** Assumption: shorter than anybody's pause between two letters that they look up for. */
const TYPING_PAUSE_MS = 60;
const SHORTEST_QUERY = 2;
const NOTHING_NEAR = "Nothing is like that. Try a word for what one does all day.";

export interface FoundOccupation {
  readonly id: string;
  readonly title: string;
}

interface OccupationSearchProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Also in the European list, where it was added; plans are made with the other alone. */
  readonly everywhere?: boolean;
  onType(text: string): void;
  onChoose(occupation: FoundOccupation): void;
}

export function OccupationSearch(props: OccupationSearchProps) {
  const { label, description, value, error, everywhere = false, onType, onChoose } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [query] = useDebouncedValue(value.trim(), TYPING_PAUSE_MS);
  const found = useAnswer(
    "search-occupations",
    { query, limit: SUGGESTIONS, catalogue: everywhere ? "all" : "working" },
    { enabled: query.length >= SHORTEST_QUERY && combobox.dropdownOpened, keep: true },
  );
  const occupations = query.length >= SHORTEST_QUERY ? (found.data?.occupations ?? []) : [];
  // Of words that are being typed on nothing is known yet.
  const isNone =
    value.trim() === query &&
    query.length >= SHORTEST_QUERY &&
    found.isSuccess &&
    !found.isPlaceholderData &&
    occupations.length === 0;
  // A list of nothing is none: the box is then no longer said to have one open.
  const { closeDropdown } = combobox;
  useEffect(() => {
    if (isNone) closeDropdown();
  }, [isNone, closeDropdown]);
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const chosen = occupations.find((occupation) => occupation.id === id);
        if (chosen !== undefined) onChoose(chosen);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={label}
          description={description}
          error={error}
          value={value}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onType(event.currentTarget.value);
            if (event.currentTarget.value.trim().length >= SHORTEST_QUERY) combobox.openDropdown();
            else combobox.closeDropdown();
          }}
          onClick={() => value !== "" && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={occupations.length === 0}>
        <Combobox.Options aria-label={`Occupations for: ${label}`}>
          {occupations.map((occupation) => (
            <Combobox.Option key={occupation.id} value={occupation.id}>
              {occupation.title}
              <span className="option-label">{notesOf(occupation).join(" · ")}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
      <p aria-live="polite" className={isNone ? "quiet small" : "visually-hidden"}>
        {isNone
          ? NOTHING_NEAR
          : combobox.dropdownOpened &&
            occupations.length > 0 &&
            `${counted(occupations.length, "occupation")} found`}
      </p>
    </Combobox>
  );
}

/** The name that matched where it is another one, and the list where it is the other. */
function notesOf(found: ValueOf<"search-occupations">["occupations"][number]): readonly string[] {
  const { label, title, catalogue } = found;
  return [
    ...(label.toLowerCase() === title.toLowerCase() ? [] : [`also: ${label}`]),
    ...(catalogue === "esco" ? ["European list (ESCO)"] : []),
  ];
}
