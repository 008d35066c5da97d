// The one shape of every JSON answer, and the refusals that HTTP itself makes. What an operation
// refuses is a Problem with a sentence of its own (operations/problem-text.ts).

import type { Context, Env } from "hono";
import { TOO_LARGE } from "./upload-limits.ts";

/** What this server's middlewares leave for each other. */
export interface HttpEnv extends Env {
  Variables: {
    /** For the one style element or Mantine's styles of this answer. */
    nonce: string;
    /** The operation called, once it is known; only for the log. */
    operation: string | undefined;
  };
}

/** The body of every answer under /api/. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly problem: { readonly code: string };
      readonly message: string;
    };

interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 415 | 507;
  readonly message: string;
}

/** Every refusal of the HTTP edge itself: code, status, sentence. */
export const REFUSALS = {
  "http/host-refused": {
    status: 403,
    message: "Cannot answer under this address: open Throughline at the address the terminal shows",
  },
  "http/no-session": {
    status: 401,
    message:
      "Cannot answer yet: this browser has not been let in. Open the link that the terminal printed when Throughline started",
  },
  "http/origin-refused": {
    status: 403,
    message: "Cannot answer a request that comes from another page than Throughline's own",
  },
  "http/method-refused": {
    status: 405,
    message: "Cannot answer this kind of request here: operations are called with POST",
  },
  "http/not-found": {
    status: 404,
    message: 'Cannot find this: there is nothing of that name. See "/api" for the list',
  },
  "http/type-refused": {
    status: 415,
    message: 'Cannot read the request: send plain JSON with "Content-Type: application/json"',
  },
  "http/too-large": {
    status: 413,
    message: "Cannot read the request: it is larger than 6 MB",
  },
  "http/upload-type-refused": {
    status: 415,
    message:
      'Cannot take the file: send a zip, CSV, tab-separated text or XLSX file with its own Content-Type and its name, as in "/upload?name=db_30_0_text.zip"',
  },
  "http/upload-length-missing": {
    status: 411,
    message: "Cannot take the file: its Content-Length must be said",
  },
  "http/upload-too-large": {
    status: 413,
    message: TOO_LARGE,
  },
  "http/upload-no-room": {
    status: 507,
    message:
      "Cannot take the file: together with others that were sent and not used it is more than 512 MB. Send fewer; what nobody uses goes after a day",
  },
  "http/upload-refused": {
    status: 400,
    message:
      "Cannot take the file: its name is not a plain file name, or what it belongs to is gone",
  },
  "http/not-json": {
    status: 400,
    message: "Cannot read the request: its body is not JSON",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Returns the JSON answer for a refusal of the HTTP edge. */
export function refuse(context: Context, code: RefusalCode): Response {
  const { status, message } = REFUSALS[code];
  const body: Answer = { ok: false, problem: { code }, message };
  return context.json(body, status);
}
