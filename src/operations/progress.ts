// How long work tells how far it is.

/** Told what is being done, and the share done, 0–1, or undefined when it is not known. */
export type Progress = (label: string, share: number | undefined) => void;
