// The terminal transcript in README: what the command really prints, on a fixed day so that it stays
// the same until the plan itself changes.

import { readFile } from "node:fs/promises";
import { localContexts } from "../src/cli/local-context.ts";
import { run } from "../src/cli/run.ts";
import type { CalendarDate } from "../src/domain/calendar-date.ts";

/** The day that the transcript was made for. */
const DAY = "2026-11-22" as CalendarDate;
const COMMAND =
  "plan --resume examples/surgery-receptionist.json --goal nurse --hours 25 --by 2033-06";
const TRANSCRIPT = /(<!-- transcript -->\n)[\s\S]*?(<!-- end of transcript -->)/;

/** Returns README with the transcript made anew; everything else in it stays. */
export async function makeReadme(readme: string): Promise<string> {
  if (!TRANSCRIPT.test(readme)) throw new Error("README.md has no place for the transcript");
  const output = await outputOf(COMMAND.split(" "));
  const block = `\`\`\`console\n$ npx throughline ${COMMAND}\n\n${output.trimEnd()}\n\`\`\`\n`;
  return readme.replace(TRANSCRIPT, (_, before: string, after: string) => before + block + after);
}

async function outputOf(words: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  const refuse = async () => {
    throw new Error("The transcript is of a command that ends");
  };
  const code = await run(words, {
    version: "",
    print,
    printError: print,
    columns: 96,
    styled: false,
    writeFile: async () => {},
    readFile: (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8"),
    beginWork: async () => ({
      signal: new AbortController().signal,
      progress: () => {},
      end: () => {},
    }),
    openContext: async () => {
      const contexts = localContexts(undefined);
      const { signal } = new AbortController();
      return { context: { ...contexts.contextFor({ signal }), today: DAY }, close: contexts.close };
    },
    serve: refuse,
    serveMcp: refuse,
  });
  if (code !== 0) throw new Error(`The transcript's command ended with ${code}: ${printed}`);
  return printed;
}
