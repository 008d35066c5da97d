// The examples of docs/reference/library.md: each is a script that is run from the project's root as it
// stands, and what it prints stands in the block under it.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const EXAMPLE = /```js\n([\s\S]*?)```\n\n```text\n[\s\S]*?```/g;

/** Returns the code of each example, in order; an example without a block for what it prints is an error. */
export function examplesIn(page: string): readonly string[] {
  const examples = [...page.matchAll(EXAMPLE)].map(([, code = ""]) => code);
  const blocks = page.match(/^```js$/gm)?.length ?? 0;
  if (examples.length === 0 || examples.length !== blocks)
    throw new Error("docs/reference/library.md: an example has no block for what it prints");
  return examples;
}

/** Returns the page with what each example prints made anew; everything else in it stays. */
export async function makeLibraryPage(page: string): Promise<string> {
  const outputs: string[] = [];
  for (const code of examplesIn(page)) outputs.push(await outputOf(code));
  let place = 0;
  return page.replace(EXAMPLE, (_, code: string) => {
    const output = outputs[place++] ?? "";
    return `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${output.trimEnd()}\n\`\`\``;
  });
}

async function outputOf(code: string): Promise<string> {
  const words = ["--input-type=module", "--disable-warning=ExperimentalWarning", "-e", code];
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const { stdout } = await run(process.execPath, words, { cwd: ROOT, env });
  return stdout;
}
