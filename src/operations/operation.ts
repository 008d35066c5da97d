// One operation, four faces. An operation is a name, a sentence, who may call it, whether it only
// reads, what goes in, what comes out, and what it does. HTTP, CLI, MCP and the reference pages are
// derived from it; they decide nothing.

import type { z } from "zod";
import type { Result } from "../domain/result.ts";
import type { OperationContext } from "./context.ts";
import type { Problem } from "./problem-text.ts";

/** What the catalog knows of an operation without loading it. */
export interface OperationEntry {
  /** Verb-object in kebab case: "find-gaps". */
  readonly name: string;
  /** One sentence, third person, that says what it returns or changes. */
  readonly summary: string;
  /** "person": only the person whose data it is (and who acts for them by consent). */
  readonly who: "person";
  /** True when it changes nothing anywhere. */
  readonly readOnly: boolean;
  /** True when it may take longer than a moment: it says how far it is, and stops when its signal aborts. */
  readonly isLong?: boolean;
  /** True when it may connect to another machine; any other never does. */
  readonly reachesOut?: boolean;
  readonly load: () => Promise<AnyOperation>;
}

/** An input field's `.meta()` keys that the faces read. */
export interface FieldMeta {
  /** Shown in help and in the reference. */
  readonly description?: string;
  /** On the command line the value is the name of a file, whose text is passed. */
  readonly file?: boolean;
  /** On the command line it may be given without its flag. */
  readonly positional?: boolean;
}

export interface Operation<Input extends z.ZodObject, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
  run(
    context: OperationContext,
    input: z.output<Input>,
  ): Promise<Result<z.output<Output>, Problem>>;
}

/** An operation whose schemas are not known statically, as the faces see it. */
export interface AnyOperation {
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  run(context: OperationContext, input: never): Promise<Result<unknown, Problem>>;
}

/** Returns the operation itself; it is here so that its types are inferred and checked. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  definition: Operation<Input, Output>,
): Operation<Input, Output> {
  return definition;
}
