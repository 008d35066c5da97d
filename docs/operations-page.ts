// Writes the reference of all operations as Markdown, from the catalog alone: what each takes and
// gives, and its name on every face.

import { flagsOf } from "../src/cli/arguments.ts";
import { type FieldInWords, listFields } from "../src/http/schema-in-words.ts";
import { inputJsonSchema, outputJsonSchema } from "../src/operations/json-schema.ts";
import type { AnyOperation, OperationEntry } from "../src/operations/operation.ts";

/** Returns the page, the operations in the catalog's order. */
export async function makeOperationsPage(catalog: readonly OperationEntry[]): Promise<string> {
  const sections: string[] = [];
  for (const entry of catalog) sections.push(makeSection(entry, await entry.load()));
  return `# Operations

Everything Throughline can do, and its name on each face. The page is made from the catalog of
operations by \`npm run docs\`; a test holds it to that.

- On the command line, every operation is a command; \`--json\` gives the whole answer.
- Over HTTP, every operation is a POST with a JSON object. The answer is \`{"ok": true, "value": …}\`, or
  \`{"ok": false, "problem": {"code": …}, "message": …}\`. [http-safety.md](http-safety.md) says who may ask.
- Over MCP, every operation is a tool. Those that change what is stored are there only with
  \`throughline mcp --write\`.

| operation | what it does | changes what is stored |
|---|---|---|
${catalog.map(makeRow).join("\n")}

${sections.join("\n")}`;
}

function makeRow({ name, summary, readOnly }: OperationEntry): string {
  return `| [${name}](#${name}) | ${cell(summary)} | ${readOnly ? "no" : "yes"} |`;
}

function makeSection(entry: OperationEntry, operation: AnyOperation): string {
  const { name, summary, readOnly } = entry;
  return `## ${name}

${summary} ${readOnly ? "Changes nothing." : "Changes what is stored."} For the person whose record it is.

- Command line: \`${makeCommandLine(name, operation)}\`
- HTTP: \`POST /api/${name}\`
- MCP tool: \`${name}\`${readOnly ? "" : ", with `--write`"}

${makeTable("Takes", listFields(inputJsonSchema(operation)))}
${makeTable("Gives", listFields(outputJsonSchema(operation)))}`;
}

/** Returns the command with what it needs; what may be left out is in the table. */
function makeCommandLine(name: string, operation: AnyOperation): string {
  const flags = flagsOf(operation.input);
  const words = flags
    .filter(({ required }) => required)
    .map((flag) => {
      const value = flag.field.toUpperCase();
      return flag.positional ? value : `--${flag.name} ${value}`;
    });
  const optional = flags.some(({ required }) => !required) ? ["[flags]"] : [];
  return ["throughline", name, ...words, ...optional].join(" ");
}

function makeTable(verb: string, fields: readonly FieldInWords[]): string {
  if (fields.length === 0) return `${verb} an object without fields.\n`;
  const described = fields.some(({ description }) => description !== "");
  const rows = fields.map(({ name, type, required, description }) => {
    const cells = [`\`${name}\``, cell(type), required ? "always" : "may be absent"];
    return `| ${[...cells, ...(described ? [cell(description)] : [])].join(" | ")} |`;
  });
  return `| ${verb.toLowerCase()} | type | present |${described ? " |" : ""}
|---|---|---|${described ? "---|" : ""}
${rows.join("\n")}
`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
