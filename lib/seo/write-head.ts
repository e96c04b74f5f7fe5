import { escapeHtml } from "../text/escape-html";
import type { PostMetadata } from "./describe-metadata";

/** What a page's `<head>` holds of a post: title, tags and JSON-LD, one a line, escaped. */
export function writeHead(metadata: PostMetadata): string {
  const { title, description, canonical, openGraph, twitter, jsonLd } = metadata;
  return [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    ...(canonical ? [`<link rel="canonical" href="${escapeHtml(canonical)}">`] : []),
    ...openGraph.map(
      ({ property, content }) =>
        `<meta property="${escapeHtml(property)}" content="${escapeHtml(content)}">`,
    ),
    ...twitter.map(
      ({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
    ),
    `<script type="application/ld+json">\n${writeJsonLd(jsonLd)}\n</script>`,
  ].join("\n");
}

/** JSON that may stand in a script element: no `<` can end it, and no line separator break it. */
export function writeJsonLd(jsonLd: PostMetadata["jsonLd"]): string {
  return JSON.stringify(jsonLd, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
