import type { Element, Nodes as HtmlNode, Root } from "hast";
import mammoth from "mammoth";
import type { Nodes as MarkdownNode } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** What a reader of an exported file finds in it again. Texts have single spaces. */
export type ReadBack = {
  title: string;
  headings: string[];
  /** The numbers of the marks, each at its first appearance. */
  marks: number[];
  notes: { number: number; url: string | null; text: string }[];
  /** What no export may hold: links elsewhere, images, HTML of the text's own. */
  foreign: string[];
};

const line = (text: string) => text.replace(/\s+/g, " ").trim();

/** Reads Markdown as GitHub does: an address with an escape in it is no link. */
export function readMarkdownBack(markdown: string): ReadBack {
  const extensions = [gfmFromMarkdown().map((one) => ({ ...one, transforms: [] }))];
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: extensions });
  const nodes = flatten<MarkdownNode>(tree);
  const textOf = (node: MarkdownNode) =>
    line(
      flatten<MarkdownNode>(node)
        .map((one) => ("value" in one ? one.value : ""))
        .join(""),
    );
  const headings = nodes.filter((node) => node.type === "heading");
  const definitions = nodes.filter((node) => node.type === "footnoteDefinition");
  const inNotes = new Set(definitions.flatMap((node) => flatten<MarkdownNode>(node)));
  const bad = nodes.filter(
    (node) =>
      ["html", "image", "imageReference", "linkReference", "definition"].includes(node.type) ||
      (node.type === "link" && !inNotes.has(node)),
  );
  const marks = nodes.flatMap((node) =>
    node.type === "footnoteReference" ? [Number(node.identifier)] : [],
  );
  return {
    title: headings
      .filter(({ depth }) => depth === 1)
      .map(textOf)
      .join(" / "),
    headings: headings.filter(({ depth }) => depth === 2).map(textOf),
    marks: [...new Set(marks)],
    notes: definitions.map((node) => {
      const links = flatten<MarkdownNode>(node).filter((one) => one.type === "link");
      const url = links.map((link) => link.url).join(" ") || null;
      return { number: Number(node.identifier), url, text: textOf(node) };
    }),
    foreign: bad.map((node) => `${node.type} ${textOf(node)}`),
  };
}

/** Reads an exported page as a browser does; `notePrefix` begins the ids of its notes. */
export function readHtmlBack(html: string, fragment = false): ReadBack {
  const tree = parseHtml(html, fragment);
  const all = elements(tree);
  const notes = all.filter(
    ({ properties }) =>
      /note-\d+$/.test(String(properties.id ?? "")) && properties.value !== undefined,
  );
  const ids = new Set(all.map(({ properties }) => `#${String(properties.id)}`));
  const marks = all.filter(({ properties }) => properties.role === "doc-noteref");
  const urls = new Set(notes.flatMap((note) => outwardLinks(note)));
  const foreign = all.filter(({ tagName, properties }) => {
    if (properties.type === "application/ld+json") return false;
    const href = String(properties.href ?? "");
    if (href.startsWith("#")) return !ids.has(href);
    return (href !== "" && !urls.has(href)) || /^(script|img|iframe|div|b)$/.test(tagName);
  });
  return {
    title: all
      .filter(({ tagName }) => tagName === "h1")
      .map(htmlText)
      .join(" / "),
    headings: all
      .filter(({ tagName, properties }) => tagName === "h2" && !properties.id)
      .map(htmlText),
    marks: [...new Set(marks.map((mark) => Number(htmlText(mark))))],
    notes: notes.map((note) => ({
      number: Number(note.properties.value),
      url: outwardLinks(note).join(" ") || null,
      text: htmlText(note).replace(/( ↩\ufe0e?)+$/, ""),
    })),
    foreign: foreign.map(({ tagName, properties }) => `${tagName} ${JSON.stringify(properties)}`),
  };
}

/** Reads a Word document with mammoth, which turns its headings and footnotes into HTML. */
export async function readDocxBack(file: Buffer): Promise<ReadBack> {
  const { value } = await mammoth.convertToHtml({ buffer: file });
  const all = elements(parseHtml(value, true));
  const notes = all.filter(({ properties }) => /^footnote-\d+$/.test(String(properties.id ?? "")));
  const numberOf = (one: Element) => Number(/(\d+)$/.exec(String(one.properties.id))?.[1]);
  const marks = all.filter(({ properties }) => /^footnote-ref-/.test(String(properties.id ?? "")));
  const inNotes = new Set(notes.flatMap(elements));
  const foreign = all.filter(
    (one) =>
      /^(script|img)$/.test(one.tagName) ||
      (one.properties.href && !String(one.properties.href).startsWith("#") && !inNotes.has(one)),
  );
  return {
    title: all
      .filter(({ tagName }) => tagName === "h1")
      .map(htmlText)
      .join(" / "),
    headings: all.filter(({ tagName }) => tagName === "h2").map(htmlText),
    marks: [...new Set(marks.map(numberOf))],
    notes: notes.map((note) => ({
      number: numberOf(note),
      url: outwardLinks(note).join(" ") || null,
      text: htmlText(note).replace(/ ?↑$/, ""),
    })),
    foreign: foreign.map(({ tagName, properties }) => `${tagName} ${JSON.stringify(properties)}`),
  };
}

function parseHtml(html: string, fragment: boolean): Root {
  return unified().use(rehypeParse, { fragment }).parse(html);
}

function elements(tree: HtmlNode): Element[] {
  return flatten<HtmlNode>(tree).filter((node) => node.type === "element");
}

function outwardLinks(node: Element): string[] {
  const links = elements(node).map(({ properties }) => String(properties.href ?? ""));
  return links.filter((href) => href !== "" && !href.startsWith("#"));
}

function htmlText(node: HtmlNode): string {
  return line(
    flatten<HtmlNode>(node)
      .map((one) => (one.type === "text" ? one.value : ""))
      .join(""),
  );
}

function flatten<Node extends { type: string }>(node: Node): Node[] {
  const children: Node[] = "children" in node && Array.isArray(node.children) ? node.children : [];
  return [node, ...children.flatMap((child) => flatten<Node>(child))];
}
