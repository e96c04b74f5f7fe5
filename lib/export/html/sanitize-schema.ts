import type { Options } from "rehype-sanitize";

const ALIGN: [string, ...string[]] = ["align", "left", "right", "center"];

/** All that an exported post may hold: text, lists, tables, code, and links to its sources and notes. */
export const SANITIZE: Options = {
  tagNames: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code"],
    ...["em", "strong", "del", "sup", "ul", "ol", "li", "input", "section", "a"],
    ...["table", "thead", "tbody", "tr", "th", "td"],
  ],
  attributes: {
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
