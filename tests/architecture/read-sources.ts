import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "vitest/node";
import { findCircles } from "./find-circles";

/** One import of a file: a path inside the repository without its ending, or a package with its subpath. */
export type Import = {
  specifier: string;
  kind: "file" | "package" | "computed";
  target: string;
  /** Erased by the compiler: no code is loaded. */
  typeOnly: boolean;
};

/** One source file as far as the rules look at it. */
export type Source = {
  path: string;
  lines: number;
  imports: Import[];
  /** How many source files its folder holds, tests aside. */
  neighbours: number;
  readsProcessEnv: boolean;
  /** The names of its functions. */
  functions: string[];
  /** It parts texts with the engine's own `Intl.Segmenter`. */
  segments: boolean;
  /** It says how dates are written. */
  datesItself: boolean;
  /** It says "use client". */
  client: boolean;
  /** It runs in a browser: it says so, or code that does loads it. */
  inBrowser: boolean;
  /** It holds a workflow of the engine, or a step, of which a workflow loads the name alone. */
  engine: "workflow" | "step" | undefined;
  /** The engine loads it at each replay of a run: it holds a workflow, or one loads it. */
  inReplay: boolean;
  /** Files that need each other, types included; this one is the first of them. */
  circle?: string[];
};

const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
type Node = Record<string, unknown> & { type: string };

/** Every source file that git tracks or would track, by path. */
export function readRepository(): Map<string, string> {
  const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const listed = execFileSync("git", ["ls-files", "-zco", "--exclude-standard"], options);
  const files = listed.split("\0").filter((file) => CODE.test(file) && existsSync(file));
  return new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
}

/** Parses files and resolves what they import, `@/…` and relative paths alike. */
export function readSources(files: ReadonlyMap<string, string>): Source[] {
  const sources = [...files].map(([file, code]) => readSource(file, code));
  const byName = new Map(sources.map((source) => [withoutEnding(source.path), source]));
  nameCircles(byName);
  countNeighbours(sources);
  const clients = sources.filter(({ client }) => client);
  for (const source of listLoaded(clients, byName)) source.inBrowser = true;
  const workflows = sources.filter(({ engine }) => engine === "workflow");
  const isStep = ({ engine }: Source) => engine === "step";
  for (const source of listLoaded(workflows, byName, isStep)) source.inReplay = !isStep(source);
  return sources;
}

/** These and all that they load; what `isLeaf` says so of loads nothing. */
function listLoaded(
  first: readonly Source[],
  byName: ReadonlyMap<string, Source>,
  isLeaf: (source: Source) => boolean = () => false,
): Source[] {
  const queue = [...first];
  for (const source of queue)
    for (const { kind, target, typeOnly } of isLeaf(source) ? [] : source.imports) {
      const loaded = kind === "file" && !typeOnly ? byName.get(target) : undefined;
      if (loaded && !queue.includes(loaded)) queue.push(loaded);
    }
  return queue;
}

/** The files that lie directly in the same folder, without tests. */
function countNeighbours(sources: readonly Source[]): void {
  const shown = sources.filter((source) => !/\.test\.tsx?$/.test(source.path));
  const counts = new Map<string, number>();
  const folderOf = (source: Source) => path.posix.dirname(source.path);
  for (const source of shown) counts.set(folderOf(source), (counts.get(folderOf(source)) ?? 0) + 1);
  for (const source of shown) source.neighbours = counts.get(folderOf(source)) ?? 0;
}

function nameCircles(byName: ReadonlyMap<string, Source>): void {
  const graph = new Map(
    [...byName].map(([name, { imports }]) => [name, imports.map(({ target }) => target)]),
  );
  for (const [first = "", ...others] of findCircles(graph)) {
    const source = byName.get(first);
    if (source) source.circle = others;
  }
}

function readSource(file: string, code: string): Source {
  const program = parseAst(code, { lang: file.endsWith("x") ? "tsx" : "ts" }, file);
  const imports: Import[] = [];
  const functions: string[] = [];
  let readsProcessEnv = false;
  let segments = false;
  let datesItself = false;
  let engine: Source["engine"];
  visit(program, (node) => {
    const found = findSpecifier(node);
    if (found) imports.push(resolve(file, found));
    readsProcessEnv ||= readsEnv(node);
    segments ||= node.type === "MemberExpression" && nameOf(node.property) === "Segmenter";
    datesItself ||= writesDates(node);
    if (node.directive === "use workflow") engine = "workflow";
    if (node.directive === "use step") engine ??= "step";
    if (node.type === "FunctionDeclaration") functions.push(nameOf(node.id));
    if (node.type === "VariableDeclarator" && isFunction(node.init))
      functions.push(nameOf(node.id));
  });
  const client = program.body.some(
    (statement) => "directive" in statement && statement.directive === "use client",
  );
  return {
    path: file,
    lines: code.replace(/\n$/, "").split("\n").length,
    imports,
    neighbours: 0,
    readsProcessEnv:
      readsProcessEnv || imports.some(({ target }) => /^(node:)?process$/.test(target)),
    functions,
    segments,
    datesItself,
    client,
    inBrowser: client,
    engine,
    inReplay: false,
  };
}

function writesDates({ type, key, property }: Node): boolean {
  if (type === "Property") return /^(date|time)Style$|^month$/.test(nameOf(key));
  return type === "MemberExpression" && /^toLocale(Date|Time)String$/.test(nameOf(property));
}

function isFunction(value: unknown): boolean {
  return isNode(value) && /^(ArrowFunction|Function)Expression$/.test(value.type);
}

function nameOf(value: unknown): string {
  return isNode(value) && typeof value.name === "string" ? value.name : "";
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  if (!isNode(value)) return;
  see(value);
  for (const child of Object.values(value)) if (typeof child === "object") visit(child, see);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}

type Found = { specifier: unknown; typeOnly: boolean };

/** The module that a node names: import, export from, import(), import type, require. */
function findSpecifier(node: Node): Found | undefined {
  const typeOnly = node.importKind === "type" || node.exportKind === "type";
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      return { specifier: textOf(node.source), typeOnly };
    case "ExportNamedDeclaration":
      return node.source ? { specifier: textOf(node.source), typeOnly } : undefined;
    case "ImportExpression":
      return { specifier: textOf(node.source), typeOnly: false };
    case "TSImportType":
      return { specifier: textOf(node.source), typeOnly: true };
    case "TSExternalModuleReference":
      return { specifier: textOf(node.expression), typeOnly: false };
    case "CallExpression":
      return isRequire(node.callee) && Array.isArray(node.arguments)
        ? { specifier: textOf(node.arguments[0]), typeOnly: false }
        : undefined;
    default:
      return undefined;
  }
}

/** `require(…)` and `require.resolve(…)`. */
function isRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === "MemberExpression") return isRequire(callee.object);
  return callee.type === "Identifier" && callee.name === "require";
}

/** The text of a string literal, or of a template without expressions. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (typeof node.value === "string") return node.value;
  const [quasi, ...more] = Array.isArray(node.quasis) ? node.quasis : [];
  const value: unknown = more.length === 0 && isNode(quasi) ? quasi.value : undefined;
  if (typeof value !== "object" || value === null || !("cooked" in value)) return undefined;
  return typeof value.cooked === "string" ? value.cooked : undefined;
}

function resolve(file: string, { specifier, typeOnly }: Found): Import {
  if (typeof specifier !== "string")
    return { specifier: "(computed)", kind: "computed", target: "", typeOnly };
  const local = specifier.startsWith("@/")
    ? specifier.slice(2)
    : /^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier)
      ? path.posix.join(path.posix.dirname(file), specifier)
      : undefined;
  if (local === undefined) return { specifier, kind: "package", target: specifier, typeOnly };
  return { specifier, kind: "file", target: withoutEnding(path.posix.normalize(local)), typeOnly };
}

function withoutEnding(file: string): string {
  return file.replace(CODE, "");
}

/** `process.env` in every spelling: a member, a computed member, a pattern. */
function readsEnv(node: Node): boolean {
  if (node.type === "MemberExpression") return isProcess(node.object) && isNamedEnv(node.property);
  const pattern = node.type === "VariableDeclarator" && isProcess(node.init) ? node.id : undefined;
  const properties: unknown[] =
    isNode(pattern) && Array.isArray(pattern.properties) ? pattern.properties : [];
  return properties.some((property) => isNode(property) && isNamedEnv(property.key));
}

function isProcess(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === "Identifier") return node.name === "process";
  return (
    node.type === "MemberExpression" && isNode(node.property) && node.property.name === "process"
  );
}

function isNamedEnv(node: unknown): boolean {
  return isNode(node) && (node.name === "env" || node.value === "env");
}
