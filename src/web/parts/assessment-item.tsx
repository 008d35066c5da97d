// One question of the assessment: five answers in words, side by side where there is room. Arrow keys and
// the keys 1 to 5 choose; so does the pointer.

import type { KeyboardEvent } from "react";
import type { ValueOf } from "../../http/client.ts";

type Item = ValueOf<"show-assessment">["dimensions"][number]["items"][number];

interface AssessmentItemProps {
  readonly item: Item;
  /** Null once it was said that it cannot be said. */
  readonly value: number | null | undefined;
  /** Null when it cannot be said. */
  onChoose(value: number | null): void;
}

export function AssessmentItem({ item, value, onChoose }: AssessmentItemProps) {
  const byNumber = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (!/^[1-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${event.key}"]`)?.focus();
    onChoose(Number(event.key));
  };
  return (
    <fieldset className="item" onKeyDown={byNumber}>
      <legend>{item.question}</legend>
      <div className="item-answers">
        {item.anchors.map((anchor, at) => (
          <label key={anchor}>
            <input
              type="radio"
              name={item.id}
              value={at + 1}
              checked={value === at + 1}
              onChange={() => onChoose(at + 1)}
            />
            <span>{anchor}</span>
          </label>
        ))}
      </div>
      <label className="item-none quiet small">
        <input
          type="radio"
          name={item.id}
          value="none"
          checked={value === null}
          onChange={() => onChoose(null)}
        />
        <span>I cannot say</span>
      </label>
    </fieldset>
  );
}
