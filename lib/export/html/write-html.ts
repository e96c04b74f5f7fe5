import type { Post } from "../../blog/schema";
import { describeMetadata } from "../../seo/describe-metadata";
import { writeHead } from "../../seo/write-head";
import { escapeHtml } from "../../text/escape-html";
import { plainLine } from "../../text/plain-line";
import { languageOf } from "../language-of";
import type { ExportPart } from "../schema";
import { renderBody } from "./render-body";

const STYLE =
  "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,serif;overflow-wrap:break-word}" +
  "table{border-collapse:collapse}th,td{padding:.3rem .8rem .3rem 0;border-bottom:1px solid #bbb}pre{overflow-x:auto}";

/** A post as a page of its own, or its body alone for the editor of a site. */
export function writeHtml(post: Post, part: ExportPart, address: string | null = null): string {
  const { language, direction } = languageOf(post.document);
  const { sections, notes } = renderBody(post, part === "body" ? {} : { direction });
  const body = [sections, notes].filter(Boolean).join("\n");
  if (part === "body") return `${body}\n`;
  return `<!doctype html>
<html${language ? ` lang="${language}"` : ""}${direction === "rtl" ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${writeHead(describeMetadata(post.document, { modifiedAt: post.updatedAt, address }))}
<style>${STYLE}</style>
</head>
<body>
<main>
<article>
<h1>${escapeHtml(plainLine(post.document.title))}</h1>
${body}
</article>
</main>
</body>
</html>
`;
}
