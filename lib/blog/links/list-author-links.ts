import { listLinks } from "../../markdown/list-links";
import type { PostDocument } from "../schema";

type Text = { markdown: string };

/**
 * The addresses that an author links to: those of before, and what an edit brings that stood nowhere
 * in the post. A link that a model has smuggled into its text is none of them.
 */
export function listAuthorLinks(
  { links, sections }: Pick<PostDocument, "links" | "sections">,
  edited: readonly Text[],
): string[] {
  const stored = new Set(sections.flatMap(({ markdown }) => listLinks(markdown)));
  const fresh = edited.flatMap(({ markdown }) => listLinks(markdown));
  return [...new Set([...links, ...fresh.filter((url) => !stored.has(url))])];
}
