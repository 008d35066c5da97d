// The command line: words typed → an operation's input → its answer printed. It decides nothing; the
// world (files, database, network) comes in as an argument, so that tests run it in process.

import { parseArgs } from "node:util";
import { CATALOG } from "../operations/catalog.ts";
import type { OperationContext } from "../operations/context.ts";
import type { InputIssue } from "../operations/input-problem.ts";
import type { OperationEntry } from "../operations/operation.ts";
import type { Flag, TypedWords } from "./arguments.ts";
import type { Asker } from "./asker.ts";
import { DEFAULT_PORT } from "./default-port.ts";
import { DONE, exitCodeOf, STORAGE, UNEXPECTED, USAGE } from "./exit-codes.ts";
import { nextCommandOf } from "./next-command.ts";
import { printableText } from "./printable.ts";
import type { WorkShown } from "./work-shown.ts";

export interface World {
  readonly version: string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Columns to wrap at. */
  readonly columns: number;
  /** Whether to use colour and bold. */
  readonly styled: boolean;
  /** Reads a file's text; "-" is standard input. Rejects with a NodeJS-style error. */
  readonly readFile: (path: string) => Promise<string>;
  /** Writes a file that only its owner can read, in place of one that is there. Rejects as readFile does. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Opens what operations need, on the given data folder (the platform's when undefined). */
  readonly openContext: (dataFolder: string | undefined, call: LongCall) => Promise<OpenContext>;
  /** Shows work that takes a while, unless it is to be quiet; Ctrl+C then stops it. */
  readonly beginWork: (quiet: boolean) => Promise<WorkShown>;
  /** Who is asked in a conversation; undefined where there is no terminal. */
  readonly asker?: () => Promise<Asker | undefined>;
  readonly serve: (options: ServeOptions) => Promise<number>;
  readonly serveMcp: (options: {
    dataFolder: string | undefined;
    write: boolean;
  }) => Promise<number>;
}

/** What long work is stopped by and tells; a short one has neither. */
export type LongCall = Partial<Pick<WorkShown, "signal" | "progress">>;

export interface OpenContext {
  readonly context: OperationContext;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  readonly dataFolder: string | undefined;
  readonly port: number;
}

const HELP_OPTION = { type: "boolean", short: "h" } as const;
/** Flags that every command takes. */
const GLOBAL_OPTIONS = {
  json: { type: "boolean" },
  full: { type: "boolean" },
  data: { type: "string" },
  out: { type: "string" },
  help: HELP_OPTION,
} as const;

/** Runs one command and returns the exit code; it never throws. */
export async function run(words: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(words, world);
  } catch (error) {
    return sayFailure(error, words.includes("--json"), world);
  }
}

async function dispatch(words: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const { programHelp } = await import("./help.ts");
    world.print(programHelp(CATALOG));
    return DONE;
  }
  if (name === "--version" || name === "-v") {
    world.print(`${world.version}\n`);
    return DONE;
  }
  if (name === "serve") return serve(rest, world);
  if (name === "mcp") return mcp(rest, world);
  if (name === "catalogue") return catalogue(rest, world);
  if (name === "interview") return converse(INTERVIEW, rest, world);
  if (name === "check-in") return converse(CHECK_IN, rest, world);
  if (name === "assess") return converse(ASSESS, rest, world);
  const entry = CATALOG.find((candidate) => candidate.name === name);
  if (entry === undefined) {
    return sayUsage(unknownCommandText(name), words.includes("--json"), world);
  }
  return runOperation(entry, rest, world);
}

async function runOperation(
  entry: OperationEntry,
  words: readonly string[],
  world: World,
  command = entry.name,
): Promise<number> {
  const operation = await entry.load();
  const { flagsOf, inputOf, readWords } = await import("./arguments.ts");
  const flags = flagsOf(operation.input);
  const json = words.includes("--json");
  let typed: TypedWords;
  try {
    typed = readWords(words, flags, GLOBAL_OPTIONS);
  } catch (error) {
    const list = flags.find(({ kind, name }) => kind === "list" && isBare(words, `--${name}`));
    const hint = list === undefined ? "" : `. For an empty list write --${list.name} none`;
    return sayUsage(`${usageText(error)}${hint}. See throughline ${command} --help`, json, world);
  }
  const { help, data, full, out, ...values } = typed.values;
  if (help === true) {
    const { commandHelp } = await import("./help.ts");
    world.print(commandHelp(entry, flags));
    return DONE;
  }
  const { input, leftOver } = inputOf(flags, { values, positionals: typed.positionals });
  if (leftOver.length > 0) {
    const text = `Cannot use "${leftOver.join(" ")}": ${command} takes no such word`;
    return sayUsage(`${text}. See throughline ${command} --help`, json, world);
  }
  for (const flag of flags.filter((candidate) => candidate.file)) {
    const path = input[flag.field];
    if (typeof path !== "string") continue;
    try {
      input[flag.field] = await world.readFile(path);
    } catch (error) {
      const text = `Cannot read "${path}": ${fileErrorText(error)}. Check the name and try again`;
      return sayProblem("file/cannot-read", text, json, world);
    }
  }
  const { checkInput } = await import("../operations/check-input.ts");
  const checked = checkInput(operation, input);
  const { problemText } = await import("../operations/problem-text.ts");
  if (!checked.ok) {
    const { code, issues } = checked.problem;
    const asked = issues.map((issue) => asTyped(issue, flags, values));
    const text = problemText({ code, issues: asked });
    const next = `. See throughline ${command} --help`;
    return sayProblem(code, text + takenHint(flags, input) + next, json, world, checked.problem);
  }
  const shown = entry.isLong === true ? await world.beginWork(json) : undefined;
  const folder = typeof data === "string" ? data : undefined;
  const opened = await world.openContext(folder, shown ?? {});
  try {
    const answer = await operation.run(opened.context, checked.value).finally(shown?.end);
    if (!answer.ok) {
      const text = problemText(answer.problem) + nextCommandOf(answer.problem.code);
      return sayProblem(answer.problem.code, text, json, world, answer.problem);
    }
    const text = await answerText(
      entry.name,
      answer.value,
      { ...world, full: full === true },
      json,
    );
    if (typeof out === "string") return await writeAnswer(out, text, json, world);
    world.print(text);
    return DONE;
  } finally {
    await opened.close();
  }
}

async function answerText(
  operation: string,
  value: unknown,
  layout: World & { readonly full: boolean },
  json: boolean,
): Promise<string> {
  if (json) return `${JSON.stringify(value, null, 2)}\n`;
  const { printAnswer } = await import("./print-answer.ts");
  return printAnswer(operation, value, layout);
}

async function writeAnswer(
  path: string,
  text: string,
  json: boolean,
  world: World,
): Promise<number> {
  try {
    await world.writeFile(path, text);
    return DONE;
  } catch (error) {
    const state = codeOf(error) === "ENOENT" ? "there is no such folder" : fileErrorText(error);
    const why = `Cannot write "${path}": ${state}. Give another place and try again`;
    sayProblem("file/cannot-write", why, json, world);
    return STORAGE;
  }
}

/** `throughline catalogue add …`: the operations on catalogues, as a family of commands. */
const CATALOGUE_COMMANDS: Readonly<Record<string, string>> = {
  add: "add-catalogue",
  list: "list-catalogues",
  remove: "remove-catalogue",
  train: "train-titles",
};

async function catalogue(words: readonly string[], world: World): Promise<number> {
  const [command = "", ...rest] = words;
  const entry = CATALOG.find(({ name }) => name === CATALOGUE_COMMANDS[command]);
  if (entry !== undefined) return runOperation(entry, rest, world, `catalogue ${command}`);
  if (command === "--help" || command === "-h") {
    world.print(CATALOGUE_HELP);
    return DONE;
  }
  const text =
    command === ""
      ? "Cannot tell what to do"
      : `Cannot run "catalogue ${command}": there is no such command`;
  return sayUsage(`${text}. See throughline catalogue --help`, words.includes("--json"), world);
}

const CATALOGUE_HELP = `throughline catalogue add KIND [LOCATION] [--no-training]
throughline catalogue list
throughline catalogue train
throughline catalogue remove KIND

Full public releases beside the catalogue that comes with Throughline.
  KIND         onet, esco, bls or crosswalks
  LOCATION     the zip as it was downloaded, a folder with its files, or an address;
               without it the official address, where there is one
Each takes --help.
`;

async function serve(words: readonly string[], world: World): Promise<number> {
  let port = DEFAULT_PORT;
  let dataFolder: string | undefined;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: "string" }, data: { type: "string" }, help: HELP_OPTION },
    });
    if (values.help === true) {
      world.print(SERVE_HELP);
      return DONE;
    }
    if (values.port !== undefined)
      port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
    dataFolder = values.data;
  } catch (error) {
    return sayUsage(`${usageText(error)}. See throughline serve --help`, false, world);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return sayUsage(
      "Cannot use --port: it must be a number from 0 to 65535. See throughline serve --help",
      false,
      world,
    );
  }
  return world.serve({ dataFolder, port });
}

async function mcp(words: readonly string[], world: World): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { write: { type: "boolean" }, data: { type: "string" }, help: HELP_OPTION },
    });
    if (values.help === true) {
      world.print(MCP_HELP);
      return DONE;
    }
    return await world.serveMcp({ dataFolder: values.data, write: values.write === true });
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return sayUsage(`${usageText(error)}. See throughline mcp --help`, false, world);
  }
}

/** A conversation that a command holds, and the operation that shows how things stand without a terminal. */
interface Conversation {
  readonly name: string;
  readonly help: string;
  readonly shows: string;
  readonly hold: (context: OperationContext, asker: Asker, world: World) => Promise<number>;
}

/** Holds the conversation; without a terminal it shows how things stand. */
async function converse(
  { name, help, shows, hold }: Conversation,
  words: readonly string[],
  world: World,
): Promise<number> {
  let dataFolder: string | undefined;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { data: { type: "string" }, json: { type: "boolean" }, help: HELP_OPTION },
    });
    if (values.help === true) {
      world.print(help);
      return DONE;
    }
    dataFolder = values.data;
  } catch (error) {
    return sayUsage(`${usageText(error)}. See throughline ${name} --help`, false, world);
  }
  const asker = words.includes("--json") ? undefined : await world.asker?.();
  const entry = CATALOG.find((candidate) => candidate.name === shows);
  if (asker === undefined && entry !== undefined) return runOperation(entry, words, world);
  if (asker === undefined) return UNEXPECTED;
  const opened = await world.openContext(dataFolder, {});
  try {
    return await hold(opened.context, asker, world);
  } finally {
    await opened.close();
  }
}

const INTERVIEW_HELP = `throughline interview [--data DIR]

A conversation about where you are and the way to your goal, a question at a time.
Each answer is kept at once; it stops at any question and goes on from there.
Without a terminal it shows the next question, and the words that answer it:
throughline answer-question QUESTION CHOICE.
  --data DIR   read and keep the record in this folder
`;

const CHECK_IN_HELP = `throughline check-in [--data DIR]

Two minutes: what you did, whose agenda it served, what it took or gave. Enter leaves a
question open; stopping keeps what was said. Without a terminal it shows what your check-ins
come to; throughline save-check-in keeps one in a single line.
  --data DIR   read and keep the record in this folder
`;

const ASSESS_HELP = `throughline assess [--data DIR]

The questions on the seven dimensions, one after the other, in about nine minutes: how it is, how
you want it, and your own words if you like. Each answer is kept at once; stopping keeps what was
said, and the same command goes on. Without a terminal it shows the questions; throughline
answer-assessment takes answers from flags, a file or a pipe.
  --data DIR   read and keep the record in this folder
`;

const INTERVIEW: Conversation = {
  name: "interview",
  help: INTERVIEW_HELP,
  shows: "show-interview",
  hold: async (...given) => (await import("./interview-command.ts")).holdInterview(...given),
};

const CHECK_IN: Conversation = {
  name: "check-in",
  help: CHECK_IN_HELP,
  shows: "show-agenda",
  hold: async (...given) => (await import("./check-in-command.ts")).holdCheckIn(...given),
};

const ASSESS: Conversation = {
  name: "assess",
  help: ASSESS_HELP,
  shows: "show-assessment",
  hold: async (...given) => (await import("./assess-command.ts")).holdAssessment(...given),
};

const SERVE_HELP = `throughline serve [--port ${DEFAULT_PORT}] [--data DIR]

Starts the app on this machine alone and prints the link that opens it.
  --port N     another port; 0 takes a free one
  --data DIR   keep the record in this folder
`;

const MCP_HELP = `throughline mcp [--write] [--data DIR]

Serves Throughline's operations as MCP tools over standard input and output.
  --write      also the tools that change what is stored
  --data DIR   read and keep the record in this folder
`;

function sayUsage(text: string, json: boolean, world: World): number {
  sayProblem("command/not-understood", text, json, world);
  return USAGE;
}

function sayProblem(
  code: string,
  text: string,
  json: boolean,
  world: World,
  problem: object = { code },
): number {
  if (json) {
    world.print(`${JSON.stringify({ ok: false, problem, message: text }, null, 2)}\n`);
  } else {
    world.printError(`${printableText(text)}\n`);
  }
  return exitCodeOf(code);
}

async function sayFailure(error: unknown, json: boolean, world: World): Promise<number> {
  const { failureOf, failureTrace } = await import("../operations/failure-text.ts");
  const { code, message } = failureOf(error);
  sayProblem(code, message, json, world);
  if (code === "internal") world.printError(`${JSON.stringify(failureTrace(error))}\n`);
  return code.startsWith("storage/") ? STORAGE : UNEXPECTED;
}

/** Returns the issue under the name that the person typed: "--pay-floor" for payFloor. */
function asTyped(
  { path, message }: InputIssue,
  flags: readonly Flag[],
  values: TypedWords["values"],
): InputIssue {
  const [field, ...inner] = path.split(".");
  const flag = flags.find((candidate) => candidate.field === field);
  if (flag === undefined) return { path, message };
  // A word that stands by its place is called as the help calls it.
  const isWord = flag.positional && values[flag.name] === undefined;
  const name = isWord ? flag.field.toUpperCase() : `--${flag.name}`;
  return { path: [name, ...inner].join("."), message };
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function isUsageError(error: unknown): boolean {
  return codeOf(error).startsWith("ERR_PARSE_ARGS");
}

/** A word that is needed may have gone to the list before it. */
function takenHint(flags: readonly Flag[], input: Readonly<Record<string, unknown>>): string {
  const lacking = flags.find((flag) => flag.positional && flag.required && !(flag.field in input));
  const list = flags.find(({ kind, field }) => kind === "list" && isSeveral(input[field]));
  if (lacking === undefined || list === undefined) return "";
  return `. --${list.name} takes every word after it: write ${lacking.field.toUpperCase()} before it`;
}

function isSeveral(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1;
}

/** Whether the flag stands there with nothing after it, or with another flag. */
function isBare(words: readonly string[], flag: string): boolean {
  const next = words[words.indexOf(flag) + 1];
  return words.includes(flag) && (next === undefined || next.startsWith("-"));
}

/** Returns what is wrong with the words, from what node:util's parseArgs says of them. */
function usageText(error: unknown): string {
  if (!isUsageError(error) || !(error instanceof Error)) throw error;
  const name = /'([^' ]+)/.exec(error.message)?.[1] ?? "";
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `Cannot use ${name}: there is no such flag`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `Cannot use "${name}": no word is expected there`;
    default:
      if (/does not take/.test(error.message)) return `Cannot use ${name}: it takes no value`;
      return /ambiguous/.test(error.message)
        ? `Cannot use ${name}: what follows it looks like a flag. Write ${name}=VALUE for a value that begins with a dash`
        : `Cannot use ${name}: its value is missing`;
  }
}

function fileErrorText(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "it is a folder";
    case "EACCES":
      return "this account may not use it";
    case "EFBIG":
      return "it is larger than any résumé";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function unknownCommandText(name: string): string {
  if (name.startsWith("-")) {
    return `Cannot use ${name} there: flags come after the command, as in throughline plan ${name}. See throughline --help`;
  }
  const near = CATALOG.filter((entry) => isNear(entry.name, name)).slice(0, MOST_HINTS);
  const hint =
    near.length > 0
      ? `Did you mean ${near.map((entry) => entry.name).join(" or ")}?`
      : "See throughline --help";
  return `Cannot run "${name}": there is no such command. ${hint}`;
}

/** More names than this are no hint. */
const MOST_HINTS = 4;

/** Near enough to be a slip: one contains the other, or they share their first four letters. */
function isNear(known: string, typed: string): boolean {
  if (typed.length < 3) return false;
  return known.includes(typed) || typed.includes(known) || known.slice(0, 4) === typed.slice(0, 4);
}
