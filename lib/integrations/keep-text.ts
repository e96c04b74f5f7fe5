import "server-only";
import { createHash } from "node:crypto";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { plainTasks } from "./plain-tasks";
import type { KeptText, SiteArticle } from "./publisher";
import { elementsOf, writeHtml } from "./write-html";

const BLOCKS =
  /^(p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|div|section|article|figure|figcaption|hr|details|summary|iframe)$/;
const SKIPPED = /^(script|style|template|head)$/;

/**
 * What readers get of a text on a site, one line a block, and a hash of it with its links and
 * pictures. A site that writes the same text in other HTML gives the same.
 */
export function keepText(title: string, html: string): KeptText {
  const lines: string[] = [""];
  const targets: string[] = [];
  walk(fromHtml(html, { fragment: true }), lines, targets);
  const text = lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
  const whole = JSON.stringify([title, text, targets]);
  return { title, text, hash: createHash("sha256").update(whole).digest("hex").slice(0, 32) };
}

/** The same of a text that is on its way to a site. */
export function keepArticle({ title, sections, notes }: SiteArticle): KeptText {
  const blocks = elementsOf([...sections.children, ...notes.children]).map(plainTasks);
  return keepText(title, writeHtml(blocks));
}

function walk(node: Nodes, lines: string[], targets: string[]): void {
  if (node.type === "text") lines[lines.length - 1] += node.value;
  if (node.type === "root") for (const child of node.children) walk(child, lines, targets);
  if (node.type !== "element" || SKIPPED.test(node.tagName)) return;
  const block = BLOCKS.test(node.tagName);
  const code = node.tagName === "pre";
  if (block || node.tagName === "br") lines.push("");
  if (/^t[dh]$/.test(node.tagName)) lines[lines.length - 1] += " ";
  targets.push(...readTargets(node));
  const from = lines.length - 1;
  for (const child of node.children) walk(child, lines, targets);
  if (code) lines.splice(from, lines.length, ...lines.slice(from).join("\n").split("\n"));
  if (block) lines.push("");
}

/** Where a link leads, and what a picture or a frame shows. Links inside a page are the site's own matter. */
function readTargets({ properties }: Element): string[] {
  return [properties.href, properties.src].flatMap((target) =>
    typeof target === "string" && !target.startsWith("#") ? [target] : [],
  );
}
