// How a page asks the server: reads are kept until something changes; every change makes all of them
// stale, because a record, its goal, its gaps and its plan hang together.

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  call,
  type InputOf,
  type OperationName,
  ProblemError,
  type ValueOf,
} from "../http/client.ts";

interface AnswerOptions<Value> {
  readonly enabled?: boolean;
  /** Shows the former answer until the next one is there, as in a list that follows one's typing. */
  readonly keep?: boolean;
  /** Asks again whenever the person comes back to the window: what it shows is also changed from elsewhere. */
  readonly anew?: boolean;
  /** Asks again after so long, by the answer that is there: what it shows goes on in the server. */
  readonly every?: (answer: Value | undefined) => number | false;
}

/** Asks one reading operation and asks it again after every change. */
export function useAnswer<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, keep = false, anew = false, every }: AnswerOptions<ValueOf<Name>> = {},
) {
  return useQuery<ValueOf<Name>, Error>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined
      ? {}
      : {
          refetchInterval: (query: { state: { data?: ValueOf<Name> | undefined } }) =>
            every(query.state.data),
        }),
    ...(anew ? { refetchOnWindowFocus: "always" as const, refetchOnMount: "always" as const } : {}),
  });
}

/** Gives the one function through which a page changes things: what it returns is awaited. */
export function useChanges() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries(),
  });
}

/** Returns the problem's code; empty for any other failure. */
export function codeOf(error: unknown): string {
  return error instanceof ProblemError ? error.code : "";
}
