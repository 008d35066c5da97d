// Help texts, made from the catalog and from an operation's flags. Plain text, 80 columns.

import type { OperationEntry } from "../operations/operation.ts";
import type { Flag } from "./arguments.ts";
import { DEFAULT_PORT } from "./default-port.ts";

const EXIT_CODES = `Exit codes: 0 done, 1 unexpected, 2 not understood, 3 cannot be used, 4 not there,
5 disk or database.`;

const WHOLE_PLAN = "Every month, every route and every action";

/** What --full adds, where it adds something. */
const FULL: Readonly<Record<string, string>> = {
  plan: WHOLE_PLAN,
  "show-plan": WHOLE_PLAN,
  "keep-plan": WHOLE_PLAN,
  "show-abilities": "Everything that is asked, each with where the estimate comes from",
  "find-springboards": "Every career, each with its stages and why it is listed",
};

const GLOBAL_FLAGS = `Everywhere:
  --json         the whole answer as JSON
  --out FILE     write the answer into this file instead
  --data DIR     keep and read the record in this folder
  --help         help on a command
  --version      this version`;

/** Returns the help of the program as a whole. */
export function programHelp(catalog: readonly OperationEntry[]): string {
  const width = Math.max(...catalog.map((entry) => entry.name.length)) + 2;
  const line = (name: string, summary: string) => `  ${name.padEnd(width)}${summary}`;
  const list = (readOnly: boolean) =>
    catalog
      .filter((entry) => entry.readOnly === readOnly)
      .map((entry) => line(entry.name, entry.summary))
      .join("\n");
  return `Throughline plans a career: gaps, routes, a dated plan and backups, on your own machine.

Try it, nothing is stored:
  throughline plan --resume FILE --goal TITLE [--hours 8] [--by 2031-06]

Start:
${line("serve", `Starts the app on http://127.0.0.1:${DEFAULT_PORT} and prints its start link.`)}
${line("interview", "A conversation about where you are and the way to your goal.")}
${line("check-in", "Two minutes on what you did, whose agenda it served and what it gave you.")}
${line("assess", "The questions on the seven dimensions, one after the other.")}
${line("catalogue", "add, list, train or remove: full public releases. See catalogue --help.")}
${line("mcp", "Serves the tools below over stdio; --write adds those that change something.")}

Read:
${list(true)}

Change:
${list(false)}

${GLOBAL_FLAGS}

${EXIT_CODES}
`;
}

/** Returns the help of one command. */
export function commandHelp(entry: OperationEntry, flags: readonly Flag[]): string {
  const positional = flags.filter((flag) => flag.positional);
  const words = positional.map((flag) =>
    flag.required ? flag.field.toUpperCase() : `[${flag.field.toUpperCase()}]`,
  );
  const full = FULL[entry.name];
  const lines = flags.map((flag) => {
    const left = `  --${flag.name}${valueName(flag)}`;
    const right = [
      flag.description,
      flag.choices.length > 0 && flag.field !== "confirm" ? `(${flag.choices.join(", ")})` : "",
      flag.fallback === "" ? "" : `[${flag.fallback}]`,
      flag.kind === "list" ? "(one or more; none for an empty list)" : "",
      flag.required ? "(needed)" : "",
    ];
    return `${left.padEnd(25)} ${right.filter((part) => part !== "").join(" ")}`;
  });
  return [
    `throughline ${[entry.name, ...words].join(" ")}${flags.length > 0 ? " [flags]" : ""}`,
    "",
    entry.summary,
    entry.readOnly ? "It only reads." : "It changes what is stored.",
    ...(lines.length > 0 ? ["", "Flags:", ...lines] : []),
    ...(full === undefined ? [] : [`${"  --full".padEnd(25)} ${full}`]),
    "",
    GLOBAL_FLAGS,
    "",
    EXIT_CODES,
    "",
  ].join("\n");
}

function valueName(flag: Flag): string {
  if (flag.kind === "switch") return "";
  if (flag.file) return " FILE";
  if (flag.kind === "number") return " N";
  return flag.kind === "list" ? " ID" : " TEXT";
}
