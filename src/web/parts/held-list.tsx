// The lists of what is on record: what is said of each thing, and beside it what can be done with it.

import "./held-list.css";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";

/** Something to do with one thing of the list. */
interface RowAction {
  readonly name: string;
  /** The name with the thing's own, for those who hear it without the row. */
  readonly label: string;
  readonly isRemoval?: boolean;
  act(): void;
}

export function HeldList({ children }: { readonly children: ReactNode }) {
  return <ul className="held-list">{children}</ul>;
}

interface HeldRowProps {
  readonly actions: readonly RowAction[];
  readonly children: ReactNode;
}

export function HeldRow({ actions, children }: HeldRowProps) {
  return (
    <li>
      <div>{children}</div>
      <div className="buttons">
        {actions.map(({ name, label, isRemoval, act }) => (
          <Button
            key={name}
            variant="subtle"
            size="compact-sm"
            aria-label={label}
            onClick={act}
            {...(isRemoval === true ? { color: "gray" } : {})}
          >
            {name}
          </Button>
        ))}
      </div>
    </li>
  );
}
