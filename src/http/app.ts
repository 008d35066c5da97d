// The web server's application: the rules of security.ts in their order, then the few addresses there
// are. Every operation is POST /api/<name> with a JSON object, and a file that is too large for JSON is sent
// before it to POST /upload; no GET changes anything but a start link, which is used up. It decides
// nothing about careers.

import { type Context, Hono } from "hono";
import { checkInput } from "../operations/check-input.ts";
import type { OperationContext } from "../operations/context.ts";
import { failureOf, failureTrace } from "../operations/failure-text.ts";
import type { OperationEntry } from "../operations/operation.ts";
import { type Problem, problemText } from "../operations/problem-text.ts";
import type { Progress } from "../operations/progress.ts";
import { type Answer, type HttpEnv, refuse } from "./answer.ts";
import { streamAnswer, wantsStream } from "./answer-stream.ts";
import { API_PAGE_SCRIPT, API_PAGE_SCRIPT_PATH, makeApiPage } from "./api-page.ts";
import { addFeed, type ReadFeed } from "./feed.ts";
import { makeOpenapi } from "./openapi.ts";
import { makeClosedPage, makeNotBuiltPage, makeUsedLinkPage, makeWelcomePage } from "./pages.ts";
import { httpStatusOf } from "./problem-status.ts";
import {
  bodyCap,
  exactHost,
  jsonOnly,
  knownMethod,
  ownOrigin,
  proofOf,
  protectingHeaders,
  requireProof,
  type Security,
  uploadOnly,
} from "./security.ts";
import { findAppPage, webFiles } from "./web-files.ts";

/** One line of the log: never a query, a body, or words of an error that may quote the record. */
export interface RequestLine {
  readonly method: string;
  /** The operation's name, or "page" for everything else. */
  readonly what: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The kind of a failure and where in the program it was. */
  readonly error?: { readonly name: string; readonly at: readonly string[] };
}

export interface AppOptions {
  readonly catalog: readonly OperationEntry[];
  /** Makes the context of one call; the signal aborts when the caller goes away. */
  readonly contextFor: (call: {
    readonly signal: AbortSignal;
    readonly progress?: Progress;
  }) => OperationContext;
  /**
   * Keeps a file for an operation to use and returns its location, "upload:ID"; undefined where it cannot
   * have this name or stand beside that one, "too-large" where too much waits to be used already.
   */
  readonly keepUpload: (
    body: ReadableStream<Uint8Array>,
    name: string,
    beside: string | undefined,
  ) => Promise<string | "too-large" | undefined>;
  readonly readFeed: ReadFeed;
  readonly security: Security;
  /** The folder of the built web app. */
  readonly webRoot: string;
  readonly version: string;
  readonly log: (line: RequestLine) => void;
}

/** Returns the application; nothing listens yet. */
export function makeApp(options: AppOptions): Hono<HttpEnv> {
  const { security } = options;
  const app = new Hono<HttpEnv>();
  addLog(app, options.log);
  app.use(protectingHeaders);
  app.use(exactHost(security));
  app.use(knownMethod);
  addOpenAddresses(app, options);
  app.use(requireProof(security, turnAway));
  app.use(ownOrigin(security));
  addOperations(app, options);
  addPages(app, options.webRoot);
  app.notFound((context) => refuse(context, "http/not-found"));
  return app;
}

/** One line for each request, and an answer for each failure that says nothing of what it met. */
function addLog(app: Hono<HttpEnv>, log: AppOptions["log"]): void {
  const failures = new WeakMap<Request, unknown>();
  app.onError((error, context) => {
    failures.set(context.req.raw, error);
    return answerToFailure(error, context);
  });
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    const failure = failures.get(context.req.raw);
    log({
      method: context.req.method,
      what: context.get("operation") ?? "page",
      status: context.res.status,
      milliseconds: Math.round(performance.now() - start),
      ...(failure === undefined ? {} : { error: failureTrace(failure) }),
    });
  });
}

/** What answers without a session: nothing here holds anything of the person, but the feed, to who knows its secret. */
function addOpenAddresses(app: Hono<HttpEnv>, { security, webRoot, readFeed }: AppOptions): void {
  app.get("/health", (context) => context.json({ ok: true }));
  app.get("/start", (context) => openStartLink(context, security));
  app.get(API_PAGE_SCRIPT_PATH, (context) =>
    context.body(API_PAGE_SCRIPT, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  addFeed(app, security, readFeed);
  const files = webFiles(webRoot);
  app.get("*", (context, next) => (isPagePath(context.req.path) ? next() : files(context, next)));
}

function addOperations(app: Hono<HttpEnv>, options: AppOptions): void {
  const { catalog, version, security } = options;
  app.post("/api/:name", jsonOnly, bodyCap, (context) => callOperation(context, options));
  app.post("/upload", uploadOnly, (context) => takeUpload(context, options));
  app.all("/upload", (context) => {
    context.header("Allow", "POST");
    return refuse(context, "http/method-refused");
  });
  app.get("/openapi.json", async (context) => {
    const { cookieName } = security.sessions;
    return context.json(await makeOpenapi(catalog, { version, cookieName }));
  });
  app.get("/api", async (context) =>
    context.html(await makeApiPage(catalog, context.get("nonce"))),
  );
  app.all("/api/*", (context) => {
    const known = catalog.some(({ name }) => context.req.path === `/api/${name}`);
    if (!known) return refuse(context, "http/not-found");
    context.header("Allow", "POST");
    return refuse(context, "http/method-refused");
  });
}

function addPages(app: Hono<HttpEnv>, webRoot: string): void {
  app.get("*", async (context) => {
    if (!isPagePath(context.req.path)) return refuse(context, "http/not-found");
    const nonce = context.get("nonce");
    const page = await findAppPage(webRoot, nonce);
    return page === undefined ? context.html(makeNotBuiltPage(nonce), 503) : context.html(page);
  });
  app.post("*", (context) => refuse(context, "http/method-refused"));
}

/** A person in a browser gets a page that says what to do; a program gets the refusal. */
function turnAway(context: Context<HttpEnv>): Response {
  const { req } = context;
  const wantsHtml = (req.header("accept") ?? "").includes("text/html");
  if (req.method !== "GET" || !wantsHtml) return refuse(context, "http/no-session");
  const [name, port] = splitHost(req.header("host") ?? "");
  // Cookies tell names apart: who came in at 127.0.0.1 is a stranger at localhost.
  const elsewhere = name === LINK_NAME ? undefined : `http://${LINK_NAME}:${port}/`;
  return context.html(makeClosedPage(context.get("nonce"), elsewhere), 401);
}

/** The name in the start link. */
const LINK_NAME = "127.0.0.1";

function splitHost(host: string): [name: string, port: string] {
  const colon = host.lastIndexOf(":");
  return [host.slice(0, colon), host.slice(colon + 1)];
}

/** True for "/", "/plan", "/index.html": the app's own page, as against a file with a dot in its name. */
function isPagePath(path: string): boolean {
  return path === "/index.html" || !/\.[^/]*$/.test(path);
}

/** Uses the link up and lets the browser in; one that is in already is sent on, link used or not. */
function openStartLink(context: Context<HttpEnv>, { sessions }: Security): Response {
  const { req } = context;
  if (req.method !== "GET") return refuse(context, "http/method-refused");
  // A browser that only looks ahead must not use the link up; it asks again when the person goes there.
  if (/prefetch|prerender/.test(`${req.header("sec-purpose")} ${req.header("purpose")}`)) {
    return refuse(context, "http/no-session");
  }
  const nonce = context.get("nonce");
  if (proofOf(context, sessions) !== "cookie") {
    const secret = sessions.openSession(req.query("token") ?? "");
    if (secret === undefined) return context.html(makeUsedLinkPage(nonce), 401);
    context.header(
      "Set-Cookie",
      `${sessions.cookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    );
  }
  // From another site, a strict cookie would not come along with a redirect; from a page of ours it does.
  const site = req.header("sec-fetch-site");
  return site === "cross-site" || site === "same-site"
    ? context.html(makeWelcomePage(nonce))
    : context.redirect("/", 303);
}

async function takeUpload(
  context: Context<HttpEnv>,
  { keepUpload }: AppOptions,
): Promise<Response> {
  context.set("operation", "upload");
  const { body } = context.req.raw;
  const location =
    body === null
      ? undefined
      : await keepUpload(body, context.req.query("name") ?? "", context.req.query("beside"));
  if (location === undefined) return refuse(context, "http/upload-refused");
  if (location === "too-large") return refuse(context, "http/upload-no-room");
  return context.json({ ok: true, value: { location } } satisfies Answer);
}

async function callOperation(context: Context<HttpEnv>, options: AppOptions): Promise<Response> {
  const entry = options.catalog.find(({ name }) => name === context.req.param("name"));
  if (entry === undefined) return refuse(context, "http/not-found");
  context.set("operation", entry.name);
  let body: unknown;
  try {
    body = JSON.parse(await context.req.text());
  } catch {
    // Whatever is wrong with it, the answer is the same, and must not quote it.
    return refuse(context, "http/not-json");
  }
  const operation = await entry.load();
  const input = checkInput(operation, body);
  if (!input.ok) return answerWithProblem(context, input.problem);
  const { signal } = context.req.raw;
  if (wantsStream(context)) {
    return streamAnswer(context, {
      signal,
      run: async (call) => {
        const result = await operation.run(options.contextFor(call), input.value);
        return result.ok ? { ok: true, value: result.value } : problemAnswer(result.problem);
      },
      fail(error) {
        const trace = failureTrace(error);
        const what = entry.name;
        options.log({ method: "POST", what, status: 500, milliseconds: 0, error: trace });
        return failureAnswer(error);
      },
    });
  }
  const result = await operation.run(options.contextFor({ signal }), input.value);
  if (!result.ok) return answerWithProblem(context, result.problem);
  return context.json({ ok: true, value: result.value } satisfies Answer);
}

function problemAnswer(problem: Problem): Answer {
  return { ok: false, problem, message: problemText(problem) };
}

function answerWithProblem(context: Context<HttpEnv>, problem: Problem): Response {
  return context.json(problemAnswer(problem), httpStatusOf(problem));
}

function failureAnswer(error: unknown): Answer {
  const { code, message } = failureOf(error);
  return { ok: false, problem: { code }, message };
}

/** A failing disk is 503, since it may pass; a mistake of ours is 500. */
function answerToFailure(error: unknown, context: Context): Response {
  return context.json(failureAnswer(error), failureOf(error).code === "internal" ? 500 : 503);
}
