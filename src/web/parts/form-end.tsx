// How a form ends: what went wrong, the button that keeps what it says, and the way to leave it.

import { Button } from "@mantine/core";
import { ProblemLine } from "./problem-note.tsx";

interface FormEndProps {
  /** What keeps it, and how that stands. */
  readonly changes: { readonly error: Error | null; readonly isPending: boolean };
  readonly button: string;
  /** Nothing to keep yet. */
  readonly disabled?: boolean;
  /** For a form that is a page's own, not a dialog's. */
  readonly isLarge?: boolean;
  /** Said elsewhere in the form. */
  readonly hidesProblem?: boolean;
  /** A form without it cannot be left. */
  readonly onCancel?: (() => void) | undefined;
}

export function FormEnd(props: FormEndProps) {
  const { changes, button, disabled, isLarge, hidesProblem, onCancel } = props;
  return (
    <>
      {hidesProblem !== true && <ProblemLine error={changes.error} />}
      <div className="buttons">
        <Button
          type="submit"
          loading={changes.isPending}
          disabled={disabled === true}
          {...(isLarge === true ? { size: "md" } : {})}
        >
          {button}
        </Button>
        {onCancel !== undefined && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </>
  );
}
