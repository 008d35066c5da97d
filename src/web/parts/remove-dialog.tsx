// The question before something leaves for good, with the way back first.

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useChanges } from "../ask.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemLine } from "./problem-note.tsx";

interface RemoveDialogProps {
  readonly title: ReactNode;
  /** What goes with it, and what stays. */
  readonly children: ReactNode;
  remove(): Promise<unknown>;
  onClose(): void;
}

export function RemoveDialog({ title, children, remove, onClose }: RemoveDialogProps) {
  const changes = useChanges();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{children}</p>
      <ProblemLine error={changes.error} />
      <div className="buttons">
        <Button
          color="alert"
          loading={changes.isPending}
          onClick={() => changes.mutate(remove, { onSuccess: onClose })}
        >
          Remove it
        </Button>
        <Button variant="subtle" onClick={onClose} data-first>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}
