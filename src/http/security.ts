// The rules of a web server on a person's own machine, one small middleware each. Other users and
// programs of the machine reach loopback too, and web pages can be made to. No rule knows a route.

import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type HttpEnv, refuse } from "./answer.ts";
import { makeSessions, newSecret, type Sessions, type SessionsOptions } from "./sessions.ts";
import { MOST_UPLOAD_BYTES, UPLOAD_TYPES } from "./upload-limits.ts";

/** Largest request body. Assumption: a long career with its documents as JSON stays under 6 MB. */
export const MOST_BODY_BYTES = 6 * 1024 * 1024;

/** Names under which a browser on this machine reaches a server that listens on loopback only. */
const LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"] as const;

export interface Security {
  readonly sessions: Sessions;
  /** The exact values that Host may have; none before the port is known. */
  hosts(): ReadonlySet<string>;
  /** Sets the port that the server really listens on. */
  setPort(port: number): void;
}

/** Returns the rules' shared state. Until a port is set, every request is refused. */
export function makeSecurity(options: SessionsOptions & { readonly port?: number }): Security {
  let hosts: ReadonlySet<string> = new Set();
  const security: Security = {
    sessions: makeSessions(options),
    hosts: () => hosts,
    setPort(port) {
      hosts = new Set(LOOPBACK_NAMES.map((name) => `${name}:${port}`));
    },
  };
  if (options.port !== undefined) security.setPort(options.port);
  return security;
}

type Rule = MiddlewareHandler<HttpEnv>;

/** Returns the content security policy of one answer. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

/** Rule: every answer, a refusal or a failure too, carries the protecting headers. */
export const protectingHeaders: Rule = async (context, next) => {
  const nonce = newSecret();
  context.set("nonce", nonce);
  await next();
  const { headers } = context.res;
  headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("X-Content-Type-Options", "nosniff");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
};

/** Rule: Host is exactly one of this server's own names; a rebound DNS name is not. */
export function exactHost(security: Security): Rule {
  return async (context, next) => {
    const host = context.req.header("host");
    if (host === undefined || !security.hosts().has(host)) {
      return refuse(context, "http/host-refused");
    }
    return next();
  };
}

/** Rule: only GET, HEAD and POST exist here; OPTIONS is refused, so no preflight ever succeeds. */
export const knownMethod: Rule = async (context, next) => {
  if (!["GET", "HEAD", "POST"].includes(context.req.method)) {
    return refuse(context, "http/method-refused");
  }
  return next();
};

function cookieValues(context: Context<HttpEnv>, name: string): string[] {
  // All of that name, not the first: another server on this machine may set one for a longer path.
  return (context.req.header("cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Returns how the caller proved who they are, or undefined. An Authorization header is never a hint. */
export function proofOf(
  context: Context<HttpEnv>,
  sessions: Sessions,
): "bearer" | "cookie" | undefined {
  const authorization = context.req.header("authorization");
  if (authorization !== undefined) {
    const token = /^Bearer ([\w.~+/-]+=*)$/.exec(authorization)?.[1];
    return token !== undefined && sessions.isBearer(token) ? "bearer" : undefined;
  }
  return sessions.hasSession(cookieValues(context, sessions.cookieName)) ? "cookie" : undefined;
}

/**
 * Rule: the session cookie or the bearer token is needed. `turnAway` answers who has neither.
 */
export function requireProof(
  security: Security,
  turnAway: (context: Context<HttpEnv>) => Response = (context) =>
    refuse(context, "http/no-session"),
): Rule {
  return async (context, next) => {
    if (proofOf(context, security.sessions) === undefined) return turnAway(context);
    return next();
  };
}

function isOwnOrigin(context: Context<HttpEnv>): boolean {
  return context.req.header("origin") === `http://${context.req.header("host")}`;
}

/**
 * Rule: whatever comes with the cookie comes from Throughline's own page. Anything but GET must carry
 * Origin equal to self and Sec-Fetch-Site same-origin; a GET from another page may only be a
 * navigation. A bearer token needs no Origin, but a foreign one is refused.
 */
export function ownOrigin(security: Security): Rule {
  return async (context, next) => {
    const { req } = context;
    const site = req.header("sec-fetch-site");
    const hasOrigin = req.header("origin") !== undefined;
    const foreign =
      (hasOrigin && !isOwnOrigin(context)) ||
      ((site === "cross-site" || site === "same-site") &&
        !(req.method === "GET" && req.header("sec-fetch-mode") === "navigate"));
    const unproven =
      req.method !== "GET" &&
      proofOf(context, security.sessions) === "cookie" &&
      !(isOwnOrigin(context) && site === "same-origin");
    if (foreign || unproven) return refuse(context, "http/origin-refused");
    return next();
  };
}

/** Rule: a body is application/json, plain, in UTF-8, so that no form and no simple request sends one. */
export const jsonOnly: Rule = async (context, next) => {
  const type = context.req.header("content-type") ?? "";
  const plain = (context.req.header("content-encoding") ?? "identity") === "identity";
  if (!plain || !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    return refuse(context, "http/type-refused");
  }
  return next();
};

/** Rule: a body is at most MOST_BODY_BYTES long, whether or not its length is declared. */
export const bodyCap: Rule = bodyLimit({
  maxSize: MOST_BODY_BYTES,
  onError: (context) => refuse(context, "http/too-large"),
});

/** Rule: a file says its kind as its name does, and its length, which is at most MOST_UPLOAD_BYTES. */
export const uploadOnly: Rule = async (context, next) => {
  const { req } = context;
  const ending = /\.([a-z]+)$/i.exec(req.query("name") ?? "")?.[1]?.toLowerCase() ?? "";
  const plain = (req.header("content-encoding") ?? "identity") === "identity";
  const type = UPLOAD_TYPES[ending];
  if (!plain || type === undefined || req.header("content-type") !== type) {
    return refuse(context, "http/upload-type-refused");
  }
  // The server reads no more than the length that was said.
  const length = req.header("content-length");
  if (length === undefined || !/^\d+$/.test(length)) {
    return refuse(context, "http/upload-length-missing");
  }
  if (Number(length) > MOST_UPLOAD_BYTES) return refuse(context, "http/upload-too-large");
  return next();
};
