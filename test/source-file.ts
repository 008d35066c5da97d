// Reads one source file into the facts that the architecture rules judge: what it imports, whether it
// only passes on, which forbidden things it touches, how long it and its functions are.

import { parseSync, Visitor } from "vite";

export interface SourceImport {
  readonly specifier: string;
  /** True when nothing is left of it after compiling. */
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Something at a line, as it is written there. */
export interface Found {
  readonly line: number;
  readonly text: string;
}

export interface Suppression extends Found {
  readonly hasReason: boolean;
}

export interface SourceFile {
  /** From the project's root, with "/": "src/domain/result.ts". */
  readonly path: string;
  readonly lines: number;
  readonly opensWithComment: boolean;
  readonly imports: readonly SourceImport[];
  /** True when it declares nothing and only re-exports. */
  readonly onlyPassesOn: boolean;
  readonly hasDefaultExport: boolean;
  /** Clock, randomness, console and other things of the surroundings. */
  readonly impurities: readonly Found[];
  readonly suppressions: readonly Suppression[];
  /** Casts other than `as const`. */
  readonly casts: number;
  readonly functions: readonly { readonly name: string; readonly lines: number }[];
}

/** Members of the surroundings that make a result depend on more than its arguments. */
const IMPURE_MEMBERS: Readonly<Record<string, readonly string[] | "every">> = {
  Date: ["now"],
  Math: ["random"],
  Temporal: ["Now"],
  console: "every",
  performance: "every",
  crypto: "every",
  process: "every",
  globalThis: "every",
};

/** Casts to these blind the compiler to what comes next. */
const BLINDING_TYPES = ["any", "never", "unknown"];

/** Returns the facts of one TypeScript file; throws where it cannot be parsed. */
export function readSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`Cannot parse "${path}": ${errors[0]?.message}`);
  const lineAt = lineFinder(text);
  const imports: SourceImport[] = [];
  const impurities: Found[] = [];
  const functions: { name: string; lines: number }[] = [];
  const suppressions = comments.flatMap((comment): Suppression[] => {
    const found = switchedOff(comment.value);
    return found ? [{ line: lineAt(comment.start), ...found }] : [];
  });
  const textLines = text.split("\n");
  let casts = 0;
  let hasDefaultExport = false;

  const addImport = (node: { start: number }, specifier: string, typesOnly: boolean) =>
    imports.push({ specifier, typesOnly, line: lineAt(node.start) });
  const addImpurity = (node: { start: number }, found: string) =>
    impurities.push({ line: lineAt(node.start), text: found });
  const addFunction = (node: { start: number; end: number }, name: string) =>
    functions.push({ name, lines: lineAt(node.end) - lineAt(node.start) + 1 });

  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers;
      const everyTyped =
        named.length > 0 &&
        named.every((entry) => entry.type === "ImportSpecifier" && entry.importKind === "type");
      addImport(node, node.source.value, node.importKind === "type" || everyTyped);
    },
    ExportNamedDeclaration(node) {
      if (node.source) addImport(node, node.source.value, node.exportKind === "type");
    },
    ExportAllDeclaration(node) {
      addImport(node, node.source.value, node.exportKind === "type");
    },
    ExportDefaultDeclaration() {
      hasDefaultExport = true;
    },
    ImportExpression(node) {
      if (node.source.type === "Literal") addImport(node, String(node.source.value), false);
    },
    TSImportType(node) {
      addImport(node, node.source.value, true);
    },
    NewExpression(node) {
      const isDate = node.callee.type === "Identifier" && node.callee.name === "Date";
      if (isDate && node.arguments.length === 0) addImpurity(node, "new Date()");
    },
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "Date")
        addImpurity(node, "Date()");
    },
    MemberExpression(node) {
      if (node.object.type !== "Identifier") return;
      const members = Object.hasOwn(IMPURE_MEMBERS, node.object.name)
        ? IMPURE_MEMBERS[node.object.name]
        : undefined;
      const member = node.property.type === "Identifier" ? node.property.name : "…";
      if (members === "every" || members?.includes(member))
        addImpurity(node, `${node.object.name}.${member}`);
    },
    TSAsExpression(node) {
      const type = text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      if (type !== "const") casts += 1;
      if (!BLINDING_TYPES.includes(type)) return;
      const line = lineAt(node.end);
      const comment = textLines[line - 1]?.split("//")[1];
      suppressions.push({ line, text: `as ${type}`, hasReason: saysSomething(comment) });
    },
    FunctionDeclaration(node) {
      addFunction(node, node.id?.name ?? "(default)");
    },
    VariableDeclarator(node) {
      const isFunction =
        node.init?.type === "ArrowFunctionExpression" || node.init?.type === "FunctionExpression";
      if (isFunction && node.id.type === "Identifier") addFunction(node, node.id.name);
    },
    MethodDefinition(node) {
      addFunction(node, node.key.type === "Identifier" ? node.key.name : "(method)");
    },
  }).visit(program);

  const body = program.body;
  return {
    path,
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    opensWithComment: /^(#!.*\n)?\/[/*]/.test(text),
    imports,
    onlyPassesOn:
      body.length > 0 &&
      body.every(
        (statement) =>
          statement.type === "ExportAllDeclaration" ||
          (statement.type === "ExportNamedDeclaration" && statement.source !== null),
      ),
    hasDefaultExport,
    impurities,
    suppressions,
    casts,
    functions,
  };
}

/** Returns the rule that a comment switches off and whether its line says why, or undefined. */
function switchedOff(comment: string): Omit<Suppression, "line"> | undefined {
  const pattern = /^\W*(biome-ignore(?:-\w+)?|@ts-(?:expect-error|ignore|nocheck))(.*)/;
  const [, rule, rest = ""] = pattern.exec(comment) ?? [];
  if (rule === undefined) return undefined;
  // Biome's own form is "biome-ignore lint/group/rule: reason".
  const reason = rule.startsWith("biome") ? rest.replace(/^[^:]*:?/, "") : rest;
  return { text: rule, hasReason: saysSomething(reason) };
}

/** A reason has at least one word. */
function saysSomething(text: string | undefined): boolean {
  return /\p{L}{2}/u.test(text ?? "");
}

/** Returns a function from offset to line, counted from 1. */
function lineFinder(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
