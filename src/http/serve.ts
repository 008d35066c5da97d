// The real server: listens on loopback alone, tells the rules which port it got, and gives the start
// link. What it answers is app.ts.

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { fail, ok, type Result } from "../domain/result.ts";
import type { HttpEnv } from "./answer.ts";
import type { Security } from "./security.ts";

/** Only these are ever bound; the second where the machine has IPv6. */
const LOOPBACK_ADDRESSES = ["127.0.0.1", "::1"] as const;

/** Assumption: a request that has not been received in full after this long is not a person's. */
const RECEIVE_TIMEOUT_MS = 30_000;

export type ServeProblem =
  | { readonly code: "serve/port-in-use"; readonly port: number }
  | { readonly code: "serve/port-refused"; readonly port: number; readonly reason: string };

export interface Served {
  /** "http://127.0.0.1:4747" */
  readonly url: string;
  readonly port: number;
  /** The addresses that are listened on. */
  readonly addresses: readonly string[];
  /** Returns a link that lets one browser in, once. A new one at each call. */
  newStartLink(): string;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly app: Hono<HttpEnv>;
  readonly security: Security;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Returns the running server, or why the port cannot be had. */
export async function serve({
  app,
  security,
  port,
}: ServeOptions): Promise<Result<Served, ServeProblem>> {
  const answer = getRequestListener((request) => app.fetch(request), {
    overrideGlobalObjects: false,
  });
  const listener: RequestListener = (incoming, outgoing) => {
    // An absolute address in the request line, which only proxies get, would take Host's place.
    if (!incoming.url?.startsWith("/")) {
      outgoing.writeHead(400, { Connection: "close" }).end();
      return;
    }
    void answer(incoming, outgoing);
  };

  const first = await listen(listener, LOOPBACK_ADDRESSES[0], port);
  if (!first.ok) return fail(serveProblemOf(first.problem, port));
  const servers = [first.value];
  // `as`: a server that listens on a port has an address with a port.
  const realPort = (first.value.address() as AddressInfo).port;
  const second = await listen(listener, LOOPBACK_ADDRESSES[1], realPort);
  if (second.ok) servers.push(second.value);
  security.setPort(realPort);

  const url = `http://${LOOPBACK_ADDRESSES[0]}:${realPort}`;
  return ok({
    url,
    port: realPort,
    addresses: LOOPBACK_ADDRESSES.slice(0, servers.length),
    newStartLink: () => `${url}/start?token=${security.sessions.newStartToken()}`,
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  });
}

/** Returns what could not be done and what to do next. */
export function serveProblemText(problem: ServeProblem): string {
  switch (problem.code) {
    case "serve/port-in-use":
      return `Cannot listen on port ${problem.port}: another program has it. If that is Throughline, use the link in its terminal; otherwise choose another port, such as --port ${problem.port + 1}, or any free one with --port 0`;
    case "serve/port-refused":
      return `Cannot listen on port ${problem.port}: the system says ${problem.reason}. Choose another port, or any free one with --port 0`;
  }
}

function listen(
  listener: RequestListener,
  host: string,
  port: number,
): Promise<Result<Server, NodeJS.ErrnoException>> {
  return new Promise((resolve) => {
    const server = createServer({ requestTimeout: RECEIVE_TIMEOUT_MS }, listener);
    server.once("error", (error) => resolve(fail(error)));
    server.listen({ host, port, exclusive: true }, () => resolve(ok(server)));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function serveProblemOf(error: NodeJS.ErrnoException, port: number): ServeProblem {
  return error.code === "EADDRINUSE"
    ? { code: "serve/port-in-use", port }
    : { code: "serve/port-refused", port, reason: error.code ?? error.message };
}
