// A question or a form above the page: the browser's own dialog, which keeps the keyboard inside,
// closes on Escape and gives the focus back.

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

interface DialogProps {
  /** Words of the person's own stand in a bdi. */
  readonly title: ReactNode;
  readonly children: ReactNode;
  onClose(): void;
}

/** Shown as long as it is rendered; Escape asks to close it. What is marked data-first has the focus first. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it is still in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
