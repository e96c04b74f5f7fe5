import type { Post } from "../blog/schema";
import { plainLine } from "../text/plain-line";
import { languageOf } from "./language-of";
import { slugOf } from "./name-file";

/**
 * What static site generators read at the head of a file: YAML between two rules. Every text is
 * quoted as in JSON, which is YAML as well; what a post has not is left out. `date` is when it was finished,
 * `canonical` where it is to be read, `image` the picture of shared links.
 */
export function writeFrontMatter(
  { document, finishedAt, updatedAt }: Post,
  address: string | null,
): string {
  const { seo, title } = document;
  const fields = {
    title: plainLine(title),
    slug: slugOf(document),
    description: plainLine(seo?.description ?? ""),
    date: finishedAt ?? updatedAt,
    lastmod: updatedAt,
    lang: languageOf(document).language ?? "",
    canonical: seo?.canonical ?? address ?? "",
    image: seo?.picture?.url ?? "",
    image_alt: plainLine(seo?.picture?.alt ?? ""),
    tags: (seo?.tags ?? []).map(plainLine).filter(Boolean),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n`;
}
