// Plain text for a terminal: wrapping, indenting, headings. No colour where it is not wanted.

import { styleText } from "node:util";

export interface Layout {
  readonly columns: number;
  readonly styled: boolean;
}

/** No line is longer than this however wide the terminal is; longer ones are hard to read. */
const WIDEST = 96;

/** Returns the text wrapped at the layout's width, later lines indented under the first. */
export function paragraph(text: string, layout: Layout, first = "", rest = first): string {
  const width = Math.max(32, Math.min(layout.columns, WIDEST));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  // Not \s: a no-break space keeps a number and its unit together.
  for (const word of text.split(/[ \t\n]+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  lines.push(line);
  return lines.join("\n");
}

export function heading(text: string, layout: Layout): string {
  return layout.styled ? styleText("bold", text, { validateStream: false }) : text;
}

export function quiet(text: string, layout: Layout): string {
  return layout.styled ? styleText("dim", text, { validateStream: false }) : text;
}
