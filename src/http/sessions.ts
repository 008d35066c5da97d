// Who may talk to this server: one-time start tokens, sessions in a cookie, and one bearer token.
// Only hashes are kept, in memory: ending the process ends every session. No HTTP in here.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Length of every secret: 256 bits, as the feed secret and for the same reason (OWASP asks for ≥ 128). */
const SECRET_BYTES = 32;
/** Assumption: whoever starts Throughline opens the link the same day. */
export const START_TOKEN_HOURS = 12;
/** Assumption: more browsers than this at once are not one person; the oldest session ends. */
export const MOST_SESSIONS = 32;

/** Milliseconds since some fixed moment, never going back. */
export type Clock = () => number;

export interface Sessions {
  /** Name of the session cookie: one per installation, since cookies do not tell ports apart. */
  readonly cookieName: string;
  /** Returns a fresh token for one start link. */
  newStartToken(): string;
  /** Uses the token up and returns a new session's secret; undefined when used, expired or unknown. */
  openSession(startToken: string): string | undefined;
  /** True when one of the values is the secret of an open session. */
  hasSession(secrets: readonly string[]): boolean;
  /** True for the bearer token; always false when none was set. */
  isBearer(token: string): boolean;
}

export interface SessionsOptions {
  /** What tells this installation from others on the machine, such as its data folder. */
  readonly installationId: string;
  /** Lets programs in without a cookie; without it no bearer token is right. */
  readonly bearerToken?: string | undefined;
  readonly clock?: Clock;
}

/** Returns a new secret, safe in URLs, cookies and headers: 43 characters. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** Returns an empty set of sessions. */
export function makeSessions(options: SessionsOptions): Sessions {
  const { installationId, bearerToken, clock = () => performance.now() } = options;
  const sessions: Buffer[] = [];
  let startTokens: { readonly hash: Buffer; readonly expires: number }[] = [];
  const bearerHash = bearerToken === undefined ? undefined : hashOf(bearerToken);

  return {
    cookieName: `throughline-${hashOf(installationId).toString("hex").slice(0, 12)}`,

    newStartToken() {
      const token = newSecret();
      startTokens.push({ hash: hashOf(token), expires: clock() + START_TOKEN_HOURS * 3_600_000 });
      return token;
    },

    openSession(startToken) {
      const hash = hashOf(startToken);
      const now = clock();
      const found = startTokens.find(
        (candidate) => timingSafeEqual(candidate.hash, hash) && now < candidate.expires,
      );
      startTokens = startTokens.filter(
        (candidate) => candidate !== found && now < candidate.expires,
      );
      if (found === undefined) return undefined;
      const secret = newSecret();
      sessions.push(hashOf(secret));
      if (sessions.length > MOST_SESSIONS) sessions.shift();
      return secret;
    },

    hasSession(secrets) {
      return secrets.some((secret) => {
        const hash = hashOf(secret);
        return sessions.some((session) => timingSafeEqual(session, hash));
      });
    },

    isBearer(token) {
      return bearerHash !== undefined && timingSafeEqual(bearerHash, hashOf(token));
    },
  };
}
