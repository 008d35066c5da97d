// What can be expected to go wrong is a value, not an exception. Each room declares its own
// problems as a readonly union of `{ code: "room/what", … }`; sentences are made in
// operations/problem-text.ts, never here.

/** A value, or the problem that stood in the way of it. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

/** Returns a successful result. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Returns a failed result. */
export function fail<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}
