// How a domain type looks once it has crossed a wire: JSON has no `undefined`, so a key that may be
// undefined may be absent. `describes` checks a schema against a domain type at compile time.

import type { z } from "zod";

type KeysThatMayBeUndefined<T> = {
  [K in keyof T]-?: undefined extends T[K] ? K : never;
}[keyof T];

/** A domain type as JSON carries it. */
export type Wire<T> = T extends string
  ? T extends { readonly brand: string }
    ? string
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : T extends object
        ? { readonly [K in Exclude<keyof T, KeysThatMayBeUndefined<T>>]: Wire<T[K]> } & {
            readonly [K in KeysThatMayBeUndefined<T>]?: Wire<T[K]> | undefined;
          }
        : T;

/** Returns the schema as one of the domain type; it does not compile where the two differ. */
export function describes<T>(): (schema: z.ZodType<Wire<T>>) => z.ZodType<T> {
  return (schema) => schema as unknown as z.ZodType<T>; // Reason: they differ in brands and absent keys.
}
