import type { Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";

const ALIGN: [string, ...string[]] = ["align", "left", "right", "center"];

/** All that a text may hold: words, lists, tables, code, and links to its sources and notes. */
const SCHEMA: Schema = {
  tagNames: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code"],
    ...["em", "strong", "del", "sup", "ul", "ol", "li", "input", "section", "a"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
    "*": [["dir", "ltr", "rtl"]],
    a: ["href", "id", "role", "ariaLabel"],
    code: [["className", /^language-./]],
    h2: ["id"],
    input: ["checked", ["disabled", true], ["type", "checkbox"]],
    li: ["id", "value"],
    ol: ["start"],
    section: ["role", "ariaLabelledBy"],
    td: [ALIGN],
    th: [ALIGN],
  },
  protocols: { href: ["http", "https"] },
  required: { input: { disabled: true, type: "checkbox" } },
  clobber: [],
  strip: ["script", "style"],
};

/** HTML without anything that a text may not hold; what it does not know is its words. */
export function cleanHtml(tree: Root): Root {
  const clean = sanitize(tree, SCHEMA);
  return clean.type === "root" ? clean : { type: "root", children: [] };
}
