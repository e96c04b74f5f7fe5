import "server-only";
import { createHash } from "node:crypto";
import { plainTasks } from "./plain-tasks";
import type { KeptText, SiteArticle } from "./publisher";
import { readTokens } from "./read-tokens";
import { elementsOf, writeHtml } from "./write-html";

const BLOCKS =
  /^(p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|div|section|article|figure|figcaption|hr|details|summary|iframe)$/;
const SKIPPED = /^(script|style|template|head)$/;

/**
 * What readers get of a text on a site, one line a block, and a hash of it with its links and
 * pictures. A site that writes the same text in other HTML gives the same.
 */
export function keepText(title: string, html: string): KeptText {
  const { lines, targets } = readHtml(html);
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

function readHtml(html: string) {
  const lines: string[][] = [[]];
  const targets: string[] = [];
  const depth = { skipped: 0, code: 0 };
  const say = (text: string) => lines.at(-1)?.push(text);
  const breakLine = () => lines.push([]);
  const move = (name: string, by: 1 | -1) => {
    if (SKIPPED.test(name)) depth.skipped = Math.max(0, depth.skipped + by);
    if (name === "pre") depth.code = Math.max(0, depth.code + by);
    if (BLOCKS.test(name)) breakLine();
  };
  readTokens(html, {
    onText: (text) => {
      if (depth.skipped > 0) return;
      for (const [at, line] of (depth.code > 0 ? text.split("\n") : [text]).entries()) {
        if (at > 0) breakLine();
        say(line);
      }
    },
    onStart: (name, attributes) => {
      move(name, 1);
      if (depth.skipped > 0) return;
      if (name === "br") breakLine();
      if (/^t[dh]$/.test(name)) say(" ");
      targets.push(...readTargets(attributes));
    },
    onEnd: (name) => move(name, -1),
  });
  return { lines: lines.map((line) => line.join("")), targets };
}

/** Where a link leads, and what a picture or a frame shows. Links inside a page are the site's own matter. */
function readTargets(attributes: readonly { name: string; value: string }[]): string[] {
  return ["href", "src"].flatMap((wanted) => {
    const target = attributes.find(({ name }) => name === wanted)?.value;
    return target === undefined || target.startsWith("#") ? [] : [target];
  });
}
