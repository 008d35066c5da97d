// The page on which a programmer reads what every operation takes and gives, and tries it: made from
// the catalog, with one small script of our own and nothing from anywhere else.

import { inputJsonSchema, outputJsonSchema } from "../operations/json-schema.ts";
import type { OperationEntry } from "../operations/operation.ts";
import { makePage } from "./pages.ts";
import { type FieldInWords, listFields } from "./schema-in-words.ts";

export const API_PAGE_SCRIPT_PATH = "/api-page.js";

/** Sends what was written in an operation's box and shows the answer below it. */
export const API_PAGE_SCRIPT = `for (const form of document.querySelectorAll("form[data-operation]")) {
  const output = form.querySelector("output");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    output.textContent = "…";
    try {
      const response = await fetch("/api/" + form.dataset.operation, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: form.elements.input.value,
      });
      output.textContent = response.status + "\\n" + JSON.stringify(await response.json(), null, 2);
    } catch {
      output.textContent = "Throughline does not answer. Is it still running in its terminal?";
    }
  });
}
`;

const STYLE = `body { max-width: 46rem; margin-top: 4rem; }
details { border-top: 1px solid; padding: .6rem 0; }
summary { cursor: pointer; }
summary code { font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; margin: .5rem 0; }
caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; font-weight: normal; }
textarea { width: 100%; box-sizing: border-box; font: .9rem ui-monospace, Menlo, Consolas, monospace; }
output { display: block; max-height: 24rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  font: .85rem ui-monospace, Menlo, Consolas, monospace; }
button { font: inherit; padding: .2rem 1rem; }
`;

/** Returns the page, the operations in the catalog's order. */
export async function makeApiPage(
  catalog: readonly OperationEntry[],
  nonce: string,
): Promise<string> {
  const sections = await Promise.all(catalog.map(makeSection));
  return makePage({
    nonce,
    title: "Programming interface",
    style: STYLE,
    script: API_PAGE_SCRIPT_PATH,
    body: `<p>Every operation is a <code>POST</code> with a JSON object to its address on this machine. The
answer is <code>{"ok": true, "value": …}</code>, or <code>{"ok": false, "problem": …, "message": …}</code>.
The same for programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${sections.join("\n")}`,
  });
}

async function makeSection(entry: OperationEntry): Promise<string> {
  const operation = await entry.load();
  const { name, summary, readOnly } = entry;
  const fields = listFields(inputJsonSchema(operation));
  return `<details id="${escapeHtml(name)}">
<summary><code>POST /api/${escapeHtml(name)}</code><br>${escapeHtml(summary)}</summary>
<p>${readOnly ? "Changes nothing." : "Changes what is stored."}</p>
${makeTable("What it takes", fields)}
${makeTable("What it gives", listFields(outputJsonSchema(operation)))}
<form data-operation="${escapeHtml(name)}">
<label>Try it: the JSON object to send
<textarea name="input" rows="${fields.length > 0 ? 4 : 1}" spellcheck="false">${escapeHtml(skeletonOf(fields))}</textarea></label>
<button>${readOnly ? "Send" : "Send, and change what is stored"}</button>
<output></output>
</form>
</details>`;
}

function makeTable(caption: string, fields: readonly FieldInWords[]): string {
  if (fields.length === 0) return `<p>${caption}: an object without fields of its own.</p>`;
  const rows = fields.map(
    ({ name, type, required, description }) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(type)}${
        required ? "" : " (may be left out)"
      }</td><td>${escapeHtml(description)}</td></tr>`,
  );
  return `<table><caption>${caption}</caption>${rows.join("")}</table>`;
}

function skeletonOf(fields: readonly FieldInWords[]): string {
  const needed = fields.filter(({ required }) => required).map(({ name }) => [name, ""]);
  return needed.length === 0 ? "{}" : JSON.stringify(Object.fromEntries(needed), null, 2);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
