import type { Element, Nodes as HtmlNode } from "hast";
import type { Nodes as MarkdownNode } from "mdast";

/** Words of a table's head are bold in some forms by themselves. */
const HEAD = "head";
type Sign = { sign: string; marks: string };
/** Collects the lines of a text: each sign with the marks that it stands in. */
class Lines {
  readonly #lines: Sign[][] = [[]];
  break(): void {
    this.#lines.push([]);
  }
  add(text: string, marks: ReadonlySet<string>): void {
    const dull = marks.has(HEAD) ? [HEAD, "b"] : [];
    const all = [...marks]
      .filter((mark) => !dull.includes(mark))
      .sort()
      .join(",");
    for (const sign of text.replace(/\uFE0E/g, ""))
      this.#lines.at(-1)?.push({ sign, marks: /\s/.test(sign) ? "" : all });
  }
  /** One string a line: `{marks}` wherever they change, single spaces. */
  read(): string[] {
    return this.#lines.map(readLine).filter((line) => line !== "");
  }
}

function readLine(signs: readonly Sign[]): string {
  let marks = "";
  let line = "";
  for (const one of signs) {
    if (/\s/.test(one.sign)) {
      if (!line.endsWith(" ")) line += " ";
      continue;
    }
    if (one.marks !== marks) line += `{${one.marks}}`;
    marks = one.marks;
    line += one.sign;
  }
  return line.trim().replace(/ (\{[^}]*\}) ?$/, "$1");
}

const OF_TREE: Readonly<Record<string, string>> = { strong: "b", emphasis: "i", delete: "s" };
const OF_HTML: Readonly<Record<string, string>> = {
  ...{ strong: "b", b: "b", em: "i", i: "i", del: "s", s: "s", code: "c" },
};
const BLOCKS = /^(p|h[1-6]|li|ul|ol|blockquote|pre|table|thead|tbody|tr|td|th|hr|br|figure|div)$/;
const CITATION = /\[\^([\w.]+)\]/;

/**
 * The lines of a syntax tree, with bold, soft and struck-out words, code, links and citations.
 *
 * @param numbers of the footnotes by passage or label.
 */
export function readTreeRuns(tree: MarkdownNode, numbers: ReadonlyMap<string, number>): string[] {
  const lines = new Lines();
  walk(tree, new Set());
  return lines.read();

  function walk(node: MarkdownNode, marks: ReadonlySet<string>): void {
    if (node.type === "footnoteDefinition") return;
    if (node.type === "footnoteReference") cite(node.identifier);
    else if (node.type === "text") readText(node.value, marks);
    else if (node.type === "inlineCode") lines.add(node.value, new Set([...marks, "c"]));
    else if (node.type === "code") readCode(lines, node.value);
    else if (node.type === "break") lines.add(" ", marks);
    if (!("children" in node)) return;
    const own = node.type === "link" ? `l:${new URL(node.url).href}` : OF_TREE[node.type];
    const isBlock = !own && node.type !== "root";
    if (isBlock) lines.break();
    const all = new Set([...marks, ...(own ? [own] : [])]);
    for (const [index, child] of node.children.entries())
      walk(child, node.type === "table" && index === 0 ? new Set([...all, HEAD]) : all);
    if (isBlock) lines.break();
  }

  function readText(value: string, marks: ReadonlySet<string>): void {
    for (const [index, part] of value.split(CITATION).entries())
      if (index % 2 === 0) lines.add(part, marks);
      else cite(part);
  }

  function cite(label: string): void {
    lines.add("^", new Set([`cite ${numbers.get(label) ?? label}`]));
  }
}

/** The same of HTML: of a page, of a site's own blocks, or of what a reader of Word makes of a file. */
export function readHtmlRuns(tree: HtmlNode): string[] {
  const lines = new Lines();
  walk(tree, new Set());
  return lines.read().map((line) => line.replace(/^[☐☑] ?/, ""));

  function walk(node: HtmlNode, marks: ReadonlySet<string>): void {
    if (node.type === "text") lines.add(node.value, marks);
    if (node.type === "root") for (const child of node.children) walk(child, marks);
    if (node.type !== "element" || isNote(node)) return;
    const number = readMark(node);
    if (number !== undefined) lines.add("^", new Set([`cite ${number}`]));
    else if (node.tagName === "pre") readCode(lines, textOf(node));
    else readElement(node, marks);
  }

  function readElement(node: Element, marks: ReadonlySet<string>): void {
    if (BLOCKS.test(node.tagName)) lines.break();
    const own = node.tagName === "th" ? HEAD : markOf(node);
    const all = new Set([...marks, ...(own ? [own] : [])]);
    for (const child of node.children) walk(child, all);
    if (BLOCKS.test(node.tagName)) lines.break();
  }
}

/** Lines of code are words in code. */
function readCode(lines: Lines, value: string): void {
  for (const line of value.split("\n")) {
    lines.break();
    lines.add(line, new Set(["pre"]));
  }
  lines.break();
}

function markOf({ tagName, properties }: Element): string | undefined {
  const { href } = properties;
  if (tagName === "a" && typeof href === "string") return `l:${new URL(href).href}`;
  return OF_HTML[tagName];
}

/** The number of a mark, which links within the page. */
function readMark({ tagName, properties, children }: Element): string | undefined {
  const within = tagName === "a" && String(properties.href ?? "").startsWith("#");
  const passage = tagName === "sup" ? properties.passage : undefined;
  if (passage !== undefined) return String(passage);
  if (!within) return undefined;
  return children.map(textOf).join("").replace(/\D/g, "");
}

/** Word's notes, as their reader lists them, and anchors. */
function isNote({ tagName, properties, children }: Element): boolean {
  if (tagName === "li" && /^footnote-\d/.test(String(properties.id ?? ""))) return true;
  return tagName === "a" && children.length === 0;
}

function textOf(node: HtmlNode): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}
